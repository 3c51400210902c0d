"""The refusals of the stage."""

from matang.foundation.access.answers import Denied, RefusedError


def refuse(reason: str) -> RefusedError:
    """Return the refusal to raise."""
    return RefusedError(Denied(reason))
