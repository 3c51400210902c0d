"""Template tags for the pages of third-party apps."""
