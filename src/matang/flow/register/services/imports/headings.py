"""Which column holds which field, with how much confidence."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from matang.flow.register.services.imports.fields import FIELDS, GROUPS, KNOWN_UNREAD, plain

SURE, LIKELY, GUESSED = 100, 80, 60
NEAR = 90  # a slip of one letter in a heading of usual length


@dataclass(frozen=True, slots=True)
class Guess:
    """A field that a heading may stand for. ``confidence`` is 0–100; ``rank`` orders headings of one field."""

    field: str
    confidence: int
    rank: int = 0


_EXACT = {heading: Guess(field.key, SURE, rank) for field in FIELDS for rank, heading in enumerate(field.headings)}


def _in_group(top: str, sub: str) -> Guess | None:
    words = set(top.split())
    for marks, parts in GROUPS:
        if words.intersection(marks) and sub in parts:
            return Guess(parts[sub], SURE)
    return None


@lru_cache(maxsize=4096)
def guess(top: str, sub: str = "") -> Guess | None:
    """Return the field that a heading (with the part below it, if it has two levels) stands for, or None."""
    high, low = plain(top), plain(sub)
    if high and low:
        found = _in_group(high, low) or _EXACT.get(f"{high} {low}")
        return found or (None if high in {"MK GOL", "MK SELURUHNYA"} or high.startswith(("LATIHAN", "MK")) else _near(low))
    return _near(high or low)


def _near(words: str) -> Guess | None:
    if not words or words in KNOWN_UNREAD:
        return None
    if words in _EXACT:
        return _EXACT[words]
    score, heading = max((fuzz.ratio(words, known), known) for known in _EXACT)
    if score < NEAR or len(words) < 5:
        return None
    found = _EXACT[heading]
    return Guess(found.field, LIKELY, found.rank + 1)


def assign(levels: Sequence[tuple[str, str]]) -> dict[int, Guess]:
    """Give each field to at most one column (index → guess): the surest heading, then the first in order of preference."""
    best: dict[str, tuple[tuple[int, int, int], int, Guess]] = {}
    for index, (top, sub) in enumerate(levels):
        found = guess(top, sub)
        if found is None:
            continue
        order = (-found.confidence, found.rank, index)
        if found.field not in best or order < best[found.field][0]:
            best[found.field] = (order, index, found)
    return {index: found for _order, index, found in sorted(best.values(), key=lambda entry: entry[1])}


def fingerprint(headings: Iterable[str]) -> str:
    """Return a digest of a set of headings that does not depend on their order, case or punctuation."""
    return hashlib.sha256("\n".join(sorted({plain(heading) for heading in headings})).encode()).hexdigest()
