# ruff: noqa: E501 - tables read best as tables
"""Cells as files hold them."""

from datetime import date, datetime

import pytest

from matang.flow.register.services.imports.cells import as_date, as_text
from matang.flow.register.services.imports.grades import read_grade
from matang.flow.register.services.imports.names import split_titles
from matang.flow.register.services.imports.posts import kind_of, read_echelon
from matang.flow.register.services.imports.retiring import Retiring
from matang.flow.register.services.imports.vocabulary import read_kind, read_level, read_sex, read_state


@pytest.mark.parametrize(
    ("cell", "day", "serial"),
    [
        ("31-01-1980", date(1980, 1, 31), False),
        ("1/2/1980", date(1980, 2, 1), False),
        ("1980-01-31", date(1980, 1, 31), False),
        ("1980-01-31 00:00:00", date(1980, 1, 31), False),
        ("17 Agustus 1980", date(1980, 8, 17), False),
        ("17-Agt-1980", date(1980, 8, 17), False),
        (29251.0, date(1980, 1, 31), True),
        ("29251", date(1980, 1, 31), True),
        (date(1980, 1, 31), date(1980, 1, 31), False),
        (datetime(1980, 1, 31, 8, 0), date(1980, 1, 31), False),  # noqa: DTZ001 - spreadsheets have no zones
        ("31-02-1980", None, False),
        ("17 Agustusan 1980", None, False),
        ("12", None, False),
        (12, None, False),
        (True, None, False),
        ("", None, False),
    ],
)
def test_dates(cell: object, day: date | None, serial: bool) -> None:
    assert as_date(cell) == (day, serial)  # type: ignore[arg-type]


def test_text_of_cells() -> None:
    assert [as_text(cell) for cell in (" a ", 12.0, 1.5, date(1980, 1, 31), True)] == ["a", "12", "1.5", "31-01-1980", "True"]
    assert as_text(1.98001312005012e17) == "1.98001312005012e+17"


@pytest.mark.parametrize(
    ("written", "room", "grade"),
    [
        ("III/d", "", "III/d"), ("iii/D", "", "III/d"), ("III d", "", "III/d"), ("3/c", "", "III/c"), ("IVe", "", "IV/e"),
        ("Penata Tk. I (III/d)", "", "III/d"), ("Pembina, IV/a", "", "IV/a"), ("III", "c", "III/c"), ("IX", "", "IX"), ("9", "", "IX"),
        ("Gol. IX", "", "IX"), ("V/z", "", None), ("II/e", "", None), ("XVIII", "", None), ("18", "", None), ("", "", None),
    ],
)  # fmt: skip
def test_grades(written: str, room: str, grade: str | None) -> None:
    assert read_grade(written, room) == grade


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Titi Maryati S.Sos.", ("", "Titi Maryati", "S.Sos.")),
        ("Dr. Ir. Budi Contoh, M.Si., Ph.D.", ("Dr. Ir.", "Budi Contoh", "M.Si., Ph.D.")),
        ("H. Ahmad Contoh M.A.P.", ("H.", "Ahmad Contoh", "M.A.P.")),
        ("HARIS CONTOH SE", ("", "HARIS CONTOH", "SE")),
        ("Siti M. Nur", ("", "Siti M. Nur", "")),
        ("I Made B. Contoh", ("", "I Made B. Contoh", "")),
        ("Muh. Amin", ("", "Muh. Amin", "")),
        ("Sri", ("", "Sri", "")),
    ],
)
def test_titles_are_told_from_names(written: str, parts: tuple[str, str, str]) -> None:
    assert split_titles(written) == parts


@pytest.mark.parametrize(
    ("name", "post_type", "echelon", "kind"),
    [
        ("Kepala Dinas Kesehatan", "Jabatan Struktural", "II.b", "jpt_pratama"),
        ("Kepala Bidang II Dinas Kesehatan", "Jabatan Struktural", "III.b", "administrator"),
        ("Lurah Contoh", "", "", "pengawas"),
        ("Camat Contoh", "", "", "administrator"),
        ("Sekretaris Kecamatan Contoh", "", "", "administrator"),
        ("Sekretaris Kelurahan Contoh", "", "", "pengawas"),
        ("Sekretaris Daerah", "", "", "jpt_pratama"),
        ("Sekretaris Dinas Contoh", "", "", "administrator"),
        ("Inspektur", "", "", "jpt_pratama"),
        ("Inspektur Pembantu I", "", "", "administrator"),
        ("Kepala Subbagian Umum", "", "", "pengawas"),
        ("Guru Ahli Madya", "", "", "jf_ahli_madya"),
        ("Perawat Terampil", "Jabatan Fungsional", "", "jf_terampil"),
        ("Kepala Puskesmas Contoh", "Jabatan Fungsional", "", "jf_other"),
        ("Pengadministrasi Perkantoran", "", "", "pelaksana"),
        ("Apa Saja", "Jabatan Pelaksana", "", "pelaksana"),
        ("Apa Saja", "", "", "other"),
    ],
)
def test_kinds_of_posts(name: str, post_type: str, echelon: str, kind: str) -> None:
    assert kind_of(name, post_type, echelon) == kind


def test_echelons() -> None:
    assert [read_echelon(text) for text in ("II/b", "IIIa", "iv.A", "IV", "", "x")] == ["II.b", "III.a", "IV.a", "IV", "", ""]


def test_only_what_is_certain_is_past_retirement() -> None:
    retiring = Retiring(date(2026, 11, 21))

    def overdue(birth: date, post: str) -> tuple[int, date] | None:
        return retiring.overdue(birth, kind_of(post), post)

    assert overdue(date(1968, 10, 31), "Perawat Ahli Muda") == (58, date(2026, 11, 1))
    assert overdue(date(1968, 11, 1), "Perawat Ahli Muda") is None
    assert overdue(date(1961, 10, 31), "Peneliti Ahli Utama") == (65, date(2026, 11, 1))
    for unsaid in ("Guru Ahli Muda", "Apa Saja"):
        assert overdue(date(1961, 11, 1), unsaid) is None
        assert overdue(date(1961, 10, 31), unsaid) == (65, date(2026, 11, 1))
    assert Retiring(date(2017, 4, 6)).overdue(date(1900, 1, 1), kind_of("Apa Saja"), "Apa Saja") is None


def test_words_of_closed_lists() -> None:
    assert [read_sex(text) for text in ("F", "Laki-laki", "Wanita", "?")] == ["female", "male", "female", "unknown"]
    assert [read_state(text) for text in ("Aktif", "PPPK Aktif", "Cuti Luar Tanggungan Negara", "Tidak Aktif", "Aneh")] == [
        "active", "active", "leave", "inactive", None,
    ]  # fmt: skip
    assert [read_kind(text) for text in ("PNS Daerah", "PPPK Daerah", "CPNS", "Honorer")] == ["pns", "pppk", "pns", None]
    levels = [
        ("S-1/Sarjana", ""),
        ("Diploma III/Sarjana Muda", ""),
        ("SLTA", ""),
        ("S-3/Doktor", ""),
        ("", "SMK Contoh"),
        ("", "Aneh"),
    ]
    assert [read_level(*pair) for pair in levels] == ["s1", "d3", "sma", "s3", "sma", None]
