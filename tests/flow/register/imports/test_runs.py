"""The states of an import: reviewed as often as wanted, committed once, or discarded."""

import pytest

from matang.flow.register.choices import ImportState
from matang.flow.register.models import ColumnMapping, ImportContent, ImportRow, ImportRun, Person
from matang.flow.register.services.agencies import officer_for
from matang.flow.register.services.imports import runs
from matang.flow.register.services.imports.aliases import forget_spelling
from matang.flow.register.services.imports.questions import answer, unit_questions
from matang.flow.register.services.imports.reading import UnreadableFileError
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.tenancy.models import Agency
from tests.flow.register.imports.files import book, csv_file, nip, person, siasn
from tests.flow.register.imports.road import found, take


def test_a_commit_twice_writes_once(agency: Agency) -> None:
    actor = officer_for(agency.pk)
    run, _plan = take(agency, siasn([person(1)]))
    first = runs.commit(actor=actor, run_id=run.pk)
    again = runs.commit(actor=actor, run_id=run.pk)
    assert (first.state, again.committed_at) == (ImportState.COMMITTED, first.committed_at)
    assert Person.objects.count() == 1


def test_a_second_click_asks_for_nothing(agency: Agency) -> None:
    actor = officer_for(agency.pk)
    run, _plan = take(agency, siasn([person(1)]))
    assert runs.request_commit(actor=actor, run_id=run.pk) is not None
    assert runs.request_commit(actor=actor, run_id=run.pk) is None


def test_a_discarded_import_leaves_only_its_entry(agency: Agency) -> None:
    actor = officer_for(agency.pk)
    run, _plan = take(agency, siasn([person(1)]))
    runs.discard(actor=actor, run_id=run.pk)
    assert ImportRun.objects.get(pk=run.pk).state == ImportState.DISCARDED
    assert ImportRow.objects.filter(run=run).count() + ImportContent.objects.filter(run=run).count() == 0
    with pytest.raises(RefusedError, match="dibatalkan"):
        runs.commit(actor=actor, run_id=run.pk)
    assert Person.objects.count() == 0


def test_a_committed_import_cannot_be_discarded(agency: Agency) -> None:
    actor = officer_for(agency.pk)
    run, _plan = take(agency, siasn([person(1)]))
    runs.commit(actor=actor, run_id=run.pk)
    with pytest.raises(RefusedError, match="tidak dapat dibatalkan"):
        runs.discard(actor=actor, run_id=run.pk)
    assert ImportRun.objects.get(pk=run.pk).state == ImportState.COMMITTED


def test_who_may_not_import_changes_nothing(agency: Agency) -> None:
    run, _plan = take(agency, siasn([person(1)]))
    nobody = Actor(agency_id=agency.pk)
    before = ImportRun.objects.count()
    for act in (
        lambda: runs.open_run(actor=nobody, content=siasn([person(1)]), name="x.xlsx"),
        lambda: runs.commit(actor=nobody, run_id=run.pk),
        lambda: runs.discard(actor=nobody, run_id=run.pk),
        lambda: runs.request_commit(actor=nobody, run_id=run.pk),
    ):
        with pytest.raises(RefusedError):
            act()
    assert (ImportRun.objects.count(), Person.objects.count()) == (before, 0)
    assert ImportRun.objects.get(pk=run.pk).state == ImportState.READY


def test_the_commit_plans_again_and_says_when_the_register_had_changed(agency: Agency) -> None:
    actor = officer_for(agency.pk)
    early, _plan = take(agency, siasn([person(1)]))
    late, _plan = take(agency, siasn([person(1)]))
    runs.commit(actor=actor, run_id=early.pk)
    done = runs.commit(actor=actor, run_id=late.pk)
    assert (done.tally["create"], done.tally["unchanged"], done.tally["before"]["create"]) == (0, 1, 1)
    assert Person.objects.count() == 1


