"""What may be said of counts in public, beside all that was said before: no count under five can be worked out.

A count of 1 to 4 is never shown. But two right figures can betray one: publish 12 and a week later 14, and two people stand
there; publish 16 reports of 18 sendings, and two are known that gave none. So every edition is held against all earlier ones:

1. A count of 1 to 4 is ``few``, whatever was said before. 0 tells of nobody and is always said.
2. A count of 5 or more is said anew only where it is at least 5 away from **every** figure of the same line that was ever
   said, or equal to an older one. Otherwise the figure said last stays, with the day on which it was said, even where nothing
   has changed: so that a figure that stays tells neither that something happened nor that nothing did.
3. Of a part and its whole (``PARTS``) the part is ``hidden`` where few are missing from the whole, truly or as it would look;
   and it is all of the whole, or nothing, or five away from both, else. Beside a whole of 5 to 8 a small part reads ``hidden``
   as well: were it ``few``, hidden could only mean "all but one".
4. Money follows the people it was spent on: it is said anew only when their number is, and never beside few people.

There is no day after which a held figure is let go: a difference of two people stays two people. What was taken back counts
as said, for it was read. The price: a figure may stay behind by four, and longer where a count fell back towards an old one;
its day says so. ``tests/flow/measure/test_protected.py`` tries every short story of a whole and a part, and asks of each
whether another story would have read the same.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from matang.flow.measure.selectors.small import SHOWN_FROM, few

PARTS = (("sendings", "reported"), ("sendings", "improved"), ("recommendations", "adopted"))
"""Pairs of a whole and a part of it."""
PEOPLE, MONEY = "people", "money"
EXACT, AT_LEAST, FEW, HIDDEN, UNKNOWN = "exact", "at_least", "few", "hidden", "unknown"
SAID = (EXACT, AT_LEAST)
NARROW = 2 * SHOWN_FROM - 2
"""Up to this whole a small part and an all but whole one read the same."""

Figure = dict[str, Any]
"""``state``, ``value`` (null unless said) and, where it is said, ``as_at``: the day on which it was said for the first time."""


def protected(
    counts: Mapping[str, int], money: tuple[int | None, bool], earlier: Sequence[Mapping[str, Figure]], day: date
) -> dict[str, Figure]:
    """Return what may be said on ``day`` of these counts, and of money as (rupiah or None = unknown, at least).

    ``earlier`` holds every edition there ever was, the newest first; see the head of this file for the rules.
    """
    said = {key: [edition[key] for edition in earlier if _is_said(edition.get(key))] for key in (*counts, MONEY)}
    found = {key: _alone(count, said[key], day) for key, count in counts.items()}
    for whole, part in PARTS:
        if whole in counts and part in counts:
            gaps = [gap for edition in earlier if (gap := _gap(edition.get(whole), edition.get(part))) is not None]
            found[part] = _beside(counts[whole] - counts[part], found[whole], found[part], gaps)
    if PEOPLE in counts:
        found[MONEY] = _money(money, found[PEOPLE], said, day)
    return found


def _is_said(figure: Figure | None) -> bool:
    return figure is not None and figure["state"] in SAID


def _said(value: int, day: date, state: str = EXACT) -> Figure:
    return {"state": state, "value": value, "as_at": day.isoformat()}


def _unsaid(state: str) -> Figure:
    return {"state": state, "value": None}


def _alone(count: int, said: Sequence[Figure], day: date) -> Figure:
    """Return what may be said of a count beside what was said of it before, the newest first."""
    if few(count):
        return _unsaid(FEW)
    before = [one for one in said if one["value"] >= SHOWN_FROM]
    if count == 0 or not before:
        return _said(count, day)
    near = any(few(abs(count - one["value"])) for one in before)
    return before[0] if near or count == before[0]["value"] else _said(count, day)


def _gap(above: Figure | None, below: Figure | None) -> int | None:
    """Return what is missing from a whole as it was said; None where one of the two was not."""
    if above is None or below is None or not (_is_said(above) and _is_said(below)):
        return None
    return int(above["value"] - below["value"])


def _beside(missing: int, above: Figure, below: Figure, gaps: Sequence[int]) -> Figure:
    """Return what may be said of a part beside its whole.

    ``missing`` are truly missing from the whole, ``gaps`` were missing in earlier editions as they were said.
    """
    if above["state"] == FEW:
        return below
    gap = _gap(above, below)
    if gap is None:
        return _unsaid(HIDDEN) if above["value"] <= NARROW else below
    near = any(few(abs(gap - one)) for one in gaps)
    return _unsaid(HIDDEN) if few(missing) or near or (gap != 0 and gap < SHOWN_FROM) else below


def _money(money: tuple[int | None, bool], people: Figure, said: Mapping[str, Sequence[Figure]], day: date) -> Figure:
    """Return what may be said of money beside what is said of the people; a sum is never taken apart by two editions."""
    value, at_least = money
    if people["state"] != EXACT:
        return _unsaid(HIDDEN)
    before = said[MONEY][0] if said[MONEY] else None
    stays = bool(said[PEOPLE]) and people == said[PEOPLE][0]
    if stays and before is not None and before["as_at"] >= people["as_at"]:
        return before
    return _unsaid(UNKNOWN) if value is None else _said(value, day, AT_LEAST if at_least else EXACT)
