"""When a case took place, as far as it is known: contradictions of dates and duration, and cases at one host at one time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from matang.flow.learn.choices import PastKind, PastMark, PastPrecision, PastReading, PastSpan
from matang.flow.learn.models import PastCase

SHORTEST = {PastSpan.DAY: 1, PastSpan.WEEK: 7, PastSpan.MONTH: 28, PastSpan.YEAR: 365}
LONGEST = {PastSpan.DAY: 1, PastSpan.WEEK: 7, PastSpan.MONTH: 31, PastSpan.YEAR: 366}
LOOSE = 0.2
"""A duration that a source calls approximate may be off by this share before it contradicts the dates."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Dates and duration of one case do not agree: days by the dates (both included), shortest and longest by the duration.

    ``backwards``: the end lies before the start, whatever the duration.
    """

    days: int
    shortest: int
    longest: int
    backwards: bool


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two cases at one host at one time. ``until`` None = not known; ``sure`` False = the end is reckoned from a duration."""

    first: PastCase
    second: PastCase
    host: str
    since: date
    until: date | None
    sure: bool


def exact(day: date | None, precision: str, mark: str) -> bool:
    """Return True when a date is the day itself on which the learning began or ended."""
    return day is not None and precision == PastPrecision.DAY and mark == PastMark.ITSELF


def conflict_of(case: PastCase) -> Conflict | None:
    """Return how dates and duration of a case contradict each other; None when they don't or when not all is known."""
    if case.starts_on is None or case.ends_on is None or not exact(case.starts_on, case.starts_precision, case.starts_mark):
        return None
    if not exact(case.ends_on, case.ends_precision, case.ends_mark):
        return None
    days = (case.ends_on - case.starts_on).days + 1
    if days < 1:
        return Conflict(days, 0, 0, backwards=True)
    if case.duration is None:
        return None
    unit = PastSpan(case.duration_unit)
    spare = 0 if unit == PastSpan.DAY else 1
    shortest, longest = SHORTEST[unit] * case.duration - spare, LONGEST[unit] * case.duration + spare
    if case.duration_about:
        shortest, longest = round(shortest * (1 - LOOSE)), round(longest * (1 + LOOSE))
    return None if shortest <= days <= longest else Conflict(days, shortest, longest, backwards=False)


def _begin(case: PastCase) -> date | None:
    """Return the day on which a case began, or was released or opened; None where only less is known."""
    marks = {PastMark.ITSELF, PastMark.RELEASE, PastMark.OPENING}
    return case.starts_on if case.starts_precision == PastPrecision.DAY and case.starts_mark in marks else None


def _end(case: PastCase, begin: date) -> tuple[date | None, bool]:
    """Return the last day and whether a source names it; else reckoned from the duration; else None."""
    if exact(case.ends_on, case.ends_precision, case.ends_mark):
        return case.ends_on, True
    if case.duration is None:
        return None, False
    return begin + timedelta(days=LONGEST[PastSpan(case.duration_unit)] * case.duration - 1), False


def _related(first: PastCase, second: PastCase) -> bool:
    """Return True when one is, or may be, a part of the other."""
    for part, whole in ((first, second), (second, first)):
        proposed = part.part_state == PastReading.PROPOSED and part.part_read.casefold() == whole.code.casefold()
        if part.part_of_id == whole.pk or proposed:
            return True
    return first.part_of_id is not None and first.part_of_id == second.part_of_id


def overlaps_of(cases: Iterable[PastCase]) -> list[Overlap]:
    """Return the pairs of cases that were at one host at one time, in the order of their beginning."""
    at: dict[str, list[tuple[date, PastCase, str]]] = {}
    for case in cases:
        begin = _begin(case)
        if begin is not None and case.kind != PastKind.PRESENTATION:
            for host in case.hosts:
                at.setdefault(host.casefold(), []).append((begin, case, host))
    made = []
    for rows in at.values():
        for (begin, first, host), (later, second, _host) in combinations(sorted(rows, key=lambda row: (row[0], row[1].pk)), 2):
            end, named = _end(first, begin)
            if end is None or later > end or _related(first, second):
                continue
            after, after_named = _end(second, later)
            until = min(end, after) if named and after is not None and after_named else None
            began = first.starts_mark == second.starts_mark == PastMark.ITSELF
            made.append(Overlap(first, second, host, later, until, sure=named and began))
    return sorted(made, key=lambda one: (one.since, one.first.code, one.second.code))
