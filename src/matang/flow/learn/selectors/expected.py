"""What stands open with an account in this stage, in one query for each side: read by the page that says what is expected."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_

from django.db.models import Case, CharField, Count, Exists, F, Min, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from matang.flow.learn.choices import (
    BEING_PREPARED,
    LOGBOOK_OPEN,
    REPORT_OPEN,
    HostAnswer,
    LookerSide,
    ParticipantState,
    ReportState,
    SendingState,
    SignKind,
)
from matang.flow.learn.models import (
    AskedCompetency,
    LogEntry,
    MidReview,
    Participant,
    Sending,
    SendingReport,
    SendingStep,
    SignOff,
)
from matang.flow.learn.permissions import HOST_ROLES
from matang.flow.learn.selectors.closing import owing_reports
from matang.flow.learn.selectors.daily.reach import going
from matang.flow.learn.selectors.gate import LIGHT
from matang.flow.learn.selectors.sendings import requests_to
from matang.foundation.access.actor import Actor
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today

NOT_GOING = (ParticipantState.WITHDRAWN, ParticipantState.NOT_CHOSEN)


@dataclass(frozen=True, slots=True)
class OpenRequests:
    """Requests that wait for this agency's answer: how many, since when the oldest was first asked, the nearest first day."""

    count: int
    asked_at: datetime | None
    starts_on: date | None


def open_requests(actor: Actor) -> OpenRequests:
    """Return the requests that wait for an answer of whoever speaks for the agency as a host; one query."""
    if not actor.scope(*HOST_ROLES).everything:
        return OpenRequests(0, None, None)
    rows = requests_to(actor).filter(state=SendingState.SUBMITTED, host_answer=HostAnswer.ASKED)
    found = rows.aggregate(count=Count("pk"), first=Min("host_asked_at"), near=Min("starts_on"))
    return OpenRequests(found["count"], found["first"], found["near"])


@dataclass(frozen=True, slots=True)
class Mentored:
    """An intern whom the actor mentors, and what waits for a word: entries, the review at half time, levels, the report.

    ``review_since`` is the middle day, once it has come and this side has not written; ``levels`` counts competencies that the
    host is asked to judge, ``report`` says that the report waits to be checked. The last two are one side's each.
    """

    pk: int
    name: str
    side: str
    unread: int
    review_since: date | None
    levels: int
    report: bool


def mentored_by(actor: Actor, day: date) -> list[Mentored]:
    """Return the interns whom the actor mentors, here or at the host, whose report was not accepted yet; one query."""
    here = Q(host_agency_id=actor.agency_id, host_mentor_account=actor.user_id)
    home = Q(agency_id=actor.agency_id, mentor_id=actor.person_id) if actor.person_id else Q(pk__in=())
    side = Case(When(here, then=Value(LookerSide.HOST.value)), default=Value(LookerSide.HOME.value), output_field=CharField())
    signs = SignOff.objects.filter(entry=OuterRef("pk"), side=OuterRef(OuterRef("side")))
    unread = LogEntry.objects.filter(participant=OuterRef("pk"), current=True).exclude(Exists(signs))
    asked = AskedCompetency.objects.filter(participant=OuterRef("pk"), judgement=None)
    reports = SendingReport.objects.filter(participant=OuterRef("pk"), state=ReportState.SUBMITTED)
    rows = going().filter(here | home, sending__state__in=LOGBOOK_OPEN).exclude(sending__kind__in=LIGHT)
    counted = rows.annotate(
        side=side,
        unread=_number_of(unread),
        reviewed=Exists(MidReview.objects.filter(participant=OuterRef("pk"), side=OuterRef("side"))),
        to_judge=_number_of(asked),
        report_waits=Exists(reports),
    )
    columns = ("pk", "card_name", "side", "unread", "reviewed", "to_judge", "report_waits")
    spans = ("sending__state", "sending__starts_on", "sending__ends_on")
    found = []
    for pk, name, side_of, unseen, reviewed, levels, waits, *span in counted.order_by("card_name", "pk").values_list(
        *columns, *spans
    ):
        since = None if reviewed else _half_time(*span, day)
        host = side_of == LookerSide.HOST
        found.append(Mentored(pk, name, side_of, unseen, since, levels if host else 0, waits and not host))
    return found


def _number_of(rows: QuerySet) -> Coalesce:
    """Return how many of these rows a participant has."""
    counted = rows.order_by().values("participant").annotate(many=Count("pk")).values("many")
    return Coalesce(Subquery(counted), 0)


