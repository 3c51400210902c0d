"""A superior rates their own people: those whom the register puts under them, nobody else's, and never themselves."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from matang.flow.needs.models import CompetencyStatus, Evidence
from matang.flow.needs.public import ensure_dictionary
from matang.flow.needs.selectors.superiors import direct_superior_of, own_people
from matang.flow.needs.services.evidence import withdraw_evidence
from matang.flow.needs.services.evidence.rating import Rating, rate_person
from matang.flow.register.models import Incumbency, Post
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.models import Grant
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.tracking import trail_of
from matang.foundation.clock.services import today
from tests.cast import START, Cast, make_person, make_unit, make_user
from tests.http import ActorClient


@pytest.fixture
def codes(cast: Cast) -> dict[str, int]:
    """Return the keys of the dictionary; the servant's post asks for its managerial and cultural part."""
    return ensure_dictionary(cast.palu.pk)


def address(cast: Cast, name: str = "servant") -> str:
    return reverse("needs:rate", args=[cast.people[name].pk])


def superior_of(cast: Cast, name: str) -> int | None:
    held = Incumbency.objects.get(person=cast.people[name])
    return direct_superior_of(cast.palu.pk, held.post.unit.path, cast.people[name].pk, today())


def own(cast: Cast, user: str) -> set[str]:
    names = {person.pk: name for name, person in cast.people.items()}
    return {names.get(key, str(key)) for key in own_people(actor_of(cast.users[user]), today())}


def test_the_direct_superior_leads_the_unit_or_the_nearest_one_above(cast: Cast) -> None:
    people = cast.people
    assert superior_of(cast, "servant") == people["superior"].pk
    assert superior_of(cast, "superior") == people["head"].pk
    assert superior_of(cast, "head") is None
    assert superior_of(cast, "other") == people["other_head"].pk
    assert (own(cast, "direct_superior"), own(cast, "unit_head")) == ({"servant"}, {"superior"})
    assert (own(cast, "other_unit_head"), own(cast, "hr_officer"), own(cast, "civil_servant")) == ({"other"}, set(), set())


def test_of_two_who_hold_the_highest_post_neither_leads_and_an_empty_one_leads_nobody(cast: Cast) -> None:
    clinic, people = cast.units["clinic"], cast.people
    make_person(cast.palu, "198001012005012077", "Kepala Kedua", clinic, "Kepala Tata Usaha", "pengawas")
    assert superior_of(cast, "servant") == people["head"].pk
    Incumbency.objects.filter(person=people["superior"]).delete()
    assert superior_of(cast, "servant") != people["superior"].pk
    Incumbency.objects.filter(post__kind="pengawas").delete()
    assert superior_of(cast, "servant") == people["head"].pk


def test_where_the_highest_post_is_empty_nobody_below_it_leads(cast: Cast) -> None:
    section = make_unit(cast.palu, "P09", "Bidang Contoh", cast.units["health"])
    Post.objects.create(agency=cast.palu, unit=section, name="Kabid", kind="administrator", capacity=1, valid_from=START)
    make_person(cast.palu, "198001012005012078", "Kasi", section, "Kepala Seksi", "pengawas")
    staff = make_person(cast.palu, "199001012015012078", "Staf", section, "Pengolah")
    assert direct_superior_of(cast.palu.pk, section.path, staff.pk, today()) == cast.people["head"].pk


def test_an_acting_head_is_the_superior(cast: Cast) -> None:
    post = Incumbency.objects.get(person=cast.people["superior"]).post
    Incumbency.objects.filter(person=cast.people["superior"]).delete()
    Incumbency.objects.create(
        agency=cast.palu, person=cast.people["other"], post=post, kind="acting", sole=False, valid_from=START
    )
    assert superior_of(cast, "servant") == cast.people["other"].pk


