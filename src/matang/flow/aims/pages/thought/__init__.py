"""Pages of the papers of thought."""
