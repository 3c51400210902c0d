"""Posts written with "Plt." or "Plh." before the name: somebody acts in a post, which keeps its own name."""

import re

from matang.flow.register.choices import IncumbencyKind

_MARK = re.compile(r"(?:(PLT|PELAKSANA\s+TUGAS)|PLH|PELAKSANA\s+HARIAN)\b[\s.:\-]*", re.IGNORECASE)


def read_holding(written: str) -> tuple[IncumbencyKind, str]:
    """Return (how the post is held, its name without the mark); a mark alone leaves an empty name."""
    found = _MARK.match(written)
    if not found:
        return IncumbencyKind.DEFINITIVE, written
    return IncumbencyKind.ACTING if found[1] else IncumbencyKind.STAND_IN, written[found.end() :]
