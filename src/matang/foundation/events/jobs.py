"""The tasks of the events; imported at the start, like every app's ``jobs``."""

from matang.foundation.events.services import deliver

__all__ = ["deliver"]
