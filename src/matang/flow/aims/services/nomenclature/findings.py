# ruff: noqa: E501 - a sentence for people stands on one line
"""What is found in a file of the national list: codes with arguments are kept, sentences are made when they are shown."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

ROW, VALUE, MENDED, ASKED = "row", "value", "mended", "asked"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding: what is left out or changed, what is wrong, and the way out."""

    severity: str
    reason: str | Promise
    way_out: str | Promise


CODES = {
    "code_missing": Code(ROW, _("Kode subkegiatan tidak diisi."), _("Isi kodenya, misalnya 1.02.02.2.02.0015.")),
    "code_malformed": Code(ROW, _("“%(value)s” bukan kode subkegiatan."), _("Tulis urusan.bidang.program.tingkat.kegiatan.subkegiatan, misalnya 1.02.02.2.02.0015.")),
    "code_twice": Code(ROW, _("Kode %(value)s sudah ada pada baris %(first)s."), _("Simpan satu baris saja, atau perbaiki kodenya.")),
    "parent_mismatch": Code(ROW, _("Kode %(value)s tidak berada di bawah %(parent)s seperti yang tertulis di baris ini."), _("Samakan kode bidang, program, dan kegiatannya.")),
    "title_missing": Code(ROW, _("Nama subkegiatan tidak diisi."), _("Isi namanya.")),
    "title_long": Code(ROW, _("Nama ini lebih dari 500 huruf."), _("Periksa apakah isi kolom lain ikut tertempel.")),
    "above_missing": Code(ROW, _("Nama %(parent)s tidak diisi di baris mana pun."), _("Isi nama program atau kegiatannya.")),
    "nothing_said": Code(VALUE, _("“%(value)s” tidak mengatakan apa pun; nilai ini dibiarkan kosong."), _("Isi nilainya, atau kosongkan.")),
    "measure_is_number": Code(VALUE, _("Satuan “%(value)s” adalah angka; nilai ini dibiarkan kosong."), _("Tulis satuannya, misalnya Dokumen.")),
    "too_long": Code(VALUE, _("Isi ini terlalu panjang untuk kolomnya; nilai ini dibiarkan kosong."), _("Periksa apakah isi kolom lain ikut tertempel.")),
    "service_unknown": Code(VALUE, _("“%(value)s” bukan SPM atau NON-SPM; nilai ini dibiarkan kosong."), _("Tulis SPM atau NON-SPM.")),
    "spaces": Code(MENDED, _("Ganti baris dan spasi berlebih dibuang."), ""),
    "measure_case": Code(MENDED, _("Satuan “%(value)s” ditulis seperti pada baris lain: “%(after)s”."), ""),
    "measure_typo": Code(MENDED, _("Satuan “%(value)s” dibaca sebagai “%(after)s”."), _("Bila memang satuan lain, perbaiki di berkas dan muat ulang.")),
    "name_differs": Code(MENDED, _("%(named)s di baris ini bernama “%(value)s”; yang dipakai nama dari baris %(first)s."), _("Samakan namanya.")),
    "title_twice": Code(ASKED, _("Nama ini sama dengan %(first)s dalam kegiatan yang sama."), _("Keduanya ikut; pastikan memang dua subkegiatan.")),
    "output_is_indicator": Code(ASKED, _("Kinerja dan indikatornya sama persis."), _("Keduanya ikut; kinerja seharusnya keadaan, indikator ukurannya.")),
}  # fmt: skip


def finding(code: str, row: int, column: str, value: object = "", **arguments: object) -> dict[str, Any]:
    """Return a finding in JSON's types; ``row`` counts as a spreadsheet does."""
    return {
        "code": code,
        "row": row,
        "column": column,
        "value": str(value)[:200],
        **{key: str(text) for key, text in arguments.items()},
    }


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding in the reader's language."""

    row: int
    column: str
    value: str
    code: str
    severity: str
    reason: str
    way_out: str


def shown(found: dict[str, Any]) -> Shown:
    """Return a finding as sentences."""
    code = CODES[found["code"]]
    way_out = now(str(code.way_out)) if code.way_out else ""
    return Shown(
        found["row"], found["column"], found["value"], found["code"], code.severity, now(str(code.reason)) % found, way_out
    )


def counted(findings: list[dict[str, Any]]) -> list[tuple[str, str, int]]:
    """Return (severity, sentence without its arguments, how many) for each kind that was found, the gravest first."""
    order = {ROW: 0, VALUE: 1, ASKED: 2, MENDED: 3}
    counts: dict[str, int] = {}
    for each in findings:
        counts[each["code"]] = counts.get(each["code"], 0) + 1
    rows = [(CODES[code].severity, kind_words()[code], count) for code, count in counts.items()]
    return sorted(rows, key=lambda row: (order[row[0]], -row[2]))


def kind_words() -> dict[str, str]:
    """Return what each kind of finding is called."""
    return {
        "code_missing": now("Kode subkegiatan kosong"),
        "code_malformed": now("Kode tidak terbaca"),
        "code_twice": now("Kode berulang"),
        "parent_mismatch": now("Kode di luar induknya"),
        "title_missing": now("Nama subkegiatan kosong"),
        "title_long": now("Nama terlalu panjang"),
        "above_missing": now("Nama induk kosong"),
        "nothing_said": now("Nilai tanpa isi"),
        "measure_is_number": now("Satuan berupa angka"),
        "too_long": now("Isi terlalu panjang"),
        "service_unknown": now("Tanda SPM tidak dikenal"),
        "spaces": now("Spasi dan ganti baris"),
        "measure_case": now("Huruf besar-kecil satuan"),
        "measure_typo": now("Salah ketik satuan"),
        "name_differs": now("Nama induk berbeda-beda"),
        "title_twice": now("Nama berulang dalam satu kegiatan"),
        "output_is_indicator": now("Kinerja sama dengan indikator"),
    }
