"""Choose who goes, with a reason for each."""

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import BEING_PREPARED, ParticipantState
from matang.flow.learn.models import Participant
from matang.flow.learn.permissions import may_prepare_sending
from matang.flow.learn.services.sendings.locking import lock_own
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require


def choose_participant(*, actor: Actor, participant_id: int, state: str, reason: str) -> Participant:
    """Say whether a candidate goes, waits, or stays; before the order only.

    Raises:
        RefusedError: not the actor's, no reason, already ordered, or more chosen than seats asked for.
    """
    with transaction.atomic():
        row = Participant.objects.filter(pk=participant_id, agency_id=actor.agency_id).first()
        if row is None:
            raise refuse(_("Peserta itu tidak ada dalam lingkup Anda."))
        sending = lock_own(actor, row.sending_id)
        require(may_prepare_sending(actor, sending.unit.path))
        if sending.state not in BEING_PREPARED:
            raise refuse(_("Surat tugas sudah terbit; peserta tidak diubah lagi."))
        if state not in ParticipantState.values:
            raise refuse(_("Pilihan itu tidak dikenal."))
        if state != ParticipantState.CANDIDATE and not reason.strip():
            raise refuse(_("Tulis alasan pilihan ini; pegawai itu dapat membacanya."))
        if row.state == ParticipantState.WITHDRAWN and state in {ParticipantState.CHOSEN, ParticipantState.RESERVE}:
            raise refuse(_("Pegawai ini sudah mengundurkan diri. Ajukan lagi dari daftar calon bila ia bersedia."))
        if state == ParticipantState.CHOSEN and sending.seats is not None:
            others = sending.participants.filter(state=ParticipantState.CHOSEN).exclude(pk=row.pk).count()
            if others >= sending.seats:
                raise refuse(_("Kursi yang diminta hanya %(seats)s.") % {"seats": sending.seats})
        row.state, row.state_reason = state, reason.strip()[:500]
        row.save(update_fields=["state", "state_reason"])
    return row
