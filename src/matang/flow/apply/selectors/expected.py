"""What waits for an account in this stage: decisions, and looks at what was decided."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Min, Prefetch, Q

from matang.flow.apply.choices import RecommendationState
from matang.flow.apply.models import Adoption, AdoptionCheck, Recommendation
from matang.flow.apply.selectors.adoptions import clocks_of
from matang.foundation.access.actor import Actor, Scope
from matang.foundation.access.roles import Role

NOTICE = timedelta(days=14)
"""How long before the last day of a clock its check is called due."""


@dataclass(frozen=True, slots=True)
class WaitingDecisions:
    """Presented recommendations that wait for the actor's decision, and since which day of presentation the oldest does.

    ``first`` is the key of one of them: where there is one only, it is the one to open.
    """

    count: int
    presented_on: date | None
    first: int | None = None


def waiting_decisions(actor: Actor) -> WaitingDecisions:
    """Return what the actor may decide about: as official all of them, as head those proposed and owned below. One query.

    Nobody is asked to decide about what they brought home themselves.
    """
    official, head = actor.scope(Role.APPOINTING_OFFICIAL).everything, actor.scope(Role.UNIT_HEAD)
    if not official and head.empty:
        return WaitingDecisions(0, None)
    rows = Recommendation.objects.filter(agency_id=actor.agency_id, state=RecommendationState.PRESENTED)
    if actor.person_id is not None:
        rows = rows.exclude(person_id=actor.person_id)
    if not official:
        rows = rows.filter(_inside(head, "unit") & Q(owner_unit__isnull=False) & _inside(head, "owner_unit"))
    found = rows.aggregate(count=Count("pk"), day=Min("presentation__day"), first=Min("pk"))
    return WaitingDecisions(found["count"], found["day"], found["first"])


@dataclass(frozen=True, slots=True)
class DueCheck:
    """A clock of an adoption that has to be looked at: of which day (30, 90, 180, 365), until when, how many days late."""

    adoption_id: int
    title: str
    clock: int
    due_on: date
    late: int


def due_checks(actor: Actor, day: date) -> list[DueCheck]:
    """Return the checks that are late or due within ``NOTICE``, the longest late first; at most two queries.

    A head is asked for those of the own units. The appointing official, who doesn't look himself, is told what is late.
    """
    official, head = actor.scope(Role.APPOINTING_OFFICIAL).everything, actor.scope(Role.UNIT_HEAD)
    if not official and head.empty:
        return []
    rows = Adoption.objects.filter(agency_id=actor.agency_id, result="").select_related("unit", "recommendation")
    if not official:
        rows = rows.filter(_inside(head, "unit"))
    found = []
    for row in rows.prefetch_related(Prefetch("checks", queryset=AdoptionCheck.objects.order_by("recorded_at", "pk"))):
        own = head.covers(row.unit.path) if not head.empty else False
        for clock in clocks_of(row, row.checks.all(), day):
            due = clock.state == "open" and clock.due - day <= NOTICE
            if clock.state == "late" or (own and due):
                found.append(DueCheck(row.pk, row.recommendation.title, clock.clock, clock.due, clock.late))
    return sorted(found, key=lambda one: (one.due_on, one.adoption_id))


def _inside(scope: Scope, field: str) -> Q:
    inside = Q() if scope.everything else Q(pk__in=())
    for path in scope.paths:
        inside |= Q(**{f"{field}__path__startswith": path})
    return inside
