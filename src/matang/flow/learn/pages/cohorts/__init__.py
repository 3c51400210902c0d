"""Cohorts and the fields that were asked for."""