def test_a_superior_rates_and_every_rating_is_a_piece(cast: Cast, codes: dict[str, int], browse: type[ActorClient]) -> None:
    client = browse(cast.users["direct_superior"])
    listed = client.get(reverse("needs:rating")).content.decode()
    assert ("Nurul Pegawai" in listed, "belum dinilai" in listed, "Ratna Lain" in listed) == (True, True, False)
    one, two = codes["MAN.1"], codes["MAN.3"]
    said = {f"level_{one}": "2", f"note_{one}": "Menolak titipan", f"level_{two}": "0"}
    told = client.post(address(cast), said, follow=True).content.decode()
    assert "2 kompetensi Nurul Pegawai dinilai." in told
    assert "terakhir" in told
    rows = Evidence.objects.order_by("level")
    assert [(row.competency_id, row.level, row.note, row.source, row.rater_role) for row in rows] == [
        (two, 0, "", "superior", "direct_superior"),
        (one, 2, "Menolak titipan", "superior", "direct_superior"),
    ]
    assert {(row.rater_id, row.reliability, row.shown_on, row.origin) for row in rows} == {
        (cast.users["direct_superior"].pk, 50, today(), "rating")
    }
    status = CompetencyStatus.objects.get(competency_id=one)
    assert (status.low, status.high) == (None, 2)
    steps = trail_of(Evidence).objects.filter(id__in=rows.values("id"))
    assert [step.pgh_label for step in steps] == ["insert", "insert"]
    shown = browse(cast.users["civil_servant"]).get(reverse("needs:person", args=[cast.people["servant"].pk])).content.decode()
    assert ("Menolak titipan" in shown, "Atasan langsung" in shown) == (True, True)


def test_a_second_click_adds_nothing_and_another_level_does(cast: Cast, codes: dict[str, int]) -> None:
    actor, person, one = actor_of(cast.users["direct_superior"]), cast.people["servant"].pk, codes["MAN.1"]
    said = {"actor": actor, "person_id": person}
    assert len(rate_person(ratings={one: Rating(2, "Rapi")}, **said)) == 1
    assert len(rate_person(ratings={one: Rating(2, " Rapi ")}, **said)) == 0
    [newer] = rate_person(ratings={one: Rating(3, "Rapi")}, **said)
    assert (Evidence.objects.count(), CompetencyStatus.objects.get().high) == (2, 3)
    withdraw_evidence(actor=actor, evidence_id=newer.pk, reason="Keliru")
    assert CompetencyStatus.objects.get().high == 2
    assert len(rate_person(ratings={one: Rating(3, "Rapi")}, **said)) == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "Isi level sedikitnya satu kompetensi."),
        ({"level": "6"}, "bukan salah satu dari pilihan"),
        ({"level": "", "note": "Rapi"}, "Pilih levelnya, atau hapus contoh pekerjaannya."),
        ({"level": "2", "note": "x" * 301}, "300"),
    ],
)
def test_what_cannot_be_is_said_on_the_form(
    cast: Cast, codes: dict[str, int], browse: type[ActorClient], change: dict[str, str], words: str
) -> None:
    said = {f"{name}_{codes['MAN.1']}": value for name, value in change.items()}
    page = browse(cast.users["direct_superior"]).post(address(cast), said)
    assert (page.status_code, words in page.content.decode()) == (200, True)
    assert Evidence.objects.count() == 0


@pytest.mark.parametrize(
    ("user", "answer"),
    [
        ("unit_head", 403),
        ("other_unit_head", 404),
        ("hr_officer", 403),
        ("civil_servant", 403),
        ("mentor", 403),
        ("other_servant", 403),
        ("malang_officer", 403),
    ],
)
def test_nobody_else_rates(cast: Cast, codes: dict[str, int], browse: type[ActorClient], user: str, answer: int) -> None:
    said = {f"level_{codes['MAN.1']}": "5"}
    client = browse(cast.users[user])
    assert (client.get(address(cast)).status_code, client.post(address(cast), said).status_code) == (answer, answer)
    with pytest.raises(RefusedError):
        rate_person(actor=actor_of(cast.users[user]), person_id=cast.people["servant"].pk, ratings={codes["MAN.1"]: Rating(5)})
    assert Evidence.objects.count() == 0


