"""Pages of what posts ask for."""
