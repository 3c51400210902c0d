"""Files of appraisals: what is refused and why, what a file may overwrite, and that only what is read is kept."""

import zlib
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from matang.flow.register.choices import ImportKind, ImportState
from matang.flow.register.models import AppraisalRecord, ImportContent, ImportRow, ImportRun, Person, ServiceRecord
from matang.flow.register.services.agencies import officer_for
from matang.flow.register.services.imports import runs
from matang.flow.register.services.imports.reading import UnreadableFileError
from matang.foundation.audit.selectors import history_of
from matang.foundation.clock.services import today
from matang.foundation.jobs.services import run_pending
from tests.cast import START, Cast
from tests.flow.register.imports.files import SECRET, book
from tests.flow.register.imports.road import found, take, write
from tests.http import ActorClient

NAME = "penilaian.csv"


def file(*rows: str, heading: str = "NIP;NAMA;TAHUN;PREDIKAT") -> bytes:
    """Return a CSV of appraisals."""
    return ("\n".join([heading, *rows]) + "\n").encode()


def held(cast: Cast) -> list[tuple[str, int, str, str]]:
    """Return what is held: NIP, year, rating and document, by NIP and year."""
    rows = AppraisalRecord.objects.filter(agency=cast.palu).order_by("person__nip", "year")
    return list(rows.values_list("person__nip", "year", "rating", "document"))


def test_a_file_is_tried_then_written_and_the_same_file_changes_nothing(cast: Cast) -> None:
    one, two = cast.people["servant"].nip, cast.people["superior"].nip
    content = file(f"{one};Siapa Saja;2024;Baik", f"'{two};Lain;2024;SANGAT BAIK", f"{one};;2025;Butuh Perbaikan/Conditional")
    run, plan = take(cast.palu, content, NAME)
    assert (run.kind, plan.tally["create"]) == (ImportKind.APPRAISALS, 3)
    assert [row.name for row in plan.rows] == ["Nurul Pegawai", "Sitti Atasan", "Nurul Pegawai"]
    assert found(plan) == [("penilaian", 3, "nip_apostrophe_spaces", f"'{two}")]
    assert AppraisalRecord.objects.count() == 0
    runs.commit(actor=officer_for(cast.palu.pk), run_id=run.pk)
    assert sorted(held(cast)) == sorted(
        [(one, 2024, "baik", ""), (one, 2025, "butuh_perbaikan", ""), (two, 2024, "sangat_baik", "")]
    )
    made = AppraisalRecord.objects.get(person=cast.people["superior"])
    assert (made.origin, history_of(AppraisalRecord, made.pk)[0].why) == (f"import:{run.pk}", f"Impor {NAME}")
    again = write(cast.palu, content, NAME)
    assert (again.tally["unchanged"], again.tally["create"], again.tally["update"]) == (3, 0, 0)


def test_each_row_that_cannot_be_taken_is_told_why_and_the_rest_is_taken(cast: Cast) -> None:
    nip, coming = cast.people["servant"].nip, today().year
    Person.objects.filter(pk=cast.people["superior"].pk).update(service_start="2024-03-01")
    content = file(
        f"{nip};;2024;Baik",
        "199901012022011001;Bukan Siapa-siapa;2024;Baik",
        "12345;;2024;Baik",
        f"{nip};;2024;Kurang",
        f"{nip};;{coming};Baik",
        f"{nip};;dua ribu;Baik",
        f"{nip};;1999;Baik",
        f"{nip};;2023;Cukup",
        f"{nip};;2023;",
        f"{cast.people['superior'].nip};;2023;Baik",
        ";;;",
    )
    plan = write(cast.palu, content, NAME)
    assert found(plan) == [
        ("penilaian", 3, "person_unknown", "199901012022011001"),
        ("penilaian", 4, "nip_length", "12345"),
        ("penilaian", 5, "appraisal_twice", nip),
        ("penilaian", 6, "appraisal_year_not_over", str(coming)),
        ("penilaian", 7, "appraisal_year_unreadable", "dua ribu"),
        ("penilaian", 8, "appraisal_year_unreadable", "1999"),
        ("penilaian", 9, "appraisal_rating_unknown", "Cukup"),
        ("penilaian", 10, "appraisal_rating_missing", ""),
        ("penilaian", 11, "appraisal_before_service", "2023"),
    ]
    twice = next(finding for finding in plan.findings if finding.code == "appraisal_twice")
    assert twice.message == (
        f"Sheet “penilaian” baris 5, kolom NIP: NIP {nip} tahun 2024 sudah ada pada sheet “penilaian” baris 2. "
        "Simpan satu baris saja untuk satu orang dan satu tahun."
    )
    assert plan.tally == {"rows": 10, "create": 1, "update": 0, "unchanged": 1, "refused": 8}
    assert held(cast) == [(nip, 2024, "baik", "")]
    for finding in plan.findings:
        assert "%(" not in finding.message


