"""Whose days an actor reads, and as what. Only columns of shared rows leave here, so that the host's reader gets them too."""

from dataclasses import dataclass
from datetime import date, timedelta, timezone

from django.db.models import Q, QuerySet

from matang.flow.learn.choices import LOGBOOK_OPEN, SINCE_ORDER, LookerSide, ParticipantState, SendingState
from matang.flow.learn.models import Participant, SendingStep
from matang.flow.learn.permissions import DAILY_READERS, HOST_ROLES, SENDER_ROLES
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import now, today

SHARED = (
    "id", "agency_id", "host_agency_id", "person_id", "mentor_id", "host_mentor_account", "host_mentor_name", "card_name",
    "card_post", "card_unit", "card_education", "sending_id", "sending__title", "sending__state", "sending__starts_on",
    "sending__ends_on", "sending__host_unit", "sending__unit_name", "agency__name", "host_agency__name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trainee:
    """A participant whose days the actor reads.

    ``side`` is from where the actor looks; ``mentors`` says that it is as this intern's mentor, ``leads`` that it is as who
    runs the internship on that side (the unit's head or the HR officer; the host's coordinator).
    """

    pk: int
    agency_id: int
    host_agency_id: int | None
    person_id: int
    host_mentor_account: int | None
    host_mentor_name: str
    name: str
    post: str
    unit: str
    education: str
    sending_id: int
    title: str
    state: str
    starts_on: date | None
    ends_on: date | None
    host_unit: str
    agency_name: str
    host_name: str
    side: str
    mentors: bool
    leads: bool

    @property
    def own(self) -> bool:
        """True when the actor is this intern."""
        return self.side == LookerSide.OWN

    @property
    def host_mentor(self) -> bool:
        """True when the actor is the mentor at the host."""
        return self.side == LookerSide.HOST and self.mentors


def going() -> QuerySet[Participant]:
    """Return the participants who were chosen for a sending that was ordered, whatever became of it since."""
    return Participant.objects.filter(state=ParticipantState.CHOSEN, sending__state__in=SINCE_ORDER)


def own_trainees(actor: Actor) -> list[Trainee]:
    """Return the internships of the actor, those that still take entries first and the latest of them first."""
    if actor.person_id is None:
        return []
    rows = going().filter(agency_id=actor.agency_id, person_id=actor.person_id)
    found = [_trainee(row, LookerSide.OWN) for row in rows.order_by("-sending__starts_on", "-pk").values_list(*SHARED)]
    return sorted(found, key=lambda row: row.state not in LOGBOOK_OPEN)


def home_trainees(actor: Actor) -> QuerySet[Participant]:
    """Return the participants of the own agency whom the actor mentors or whose unit is in reach."""
    rows = going().filter(agency_id=actor.agency_id)
    scope = actor.scope(*DAILY_READERS)
    if scope.everything:
        return rows
    seen = Q(mentor_id=actor.person_id) if actor.person_id else Q(pk__in=())
    for path in scope.paths:
        seen |= Q(sending__unit__path__startswith=path)
    return rows.filter(seen)


def hosted_trainees(actor: Actor) -> QuerySet[Participant]:
    """Return the participants whom this agency hosts: all for its coordinator, else those whose mentor here is the actor."""
    rows = going().filter(host_agency_id=actor.agency_id)
    if actor.scope(*HOST_ROLES).everything:
        return rows
    return rows.filter(host_mentor_account=actor.user_id)


def trainee_seen(actor: Actor, participant_id: int) -> Trainee | None:
    """Return one participant and as what the actor reads their days; None = not theirs."""
    own = going().filter(pk=participant_id, agency_id=actor.agency_id, person_id=actor.person_id or 0)
    if row := own.values_list(*SHARED).first():
        return _trainee(row, LookerSide.OWN)
    if row := home_trainees(actor).filter(pk=participant_id).values_list(*SHARED).first():
        made = dict(zip(SHARED, row, strict=True))
        path = Participant.objects.values_list("sending__unit__path", flat=True).get(pk=participant_id)
        mentors = made["mentor_id"] is not None and made["mentor_id"] == actor.person_id
        return _trainee(row, LookerSide.HOME, mentors=mentors, leads=actor.scope(*SENDER_ROLES).covers(path))
    if row := hosted_trainees(actor).filter(pk=participant_id).values_list(*SHARED).first():
        made = dict(zip(SHARED, row, strict=True))
        mentors = made["host_mentor_account"] == actor.user_id
        return _trainee(row, LookerSide.HOST, mentors=mentors, leads=actor.scope(*HOST_ROLES).everything)
    return None


def _trainee(row: tuple[object, ...], side: str, *, mentors: bool = False, leads: bool = False) -> Trainee:
    made: dict[str, object] = dict(zip(SHARED, row, strict=True))
    return Trainee(  # type: ignore[arg-type] # the columns are what the fields say
        pk=made["id"], agency_id=made["agency_id"], host_agency_id=made["host_agency_id"], person_id=made["person_id"],
        host_mentor_account=made["host_mentor_account"], host_mentor_name=made["host_mentor_name"], name=made["card_name"],
        post=made["card_post"], unit=made["card_unit"] or made["sending__unit_name"], education=made["card_education"],
        sending_id=made["sending_id"], title=made["sending__title"], state=made["sending__state"],
        starts_on=made["sending__starts_on"], ends_on=made["sending__ends_on"], host_unit=made["sending__host_unit"],
        agency_name=made["agency__name"], host_name=made["host_agency__name"] or "", side=side, mentors=mentors, leads=leads,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Window:
    """The days of an internship: from ``first`` to ``last`` (both included; empty = not known yet)."""

    first: date | None
    last: date | None
    returned_on: date | None

    def holds(self, day: date) -> bool:
        """True for a day of the internship."""
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)


def window_of(trainee: Trainee) -> Window:
    """Return the days of the internship: as planned, widened to the real departure and cut at the real return."""
    steps = SendingStep.objects.filter(sending_id=trainee.sending_id, after__in=(SendingState.UNDER_WAY, SendingState.RETURNED))
    steps = steps.exclude(before__in=(SendingState.REPORTED, SendingState.CLOSED))  # taken back or reopened: nobody travelled
    real = dict(steps.order_by("made_at").values_list("after", "made_on"))
    left, back = real.get(SendingState.UNDER_WAY.value), real.get(SendingState.RETURNED.value)
    starts = [day for day in (trainee.starts_on, left) if day is not None]
    return Window(min(starts, default=None), back or trainee.ends_on, back)


def latest_day(offset_minutes: int | None) -> date:
    """Return the latest day that may have begun for the writer: today here, or where the phone says it is."""
    if offset_minutes is None:
        return today()
    return max(today(), now().astimezone(timezone(timedelta(minutes=offset_minutes))).date())