def _half_time(state: str, starts_on: date | None, ends_on: date | None, day: date) -> date | None:
    """Return the middle day of what is under way once it has come; without both ends nobody knows it."""
    if state != SendingState.UNDER_WAY or starts_on is None or ends_on is None:
        return None
    middle = starts_on + timedelta(days=(ends_on - starts_on).days // 2)
    return middle if day >= middle else None


@dataclass(frozen=True, slots=True)
class OwnStanding:
    """Where the actor was put forward or went, and what is theirs to do now.

    ``commit``: no commitment of their own yet. ``write``: inside the internship, nothing written on the day. ``asked``:
    questions of mentors. ``report_since``: back since then, and the report not handed in (or, ``sent_back``, returned).
    """

    pk: int
    title: str
    commit: bool
    write: bool
    asked: int
    report_since: date | None
    sent_back: bool


def own_standings(actor: Actor, day: date) -> list[OwnStanding]:
    """Return the actor's own sendings that are not over, the nearest first; one query."""
    if actor.person_id is None:
        return []
    entries = LogEntry.objects.filter(participant=OuterRef("pk"), current=True)
    said = SignOff.objects.filter(entry=OuterRef("entry"), side=OuterRef("side")).order_by("-signed_at", "-pk")
    asking = SignOff.objects.filter(entry__participant=OuterRef("pk"), entry__current=True, kind=SignKind.ASKS)
    asking = asking.annotate(last=Subquery(said.values("pk")[:1])).filter(pk=F("last"))
    back = SendingStep.objects.filter(sending=OuterRef("sending"), after=SendingState.RETURNED).order_by("made_at", "pk")
    questions = asking.order_by().values("entry__participant").annotate(many=Count("pk")).values("many")
    rows = Participant.objects.filter(
        agency_id=actor.agency_id, person_id=actor.person_id, sending__state__in=(*BEING_PREPARED, *LOGBOOK_OPEN)
    ).exclude(state__in=NOT_GOING)
    known = rows.annotate(
        written=Exists(entries.filter(day=day)),
        questions=Coalesce(Subquery(questions), 0),
        reported=Subquery(SendingReport.objects.filter(participant=OuterRef("pk")).values("state")[:1]),
        back=Subquery(back.values("made_on")[:1]),
    )
    named = known.select_related("sending").order_by(F("sending__starts_on").asc(nulls_last=True), "pk")
    return [_standing(row, day) for row in named]


def _standing(row: Participant, day: date) -> OwnStanding:
    sending, light = row.sending, row.sending.kind in LIGHT
    chosen = row.state == ParticipantState.CHOSEN
    inside = sending.state == SendingState.UNDER_WAY and (sending.ends_on is None or day <= sending.ends_on)
    unfinished = row.reported is None or row.reported in REPORT_OPEN
    owes = chosen and sending.state == SendingState.RETURNED and unfinished
    return OwnStanding(
        pk=row.pk,
        title=sending.title,
        commit=sending.state in BEING_PREPARED and not light and row.committed_at is None,
        write=chosen and inside and not light and not row.written,
        asked=row.questions if chosen else 0,
        report_since=row.back if owes else None,
        sent_back=owes and row.reported == ReportState.SENT_BACK,
    )


@dataclass(frozen=True, slots=True)
class OpenSendings:
    """Sendings that wait on the sender: drafts and declined ones for the head of the unit, ready ones for the official.

    ``owing`` ones came back longer ago than reports are waited for and owe one: with the HR officer, who may close them.
    Ready = the host accepted, a rule of costs and at least one participant were chosen; ``ready_since`` is the oldest answer.
    ``…_first`` is the key of the first of each: where there is one only, it is the one to open.
    """

    drafts: int = 0
    declined: int = 0
    owing: int = 0
    ready: int = 0
    ready_since: datetime | None = None
    drafts_first: int | None = None
    declined_first: int | None = None
    ready_first: int | None = None


def open_sendings(actor: Actor) -> OpenSendings:
    """Return how many sendings wait for the actor as head of a unit, appointing official and HR officer; at most two queries."""
    head, official = actor.scope(Role.UNIT_HEAD), actor.has(Role.APPOINTING_OFFICIAL)
    owing = owing_reports(actor, actor.scope(Role.HR_OFFICER), today())
    if head.empty and not official:
        return OpenSendings(owing=owing)
    asked = Q(state=SendingState.SUBMITTED)
    wanted: dict[str, Count | Min] = {}
    if not head.empty:
        inside = Q() if head.everything else reduce(or_, (Q(unit__path__startswith=path) for path in head.paths))
        draft, declined = inside & Q(state=SendingState.DRAFT), inside & asked & Q(host_answer=HostAnswer.DECLINED)
        wanted["drafts"], wanted["drafts_first"] = Count("pk", filter=draft), Min("pk", filter=draft)
        wanted["declined"], wanted["declined_first"] = Count("pk", filter=declined), Min("pk", filter=declined)
    if official:
        chosen = Exists(Participant.objects.filter(sending=OuterRef("pk"), state=ParticipantState.CHOSEN))
        ready = asked & Q(host_answer=HostAnswer.ACCEPTED) & ~Q(cost_rule="") & chosen
        wanted["ready"], wanted["ready_first"] = Count("pk", filter=ready), Min("pk", filter=ready)
        wanted["ready_since"] = Min("host_answered_at", filter=ready)
    rows = Sending.objects.filter(agency_id=actor.agency_id, state__in=BEING_PREPARED)
    return OpenSendings(owing=owing, **rows.aggregate(**wanted))
