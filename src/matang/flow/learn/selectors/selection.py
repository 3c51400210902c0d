"""Who of a unit might go: each with gap, commitment, expected effect and time left, ranked by rules that the page shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, Max, QuerySet

from matang.flow.learn.choices import SINCE_ORDER, ParticipantState
from matang.flow.learn.models import Participant, Sending
from matang.flow.needs.public import NOTHING, Interval, chart_at, intervals_at, requirements_of
from matang.flow.register.public import Incumbency, IncumbencyKind, Person, people_visible_to, retirement_at
from matang.foundation.access.actor import Actor

YEAR = 365.25
NEVER = -1.0


class Group(StrEnum):
    """How the evidence stands against what the post asks for. No evidence is not "below"."""

    BELOW = "below"
    NO_EVIDENCE = "no_evidence"
    ENOUGH = "enough"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who might go. ``required`` None = the post doesn't ask for the competency; ``years_left`` None = unknown."""

    person_id: int
    name: str
    nip: str
    post: str
    unit: str
    required: int | None
    found: Interval
    years_left: float | None
    earlier: int
    last_on: date | None
    mentor: str
    row: Participant | None

    @property
    def group(self) -> Group:
        """Return how the evidence stands: what is shown for sure decides."""
        if self.required is None:
            return Group.NOT_ASKED
        if self.found.low is None:
            return Group.NO_EVIDENCE
        return Group.ENOUGH if self.found.low >= self.required else Group.BELOW

    @property
    def gap(self) -> int | None:
        """Return the levels that are missing for sure; None where no evidence tells."""
        if self.required is None or self.found.low is None:
            return None
        return max(0, self.required - self.found.low)

    @property
    def committed(self) -> bool:
        """True when a commitment is written."""
        return self.row is not None and bool(self.row.commitment.strip())

    @property
    def effect(self) -> str:
        """Return what the unit expects to change, in its words."""
        return self.row.effect.strip() if self.row is not None else ""


@dataclass(frozen=True, slots=True)
class CandidateQuestion:
    """What the list is asked for: words, a group (empty = below and without evidence, ``all``), an order."""

    text: str = ""
    group: str = ""
    sort: str = "urutan"


GROUPS = list(Group)


def _rank(row: Candidate) -> tuple[object, ...]:
    """Order by gap, then commitment, then expected effect, then years left, then fewest earlier sendings, then name."""
    left = row.years_left if row.years_left is not None else NEVER
    return (
        GROUPS.index(row.group), -(row.gap or 0), not row.committed, not row.effect, -left, row.earlier,
        row.name.casefold(), row.person_id,
    )  # fmt: skip


ORDERS = {
    "urutan": _rank,
    "nama": lambda row: (row.name.casefold(), row.person_id),
    "waktu": lambda row: (-(row.years_left if row.years_left is not None else NEVER), row.name.casefold(), row.person_id),
    "pernah": lambda row: (row.earlier, row.name.casefold(), row.person_id),
}


def candidates_of(actor: Actor, sending: Sending, competency_id: int | None, day: date) -> list[Candidate]:
    """Return everybody who serves in the sending unit or below and whom the actor sees, best first by the stated order.

    A fixed number of queries, whatever the number of people.
    """
    agency = sending.agency_id
    held = _held(actor, sending, day)
    asked = requirements_of(agency, day, {(row["post_id"], row["post__kind"]) for row in held})
    people = [row["person_id"] for row in held]
    shown = intervals_at(agency, day, people)
    chart, limit = chart_at(agency, sending.unit.path, day), retirement_at(day)
    named = dict(Person.objects.filter(agency_id=agency, pk__in=set(chart.leaders.values())).values_list("pk", "full_name"))
    earlier, there = _earlier(agency, people, sending), {row.person_id: row for row in sending.participants.all()}
    made = []
    for row in held:
        person = row["person_id"]
        levels = {line.competency_id: line.level for line in asked[row["post_id"]]}
        retires = limit.date_of(row["person__birth_date"], row["post__kind"])
        times, last = earlier.get(person, (0, None))
        made.append(
            Candidate(
                person,
                row["person__full_name"],
                row["person__nip"] or "",
                row["post__name"],
                row["post__unit__name"],
                levels.get(competency_id or 0),
                shown.get((person, competency_id or 0), NOTHING),
                None if retires is None else max(0.0, (retires - day).days / YEAR),
                times,
                last,
                named.get(chart.superior_of(person) or 0, ""),
                there.get(person),
            )
        )  # fmt: skip
    return sorted(made, key=_rank)


def _held(actor: Actor, sending: Sending, day: date) -> list[dict[str, object]]:
    """Return the definitive posts of the people of the unit and below whom the actor sees, one of each."""
    rows = Incumbency.objects.as_at(day).filter(
        agency_id=sending.agency_id,
        kind=IncumbencyKind.DEFINITIVE,
        post__unit__path__startswith=sending.unit.path,
        person__in=people_visible_to(actor, day).values("pk"),
    )
    columns = (
        "person_id", "person__full_name", "person__nip", "person__birth_date", "post_id", "post__name", "post__kind",
        "post__unit__name",
    )  # fmt: skip
    return list({row["person_id"]: row for row in rows.order_by("pk").values(*columns)}.values())


def _earlier(agency_id: int, people: Iterable[int], sending: Sending) -> dict[int, tuple[int, date | None]]:
    """Return how often each person was sent before, and until when the last time."""
    rows = Participant.objects.filter(
        agency_id=agency_id, person_id__in=list(people), state=ParticipantState.CHOSEN, sending__state__in=SINCE_ORDER
    ).exclude(sending=sending)
    counted = rows.order_by().values("person_id").annotate(times=Count("pk"), last=Max("sending__ends_on"))
    return {row["person_id"]: (row["times"], row["last"]) for row in counted}


def asked_for(rows: Iterable[Candidate], question: CandidateQuestion) -> list[Candidate]:
    """Return the candidates that answer the question, in its order."""
    words = question.text.casefold().split()
    groups = {Group(question.group)} if question.group in GROUPS else {Group.BELOW, Group.NO_EVIDENCE}
    kept = [
        row
        for row in rows
        if (question.group == "all" or row.group in groups)
        and all(word in f"{row.name} {row.nip} {row.post} {row.unit}".casefold() for word in words)
    ]
    return sorted(kept, key=ORDERS.get(question.sort, _rank))


def own_proposals(actor: Actor) -> QuerySet[Participant]:
    """Return where the actor was put forward, newest first."""
    rows = Participant.objects.filter(agency_id=actor.agency_id, person_id=actor.person_id or 0)
    named = ("sending__unit", "sending__host__partner", "sending__host__agency", "sending__need", "competency", "mentor")
    return rows.select_related(*named).order_by("-sending__opened_at", "-pk")
