"""What a host reads of those who ask to come: columns of shared rows only, never the sender's register."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from matang.flow.learn.choices import HostAnswer, ParticipantState, SendingKind, SendingState
from matang.flow.learn.models import Participant, Sending, VisitBrief
from matang.flow.learn.selectors.gate import LIGHT
from matang.flow.learn.selectors.sendings import requests_to
from matang.foundation.access.actor import Actor

COLUMNS = (
    "pk", "kind", "title", "agency__name", "unit_name", "host_unit", "host_contact", "seats", "starts_on", "ends_on", "state",
    "host_answer", "host_answer_reason", "host_answered_at", "host_answered_name", "chosen",
)  # fmt: skip
CARD = ("pk", "card_name", "card_post", "card_unit", "card_education", "host_mentor_name")


@dataclass(frozen=True, slots=True)
class HostRequest:
    """One request as the host reads it. ``seats``, ``starts_on`` and ``ends_on`` None = not known."""

    pk: int
    kind: str
    title: str
    agency: str
    unit_name: str
    host_unit: str
    host_contact: str
    seats: int | None
    starts_on: date | None
    ends_on: date | None
    state: str
    host_answer: str
    host_answer_reason: str
    host_answered_at: datetime | None
    host_answered_name: str
    chosen: int
    brief: dict[str, Any] | None = None

    @property
    def kind_label(self) -> str:
        """Return the name of the kind."""
        return str(SendingKind(self.kind).label)

    @property
    def state_label(self) -> str:
        """Return the name of the state."""
        return str(SendingState(self.state).label)

    @property
    def answer_label(self) -> str:
        """Return the name of our answer."""
        return str(HostAnswer(self.host_answer).label)

    @property
    def people(self) -> int | None:
        """Return who comes: those chosen, before that the seats asked for; None = not known."""
        return self.chosen or self.seats

    @property
    def light(self) -> bool:
        """True for a study visit."""
        return self.kind in LIGHT

    @property
    def waits(self) -> bool:
        """True while it waits for our answer."""
        return self.state == SendingState.SUBMITTED and self.host_answer == HostAnswer.ASKED


@dataclass(frozen=True, slots=True)
class RequestQuestion:
    """What the list of requests is asked for; empty fields do not filter."""

    text: str = ""
    answer: str = ""
    kind: str = ""


def requests_asked(actor: Actor, question: RequestQuestion) -> QuerySet[Sending]:
    """Return the requests to the actor's agency that answer the question."""
    rows = requests_to(actor)
    if question.answer in HostAnswer.values:
        rows = rows.filter(host_answer=question.answer)
    if question.kind in SendingKind.values:
        rows = rows.filter(kind=question.kind)
    for word in question.text.split():
        rows = rows.filter(Q(title__icontains=word) | Q(agency__name__icontains=word) | Q(host_unit__icontains=word))
    return rows


def requests_shown(rows: QuerySet[Sending], window: slice) -> list[HostRequest]:
    """Return the requests of a window: those that wait first, then the nearest first day."""
    waits = Case(
        When(state=SendingState.SUBMITTED, host_answer=HostAnswer.ASKED, then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
    chosen = Count("participants", filter=Q(participants__state=ParticipantState.CHOSEN))
    found = rows.annotate(waits=waits, chosen=chosen).order_by("waits", "-starts_on", "-pk")
    return [HostRequest(*row) for row in found.values_list(*COLUMNS)[window]]


def request_to(actor: Actor, sending_id: int) -> HostRequest | None:
    """Return one request to the actor's agency with the brief of its visit, else None."""
    rows = requests_shown(requests_to(actor).filter(pk=sending_id), slice(0, 1))
    if not rows:
        return None
    columns = ("questions", "take_home", "guest_feedback", "guest_name", "guest_at", "host_feedback", "host_name", "host_at")
    brief = VisitBrief.objects.filter(sending_id=sending_id, host_agency_id=actor.agency_id).values(*columns).first()
    names = (name for name in HostRequest.__slots__ if name != "brief")
    return HostRequest(**{name: getattr(rows[0], name) for name in names}, brief=brief)


def guests_of(actor: Actor, sending_id: int) -> list[dict[str, Any]]:
    """Return the cards of who comes, once the order was given."""
    rows = Participant.objects.filter(
        sending_id=sending_id, host_agency_id=actor.agency_id, state=ParticipantState.CHOSEN
    ).exclude(card_name="")
    return list(rows.order_by("card_name", "pk").values(*CARD))
