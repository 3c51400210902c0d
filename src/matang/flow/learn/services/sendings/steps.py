"""Submit, take back, refuse, cancel; leave and come back."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import BEING_PREPARED, HostAnswer, ParticipantState, SendingState
from matang.flow.learn.models import Participant, Sending, VisitBrief
from matang.flow.learn.permissions import may_order_sending, may_prepare_sending
from matang.flow.learn.selectors.gate import missing_of
from matang.flow.learn.services.sendings.locking import lock_own, step
from matang.flow.learn.services.sendings.withdrawing import withdraw_letters
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now, today


def submit_sending(*, actor: Actor, sending_id: int) -> Sending:
    """Submit a draft and ask the host. Submitting twice changes nothing.

    Raises:
        RefusedError: not the actor's, or the gate is shut; the reason lists everything that is missing.
    """
    with transaction.atomic():
        sending = lock_own(actor, sending_id)
        require(may_prepare_sending(actor, sending.unit.path))
        if sending.state == SendingState.SUBMITTED:
            return sending
        missing = missing_of(sending, today())
        if missing:
            raise refuse(" ".join(row.text for row in missing))
        step(actor, sending, SendingState.SUBMITTED, _("Diajukan"))
        sending.host_agency = sending.host.linked if sending.host else None
        sending.host_answer, sending.host_asked_at = HostAnswer.ASKED, now()
        sending.save(update_fields=["host_agency", "host_answer", "host_asked_at"])
        _follow(sending)
    return sending


def take_back(*, actor: Actor, sending_id: int, reason: str) -> Sending:
    """Make a submitted or refused sending a draft again; the host no longer sees it and its answer is asked anew."""
    with transaction.atomic():
        sending = lock_own(actor, sending_id)
        require(may_prepare_sending(actor, sending.unit.path))
        if sending.state not in {SendingState.SUBMITTED, SendingState.REFUSED}:
            raise refuse(_("Hanya pengiriman yang diajukan atau ditolak dapat ditarik menjadi konsep."))
        sending.host_agency = None
        sending.host_answer, sending.host_answer_reason = HostAnswer.NOT_ASKED, ""
        sending.host_asked_at = sending.host_answered_at = sending.host_answered_account = None
        sending.host_answered_name = ""
        sending.save()
        _follow(sending)
        step(actor, sending, SendingState.DRAFT, reason)
        withdraw_letters(actor=actor, sending=sending, reason=_("Pengiriman ditarik menjadi konsep"))
    return sending


def refuse_sending(*, actor: Actor, sending_id: int, reason: str) -> Sending:
    """Refuse a submitted sending, with the reason; on the chained log."""
    with transaction.atomic():
        sending = lock_own(actor, sending_id)
        require(may_order_sending(actor))
        step(actor, sending, SendingState.REFUSED, reason)
        _log(actor, sending, "learn.refused", reason)
        withdraw_letters(actor=actor, sending=sending, reason=_("Pengiriman ditolak"))
    return sending


def cancel_sending(*, actor: Actor, sending_id: int, reason: str) -> Sending:
    """Cancel a sending that has not come back. After the order only the appointing official may."""
    with transaction.atomic():
        sending = lock_own(actor, sending_id)
        if sending.state in BEING_PREPARED:
            require(may_prepare_sending(actor, sending.unit.path))
        else:
            require(may_order_sending(actor))
        ordered = sending.state in {SendingState.ORDERED, SendingState.UNDER_WAY}
        step(actor, sending, SendingState.CANCELLED, reason)
        if ordered:
            _log(actor, sending, "learn.cancelled", reason)
        withdraw_letters(actor=actor, sending=sending, reason=_("Pengiriman dibatalkan"))
    return sending


def start_sending(*, actor: Actor, sending_id: int, day: date | None = None) -> Sending:
    """Note that the participants have left (today when empty)."""
    with transaction.atomic():
        sending = lock_own(actor, sending_id)
        require(may_prepare_sending(actor, sending.unit.path))
        step(actor, sending, SendingState.UNDER_WAY, _("Peserta berangkat"), day)
    return sending


def return_from(*, actor: Actor, sending_id: int, day: date | None = None) -> Sending:
    """Note that the participants are back (today when empty): from here the clock of the presentation runs."""
    with transaction.atomic():
        sending = lock_own(actor, sending_id)
        require(may_prepare_sending(actor, sending.unit.path))
        step(actor, sending, SendingState.RETURNED, _("Peserta kembali"), day)
    return sending


def _follow(sending: Sending) -> None:
    """Let the brief of a visit be read by whoever hosts the sending now: the database takes the host from the sending."""
    for brief in VisitBrief.objects.filter(sending=sending):
        brief.save(update_fields=["host_agency"])


def _log(actor: Actor, sending: Sending, kind: str, reason: str) -> None:
    chosen = Participant.objects.filter(sending=sending, state=ParticipantState.CHOSEN)
    record_decision(
        agency_id=sending.agency_id,
        actor_id=actor.user_id,
        kind=kind,
        subject=f"sending:{sending.pk}",
        payload={"title": sending.title, "people": sorted(chosen.values_list("person_id", flat=True))},
        reason=reason,
    )
