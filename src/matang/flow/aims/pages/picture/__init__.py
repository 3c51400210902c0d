"""The picture of the tree, drawn by the server: what stands where, and the page."""
