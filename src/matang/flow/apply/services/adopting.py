"""Plan the actions of an adoption, say when it took effect, note what was found, close and reopen."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.aims.public import Aim, Indicator
from matang.flow.apply.choices import CLOCKS, AdoptionResult, Barrier, CheckFinding
from matang.flow.apply.models import Adoption, AdoptionAction, AdoptionCheck, AdoptionClosed, AdoptionStep
from matang.flow.apply.permissions import may_close_adoption, may_keep_adoption
from matang.flow.apply.selectors.adoptions import missing_of, opens_on
from matang.flow.apply.services.holding import hold, hold_adoption
from matang.flow.apply.services.practices import write_from_adoption
from matang.flow.register.public import Post, Unit
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now, today
from matang.foundation.events.services import publish


@dataclass(frozen=True, slots=True)
class ActionDetails:
    """An action with its flower test; each but ``what`` may be empty = not known. Upkeep in whole rupiah a year."""

    what: str
    place: str = ""
    doer_unit_id: int | None = None
    doer_post_id: int | None = None
    carer_unit_id: int | None = None
    carer_post_id: int | None = None
    upkeep_rupiah: int | None = None
    upkeep_source: str = ""
    indicator_id: int | None = None
    aim_id: int | None = None
    due_on: date | None = None
    done_on: date | None = None


OWN = (
    (Unit, "doer_unit_id"), (Unit, "carer_unit_id"), (Post, "doer_post_id"), (Post, "carer_post_id"),
    (Indicator, "indicator_id"), (Aim, "aim_id"),
)  # fmt: skip


def save_action(*, actor: Actor, adoption_id: int, details: ActionDetails, action_id: int | None = None) -> AdoptionAction:
    """Add an action or say one better.

    Raises:
        RefusedError: not the owner's, closed, names what isn't this agency's, or done on a day to come.
        ValidationError: the same action stands there already, or a cost that cannot be.
    """
    with transaction.atomic():
        adoption = _open(actor, adoption_id)
        for model, name in OWN:
            key = getattr(details, name)
            if key is not None and not model._default_manager.filter(pk=key, agency_id=actor.agency_id).exists():
                raise refuse(_("Unit, jabatan, tujuan, atau indikator itu tidak ada di instansi ini."))
        if details.done_on is not None and details.done_on > today():
            raise refuse(_("Tanggal selesai itu belum tiba."))
        row = AdoptionAction(agency_id=adoption.agency_id, adoption=adoption)
        if action_id is not None:
            row = hold(actor, AdoptionAction, action_id)
            if row.adoption_id != adoption.pk:
                raise refuse(_("Catatan ini tidak ada dalam lingkup Anda."))
        for name in ActionDetails.__dataclass_fields__:
            value = getattr(details, name)
            setattr(row, name, value.strip() if isinstance(value, str) else value)
        row.full_clean(exclude=["agency"])
        row.save()
    return row


def remove_action(*, actor: Actor, action_id: int) -> None:
    """Take an action out of an open adoption; the trail keeps it."""
    with transaction.atomic():
        row = hold(actor, AdoptionAction, action_id)
        _open(actor, row.adoption_id)
        row.delete()


def begin_adoption(*, actor: Actor, adoption_id: int, day: date) -> Adoption:
    """Say from which day the adoption took effect; only once its actions pass the flower test.

    Raises:
        RefusedError: not the owner's, closed, before the decision, a day to come, or something is missing (all of it is named).
    """
    with transaction.atomic():
        row = _open(actor, adoption_id)
        if day < row.decided_on or day > today():
            raise refuse(_("Hari mulai berlaku terletak antara hari putusan dan hari ini."))
        missing = missing_of(row)
        if missing:
            raise refuse(" ".join(one.text for one in missing))
        row.began_on = day
        row.save(update_fields=["began_on"])
    return row


@dataclass(frozen=True, slots=True)
class Found:
    """What somebody found on a clock (30, 90, 180 or 365), with evidence; a barrier where it doesn't go."""

    clock: int
    finding: str
    found: str
    evidence: str
    barrier: str = ""
    barrier_text: str = ""


