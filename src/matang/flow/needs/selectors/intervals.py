"""From pieces of evidence to an interval. The one place that says how.

Of every voice (a source; of sources with many raters, each rater) the most recent piece that still holds counts; voices are
not averaged. What reliable sources (``choices.SURE``) agree on at least is shown for sure (``low``); what the most generous
voice says is possible (``high``). A withdrawn piece counts on no day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from django.db import connection

from matang.flow.needs.choices import SURE, VOICES, Standing


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence, as the arithmetic needs it. ``key`` orders pieces of one day as they were recorded."""

    source: str
    level: int
    reliability: int
    shown_on: date
    expires_on: date | None = None
    rater: str = ""
    key: int = 0
    withdrawn: bool = False

    @property
    def voice(self) -> tuple[str, str]:
        """Whose word it is: newer pieces answer older ones of the same voice only."""
        return (self.source, self.rater if self.source in VOICES else "")


class Fate(StrEnum):
    """What becomes of a piece in the arithmetic of a day."""

    SURE = "sure"
    HINT = "hint"
    ANSWERED = "answered"
    EXPIRED = "expired"
    LATER = "later"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A piece and its fate; ``by`` is the newer piece of the same voice that answers it."""

    piece: Piece
    fate: Fate
    by: Piece | None = None

    @property
    def counts(self) -> bool:
        """True when the piece is part of the interval."""
        return self.fate in {Fate.SURE, Fate.HINT}


@dataclass(frozen=True, slots=True)
class Interval:
    """What the evidence adds up to. ``low``/``high`` are None where nothing was shown."""

    low: int | None
    high: int | None
    pieces: int


NOTHING = Interval(None, None, 0)


def weigh(pieces: Iterable[Piece], day: date) -> list[Weighed]:
    """Say for each piece what becomes of it on the day, in the order given."""
    given = list(pieces)
    latest: dict[tuple[str, str], Piece] = {}
    for piece in sorted(given, key=lambda piece: (piece.shown_on, piece.key)):
        if _reason_out(piece, day) is None:
            latest[piece.voice] = piece
    weighed = []
    for piece in given:
        newest = latest.get(piece.voice)
        if fate := _reason_out(piece, day):
            weighed.append(Weighed(piece, fate))
        elif newest is not piece:
            weighed.append(Weighed(piece, Fate.ANSWERED, newest))
        else:
            weighed.append(Weighed(piece, Fate.SURE if piece.reliability >= SURE else Fate.HINT))
    return weighed


def _reason_out(piece: Piece, day: date) -> Fate | None:
    if piece.withdrawn:
        return Fate.WITHDRAWN
    if piece.shown_on > day:
        return Fate.LATER
    return Fate.EXPIRED if piece.expires_on is not None and piece.expires_on <= day else None


def added_up(weighed: Iterable[Weighed]) -> Interval:
    """Return what the pieces that count add up to."""
    counting = [entry for entry in weighed if entry.counts]
    if not counting:
        return NOTHING
    sure = [entry.piece.level for entry in counting if entry.fate is Fate.SURE]
    return Interval(min(sure) if sure else None, max(entry.piece.level for entry in counting), len(counting))


def interval(pieces: Iterable[Piece], day: date) -> Interval:
    """Return what the pieces add up to on the day."""
    return added_up(weigh(pieces, day))


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


LATEST = """
SELECT DISTINCT ON (e.person_id, e.competency_id, e.source, v.voice)
       e.person_id, e.competency_id, e.source, e.level, e.reliability, e.expires_on
FROM {rows}
CROSS JOIN LATERAL (SELECT CASE WHEN e.source = ANY(%(voices)s::text[]) THEN e.rater_role ELSE '' END AS voice) v
WHERE e.agency_id = %(agency)s AND e.shown_on <= %(day)s AND (e.expires_on IS NULL OR e.expires_on > %(day)s)
  AND (%(people)s::bigint[] IS NULL OR e.person_id = ANY(%(people)s::bigint[]))
  AND NOT EXISTS (SELECT FROM needs_evidencewithdrawal w WHERE w.evidence_id = e.id)
ORDER BY e.person_id, e.competency_id, e.source, v.voice, e.shown_on DESC, e.id DESC
"""
"""The pieces that count on a day, in SQL. ``{rows}`` is the evidence ``e``, whole or joined to some of its pairs."""

ADDED_UP = "min(level) FILTER (WHERE reliability >= %(sure)s), max(level)"
INTERVALS = f"""
SELECT person_id, competency_id, {ADDED_UP}, count(*)
FROM ({LATEST.format(rows="needs_evidence e")}) latest GROUP BY person_id, competency_id
"""  # noqa: S608 - constants only
STALE_ROWS = (
    "(SELECT person_id, competency_id FROM stored WHERE NOT holds) s JOIN needs_evidence e USING (person_id, competency_id)"
)
KNOWN = f"""
stored AS MATERIALIZED (
    SELECT person_id, competency_id, low, high, holds_from <= %(day)s AND (holds_to IS NULL OR holds_to > %(day)s) AS holds
    FROM needs_competencystatus
    WHERE agency_id = %(agency)s AND (%(people)s::bigint[] IS NULL OR person_id = ANY(%(people)s::bigint[]))
), latest AS ({LATEST.format(rows=STALE_ROWS)}), known(person_id, competency_id, low, high) AS (
    SELECT person_id, competency_id, low, high FROM stored WHERE holds AND high IS NOT NULL
    UNION ALL SELECT person_id, competency_id, {ADDED_UP} FROM latest GROUP BY person_id, competency_id
)
"""  # noqa: S608 - constants only
"""What is known on a day: the stored status where it holds for that day, computed from the evidence where it does not."""


def places(agency_id: int, day: date, people: Iterable[int] | None = None) -> dict[str, object]:
    """Return what the SQL of this file asks for; ``people`` None = everybody."""
    chosen = None if people is None else list(people)
    return {"agency": agency_id, "day": day, "people": chosen, "sure": int(SURE), "voices": [str(voice) for voice in VOICES]}


def intervals_at(agency_id: int, day: date, people: Iterable[int] | None = None) -> dict[tuple[int, int], Interval]:
    """Return the intervals of many people on a day by one query, keyed by (person, competency); absent = no evidence."""
    with connection.cursor() as cursor:
        cursor.execute(INTERVALS, places(agency_id, day, people))
        rows = cursor.fetchall()
    return {(person, competency): _shared(low, high, count) for person, competency, low, high, count in rows}


_shared = lru_cache(maxsize=1024)(Interval)
"""An interval made once: a city has a hundred thousand pairs of people and competencies, and few different intervals."""
