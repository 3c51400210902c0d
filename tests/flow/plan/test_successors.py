"""One person on a list of successors: put there with a reason, taken off with another, seen by those who plan for them."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from matang.flow.plan.models import SuccessionListing
from matang.flow.plan.public import Listing, Question, create_scenario, feed_succession, solve_scenario
from matang.flow.plan.services.conditions import latest_listings, talent_boxes
from matang.flow.plan.services.listings import add_successor, remove_successor
from matang.flow.register.models import Post
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.tracking import trail_of
from matang.foundation.clock.services import today
from tests.cast import START, make_user
from tests.flow.plan.world import World
from tests.http import ActorClient

SAID = {"list_name": "Suksesi 2026", "source": "Nota 7", "reason": "Pernah memimpin tim"}


def add(world: World, name: str = "ani", by: str = "planner", **changes: object) -> SuccessionListing:
    said = SAID | {"as_at": today(), "post_id": world.vacant.pk} | changes
    return add_successor(actor=world.actor(by), person_id=world.people[name].pk, **said)


def address(world: World) -> str:
    return reverse("plan:successors", args=[world.vacant.pk])


def test_a_person_is_added_from_the_page_of_a_post_and_taken_off_again(world: World) -> None:
    client, ani = ActorClient(world.cast.users["planner"]), world.people["ani"]
    assert "Belum ada yang disiapkan untuk jabatan ini" in client.get(address(world)).content.decode()
    said = SAID | {"person": "ani", "as_at": today().isoformat()}
    done = client.post(address(world), said, follow=True).content.decode()
    assert "Ani masuk daftar Suksesi 2026." in done
    assert "Pernah memimpin tim" in done
    row = SuccessionListing.objects.get()
    assert (row.person_id, row.target_post_id, row.source, row.as_at) == (ani.pk, world.vacant.pk, "Nota 7", today())
    taking = reverse("plan:remove_successor", args=[row.pk])
    assert "Keluarkan dari daftar?" in client.get(taking).content.decode()
    assert SuccessionListing.objects.get().ended_on is None
    assert client.post(taking, {"reason": " "}).status_code == 200
    assert SuccessionListing.objects.get().ended_on is None
    told = client.post(taking, {"reason": "Mundur"}, follow=True).content.decode()
    assert "Ani dikeluarkan dari daftar Suksesi 2026." in told
    row.refresh_from_db()
    assert (row.ended_on, row.end_reason, row.reason) == (today(), "Mundur", "Pernah memimpin tim")
    assert client.get(taking).status_code == 404


def test_only_who_is_listed_may_be_proposed_and_one_who_was_taken_off_no_longer(world: World) -> None:
    row = add(world, "budi")
    question = Question("Uji", unit_id=world.opd.pk, as_at=today(), pool="listed", pool_list="Suksesi 2026")
    made = create_scenario(actor=world.actor("planner"), question=question)

    def proposed() -> list[int]:
        solved = solve_scenario(actor=world.actor("planner"), scenario_id=made.pk)
        return list(solved.proposals.filter(rank=1).values_list("person_id", flat=True))

    assert proposed() == [world.people["budi"].pk]
    remove_successor(actor=world.actor("planner"), listing_id=row.pk, reason="Mundur")
    assert proposed() == []


def test_said_twice_it_stands_once_and_the_first_reason_stays(world: World) -> None:
    first, second = add(world), add(world, reason="Lain")
    assert (first.pk, second.reason) == (second.pk, "Pernah memimpin tim")
    for reason in ("Mundur", "Pindah"):
        remove_successor(actor=world.actor("planner"), listing_id=first.pk, reason=reason)
    assert SuccessionListing.objects.get().end_reason == "Mundur"


def test_who_was_taken_off_comes_back_the_same_day(world: World) -> None:
    first = add(world)
    remove_successor(actor=world.actor("planner"), listing_id=first.pk, reason="Mundur")
    again = add(world, reason="Bersedia lagi")
    assert (again.pk, again.ended_on, again.end_reason, again.reason) == (first.pk, None, "", "Bersedia lagi")


def test_an_older_listing_does_not_come_back_to_life(world: World) -> None:
    agency, ani = world.cast.palu.pk, world.people["ani"].pk
    older = today() - timedelta(days=30)
    feed_succession(agency_id=agency, list_name="Suksesi 2026", as_at=older, source="SK", listings=[Listing(ani, 8)])
    row = add(world)
    assert talent_boxes(agency, today()) == {ani: 8}
    remove_successor(actor=world.actor("planner"), listing_id=row.pk, reason="Mundur")
    assert (latest_listings(agency, today()), talent_boxes(agency, today())) == ([], {})
    yesterday = today() - timedelta(days=1)
    assert ([row.box for row in latest_listings(agency, yesterday)], talent_boxes(agency, yesterday)) == ([8], {ani: 8})


def test_a_list_says_one_thing_of_a_person(world: World) -> None:
    other = Post.objects.create(
        agency=world.cast.palu, unit=world.opd, name="Kepala Bidang Lain", kind="administrator", capacity=1, valid_from=START
    )
    add(world)
    with pytest.raises(RefusedError, match="sudah ada dalam daftar Suksesi 2026 untuk jabatan Kepala Bidang Contoh"):
        add(world, post_id=other.pk)
    with pytest.raises(RefusedError, match="per tanggal yang lebih baru"):
        add(world, as_at=today() - timedelta(days=1))
    assert SuccessionListing.objects.count() == 1
    add(world, post_id=other.pk, list_name="Suksesi lain")
    assert SuccessionListing.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reason": " "}, "Tulis alasan memasukkan"),
        ({"source": ""}, "Tulis nama daftar dan sumbernya"),
        ({"list_name": " "}, "Tulis nama daftar dan sumbernya"),
        ({"as_at": today() + timedelta(days=1)}, "belum tiba"),
        ({"post_id": 0}, "Jabatan ini tidak dikenal"),
    ],
)
def test_what_makes_no_sense_is_refused(world: World, changes: dict[str, object], words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        add(world, **changes)
    assert SuccessionListing.objects.count() == 0


@pytest.mark.parametrize("by", ["panel_member", "unit_head", "civil_servant", "malang_officer"])
def test_nobody_else_changes_a_list(world: World, by: str) -> None:
    row = add(world)
    with pytest.raises(RefusedError):
        add(world, "budi", by=by)
    with pytest.raises(RefusedError):
        remove_successor(actor=world.actor(by), listing_id=row.pk, reason="Iseng")
    row.refresh_from_db()
    assert (SuccessionListing.objects.count(), row.ended_on) == (1, None)


def test_a_planner_of_another_unit_reaches_neither_the_post_nor_its_people(world: World) -> None:
    row = add(world)
    elsewhere = make_user(world.cast.palu, "planner_elsewhere", Role.PLANNER, world.cast.units["social"])
    client = ActorClient(elsewhere)
    assert client.get(address(world)).status_code == 403
    assert client.post(address(world), SAID | {"person": "Budi", "as_at": today().isoformat()}).status_code == 403
    assert client.get(reverse("plan:remove_successor", args=[row.pk])).status_code == 404
    assert "Ani" not in client.get(reverse("plan:listed")).content.decode()
    with pytest.raises(RefusedError):
        remove_successor(actor=actor_of(elsewhere), listing_id=row.pk, reason="Iseng")
    row.refresh_from_db()
    assert (SuccessionListing.objects.count(), row.ended_on) == (1, None)


def test_a_planner_of_the_unit_adds_to_its_posts(world: World) -> None:
    here = make_user(world.cast.palu, "planner_here", Role.PLANNER, world.opd)
    said = SAID | {"person": world.people["ani"].nip, "as_at": today().isoformat()}
    assert ActorClient(here).post(address(world), said).status_code == 302
    assert SuccessionListing.objects.get().person_id == world.people["ani"].pk


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Jabatan", "Tidak ada pegawai dengan NIP atau nama itu"),
        ("198001012005012001", "Tidak ada pegawai dengan NIP atau nama itu"),
        ("a", "Lebih dari satu pegawai cocok"),
    ],
)
def test_whoever_is_not_clearly_meant_is_asked_for(world: World, said: str, words: str) -> None:
    shown = ActorClient(world.cast.users["planner"]).post(address(world), SAID | {"person": said, "as_at": today().isoformat()})
    assert (shown.status_code, words in shown.content.decode()) == (200, True)
    assert SuccessionListing.objects.count() == 0


def test_people_of_all_lists_are_found_by_name_list_and_post(world: World) -> None:
    add(world)
    add(world, "budi", list_name="Cadangan")
    client, url = ActorClient(world.cast.users["planner"]), reverse("plan:listed")
    shown = client.get(url).content.decode()
    assert ("Ani" in shown, "Budi" in shown) == (True, True)
    narrowed = client.get(url, {"daftar": "Cadangan"}).content.decode()
    assert (">Ani<" in narrowed, ">Budi<" in narrowed) == (False, True)
    narrowed = client.get(url, {"q": "ani"}).content.decode()
    assert (">Ani<" in narrowed, ">Budi<" in narrowed) == (True, False)
    assert "Tidak ada yang cocok" in client.get(url, {"q": "siapa"}).content.decode()
    posts = client.get(reverse("plan:succession"), {"jabatan": "bidang contoh"}).content.decode()
    assert f'href="{address(world)}"' in posts


def test_the_list_of_people_asks_as_often_for_many_as_for_one(world: World) -> None:
    client, url = ActorClient(world.cast.users["planner"]), reverse("plan:listed")
    add(world)
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        client.get(url)
    for name in ("budi", "citra", "dedi"):
        add(world, name)
    with CaptureQueriesContext(connection) as four:
        client.get(url)
    assert len(one) == len(four)


def test_an_end_without_a_reason_is_refused_by_the_database(world: World) -> None:
    row = add(world)
    with pytest.raises(IntegrityError, match="succession_end_says_why"), transaction.atomic():
        SuccessionListing.objects.filter(pk=row.pk).update(ended_on=today())


def test_the_trail_keeps_who_and_why(world: World) -> None:
    row = add(world)
    remove_successor(actor=world.actor("planner"), listing_id=row.pk, reason="Mundur")
    steps = trail_of(SuccessionListing).objects.filter(id=row.pk).order_by("pgh_id")
    assert [(step.pgh_label, step.reason, step.end_reason) for step in steps] == [
        ("insert", "Pernah memimpin tim", ""),
        ("update", "Pernah memimpin tim", "Mundur"),
    ]


def test_a_post_of_another_government_is_not_there(world: World) -> None:
    malang = ActorClient(world.cast.users["malang_officer"])
    assert malang.get(address(world)).status_code == 404
