# ruff: noqa: E501 - a sentence for people stands on one line
"""What is found in files of this stage: stable codes, kept with their arguments; the sentences are made when they are shown."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

REFUSED, WARNED = "refused", "warned"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding: whether the row is left out, what is wrong and the way out."""

    severity: str
    reason: str | Promise
    way_out: str | Promise


CODES = {
    # Both files.
    "level_invalid": Code(REFUSED, _("Level “%(value)s” bukan angka 1 sampai 5."), _("Isi 1, 2, 3, 4, atau 5.")),
    "date_unreadable": Code(REFUSED, _("“%(value)s” bukan tanggal yang ada."), _("Tulis sebagai hari-bulan-tahun, contoh 01-04-2026.")),
    # The dictionary.
    "name_missing": Code(REFUSED, _("Nama kompetensi tidak diisi."), _("Isi nama kompetensinya.")),
    "code_missing": Code(REFUSED, _("“%(value)s” belum ada di kamus dan kodenya tidak diisi."), _("Beri kode baru, misalnya TEK.GIS.")),
    "field_unknown": Code(REFUSED, _("Kelompok “%(value)s” tidak dikenal."), _("Tulis Manajerial, Sosial kultural, atau Teknis.")),
    "name_differs": Code(WARNED, _("Kode %(code)s pada baris ini bernama “%(value)s”, padahal di atasnya “%(first)s”; yang dipakai yang pertama."), _("Samakan namanya, atau beri kode lain.")),
    "text_differs": Code(WARNED, _("Deskripsi level %(level)s berbeda dari baris %(first_row)s; yang dipakai yang pertama."), _("Samakan deskripsinya.")),
    "levels_incomplete": Code(WARNED, _("Level %(value)s tidak ada di berkas."), _("Yang sudah ada di kamus tetap; untuk kompetensi baru level itu kosong sampai diisi.")),
    "later_text": Code(REFUSED, _("“%(value)s” sudah punya perubahan yang berlaku mulai %(day)s."), _("Pilih tanggal berlaku sesudahnya, atau batalkan dahulu perubahan itu.")),
    "still_required": Code(REFUSED, _("“%(value)s” masih diminta oleh %(count)s jabatan, jadi tidak diakhiri."), _("Akhiri dahulu syarat itu pada jabatannya.")),
    "too_young": Code(REFUSED, _("“%(value)s” baru mulai pada tanggal itu, jadi tidak dapat diakhiri pada hari yang sama."), _("Batalkan perubahan yang membuatnya, atau pilih tanggal sesudahnya.")),
    # Standards.
    "post_missing": Code(REFUSED, _("Jabatan tidak diisi."), _("Isi nomor jabatan dari templat, atau nama jabatan dan unitnya.")),
    "post_unknown": Code(REFUSED, _("Jabatan “%(value)s” tidak ada pada tanggal itu."), _("Unduh templat terbaru dan salin nomor jabatannya, atau perbaiki nama jabatan dan unitnya.")),
    "post_not_then": Code(REFUSED, _("Jabatan “%(value)s” tidak ada pada %(day)s."), _("Perbaiki tanggal berlakunya, atau pilih jabatan yang ada pada hari itu.")),
    "post_ambiguous": Code(REFUSED, _("Ada %(count)s jabatan bernama “%(value)s”."), _("Isi nomor jabatan dari templat, atau kode unitnya.")),
    "post_mismatch": Code(WARNED, _("Nomor jabatan menunjuk “%(found)s”, tetapi tertulis “%(value)s”; yang dipakai nomornya."), _("Periksa apakah nomornya benar.")),
    "post_outside": Code(REFUSED, _("Jabatan “%(value)s” di luar lingkup tugas Anda."), _("Serahkan baris ini kepada pengelola unitnya.")),
    "competency_missing": Code(REFUSED, _("Kompetensi tidak diisi."), _("Pilih kompetensi dari daftar pada templat.")),
    "competency_unknown": Code(REFUSED, _("Kompetensi “%(value)s” tidak ada di kamus pada tanggal itu.%(hint)s"), _("Pilih dari daftar pada templat, atau tambahkan ke kamus lebih dahulu.")),
    "weight_unknown": Code(REFUSED, _("Sifat syarat “%(value)s” tidak dikenal."), _("Tulis Wajib atau Diutamakan.")),
    "dates_reversed": Code(REFUSED, _("Berlaku sampai %(value)s tidak sesudah mulainya."), _("Perbaiki tanggalnya, atau kosongkan bila berlaku seterusnya.")),
    "row_twice": Code(REFUSED, _("Jabatan dan kompetensi ini sudah ada pada baris %(first_row)s dengan tanggal yang bertumpuk."), _("Simpan satu baris saja, atau pisahkan tanggalnya.")),
}  # fmt: skip


def finding(code: str, *, row: int = 0, column: str = "", value: object = "", **arguments: object) -> dict[str, Any]:
    """Return a finding in JSON's types. ``row`` counts as a spreadsheet does; 0 = the file as a whole."""
    plain = {key: text if isinstance(text, int) else str(text) for key, text in arguments.items()}
    return {"code": code, "row": row, "column": column, "value": str(value)[:120], **plain}


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding in the reader's language."""

    row: int
    column: str
    code: str
    severity: str
    reason: str
    way_out: str


def shown(findings: list[dict[str, Any]]) -> list[Shown]:
    """Return findings as sentences, in the order of their rows."""
    ordered = sorted(findings, key=lambda each: each["row"])
    return [_shown(each, CODES[each["code"]]) for each in ordered]


def _shown(found: dict[str, Any], code: Code) -> Shown:
    return Shown(
        found["row"], found["column"], found["code"], code.severity, now(str(code.reason)) % found, now(str(code.way_out))
    )
