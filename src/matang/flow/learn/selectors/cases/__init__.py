"""Read the archive: its list, its questions, its totals."""
