"""Requests for correction: a person's own, and those that an officer answers."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from matang.flow.register.choices import CorrectionState
from matang.flow.register.models import CorrectionRequest
from matang.flow.register.permissions import may_answer_corrections
from matang.flow.register.selectors.people import people_visible_to
from matang.foundation.access.actor import Actor
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import now, today


def corrections_visible_to(actor: Actor) -> QuerySet[CorrectionRequest]:
    """Return the requests the actor sees: their own, and as an HR officer those of the people the officer sees."""
    mine = Q(person_id=actor.person_id) if actor.person_id else Q(pk__in=())
    if may_answer_corrections(actor):
        officer = Actor(
            actor.user_id, actor.agency_id, None, actor.name, tuple(h for h in actor.held if h.role == Role.HR_OFFICER)
        )
        mine |= Q(person_id__in=people_visible_to(officer, today()).values("pk"))
    return CorrectionRequest.objects.filter(mine, agency_id=actor.agency_id).select_related("person", "answered_by")


@dataclass(frozen=True, slots=True)
class Clock:
    """The 3×24 hours of a request at a moment: hours left (negative once over) and whether it is overdue."""

    hours_left: int
    overdue: bool


def clock_of(request: CorrectionRequest, at: datetime | None = None) -> Clock | None:
    """Return the clock of an open request; None once it is answered or withdrawn."""
    if request.state != CorrectionState.OPEN:
        return None
    left = request.due_at - (at or now())
    return Clock(hours_left=int(left.total_seconds() // 3600), overdue=left.total_seconds() < 0)


def open_corrections(person_id: int) -> int:
    """Return how many open requests a person has."""
    return CorrectionRequest.objects.filter(person_id=person_id, state=CorrectionState.OPEN).count()
