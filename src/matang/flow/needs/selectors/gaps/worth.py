"""The cheapest evidence that could change a decision, so that the scarce assessment centre goes only where it matters.

A requirement is open when it has no evidence, or when its interval lies on both sides of the level that is asked. Evidence
matters where its answer would settle an open requirement; where all evidence says "below" or it is shown to be met, more
evidence changes nothing. One act — an assessment, a test, a rating form — of a person may settle several at once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db import connection

from matang.flow.needs.choices import RELIABILITY, SURE, CompetencyField, CostBasis, EvidenceSource
from matang.flow.needs.models import EvidenceCost
from matang.flow.needs.selectors.gaps.lines import JUDGED, GapQuestion, asked_of
from matang.flow.needs.selectors.intervals import LATEST, intervals_at, places
from matang.flow.needs.selectors.standards import competencies_at
from matang.foundation.access.actor import Actor

ALL = frozenset(CompetencyField)
SUITS: dict[EvidenceSource, frozenset[CompetencyField]] = {
    EvidenceSource.ASSESSMENT_CENTRE: frozenset({CompetencyField.MANAGERIAL, CompetencyField.CULTURAL}),
    EvidenceSource.TEST: ALL,
    EvidenceSource.WORK_RESULT: frozenset({CompetencyField.TECHNICAL}),
    EvidenceSource.CERTIFICATE: frozenset({CompetencyField.TECHNICAL}),
    EvidenceSource.SUPERIOR: ALL,
    EvidenceSource.PEER: ALL,
    EvidenceSource.SUBORDINATE: frozenset({CompetencyField.MANAGERIAL, CompetencyField.CULTURAL}),
    EvidenceSource.HOST: ALL,
}
"""Which groups of competencies a kind of evidence can speak about. One's own word settles nothing and is left out. Ours."""

MUST, SHOULD = 3, 1
STRADDLES = 2
"""A requirement for which there is a sign that it is met weighs twice one about which nothing is known."""
SETTLES, SCREENS = 100, 25
"""Percent of a requirement's weight that a kind of evidence is worth: it can prove it met, or only rule it out."""
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class OpenLine:
    """A requirement that is open for a person. ``level`` is None where only somebody's interest asks; ``posts`` ask for it."""

    competency_id: int
    field: str
    level: int | None
    must: bool
    posts: int
    low: int | None
    high: int | None
    held_down_by: frozenset[str] = frozenset()
    importance: int = 1

    @property
    def straddles(self) -> bool:
        """True when there is evidence on both sides, or a sign without proof."""
        return self.high is not None

    @property
    def weight(self) -> int:
        """How much it matters to settle this."""
        return (MUST if self.must else SHOULD) * (STRADDLES if self.straddles else 1) * max(1, self.posts) * self.importance


@dataclass(frozen=True, slots=True)
class Advice:
    """One act of evidence for one person: what it could settle, what it is worth and what it costs (None = unknown)."""

    person_id: int
    kind: EvidenceSource
    lines: tuple[OpenLine, ...]
    value: int
    rupiah: int | None
    minutes: int | None

    @property
    def proves(self) -> bool:
        """True when the kind can prove a level, false when it can only rule one out."""
        return RELIABILITY[self.kind] >= SURE

    @property
    def musts(self) -> int:
        """How many of the requirements are must-haves."""
        return sum(line.must for line in self.lines)

    @property
    def per_million(self) -> int | None:
        """Worth for every Rp 1,000,000, rounded; None where the cost is unknown or nothing."""
        return round(self.value * MILLION / self.rupiah) if self.rupiah else None

    @property
    def order(self) -> tuple[object, ...]:
        """Most worth for the money first: free, then by worth per rupiah, then what has no known cost by worth alone."""
        if self.rupiah is None:
            return (2, -self.value, self.person_id, self.kind.value)
        if self.rupiah == 0:
            return (0, -self.value, self.person_id, self.kind.value)
        return (1, -self.value / self.rupiah, -self.value, self.person_id, self.kind.value)


