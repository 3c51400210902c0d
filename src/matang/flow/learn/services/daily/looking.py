"""Mentors look at entries; the host's coordinator names the mentor there."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import LOGBOOK_OPEN, LookerSide, SignKind
from matang.flow.learn.models import LogEntry, Participant, SignOff
from matang.flow.learn.permissions import may_host, may_mentor
from matang.flow.learn.selectors.daily.reach import Trainee, trainee_seen
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import holders
from matang.foundation.clock.services import now, today

COMMENT = 2_000


def trainee_of(actor: Actor, participant_id: int) -> Trainee:
    """Return the intern whose days the actor reads.

    Raises:
        RefusedError: there is none.
    """
    found = trainee_seen(actor, participant_id)
    if found is None:
        raise refuse(_("Peserta itu tidak ada dalam lingkup Anda."))
    return found


def still_open(trainee: Trainee) -> None:
    """Refuse once the report of the internship was accepted."""
    if trainee.state not in LOGBOOK_OPEN:
        raise refuse(_("Laporan magang ini sudah diterima; catatannya tidak diubah lagi."))


def sign_entries(*, actor: Actor, participant_id: int, entry_ids: Sequence[int], kind: str, comment: str = "") -> int:
    """Say to several entries at once that they were seen, or ask back; return how many got a new word.

    An entry that has this word from this side already stays as it is.

    Raises:
        RefusedError: not a mentor's to say, no entry, an entry that has a newer version, or a question without words.
    """
    with transaction.atomic():
        trainee = trainee_of(actor, participant_id)
        require(may_mentor(mentors=trainee.mentors))
        said = comment.strip()[:COMMENT]
        if kind not in SignKind.values:
            raise refuse(_("Pilihan itu tidak dikenal."))
        if kind == SignKind.ASKS and not said:
            raise refuse(_("Tulis apa yang ditanyakan."))
        Participant.objects.select_for_update(of=("self",), no_key=True).get(pk=trainee.pk)
        wanted = set(entry_ids)
        found = set(LogEntry.objects.filter(participant_id=trainee.pk, pk__in=wanted, current=True).values_list("pk", flat=True))
        if not wanted:
            raise refuse(_("Pilih dulu catatannya."))
        if found != wanted:
            raise refuse(_("Ada catatan yang baru saja diubah peserta. Baca versi barunya, lalu pilih lagi."))
        signs = SignOff.objects.filter(entry_id__in=found, side=trainee.side).order_by("signed_at", "pk")
        latest = {row[0]: row[1:] for row in signs.values_list("entry_id", "kind", "comment")}
        new = [key for key in sorted(found) if latest.get(key) != (kind, said)]
        SignOff.objects.bulk_create(
            SignOff(
                agency_id=trainee.agency_id, host_agency_id=trainee.host_agency_id, entry_id=key, side=trainee.side, kind=kind,
                comment=said, signed_at=now(), by_account=actor.user_id, by_name=actor.name,
            )
            for key in new
        )  # fmt: skip
    return len(new)


def name_host_mentor(*, actor: Actor, participant_id: int, account_id: int) -> Participant:
    """Name who mentors an intern here, as the host's coordinator.

    Raises:
        RefusedError: not the coordinator, not hosted here, or the account does not hold the role of a mentor.
    """
    with transaction.atomic():
        trainee = trainee_of(actor, participant_id)
        require(may_host(actor))
        if trainee.side != LookerSide.HOST:
            raise refuse(_("Mentor tuan rumah ditunjuk oleh instansi tuan rumah."))
        still_open(trainee)
        account = holders(Role.MENTOR, today()).filter(pk=account_id, agency_id=actor.agency_id).first()
        if account is None:
            raise refuse(_("Pilih akun yang memegang peran mentor di instansi Anda."))
        rows = Participant.objects.filter(pk=trainee.pk)
        rows.update(host_mentor_account=account.pk, host_mentor_name=(account.get_full_name() or account.username)[:150])
        return rows.get()
