"""Pages about matching rounds."""
