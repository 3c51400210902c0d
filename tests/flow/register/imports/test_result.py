"""The result workbook: its refused rows are mended there and uploaded again."""

import io
from typing import Any

import openpyxl

from matang.flow.register.models import Person
from matang.flow.register.services.agencies import officer_for
from matang.flow.register.services.imports import runs
from matang.flow.register.services.imports.workbook import result_workbook
from matang.foundation.tenancy.models import Agency
from tests.flow.register.imports.files import SECRET, duk, duk_person, nip, person, siasn
from tests.flow.register.imports.road import take, write


def mend(content: bytes, sheet: str, row: int, cells: dict[str, Any]) -> bytes:
    """Change cells of a workbook by heading, as an officer would, and return it."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    page = book[sheet]
    headings = {cell.value: cell.column for cell in page[1]}
    for heading, value in cells.items():
        page.cell(row=row, column=headings[heading], value=value)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def committed(agency: Agency, content: bytes) -> bytes:
    """Commit a file and return its result workbook."""
    run, _plan = take(agency, content)
    run = runs.commit(actor=officer_for(agency.pk), run_id=run.pk)
    return result_workbook(run)


def test_the_refused_rows_come_back_in_their_columns_with_reason_and_way_out(agency: Agency) -> None:
    result = committed(agency, siasn([person(1), person(2, GOL_AKHIR_NAMA="V/z", NAMA="=1+1")]))
    book = openpyxl.load_workbook(io.BytesIO(result))
    assert book.sheetnames == ["Ringkasan", "Temuan", "Data Utama"]
    rows = list(book["Data Utama"].values)
    line = dict(zip(rows[0], rows[1], strict=True))
    assert len(rows) == 2
    assert (line["NIP BARU"], line["NAMA"], line["GOL AKHIR NAMA"], line["KODE TEMUAN"]) == (
        nip(2),
        "=1+1",
        "V/z",
        "grade_unknown",
    )
    assert book["Data Utama"]["B2"].data_type == "s"
    assert line["ALASAN"] == "Golongan “V/z” bukan golongan PNS."
    assert line["JALAN KELUAR"].startswith("Tulis golongan PNS")
    assert "NIK" not in rows[0]
    assert dict(book["Ringkasan"].values)["Ditolak"] == "1"
    assert [row[3] for row in book["Temuan"].values][1:] == ["grade_unknown"]
    assert SECRET not in str([list(page.values) for page in book.worksheets])


def test_mended_rows_of_an_export_are_created(agency: Agency) -> None:
    result = committed(agency, siasn([person(1), person(2, GOL_AKHIR_NAMA="V/z"), person(3, UNOR_NAMA="PUSKESMAS CONTOH")]))
    again = mend(result, "Data Utama", 2, {"GOL AKHIR NAMA": "III/d"})
    again = mend(again, "Data Utama", 3, {"UNOR NAMA": "Puskesmas Contoh"})
    plan = write(agency, again)
    assert plan.tally == {"rows": 2, "create": 1, "update": 1, "unchanged": 0, "refused": 0}
    assert plan.findings == []
    assert Person.objects.count() == 3


def test_mended_rows_of_a_list_by_rank_are_created(agency: Agency) -> None:
    people = [duk_person(number) for number in range(1, 5)]
    people[1] = duk_person(2, post="")
    pppk = duk_person(9, written_nip=nip(9, start="202321")[:17], grade="IX")
    result = committed(agency, duk({"PELAKSANA": (people, 4), "PPPK": ([pppk], None)}))
    again = mend(result, "PELAKSANA", 2, {"JABATAN NAMA": "Pengolah Data"})
    again = mend(again, "PPPK", 2, {"NIP BARU": nip(9, start="202321")})
    plan = write(agency, again)
    assert plan.findings == []
    assert plan.tally == {"rows": 2, "create": 2, "update": 0, "unchanged": 0, "refused": 0}
    assert Person.objects.get(nip=nip(9, start="202321")).kind == "pppk"


def test_a_number_that_excel_cut_stays_refused_when_uploaded_unmended(agency: Agency) -> None:
    result = committed(agency, siasn([person(1, NIP_BARU=198001312005012001)]))
    _run, plan = take(agency, result)
    assert [finding.code for finding in plan.findings] == ["nip_as_number"]


def test_the_same_result_twice_carries_its_reasons_once(agency: Agency) -> None:
    once = committed(agency, siasn([person(2, GOL_AKHIR_NAMA="V/z")]))
    twice = openpyxl.load_workbook(io.BytesIO(committed(agency, once)))
    headings = [cell.value for cell in twice["Data Utama"][1]]
    assert headings.count("ALASAN") == 1
