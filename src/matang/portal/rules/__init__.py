"""The law as this system knows it: every rule in plain words, its values with their history, and a place to try a case."""
