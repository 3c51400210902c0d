"""Pages of the mayor's programmes."""