def test_the_head_above_is_told_who_rates(cast: Cast, browse: type[ActorClient]) -> None:
    page = browse(cast.users["unit_head"]).get(address(cast))
    assert "atasan langsung pegawai ini orang lain" in page.content.decode()
    assert browse(cast.users["unit_head"]).get(address(cast, "superior")).status_code == 200


def test_nobody_rates_themselves_even_with_every_role(cast: Cast, codes: dict[str, int], browse: type[ActorClient]) -> None:
    user = cast.users["direct_superior"]
    for role in (Role.UNIT_HEAD, Role.HR_OFFICER):
        Grant.objects.create(agency=cast.palu, user=user, role=role, valid_from=START)
    assert browse(user).post(address(cast, "superior"), {f"level_{codes['MAN.1']}": "5"}).status_code == 403
    assert cast.people["superior"].pk not in own_people(actor_of(user), today())
    assert Evidence.objects.count() == 0


def test_where_the_register_knows_no_superior_the_head_of_the_unit_rates(cast: Cast, codes: dict[str, int]) -> None:
    field = make_unit(cast.palu, "P10", "Kecamatan Contoh")
    staff = make_person(cast.palu, "199001012015012079", "Staf Kecamatan", field, "Pengolah")
    head = make_user(cast.palu, "head_of_field", Role.UNIT_HEAD, field)
    assert own_people(actor_of(head), today()) == {staff.pk}
    [row] = rate_person(actor=actor_of(head), person_id=staff.pk, ratings={codes["MAN.1"]: Rating(3)})
    assert (row.rater_role, row.rater_id) == ("unit_head", head.pk)


def test_only_what_the_post_asks_for_is_rated(cast: Cast, codes: dict[str, int]) -> None:
    technical = next(key for code, key in codes.items() if not code.startswith(("MAN.", "SOS.")))
    with pytest.raises(RefusedError, match="Yang dinilai hanya kompetensi yang diminta jabatan"):
        rate_person(
            actor=actor_of(cast.users["direct_superior"]),
            person_id=cast.people["servant"].pk,
            ratings={codes["MAN.1"]: Rating(3), technical: Rating(3)},
        )
    assert Evidence.objects.count() == 0


def test_who_left_the_unit_is_nobodys_to_rate_here(cast: Cast, browse: type[ActorClient]) -> None:
    Incumbency.objects.filter(person=cast.people["servant"]).update(valid_to=date(2026, 1, 1))
    assert browse(cast.users["direct_superior"]).get(address(cast)).status_code == 404
    page = browse(cast.users["direct_superior"]).get(reverse("needs:rating")).content.decode()
    assert "Tidak ada pegawai yang Anda pimpin langsung" in page


def test_the_button_stands_only_where_it_works(cast: Cast, browse: type[ActorClient]) -> None:
    own_page = reverse("needs:person", args=[cast.people["servant"].pk])
    shown = {
        name: address(cast) in browse(cast.users[name]).get(own_page).content.decode()
        for name in ("direct_superior", "unit_head", "hr_officer", "civil_servant")
    }
    assert shown == {"direct_superior": True, "unit_head": False, "hr_officer": False, "civil_servant": False}


def test_the_list_asks_as_often_for_many_as_for_one(cast: Cast, browse: type[ActorClient]) -> None:
    client, url = browse(cast.users["direct_superior"]), reverse("needs:rating")
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        client.get(url)
    for number in range(5):
        make_person(cast.palu, f"19900101201501208{number}", f"Staf {number}", cast.units["clinic"], f"Pengolah {number}")
    with CaptureQueriesContext(connection) as six:
        page = client.get(url)
    assert (len(one), page.content.decode().count("belum dinilai")) == (len(six), 6)
