"""Matang."""
