"""Rotation, notes and the review at half time."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import LearningProgress, NoteKind
from matang.flow.learn.models import ConductNote, MidReview, Participant, RotationLine
from matang.flow.learn.permissions import may_guide, may_mentor
from matang.flow.learn.selectors.daily.reach import Trainee, latest_day, window_of
from matang.flow.learn.services.daily.looking import still_open, trainee_of
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now
from matang.ui.formats import tanggal

LONG = 5_000


@dataclass(frozen=True, slots=True)
class RotationDetails:
    """Where, from when to when (both included), to learn what, whom to meet."""

    office: str
    starts_on: date
    ends_on: date
    subject: str
    contact: str = ""


def _shared(trainee: Trainee) -> dict[str, int | None]:
    return {"agency_id": trainee.agency_id, "host_agency_id": trainee.host_agency_id, "participant_id": trainee.pk}


def save_rotation(*, actor: Actor, participant_id: int, details: RotationDetails, everybody: bool = False) -> int:
    """Add a part of the curriculum, for this intern or for all who went along; return for how many.

    Raises:
        RefusedError: not the actor's to keep, days outside the internship, or nothing to learn.
    """
    with transaction.atomic():
        trainee = trainee_of(actor, participant_id)
        require(may_guide(mentors=trainee.mentors, leads=trainee.leads))
        still_open(trainee)
        if not details.office.strip() or not details.subject.strip():
            raise refuse(_("Isi kantornya dan apa yang dipelajari di sana."))
        if details.ends_on < details.starts_on:
            raise refuse(_("Hari terakhir tidak boleh sebelum mulai."))
        window = window_of(trainee)
        for day in (details.starts_on, details.ends_on):
            if not window.holds(day):
                shown = {"day": tanggal(day), "first": tanggal(window.first), "last": tanggal(window.last)}
                raise refuse(_("%(day)s di luar masa magang (%(first)s – %(last)s).") % shown)
        people = [trainee.pk]
        if everybody and trainee.leads:
            rows = Participant.objects.filter(sending_id=trainee.sending_id, state="chosen")
            people = list(rows.order_by("pk").values_list("pk", flat=True))
        for key in people:
            RotationLine.objects.create(
                **_shared(trainee) | {"participant_id": key}, office=details.office.strip()[:200], starts_on=details.starts_on,
                ends_on=details.ends_on, subject=details.subject.strip()[:LONG], contact=details.contact.strip()[:200],
            )  # fmt: skip
    return len(people)


def drop_rotation(*, actor: Actor, participant_id: int, line_id: int) -> None:
    """Take a part off the curriculum; dropping it twice changes nothing."""
    with transaction.atomic():
        trainee = trainee_of(actor, participant_id)
        require(may_guide(mentors=trainee.mentors, leads=trainee.leads))
        still_open(trainee)
        RotationLine.objects.filter(participant_id=trainee.pk, pk=line_id).delete()


def write_note(*, actor: Actor, participant_id: int, kind: str, happened_on: date, text: str) -> ConductNote:
    """Write what happened, about safety or conduct; the intern reads it.

    Raises:
        RefusedError: not the actor's to write, nothing written, or a day to come.
    """
    with transaction.atomic():
        trainee = trainee_of(actor, participant_id)
        require(may_guide(mentors=trainee.mentors, leads=trainee.leads))
        still_open(trainee)
        if kind not in NoteKind.values or not text.strip():
            raise refuse(_("Pilih tentang apa, dan tulis apa yang terjadi."))
        if happened_on > latest_day(None):
            raise refuse(_("%(day)s belum tiba.") % {"day": tanggal(happened_on)})
        return ConductNote.objects.create(
            **_shared(trainee), kind=kind, happened_on=happened_on, text=text.strip()[:LONG], side=trainee.side, written_at=now(),
            written_by_account=actor.user_id, written_by_name=actor.name,
        )  # fmt: skip


def answer_note(*, actor: Actor, participant_id: int, note_id: int, answer: str) -> ConductNote:
    """Answer a note about oneself, once.

    Raises:
        RefusedError: not about the actor, answered already, or nothing written.
    """
    with transaction.atomic():
        trainee = trainee_of(actor, participant_id)
        if not trainee.own:
            raise refuse(_("Catatan dijawab oleh pegawai yang dibicarakan di dalamnya."))
        note = ConductNote.objects.select_for_update(of=("self",)).filter(pk=note_id, participant_id=trainee.pk).first()
        if note is None:
            raise refuse(_("Catatan itu tidak ada."))
        if note.answer:
            raise refuse(_("Catatan ini sudah dijawab."))
        if not answer.strip():
            raise refuse(_("Tulis jawabannya."))
        note.answer, note.answered_at = answer.strip()[:LONG], now()
        note.save(update_fields=["answer", "answered_at"])
    return note


@dataclass(frozen=True, slots=True)
class ReviewDetails:
    """How it stands at half time (a value of ``LearningProgress``), what goes well, what is hard, what changes."""

    progress: str
    well: str
    hard: str = ""
    change: str = ""


def save_review(*, actor: Actor, participant_id: int, details: ReviewDetails) -> MidReview:
    """Write or mend the review of the actor's side.

    Raises:
        RefusedError: not a mentor's to write, or nothing said.
    """
    with transaction.atomic():
        trainee = trainee_of(actor, participant_id)
        require(may_mentor(mentors=trainee.mentors))
        still_open(trainee)
        if details.progress not in LearningProgress.values or not details.well.strip():
            raise refuse(_("Pilih kemajuannya, dan tulis apa yang berjalan baik."))
        made, _created = MidReview.objects.update_or_create(
            agency_id=trainee.agency_id,
            participant_id=trainee.pk,
            side=trainee.side,
            defaults={
                "host_agency_id": trainee.host_agency_id,
                "progress": details.progress,
                "well": details.well.strip()[:LONG],
                "hard": details.hard.strip()[:LONG],
                "change": details.change.strip()[:LONG],
                "reviewed_at": now(),
                "by_account": actor.user_id,
                "by_name": actor.name,
            },
        )
    return made
