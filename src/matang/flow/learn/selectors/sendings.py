"""Read sendings: as the sender, as somebody who goes, and as the host."""

from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from matang.flow.learn.choices import VISIBLE_TO_HOST, ParticipantState, SendingKind, SendingState
from matang.flow.learn.models import Sending, SendingStep
from matang.flow.learn.permissions import READING_ROLES
from matang.foundation.access.actor import Actor

GOING = Count("participants", filter=Q(participants__state=ParticipantState.CHOSEN))
CANDIDATES = Count("participants", filter=~Q(participants__state=ParticipantState.WITHDRAWN))
SORTS: dict[str, tuple[object, ...]] = {
    "baru": ("-opened_at", "-id"),
    "mulai": (F("starts_on").asc(nulls_last=True), "-id"),
    "unit": ("unit_name", "-opened_at", "-id"),
}
OVER = (SendingState.CLOSED, SendingState.REFUSED, SendingState.CANCELLED)


@dataclass(frozen=True, slots=True)
class SendingQuestion:
    """What a list of sendings was asked for. Empty fields do not filter; no state = those not over; ``state`` may be ``all``."""

    text: str = ""
    kind: str = ""
    state: str = ""
    unit_path: str = ""
    cohort_id: int | None = None
    sort: str = "baru"


def sendings_visible_to(actor: Actor) -> QuerySet[Sending]:
    """Return the sendings of the own agency that the actor reads: of units in reach, and those they go on or mentor."""
    rows = Sending.objects.filter(agency_id=actor.agency_id)
    scope = actor.scope(*READING_ROLES)
    if scope.everything:
        return rows
    seen = Q(pk__in=())
    for path in scope.paths:
        seen |= Q(unit__path__startswith=path)
    if actor.person_id:
        own = Q(participants__person_id=actor.person_id) | Q(participants__mentor_id=actor.person_id)
        seen |= Q(pk__in=Sending.objects.filter(own, agency_id=actor.agency_id).values("pk"))
    return rows.filter(seen)


def sending_visible_to(actor: Actor, sending_id: int) -> Sending | None:
    """Return one of them with what its page names, else None."""
    named = ("unit", "need", "aim", "indicator", "host__partner", "host__linked", "host__agency", "cohort", "opened_by")
    return sendings_visible_to(actor).select_related(*named).filter(pk=sending_id).first()


def sendings_asked(actor: Actor, question: SendingQuestion) -> QuerySet[Sending]:
    """Return the sendings that the actor sees and the question asks for, with how many go and how many are candidates."""
    rows = sendings_visible_to(actor)
    if question.state in SendingState.values:
        rows = rows.filter(state=question.state)
    elif question.state != "all":
        rows = rows.exclude(state__in=OVER)
    if question.kind in SendingKind.values:
        rows = rows.filter(kind=question.kind)
    if question.unit_path:
        rows = rows.filter(unit__path__startswith=question.unit_path)
    if question.cohort_id:
        rows = rows.filter(cohort_id=question.cohort_id)
    for word in question.text.split():
        said = Q(title__icontains=word) | Q(unit_name__icontains=word) | Q(host__partner__name__icontains=word)
        rows = rows.filter(said)
    return rows


def listed(rows: QuerySet[Sending], sort: str) -> QuerySet[Sending]:
    """Return the sendings in order, with what a line of the list names."""
    named = rows.select_related("host__partner", "host__agency", "cohort")
    return named.annotate(going=GOING, candidates=CANDIDATES).order_by(*SORTS.get(sort, SORTS["baru"]))


def steps_of(sending: Sending) -> list[SendingStep]:
    """Return what became of a sending, the newest first."""
    return list(sending.steps.order_by("-made_at", "-pk"))


def requests_to(actor: Actor) -> QuerySet[Sending]:
    """Return the sendings that this agency hosts or is asked to host. Only columns of shared rows: the sender's stay hidden."""
    return Sending.objects.filter(host_agency_id=actor.agency_id, state__in=VISIBLE_TO_HOST)
