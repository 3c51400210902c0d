"""Put people forward from the list of candidates, and let them commit themselves or withdraw."""

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import BEING_PREPARED, ParticipantState
from matang.flow.learn.models import Participant
from matang.flow.learn.permissions import may_commit, may_prepare_sending
from matang.flow.learn.services.sendings.drafting import NewParticipant, add_participant
from matang.flow.learn.services.sendings.locking import lock_own
from matang.flow.needs.public import direct_superior_of
from matang.flow.register.public import people_visible_to, unit_path_of
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now, today


def put_forward(*, actor: Actor, sending_id: int, person_id: int, competency_id: int | None) -> Participant:
    """Put somebody of the list forward, with the direct superior as mentor where the register tells who that is.

    Whoever stands there already is left as they are; whoever withdrew becomes a candidate again.

    Raises:
        RefusedError: as ``add_participant`` does.
    """
    with transaction.atomic():
        sending = lock_own(actor, sending_id)
        require(may_prepare_sending(actor, sending.unit.path))
        there = Participant.objects.filter(sending=sending, person_id=person_id).first()
        if there is not None and there.state == ParticipantState.WITHDRAWN and sending.state in BEING_PREPARED:
            there.state, there.state_reason = ParticipantState.CANDIDATE, ""
            there.save(update_fields=["state", "state_reason"])
        if there is not None:
            return there
        day = today()
        mentor = direct_superior_of(actor.agency_id or 0, unit_path_of(person_id, day), person_id, day)
        if mentor is not None and not people_visible_to(actor, day).filter(pk=mentor).exists():
            mentor = None
        return add_participant(actor=actor, sending_id=sending_id, new=NewParticipant(person_id, mentor, competency_id))


def say_effect(*, actor: Actor, participant_id: int, effect: str) -> Participant:
    """Say, as the unit, what shall be different when this person is back; the person reads it."""
    with transaction.atomic():
        row = _row(participant_id, actor)
        sending = lock_own(actor, row.sending_id)
        require(may_prepare_sending(actor, sending.unit.path))
        if sending.state not in BEING_PREPARED:
            raise refuse(_("Surat tugas sudah terbit; peserta tidak diubah lagi."))
        row.effect = effect.strip()[:2000]
        row.save(update_fields=["effect"])
    return row


def commit_myself(*, actor: Actor, participant_id: int, words: str) -> Participant:
    """Write one's own commitment, until the order is given.

    Raises:
        RefusedError: somebody else's, nothing written, withdrawn, or already ordered.
    """
    with transaction.atomic():
        row = _own(actor, participant_id)
        if not words.strip():
            raise refuse(_("Tulis apa yang akan Anda kerjakan dengan hasil belajar ini."))
        if row.state == ParticipantState.WITHDRAWN:
            raise refuse(_("Anda sudah mengundurkan diri. Minta unit mengajukan Anda lagi."))
        row.commitment, row.committed_at = words.strip()[:2000], now()
        row.save(update_fields=["commitment", "committed_at"])
    return row


def withdraw_myself(*, actor: Actor, participant_id: int, reason: str) -> Participant:
    """Withdraw from a sending, with a reason, until the order is given. Repeating changes nothing."""
    with transaction.atomic():
        row = _own(actor, participant_id)
        if row.state == ParticipantState.WITHDRAWN:
            return row
        if not reason.strip():
            raise refuse(_("Tulis mengapa Anda mengundurkan diri."))
        row.state, row.state_reason = ParticipantState.WITHDRAWN, reason.strip()[:500]
        row.save(update_fields=["state", "state_reason"])
    return row


def _row(participant_id: int, actor: Actor) -> Participant:
    row = Participant.objects.select_for_update(of=("self",)).filter(pk=participant_id, agency_id=actor.agency_id).first()
    if row is None:
        raise refuse(_("Peserta itu tidak ada dalam lingkup Anda."))
    return row


def _own(actor: Actor, participant_id: int) -> Participant:
    row = _row(participant_id, actor)
    require(may_commit(actor, row.person_id))
    if lock_own(actor, row.sending_id).state not in BEING_PREPARED:
        raise refuse(_("Surat tugas sudah terbit atau pengiriman sudah diputus. Hubungi unit Anda."))
    return row
