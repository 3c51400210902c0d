"""Requests to the own agency as a host."""
