"""Pages about the archive of earlier sendings."""
