"""Take an entry of the logbook: once, whatever how often it arrives."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import LOGBOOK_OPEN, AttendanceState, LookerSide, SendingState
from matang.flow.learn.models import AttendanceDay, LogEntry, LogPhoto, Participant
from matang.flow.learn.permissions import may_keep_log
from matang.flow.learn.selectors.daily.reach import Trainee, latest_day, trainee_seen, window_of
from matang.flow.learn.services.daily.photos import PHOTOS, Photo, cleaned, digest_of
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now
from matang.ui.formats import tanggal

TEXT = 5_000
VERSIONS = 50
ENTRIES_A_DAY = 20


@dataclass(frozen=True, slots=True)
class SentPhoto:
    """A photo of an entry: its bytes, or (``content`` empty) the digest of one that came with an earlier version."""

    caption: str
    content: bytes | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class SentEntry:
    """An entry as a phone sent it. ``written_at`` and ``zone_minutes`` are the phone's word; ``skew`` is in seconds."""

    participant_id: int
    identifier: UUID
    day: date
    done: str
    written_at: datetime
    learned: str = ""
    idea: str = ""
    attendance: str = AttendanceState.UNKNOWN
    hours: Decimal | None = None
    zone_minutes: int | None = None
    device: UUID | None = None
    sequence: int = 0
    skew: int | None = None
    photos: tuple[SentPhoto, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """That an entry is kept: which version, since when, under which number; ``repeated`` = it was here already."""

    identifier: UUID
    version: int
    received_at: datetime
    number: str
    repeated: bool


def take_entry(*, actor: Actor, sent: SentEntry) -> Receipt:
    """Keep an entry and return its receipt. The same content again gets the same receipt; other content becomes a version.

    Raises:
        RefusedError: not the actor's internship, a day outside it, nothing written, or a photo that is none. Nothing is kept.
    """
    with transaction.atomic():
        trainee = trainee_seen(actor, sent.participant_id)
        require(may_keep_log(own=trainee is not None and trainee.own))
        assert trainee is not None  # noqa: S101 - what the line above has made sure of
        Participant.objects.select_for_update(of=("self",), no_key=True).get(pk=trainee.pk)
        digest = content_digest(sent)
        rows = LogEntry.objects.filter(participant_id=trainee.pk, identifier=sent.identifier)
        if found := rows.filter(digest=digest).first():
            return receipt_of(found, repeated=True)
        _refuse_nonsense(trainee, sent)
        photos = [_photo(rows.values("pk"), photo) for photo in sent.photos]
        entry = _keep(actor, trainee, sent, digest)
        LogPhoto.objects.bulk_create(
            LogPhoto(
                agency_id=trainee.agency_id, host_agency_id=trainee.host_agency_id, entry=entry, position=number,
                caption=caption, content=photo.content, width=photo.width, height=photo.height, sent_digest=photo.sent_digest,
            )
            for number, (caption, photo) in enumerate(photos)
        )  # fmt: skip
        if entry.current and entry.attendance != AttendanceState.UNKNOWN:
            _note_attendance(actor, trainee, entry)
    return receipt_of(entry, repeated=False)


def receipt_of(entry: LogEntry, *, repeated: bool) -> Receipt:
    """Return the receipt of an entry that is kept."""
    return Receipt(entry.identifier, entry.version, entry.received_at, f"{entry.pk}-{entry.digest[:6]}", repeated)


def content_digest(sent: SentEntry) -> str:
    """Return the SHA-256 of what was written and when; how and by which device it travels does not count."""
    photos = [[photo.digest or digest_of(photo.content or b""), photo.caption.strip()] for photo in sent.photos]
    hours = None if sent.hours is None else str(sent.hours.quantize(Decimal("0.01")))
    said = [
        sent.day.isoformat(), sent.done.strip(), sent.learned.strip(), sent.idea.strip(), sent.attendance, hours,
        round(sent.written_at.timestamp() * 1000), photos,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def _refuse_nonsense(trainee: Trainee, sent: SentEntry) -> None:
    if trainee.state not in LOGBOOK_OPEN:
        raise refuse(_("Laporan magang ini sudah diterima; buku hariannya tidak ditambah lagi."))
    if not sent.done.strip():
        raise refuse(_("Tulis apa yang dikerjakan hari itu."))
    if any(len(text) > TEXT for text in (sent.done, sent.learned, sent.idea)):
        raise refuse(_("Tulisan ini terlalu panjang; paling banyak %(most)s huruf untuk satu pertanyaan.") % {"most": TEXT})
    if sent.attendance not in AttendanceState.values:
        raise refuse(_("Pilihan kehadiran itu tidak dikenal."))
    if sent.hours is not None and not 0 <= sent.hours <= 24:
        raise refuse(_("Lama bekerja antara 0 dan 24 jam."))
    if len(sent.photos) > PHOTOS:
        raise refuse(_("Paling banyak %(most)s foto untuk satu catatan.") % {"most": PHOTOS})
    _refuse_other_days(trainee, sent)
    others = LogEntry.objects.filter(participant_id=trainee.pk, day=sent.day, current=True).exclude(identifier=sent.identifier)
    if others.count() >= ENTRIES_A_DAY:
        raise refuse(_("Hari itu sudah punya %(most)s catatan.") % {"most": ENTRIES_A_DAY})


def _refuse_other_days(trainee: Trainee, sent: SentEntry) -> None:
    window = window_of(trainee)
    if sent.day > latest_day(sent.zone_minutes):
        raise refuse(_("%(day)s belum tiba. Periksa tanggal catatan ini.") % {"day": tanggal(sent.day)})
    if trainee.state == SendingState.ORDERED and window.first is None:
        raise refuse(_("Tanggal mulai magang belum diketahui; tanyakan pada pengelola di unit Anda."))
    if window.returned_on and sent.day > window.returned_on:
        shown = {"day": tanggal(sent.day), "back": tanggal(window.returned_on)}
        raise refuse(_("%(day)s sesudah Anda kembali (%(back)s). Periksa tanggal catatan ini.") % shown)
    if not window.holds(sent.day):
        shown = {"day": tanggal(sent.day), "first": tanggal(window.first), "last": tanggal(window.last)}
        raise refuse(_("%(day)s di luar masa magang (%(first)s – %(last)s). Periksa tanggal catatan ini.") % shown)


def _photo(earlier: object, photo: SentPhoto) -> tuple[str, Photo]:
    caption = photo.caption.strip()[:200]
    if photo.content is not None:
        return caption, cleaned(photo.content)
    kept = LogPhoto.objects.filter(entry_id__in=earlier, sent_digest=photo.digest).first()
    if kept is None:
        raise refuse(_("Foto catatan ini belum ikut terkirim."))
    return caption, Photo(bytes(kept.content), kept.width, kept.height, kept.sent_digest)


def _keep(actor: Actor, trainee: Trainee, sent: SentEntry, digest: str) -> LogEntry:
    rows = LogEntry.objects.filter(participant_id=trainee.pk, identifier=sent.identifier)
    versions = rows.count()
    if versions >= VERSIONS:
        raise refuse(_("Catatan ini sudah diubah %(most)s kali. Buat catatan baru.") % {"most": VERSIONS})
    present = rows.filter(current=True).first()
    overtaken = present is not None and present.device is not None and present.device == sent.device
    current = not (overtaken and present is not None and present.sequence > sent.sequence)
    if current:
        rows.filter(current=True).update(current=False)
    return LogEntry.objects.create(
        agency_id=trainee.agency_id, host_agency_id=trainee.host_agency_id, participant_id=trainee.pk,
        identifier=sent.identifier, version=versions + 1, current=current, device=sent.device, sequence=sent.sequence,
        day=sent.day, done=sent.done.strip(), learned=sent.learned.strip(), idea=sent.idea.strip(), attendance=sent.attendance,
        hours=sent.hours, written_at=sent.written_at, written_zone=_zone(sent.zone_minutes), clock_skew=sent.skew,
        received_at=now(), digest=digest, sent_by_account=actor.user_id,
    )  # fmt: skip


def _zone(minutes: int | None) -> str:
    if minutes is None:
        return ""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _note_attendance(actor: Actor, trainee: Trainee, entry: LogEntry) -> None:
    AttendanceDay.objects.update_or_create(
        agency_id=trainee.agency_id,
        participant_id=trainee.pk,
        day=entry.day,
        side=LookerSide.OWN,
        defaults={
            "host_agency_id": trainee.host_agency_id,
            "state": entry.attendance,
            "noted_at": entry.received_at,
            "noted_by_account": actor.user_id,
            "noted_by_name": actor.name,
        },
    )
