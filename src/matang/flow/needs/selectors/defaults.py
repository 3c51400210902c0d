"""The level that a kind of post asks for when it has no approved standard of its own: the law's, on a day."""

from datetime import date
from functools import lru_cache

from matang import rules
from matang.flow.register.public import PostKind


@lru_cache(maxsize=64)
def default_levels(day: date) -> dict[str, int]:
    """Return the default level, 1–5, of every kind of post that has one on the day."""
    found = {kind: rules.DEFAULT_LEVEL.trace({"post_kind": kind}, on=day).value for kind in PostKind.values}
    return {kind: level for kind, level in found.items() if isinstance(level, int)}
