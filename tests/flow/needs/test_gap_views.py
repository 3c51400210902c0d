"""Views of gaps: the SQL says what the Python says, every view counts the same people, and pages stay cheap and in scope."""

import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from matang.flow.needs.public import (
    GapQuestion,
    NewEvidence,
    Standing,
    ensure_dictionary,
    intervals_at,
    judged_lines,
    record_many,
    requirements_of,
    set_standard,
    standing,
)
from matang.flow.needs.selectors.gaps import gaps_by_family, gaps_by_opd, gaps_by_unit, people_gaps
from matang.flow.needs.selectors.intervals import NOTHING
from matang.flow.register.models import Incumbency
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from tests.cast import Cast, make_person
from tests.http import ActorClient

PAST = date(2026, 1, 5)


@pytest.fixture
def codes(cast: Cast) -> dict[str, int]:
    """Return the dictionary, with standards and evidence of every sort in Palu."""
    codes = ensure_dictionary(cast.palu.pk)
    post = Incumbency.objects.get(person=cast.people["superior"]).post_id
    for code, level, must in (("MAN.1", 3, True), ("TEK.KES", 2, False)):
        set_standard(
            actor=actor_of(cast.users["hr_officer"]), post_id=post, competency_id=codes[code], level=level, must=must,
            valid_from=date(2026, 1, 1),
        )  # fmt: skip
    head, superior, servant = (cast.people[name].pk for name in ("head", "superior", "servant"))
    pieces = [
        NewEvidence(head, codes["MAN.1"], 4, "assessment_centre", PAST),
        NewEvidence(head, codes["MAN.2"], 3, "test", PAST),
        NewEvidence(head, codes["MAN.3"], 5, "superior", PAST),
        NewEvidence(superior, codes["MAN.1"], 2, "test", PAST, expires_on=today()),
        NewEvidence(superior, codes["MAN.1"], 4, "superior", PAST),
        NewEvidence(servant, codes["MAN.1"], 1, "certificate", PAST),
        NewEvidence(servant, codes["SOS.1"], 0, "peer", PAST, rater_role="Rekan 1"),
    ]
    record_many(cast.palu.pk, pieces, day=PAST)
    return codes


@pytest.mark.parametrize("back", [0, 1, 400], ids=["today", "before an expiry", "before anything was asked or shown"])
def test_the_one_question_says_what_the_rules_in_python_say(cast: Cast, codes: dict[str, int], back: int) -> None:
    assert codes
    day = today() - timedelta(days=back)
    held = list(Incumbency.objects.as_at(day).filter(agency=cast.palu).values_list("person_id", "post_id", "post__kind"))
    asked = requirements_of(cast.palu.pk, day, [(post, kind) for _, post, kind in held])
    known = intervals_at(cast.palu.pk, day)
    expected = {}
    for person, post, _kind in held:
        for line in asked[post]:
            found = known.get((person, line.competency_id), NOTHING)
            expected[person, post, line.competency_id] = (
                line.level, line.must, found.low, found.high, standing(line.level, found),
            )  # fmt: skip
    lines = judged_lines(actor_of(cast.users["hr_officer"]), GapQuestion(day))
    found = {
        (line.person_id, line.post_id, line.competency_id): (line.level, line.must, line.low, line.high, line.standing)
        for line in lines
    }
    assert found == expected
    assert len(found) > 30


def counts(cell: object) -> tuple[int, int, int, int]:
    return cell.meets, cell.below, cell.unsure, cell.no_evidence


def test_agency_unit_family_and_people_count_the_same(cast: Cast, codes: dict[str, int]) -> None:
    assert codes
    officer, day = actor_of(cast.users["hr_officer"]), today()
    whole = GapQuestion(day)
    by_opd = gaps_by_opd(officer, day, kinds=None)
    families = gaps_by_family(officer, whole)
    people, total = people_gaps(officer, whole)
    for groups in (by_opd, families):
        assert tuple(map(sum, zip(*(counts(group.total) for group in groups), strict=True))) == (1, 2, 3, 32)
        assert sum(group.people for group in groups) == 5
    assert tuple(map(sum, zip(*(counts(row.cell) for row in people), strict=True))) == (1, 2, 3, 32)
    assert total == 5
    parts = gaps_by_unit(officer, GapQuestion(day, unit_path=cast.units["health"].path))
    assert {part.unit_id: part.people for part in parts} == {cast.units["health"].pk: 1, cast.units["clinic"].pk: 2}


def test_filters_narrow_every_view_alike(cast: Cast, codes: dict[str, int]) -> None:
    officer, day = actor_of(cast.users["hr_officer"]), today()
    must = GapQuestion(day, must=True)
    assert [(line.person_id, line.standing) for line in judged_lines(officer, must)] == [
        (cast.people["superior"].pk, Standing.UNSURE)
    ]
    one = GapQuestion(day, competencies=(codes["MAN.1"],), kinds=("jpt_pratama",))
    rows, total = people_gaps(officer, one, sort="-terbukti")
    assert total == 2
    assert [(row.name, row.level, row.low, row.high) for row in rows] == [
        ("Hadijah Kepala", 4, 4, 4),
        ("Kartini Lain", 4, None, None),
    ]
    rows, total = people_gaps(officer, GapQuestion(day), text="kepala", standing="below")
    assert [row.name for row in rows] == ["Hadijah Kepala"]
    rows, total = people_gaps(officer, GapQuestion(day), sort="nama", window=slice(1, 3))
    assert ([row.name for row in rows], total) == (["Kartini Lain", "Nurul Pegawai"], 5)


