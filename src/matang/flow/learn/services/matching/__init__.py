"""Matching rounds: prepare, compute, decide."""
