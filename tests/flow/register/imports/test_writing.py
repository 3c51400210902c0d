"""What a committed import leaves in the register."""

from datetime import date
from typing import Any

from matang.flow.register.choices import IncumbencyKind
from matang.flow.register.models import Education, GradeRecord, Incumbency, Person, Post, ServiceRecord
from matang.foundation.tenancy.models import Agency
from tests.flow.register.imports.files import duk, duk_person, nip, person, pppk, siasn
from tests.flow.register.imports.road import found, write

HEAD = {
    "JABATAN_NAMA": "Kepala Dinas Kesehatan",
    "JENIS_JABATAN_NAMA": "Jabatan Struktural",
    "ESELON_NAMA": "II.b",
    "UNOR_NAMA": "Dinas Kesehatan",
}


def posts_of(number: int) -> list[tuple[str, str, date, date | None, bool]]:
    """Return the incumbencies of a person: post, unit, start, end, alone."""
    rows = Incumbency.objects.filter(person__nip=nip(number)).order_by("valid_from")
    return list(rows.values_list("post__name", "post__unit__name", "valid_from", "valid_to", "sole"))


def counts() -> list[int]:
    return [model.objects.count() for model in (Person, GradeRecord, ServiceRecord, Education, Post, Incumbency)]


def test_a_new_person_is_written_whole(agency: Agency) -> None:
    write(agency, siasn([person(1, **HEAD), pppk(2, TMT_JABATAN="")]))
    one, two = Person.objects.order_by("kind").values_list(
        "nip", "kind", "full_name", "title_back", "birth_date", "birth_place", "sex", "service_start", "origin"
    )
    origin = one[-1]
    assert origin.startswith("import:")
    born = date(1980, 1, 31)
    assert one == (nip(1), "pns", "Orang Contoh 1", "S.Kom.", born, "Palu", "female", date(2005, 1, 1), origin)
    assert two == (nip(2, start="202321"), "pppk", "Orang Contoh 2", "S.Kom.", born, "Palu", "female", date(2023, 3, 1), origin)
    assert list(GradeRecord.objects.order_by("grade").values_list("grade", "valid_from", "valid_to")) == [
        ("III/c", date(2024, 4, 1), None), ("IX", date(2023, 3, 1), None),
    ]  # fmt: skip
    assert set(ServiceRecord.objects.values_list("state", "valid_from")) == {
        ("active", date(2005, 1, 1)),
        ("active", date(2023, 3, 1)),
    }
    assert list(Education.objects.values_list("level", "field", "year").distinct()) == [("s1", "S-1 Ilmu Komputer", 2003)]
    assert list(Post.objects.order_by("name").values_list("name", "kind", "echelon", "capacity", "valid_from")) == [
        ("Kepala Dinas Kesehatan", "jpt_pratama", "II.b", 1, date(2017, 1, 1)),
        ("Pengolah Data dan Informasi", "pelaksana", "", None, date(2017, 1, 1)),
    ]
    assert posts_of(1) == [("Kepala Dinas Kesehatan", "Dinas Kesehatan", date(2022, 3, 1), None, True)]
    assert Incumbency.objects.get(person__nip=two[0]).valid_from == date(2023, 3, 1)
    assert set(Incumbency.objects.values_list("kind", flat=True)) == {IncumbencyKind.DEFINITIVE}


def test_the_same_file_again_changes_nothing(agency: Agency) -> None:
    rows = [
        person(1, **HEAD),
        person(2),
        pppk(3, KEDUDUKAN_HUKUM_NAMA="Cuti Luar Tanggungan Negara"),
        person(4, TMT_JABATAN="01-01-2031"),
    ]
    assert write(agency, siasn(rows)).tally["create"] == 4
    before = (counts(), list(Incumbency.objects.order_by("id").values_list()), list(Person.objects.order_by("id").values_list()))
    plan = write(agency, siasn(rows))
    assert plan.tally == {"rows": 4, "create": 0, "update": 0, "unchanged": 4, "refused": 0}
    after = (counts(), list(Incumbency.objects.order_by("id").values_list()), list(Person.objects.order_by("id").values_list()))
    assert after == before


def changes(agency: Agency, **cells: Any) -> list[tuple[str, str, str]]:
    """Import one person, then again with other cells; return the differences that the second plan shows."""
    write(agency, siasn([person(1)]))
    return write(agency, siasn([person(1, **cells)])).rows[0].changes


def test_an_update_shows_old_and_new(agency: Agency) -> None:
    assert changes(agency, NAMA="Orang Berganti", GOL_AKHIR_NAMA="III/d", TMT_GOLONGAN="01-04-2026", TEMPAT_LAHIR_NAMA="") == [
        ("name", "Orang Contoh 1", "Orang Berganti"),
        ("grade", "III/c", "III/d (01-04-2026)"),
    ]
    assert Person.objects.get().birth_place == "Palu"
    assert list(GradeRecord.objects.order_by("valid_from").values_list("grade", "valid_from", "valid_to")) == [
        ("III/c", date(2024, 4, 1), date(2026, 4, 1)), ("III/d", date(2026, 4, 1), None),
    ]  # fmt: skip