def test_a_file_replaces_an_older_file_with_a_warning_and_never_what_an_officer_wrote(cast: Cast) -> None:
    one, two = cast.people["servant"], cast.people["superior"]
    AppraisalRecord.objects.create(agency=cast.palu, person=one, year=2024, rating="baik", document="D-1", origin="import:1")
    AppraisalRecord.objects.create(agency=cast.palu, person=two, year=2024, rating="baik", origin="manual")
    plan = write(cast.palu, file(f"{one.nip};;2024;Kurang", f"{two.nip};;2024;Kurang"), NAME)
    assert [finding.code for finding in plan.findings] == ["appraisal_differs", "appraisal_held_by_hand"]
    assert [row.changes for row in plan.rows] == [[("2024", "Baik", "Kurang")], []]
    assert {row[0]: row[2:] for row in held(cast)} == {one.nip: ("kurang", "D-1"), two.nip: ("baik", "")}


def test_a_document_is_added_without_touching_what_an_officer_wrote(cast: Cast) -> None:
    one, two = cast.people["servant"], cast.people["superior"]
    AppraisalRecord.objects.create(agency=cast.palu, person=one, year=2024, rating="baik", origin="import:1")
    AppraisalRecord.objects.create(agency=cast.palu, person=two, year=2024, rating="baik", origin="manual")
    rows = (f"{one.nip};2024;Baik;EK-1", f"{two.nip};2024;Baik;EK-2")
    plan = write(cast.palu, file(*rows, heading="NIP;TAHUN;PREDIKAT;DOKUMEN"), NAME)
    assert [row.outcome for row in plan.rows] == ["update", "unchanged"]
    assert {row[0]: row[3] for row in held(cast)} == {one.nip: "EK-1", two.nip: ""}


def test_a_workbook_below_a_title_is_read_and_only_the_columns_that_are_read_are_kept(cast: Cast) -> None:
    nip = cast.people["servant"].nip
    table = [
        ["PENILAIAN KINERJA"],
        [],
        ["No", "NIK", "NIP", "Tahun Penilaian", "Predikat Kinerja"],
        [1, SECRET, nip, 2024.0, "Baik"],
    ]
    run, plan = take(cast.palu, book({"Data": table}))
    assert (run.kind, plan.tally["create"], run.dropped) == (ImportKind.APPRAISALS, 1, {"Data": ["No", "NIK"]})
    assert SECRET not in zlib.decompress(bytes(ImportContent.objects.get(run=run).packed)).decode()
    assert not ImportRow.objects.exclude(cells=[]).exists()


def test_a_nip_that_a_spreadsheet_rounded_is_refused(cast: Cast) -> None:
    table = [["NIP", "TAHUN", "PREDIKAT"], [float(cast.people["servant"].nip), 2024, "Baik"]]
    plan = write(cast.palu, book({"Data": table}))
    assert [finding.code for finding in plan.findings] == ["nip_as_number"]
    assert AppraisalRecord.objects.count() == 0


def test_people_of_another_government_are_unknown(cast: Cast) -> None:
    plan = write(cast.palu, file(f"{cast.people['malang'].nip};;2024;Baik"), NAME)
    assert [finding.code for finding in plan.findings] == ["person_unknown"]


def test_a_file_without_its_columns_is_no_file_of_appraisals(cast: Cast) -> None:
    assert runs.kind_of_file(file(heading="NIP;NAMA;PREDIKAT"), NAME) == ImportKind.PEOPLE
    with pytest.raises(UnreadableFileError, match="NIP, TAHUN, dan PREDIKAT"):
        runs.open_run(
            actor=officer_for(cast.palu.pk), content=file(heading="NIP;NAMA;PREDIKAT"), name=NAME, kind=ImportKind.APPRAISALS
        )
    assert ImportRun.objects.count() == 0


