"""Write what the evidence of people adds up to, in the transaction that changed the evidence."""

from collections.abc import Iterable
from datetime import date

from django.db import connection

from matang.flow.needs.selectors.intervals import ADDED_UP, LATEST, places

RECOMPUTE = f"""
WITH latest AS ({LATEST.format(rows="needs_evidence e")}), pairs AS (
    SELECT e.person_id, e.competency_id, min(e.shown_on) FILTER (WHERE e.shown_on > %(day)s) AS begins
    FROM needs_evidence e
    WHERE e.agency_id = %(agency)s AND e.person_id = ANY(%(people)s::bigint[])
      AND NOT EXISTS (SELECT FROM needs_evidencewithdrawal w WHERE w.evidence_id = e.id)
    GROUP BY e.person_id, e.competency_id
), summed(person_id, competency_id, low, high, pieces, expires) AS (
    SELECT person_id, competency_id, {ADDED_UP}, count(*), min(expires_on) FROM latest GROUP BY person_id, competency_id
)
INSERT INTO needs_competencystatus (agency_id, person_id, competency_id, low, high, pieces, holds_from, holds_to)
SELECT %(agency)s, p.person_id, p.competency_id, s.low, s.high, coalesce(s.pieces, 0), %(day)s, least(s.expires, p.begins)
FROM pairs p LEFT JOIN summed s USING (person_id, competency_id)
"""  # noqa: S608 - constants only


def take_turn(agency_id: int) -> None:
    """Let no other writer of the agency's evidence go on until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"matang.evidence:{agency_id}"])


def recompute(agency_id: int, day: date, people: Iterable[int]) -> None:
    """Write again what the evidence of these people adds up to on the day.

    Writers of one agency take turns from here to the end of their transaction, so that each sees what the others added.
    """
    chosen = sorted(set(people))
    take_turn(agency_id)
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM needs_competencystatus WHERE agency_id = %s AND person_id = ANY(%s::bigint[])", [agency_id, chosen]
        )
        cursor.execute(RECOMPUTE, places(agency_id, day, chosen))