def test_a_move_closes_the_post_before(agency: Agency) -> None:
    assert changes(agency, JABATAN_NAMA="Penelaah Teknis Kebijakan", UNOR_NAMA="Dinas Kesehatan", TMT_JABATAN="01-10-2026") == [
        ("post", "Pengolah Data dan Informasi, Puskesmas Contoh", "Penelaah Teknis Kebijakan, Dinas Kesehatan (01-10-2026)")
    ]
    assert posts_of(1) == [
        ("Pengolah Data dan Informasi", "Puskesmas Contoh", date(2022, 3, 1), date(2026, 10, 1), False),
        ("Penelaah Teknis Kebijakan", "Dinas Kesehatan", date(2026, 10, 1), None, False),
    ]


def test_capitals_of_a_name_are_not_a_change(agency: Agency) -> None:
    assert changes(agency, NAMA="ORANG CONTOH 1") == []


def test_who_has_left_leaves_the_post(agency: Agency) -> None:
    assert changes(agency, KEDUDUKAN_HUKUM_NAMA="Pensiun") == [
        ("state", "Aktif", "Pensiun (21-11-2026)"),
        ("post", "Pengolah Data dan Informasi, Puskesmas Contoh", ""),
    ]
    assert posts_of(1)[0][3] == date(2026, 11, 21)


def test_two_heads_change_places(agency: Agency) -> None:
    other = HEAD | {
        "JABATAN_NAMA": "Kepala Badan Kepegawaian",
        "UNOR_NAMA": "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah",
    }
    write(agency, siasn([person(1, **HEAD), person(2, **other)]))
    plan = write(agency, siasn([person(1, **other, TMT_JABATAN="01-11-2026"), person(2, **HEAD, TMT_JABATAN="01-11-2026")]))
    assert (plan.tally["update"], found(plan)) == (2, [])
    assert [(name, start, end, sole) for name, _unit, start, end, sole in posts_of(1)] == [
        ("Kepala Dinas Kesehatan", date(2022, 3, 1), date(2026, 11, 1), True),
        ("Kepala Badan Kepegawaian", date(2026, 11, 1), None, True),
    ]


def test_heads_who_were_mixed_up_change_places_on_the_same_day(agency: Agency) -> None:
    other = HEAD | {
        "JABATAN_NAMA": "Kepala Badan Kepegawaian",
        "UNOR_NAMA": "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah",
    }
    write(agency, siasn([person(1, **HEAD), person(2, **other)]))
    plan = write(agency, siasn([person(1, **other), person(2, **HEAD)]))
    assert (plan.tally["update"], found(plan)) == (2, [])
    assert [(row[0], row[4]) for row in (*posts_of(1), *posts_of(2))] == [
        ("Kepala Badan Kepegawaian", True),
        ("Kepala Dinas Kesehatan", True),
    ]


def test_a_second_head_is_remarked_upon_and_does_not_stop_the_file(agency: Agency) -> None:
    write(agency, siasn([person(1, **HEAD)]))
    plan = write(agency, siasn([person(2, **HEAD)]))
    assert [(finding.code, finding.args["other"]) for finding in plan.findings] == [("post_two_holders", "Orang Contoh 1")]
    assert posts_of(2)[0][4] is False


def test_two_heads_in_one_file_leave_the_capacity_unknown(agency: Agency) -> None:
    write(agency, siasn([person(1, **HEAD), person(2, **HEAD)]))
    assert Post.objects.get().capacity is None
    assert [posts_of(number)[0][4] for number in (1, 2)] == [False, False]


def test_a_question_about_the_unit_holds_back_the_post_but_not_the_person(agency: Agency) -> None:
    plan = write(agency, siasn([person(1, UNOR_NAMA="PUSKESMAS CONTOH")]))
    assert plan.tally["create"] == 1
    assert counts() == [1, 1, 1, 1, 0, 0]


def test_the_list_by_rank_adds_to_what_the_export_said(agency: Agency) -> None:
    write(agency, siasn([person(1, KEDUDUKAN_HUKUM_NAMA="Cuti Luar Tanggungan Negara", TMT_CPNS="15-01-2005")]))
    plan = write(
        agency, duk({"PELAKSANA": ([duk_person(1, name="Orang Contoh 1 S.Kom.", post="Pengolah Data dan Informasi")], 1)})
    )
    assert plan.rows[0].changes == [
        ("grade", "III/c", "III/d (01-05-2024)"), ("post_from", "01-03-2022", "01-07-2023"), ("education", "", "S-1 Akuntansi"),
    ]  # fmt: skip
    assert Person.objects.get().service_start == date(2005, 1, 15)
    assert ServiceRecord.objects.get().state == "leave"


def test_other_agencies_people_are_not_touched(agency: Agency, malang: Agency) -> None:
    from matang.foundation.tenancy.context import acting_in
    from tests.flow.register.imports.road import write_units

    with acting_in(malang.pk):
        write_units(malang)
        write(malang, siasn([person(1, NAMA="Orang Malang")]))
    assert write(agency, siasn([person(1)])).tally["create"] == 1
    with acting_in(malang.pk):
        assert Person.objects.get().full_name == "Orang Malang"
