"""The flower test of activities, and the lists that it makes."""
