"""Who sees whom: the same people in the list, the search, the picker, the download and the detail."""

import io
from datetime import date

import openpyxl
import pytest

from matang.flow.register.models import Incumbency, Person, Post
from matang.flow.register.public import move_person, officer_for, people_visible_to, person_visible_to
from matang.foundation.access.actor import NOBODY
from matang.foundation.access.selectors import actor_of
from tests.cast import START, Cast
from tests.http import ActorClient

DAY = date(2026, 1, 1)
HEALTH = {"head", "superior", "servant"}
ALL = HEALTH | {"other", "other_head"}
SEEN = {
    "civil_servant": {"servant"},
    "direct_superior": {"superior", "servant"},
    "unit_head": HEALTH,
    "hr_officer": ALL,
    "planner": ALL,
    "panel_member": ALL,
    "appointing_official": ALL,
    "auditor": ALL,
    "mentor": set(),
    "host_coordinator": set(),
    "system_operator": set(),
    "other_unit_head": {"other", "other_head"},
    "other_servant": {"other"},
    "no_role": set(),
}


def names(cast: Cast, found: set[int]) -> set[str]:
    """Return the cast's names of these people."""
    return {name for name, person in cast.people.items() if person.pk in found}


@pytest.mark.parametrize("who", SEEN)
def test_an_actor_sees_the_people_of_their_units_and_nobody_else(cast: Cast, who: str) -> None:
    actor = actor_of(cast.users[who])
    assert names(cast, set(people_visible_to(actor, DAY).values_list("pk", flat=True))) == SEEN[who]
    for name, person in cast.people.items():
        assert (person_visible_to(actor, person.pk, DAY) is not None) == (name in SEEN[who])


def test_a_visitor_sees_nobody(cast: Cast) -> None:
    assert list(people_visible_to(NOBODY, DAY)) == []


@pytest.mark.parametrize("who", [name for name in SEEN if name != "no_role"])
def test_list_search_and_download_show_the_same_people(cast: Cast, who: str) -> None:
    client = ActorClient(cast.users[who])
    expected = {cast.people[name].nip for name in SEEN[who]}
    every = {person.nip for person in cast.people.values()}
    page = client.get("/daftar/pegawai/", {"per": "2026-01-01"}).content.decode()
    assert {nip for nip in every if nip in page} == expected
    found = client.get("/daftar/pegawai/", {"per": "2026-01-01", "q": "1"}, headers={"HX-Request": "true", "HX-Target": "hasil"})
    assert {nip for nip in every if nip in found.content.decode()} == expected
    sheet = openpyxl.load_workbook(io.BytesIO(client.get("/daftar/pegawai/unduh/", {"per": "2026-01-01"}).content)).active
    assert {row[0] for row in sheet.iter_rows(values_only=True) if row[0] in every} == expected


def test_the_picker_offers_only_what_the_officer_sees(cast: Cast) -> None:
    page = ActorClient(cast.users["malang_officer"]).get("/daftar/pegawai/pilih/", {"person": "sari"}).content.decode()
    assert cast.people["malang"].nip in page
    page = ActorClient(cast.users["hr_officer"]).get("/daftar/pegawai/pilih/", {"person": "sari"}).content.decode()
    assert cast.people["malang"].nip not in page


def test_who_acts_in_a_unit_is_seen_there_too(cast: Cast) -> None:
    post = Post.objects.create(
        agency=cast.palu, unit=cast.units["clinic"], name="Kepala Tata Usaha", kind="pengawas", capacity=1, valid_from=START
    )
    Incumbency.objects.create(
        agency=cast.palu, person=cast.people["other"], post=post, kind="acting", valid_from=date(2026, 3, 1)
    )
    head = actor_of(cast.users["unit_head"])
    assert person_visible_to(head, cast.people["other"].pk, date(2026, 2, 28)) is None
    assert person_visible_to(head, cast.people["other"].pk, date(2026, 3, 1)) == cast.people["other"]


def test_a_move_changes_who_sees_the_person_from_its_day(cast: Cast) -> None:
    post = Post.objects.create(
        agency=cast.palu, unit=cast.units["social"], name="Pekerja Sosial", kind="jf_ahli_muda", capacity=1, valid_from=START
    )
    servant = cast.people["servant"]
    move_person(
        actor=officer_for(cast.palu.pk),
        person_id=servant.pk,
        post_id=post.pk,
        effective_from=date(2026, 5, 1),
        decree="SK 5/2026",
        origin="decision:1",
    )
    old, new = actor_of(cast.users["unit_head"]), actor_of(cast.users["other_unit_head"])
    assert person_visible_to(old, servant.pk, date(2026, 4, 30)) is not None
    assert person_visible_to(old, servant.pk, date(2026, 5, 1)) is None
    assert person_visible_to(new, servant.pk, date(2026, 4, 30)) is None
    assert person_visible_to(new, servant.pk, date(2026, 5, 1)) is not None


def test_people_without_a_post_are_seen_only_by_who_reads_the_whole_agency(cast: Cast) -> None:
    loose = Person.objects.create(agency=cast.palu, nip="199501012020012009", kind="pns", full_name="Tanpa Jabatan")
    assert person_visible_to(actor_of(cast.users["hr_officer"]), loose.pk) == loose
    assert person_visible_to(actor_of(cast.users["unit_head"]), loose.pk) is None


def test_a_former_head_reads_only_what_was_recorded_until_the_day(cast: Cast) -> None:
    post = Post.objects.create(
        agency=cast.palu, unit=cast.units["social"], name="Pekerja Sosial", kind="jf_ahli_muda", capacity=1, valid_from=START
    )
    servant = cast.people["servant"]
    move_person(
        actor=officer_for(cast.palu.pk),
        person_id=servant.pk,
        post_id=post.pk,
        effective_from=date(2026, 5, 1),
        decree="",
        origin="",
    )
    client = ActorClient(cast.users["unit_head"])
    assert client.get(f"/daftar/pegawai/{servant.pk}/").status_code == 404
    page = client.get(f"/daftar/pegawai/{servant.pk}/", {"per": "2026-04-30"}).content.decode()
    assert "Pengolah Data dan Informasi" in page
    assert "Pekerja Sosial" not in page


@pytest.mark.parametrize(("who", "seen"), [("civil_servant", False), ("other_unit_head", False), ("direct_superior", True)])
def test_names_of_holders_are_hidden_outside_the_scope(cast: Cast, who: str, seen: bool) -> None:
    client = ActorClient(cast.users[who])
    post = Incumbency.objects.get(person=cast.people["superior"]).post
    for address in (f"/daftar/unit/{cast.units['clinic'].pk}/", f"/daftar/jabatan/{post.pk}/", "/daftar/jabatan/"):
        page = client.get(address).content.decode()
        assert "Kepala Puskesmas Contoh" in page
        assert ("Sitti Atasan" in page.replace("Sitti Atasan</strong>", "")) == seen
    sheet = openpyxl.load_workbook(io.BytesIO(client.get("/daftar/jabatan/unduh/").content)).active
    assert any("Sitti Atasan" in str(cell) for row in sheet.iter_rows(values_only=True) for cell in row) == seen