def test_nobody_sees_gaps_of_people_they_do_not_see(cast: Cast, codes: dict[str, int]) -> None:
    assert codes
    seen = {
        name: {row.person_id for row in people_gaps(actor_of(cast.users[name]), GapQuestion(today()))[0]}
        for name in ("hr_officer", "other_unit_head", "direct_superior", "civil_servant", "malang_officer")
    }
    people = {name: person.pk for name, person in cast.people.items()}
    assert seen == {
        "hr_officer": {people[name] for name in ("head", "superior", "servant", "other", "other_head")},
        "other_unit_head": {people["other"], people["other_head"]},
        "direct_superior": {people["superior"], people["servant"]},
        "civil_servant": {people["servant"]},
        "malang_officer": set(),
    }


ADDRESSES = (
    "/kebutuhan/kesenjangan/?jabatan=semua",
    "/kebutuhan/kesenjangan/rumpun/?jabatan=semua",
    "/kebutuhan/kesenjangan/unduh/?jabatan=semua",
    "/kebutuhan/kesenjangan/pegawai/",
    "/kebutuhan/kesenjangan/pegawai/unduh/",
    "/kebutuhan/kesenjangan/bukti/?jabatan=semua",
    "/kebutuhan/kesenjangan/bukti/unduh/?jabatan=semua",
)


def test_no_page_asks_more_when_there_are_more_people(cast: Cast, codes: dict[str, int], browse: type[ActorClient]) -> None:
    assert codes
    client = browse(cast.users["hr_officer"])

    def asked(address: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    few = [[asked(address) for address in ADDRESSES] for _ in range(2)][-1]
    for number in range(100, 170):
        make_person(
            cast.palu, f"198501012010012{number}", f"Orang {number}", cast.units["social"], f"Jabatan {number}", "pengawas"
        )
    assert [asked(address) for address in ADDRESSES] == few
    assert max(few) <= 20


def test_the_workbook_holds_what_the_page_shows(cast: Cast, codes: dict[str, int], browse: type[ActorClient]) -> None:
    assert codes
    content = browse(cast.users["hr_officer"]).get("/kebutuhan/kesenjangan/unduh/?jabatan=semua").content
    rows = CalamineWorkbook.from_object(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    whole = [row for row in rows if row[3] == "Semua kompetensi"]
    assert [(row[0], row[2], row[4], row[5], row[6], row[7], row[8], row[9]) for row in whole] == [
        ("Dinas Kesehatan", 3, 20, 1, 2, 3, 14, 5),
        ("Dinas Sosial", 2, 18, 0, 0, 0, 18, ""),
    ]


@pytest.mark.parametrize(
    "query",
    [
        "?per=2026-13-45",
        "?unit=999999999999999999999&kompetensi=x",
        "?urut=;drop&halaman=-1&bidang=?",
        "?rumpun=a:b&jabatan=raja",
    ],
)
def test_an_address_that_says_nonsense_still_answers(
    cast: Cast, codes: dict[str, int], browse: type[ActorClient], query: str
) -> None:
    assert codes
    client = browse(cast.users["hr_officer"])
    for name in ("gaps", "gap_families", "gap_people", "cheapest", "gap_download", "needs"):
        assert client.get(reverse(f"needs:{name}") + query).status_code == 200
    assert client.get(reverse("needs:person", args=[cast.people["head"].pk]) + query + "&jabatan=77777777").status_code == 200


def test_a_person_is_measured_against_another_post_as_well(cast: Cast, codes: dict[str, int], browse: type[ActorClient]) -> None:
    assert codes
    post = Incumbency.objects.get(person=cast.people["superior"]).post
    address = reverse("needs:person", args=[cast.people["servant"].pk])
    client = browse(cast.users["civil_servant"])
    assert f"?jabatan={post.pk}" in client.get(f"{address}?cari=puskesmas").content.decode()
    page = client.get(f"{address}?jabatan={post.pk}").content.decode()
    assert "Syarat di bawah ini milik Kepala Puskesmas Contoh, bukan jabatan yang dipangku sekarang." in page
    assert "Pengelolaan layanan kesehatan" in page


def test_the_arithmetic_names_what_counts_and_why_the_rest_does_not(
    cast: Cast, codes: dict[str, int], browse: type[ActorClient]
) -> None:
    assert codes
    page = browse(cast.users["hr_officer"]).get(reverse("needs:person", args=[cast.people["superior"].pk])).content.decode()
    for words in (
        "kedaluwarsa",
        "Terbukti = belum ada: tidak ada bukti dengan keandalan 70 atau lebih.",
        "Mungkin = level tertinggi di antara semua yang dihitung: 4. Yang menentukan: Penilaian atasan.",
        "Kesenjangan paling banyak 3 level, karena belum ada bukti pasti.",
        "Level 3 terletak di antara yang terbukti dan yang mungkin, jadi belum pasti.",
    ):
        assert words in page
