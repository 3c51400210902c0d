"""Prepare a matching round: its periods, places and regions. What was computed is dropped when anything changes."""

from secrets import randbelow

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import MatchMethod, RoundState
from matang.flow.learn.models import MatchingRound, RoundApplicant, RoundCeiling, RoundPeriod, RoundPlace, RoundRegion
from matang.flow.learn.permissions import may_fix_round, may_keep_hosts
from matang.flow.learn.services.hosts.keeping import keep, own, remove
from matang.flow.learn.services.matching.answering import answer_requests
from matang.flow.register.public import PartnerKind
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now

LARGEST_SEED = 10**9
OURS = "ours"
"""The kind of a host that is the own agency; the others are those of partners."""


def open_round(*, actor: Actor, name: str, method: str, seed: int | None = None) -> MatchingRound:
    """Begin a round. Without ``seed`` a number is drawn; it is shown before anybody applies and not changed afterwards."""
    require(may_keep_hosts(actor))
    if method not in MatchMethod.values:
        raise ValidationError({"method": _("Pilih cara pencocokan.")})
    drawn = randbelow(LARGEST_SEED) if seed is None else seed
    made = MatchingRound(
        name=name.strip(), method=method, seed=drawn, opened_at=now(), opened_by_id=actor.user_id, state=RoundState.DRAFT
    )
    return keep(actor, made)


def preparing(actor: Actor, round_id: int) -> MatchingRound:
    """Return a round, held, that may still be changed; what was computed of it is dropped.

    Raises:
        RefusedError: not the actor's, being computed, or decided.
    """
    found = own(actor, MatchingRound, round_id)
    if found.state == RoundState.FIXED:
        raise refuse(_("Hasil putaran ini sudah ditetapkan, jadi tidak diubah lagi."))
    if found.state == RoundState.RUNNING:
        raise refuse(_("Putaran ini sedang dihitung. Tunggu sampai selesai."))
    if found.state != RoundState.DRAFT:
        drop_result(found, RoundState.DRAFT)
    return found


def drop_result(found: MatchingRound, state: str, fault: str = "") -> None:
    """Forget what was computed."""
    RoundApplicant.objects.filter(round=found).exclude(place=None, rank=None, drawn=None).update(
        place=None, rank=None, drawn=None, reasons=[]
    )  # fmt: skip
    found.state, found.fault, found.job_id = state, fault, None
    found.problem = found.matched = found.digest = ""
    found.computed_at = found.objections = None
    found.save()


def change_round(*, actor: Actor, round_id: int, name: str, method: str) -> MatchingRound:
    """Mend a round's name or its method."""
    with transaction.atomic():
        found = preparing(actor, round_id)
        found.name, found.method = name.strip(), method
        return keep(actor, found)


def remove_round(*, actor: Actor, round_id: int) -> None:
    """Remove a round that was not decided, with everything in it."""
    with transaction.atomic():
        found = preparing(actor, round_id)
        RoundApplicant.objects.filter(round=found).delete()
        RoundPlace.objects.filter(round=found).delete()
        found.delete()


def save_period(*, actor: Actor, period: RoundPeriod) -> RoundPeriod:
    """Store a period of a round."""
    with transaction.atomic():
        preparing(actor, period.round_id)
        return keep(actor, period)


def remove_period(*, actor: Actor, period_id: int) -> None:
    """Remove a period without places."""
    with transaction.atomic():
        preparing(actor, own(actor, RoundPeriod, period_id).round_id)
        remove(actor, RoundPeriod, period_id, _("Masa ini masih dipakai oleh tempat. Hapus tempatnya dulu."))


def save_place(*, actor: Actor, place: RoundPlace) -> RoundPlace:
    """Store a host in a period; without a code it gets the next number of the round."""
    with transaction.atomic():
        found = preparing(actor, place.round_id)
        if not place.code.strip():
            used = set(RoundPlace.objects.filter(round=found).values_list("code", flat=True))
            place.code = next(str(number) for number in range(1, len(used) + 2) if str(number) not in used)
        if place.period.round_id != found.pk:
            raise ValidationError({"period": _("Masa ini milik putaran lain.")})
        return keep(actor, place)


def remove_place(*, actor: Actor, place_id: int) -> None:
    """Remove a place that nobody wishes."""
    with transaction.atomic():
        preparing(actor, own(actor, RoundPlace, place_id).round_id)
        remove(actor, RoundPlace, place_id, _("Tempat ini sudah dipilih pelamar, jadi tidak dapat dihapus. Jadikan kursinya 0."))


def save_region(*, actor: Actor, region: RoundRegion) -> RoundRegion:
    """Store a region with its ceiling."""
    with transaction.atomic():
        preparing(actor, region.round_id)
        return keep(actor, region)


def remove_region(*, actor: Actor, region_id: int) -> None:
    """Remove a region that nobody comes from."""
    with transaction.atomic():
        preparing(actor, own(actor, RoundRegion, region_id).round_id)
        remove(actor, RoundRegion, region_id, _("Daerah ini masih punya pelamar."))


def save_ceiling(*, actor: Actor, ceiling: RoundCeiling) -> RoundCeiling:
    """Store how many people of a region go to hosts of one kind at most."""
    with transaction.atomic():
        found = preparing(actor, ceiling.round_id)
        if ceiling.kind != OURS and ceiling.kind not in PartnerKind.values:
            raise ValidationError({"kind": _("Pilih jenis tuan rumah.")})
        if ceiling.region.round_id != found.pk:
            raise ValidationError({"region": _("Daerah ini milik putaran lain.")})
        return keep(actor, ceiling)


def remove_ceiling(*, actor: Actor, ceiling_id: int) -> None:
    """Remove a ceiling by kind of host."""
    with transaction.atomic():
        row = own(actor, RoundCeiling, ceiling_id)
        preparing(actor, row.round_id)
        row.delete()


def fix_round(*, actor: Actor, round_id: int, reason: str) -> MatchingRound:
    """Decide that the result of a round holds: applicants may read theirs from now on.

    What other governments handed in is answered with it.

    Raises:
        RefusedError: not the official's, not computed, no reason.
    """
    require(may_fix_round(actor))
    with transaction.atomic():
        found = MatchingRound.objects.select_for_update().filter(pk=round_id, agency_id=actor.agency_id).first()
        if found is None or found.state not in {RoundState.SOLVED, RoundState.FIXED}:
            raise refuse(_("Hanya hasil yang sudah dihitung dan lulus pemeriksaan yang dapat ditetapkan."))
        if found.state == RoundState.FIXED:
            return found
        if not reason.strip():
            raise refuse(_("Tulis dasar penetapannya."))
        found.state, found.fixed_at, found.fixed_by_id = RoundState.FIXED, now(), actor.user_id
        found.save(update_fields=["state", "fixed_at", "fixed_by"])
        answer_requests(found)
        people = RoundApplicant.objects.filter(round=found)
        record_decision(
            agency_id=found.agency_id,
            actor_id=actor.user_id,
            kind="learn.round_fixed",
            subject=f"matching_round:{found.pk}",
            payload={
                "name": found.name, "method": found.method, "seed": found.seed, "problem": found.digest,
                "people": people.count(), "placed": people.filter(place__isnull=False).count(),
            },
            reason=reason.strip(),
        )  # fmt: skip
    return found
