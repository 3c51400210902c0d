"""Costs: tariffs and the comparison of rules."""
