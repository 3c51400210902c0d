"""A round that is open to other governments: the coordinator calls and answers, senders hand in what is theirs.

Each side writes its own rows or the shared one (``RoundRequest``); nobody reads the other's sendings or hosts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import RequestState, SendingState
from matang.flow.learn.models import (
    MatchingRound,
    Participant,
    RoundApplicant,
    RoundCall,
    RoundRequest,
    RoundWish,
)
from matang.flow.learn.permissions import may_prepare_sending
from matang.flow.learn.services.hosts.keeping import keep, own
from matang.flow.learn.services.matching.answering import requests_of_call, shown_places
from matang.flow.learn.services.matching.applicants import GOING, MOST_WISHES, POINTS_A_LEVEL, codes_of, regions_named
from matang.flow.learn.services.matching.rounds import preparing
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now, today
from matang.foundation.tenancy.models import Agency


def open_call(*, actor: Actor, round_id: int, closes_on: date) -> RoundCall:
    """Open a round to other governments until ``closes_on`` (included), or move that day.

    Raises:
        RefusedError: not the actor's, being computed or decided, a day that is over, or no place yet.
    """
    with transaction.atomic():
        found = preparing(actor, round_id)
        if closes_on < today():
            raise refuse(_("Hari terakhir menyerahkan sudah lewat."))
        places = shown_places(found)
        if not places:
            raise refuse(_("Tambahkan tempat dulu: pelamar memilih dari daftar tempat."))
        row = RoundCall.objects.filter(round=found).first() or RoundCall(round=found, opened_at=now())
        row.name, row.method, row.seed, row.places = found.name, found.method, found.seed, places
        row.coordinator = Agency.objects.get(pk=found.agency_id).name
        row.closes_on, row.closed_at = closes_on, None
        return keep(actor, row)


def close_call(*, actor: Actor, round_id: int) -> RoundCall:
    """Take no more applications. Closing twice changes nothing."""
    with transaction.atomic():
        found = own(actor, MatchingRound, round_id)
        row = RoundCall.objects.filter(round=found).first()
        if row is None:
            raise refuse(_("Putaran ini tidak dibuka untuk pemerintah lain."))
        if row.closed_at is None:
            row.closed_at = now()
            row.save(update_fields=["closed_at"])
    return row


def hand_in(*, actor: Actor, call_id: int, wishes: Mapping[int, Sequence[str]]) -> int:
    """Hand in participants of the own submitted sendings (by key) with codes of places, the first wish first; return how many.

    Handed in again before it was taken, an application is replaced.

    Raises:
        RefusedError: no open call of another government, not the actor's participants, unknown or doubled codes, or taken
        already. Nothing was handed in.
    """
    with transaction.atomic():
        call = RoundCall.objects.exclude(agency_id=actor.agency_id).filter(pk=call_id, closed_at=None).first()
        if call is None or call.closes_on < today():
            raise refuse(_("Putaran ini tidak menerima lamaran lagi."))
        codes = {str(place["code"]).casefold(): str(place["code"]) for place in call.places}
        people = Participant.objects.select_related("person", "sending__unit").select_for_update(of=("self",), no_key=True)
        rows = people.filter(
            agency_id=actor.agency_id, pk__in=wishes, state__in=GOING, sending__state=SendingState.SUBMITTED
        ).order_by("pk")  # fmt: skip
        found = {row.pk: row for row in rows}
        home = Agency.objects.get(pk=actor.agency_id).name
        for key, wanted in wishes.items():
            if key not in found:
                raise refuse(_("Hanya peserta pengiriman yang sudah diajukan yang dapat diserahkan."))
            require(may_prepare_sending(actor, found[key].sending.unit.path))
            _hand_in_one(actor, call, found[key], home, _known(found[key], wanted, codes))
    return len(wishes)


def _known(row: Participant, wanted: Sequence[str], codes: Mapping[str, str]) -> list[str]:
    name = row.person.display_name
    if not wanted or len(wanted) > MOST_WISHES:
        raise refuse(_("%(name)s: tulis satu sampai %(most)s kode tempat.") % {"name": name, "most": MOST_WISHES})
    if unknown := [code for code in wanted if code.casefold() not in codes]:
        said = {"name": name, "codes": ", ".join(unknown)}
        raise refuse(_("%(name)s: kode tempat %(codes)s tidak ada di putaran ini.") % said)
    found = [codes[code.casefold()] for code in wanted]
    if len(set(found)) < len(found):
        raise refuse(_("%(name)s: satu tempat dipilih dua kali.") % {"name": name})
    return found


def _hand_in_one(actor: Actor, call: RoundCall, row: Participant, home: str, wishes: list[str]) -> None:
    missing = max(0, row.level_required - (row.level_shown or 0)) if row.level_required else 0
    there = RoundRequest.objects.select_for_update(of=("self",)).filter(call_number=call.pk, participant=row).first()
    if there is not None and there.state not in {RequestState.HANDED_IN, RequestState.WITHDRAWN}:
        raise refuse(_("%(name)s sudah masuk putaran itu.") % {"name": row.person.display_name})
    made = there or RoundRequest(
        agency_id=actor.agency_id, host_agency_id=call.agency_id, call_number=call.pk, participant=row, region=home
    )
    made.name, made.unit_name, made.points = row.person.display_name, row.sending.unit_name, POINTS_A_LEVEL * missing
    made.wishes, made.state, made.handed_at = wishes, RequestState.HANDED_IN, now()
    made.by_account, made.by_name = actor.user_id, actor.name
    made.save()


def withdraw_request(*, actor: Actor, request_id: int) -> RoundRequest:
    """Take an application back that the coordinator has not taken into the round yet. Twice changes nothing.

    Raises:
        RefusedError: not the actor's, or in the round already.
    """
    with transaction.atomic():
        rows = RoundRequest.objects.select_for_update(of=("self",)).select_related("participant__sending__unit")
        row = rows.filter(pk=request_id, agency_id=actor.agency_id).first()
        if row is None:
            raise refuse(_("Lamaran itu tidak ada dalam lingkup Anda."))
        require(may_prepare_sending(actor, row.participant.sending.unit.path))
        if row.state not in {RequestState.HANDED_IN, RequestState.WITHDRAWN}:
            raise refuse(_("Lamaran ini sudah masuk putaran. Minta penyelenggara mengeluarkannya."))
        row.state = RequestState.WITHDRAWN
        row.save(update_fields=["state"])
    return row


@dataclass(frozen=True, slots=True)
class Taken:
    """How many applications came into the round, and whose wishes no longer exist."""

    people: int
    lost: list[str]


def take_requests(*, actor: Actor, round_id: int) -> Taken:
    """Take what other governments handed in into the round; the region is the sender's name.

    Who wishes only places that are gone stays outside and is named.

    Raises:
        RefusedError: not the actor's, being computed or decided, or never opened.
    """
    with transaction.atomic():
        found = preparing(actor, round_id)
        call = RoundCall.objects.filter(round=found).first()
        if call is None:
            raise refuse(_("Putaran ini tidak dibuka untuk pemerintah lain."))
        waiting = list(requests_of_call(call).select_for_update(of=("self",)).filter(state=RequestState.HANDED_IN))
        codes, lost, many = codes_of(found), [], 0
        regions = regions_named(found, sorted({row.region for row in waiting}))
        for row in waiting:
            places = [codes[code.casefold()] for code in row.wishes if code.casefold() in codes]
            if not places:
                lost.append(row.name)
                continue
            made = RoundApplicant.objects.create(
                agency_id=found.agency_id, round=found, number=f"L-{row.pk}", name=row.name, points=row.points,
                region=regions[row.region.casefold()], request_id=row.pk,
            )  # fmt: skip
            RoundWish.objects.bulk_create(
                RoundWish(agency_id=found.agency_id, applicant=made, place_id=place, rank=rank)
                for rank, place in enumerate(places, start=1)
            )
            row.state, many = RequestState.TAKEN, many + 1
            row.save(update_fields=["state"])
    return Taken(many, lost)