def test_a_confirmed_spelling_is_remembered_and_can_be_forgotten(agency: Agency) -> None:
    from matang.flow.register.models import Unit

    actor = officer_for(agency.pk)
    rows = [
        person(1, UNOR_NAMA="PUSKESMAS CONTOH"),
        person(2, UNOR_NAMA="PUSKESMAS CONTOH"),
        person(3, UNOR_NAMA="Dinas Antah Berantah"),
    ]
    run, plan = take(agency, siasn(rows))
    clinic = Unit.objects.get(name="Puskesmas Contoh")
    questions = unit_questions(run)
    assert [(asked.written, asked.code, asked.rows) for asked in questions] == [
        ("PUSKESMAS CONTOH", "unit_spelling", 2), ("Dinas Antah Berantah", "unit_unknown", 1),
    ]  # fmt: skip
    assert (questions[0].units, questions[1].units) == ([clinic.pk], [])
    answers = {"PUSKESMAS CONTOH": clinic.pk, "Dinas Antah Berantah": clinic.pk, "Tidak ditanya": clinic.pk}
    assert answer(actor=actor, run=run, answers=answers) == 2
    plan = runs.review(run)
    assert (plan.findings, plan.tally["create"]) == ([], 3)
    _next, plan = take(agency, siasn([person(4, UNOR_NAMA="puskesmas  contoh")]))
    assert plan.findings == []
    assert forget_spelling(actor=actor, written="PUSKESMAS CONTOH") == 1
    _next, plan = take(agency, siasn([person(4, UNOR_NAMA="puskesmas  contoh")]))
    assert [finding.code for finding in plan.findings] == ["unit_spelling"]


def test_a_corrected_mapping_is_saved_and_known_again(agency: Agency) -> None:
    heads = ["NIP", "NAMA", "GOLONGAN", "TUGAS", "TEMPAT"]
    line = dict(zip(heads, [nip(1), "Orang Contoh", "III/c", "Pengolah Data", "Dinas Anu"], strict=True))
    run, plan = take(agency, csv_file([line], heads), "daftar.csv")
    assert [finding.code for finding in plan.findings] == ["post_blank", "unit_blank"]
    mapped = {**run.mapping, "TUGAS": "post", "TEMPAT": "unit"}
    runs.set_columns(actor=officer_for(agency.pk), run=run, mapped=mapped, save_as="Daftar kami")
    assert [finding.code for finding in runs.review(run).findings] == ["unit_unknown"]
    assert ColumnMapping.objects.get().name == "Daftar kami"
    again, _plan = take(agency, csv_file([line], heads[::-1]), "daftar.csv")
    assert again.mapping == mapped
    assert again.tally["recalled"] == "Daftar kami"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "kosong"),
        (b"PK\x03\x04 not a workbook", "rusak"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\0", "Jenis berkas tidak dikenal"),
        (b"KOLOM SATU;KOLOM DUA\n1;2\n", "Tidak ada judul kolom"),
        (book({"Kosong": []}), "Tidak ada judul kolom"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_reason(agency: Agency, content: bytes, words: str) -> None:
    before = ImportRun.objects.count()
    with pytest.raises(UnreadableFileError, match=words):
        runs.open_run(actor=officer_for(agency.pk), content=content, name="berkas")
    assert ImportRun.objects.count() == before


def test_a_sheet_without_headings_is_passed_over_and_named(agency: Agency) -> None:
    heads = ["NIP", "NAMA", "GOLONGAN", "JABATAN", "UNIT KERJA"]
    run, plan = take(
        agency, book({"Sampul": [["Daftar pegawai"]], "Isi": [heads, [nip(1), "Orang", "III/c", "Pengolah", "Dinas Kesehatan"]]})
    )
    assert (plan.tally["create"], found(plan)) == (1, [])
    assert run.layout[0]["notes"] == ["Sheet “Sampul” dilewati karena tidak punya judul kolom yang dikenal."]
