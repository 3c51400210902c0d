"""The host's answer: by its own coordinator where it uses this installation, else noted by the sender with its letter."""

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import HostAnswer, SendingState
from matang.flow.learn.models import Sending
from matang.flow.learn.permissions import may_host, may_prepare_sending
from matang.flow.learn.services.sendings.locking import lock_own
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now

RECEIVING = (SendingState.SUBMITTED, SendingState.ORDERED, SendingState.UNDER_WAY)


def answer_request(*, actor: Actor, sending_id: int, accept: bool, reason: str, host_unit: str = "") -> Sending:
    """Accept or decline a request to this agency, in the host's own chained log.

    Raises:
        RefusedError: not the coordinator, no such request, already ordered, or declined without a reason.
    """
    with transaction.atomic():
        require(may_host(actor))
        rows = Sending.objects.select_for_update(of=("self",)).filter(pk=sending_id, host_agency_id=actor.agency_id)
        sending = rows.first()
        if sending is None:
            raise refuse(_("Permintaan ini tidak ada di instansi Anda."))
        _answer(actor, sending, accept=accept, reason=reason)
        if host_unit.strip():
            sending.host_unit = host_unit.strip()[:200]
        sending.save()
        record_decision(
            agency_id=actor.agency_id,
            actor_id=actor.user_id,
            kind="learn.host_answered",
            subject=f"sending:{sending.pk}",
            payload={"accepted": accept, "title": sending.title, "from": sending.unit_name},
            reason=reason.strip() or _("Diterima"),
        )
    return sending


def note_host_answer(*, actor: Actor, sending_id: int, accept: bool, letter: str) -> Sending:
    """Note the answer of a host that doesn't use this installation; ``letter`` names the letter or mail that carries it."""
    with transaction.atomic():
        sending = lock_own(actor, sending_id)
        require(may_prepare_sending(actor, sending.unit.path))
        if sending.host_agency_id is not None:
            raise refuse(_("Tuan rumah ini menjawab sendiri di Matang."))
        if not letter.strip():
            raise refuse(_("Sebut surat atau pesan yang memuat jawaban tuan rumah."))
        _answer(actor, sending, accept=accept, reason=letter)
        sending.save()
    return sending


def receive_sending(*, actor: Actor, sending_id: int, host_unit: str, host_contact: str) -> Sending:
    """Say, as the host, which unit receives the people and which office or post they contact.

    Raises:
        RefusedError: not the coordinator, no such request, not accepted, or over.
    """
    with transaction.atomic():
        require(may_host(actor))
        rows = Sending.objects.select_for_update(of=("self",)).filter(pk=sending_id, host_agency_id=actor.agency_id)
        sending = rows.first()
        if sending is None:
            raise refuse(_("Permintaan ini tidak ada di instansi Anda."))
        if sending.state not in RECEIVING or sending.host_answer != HostAnswer.ACCEPTED:
            raise refuse(_("Penerimaan diatur setelah permintaan diterima dan sebelum peserta kembali."))
        sending.host_unit, sending.host_contact = host_unit.strip()[:200], host_contact.strip()[:200]
        sending.save(update_fields=["host_unit", "host_contact"])
    return sending


def _answer(actor: Actor, sending: Sending, *, accept: bool, reason: str) -> None:
    if sending.state != SendingState.SUBMITTED:
        raise refuse(_("Jawaban hanya dapat diberikan selama pengiriman diajukan dan belum diputus."))
    if not accept and not reason.strip():
        raise refuse(_("Tulis mengapa permintaan ini tidak dapat diterima."))
    sending.host_answer = HostAnswer.ACCEPTED if accept else HostAnswer.DECLINED
    sending.host_answer_reason = reason.strip()
    sending.host_answered_at, sending.host_answered_account, sending.host_answered_name = now(), actor.user_id, actor.name
