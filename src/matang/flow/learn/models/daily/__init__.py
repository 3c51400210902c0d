"""What interns do from day to day, and what those beside them say about it."""
