"""Read the mayor's programmes as a second view over the tree."""
