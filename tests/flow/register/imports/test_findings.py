# ruff: noqa: E501 - tables read best as tables
"""Files with each defect planted: every one is found, and nothing else is called a defect."""

from typing import Any

import pytest

from matang.flow.register.models import Person
from matang.flow.register.services.imports.codes import CODES
from matang.foundation.tenancy.models import Agency
from tests.flow.register.imports.files import SIASN, book, csv_file, duk, duk_person, nip, person, pppk, siasn
from tests.flow.register.imports.road import found, take

PLANTED: list[tuple[str, str, dict[str, Any]]] = [
    ("nip_17_digits", nip(1)[:17], {"NIP_BARU": nip(1)[:17]}),
    ("nip_length", "131234567", {"NIP_BARU": "131234567"}),
    ("nip_missing", "", {"NIP_BARU": ""}),
    ("nip_not_digits", "1980013120050I2001", {"NIP_BARU": "1980013120050I2001"}),
    ("nip_as_number", "1.98001312005012e+17", {"NIP_BARU": 198001312005012001}),
    ("nip_month_13", nip(1, start="200513"), {"NIP_BARU": nip(1, start="200513")}),
    ("nip_sex_digit", nip(1, sex="3"), {"NIP_BARU": nip(1, sex="3")}),
    ("nip_birth_invalid", nip(1, birth="19801331"), {"NIP_BARU": nip(1, birth="19801331")}),
    ("nip_birth_mismatch", "31-01-1981", {"TANGGAL_LAHIR": "31-01-1981"}),
    ("birth_unparseable", "31-02-1980", {"TANGGAL_LAHIR": "31-02-1980"}),
    ("name_missing", "", {"NAMA": ""}),
    ("grade_unknown", "V/z", {"GOL_AKHIR_NAMA": "V/z"}),
    ("grade_unknown", "IX", {"GOL_AKHIR_NAMA": "IX"}),
    ("post_blank", "", {"JABATAN_NAMA": " "}),
    ("unit_blank", "", {"UNOR_NAMA": "", "SATUAN_KERJA_KERJA_NAMA": ""}),
    ("unit_unknown", "Dinas Antah Berantah", {"UNOR_NAMA": "Dinas Antah Berantah"}),
    ("unit_spelling", "PUSKESMAS CONTOH ", {"UNOR_NAMA": "PUSKESMAS CONTOH "}),
    ("unit_spelling", "Kelurahan Panau", {"UNOR_NAMA": "Kelurahan Panau"}),
    ("nip_apostrophe_spaces", "'19800131 200501 2 001", {"NIP_BARU": "'19800131 200501 2 001"}),
    ("name_newline", "Orang\nContoh", {"NAMA": "Orang\nContoh  "}),
    ("birth_excel_serial", "29251", {"TANGGAL_LAHIR": 29251}),
    ("date_excel_serial", "45383", {"TMT_GOLONGAN": 45383}),
    ("date_unparseable", "tidak ada", {"TMT_JABATAN": "tidak ada"}),
    ("start_in_future", "01-01-2031", {"TMT_JABATAN": "01-01-2031"}),
    ("inactive", "Cuti Luar Tanggungan Negara", {"KEDUDUKAN_HUKUM_NAMA": "Cuti Luar Tanggungan Negara"}),
    ("state_unknown", "Entah", {"KEDUDUKAN_HUKUM_NAMA": "Entah"}),
    ("past_retirement", "15-05-1955", {"NIP_BARU": nip(1, birth="19550515"), "TANGGAL_LAHIR": "15-05-1955"}),
    ("sex_mismatch", "M", {"JENIS_KELAMIN": "M"}),
    ("grade_missing", "", {"GOL_AKHIR_NAMA": ""}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "value", "cells"), PLANTED, ids=[f"{code}-{value!r}" for code, value, _cells in PLANTED])
