"""Rounds that are open to other governments: as a sender reads them, and as the coordinator does."""

from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from matang.flow.learn.choices import ParticipantState, RequestState, SendingState
from matang.flow.learn.models import MatchingRound, Participant, RoundApplicant, RoundCall, RoundRequest, Sending
from matang.flow.learn.permissions import ROUND_ROLES, SENDER_ROLES
from matang.foundation.access.actor import Actor, Scope

GOING = (ParticipantState.CANDIDATE, ParticipantState.CHOSEN, ParticipantState.RESERVE)
STANDING = (RequestState.HANDED_IN, RequestState.TAKEN, RequestState.ANSWERED)


def calls_for(actor: Actor) -> QuerySet[RoundCall]:
    """Return the calls of other governments that are open or got something from here, the next to close first."""
    mine = RoundRequest.objects.filter(agency_id=actor.agency_id, call_number=OuterRef("pk"))
    rows = RoundCall.objects.exclude(agency_id=actor.agency_id)
    return rows.filter(Q(closed_at=None) | Exists(mine)).order_by("closes_on", "pk")


def takes_more(call: RoundCall, day: date) -> bool:
    """Return whether applications may be handed in on a day; the last day counts."""
    return call.closed_at is None and call.closes_on >= day


def requests_handed_in(actor: Actor, call: RoundCall) -> QuerySet[RoundRequest]:
    """Return what the actor's agency handed in to a call, of the units in reach."""
    rows = RoundRequest.objects.filter(agency_id=actor.agency_id, call_number=call.pk, host_agency_id=call.agency_id)
    rows = rows.filter(_within(actor.scope(*SENDER_ROLES), "participant__sending__unit"))
    return rows.select_related("participant__sending").order_by("name", "pk")


def may_be_handed_in(actor: Actor, call: RoundCall) -> QuerySet[Participant]:
    """Return the participants of submitted sendings in reach that are not in the call yet."""
    there = RoundRequest.objects.filter(call_number=call.pk, participant=OuterRef("pk"), state__in=STANDING)
    rows = Participant.objects.filter(agency_id=actor.agency_id, state__in=GOING, sending__state=SendingState.SUBMITTED)
    rows = rows.filter(_within(actor.scope(*SENDER_ROLES), "sending__unit")).exclude(Exists(there))
    return rows.select_related("person", "sending", "competency").order_by("sending__title", "pk")


def _within(scope: Scope, field: str) -> Q:
    if scope.everything:
        return Q()
    return reduce(or_, (Q(**{f"{field}__path__startswith": path}) for path in scope.paths), Q(pk__in=()))


@dataclass(frozen=True, slots=True)
class CallStanding:
    """A round's call as the coordinator sees it: what waits to be taken, and from how many governments it came."""

    call: RoundCall | None
    waiting: int = 0
    governments: int = 0


def standing_of_call(found: MatchingRound) -> CallStanding:
    """Return the call of a round with what was handed in; at most two queries."""
    call = RoundCall.objects.filter(round=found).first()
    if call is None:
        return CallStanding(None)
    rows = RoundRequest.objects.filter(call_number=call.pk, host_agency_id=call.agency_id, state__in=STANDING)
    told = rows.aggregate(
        waiting=Count("pk", filter=Q(state=RequestState.HANDED_IN)), governments=Count("agency_id", distinct=True)
    )
    return CallStanding(call, **told)


@dataclass(frozen=True, slots=True)
class ByRound:
    """By which round a sending got its host; ``round_id`` or ``call_id`` is where to read it, None where the actor may not."""

    name: str
    round_id: int | None
    call_id: int | None


def round_behind(actor: Actor, sending: Sending) -> ByRound | None:
    """Return the round by which a sending of the own agency got its host; at most three queries."""
    lines = RoundApplicant.objects.filter(participant__sending=sending, written_at__isnull=False)
    if line := lines.select_related("round").order_by("-written_at").first():
        return ByRound(line.round.name, line.round_id if actor.has(*ROUND_ROLES) else None, None)
    asked = RoundRequest.objects.filter(agency_id=actor.agency_id, participant__sending=sending, written_at__isnull=False)
    number = asked.order_by("-written_at").values_list("call_number", flat=True).first()
    call = RoundCall.objects.filter(pk=number).first() if number else None
    return ByRound(call.name, None, call.pk if actor.has(*SENDER_ROLES) else None) if call else None
