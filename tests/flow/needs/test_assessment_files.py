"""Files of assessment results: tried, stored whole, once, and taken back; every refused line says where, why and what to do."""

import io
from datetime import date

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from matang.flow.needs.models import AssessmentFile, CompetencyStatus, Evidence, EvidenceWithdrawal
from matang.flow.needs.public import NewEvidence, ensure_dictionary, record_evidence
from matang.flow.needs.services.evidence import Upload
from matang.flow.needs.services.evidence.intake import (
    commit_assessments,
    discard_assessments,
    try_assessments,
    withdraw_assessments,
)
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.models import Grant
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from tests.cast import START, Cast, make_user
from tests.http import ActorClient

SERVANT, OTHER, SUPERIOR = "199001012015012003", "199001012015012004", "198001012005012002"
DAY = date(2026, 1, 15)


def book(*sheets: tuple[str, list[list[object]]]) -> bytes:
    """Return a workbook."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as made:
        for name, rows in sheets:
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    sheet.write(number, column, value)
    return buffer.getvalue()


def matrix(*rows: list[object], heading: list[object] | None = None) -> bytes:
    return book(("Matriks", [heading or ["NIP", "Nama", "MAN.1", "Kerja sama"], *rows]))


def tried(cast: Cast, content: bytes, *, by: str = "hr_officer", shown_on: date | None = DAY) -> AssessmentFile:
    ensure_dictionary(cast.palu.pk)
    upload = Upload("hasil.xlsx", content)
    return try_assessments(actor=actor_of(cast.users[by]), upload=upload, source="assessment_centre", shown_on=shown_on)


def stored(cast: Cast, content: bytes, reason: str = "") -> AssessmentFile:
    file = tried(cast, content)
    return commit_assessments(actor=actor_of(cast.users["hr_officer"]), file_id=file.pk, reason=reason)


def counts(file: AssessmentFile) -> tuple[int, int, int, int]:
    tally = file.tally
    return tally["new"], tally["corrected"], tally["unchanged"], tally["refused"]


def test_a_matrix_is_tried_first_and_then_stored_whole(cast: Cast) -> None:
    file = tried(cast, matrix([SERVANT, "x", 2, 3], [OTHER, "y", "Level 1", "-"]))
    assert counts(file) == (3, 0, 0, 0)
    assert Evidence.objects.count() == 0
    commit_assessments(actor=actor_of(cast.users["hr_officer"]), file_id=file.pk)
    codes = ensure_dictionary(cast.palu.pk)
    rows = Evidence.objects.order_by("person_id", "competency_id").values_list(
        "person__nip", "competency_id", "level", "source", "reliability", "shown_on", "origin", "rater"
    )
    officer, origin = cast.users["hr_officer"].pk, f"assessment:{file.pk}"
    assert list(rows) == [
        (SERVANT, codes["MAN.1"], 2, "assessment_centre", 90, DAY, origin, officer),
        (SERVANT, codes["MAN.2"], 3, "assessment_centre", 90, DAY, origin, officer),
        (OTHER, codes["MAN.1"], 1, "assessment_centre", 90, DAY, origin, officer),
    ]
    assert sorted(CompetencyStatus.objects.values_list("low", "high")) == [(1, 1), (2, 2), (3, 3)]


def test_the_same_file_twice_changes_nothing_twice(cast: Cast) -> None:
    content = matrix([SERVANT, "x", 2, 3])
    first = stored(cast, content)
    again = commit_assessments(actor=actor_of(cast.users["hr_officer"]), file_id=first.pk)
    assert again.state == "committed"
    second = tried(cast, content)
    assert counts(second) == (0, 0, 2, 0)
    with pytest.raises(RefusedError, match="Tidak ada yang dapat disimpan"):
        commit_assessments(actor=actor_of(cast.users["hr_officer"]), file_id=second.pk)
    assert Evidence.objects.count() == 2


def test_another_level_of_the_same_day_is_a_correction_that_needs_a_reason(cast: Cast) -> None:
    stored(cast, matrix([SERVANT, "x", 2, 3]))
    file = tried(cast, matrix([SERVANT, "x", 4, 3]))
    assert counts(file) == (0, 1, 1, 0)
    officer = actor_of(cast.users["hr_officer"])
    with pytest.raises(RefusedError, match="Tulis alasannya"):
        commit_assessments(actor=officer, file_id=file.pk)
    commit_assessments(actor=officer, file_id=file.pk, reason="Nilai resmi BKN")
    withdrawal = EvidenceWithdrawal.objects.select_related("evidence", "replacement").get()
    assert (withdrawal.evidence.level, withdrawal.replacement.level, withdrawal.reason) == (2, 4, "Nilai resmi BKN")
    assert sorted(CompetencyStatus.objects.values_list("low", "high")) == [(3, 3), (4, 4)]


def test_a_list_says_source_day_and_rater_for_itself(cast: Cast) -> None:
    rows = [
        ["NIP", "Kompetensi", "Level", "Sumber", "Tanggal", "Berlaku sampai", "Penilai", "Keterangan"],
        [SERVANT, "man.1", 3, "test", "05-01-2026", "2029-01-05", "LSP", "LHA 7"],
        [SERVANT, "Kerja Sama", "3", "Penilaian rekan", "5/1/2026", "", "Rekan 1", ""],
        [SERVANT, "MAN.3", 2, "", "", "", "", ""],
    ]
    file = stored(cast, book(("Daftar", rows)))
    found = Evidence.objects.order_by("competency_id").values_list(
        "source", "level", "shown_on", "expires_on", "rater_role", "note"
    )
    assert counts(file) == (3, 0, 0, 0)
    assert list(found) == [
        ("test", 3, date(2026, 1, 5), date(2029, 1, 5), "LSP", "LHA 7"),
        ("peer", 3, date(2026, 1, 5), None, "Rekan 1", ""),
        ("assessment_centre", 2, DAY, None, "", ""),
    ]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ([SERVANT, "MAN.1", 7, "test", "2026-01-05"], "level_wrong"),
        ([SERVANT, "MAN.1", 2.5, "test", "2026-01-05"], "level_wrong"),
        ([SERVANT, "MAN.1", "", "test", "2026-01-05"], "level_wrong"),
        ([SERVANT, "Terbang", 3, "test", "2026-01-05"], "competency_unknown"),
        (["199901012020011001", "MAN.1", 3, "test", "2026-01-05"], "nip_unknown"),
        (["198001012005012001", "MAN.1", 3, "test", "2026-01-05"], "nip_unknown"),
        ([199001012015012003, "MAN.1", 3, "test", "2026-01-05"], "nip_lost"),
        ([SERVANT, "MAN.1", 3, "ramalan", "2026-01-05"], "source_wrong"),
        ([SERVANT, "MAN.1", 3, "Pernyataan sendiri", "2026-01-05"], "source_wrong"),
        ([SERVANT, "MAN.1", 3, "test", "kemarin"], "day_wrong"),
        ([SERVANT, "MAN.1", 3, "test", "2999-01-05"], "day_later"),
        ([SERVANT, "MAN.1", 3, "peer", "2026-01-05"], "rater_missing"),
    ],
)
def test_a_line_that_cannot_be_is_refused_alone_with_its_row(cast: Cast, row: list[object], code: str) -> None:
    heading = ["NIP", "Kompetensi", "Level", "Sumber", "Tanggal"]
    file = tried(cast, book(("Daftar", [["Judul laporan"], heading, [OTHER, "MAN.1", 3, "test", "2026-01-05"], row])))
    assert counts(file) == (1, 0, 0, 1)
    assert [finding[:2] + finding[3:4] for finding in file.findings] == [["Daftar", 4, code]]


def test_two_levels_for_one_thing_are_not_guessed_between(cast: Cast) -> None:
    file = tried(cast, matrix([SERVANT, "x", 2, ""], [SERVANT, "x", 3, ""], [SERVANT, "x", 2, ""]))
    assert counts(file) == (1, 0, 0, 1)
    assert [(finding[1], finding[3], finding[4]) for finding in file.findings] == [(3, "twice", "2")]


def test_columns_and_sheets_that_nobody_can_read_are_named(cast: Cast) -> None:
    content = book(
        ("Matriks", [["NIP", "MAN.1", "Semangat"], [SERVANT, 2, 5]]), ("Catatan", [["Rapat"], ["Selasa"]]), ("Kosong", [])
    )
    assert tried(cast, content).tally["ignored"] == [["Matriks", "Semangat"], ["Catatan", ""]]


def test_without_a_day_for_the_file_each_row_needs_one(cast: Cast) -> None:
    file = tried(cast, matrix([SERVANT, "x", 2, 3]), shown_on=None)
    assert file.tally["codes"] == {"day_wrong": 2}


@pytest.mark.parametrize("content", [b"", b"NIP;MAN.1\n1;2\n", b"%PDF-1.4"], ids=["empty", "text", "pdf"])
def test_what_is_no_workbook_is_refused_on_the_page(cast: Cast, browse: type[ActorClient], content: bytes) -> None:
    file = SimpleUploadedFile("hasil.xlsx", content)
    answer = browse(cast.users["hr_officer"]).post(
        reverse("needs:assessments"), {"file": file, "source": "assessment_centre", "shown_on": "2026-01-15"}
    )
    assert answer.status_code == 200
    assert "Ada yang perlu diperbaiki" in answer.content.decode()
    assert AssessmentFile.objects.count() == 0


def test_a_workbook_without_nip_says_so(cast: Cast) -> None:
    with pytest.raises(RefusedError, match="Tidak ada kolom NIP"):
        tried(cast, book(("A", [["Nama", "MAN.1"], ["x", 2]])))
    assert AssessmentFile.objects.count() == 0


def test_what_changed_since_the_trial_is_shown_before_it_is_stored(cast: Cast) -> None:
    file = tried(cast, matrix([SERVANT, "x", 2, 3]))
    officer = actor_of(cast.users["hr_officer"])
    code = ensure_dictionary(cast.palu.pk)["MAN.1"]
    record_evidence(actor=officer, piece=NewEvidence(cast.people["servant"].pk, code, 5, "assessment_centre", DAY))
    seen = commit_assessments(actor=officer, file_id=file.pk)
    assert (seen.state, counts(seen)) == ("ready", (1, 1, 0, 0))
    assert Evidence.objects.count() == 1


def test_taking_a_file_back_restores_what_it_had_corrected(cast: Cast) -> None:
    stored(cast, matrix([SERVANT, "x", 2, ""]))
    second = stored(cast, matrix([SERVANT, "x", 5, 4]), reason="Perbaikan")
    officer = actor_of(cast.users["hr_officer"])
    withdraw_assessments(actor=officer, file_id=second.pk, reason="Berkas salah")
    withdraw_assessments(actor=officer, file_id=second.pk, reason="Sekali lagi")
    codes = ensure_dictionary(cast.palu.pk)
    rows = {row.competency_id: (row.low, row.pieces) for row in CompetencyStatus.objects.all()}
    assert rows == {codes["MAN.1"]: (2, 1)}
    second.refresh_from_db()
    assert (second.state, second.reason) == ("withdrawn", "Berkas salah")
    assert EvidenceWithdrawal.objects.count() == 3


def test_a_discarded_file_cannot_be_stored(cast: Cast) -> None:
    file, officer = tried(cast, matrix([SERVANT, "x", 2, 3])), actor_of(cast.users["hr_officer"])
    discard_assessments(actor=officer, file_id=file.pk)
    with pytest.raises(RefusedError, match="sudah dibatalkan"):
        commit_assessments(actor=officer, file_id=file.pk)
    assert Evidence.objects.count() == 0


def test_an_officer_of_one_unit_loads_only_its_people_and_nobody_else_anything(cast: Cast, browse: type[ActorClient]) -> None:
    user = make_user(cast.palu, "officer_of_social", Role.HR_OFFICER, cast.units["social"])
    ensure_dictionary(cast.palu.pk)
    upload = Upload("hasil.xlsx", matrix([SERVANT, "x", 2, 3], [OTHER, "y", 1, ""]))
    file = try_assessments(actor=actor_of(user), upload=upload, source="test", shown_on=DAY)
    assert (counts(file), file.tally["codes"]) == ((1, 0, 0, 2), {"nip_unknown": 2})
    for name in ("planner", "unit_head", "auditor"):
        with pytest.raises(RefusedError):
            try_assessments(actor=actor_of(cast.users[name]), upload=upload, source="test", shown_on=DAY)
    hers = tried(cast, matrix([SERVANT, "x", 2, 3]))
    assert browse(user).get(reverse("needs:assessment", args=[hers.pk])).status_code == 404
    assert browse(user).post(reverse("needs:assessment_commit", args=[hers.pk])).status_code == 404
    assert Evidence.objects.count() == 0


def test_nobody_loads_results_about_themselves(cast: Cast) -> None:
    user = cast.users["direct_superior"]
    Grant.objects.create(agency=cast.palu, user=user, role=Role.HR_OFFICER, valid_from=START)
    ensure_dictionary(cast.palu.pk)
    upload = Upload("hasil.xlsx", matrix([SUPERIOR, "x", 5, 5]))
    file = try_assessments(actor=actor_of(user), upload=upload, source="test", shown_on=DAY)
    assert file.tally["codes"] == {"own": 2}


def test_the_template_comes_back_as_it_was_filled(cast: Cast, browse: type[ActorClient]) -> None:
    ensure_dictionary(cast.palu.pk)
    content = browse(cast.users["hr_officer"]).get(reverse("needs:assessment_template")).content
    file = tried(cast, content)
    assert (counts(file), file.tally["ignored"]) == ((0, 0, 0, 0), [])
    assert file.tally["rows"] == 5
