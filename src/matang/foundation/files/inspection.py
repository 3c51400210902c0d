"""What a file really is, judged by its bytes and never by its name alone."""

import io
import zipfile
from dataclasses import dataclass

import puremagic
from django.utils.translation import gettext as _

from matang.foundation.files.models import FileKind

EXTENSIONS = {
    "xlsx": FileKind.XLSX,
    "csv": FileKind.CSV,
    "txt": FileKind.CSV,
    "pdf": FileKind.PDF,
    "png": FileKind.PNG,
    "jpg": FileKind.JPEG,
    "jpeg": FileKind.JPEG,
}
UNPACKED_LIMIT = 2 * 1024**3
"""Bytes that the parts of a workbook may come to when unpacked. A real 100,000-row export stays under 0.5 GB."""
RATIO_LIMIT = 200
"""Times that one part may grow when unpacked; real sheets of repeated words reach about 40."""
RATIO_FROM = 16 * 1024**2
"""Bytes below which the ratio does not matter."""
PARTS_LIMIT = 10_000
CSV_SAMPLE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Finding:
    """What the bytes are, or why they are refused (``problem``, a sentence for the person)."""

    kind: FileKind | None
    problem: str = ""


def inspect(name: str, content: bytes) -> Finding:
    """Look at the content of an uploaded file called ``name``."""
    kind = kind_of(content)
    if kind is None:
        return Finding(
            None, _("Isi berkas ini bukan xlsx, csv, pdf, png, atau jpeg melainkan %(what)s.") % {"what": described(content)}
        )
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    if EXTENSIONS.get(suffix) != kind:
        return Finding(
            None,
            _("Nama berkas berakhir “.%(suffix)s”, tetapi isinya %(kind)s. Ganti nama atau simpan ulang berkasnya.")
            % {"suffix": suffix, "kind": kind.label},
        )
    problem = workbook_problem(content) if kind is FileKind.XLSX else ""
    return Finding(None, problem) if problem else Finding(kind)


def kind_of(content: bytes) -> FileKind | None:
    """Return what the bytes are, or ``None`` when they are none of the kinds that we keep."""
    if content.startswith(b"%PDF-"):
        return FileKind.PDF
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PNG
    if content.startswith(b"\xff\xd8\xff"):
        return FileKind.JPEG
    if content.startswith(b"PK\x03\x04"):
        return FileKind.XLSX if b"xl/workbook.xml" in content else None
    return FileKind.CSV if is_table_of_text(content) else None


def is_table_of_text(content: bytes) -> bool:
    """Return true for text whose first filled line has a separator. UTF-8, UTF-16 with a mark, or Windows' Latin."""
    sample = content[:CSV_SAMPLE]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = sample[: len(sample) // 2 * 2].decode("utf-16", errors="replace")
    elif b"\x00" in content:
        return False
    else:
        text = sample.decode("utf-8", errors="replace")
    if any(ord(letter) < 32 and letter not in "\t\r\n\f" for letter in text):
        return False
    lines = [line for line in text.splitlines() if line.strip()]
    return bool(lines) and not lines[0].lstrip("\ufeff \t").startswith("<") and any(mark in lines[0] for mark in ";,\t|")


def workbook_problem(content: bytes) -> str:
    """Return why a workbook is not safe to open, or an empty text. Reads the archive's list only, unpacks nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile:
        return _("Berkas xlsx ini rusak. Buka di aplikasi lembar kerja, simpan ulang, lalu unggah lagi.")
    names = [part.filename for part in parts]
    if "xl/workbook.xml" not in names:
        return _("Berkas xlsx ini tidak berisi lembar kerja.")
    if any(part.flag_bits & 0x1 for part in parts):
        return _("Berkas xlsx ini dikunci kata sandi. Simpan ulang tanpa kata sandi.")
    packed = (max(part.compress_size, 1) for part in parts)
    swollen = any(
        part.file_size > RATIO_FROM and part.file_size > size * RATIO_LIMIT for part, size in zip(parts, packed, strict=True)
    )
    if swollen or len(parts) > PARTS_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        return _("Berkas xlsx ini mengembang terlalu besar saat dibuka (bom zip) dan tidak diterima.")
    return ""


def described(content: bytes) -> str:
    """Return a word for what the bytes seem to be."""
    try:
        found = puremagic.from_string(content[:4096])
    except (puremagic.PureError, ValueError):
        return _("jenis yang tidak dikenal")
    return str(found).lstrip(".") or _("jenis yang tidak dikenal")
