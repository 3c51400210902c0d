"""Write the result of a decided round into the sendings it is about; what cannot be written is said, never guessed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from matang.flow.learn.choices import HostAnswer, RequestState, RoundState, RoundWriting, SendingState
from matang.flow.learn.models import Host, MatchingRound, RoundApplicant, RoundCall, RoundRequest, Sending, VisitBrief
from matang.flow.learn.permissions import SENDER_ROLES, may_keep_hosts, may_prepare_sending
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now

Line = RoundApplicant | RoundRequest


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a sending goes by the round: the host (None = not in the own list) and the period's days."""

    code: str
    host: Host | None
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class Written:
    """How many sendings got their host now, and how many lines could not be written."""

    sendings: int
    lines: int


def write_round(*, actor: Actor, round_id: int) -> Written:
    """Write the places of a decided round into the own submitted sendings, all in one step. Again only what is left.

    A host that changes is asked anew; one that accepted these days already stays accepted.

    Raises:
        RefusedError: not the coordinator or HR officer, or the round was not decided.
    """
    require(may_keep_hosts(actor))
    with transaction.atomic():
        found = MatchingRound.objects.select_for_update(of=("self",)).filter(pk=round_id, agency_id=actor.agency_id).first()
        if found is None or found.state != RoundState.FIXED:
            raise refuse(_("Hanya hasil putaran yang sudah ditetapkan yang dapat ditulis ke pengiriman."))
        rows = RoundApplicant.objects.filter(round=found, participant__isnull=False)
        lines = rows.select_related("participant", "place__host", "place__period").order_by("pk")
        places = {
            row.place.code: Placed(row.place.code, row.place.host, row.place.period.starts_on, row.place.period.ends_on)
            for row in lines
            if row.place
        }
        made = _write(actor, [(row, row.place.code if row.place else "") for row in lines], places)
        _log(actor, f"matching_round:{found.pk}", found.name, made)
    return made


def write_answers(*, actor: Actor, call_id: int) -> Written:
    """Write the answers of another government's round into the own sendings that the actor may prepare.

    Raises:
        RefusedError: no answers for the actor.
    """
    with transaction.atomic():
        call = RoundCall.objects.filter(pk=call_id).first()
        rows = RoundRequest.objects.filter(agency_id=actor.agency_id, call_number=call_id, state=RequestState.ANSWERED)
        lines = [
            row
            for row in rows.select_related("participant__sending__unit").order_by("pk")
            if may_prepare_sending(actor, row.participant.sending.unit.path)
        ]
        if call is None or not lines or actor.scope(*SENDER_ROLES).empty:
            raise refuse(_("Belum ada hasil yang dapat ditulis ke pengiriman Anda."))
        places = {
            str(place["code"]): Placed(
                str(place["code"]), _own_host(actor, place), date.fromisoformat(str(place["starts_on"])),
                date.fromisoformat(str(place["ends_on"])),
            )
            for place in call.places
        }  # fmt: skip
        made = _write(actor, [(row, row.result_code) for row in lines], places)
        _log(actor, f"round_call:{call.pk}", call.name, made)
    return made


def _own_host(actor: Actor, place: dict[str, object]) -> Host | None:
    """Return the host of the own list that a place of somebody else's round means: by its agency, else by its very name."""
    rows = Host.objects.filter(agency_id=actor.agency_id)
    number = place.get("host_agency")
    if number is not None and number == actor.agency_id:
        return rows.filter(partner=None).first()
    named = Q(partner__name__iexact=str(place["host"]))
    return (rows.filter(linked_id=number).first() if number is not None else None) or rows.filter(named).first()


def _write(actor: Actor, lines: Iterable[tuple[Line, str]], places: dict[str, Placed]) -> Written:
    by_sending: dict[int, list[tuple[Line, str]]] = {}
    for line, code in lines:
        if line.written_at is None and line.participant is not None:
            by_sending.setdefault(line.participant.sending_id, []).append((line, code))
    held = Sending.objects.select_for_update(of=("self",)).filter(agency_id=actor.agency_id, pk__in=by_sending).order_by("pk")
    done = left = 0
    for sending in held:
        own = by_sending[sending.pk]
        why = _obstacle(sending, {code for _line, code in own}, places)
        if not why:
            _take(sending, places[own[0][1]])
        for line, _code in own:
            line.written_at, line.unwritten = (None, why) if why else (now(), "")
            line.save(update_fields=["written_at", "unwritten"])
        done, left = done + (not why), left + (len(own) if why else 0)
    return Written(done, left)


def _obstacle(sending: Sending, codes: set[str], places: dict[str, Placed]) -> str:
    """Return why nothing can be written into the sending; empty = it can."""
    if sending.state != SendingState.SUBMITTED:
        return RoundWriting.GONE
    if "" in codes:
        return RoundWriting.UNPLACED
    if len(codes) > 1:
        return RoundWriting.SPLIT
    placed = places.get(next(iter(codes)))
    return RoundWriting.NO_HOST if placed is None or placed.host is None else ""


def _take(sending: Sending, placed: Placed) -> None:
    same = (sending.host_id, sending.starts_on, sending.ends_on) == (
        placed.host.pk if placed.host else None, placed.starts_on, placed.ends_on
    )  # fmt: skip
    if same:
        return
    sending.host, sending.starts_on, sending.ends_on = placed.host, placed.starts_on, placed.ends_on
    sending.host_agency_id = placed.host.linked_id if placed.host else None
    sending.host_unit = sending.host_contact = sending.host_answer_reason = sending.host_answered_name = ""
    sending.host_answer, sending.host_asked_at = HostAnswer.ASKED, now()
    sending.host_answered_at = sending.host_answered_account = None
    sending.save()
    for brief in VisitBrief.objects.filter(sending=sending):
        brief.save(update_fields=["host_agency"])


def _log(actor: Actor, subject: str, name: str, made: Written) -> None:
    if made.sendings or made.lines:
        record_decision(
            agency_id=actor.agency_id or 0, actor_id=actor.user_id, kind="learn.round_written", subject=subject,
            payload={"name": name, "sendings": made.sendings, "left": made.lines},
            reason=_("Hasil putaran ditulis ke pengiriman"),
        )  # fmt: skip
