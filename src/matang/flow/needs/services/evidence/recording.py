"""Append evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.needs.choices import RATINGS, RELIABILITY, VOICES, EvidenceSource
from matang.flow.needs.models import Evidence
from matang.flow.needs.permissions import may_record_evidence, superior_role_of
from matang.flow.needs.services.evidence.status import recompute
from matang.flow.register.public import person_visible_to, unit_path_of
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.clock.services import now, today
from matang.foundation.files.models import FileKind, StoredFile
from matang.foundation.files.services import Readable, store
from matang.foundation.tenancy.bulk import copy_into

HIGHEST = 5
DOCUMENTS = (FileKind.PDF, FileKind.PNG, FileKind.JPEG)


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """A piece to be recorded. ``reliability`` empty = the usual one of its source; ``rater_role`` = who judged, as what."""

    person_id: int
    competency_id: int
    level: int
    source: str
    shown_on: date
    expires_on: date | None = None
    reliability: int | None = None
    rater_role: str = ""
    note: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Upload:
    """A document handed in with a piece."""

    name: str
    content: bytes | Readable


_COPIED = ("person_id", "competency_id", "level", "source", "shown_on", "expires_on", "note", "origin")


def record_evidence(*, actor: Actor, piece: NewEvidence, upload: Upload | None = None) -> Evidence:
    """Append one piece of evidence and recompute the person's status.

    About oneself one records only one's own word.

    Raises:
        RefusedError: not the actor's to record, or it cannot be (level, dates, reliability, no rater).
        RefusedFileError: the document is not accepted. Nothing was recorded.
    """
    may_write_about(actor, piece.person_id, piece.source)
    refuse_nonsense(piece)
    with transaction.atomic():
        evidence = append(actor, piece, kept(actor, upload))
        recompute(actor.agency_id or 0, today(), [piece.person_id])
    return evidence


def may_write_about(actor: Actor, person_id: int, source: str) -> None:
    """Refuse who may not record this source about this person."""
    if person_visible_to(actor, person_id) is None:
        raise RefusedError(Denied(_("Pegawai ini tidak ada dalam lingkup Anda.")))
    require(may_record_evidence(actor, person_id, source, lambda: unit_path_of(person_id, today())))


def refuse_nonsense(piece: NewEvidence) -> None:
    """Refuse what cannot be, whoever says it."""
    problem = ""
    if not 0 <= piece.level <= HIGHEST:
        problem = _("Level yang ditunjukkan antara 0 dan 5.")
    elif piece.shown_on > today():
        problem = _("Tanggal ini belum tiba; bukti hanya tentang yang sudah ditunjukkan.")
    elif piece.expires_on and piece.expires_on <= piece.shown_on:
        problem = _("Bukti harus kedaluwarsa sesudah tanggalnya.")
    elif piece.source in VOICES and not piece.rater_role:
        problem = _("Sebutkan penilainya, misalnya “Rekan 1”, agar penilaian tiap orang tetap terpisah.")
    elif piece.reliability is not None and not 0 <= piece.reliability <= most_believed(piece.source):
        problem = _("Keandalan sumber ini paling tinggi %(most)s.") % {"most": most_believed(piece.source)}
    if problem:
        raise RefusedError(Denied(problem))


def most_believed(source: str) -> int:
    """Return the highest reliability that a piece of this source may carry: a rating stays a rating."""
    return RELIABILITY[EvidenceSource(source)] if source in RATINGS or source == EvidenceSource.CERTIFICATE else 100


def kept(actor: Actor, upload: Upload | None) -> StoredFile | None:
    """Keep the document of a piece."""
    if upload is None:
        return None
    return store(
        agency_id=actor.agency_id or 0, actor_id=actor.user_id, name=upload.name, content=upload.content, kinds=DOCUMENTS
    )


def append(actor: Actor, piece: NewEvidence, document: StoredFile | None) -> Evidence:
    """Write the row of one piece; the caller recomputes."""
    role = piece.rater_role
    if not role and piece.source == EvidenceSource.SUPERIOR:
        role = superior_role_of(actor, unit_path_of(piece.person_id, today()))
    return Evidence.objects.create(
        agency_id=actor.agency_id,
        rater_id=actor.user_id,
        recorded_at=now(),
        reliability=reliability_of(piece),
        rater_role=role,
        document=document,
        **{name: getattr(piece, name) for name in _COPIED},
    )


def record_many(agency_id: int, pieces: Sequence[NewEvidence], *, day: date) -> int:
    """Append many pieces (a demonstration, another system) and recompute; return how many."""
    moment = now()
    with transaction.atomic():
        count = copy_into(
            Evidence,
            ("agency", "person", "competency", "level", "source", "reliability", "shown_on", "expires_on", "rater_role",
             "note", "origin", "recorded_at"),
            (
                (agency_id, p.person_id, p.competency_id, p.level, p.source, reliability_of(p), p.shown_on, p.expires_on,
                 p.rater_role, p.note, p.origin, moment)
                for p in pieces
            ),
        )  # fmt: skip
        recompute(agency_id, day, {piece.person_id for piece in pieces})
    return count


def reliability_of(piece: NewEvidence) -> int:
    """Return how far a piece is believed."""
    return RELIABILITY[EvidenceSource(piece.source)] if piece.reliability is None else piece.reliability