def record_check(*, actor: Actor, adoption_id: int, found: Found) -> AdoptionCheck:
    """Note what was found today. The same once more changes nothing; something else is kept beside it, and the latest counts.

    Raises:
        RefusedError: not the owner's, closed, no such clock, too early (before the clock before it ended), or without evidence.
    """
    with transaction.atomic():
        row = _open(actor, adoption_id)
        if found.clock not in CLOCKS:
            raise refuse(_("Pemeriksaan pada hari ke-30, 90, 180, atau 365."))
        if today() < opens_on(row.decided_on, found.clock):
            raise refuse(_("Terlalu dini: pemeriksaan sebelumnya masih berjalan."))
        if found.finding not in CheckFinding.values or not found.found.strip() or not found.evidence.strip():
            raise refuse(_("Pilih temuannya, tulis yang ditemukan dan buktinya."))
        if found.barrier and found.barrier not in Barrier.values:
            raise refuse(_("Hambatan ini tidak ada dalam daftar."))
        if found.finding == CheckFinding.STUCK and not found.barrier:
            raise refuse(_("Yang tidak berjalan menyebut hambatannya."))
        if found.barrier == Barrier.OTHER and not found.barrier_text.strip():
            raise refuse(_("Jelaskan hambatan lainnya."))
        said = {
            "finding": found.finding,
            "found": found.found.strip(),
            "evidence": found.evidence.strip(),
            "barrier": found.barrier,
            "barrier_text": found.barrier_text.strip()[:300],
        }
        same = row.checks.filter(clock=found.clock, checked_on=today(), **said).first()
        return same or AdoptionCheck.objects.create(
            agency_id=row.agency_id, adoption=row, clock=found.clock, checked_on=today(), recorded_at=now(),
            checked_account=actor.user_id, checked_name=actor.name, **said,
        )  # fmt: skip


def close_adoption(*, actor: Actor, adoption_id: int, result: str, evidence: str, reason: str) -> Adoption:
    """Close as applied, partly or not applied; on the chained log. The practice registry keeps it, a failure as well.

    Raises:
        RefusedError: not the head or appointing official, closed already, applied without having begun, or without evidence.
    """
    with transaction.atomic():
        row = hold_adoption(actor, adoption_id)
        require(may_close_adoption(actor, row.unit.path))
        if row.result:
            raise refuse(_("Penerapan ini sudah ditutup."))
        if result not in AdoptionResult.values:
            raise refuse(_("Pilih sebagai apa penerapan ini ditutup."))
        if result != AdoptionResult.NOT_APPLIED and row.began_on is None:
            raise refuse(_("Yang diterapkan menyebut hari mulai berlakunya. Catat dulu hari itu."))
        if not evidence.strip() or not reason.strip():
            raise refuse(_("Tulis bukti dan alasannya."))
        row.result, row.closed_on = result, today()
        row.save(update_fields=["result", "closed_on"])
        step = _step(actor, row, result, evidence, reason)
        write_from_adoption(row, step)
        publish(AdoptionClosed(agency_id=row.agency_id, adoption_id=row.pk, result=result, closed_on=today()))
        _log(actor, row, "apply.closed", reason, {"result": result, "evidence": evidence.strip(), "began_on": row.began_on})
    return row


def reopen_adoption(*, actor: Actor, adoption_id: int, reason: str) -> Adoption:
    """Open a closed adoption again, with the reason; its clocks go on from the decision's day. On the chained log."""
    with transaction.atomic():
        row = hold_adoption(actor, adoption_id)
        require(may_close_adoption(actor, row.unit.path))
        if not row.result:
            raise refuse(_("Penerapan ini belum ditutup."))
        if not reason.strip():
            raise refuse(_("Tulis alasannya."))
        was, row.result, row.closed_on = row.result, "", None
        row.save(update_fields=["result", "closed_on"])
        _step(actor, row, "", "", reason)
        _log(actor, row, "apply.reopened", reason, {"was": was})
    return row


def _open(actor: Actor, adoption_id: int) -> Adoption:
    row = hold_adoption(actor, adoption_id)
    require(may_keep_adoption(actor, row.unit.path))
    if row.result:
        raise refuse(_("Penerapan ini sudah ditutup. Buka kembali dulu bila masih ada yang diubah."))
    return row


def _step(actor: Actor, row: Adoption, result: str, evidence: str, reason: str) -> AdoptionStep:
    return AdoptionStep.objects.create(
        agency_id=row.agency_id, adoption=row, result=result, evidence=evidence.strip(), reason=reason.strip(), made_on=today(),
        made_at=now(), made_by_account=actor.user_id, made_by_name=actor.name,
    )  # fmt: skip


def _log(actor: Actor, row: Adoption, kind: str, reason: str, more: dict[str, object]) -> None:
    record_decision(
        agency_id=row.agency_id,
        actor_id=actor.user_id,
        kind=kind,
        subject=f"adoption:{row.pk}",
        payload={"title": row.recommendation.title, "unit": row.unit_id, **more},
        reason=reason.strip(),
    )
