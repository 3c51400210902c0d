"""Hosts, their agreements and their calendar."""