@dataclass(frozen=True, slots=True)
class Bought:
    """What a sum buys when the list is followed from the top, leaving out what does not fit and what has no known cost.

    ``settled`` requirements (``musts`` of them must-haves) may be proved; ``screened`` ones may only be ruled out.
    """

    acts: int
    people: int
    settled: int
    musts: int
    screened: int
    spent: int
    unpriced: int


def costs_at(agency_id: int, day: date) -> dict[str, EvidenceCost]:
    """Return what each kind of evidence costs on the day; a kind without a row has no known cost."""
    rows = EvidenceCost.objects.filter(agency_id=agency_id, since__lte=day).order_by("since")
    return {row.kind: row for row in rows}


OPEN_LINES = f"""{JUDGED}
, open_lines AS (
    SELECT person_id, competency_id, max(level) AS level, bool_or(must) AS must, count(*) AS posts,
           min(low) AS low, max(high) AS high
    FROM judged WHERE standing IN ('unsure', 'no_evidence') GROUP BY person_id, competency_id
)
SELECT person_id, array_agg(competency_id ORDER BY competency_id), array_agg(level ORDER BY competency_id),
       array_agg(must ORDER BY competency_id), array_agg(posts ORDER BY competency_id), array_agg(low ORDER BY competency_id),
       array_agg(high ORDER BY competency_id)
FROM open_lines GROUP BY person_id
"""  # noqa: S608 - constants only
HELD_DOWN = f"""
SELECT person_id, competency_id, array_agg(source), array_agg(level)
FROM ({LATEST.format(rows="needs_evidence e")}) latest WHERE reliability >= %(sure)s GROUP BY person_id, competency_id
"""  # noqa: S608 - constants only


def cheapest_evidence(
    actor: Actor,
    as_at: date,
    interest: Mapping[tuple[int, int], int] | None = None,
    *,
    question: GapQuestion | None = None,
    kind: EvidenceSource | None = None,
) -> list[Advice]:
    """Return what evidence to gather about whom, most worth for the money first, of the people whom the actor sees.

    Args:
        actor: who asks.
        as_at: the day.
        interest: how much it matters to settle (person, competency), a factor: 1 is usual, 0 leaves it out. A pair that no
            post of the person asks for counts while there is no proof of any level.
        question: narrows to a unit, kinds of posts, competencies or must-haves; its day is not read.
        kind: only this kind of evidence; otherwise the best for each person.
    """
    asked = replace(question or GapQuestion(as_at), day=as_at, definitive=False)
    fields = {competency.pk: competency.field for competency in competencies_at(actor.agency_id or 0, as_at)}
    lines = _open_lines(actor, asked, fields)
    if interest:
        lines = _with_interest(actor, asked, lines, interest, fields)
    costs = costs_at(actor.agency_id or 0, as_at)
    kinds = [kind] if kind else list(SUITS)
    known: dict[tuple[OpenLine, ...], tuple[Advice, ...]] = {}
    found: list[Advice] = []
    for person, mine in lines.items():
        if mine not in known:
            known[mine] = tuple(advise(mine, kinds, costs))
        found.extend(replace(advice, person_id=person) for advice in known[mine])
    return sorted(found, key=lambda advice: advice.order)


def _open_lines(actor: Actor, question: GapQuestion, fields: Mapping[int, str]) -> dict[int, tuple[OpenLine, ...]]:
    asked = asked_of(actor, question)
    with connection.cursor() as cursor:
        cursor.execute(OPEN_LINES, asked)
        rows = cursor.fetchall()
        split = [row[0] for row in rows if any(low is not None for low in row[5])]
        cursor.execute(HELD_DOWN, places(actor.agency_id or 0, question.day, split))
        sure = {(person, competency): list(zip(sources, levels, strict=True)) for person, competency, sources, levels in cursor}
    return {
        person: tuple(
            OpenLine(
                competency, fields.get(competency, ""), level, must, posts, low, high,
                frozenset(source for source, shown in sure.get((person, competency), ()) if shown < level)
                if low is not None else frozenset(),
            )
            for competency, level, must, posts, low, high in zip(*columns, strict=True)
        )
        for person, *columns in rows
    }  # fmt: skip


