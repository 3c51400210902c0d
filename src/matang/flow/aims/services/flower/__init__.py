"""Answer the flower test, and say of two aims that look alike whether they are."""
