"""The archive of earlier sendings: what is read, what is asked, what is counted, and what is never guessed."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from matang.flow.learn.choices import PastField, PastImportState, PastReading
from matang.flow.learn.models import PastCase, PastClaim, PastImport
from matang.flow.learn.selectors.cases.questions import questions_in, questions_of
from matang.flow.learn.selectors.cases.spans import conflict_of, overlaps_of
from matang.flow.learn.selectors.cases.totals import Made, totals_of
from matang.flow.learn.services.cases import answering
from matang.flow.learn.services.cases.importing import apply_cases, discard_cases, drafts_of, undo_cases, upload_cases
from matang.flow.learn.services.cases.parsing import read_count, read_date, read_offices, read_part, read_span
from matang.flow.learn.services.cases.reading import COLUMNS, UnreadableCasesError, read_rows
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.http import ActorClient

pytestmark = pytest.mark.django_db
REAL = Path(__file__).parents[4] / "shared" / "data" / "cases" / "cases.csv"
ROWS = (
    ("K01,magang,Kota Alfa,Dinas PU Kota Gama; BKD Kota Gama,10,2023-03-06 (pelepasan),,3 bulan,ruang,lihat K09,"
     "tidak,https://a.id/1 ; b.id,tinggi,"),
    ("K02,magang,Kota Alfa (PU),Dinas PU Kota Gama,4,2023-03-13,2023-06-13,3 bulan,limbah,-,tidak,a.id,tinggi,"
     "bagian dari K01: jangan dua kali"),
    ("K03,studi tiru,Kab. Beta,Kota Gama,,2023-05-02,2023-05-02,1 hari,SAKIP,-,tidak,c.id,sedang,"
     "\"31 = OPD (termasuk 9 camat), bukan orang\""),
    "K04,magang,Kab. Delta,Dinas PU Kota Gama,1,2023-06-01,,,kumuh,-,tidak,d.id,rendah,mungkin bagian dari K05",
    "K05,magang,Prov. Delta,tidak disebut,,,2023-11-02 (berita),±45 hari,beragam,-,,d.id,sedang,300 -> 100 -> 20",
    "K06,bimtek,Kota Alfa,Kota Alfa,25,,2016-04-18,2 hari,pola pikir,-,tidak,seed,sedang (tahun inferensi),Senin (18/4)",
    "K07,pelatihan,Kota Alfa,Balai,9,2024-05-06,2024-05-08,5 hari,,,,,,",
    "K09,presentasi hasil magang,Kota Alfa,-,,2023-12-01,2023-12-01,1 hari,hasil,paparan,tidak,e.id,tinggi,",
)  # fmt: skip


def csv_of(*rows: str) -> bytes:
    """Return a file with these rows."""
    return "\n".join([",".join(COLUMNS), *rows]).encode()


def keeper(cast: Cast) -> Actor:
    """Return the HR officer of the city."""
    return actor_of(cast.users["hr_officer"])


def load(
    cast: Cast, *rows: str, parts: dict[str, bool] | None = None, offices: dict[str, bool] | None = None
) -> dict[str, PastCase]:
    """Bring rows into the archive; return the cases by code."""
    batch = upload_cases(actor=keeper(cast), content=csv_of(*(rows or ROWS)), name="kasus.csv")
    apply_cases(actor=keeper(cast), import_id=batch.pk, parts=parts or {}, offices=offices or {})
    return archive()


def archive() -> dict[str, PastCase]:
    """Return the cases by code."""
    return {case.code: case for case in PastCase.objects.select_related("part_of").order_by("code")}


def made() -> Made:
    """Return the total of everything."""
    return totals_of(archive().values(), lambda case: case.kind)


def refused(work: Callable[[], object], words: str) -> None:
    """Assert a refusal after which nothing has changed."""
    before = [list(model.objects.order_by("pk").values()) for model in (PastImport, PastCase, PastClaim)]
    with pytest.raises((RefusedError, ValidationError), match=words):
        work()
    assert [list(model.objects.order_by("pk").values()) for model in (PastImport, PastCase, PastClaim)] == before


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2024-07-12 (pelepasan)", (date(2024, 7, 12), "day", "release", False, True)),
        ("2023-08-21 (pembukaan)", (date(2023, 8, 21), "day", "opening", False, True)),
        ("2022-12-16 (berita)", (date(2022, 12, 16), "day", "news", False, True)),
        ("2024-07-12 (rapat)", (date(2024, 7, 12), "day", "other", False, True)),
        ("2022-11", (date(2022, 11, 1), "month", "itself", False, True)),
        ("2021", (date(2021, 1, 1), "year", "itself", False, True)),
        ("18 April 2017", (date(2017, 4, 18), "day", "itself", False, True)),
        ("15/07/2024", (date(2024, 7, 15), "day", "itself", False, True)),
        ("18/4", (None, "", "", True, True)),
        ("18 April", (None, "", "", True, True)),
        ("2024-02-30", (None, "", "", False, False)),
        ("sekitar Juli", (None, "", "", False, False)),
        ("", (None, "", "", False, True)),
    ],
)
def test_a_date_keeps_how_exactly_it_is_known_and_what_it_marks(text: str, read: tuple[object, ...]) -> None:
    found = read_date(text)
    assert (found.on, found.precision, found.mark, found.no_year, found.understood) == read


@pytest.mark.parametrize(
    ("text", "number", "unit", "about"),
    [("3 bulan", 3, "month", False), ("±45 hari", 45, "day", True), ("sekitar 2 minggu", 2, "week", True),
     ("1 tahun", 1, "year", False),
     ("0 hari", None, "", False), ("tiga bulan", None, "", False), ("", None, "", False)],
)  # fmt: skip
def test_a_duration_says_whether_it_is_exact(text: str, number: int | None, unit: str, about: bool) -> None:
    read = read_span(text)
    assert (read.number, read.unit, read.about) == (number, unit, about)


@pytest.mark.parametrize(
    ("text", "number"),
    [("8", 8), ("1.200", 1200), ("12 orang", 12), ("0", None), ("±40", None), ("8-10", None), ("-3", None), ("", None)],
)
def test_only_an_exact_number_above_zero_is_a_count(text: str, number: int | None) -> None:
    assert read_count(text) == number


def test_notes_are_read_but_only_for_what_they_say() -> None:
    assert read_part("bagian dari C01: jangan dihitung dua kali", "C02") == "C01"
    assert read_part("lihat C01", "C02") == ""
    assert read_part("bagian dari C02", "C02") == ""
    assert read_offices("44 = OPD (termasuk 14 camat), bukan orang") == 44
    assert read_offices("corong seleksi 300 -> 100 -> 20 -> 18") is None
    assert read_offices("4 pasangan x 2 = 8; 4 tuan rumah") is None


def test_a_dry_run_says_what_it_found_by_row_and_stores_no_case(cast: Cast) -> None:
    batch = upload_cases(actor=keeper(cast), content=csv_of(*ROWS), name="kasus.csv")
    found = {(one.row, one.code, one.level) for draft in drafts_of(batch) for one in draft.findings}
    assert {row for row in found if row[2] == "ask"} == {
        (3, "CASE-040", "ask"), (4, "CASE-013", "ask"), (4, "CASE-010", "ask"), (5, "CASE-040", "ask"), (6, "CASE-010", "ask"),
        (7, "CASE-023", "ask"), (8, "CASE-031", "ask"),
    }  # fmt: skip
    assert {(row, code) for row, code, level in found if level == "note"} == {
        (2, "CASE-021"), (6, "CASE-021"), (6, "CASE-032"), (8, "CASE-050"), (8, "CASE-051"),
    }  # fmt: skip
    assert PastCase.objects.count() == 0
    discard_cases(actor=keeper(cast), import_id=batch.pk)
    assert PastImport.objects.get().rows == []
    refused(lambda: apply_cases(actor=keeper(cast), import_id=batch.pk, parts={}, offices={}), "sudah diputuskan")


def test_unknown_counts_stay_unknown_and_notes_wait_for_a_person(cast: Cast) -> None:
    cases = load(cast)
    assert {code: case.people for code, case in cases.items()} == {
        "K01": 10, "K02": 4, "K03": None, "K04": 1, "K05": None, "K06": 25, "K07": 9, "K09": None,
    }  # fmt: skip
    assert (cases["K03"].offices, cases["K03"].offices_read, cases["K03"].offices_state) == (None, 31, PastReading.PROPOSED)
    assert (cases["K02"].part_of, cases["K02"].part_read) == (None, "K01")
    total = made().total
    assert (total.people, total.cases, total.unsaid, total.waiting, total.within, total.events) == (44, 7, 2, 2, 0, 1)
    assert total.at_least


def test_a_part_is_not_counted_twice_and_a_denied_one_is_counted(cast: Cast) -> None:
    cases = load(cast, parts={"K02": True, "K04": False}, offices={"K03": True})
    assert (cases["K02"].part_of, cases["K04"].part_of, cases["K04"].part_state) == (cases["K01"], None, PastReading.REFUSED)
    assert (cases["K03"].offices, cases["K03"].people) == (31, None)
    found = made()
    assert (found.total.people, found.total.unsaid, found.total.waiting, found.total.within, found.total.offices) == (
        45,
        2,
        0,
        1,
        31,
    )
    assert {line.case.code: (line.people, line.way) for line in found.lines} == {
        "K01": (10, "counted"), "K02": (0, "within"), "K03": (0, "unsaid"), "K04": (1, "counted"), "K05": (0, "unsaid"),
        "K06": (25, "counted"), "K07": (9, "counted"), "K09": (0, "event"),
    }  # fmt: skip


def test_a_case_without_a_number_had_at_least_what_its_largest_part_had(cast: Cast) -> None:
    load(cast, parts={"K04": True, "K02": True})
    line = next(line for line in made().lines if line.case.code == "K05")
    assert (line.people, line.way) == (1, "through")
    assert made().total.at_least


def test_a_number_that_counts_offices_in_the_column_itself_is_not_people(cast: Cast) -> None:
    cases = load(cast, "K03,studi tiru,Kab. Beta,Kota Gama,31,,,,,,,,,31 OPD")
    assert (cases["K03"].people, cases["K03"].offices) == (None, None)
    assert [asked.field for asked in questions_of(cases["K03"])] == ["offices", "people", "starts", "ends"]


def test_what_contradicts_is_shown_and_a_person_says_what_is_right(cast: Cast) -> None:
    cases = load(cast)
    found = conflict_of(cases["K07"])
    assert found is not None
    assert (found.days, found.shortest, found.longest, found.backwards) == (3, 5, 5, False)
    assert [code for code, case in cases.items() if conflict_of(case)] == ["K07"]
    answering.answer_conflict(actor=keeper(cast), case_id=cases["K07"].pk, right="dates", source="Surat 1")
    after = archive()["K07"]
    assert (conflict_of(after), after.duration, after.ends_on) == (None, None, date(2024, 5, 8))
    said = list(PastClaim.objects.filter(case=after, field__in=("duration", "conflict")).values_list("field", "said", "origin"))
    assert said == [
        ("duration", "5 hari", "file"), ("conflict", "Tanggalnya yang benar; lama menurut sumber tidak dipakai.", "answer")
    ]  # fmt: skip


def test_cases_at_one_host_at_one_time_are_shown_but_not_a_part_with_its_whole(cast: Cast) -> None:
    found = overlaps_of(load(cast, parts={"K02": True}).values())
    assert [(one.first.code, one.second.code, one.since, one.until, one.sure) for one in found] == [
        ("K01", "K04", date(2023, 6, 1), None, False), ("K02", "K04", date(2023, 6, 1), None, True),
    ]  # fmt: skip


def test_an_inferred_year_is_asked_and_an_answer_stands_with_its_source(cast: Cast) -> None:
    case = load(cast)["K06"]
    assert [asked.text for asked in questions_of(case) if asked.field == PastField.YEAR] == [
        "Tahunnya perkiraan (2016). Tahun berapa sebenarnya?"
    ]  # fmt: skip
    refused(lambda: answering.answer_year(actor=keeper(cast), case_id=case.pk, year=2017, source=" "), "Sebutkan siapa")
    answering.answer_year(actor=keeper(cast), case_id=case.pk, year=2017, source="Panitia, lewat telepon 3 Nov 2026")
    after = archive()["K06"]
    assert (after.ends_on, after.year_asked) == (date(2017, 4, 18), False)
    claim = PastClaim.objects.get(case=after, field="year")
    assert (claim.said, claim.source, claim.made_by_id) == (
        "2017",
        "Panitia, lewat telepon 3 Nov 2026",
        cast.users["hr_officer"].pk,
    )


def test_answers_close_questions_and_wrong_ones_change_nothing(cast: Cast) -> None:
    actor, case = keeper(cast), load(cast)["K05"]
    refused(lambda: answering.answer_count(actor=actor, case_id=case.pk, number=0, source="X"), "di atas nol")
    refused(
        lambda: answering.answer_date(actor=actor, case_id=case.pk, field="starts", day=date(2199, 1, 1), source="X"),
        "belum tiba",
    )
    refused(lambda: answering.answer_hosts(actor=actor, case_id=case.pk, hosts=" ; - ", source="X"), "sedikitnya satu")
    refused(lambda: answering.answer_offices(actor=actor, case_id=case.pk, confirmed=True, source="X"), "tidak menyebut")
    other = actor_of(cast.users["unit_head"])
    refused(lambda: answering.answer_count(actor=other, case_id=case.pk, number=3, source="X"), "Arsip kasus diisi")
    answering.answer_count(actor=actor, case_id=case.pk, number=40, source="X")
    answering.answer_hosts(actor=actor, case_id=case.pk, hosts="LAN; Bappenas", source="X")
    answering.answer_date(actor=actor, case_id=case.pk, field="starts", day=date(2023, 9, 1), source="X")
    assert [asked.field for asked in questions_of(archive()["K05"])] == ["ends"]
    assert archive()["K05"].hosts == ["LAN", "Bappenas"]


def test_cases_cannot_contain_each_other(cast: Cast) -> None:
    cases = load(cast, parts={"K02": True})
    actor = keeper(cast)
    refused(lambda: answering.link_part(actor=actor, case_id=cases["K01"].pk, whole="K02"), "tidak dapat saling memuat")
    refused(lambda: answering.link_part(actor=actor, case_id=cases["K01"].pk, whole="K01"), "tidak dapat saling memuat")
    refused(lambda: answering.link_part(actor=actor, case_id=cases["K01"].pk, whole="K99"), "tidak ada di arsip")
    circle = csv_of("M01,magang,A,,1,,,,,,,,,bagian dari M02", "M02,magang,B,,2,,,,,,,,,bagian dari M01")
    drafts = drafts_of(upload_cases(actor=actor, content=circle, name="putar.csv"))
    assert [[one.code for one in draft.findings if one.column == "catatan_uji"] for draft in drafts] == [["CASE-042"]] * 2
    assert {draft.case.part_state for draft in drafts} == {PastReading.NONE}


def test_rows_that_cannot_be_kept_stay_out_and_the_rest_goes_in(cast: Cast) -> None:
    load(cast, ROWS[0])
    batch = upload_cases(
        actor=keeper(cast), name="lagi.csv",
        content=csv_of(ROWS[0], "K20,magang,,,1", "K21,magang,Kota,,2", "k21,magang,Kota,,3", ",magang,Kota,,4", "," * 13),
    )  # fmt: skip
    wrong = [(one.row, one.code) for draft in drafts_of(batch) for one in draft.findings if one.level == "error"]
    assert wrong == [(2, "CASE-003"), (3, "CASE-001"), (5, "CASE-002"), (6, "CASE-001")]
    assert apply_cases(actor=keeper(cast), import_id=batch.pk, parts={}, offices={}) == 1
    assert sorted(archive()) == ["K01", "K21"]


def test_an_import_is_undone_with_its_reason_and_not_below_what_hangs_on_it(cast: Cast) -> None:
    load(cast, ROWS[0])
    first = PastImport.objects.get()
    load(cast, ROWS[1], parts={"K02": True})
    refused(lambda: undo_cases(actor=keeper(cast), import_id=first.pk, reason=" "), "alasan pembatalan")
    refused(lambda: undo_cases(actor=keeper(cast), import_id=first.pk, reason="Salah"), "K02 dari impor lain")
    second = PastImport.objects.exclude(pk=first.pk).get()
    assert undo_cases(actor=keeper(cast), import_id=second.pk, reason="Salah berkas") == 1
    assert undo_cases(actor=keeper(cast), import_id=first.pk, reason="Salah berkas") == 1
    assert (PastCase.objects.count(), PastClaim.objects.count()) == (0, 0)
    assert set(PastImport.objects.values_list("state", "reason")) == {(PastImportState.UNDONE, "Salah berkas")}
    refused(lambda: undo_cases(actor=keeper(cast), import_id=first.pk, reason="Lagi"), "tidak ada di arsip")


def test_excel_reads_as_csv_does_with_real_dates_and_numbers(cast: Cast) -> None:
    book, file = Workbook(), BytesIO()
    book.active.append([column.upper() for column in COLUMNS])
    book.active.append(["K1", "magang", "Kota", "Dinas", 8, date(2024, 7, 15), date(2024, 10, 15), "3 bulan"])
    book.save(file)
    cells = read_rows(file.getvalue(), "kasus.xlsx")[0]["cells"]
    assert isinstance(cells, dict)
    assert (cells["jumlah_orang"], cells["mulai"], cells["selesai"]) == ("8", "2024-07-15", "2024-10-15")
    semicolons = "﻿" + ";".join(COLUMNS) + "\r\nK1;magang;Kota;A\r\n"
    assert read_rows(semicolons.encode(), "kasus.csv")[0]["row"] == 2


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [(b"", "a.csv", "baris judul"), (b"PK\x03\x04rusak", "a.xlsx", "tidak dapat dibaca"), (b"\x00\x01", "a.csv", "bukan CSV"),
     (csv_of(), "a.csv", "tidak berisi"), (csv_of('K1,"magang'), "a.csv", "tanda kutip|Tanda kutip"),
     (b"x" * 5_000_001, "a.csv", "5 MB"),
     (csv_of(*(f"K{n},magang,Kota" for n in range(2001))), "a.csv", "2.000 baris")],
)  # fmt: skip
def test_an_unreadable_file_says_why(content: bytes, name: str, words: str) -> None:
    with pytest.raises(UnreadableCasesError, match=words):
        read_rows(content, name)


def test_another_government_neither_reads_nor_answers(cast: Cast) -> None:
    case = load(cast)["K01"]
    with acting_in(cast.malang.pk, cast.users["malang_officer"].pk):
        assert PastCase.objects.count() == PastClaim.objects.count() == PastImport.objects.count() == 0
        officer = actor_of(cast.users["malang_officer"])
        with pytest.raises(RefusedError, match="tidak ada di instansi Anda"):
            answering.answer_count(actor=officer, case_id=case.pk, number=3, source="X")


def test_pages_tell_the_lower_bound_and_take_an_answer(cast: Cast) -> None:
    client = ActorClient(cast.users["hr_officer"])
    upload = BytesIO(csv_of(*ROWS))
    upload.name = "kasus.csv"
    answer = client.post(reverse("learn:cases_import"), {"file": upload})
    batch = PastImport.objects.get()
    assert answer.url == reverse("learn:cases_checked", args=[batch.pk])
    page = client.get(answer.url).content.decode()
    assert "8 dari 8 baris dapat masuk" in page
    said = {"bagian-K02": "ya", "bagian-K04": "nanti", "kantor-K03": "ya"}
    client.post(reverse("learn:cases_apply", args=[batch.pk]), said)
    page = client.get(reverse("learn:cases_totals")).content.decode()
    assert "Sedikitnya 44 orang." in page
    assert "2 kasus tidak menyebut jumlah." in page
    assert "31 kantor dihitung tersendiri, bukan sebagai orang." in page
    case = PastCase.objects.get(code="K05")
    address = reverse("learn:case_answer", args=[case.pk, "people"])
    assert "Sebutkan" not in client.get(address).content.decode()
    assert client.post(address, {"number": "40", "source": "Surat 7"}).status_code == 302
    page = client.get(reverse("learn:case", args=[case.pk])).content.decode()
    assert "Surat 7" in page
    assert client.get(reverse("learn:case_answer", args=[case.pk, "topic"])).status_code == 404
    reader = ActorClient(cast.users["auditor"])
    assert "Jawab" not in reader.get(reverse("learn:cases_questions")).content.decode().split("<table")[1]
    again = client.post(reverse("learn:cases_apply", args=[batch.pk]), said)
    assert (again.status_code, PastCase.objects.count()) == (302, 8)


def test_the_list_filters_sorts_and_downloads_the_same(cast: Cast) -> None:
    load(cast)
    client = ActorClient(cast.users["planner"])
    page = client.get(reverse("learn:cases"), {"keadaan": "tanpa-jumlah", "urut": "-kode"}).content.decode()
    assert page.index(">K05<") < page.index(">K03<")
    assert ">K01<" not in page
    assert "Tidak ada kasus yang cocok" in client.get(reverse("learn:cases"), {"q": "zzz"}).content.decode()
    sheet = load_workbook(BytesIO(client.get(reverse("learn:cases_download"), {"q": "Beta"}).content)).active
    assert [[cell.value for cell in row][:7] for row in sheet.iter_rows(min_row=5)] == [
        ["K03", "Studi tiru", "studi tiru", "Kab. Beta", "Kota Gama", None, None]
    ]  # fmt: skip


def test_the_list_asks_as_often_for_three_cases_as_for_sixty(cast: Cast) -> None:
    client = ActorClient(cast.users["hr_officer"])
    counted = []
    for first, last in ((0, 3), (3, 60)):
        load(cast, *(f"Q{n},magang,Kota,Dinas,{n + 1}" for n in range(first, last)))
        for name in ("learn:cases", "learn:cases_questions", "learn:cases_totals"):
            with CaptureQueriesContext(connection) as seen:
                assert client.get(reverse(name)).status_code == 200
            counted.append(len(seen))
    assert counted[:3] == counted[3:]


@pytest.mark.skipif(not REAL.exists(), reason="the real file lies beside the repository")
def test_the_real_cases_come_in_with_their_holes(cast: Cast) -> None:
    batch = upload_cases(actor=keeper(cast), content=REAL.read_bytes(), name="cases.csv")
    assert [one for draft in drafts_of(batch) for one in draft.findings if one.level == "error"] == []
    parts = {"C02": True, "C07": True}
    assert apply_cases(actor=keeper(cast), import_id=batch.pk, parts=parts, offices={"C20": True}) == 20
    found = made().total
    assert (found.cases, found.people, found.unsaid, found.within, found.waiting, found.offices, found.events) == (
        19, 179, 10, 2, 1, 44, 1,
    )  # fmt: skip
    cases = archive()
    assert [code for code, case in cases.items() if case.year_asked] == ["C43"]
    assert [code for code, case in cases.items() if conflict_of(case)] == []
    pairs = [(one.first.code, one.second.code, one.sure) for one in overlaps_of(cases.values())]
    assert pairs == [("C01", "C04", False), ("C02", "C04", True)]
    asked = questions_in(cases.values())
    by_field = {field: sum(one.field == field for one in asked) for field in {one.field for one in asked}}
    assert by_field == {"part": 1, "year": 1, "people": 10, "hosts": 1, "starts": 10, "ends": 14}
    answering.link_part(actor=keeper(cast), case_id=cases["C04"].pk, whole="", source="DPUPRPKP")
    assert made().total.people == 180