def _with_interest(
    actor: Actor,
    question: GapQuestion,
    lines: dict[int, tuple[OpenLine, ...]],
    interest: Mapping[tuple[int, int], int],
    fields: Mapping[int, str],
) -> dict[int, tuple[OpenLine, ...]]:
    people = {person for person, _ in interest}
    seen = asked_of(actor, replace(question, people=tuple(people)))["people"]
    visible = set(seen) if isinstance(seen, list) else people
    shown = intervals_at(actor.agency_id or 0, question.day, visible)
    weighed = {
        person: [replace(line, importance=interest.get((person, line.competency_id), 1)) for line in mine]
        for person, mine in lines.items()
    }
    for (person, competency), importance in interest.items():
        found = shown.get((person, competency))
        listed = any(line.competency_id == competency for line in lines.get(person, ()))
        if person in visible and not listed and (found is None or found.low is None):
            high = found.high if found else None
            extra = OpenLine(competency, fields.get(competency, ""), None, False, 0, None, high, importance=importance)
            weighed.setdefault(person, []).append(extra)
    return {person: kept for person, mine in weighed.items() if (kept := tuple(line for line in mine if line.importance > 0))}


def worth(line: OpenLine, kind: EvidenceSource) -> int:
    """Return what a kind of evidence is worth for an open requirement, 0 where its answer can change nothing.

    A sure kind can prove it met, unless other sure sources that it does not answer hold the level down. A hint can at most
    rule out a requirement about which nothing is known.
    """
    if line.field not in SUITS[kind]:
        return 0
    if RELIABILITY[kind] >= SURE:
        return line.weight * SETTLES if line.held_down_by <= {kind.value} else 0
    return 0 if line.straddles else line.weight * SCREENS


def advise(lines: tuple[OpenLine, ...], kinds: Iterable[EvidenceSource], costs: Mapping[str, EvidenceCost]) -> list[Advice]:
    """Return the acts for one person: the best first, then the best for what it leaves open, until nothing is left."""
    left, made = list(lines), []
    open_kinds = list(kinds)
    while left and open_kinds:
        offers = [offer for kind in open_kinds if (offer := _offer(kind, left, costs.get(kind.value)))]
        if not offers:
            break
        best = min(offers, key=lambda offer: (*offer.order[:-2], -RELIABILITY[offer.kind]))
        made.append(best)
        open_kinds.remove(best.kind)
        left = [line for line in left if line not in best.lines]
    return made


def _offer(kind: EvidenceSource, lines: Iterable[OpenLine], cost: EvidenceCost | None) -> Advice | None:
    worths = [(line, value) for line in lines if (value := worth(line, kind))]
    if not worths:
        return None
    times = len(worths) if cost is not None and cost.basis == CostBasis.COMPETENCY else 1
    return Advice(
        0,
        kind,
        tuple(line for line, _ in worths),
        sum(value for _, value in worths),
        None if cost is None or cost.rupiah is None else cost.rupiah * times,
        None if cost is None or cost.minutes is None else cost.minutes * times,
    )


def bought_with(advice: Iterable[Advice], rupiah: int) -> Bought:
    """Return what a sum buys."""
    left, unpriced, bought = rupiah, 0, list[Advice]()
    for entry in advice:
        if entry.rupiah is None:
            unpriced += 1
        elif entry.rupiah <= left:
            left -= entry.rupiah
            bought.append(entry)
    sure = [entry for entry in bought if entry.proves]
    return Bought(
        acts=len(bought),
        people=len({entry.person_id for entry in bought}),
        settled=sum(len(entry.lines) for entry in sure),
        musts=sum(entry.musts for entry in sure),
        screened=sum(len(entry.lines) for entry in bought if not entry.proves),
        spent=rupiah - left,
        unpriced=unpriced,
    )
