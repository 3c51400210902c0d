"""The tasks of the jobs themselves; imported at the start, like every app's ``jobs``."""

from matang.foundation.jobs import schedule

__all__ = ["schedule"]
