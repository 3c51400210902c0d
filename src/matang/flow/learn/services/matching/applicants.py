"""Who wants to go where: by hand, from sendings of the own agency, and from a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import ParticipantState, SendingState
from matang.flow.learn.models import MatchingRound, Participant, RoundApplicant, RoundPlace, RoundRegion, RoundWish
from matang.flow.learn.models.matching import MOST_POINTS
from matang.flow.learn.services.hosts.keeping import own
from matang.flow.learn.services.matching.rounds import preparing
from matang.foundation.access.actor import Actor
from matang.foundation.tenancy.bulk import copy_into, reserve_ids
from matang.foundation.tenancy.models import Agency

POINTS_A_LEVEL = 100
"""Points for each level that a person lacks of the competency they go for; a coordinator may change them."""
MOST_WISHES = 10


@dataclass(frozen=True, slots=True)
class Line:
    """One applicant as entered: ``wishes`` are codes of places, the first wish first."""

    number: str
    name: str
    region: str
    points: int
    wishes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line: its number in the file (0 by hand), the column, and why."""

    row: int
    field: str
    reason: str


def faults_of(line: Line, codes: Mapping[str, int], row: int = 0) -> list[Fault]:
    """Return what keeps a line from being stored; ``codes`` are the round's places by code, in small letters."""
    found = [
        Fault(row, field, _("belum diisi."))
        for field, value in (("number", line.number), ("name", line.name), ("region", line.region), ("wishes", line.wishes))
        if not value
    ]
    if not 0 <= line.points <= MOST_POINTS:
        found.append(Fault(row, "points", _("poin antara 0 dan 1.000.000.")))
    if unknown := [code for code in line.wishes if code.casefold() not in codes]:
        found.append(Fault(row, "wishes", _("kode tempat %(codes)s tidak ada di putaran ini.") % {"codes": ", ".join(unknown)}))
    if len({code.casefold() for code in line.wishes}) < len(line.wishes):
        found.append(Fault(row, "wishes", _("satu tempat dipilih dua kali.")))
    if len(line.wishes) > MOST_WISHES:
        found.append(Fault(row, "wishes", _("paling banyak %(most)s pilihan.") % {"most": MOST_WISHES}))
    return found


def codes_of(found: MatchingRound) -> dict[str, int]:
    """Return the places of a round by their code, in small letters."""
    return {code.casefold(): key for key, code in RoundPlace.objects.filter(round=found).values_list("pk", "code")}


def save_applicant(*, actor: Actor, round_id: int, line: Line, applicant_id: int | None = None) -> RoundApplicant:
    """Store a new or changed applicant with their wishes.

    Raises:
        RefusedError: not the actor's, or a round that is computed or decided.
        ValidationError: what is wrong, at its field.
    """
    with transaction.atomic():
        found = preparing(actor, round_id)
        codes = codes_of(found)
        if faults := faults_of(line, codes):
            raise ValidationError({fault.field: fault.reason for fault in faults})
        twin = RoundApplicant.objects.filter(round=found, number__iexact=line.number).exclude(pk=applicant_id)
        if twin.exists():
            raise ValidationError({"number": _("Nomor pelamar ini sudah ada dalam putaran.")})
        row = RoundApplicant.objects.get(pk=applicant_id, round=found) if applicant_id else RoundApplicant(round=found)
        row.agency_id = found.agency_id
        row.number, row.name, row.points = line.number, line.name, line.points
        row.region = regions_named(found, [line.region])[line.region.casefold()]
        row.save()
        row.wishes.all().delete()
        RoundWish.objects.bulk_create(
            RoundWish(agency_id=found.agency_id, applicant=row, place_id=codes[code.casefold()], rank=rank)
            for rank, code in enumerate(line.wishes, start=1)
        )
    return row


def remove_applicant(*, actor: Actor, applicant_id: int) -> int:
    """Take somebody out of a round and return the round."""
    with transaction.atomic():
        row = own(actor, RoundApplicant, applicant_id)
        preparing(actor, row.round_id)
        row.delete()
    return row.round_id


