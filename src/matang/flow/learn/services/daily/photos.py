"""Look into a photo and keep only the picture: what a camera writes beside it (position, time, device) stays out."""

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from matang.foundation.access.answers import refuse
from matang.foundation.files.inspection import described, kind_of
from matang.foundation.files.models import FileKind

PHOTO_BYTES = 200 * 1024
PHOTOS = 3
PIXELS = 8192
SOI, EOI, SOS = 0xD8, 0xD9, 0xDA
FRAMES = (0xC0, 0xC1, 0xC2)
TABLES = (0xC4, 0xDB, 0xDD)
EXIF = b"Exif\x00\x00"
TURNED = 0x0112


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture fit to be kept; ``sent_digest`` is that of the bytes that were sent."""

    content: bytes
    width: int
    height: int
    sent_digest: str


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a photo as it was sent."""
    return hashlib.sha256(content).hexdigest()


def cleaned(content: bytes) -> Photo:
    """Return the photo without anything beside the picture; only the way the phone was held is kept.

    Raises:
        RefusedError: not a JPEG whatever its name says, broken, or larger than 200 KB.
    """
    if kind_of(content) is not FileKind.JPEG:
        raise refuse(_("Foto ini bukan JPEG melainkan %(what)s.") % {"what": described(content)})
    kept, turned, size = bytearray(b"\xff\xd8"), 1, None
    seen = False
    try:
        for marker, segment, scan in _segments(content):
            if marker == 0xE1 and segment.startswith(EXIF):
                turned = _turned(segment[len(EXIF) :])
            elif marker in FRAMES:
                height, width, parts = struct.unpack(">HHB", segment[1:6])
                size = (width, height) if parts in {1, 3} else None
            seen = seen or marker == SOS
            if _belongs(marker, segment):
                kept += bytes((0xFF, marker)) + struct.pack(">H", len(segment) + 2) + segment + scan
    except (struct.error, IndexError) as error:
        raise refuse(_("Foto ini rusak atau terpotong. Ambil atau pilih lagi.")) from error
    if size is None or not seen or not all(0 < side <= PIXELS for side in size):
        raise refuse(_("Foto ini rusak atau ukurannya tidak biasa. Ambil atau pilih lagi."))
    if turned != 1:
        kept[2:2] = _orientation(turned)
    kept += b"\xff\xd9"
    if len(kept) > PHOTO_BYTES:
        shown = {"size": len(kept) // 1024, "most": PHOTO_BYTES // 1024}
        raise refuse(
            _("Foto ini %(size)s KB; paling besar %(most)s KB. Kecilkan dulu, atau kirim dari halaman buku harian.") % shown
        )
    return Photo(bytes(kept), size[0], size[1], digest_of(content))


def _belongs(marker: int, segment: bytes) -> bool:
    """True for what draws the picture: frames, tables, scans, and the two marks that say how colours are meant."""
    if marker in FRAMES or marker in TABLES or marker == SOS:
        return True
    return (marker == 0xE0 and segment.startswith(b"JFIF\x00")) or (marker == 0xEE and segment.startswith(b"Adobe"))


def _segments(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield (marker, segment, scan data) up to the end mark; raises IndexError or struct.error where the file breaks off."""
    at = 2
    while True:
        if content[at] != 0xFF:
            raise IndexError
        while content[at + 1] == 0xFF:
            at += 1
        marker = content[at + 1]
        if marker == EOI:
            return
        (length,) = struct.unpack(">H", content[at + 2 : at + 4])
        end = at + 2 + length
        if length < 2 or end > len(content):
            raise IndexError
        segment, scan_end = content[at + 4 : end], end
        if marker == SOS:
            scan_end = _after_scan(content, end)
        yield marker, segment, content[end:scan_end]
        at = scan_end


def _after_scan(content: bytes, at: int) -> int:
    """Return where the next marker after the data of a scan stands; restart marks and stuffed bytes belong to the data."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0:
            raise IndexError
        following = content[at + 1]
        if following == 0xFF:
            at += 1
        elif following == 0 or 0xD0 <= following <= 0xD7:
            at += 2
        else:
            return at


def _turned(tiff: bytes) -> int:
    """Return how the phone was held (1–8), 1 when the camera's data don't say."""
    try:
        order = {b"II": "<", b"MM": ">"}[tiff[:2]]
        (start,) = struct.unpack(order + "I", tiff[4:8])
        (count,) = struct.unpack(order + "H", tiff[start : start + 2])
        for number in range(min(count, 64)):
            at = start + 2 + 12 * number
            tag, _kind, _many, value = struct.unpack(order + "HHIH", tiff[at : at + 10])
            if tag == TURNED:
                return value if 1 <= value <= 8 else 1
    except (KeyError, struct.error):
        return 1
    return 1


def _orientation(turned: int) -> bytes:
    """Return a segment of camera data that says nothing but how the phone was held."""
    tiff = b"MM\x00*" + struct.pack(">IHHHIHHI", 8, 1, TURNED, 3, 1, turned, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(EXIF) + len(tiff) + 2) + EXIF + tiff
