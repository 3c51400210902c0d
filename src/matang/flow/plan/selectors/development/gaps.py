"""Gaps that learning could close: of everybody in active service who holds a post in a unit and below, on a day."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from matang.flow.needs.public import NOTHING, Interval, Requirement, Standing, intervals_at, requirements_of, standing
from matang.flow.plan.choices import PriorityGroup
from matang.flow.plan.selectors.facts import people_facts
from matang.flow.register.public import ids_of

LEADERS = ("jpt_utama", "jpt_madya", "jpt_pratama", "administrator")


@dataclass(frozen=True, slots=True)
class OpenGap:
    """A person's post asks for ``required``; ``start`` is the level from which learning would begin."""

    person_id: int
    opd_id: int
    group: PriorityGroup
    competency_id: int
    start: int
    required: int
    must: bool


@dataclass(slots=True)
class OpenGaps:
    """The gaps, and of how many requirements nothing can be said for want of evidence, by OPD."""

    gaps: list[OpenGap] = field(default_factory=list)
    people: int = 0
    unknown: Counter[int] = field(default_factory=Counter)
    unsure: Counter[int] = field(default_factory=Counter)


def group_of(kind: str) -> PriorityGroup:
    """Return the group of a kind of post."""
    if kind in LEADERS:
        return PriorityGroup.LEADERS
    if kind == "pengawas":
        return PriorityGroup.SUPERVISORS
    return PriorityGroup.EXPERTS if kind.startswith("jf_") else PriorityGroup.STAFF


def open_gaps(agency_id: int, day: date, *, unit_path: str = "", unsure: bool = False) -> OpenGaps:
    """Return the gaps on the day, by person and competency; five queries whatever the number.

    A gap counts when all evidence says "below"; with ``unsure`` also when reliable evidence says so and other evidence
    does not. Where there is no reliable evidence of a level, somebody has to look first: that is counted, not planned.
    """
    facts = people_facts(agency_id, day)
    rows = [row for row in range(len(facts)) if facts.post_ids[row] > 0 and facts.unit_paths[row].startswith(unit_path)]
    asked = requirements_of(agency_id, day, {(int(facts.post_ids[row]), facts.kinds[row]) for row in rows})
    shown = intervals_at(agency_id, day, [int(facts.ids[row]) for row in rows])
    found = OpenGaps(people=len(rows))
    for row in rows:
        person, opd = int(facts.ids[row]), ids_of(facts.unit_paths[row])[0]
        for requirement in asked[int(facts.post_ids[row])]:
            interval = shown.get((person, requirement.competency_id), NOTHING)
            start = _start(found, opd, requirement, interval, unsure=unsure)
            if start is not None:
                found.gaps.append(
                    OpenGap(
                        person,
                        opd,
                        group_of(facts.kinds[row]),
                        requirement.competency_id,
                        start,
                        requirement.level,
                        requirement.must,
                    )
                )
    return found


def _start(found: OpenGaps, opd: int, requirement: Requirement, interval: Interval, *, unsure: bool) -> int | None:
    """Return the level from which learning begins, or None where there is no gap that learning could be planned for."""
    stands = standing(requirement.level, interval)
    if stands == Standing.MEETS:
        return None
    if stands == Standing.BELOW:
        return interval.low if interval.low is not None else interval.high
    if stands == Standing.UNSURE and interval.low is not None:
        found.unsure[opd] += 1
        return interval.low if unsure else None
    found.unknown[opd] += 1
    return None
