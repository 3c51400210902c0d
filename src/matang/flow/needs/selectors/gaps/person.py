"""The gaps of one person with the arithmetic: which evidence counts, which does not and why, and what it adds up to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from matang.flow.needs.choices import EvidenceSource, Standing
from matang.flow.needs.models import Competency, Evidence
from matang.flow.needs.selectors.intervals import Fate, Interval, Piece, Weighed, added_up, gap, standing, weigh
from matang.flow.needs.selectors.standards import Requirement, requirements_of
from matang.flow.register.public import Incumbency, IncumbencyKind, Person, Post
from matang.foundation.access.roles import Role

ROLES = dict(Role.choices)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Why and when a piece was taken out, by whom, and whether another piece took its place."""

    reason: str
    at: datetime
    by: str
    replaced: bool


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """A piece of evidence as a page shows it. ``answered_on`` is the day of the newer piece that answers it."""

    key: int
    source_key: str
    source: str
    level: int
    reliability: int
    shown_on: date
    expires_on: date | None
    rater: str
    note: str
    document_id: int | None
    recorded_at: datetime
    rater_id: int | None
    fate: Fate
    answered_on: date | None
    withdrawn: Withdrawn | None

    @property
    def counts(self) -> bool:
        """True when the piece is part of the interval."""
        return self.fate in {Fate.SURE, Fate.HINT}


@dataclass(frozen=True, slots=True)
class GapLine:
    """One requirement of a person's post, what was shown, and how that was computed."""

    competency: Competency
    requirement: Requirement | None
    found: Interval
    standing: Standing | None
    gap: int
    pieces: tuple[ShownPiece, ...]

    @property
    def lowest_sure(self) -> tuple[ShownPiece, ...]:
        """The sure pieces that hold the interval's lower end down."""
        return tuple(p for p in self.pieces if p.fate is Fate.SURE and p.level == self.found.low)

    @property
    def highest(self) -> tuple[ShownPiece, ...]:
        """The pieces that hold the interval's upper end up."""
        return tuple(p for p in self.pieces if p.counts and p.level == self.found.high)

    @property
    def voices(self) -> dict[str, ShownPiece]:
        """The piece that counts of each source; of a source with many raters, the newest."""
        counting = sorted((p for p in self.pieces if p.counts), key=lambda p: (p.shown_on, p.key))
        return {piece.source_key: piece for piece in counting}


def post_of(person: Person, day: date) -> Post | None:
    """Return the post that the person definitively holds on the day."""
    held = (
        Incumbency.objects.as_at(day).filter(person=person, kind=IncumbencyKind.DEFINITIVE).select_related("post__unit").first()
    )
    return held.post if held else None


def person_gaps(person: Person, post: Post | None, day: date) -> list[GapLine]:
    """Return a line for every competency that the post asks for or that the person has evidence of, in dictionary order."""
    agency = person.agency_id
    asked = {r.competency_id: r for r in requirements_of(agency, day, [(post.pk, post.kind)])[post.pk]} if post else {}
    evidence: dict[int, list[Evidence]] = {}
    rows = Evidence.objects.filter(agency_id=agency, person=person).select_related("withdrawal__withdrawn_by", "rater")
    for row in rows.order_by("-shown_on", "-id"):
        evidence.setdefault(row.competency_id, []).append(row)
    return [
        line_of(competency, asked.get(competency.pk), evidence.get(competency.pk, []), day)
        for competency in Competency.objects.filter(agency_id=agency, pk__in={*asked, *evidence})
    ]


def line_of(competency: Competency, requirement: Requirement | None, rows: Iterable[Evidence], day: date) -> GapLine:
    """Return the line of one competency from its evidence."""
    given = list(rows)
    weighed = weigh([plain(row) for row in given], day)
    found = added_up(weighed)
    level = requirement.level if requirement else None
    return GapLine(
        competency,
        requirement,
        found,
        standing(level, found) if level else None,
        gap(level, found) if level else 0,
        tuple(_shown(row, entry) for row, entry in zip(given, weighed, strict=True)),
    )


def plain(row: Evidence) -> Piece:
    """Return a piece as the arithmetic needs it; ``withdrawal`` should be joined."""
    return Piece(
        row.source, row.level, row.reliability, row.shown_on, row.expires_on, row.rater_role, row.pk, hasattr(row, "withdrawal")
    )


def _shown(row: Evidence, entry: Weighed) -> ShownPiece:
    taken = row.withdrawal if entry.fate is Fate.WITHDRAWN else None
    return ShownPiece(
        row.pk, row.source, str(EvidenceSource(row.source).label), row.level, row.reliability, row.shown_on, row.expires_on,
        str(ROLES.get(row.rater_role, row.rater_role)), row.note, row.document_id, row.recorded_at, row.rater_id, entry.fate,
        entry.by.shown_on if entry.by else None,
        Withdrawn(taken.reason, taken.withdrawn_at, str(taken.withdrawn_by or ""), taken.replacement_id is not None)
        if taken
        else None,
    )  # fmt: skip
