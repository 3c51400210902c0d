"""Keep agreements with hosts and what either side owes."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import ObligationCounts
from matang.flow.learn.models import Agreement, AgreementObligation, ObligationEntry
from matang.flow.learn.services.hosts.keeping import keep, own, own_host, remove
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse
from matang.foundation.clock.services import now, today


def save_agreement(*, actor: Actor, agreement: Agreement) -> Agreement:
    """Store a new or changed agreement."""
    own_host(actor, agreement.host_id)
    if agreement.signed_on and agreement.signed_on > today():
        raise ValidationError({"signed_on": _("Tanggal ditandatangani belum tiba.")})
    return keep(actor, agreement)


def renew_agreement(*, actor: Actor, old_id: int, new: Agreement) -> Agreement:
    """Store the agreement that continues another, with its obligations; their dates and what was done stay behind.

    Raises:
        RefusedError: the old one was continued already, or nobody has said when it ends.
        ValidationError: the new one begins before the old one ends.
    """
    with transaction.atomic():
        old = own(actor, Agreement, old_id)
        if Agreement.objects.filter(renews=old).exists():
            raise refuse(_("Perjanjian ini sudah diperpanjang."))
        last = old.stopped_on or old.ends_on
        if last is None:
            raise refuse(_("Isi dulu hari terakhir perjanjian lama."))
        if new.starts_on <= last:
            raise ValidationError({"starts_on": _("Perpanjangan mulai sesudah hari terakhir perjanjian lama.")})
        new.renews, new.host_id = old, old.host_id
        made = save_agreement(actor=actor, agreement=new)
        for duty in AgreementObligation.objects.filter(agreement=old).order_by("pk"):
            AgreementObligation.objects.create(
                agency_id=made.agency_id,
                agreement=made,
                side=duty.side,
                counts=duty.counts,
                what=duty.what,
                measure=duty.measure,
                quantity=duty.quantity,
            )
    return made


def stop_agreement(*, actor: Actor, agreement_id: int, day: date, reason: str) -> Agreement:
    """End an agreement early; ``day`` is the last on which it holds."""
    with transaction.atomic():
        agreement = own(actor, Agreement, agreement_id)
        agreement.stopped_on, agreement.stop_reason = day, reason.strip()
        return keep(actor, agreement)


def resume_agreement(*, actor: Actor, agreement_id: int) -> Agreement:
    """Take back that an agreement was ended early."""
    with transaction.atomic():
        agreement = own(actor, Agreement, agreement_id)
        agreement.stopped_on, agreement.stop_reason = None, ""
        return keep(actor, agreement)


def remove_agreement(*, actor: Actor, agreement_id: int) -> None:
    """Remove an agreement that was entered by mistake; one that was continued stays."""
    remove(actor, Agreement, agreement_id, _("Perjanjian ini sudah diperpanjang, jadi tidak dapat dihapus."))


def save_obligation(*, actor: Actor, obligation: AgreementObligation) -> AgreementObligation:
    """Store what a side owes."""
    own(actor, Agreement, obligation.agreement_id)
    return keep(actor, obligation)


def remove_obligation(*, actor: Actor, obligation_id: int) -> None:
    """Remove an obligation with what was recorded about it; the trail keeps both."""
    remove(actor, AgreementObligation, obligation_id, "")


def record_entry(*, actor: Actor, obligation_id: int, done_on: date, quantity: int, note: str) -> ObligationEntry:
    """Record that something was done about an obligation that nothing else counts.

    Raises:
        RefusedError: one that is counted by itself.
        ValidationError: a day to come.
    """
    with transaction.atomic():
        obligation = own(actor, AgreementObligation, obligation_id)
        if obligation.counts != ObligationCounts.OTHER:
            raise refuse(_("Kewajiban ini dihitung sendiri dari pengiriman, laporan, atau penerapan."))
        if done_on > today():
            raise ValidationError({"done_on": _("Tanggal ini belum tiba.")})
        entry = ObligationEntry(
            obligation=obligation,
            done_on=done_on,
            quantity=quantity,
            note=note.strip(),
            recorded_at=now(),
            recorded_by_id=actor.user_id,
        )
        return keep(actor, entry)


def remove_entry(*, actor: Actor, entry_id: int) -> None:
    """Take back something recorded by mistake."""
    remove(actor, ObligationEntry, entry_id, "")
