"""Backups: database and files of an installation in one checked file, and back again."""
