# ruff: noqa: E501 - patterns of names stand on one line
"""What kind of post a name stands for, in a city or regency; unknown stays unknown."""

import re
from functools import lru_cache

from matang.flow.register.choices import MANAGERIAL_KINDS, PostKind

_ECHELON = re.compile(r"(IV|V|I{1,3})\s*[./\-]?\s*([ABab])?", re.IGNORECASE)
_BY_ECHELON = {
    "II": PostKind.JPT_PRATAMA,
    "III": PostKind.ADMINISTRATOR,
    "IV": PostKind.PENGAWAS,
    "V": PostKind.PENGAWAS,
}
_RUNGS = (
    ("AHLI UTAMA", PostKind.JF_AHLI_UTAMA),
    ("AHLI MADYA", PostKind.JF_AHLI_MADYA),
    ("AHLI MUDA", PostKind.JF_AHLI_MUDA),
    ("AHLI PERTAMA", PostKind.JF_AHLI_PERTAMA),
    ("PENYELIA", PostKind.JF_PENYELIA),
    ("MAHIR", PostKind.JF_MAHIR),
    ("TERAMPIL", PostKind.JF_TERAMPIL),
    ("PEMULA", PostKind.JF_PEMULA),
)
# Names of managerial posts of a city; the first pattern that fits decides, so the narrower ones stand first.
_BY_NAME = (
    (PostKind.PENGAWAS, r"LURAH\b|SEKRETARIS (KELURAHAN|LURAH)|KEPALA SUB|KASUB|KEPALA SEKSI|KASI\b|KEPALA UPT"),
    (PostKind.ADMINISTRATOR, r"CAMAT\b|SEKRETARIS (KECAMATAN|CAMAT)|KEPALA BIDANG|KABID|KEPALA BAGIAN|KABAG|INSPEKTUR PEMBANTU|KEPALA KANTOR"),
    (PostKind.JPT_PRATAMA, r"SEKRETARIS (DAERAH|DPRD|DEWAN)|KEPALA (DINAS|BADAN|SATUAN)|ASISTEN\b|STAF AHLI|INSPEKTUR( DAERAH)?$|DIREKTUR (RS|RUMAH SAKIT)"),
    (PostKind.ADMINISTRATOR, r"SEKRETARIS (DINAS|BADAN|INSPEKTORAT|SATUAN)"),
)  # fmt: skip
_NAMED = tuple((kind, re.compile(pattern)) for kind, pattern in _BY_NAME)
# General staff posts of the national list (jabatan pelaksana).
_STAFF = re.compile(
    r"(PENELAAH TEKNIS|PENGOLAH DATA|PENATA (LAYANAN|KELOLA)|OPERATOR LAYANAN|PENGADMINISTRASI|PENGELOLA (LAYANAN|UMUM|DATA)|DOKUMENTALIS HUKUM)"
)


def read_echelon(written: str) -> str:
    """Return ``II.b`` for ``II/b``, ``IIb`` or ``ii.B``; empty when nothing or not an echelon."""
    found = _ECHELON.fullmatch(written.strip())
    if not found:
        return ""
    return found[1].upper() + (f".{found[2].lower()}" if found[2] else "")


def _functional(name: str) -> PostKind | None:
    return next((kind for words, kind in _RUNGS if name.endswith(words)), None)


@lru_cache(maxsize=16_384)
def kind_of(name: str, post_type: str = "", echelon: str = "") -> PostKind:
    """Return the kind of a post from its rung, its type, its echelon and its name, in that order of trust."""
    words, typed = " ".join(name.upper().split()), post_type.upper()
    if rung := _functional(words):
        return rung
    if "FUNGSIONAL" in typed or typed in {"JF", "JFT", "JFU"}:
        return PostKind.PELAKSANA if "UMUM" in typed or typed == "JFU" else PostKind.JF_OTHER
    if "PELAKSANA" in typed:
        return PostKind.PELAKSANA
    if echelon:
        return _BY_ECHELON.get(echelon.split(".", maxsplit=1)[0], PostKind.OTHER)
    named = next((kind for kind, pattern in _NAMED if pattern.match(words)), None)
    if named:
        return named
    return PostKind.PELAKSANA if _STAFF.match(words) else PostKind.OTHER


def is_single(kind: str) -> bool:
    """True for posts of which a unit has one: the managerial ones."""
    return kind in MANAGERIAL_KINDS
