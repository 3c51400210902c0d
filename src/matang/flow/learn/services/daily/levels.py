"""Ask the host for levels, judge them there, receive them here as evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import LookerSide
from matang.flow.learn.models import AskedCompetency, HostAssessment, Participant
from matang.flow.learn.permissions import may_copy_levels, may_guide, may_judge_level, may_receive_levels
from matang.flow.learn.selectors.daily.reach import Trainee
from matang.flow.learn.services.daily.looking import still_open, trainee_of
from matang.flow.needs.public import EvidenceSource, NewEvidence, competencies_at, level_texts, record_evidence
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now, today
from matang.foundation.files.models import FileKind
from matang.foundation.files.services import Readable, store
from matang.foundation.tenancy.zones import zone_of

HIGHEST = 5
PAPER_RELIABILITY = 40
"""What a level from a signed sheet is believed: less than the host's own word (55), as somebody else wrote it down."""
ASKED = 10


@dataclass(frozen=True, slots=True)
class Judgement:
    """A level (0–5, empty = could not be told) for one asked competency, and what was seen."""

    asked_id: int
    level: int | None
    note: str


def ask_levels(*, actor: Actor, participant_id: int, competency_ids: Sequence[int]) -> list[AskedCompetency]:
    """Ask the host to judge competencies, with the words of their levels on today's dictionary; return what is newly asked.

    Raises:
        RefusedError: not the sender's mentor or officer, no or too many competencies, or one that is not in the dictionary.
    """
    with transaction.atomic():
        trainee = trainee_of(actor, participant_id)
        if trainee.side != LookerSide.HOME:
            raise refuse(_("Penilaian dimintakan oleh mentor atau pengelola di instansi pengirim."))
        require(may_guide(mentors=trainee.mentors, leads=trainee.leads))
        still_open(trainee)
        Participant.objects.select_for_update(of=("self",), no_key=True).get(pk=trainee.pk)
        known = {row.pk: row.name for row in competencies_at(trainee.agency_id, today())}
        wanted = list(dict.fromkeys(competency_ids))
        if not wanted or any(key not in known for key in wanted):
            raise refuse(_("Pilih kompetensi dari kamus yang berlaku."))
        asked = set(AskedCompetency.objects.filter(participant_id=trainee.pk).values_list("competency_id", flat=True))
        if len(asked | set(wanted)) > ASKED:
            raise refuse(_("Paling banyak %(most)s kompetensi untuk satu peserta.") % {"most": ASKED})
        texts = level_texts(trainee.agency_id, wanted, today())
        return [
            AskedCompetency.objects.create(
                agency_id=trainee.agency_id, host_agency_id=trainee.host_agency_id, participant_id=trainee.pk, competency_id=key,
                name=known[key], levels=texts[key], asked_at=now(), asked_by_account=actor.user_id, asked_by_name=actor.name,
            )
            for key in wanted
            if key not in asked
        ]  # fmt: skip


