"""Pages of the competency dictionary."""