def test_the_number_of_questions_does_not_grow_with_the_rows(cast: Cast) -> None:
    nip = cast.people["servant"].nip
    counted = []
    for years in (range(2024, 2025), range(2001, 2021)):
        run, _plan = take(cast.palu, file(*(f"{nip};;{year};Baik" for year in years)), NAME)
        with CaptureQueriesContext(connection) as captured:
            runs.commit(actor=officer_for(cast.palu.pk), run_id=run.pk)
        counted.append(len(captured))
    assert counted[0] == counted[1]
    assert AppraisalRecord.objects.count() == 21


@pytest.fixture
def officer(cast: Cast) -> ActorClient:
    """Return the HR officer's browser."""
    return ActorClient(cast.users["hr_officer"])


def test_the_officer_uploads_looks_and_saves_twice(cast: Cast, officer: ActorClient) -> None:
    nip = cast.people["servant"].nip
    content = file(f"{nip};;2024;Baik", f"{nip};;2023;Cukup")
    sent = officer.post(reverse("register:import_new"), {"file": SimpleUploadedFile(NAME, content), "as_at": "2026-01-31"})
    run = ImportRun.objects.get()
    assert sent.url == reverse("register:import_run", args=[run.pk])
    page = officer.get(sent.url).content.decode()
    assert "“Cukup” bukan predikat kinerja." in page
    assert "Jabatan dan unit" not in page
    assert "2024: <ins>Baik</ins>" in officer.get(f"{sent.url}?hasil=create").content.decode()
    assert "Predikat yang diganti tetap ada" in officer.get(reverse("register:import_commit", args=[run.pk])).content.decode()
    for _click in range(2):
        officer.post(reverse("register:import_commit", args=[run.pk]))
    run_pending()
    run.refresh_from_db()
    assert run.state == ImportState.COMMITTED
    assert held(cast) == [(nip, 2024, "baik", "")]
    mended = openpyxl.load_workbook(BytesIO(officer.get(reverse("register:import_result", args=[run.pk])).content))
    assert [cell.value for cell in mended[NAME.removesuffix(".csv")][2]][:4] == [nip, "", "2023", "Cukup"]


def test_an_officer_says_which_kind_a_file_is(officer: ActorClient, cast: Cast) -> None:
    data = {"file": SimpleUploadedFile(NAME, file(f"{cast.people['servant'].nip};;2024;Baik")), "as_at": "2026-01-31"}
    answer = officer.post(reverse("register:import_new"), {**data, "kind": "units"})
    assert answer.status_code == 422
    assert "Berkas unit harus punya kolom" in answer.content.decode()
    assert ImportRun.objects.count() == 0


def test_the_template_lists_who_lacks_last_years_rating_and_goes_back_in_as_it_is(cast: Cast, officer: ActorClient) -> None:
    year = today().year - 1
    AppraisalRecord.objects.create(agency=cast.palu, person=cast.people["servant"], year=year, rating="baik")
    ServiceRecord.objects.create(agency=cast.palu, person=cast.people["other"], state="retired", valid_from=START)
    answer = officer.get(reverse("register:appraisal_template"))
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert rows[0] == ["NIP", "NAMA", "TAHUN", "PREDIKAT", "DOKUMEN"]
    listed = {row[0]: row[2] for row in rows[1:]}
    assert cast.people["superior"].nip in listed
    assert listed[cast.people["superior"].nip] == year
    assert not {cast.people["servant"].nip, cast.people["other"].nip, cast.people["malang"].nip} & set(listed)
    assert '"Sangat Baik,Baik,Butuh Perbaikan,Kurang,Sangat Kurang"' in [
        rule.formula1 for rule in sheet.data_validations.dataValidation
    ]
    plan = write(cast.palu, answer.content, "templat.xlsx")
    assert plan.tally == {"rows": len(listed), "create": 0, "update": 0, "unchanged": len(listed), "refused": 0}
    assert AppraisalRecord.objects.count() == 1
