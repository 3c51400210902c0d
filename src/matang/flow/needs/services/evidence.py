"""Record evidence; what it adds up to is written in the same transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction
from django.utils.translation import gettext as _

from matang.flow.needs.choices import RELIABILITY, SURE, EvidenceSource
from matang.flow.needs.models import Evidence
from matang.flow.needs.permissions import may_record_evidence
from matang.flow.register.public import person_visible_to, unit_path_of
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.clock.services import now, today
from matang.foundation.tenancy.bulk import copy_into


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """A piece to be recorded in bulk. ``reliability`` empty = the usual one of its source."""

    person_id: int
    competency_id: int
    level: int
    source: str
    shown_on: date
    expires_on: date | None = None
    reliability: int | None = None
    rater_role: str = ""
    note: str = ""
    origin: str = ""


def record_evidence(*, actor: Actor, piece: NewEvidence) -> Evidence:
    """Append one piece of evidence and recompute the person's status.

    About oneself one records only one's own word.
    """
    if person_visible_to(actor, piece.person_id) is None:
        raise RefusedError(Denied(_("Pegawai ini tidak ada dalam lingkup Anda.")))
    require(may_record_evidence(actor, piece.person_id, piece.source, lambda: unit_path_of(piece.person_id, today())))
    with transaction.atomic():
        evidence = Evidence.objects.create(
            agency_id=actor.agency_id,
            rater_id=actor.user_id,
            recorded_at=now(),
            reliability=_reliability(piece),
            **{name: getattr(piece, name) for name in _COPIED},
        )
        recompute(actor.agency_id, today(), [piece.person_id])
    return evidence


_COPIED = ("person_id", "competency_id", "level", "source", "shown_on", "expires_on", "rater_role", "note", "origin")


def record_many(agency_id: int, pieces: Sequence[NewEvidence], *, day: date) -> int:
    """Append many pieces (an import, a demonstration) and recompute; return how many."""
    moment = now()
    with transaction.atomic():
        count = copy_into(
            Evidence,
            ("agency", "person", "competency", "level", "source", "reliability", "shown_on", "expires_on", "rater_role",
             "note",              "origin", "recorded_at"),
            (
                (agency_id, p.person_id, p.competency_id, p.level, p.source, _reliability(p), p.shown_on, p.expires_on,
                 p.rater_role,
                 p.note, p.origin, moment)
                for p in pieces
            ),
        )  # fmt: skip
        recompute(agency_id, day, {piece.person_id for piece in pieces})
    return count


def _reliability(piece: NewEvidence) -> int:
    return RELIABILITY[EvidenceSource(piece.source)] if piece.reliability is None else piece.reliability


RECOMPUTE = """
WITH latest AS (
    SELECT DISTINCT ON (e.person_id, e.competency_id, e.source) e.*
    FROM needs_evidence e
    WHERE e.agency_id = %(agency)s AND e.person_id = ANY(%(people)s::bigint[])
      AND e.shown_on <= %(day)s AND (e.expires_on IS NULL OR e.expires_on > %(day)s)
    ORDER BY e.person_id, e.competency_id, e.source, e.shown_on DESC, e.level DESC
), later AS (
    SELECT person_id, competency_id, min(shown_on) AS begins
    FROM needs_evidence WHERE agency_id = %(agency)s AND person_id = ANY(%(people)s::bigint[]) AND shown_on > %(day)s
    GROUP BY person_id, competency_id
)
INSERT INTO needs_competencystatus (agency_id, person_id, competency_id, low, high, pieces, holds_from, holds_to)
SELECT %(agency)s, l.person_id, l.competency_id, min(l.level) FILTER (WHERE l.reliability >= %(sure)s), max(l.level), count(*),
       %(day)s, least(min(l.expires_on), min(later.begins))
FROM latest l LEFT JOIN later USING (person_id, competency_id)
GROUP BY l.person_id, l.competency_id
"""


def recompute(agency_id: int, day: date, people: Iterable[int]) -> None:
    """Write again what the evidence of these people adds up to on the day."""
    chosen = list(people)
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM needs_competencystatus WHERE agency_id = %s AND person_id = ANY(%s::bigint[])", [agency_id, chosen]
        )
        cursor.execute(RECOMPUTE, {"agency": agency_id, "people": chosen, "day": day, "sure": int(SURE)})