def regions_named(found: MatchingRound, names: Sequence[str]) -> dict[str, RoundRegion]:
    """Return the round's regions by name in small letters, adding those that are new."""
    known = {row.name.casefold(): row for row in RoundRegion.objects.filter(round=found)}
    for name in names:
        if name.casefold() not in known:
            known[name.casefold()] = RoundRegion.objects.create(agency_id=found.agency_id, round=found, name=name)
    return known


def store_lines(*, actor: Actor, round_id: int, lines: Sequence[Line]) -> tuple[int, int]:
    """Store checked lines of a file at once and return how many are (new, changed); a number that is known is replaced."""
    with transaction.atomic():
        found = preparing(actor, round_id)
        codes, regions = codes_of(found), regions_named(found, [line.region for line in lines])
        numbers = {line.number.casefold() for line in lines}
        known = {
            number.casefold(): (key, participant)
            for key, number, participant in RoundApplicant.objects.filter(round=found).values_list(
                "pk", "number", "participant_id"
            )
            if number.casefold() in numbers
        }
        old = [key for key, _participant in known.values()]
        RoundWish.objects.filter(applicant_id__in=old).delete()
        RoundApplicant.objects.filter(pk__in=old).delete()
        keys = reserve_ids(RoundApplicant, len(lines))
        copy_into(
            RoundApplicant,
            ("id", "agency", "round", "number", "name", "region", "points", "participant", "reasons", "unwritten"),
            (
                (key, found.agency_id, found.pk, line.number, line.name, regions[line.region.casefold()].pk, line.points,
                 known.get(line.number.casefold(), (None, None))[1], "[]", "")
                for key, line in zip(keys, lines, strict=True)
            ),
        )  # fmt: skip
        copy_into(
            RoundWish,
            ("agency", "applicant", "place", "rank"),
            (
                (found.agency_id, key, codes[code.casefold()], rank)
                for key, line in zip(keys, lines, strict=True)
                for rank, code in enumerate(line.wishes, start=1)
            ),
        )
    return len(lines) - len(known), len(known)


GOING = (ParticipantState.CANDIDATE, ParticipantState.CHOSEN, ParticipantState.RESERVE)


def take_from_sendings(*, actor: Actor, round_id: int) -> tuple[int, int]:
    """Take the people of submitted sendings whose host takes part in the round; return how many (were added, were there).

    Points are ``POINTS_A_LEVEL`` for each level the person lacks; where the gap is not known they are 0, and the coordinator
    sees that. Wished are the host's places, the earliest period first.
    """
    with transaction.atomic():
        found = preparing(actor, round_id)
        by_host: dict[int, list[int]] = {}
        for key, host in RoundPlace.objects.filter(round=found).order_by("period__starts_on", "pk").values_list("pk", "host_id"):
            by_host.setdefault(host, []).append(key)
        people = Participant.objects.filter(
            agency_id=actor.agency_id, sending__state=SendingState.SUBMITTED, state__in=GOING, sending__host__in=by_host
        ).select_related("person", "sending")
        there = set(RoundApplicant.objects.filter(round=found).values_list("participant_id", flat=True))
        fresh = [row for row in people if row.pk not in there]
        home = Agency.objects.get(pk=found.agency_id).name
        region = regions_named(found, [home])[home.casefold()] if fresh else None
        for row in fresh:
            missing = max(0, row.level_required - (row.level_shown or 0)) if row.level_required else 0
            made = RoundApplicant.objects.create(
                agency_id=found.agency_id, round=found, number=f"P-{row.pk}", name=row.person.display_name, region=region,
                points=POINTS_A_LEVEL * missing, participant=row,
            )  # fmt: skip
            RoundWish.objects.bulk_create(
                RoundWish(agency_id=found.agency_id, applicant=made, place_id=place, rank=rank)
                for rank, place in enumerate(by_host[row.sending.host_id][:MOST_WISHES], start=1)
            )
    return len(fresh), len(people) - len(fresh)
