"""Which posts a scenario asks about when nobody has said how many may hold them, and when holders retire.

The head of the field of the small world is born on 1 January 1985; a supervisor retires at 58, on the first of the month
after.
"""

from datetime import date

import pytest
from django.urls import reverse

from matang.flow.place.public import Verdict, decide
from matang.flow.plan.choices import Basis
from matang.flow.plan.models import PlacementScenario
from matang.flow.plan.public import Question, create_scenario, openings, solve_scenario, submit_scenario, why
from matang.flow.register.models import Incumbency, Post
from matang.foundation.access.answers import RefusedError
from tests.cast import START, make_person
from tests.flow.place.sitting import advised
from tests.flow.plan.world import DAY, World
from tests.http import ActorClient

RETIRES = date(2026, 9, 1)


def head(world: World) -> Post:
    """Give the vacant post a holder who retires on 1 September 2026."""
    person = make_person(world.cast.palu, "196808051992031001", "Kabid Lama", world.opd, "Kepala Bidang Lama", "administrator")
    type(person).objects.filter(pk=person.pk).update(birth_date=date(1968, 8, 5))
    held = Incumbency.objects.get(person=person)
    Incumbency.objects.filter(pk=held.pk).update(post=world.vacant)
    held.post.delete()
    return world.vacant


def asked(world: World, months: int = 0) -> list[tuple[int, str, int, int, date | None]]:
    found = openings(world.cast.palu.pk, DAY, unit_path=world.opd.path, retiring_within=months)
    return [(row.post_id, row.basis, row.places, row.staying, row.free_from) for row in found]


def test_a_post_is_open_while_fewer_hold_it_than_may(world: World) -> None:
    assert asked(world) == [(world.vacant.pk, Basis.VACANT, 1, 0, None)]


def test_a_post_of_unknown_capacity_is_open_only_when_somebody_acts_in_it(world: World) -> None:
    Post.objects.filter(pk=world.vacant.pk).update(capacity=None)
    assert asked(world) == []
    Incumbency.objects.create(
        agency=world.cast.palu, person=world.people["dedi"], post=world.vacant, kind="acting", valid_from=START
    )
    assert asked(world) == [(world.vacant.pk, Basis.ACTING, 1, 0, None)]


def test_a_post_whose_holder_retires_is_open_only_when_asked_for(world: World) -> None:
    post = head(world)
    assert asked(world) == []
    assert asked(world, 6) == [(post.pk, Basis.RETIRING, 1, 0, RETIRES)]
    assert asked(world, 3) == []


def test_a_post_promised_to_somebody_is_not_open(world: World) -> None:
    held = Incumbency.objects.get(person=world.people["ani"])
    Incumbency.objects.filter(pk=held.pk).update(valid_to=date(2026, 6, 1))
    Incumbency.objects.create(
        agency=world.cast.palu, person=world.people["ani"], post=world.vacant, kind="definitive", valid_from=date(2026, 6, 1)
    )
    assert asked(world) == []


def scenario(world: World) -> PlacementScenario:
    planner = world.actor("planner")
    made = create_scenario(actor=planner, question=Question("Uji", unit_id=world.opd.pk, as_at=DAY, retiring_within=12))
    solve_scenario(actor=planner, scenario_id=made.pk)
    return submit_scenario(actor=planner, scenario_id=made.pk)


def test_the_one_who_leaves_is_no_candidate_for_the_own_post(world: World) -> None:
    post = head(world)
    made = scenario(world)
    holder = Incumbency.objects.get(post=post).person_id
    names = [row.person.full_name for row in made.proposals.order_by("rank")]
    assert names == ["Ani", "Budi", "Sitti Atasan"]
    told = why(made, holder, post.pk)
    assert told is not None
    assert [check["reason"]["text"] for check in told.reasons["checks"] if check["key"] == "pool"] == [
        "Memangku jabatan ini sekarang; yang dicari adalah penggantinya."
    ]


def test_a_successor_is_appointed_only_after_the_term_of_the_holder_is_ended(world: World) -> None:
    post = head(world)
    made, panel = scenario(world), world.actor("appointing_official")
    advised(world.cast.users["panel_member"], made, post.pk, world.people["ani"].pk)
    verdict = Verdict(world.people["ani"].pk, date(2027, 1, 1), "", "SK-1")
    with pytest.raises(RefusedError, match="Catat dulu akhir masa jabatannya"):
        decide(actor=panel, scenario_id=made.pk, post_id=post.pk, verdict=verdict)
    assert Incumbency.objects.filter(post=post).count() == 1
    Incumbency.objects.filter(post=post).update(valid_to=RETIRES)
    decide(actor=panel, scenario_id=made.pk, post_id=post.pk, verdict=verdict)
    assert Incumbency.objects.get(person=world.people["ani"], post=post).valid_from == date(2027, 1, 1)


def test_when_nothing_is_vacant_the_officer_reads_why_and_what_to_do(world: World, browse: type[ActorClient]) -> None:
    Post.objects.filter(pk=world.vacant.pk).update(capacity=None)
    weights = {"competency": 10, "experience": 4, "unit": 25, "education": 5, "stay": 30}
    said = {"name": "Uji", "unit": world.opd.pk, "kinds": ["administrator"], "retiring_within": "0"}
    said |= {f"weight_{name}": number for name, number in weights.items()}
    page = browse(world.cast.users["planner"]).post(reverse("plan:new"), said).content.decode()
    assert "Kapasitas 1 jabatan belum diketahui, jadi tidak dapat disebut lowong" in page
    assert "Ikutkan juga jabatan yang pemangkunya segera pensiun" in page
    assert PlacementScenario.objects.count() == 0


def test_the_pages_name_the_day_from_which_a_place_is_free(world: World, browse: type[ActorClient]) -> None:
    post = head(world)
    made = scenario(world)
    client = browse(world.cast.users["appointing_official"])
    assert "pemangku pensiun 1 September 2026" in client.get(reverse("plan:scenario", args=[made.pk])).content.decode()
    page = client.get(reverse("place:decide", args=[made.pk, post.pk])).content.decode()
    assert "Tempat ini kosong mulai 1 September 2026" in page


def test_a_ranking_without_any_evidence_says_what_it_rests_on(world: World, browse: type[ActorClient]) -> None:
    client = browse(world.cast.users["planner"])
    words = "Belum ada bukti kompetensi seorang pun"
    shown = world.scenario()
    assert words not in client.get(reverse("plan:scenario", args=[shown.pk])).content.decode()
    planner, before_any = world.actor("planner"), date(2025, 5, 1)
    early = create_scenario(actor=planner, question=Question("Dulu", unit_id=world.opd.pk, as_at=before_any))
    solve_scenario(actor=planner, scenario_id=early.pk)
    assert words in client.get(reverse("plan:scenario", args=[early.pk])).content.decode()
