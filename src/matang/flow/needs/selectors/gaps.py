"""Gaps: of a person with the arithmetic, and of many by unit."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from matang.flow.needs.choices import MANAGERIAL_FIRST, SURE, EvidenceSource, Standing
from matang.flow.needs.models import Competency, Evidence
from matang.flow.needs.selectors.defaults import default_levels
from matang.flow.needs.selectors.intervals import Interval, Piece, counted, gap, interval, standing
from matang.flow.needs.selectors.standards import Requirement, core_ids, requirements_of
from matang.flow.register.public import Incumbency, IncumbencyKind, Person, Post, people_visible_to
from matang.foundation.access.actor import Actor


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """A piece of evidence as a page shows it."""

    source: str
    level: int
    reliability: int
    shown_on: date
    expires_on: date | None
    rater_role: str
    note: str
    counts: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class GapLine:
    """One requirement of a person's post, what was shown, and how that was computed."""

    competency: Competency
    requirement: Requirement | None
    found: Interval
    standing: Standing | None
    gap: int
    pieces: tuple[ShownPiece, ...]


def post_of(person: Person, day: date) -> Post | None:
    """Return the post that the person definitively holds on the day."""
    held = (
        Incumbency.objects.as_at(day).filter(person=person, kind=IncumbencyKind.DEFINITIVE).select_related("post__unit").first()
    )
    return held.post if held else None


def person_gaps(person: Person, post: Post | None, day: date) -> list[GapLine]:
    """Return a line for every competency that the post asks for or that the person has evidence of."""
    agency = person.agency_id
    asked = {r.competency_id: r for r in requirements_of(agency, day, [(post.pk, post.kind)])[post.pk]} if post else {}
    evidence: dict[int, list[Evidence]] = {}
    for piece in Evidence.objects.filter(agency_id=agency, person=person).order_by("-shown_on", "id"):
        evidence.setdefault(piece.competency_id, []).append(piece)
    lines = []
    for competency in Competency.objects.filter(agency_id=agency, pk__in={*asked, *evidence}):
        requirement = asked.get(competency.pk)
        pieces = evidence.get(competency.pk, [])
        plain = {
            piece.pk: Piece(piece.source, piece.level, piece.reliability, piece.shown_on, piece.expires_on) for piece in pieces
        }
        counting = {id(piece) for piece in counted(plain.values(), day)}
        found = interval(plain.values(), day)
        shown = tuple(_shown(piece, counts=id(plain[piece.pk]) in counting) for piece in pieces)
        level = requirement.level if requirement else None
        lines.append(
            GapLine(
                competency,
                requirement,
                found,
                standing(level, found) if level else None,
                gap(level, found) if level else 0,
                shown,
            )
        )
    return lines


def _shown(piece: Evidence, *, counts: bool) -> ShownPiece:
    return ShownPiece(
        EvidenceSource(piece.source).label, piece.level, piece.reliability, piece.shown_on, piece.expires_on, piece.rater_role,
        piece.note, counts, piece.reliability >= SURE,
    )  # fmt: skip


@dataclass(slots=True)
class Cell:
    """How many requirements stand how."""

    meets: int = 0
    below: int = 0
    unsure: int = 0
    no_evidence: int = 0

    @property
    def total(self) -> int:
        """All requirements of the cell."""
        return self.meets + self.below + self.unsure + self.no_evidence

    @property
    def shown(self) -> float | None:
        """The share that is shown for sure to be met; None where nothing is asked."""
        return self.meets / self.total if self.total else None

    @property
    def unknown(self) -> bool:
        """True when not one requirement has any evidence, so that nothing can be said, not even "none is met"."""
        return self.no_evidence == self.total

    def add(self, other: "Cell") -> None:
        """Add another cell's counts."""
        self.meets += other.meets
        self.below += other.below
        self.unsure += other.unsure
        self.no_evidence += other.no_evidence


@dataclass(slots=True)
class OpdGaps:
    """The gaps of the people of one OPD: a cell for each core competency and their sum."""

    unit_id: int
    name: str
    people: int
    cells: dict[int, Cell]
    total: Cell


GAPS_BY_OPD = """
WITH seen AS ({people}),
defaults(kind, level) AS (SELECT unnest(%s::text[]), unnest(%s::int[])),
held AS (
    SELECT i.person_id, p.id AS post_id, p.kind, split_part(u.path, '/', 2)::bigint AS opd
    FROM register_incumbency i JOIN register_post p ON p.id = i.post_id JOIN register_unit u ON u.id = p.unit_id
    WHERE i.agency_id = %s AND i.kind = 'definitive' AND i.valid_from <= %s AND (i.valid_to IS NULL OR i.valid_to > %s)
      AND i.person_id IN (SELECT id FROM seen) AND (%s::text[] IS NULL OR p.kind = ANY(%s::text[]))
),
own AS (
    SELECT post_id, competency_id, level FROM needs_poststandard
    WHERE agency_id = %s AND valid_from <= %s AND (valid_to IS NULL OR valid_to > %s)
),
asked AS (
    SELECT h.opd, h.person_id, o.competency_id, o.level FROM held h JOIN own o USING (post_id)
    UNION ALL
    SELECT h.opd, h.person_id, c.id, d.level
    FROM held h JOIN defaults d USING (kind) CROSS JOIN unnest(%s::bigint[]) AS c(id)
    WHERE NOT EXISTS (SELECT 1 FROM own o WHERE o.post_id = h.post_id)
)
SELECT a.opd, a.competency_id, count(DISTINCT a.person_id),
       count(*) FILTER (WHERE s.low >= a.level),
       count(*) FILTER (WHERE s.high < a.level),
       count(*) FILTER (WHERE s.high >= a.level AND (s.low IS NULL OR s.low < a.level)),
       count(*) FILTER (WHERE s.high IS NULL)
FROM asked a LEFT JOIN needs_competencystatus s ON s.person_id = a.person_id AND s.competency_id = a.competency_id
GROUP BY a.opd, a.competency_id
"""


def gaps_by_opd(actor: Actor, day: date, *, kinds: tuple[str, ...] | None = MANAGERIAL_FIRST) -> list[OpdGaps]:
    """Return the gaps of the people whom the actor sees, by OPD, by one query; ``kinds`` None = every kind of post.

    Reads the stored status, which holds for the day it was computed until its next change; other days: ``intervals_at``.
    """
    people, parameters = people_visible_to(actor, day).order_by().values("pk").query.sql_with_params()
    sql = GAPS_BY_OPD.replace("{people}", people.replace('"register_person"."id" AS "pk"', '"register_person"."id" AS id'))
    chosen, levels = list(kinds) if kinds else None, default_levels(day)
    with connection.cursor() as cursor:
        cursor.execute(
            sql,
            [*parameters, list(levels), list(levels.values()), actor.agency_id, day, day, chosen, chosen,
             actor.agency_id, day, day, core_ids(actor.agency_id, day)],
        )  # fmt: skip
        rows = cursor.fetchall()
    found: dict[int, OpdGaps] = {}
    for opd, competency, people_count, meets, below, unsure, nothing in rows:
        entry = found.setdefault(opd, OpdGaps(opd, "", 0, {}, Cell()))
        cell = Cell(meets, below, unsure, nothing)
        entry.cells[competency] = cell
        entry.total.add(cell)
        entry.people = max(entry.people, people_count)
    return list(found.values())