def test_a_planted_defect_is_the_only_finding(agency: Agency, code: str, value: str, cells: dict[str, Any]) -> None:
    _run, plan = take(agency, siasn([person(8), person(1, **cells), pppk(9)]))
    assert found(plan) == [("Data Utama", 3, code, value)]
    refused = CODES[code].severity == "refused"
    assert plan.tally == {"rows": 3, "create": 2 if refused else 3, "update": 0, "unchanged": 0, "refused": int(refused)}


def test_a_message_names_place_person_value_and_way_out(agency: Agency) -> None:
    _run, plan = take(agency, siasn([person(1, GOL_AKHIR_NAMA="V/z")]))
    assert plan.findings[0].as_json() == {
        "sheet": "Data Utama",
        "row": 2,
        "column": "GOL AKHIR NAMA",
        "code": "grade_unknown",
        "severity": "refused",
        "value": "V/z",
        "message": (
            "Sheet “Data Utama” baris 2, kolom GOL AKHIR NAMA (Orang Contoh 1, NIP 198001312005012001): Golongan “V/z” bukan golongan PNS. "
            "Tulis golongan PNS seperti III/c, atau PPPK seperti IX."
        ),
    }


def test_a_number_that_excel_cut_is_explained(agency: Agency) -> None:
    _run, plan = take(agency, siasn([person(1, NIP_BARU=198001312005012001)]))
    assert "Excel hanya menyimpan 15 angka" in plan.findings[0].message


def test_independent_refusals_of_a_row_are_told_together_and_nothing_else(agency: Agency) -> None:
    row = person(1, GOL_AKHIR_NAMA="V/z", JABATAN_NAMA="", NAMA="Orang\nContoh", TMT_JABATAN="01-01-2031")
    _run, plan = take(agency, siasn([row]))
    assert [finding.code for finding in plan.findings] == ["grade_unknown", "post_blank"]


def test_the_second_row_of_a_person_names_the_first_sheet_and_row(agency: Agency) -> None:
    heads = ["NIP", "NAMA", "GOLONGAN", "JABATAN", "UNIT KERJA"]
    line = [nip(1), "Orang Contoh", "III/c", "Pengolah Data", "Dinas Kesehatan"]
    other = [nip(2), "Orang Lain", "III/c", "Pengolah Data", "Dinas Kesehatan"]
    _run, plan = take(agency, book({"Satu": [heads, other, line], "Dua": [heads, ["'" + nip(1), *line[1:]]]}))
    assert found(plan) == [("Dua", 2, "duplicate_row", "'" + nip(1))]
    assert plan.findings[0].args["first_sheet"] == "Satu"
    assert plan.findings[0].args["first_row"] == 3


def test_a_person_whose_first_row_is_refused_may_come_again(agency: Agency) -> None:
    _run, plan = take(agency, siasn([person(1, JABATAN_NAMA=""), person(1)]))
    assert [finding.code for finding in plan.findings] == ["post_blank"]
    assert plan.tally["create"] == 1


@pytest.mark.parametrize(
    "shape", ["69", "67", "reversed", "aliases", "csv ;", "csv ,", "csv tab", "cp1252", "bom", "utf-16", "below"]
)
def test_every_shape_of_the_export_is_read_alike(agency: Agency, shape: str) -> None:
    rows = [person(1, NAMA="Zoë Contoh"), pppk(2), person(3, POST="", GOL_AKHIR_NAMA="V/z")]
    heads = list(SIASN)
    aliases = {
        "NIP BARU": "nipBaru",
        "NAMA": "Nama Pegawai",
        "GOL AKHIR NAMA": "GOL.",
        "JABATAN NAMA": "JABATAN_NAMA",
        "UNOR NAMA": "Unit Kerja",
    }
    if shape == "67":
        content = siasn(rows, heads[:67])
    elif shape == "reversed":
        content = siasn(rows, heads[::-1])
    elif shape == "aliases":
        renamed = [aliases.get(head, head) for head in heads]
        content = siasn([{aliases.get(key, key): value for key, value in row.items()} for row in rows], renamed)
    elif shape == "below":
        table = [["Daftar Pegawai"], ["per 21 November 2026"], [], heads, *[[row[head] for head in heads] for row in rows]]
        content = book({"Data Utama": table})
    else:
        separator = {"csv ,": ",", "csv tab": "\t"}.get(shape, ";")
        encoding = {"cp1252": "cp1252", "bom": "utf-8-sig", "utf-16": "utf-16"}.get(shape, "utf-8")
        content = csv_file(rows, heads, separator, encoding)
    _run, plan = take(agency, content, "Data Utama.csv")
    shift = 3 if shape == "below" else 0
    assert [(row, code) for _sheet, row, code, _value in found(plan)] == [(4 + shift, "grade_unknown")]
    assert [(row.nip, row.name) for row in plan.rows[:2]] == [(nip(1), "Zoë Contoh"), (nip(2, start="202321"), "Orang Contoh 2")]


