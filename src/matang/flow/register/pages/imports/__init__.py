"""Pages of the import: history, upload, meaning of columns, preview, unit names, commit."""
