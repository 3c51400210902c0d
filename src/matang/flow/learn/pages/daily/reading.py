"""Read what a phone sent: nothing is believed about its shape."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from matang.flow.learn.choices import AttendanceState
from matang.flow.learn.services.daily.taking import SentEntry, SentPhoto

RAW_PHOTO_BYTES = 1024 * 1024
FAR = 16 * 60
BIG = 2**62


class MalformedError(Exception):
    """An entry that can't be read; the text says why, for the person."""


def sent_entry(raw: object, files: Mapping[str, UploadedFile], sent_at: datetime | None, received: datetime) -> SentEntry:
    """Return an entry from one object of the list that came.

    Raises:
        MalformedError: something is missing or is not what it should be.
    """
    if not isinstance(raw, dict):
        raise MalformedError(_("Catatan ini tidak terbaca. Muat ulang halaman buku harian, lalu kirim lagi."))
    try:
        return SentEntry(
            participant_id=_whole(raw["participant"]),
            identifier=UUID(str(raw["identifier"])),
            day=date.fromisoformat(str(raw["day"])),
            done=_text(raw, "done"),
            learned=_text(raw, "learned"),
            idea=_text(raw, "idea"),
            attendance=_kept(raw.get("attendance")) or AttendanceState.UNKNOWN,
            hours=hours_of(raw.get("hours")),
            written_at=moment(raw["written_at"]),
            zone_minutes=_zone(raw.get("zone")),
            device=UUID(str(raw["device"])) if raw.get("device") else None,
            sequence=_whole(raw.get("sequence") or 0),
            skew=round((received - sent_at).total_seconds()) if sent_at else None,
            photos=tuple(_photo(photo, files) for photo in _list(raw.get("photos"))),
        )
    except (KeyError, ValueError, TypeError, OverflowError) as error:
        raise MalformedError(_("Catatan ini tidak lengkap atau rusak: %(what)s") % {"what": error}) from error


def moment(raw: object) -> datetime:
    """Return a moment with its zone; raises ValueError where it is none."""
    found = datetime.fromisoformat(str(raw))
    if found.tzinfo is None or not 1970 < found.year < 9000:
        raise ValueError(str(raw)[:40])
    return found.astimezone(UTC)


def hours_of(raw: object) -> Decimal | None:
    """Return hours as a number, None for none; raises ValueError for what is no number."""
    text = str(raw if raw is not None else "").strip().replace(",", ".")
    if not text:
        return None
    try:
        found = Decimal(text)
    except InvalidOperation as error:
        raise ValueError(text[:20]) from error
    if not found.is_finite() or abs(found) > 1000:
        raise ValueError(text[:20])
    return found.quantize(Decimal("0.01"))


def _text(raw: dict[str, object], name: str) -> str:
    return _kept(raw.get(name)).replace("\r\n", "\n")


def _kept(raw: object) -> str:
    """Return text that can be kept: without NUL, and a question mark for half an emoji that a phone cut off at the limit."""
    return str(raw or "").replace("\x00", "").encode("utf-8", "replace").decode()


def _whole(raw: object) -> int:
    found = int(str(raw))
    if abs(found) > BIG:
        raise ValueError(str(raw)[:20])
    return found


def _zone(raw: object) -> int | None:
    if raw is None or raw == "":
        return None
    found = _whole(raw)
    return found if abs(found) <= FAR else None


def _list(raw: object) -> list[dict[str, object]]:
    found = raw or []
    if not isinstance(found, list) or len(found) > 20 or not all(isinstance(item, dict) for item in found):
        raise ValueError("photos")
    return found


def _photo(raw: dict[str, object], files: Mapping[str, UploadedFile]) -> SentPhoto:
    caption = _kept(raw.get("caption"))
    if raw.get("digest"):
        return SentPhoto(caption, digest=_kept(raw["digest"])[:64])
    file = files.get(str(raw.get("file")))
    if file is None:
        raise MalformedError(_("Foto catatan ini belum ikut terkirim."))
    if file.size is None or file.size > RAW_PHOTO_BYTES:
        raise MalformedError(_("Foto ini terlalu besar; paling besar 200 KB. Kecilkan dulu, lalu kirim lagi."))
    return SentPhoto(caption, content=file.read())
