"""Pages of the flower test."""
