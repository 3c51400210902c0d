"""From pieces of evidence to an interval. The one place that says how.

Of every source the most recent piece that still holds counts; sources are not averaged. What reliable sources
(``choices.SURE``) agree on at least is shown for sure (``low``); what the most generous source says is possible (``high``).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection

from matang.flow.needs.choices import SURE, Standing


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence, as the arithmetic needs it."""

    source: str
    level: int
    reliability: int
    shown_on: date
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """What the evidence adds up to. ``low``/``high`` are None where nothing was shown."""

    low: int | None
    high: int | None
    pieces: int


NOTHING = Interval(None, None, 0)


def counted(pieces: Iterable[Piece], day: date) -> list[Piece]:
    """Return the pieces that count on the day: the latest valid one of every source, strongest first."""
    latest: dict[str, Piece] = {}
    for piece in sorted(pieces, key=lambda piece: (piece.shown_on, piece.level)):
        if piece.shown_on <= day and (piece.expires_on is None or piece.expires_on > day):
            latest[piece.source] = piece
    return sorted(latest.values(), key=lambda piece: (-piece.reliability, piece.source))


def interval(pieces: Iterable[Piece], day: date) -> Interval:
    """Return what the pieces add up to on the day."""
    counting = counted(pieces, day)
    if not counting:
        return NOTHING
    sure = [piece.level for piece in counting if piece.reliability >= SURE]
    return Interval(min(sure) if sure else None, max(piece.level for piece in counting), len(counting))


def standing(required: int, found: Interval) -> Standing:
    """Say how an interval stands against a required level."""
    if found.high is None:
        return Standing.NO_EVIDENCE
    if found.low is not None and found.low >= required:
        return Standing.MEETS
    return Standing.BELOW if found.high < required else Standing.UNSURE


def gap(required: int, found: Interval) -> int:
    """Return how many levels are not shown for sure: required minus what is shown for sure, never below zero."""
    return max(0, required - (found.low or 0))


INTERVALS = """
WITH latest AS (
    SELECT DISTINCT ON (e.person_id, e.competency_id, e.source) e.person_id, e.competency_id, e.level, e.reliability
    FROM needs_evidence e
    WHERE e.agency_id = %(agency)s AND e.shown_on <= %(day)s AND (e.expires_on IS NULL OR e.expires_on > %(day)s)
      AND (%(people)s::bigint[] IS NULL OR e.person_id = ANY(%(people)s::bigint[]))
    ORDER BY e.person_id, e.competency_id, e.source, e.shown_on DESC, e.level DESC
)
SELECT person_id, competency_id, min(level) FILTER (WHERE reliability >= %(sure)s), max(level), count(*)
FROM latest GROUP BY person_id, competency_id
"""


def intervals_at(agency_id: int, day: date, people: Iterable[int] | None = None) -> dict[tuple[int, int], Interval]:
    """Return the intervals of many people on a day by one query, keyed by (person, competency); absent = no evidence."""
    chosen = None if people is None else list(people)
    with connection.cursor() as cursor:
        cursor.execute(INTERVALS, {"agency": agency_id, "day": day, "people": chosen, "sure": int(SURE)})
        return {(person, competency): Interval(low, high, count) for person, competency, low, high, count in cursor.fetchall()}