def judge_levels(*, actor: Actor, participant_id: int, judgements: Sequence[Judgement]) -> int:
    """Give or mend the host's levels; return how many were written.

    Raises:
        RefusedError: not the mentor there, not asked, received already, a level that is none, or nothing seen.
    """
    with transaction.atomic():
        trainee = trainee_of(actor, participant_id)
        require(may_judge_level(host_mentor=trainee.host_mentor))
        return _write(actor, trainee, judgements, {"paper": None, "signed_by": "", "signed_on": None})


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that the host signed: who did (name and post), on which day, and the scan (None = the one handed in before)."""

    signed_by: str
    signed_on: date
    name: str = ""
    content: bytes | Readable | None = None


def copy_levels(*, actor: Actor, participant_id: int, judgements: Sequence[Judgement], sheet: Sheet) -> int:
    """Write down, as the own mentor, what a host without an account here judged on a signed sheet; return how many.

    Raises:
        RefusedError: not the own mentor, the host judges here itself, nobody signed, a day to come, no scan, or as
            ``judge_levels`` refuses.
        RefusedFileError: the scan is not accepted. Nothing was written.
    """
    with transaction.atomic():
        trainee = trainee_of(actor, participant_id)
        home = trainee.side == LookerSide.HOME and trainee.mentors
        require(may_copy_levels(home_mentor=home, host_here=trainee.host_agency_id is not None))
        still_open(trainee)
        if not sheet.signed_by.strip():
            raise refuse(_("Sebut siapa di tuan rumah yang menandatangani penilaian, dengan jabatannya."))
        if sheet.signed_on > today():
            raise refuse(_("Tanggal tanda tangan belum tiba."))
        rows = HostAssessment.objects.filter(asked__participant_id=trainee.pk, paper__isnull=False)
        paper = rows.order_by("-rated_at").values_list("paper_id", flat=True).first()
        if sheet.content is not None:
            paper = store(
                agency_id=trainee.agency_id, actor_id=actor.user_id, name=sheet.name, content=sheet.content,
                kinds=(FileKind.PDF, FileKind.PNG, FileKind.JPEG),
            ).pk  # fmt: skip
        if paper is None:
            raise refuse(_("Lampirkan pindaian lembar penilaian yang ditandatangani tuan rumah."))
        source = {"paper_id": paper, "signed_by": sheet.signed_by.strip()[:200], "signed_on": sheet.signed_on}
        return _write(actor, trainee, judgements, source)


def _write(actor: Actor, trainee: Trainee, judgements: Sequence[Judgement], source: dict[str, object]) -> int:
    """Write levels with where they come from: the host's own word, or a sheet that it signed."""
    asked = set(AskedCompetency.objects.filter(participant_id=trainee.pk).values_list("pk", flat=True))
    present = HostAssessment.objects.select_for_update(of=("self",)).filter(asked_id__in=asked)
    kept = {row.asked_id: row for row in present}
    for judgement in judgements:
        if judgement.asked_id not in asked:
            raise refuse(_("Kompetensi itu tidak diminta untuk peserta ini."))
        if judgement.level is not None and not 0 <= judgement.level <= HIGHEST:
            raise refuse(_("Level yang ditunjukkan antara 0 dan 5."))
        if not judgement.note.strip():
            raise refuse(_("Tulis apa yang terlihat, juga bila levelnya belum dapat dinilai."))
        row = kept.get(judgement.asked_id)
        if row is not None and row.received_at is not None:
            raise refuse(_("Penilaian ini sudah diterima instansi pengirim dan tidak diubah lagi."))
        row = row or HostAssessment(
            agency_id=trainee.agency_id, host_agency_id=trainee.host_agency_id, asked_id=judgement.asked_id
        )
        row.level, row.note, row.rated_at = judgement.level, judgement.note.strip()[:300], now()
        row.by_account, row.by_name = actor.user_id, actor.name
        for name, value in source.items():
            setattr(row, name, value)
        row.save()
    return len(judgements)


def receive_levels(*, actor: Actor, participant_id: int) -> int:
    """Receive what the host judged: each level becomes evidence with the host's mentor as its rater; return how many did.

    What the host could not tell is received as such and becomes no evidence. Everything happens in one transaction.

    Raises:
        RefusedError: not the sender's officer, or the evidence is not theirs to record. Nothing was received.
    """
    with transaction.atomic():
        trainee = trainee_of(actor, participant_id)
        if trainee.side != LookerSide.HOME:
            raise refuse(_("Penilaian diterima oleh pengelola kepegawaian instansi pengirim."))
        require(may_receive_levels(actor))
        rows = HostAssessment.objects.select_for_update(of=("self",)).select_related("asked")
        made = 0
        for row in rows.filter(asked__participant_id=trainee.pk, received_at__isnull=True).order_by("pk"):
            if row.level is not None:
                piece = _piece(trainee, row)
                row.evidence_number = record_evidence(actor=actor, piece=piece).pk
                made += 1
            row.received_at, row.received_by_account, row.received_by_name = now(), actor.user_id, actor.name
            row.save(update_fields=["evidence_number", "received_at", "received_by_account", "received_by_name"])
    return made


def _piece(trainee: Trainee, row: HostAssessment) -> NewEvidence:
    """Return a level as evidence of the host; from a signed sheet it says so and is believed less."""
    paper = row.paper_id is not None
    who = row.signed_by if paper else _("Mentor tuan rumah") + f" {row.by_name}"
    copied = _("Disalin %(name)s dari lembar bertanda tangan. ") % {"name": row.by_name} if paper else ""
    return NewEvidence(
        person_id=trainee.person_id, competency_id=row.asked.competency_id, level=row.level or 0, source=EvidenceSource.HOST,
        shown_on=row.signed_on or row.rated_at.astimezone(zone_of(trainee.agency_id)).date(), rater_role=who[:60],
        note=(copied + row.note)[:300], origin=f"host_assessment:{row.pk}", reliability=PAPER_RELIABILITY if paper else None,
    )  # fmt: skip