def test_a_duk_with_every_defect(agency: Agency) -> None:
    structural = [
        duk_person(1, post="Kepala Dinas Kesehatan", unit="Dinas Kesehatan"),
        duk_person(2, written_nip=nip(2)[:17]),
        duk_person(3, written_nip="'19800131 200501 2 003"),
        duk_person(4, grade="V/z"),
        duk_person(5, post=""),
        duk_person(6, unit="Dinas Antah Berantah"),
        duk_person(7, unit="PUSKESMAS CONTOH "),
        duk_person(8, post_from="01/01/2031"),
        duk_person(9, name="Orang\nDuk   S.H."),
    ]
    others = [duk_person(10, written_nip=nip(10, start="202321"), grade="IX"), duk_person(1)]
    run, plan = take(agency, duk({"STRUKTURAL": (structural, 9), "PPPK": (others, 3), "Kosong": ([], None)}))
    assert found(plan) == [
        ("STRUKTURAL", 10, "nip_17_digits", nip(2)[:17]),
        ("STRUKTURAL", 12, "nip_apostrophe_spaces", "'19800131 200501 2 003"),
        ("STRUKTURAL", 14, "grade_unknown", "V/z"),
        ("STRUKTURAL", 16, "post_blank", ""),
        ("STRUKTURAL", 18, "unit_unknown", "Dinas Antah Berantah"),
        ("STRUKTURAL", 20, "unit_spelling", "PUSKESMAS CONTOH "),
        ("STRUKTURAL", 22, "start_in_future", "01/01/2031"),
        ("STRUKTURAL", 24, "name_newline", "Orang\nDuk   S.H."),
        ("PPPK", 10, "duplicate_row", nip(1)),
    ]
    assert plan.tally == {"rows": 11, "create": 6, "update": 0, "unchanged": 0, "refused": 5}
    assert [note for sheet in run.layout for note in sheet["notes"]] == [
        "Baris JUMLAH pada sheet “PPPK” menyebut 3 orang, sedangkan terhitung 2 orang."
    ]
    assert [finding.message.count(nip(4)) for finding in plan.findings if finding.code == "grade_unknown"] == [1]


def test_a_signature_below_the_table_is_not_a_person(agency: Agency) -> None:
    heads = ["NIP", "NAMA", "GOLONGAN", "JABATAN", "UNIT KERJA"]
    rows = [
        heads,
        [nip(1), "Orang Contoh", "III/c", "Pengolah Data", "Dinas Kesehatan"],
        [],
        ["", "", "", "Palu, 21 November 2026"],
    ]
    run, plan = take(agency, book({"Daftar": [*rows, ["", "", "", "Kepala Badan"]]}))
    assert plan.tally["rows"] == 1
    assert plan.findings == []
    assert "2 baris pada sheet “Daftar” bukan data orang" in run.layout[0]["notes"][0]


def test_the_dry_run_writes_nobody(agency: Agency) -> None:
    take(agency, siasn([person(1)]))
    assert Person.objects.count() == 0
