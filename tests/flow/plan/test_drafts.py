"""Copy, change, rename, delete, compare; stale results say what changed; two at once."""

from datetime import date

import psycopg
import pytest
from django.db import connection, transaction
from django.urls import reverse

from matang.flow.needs.public import set_standard
from matang.flow.plan.models import PlacementScenario, ScenarioResult
from matang.flow.plan.public import Listing, Question, create_scenario, feed_succession, solve_scenario, stale_changes
from matang.flow.plan.selectors import fingerprints
from matang.flow.plan.services.comparing import compare_scenarios
from matang.flow.plan.services.constraints import state_constraint
from matang.flow.plan.services.scenarios import (
    BusyError,
    change_scenario,
    copy_scenario,
    delete_scenario,
    question_of,
    rename_scenario,
)
from matang.flow.plan.services.successions import read_list
from matang.flow.register.models import AppraisalRecord, Incumbency, Post
from matang.foundation.access.answers import RefusedError
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import build_cast
from tests.flow.plan.world import DAY, World, build_world
from tests.http import ActorClient


def test_a_copy_asks_the_same_and_keeps_constraints(world: World) -> None:
    planner = world.actor("planner")
    old = create_scenario(actor=planner, question=Question("Asli", unit_id=world.opd.pk, as_at=DAY, most_moves=3))
    state_constraint(actor=planner, scenario_id=old.pk, person_id=world.people["ani"].pk, kind="stay", units=(), reason="Sakit")
    made = copy_scenario(actor=planner, scenario_id=old.pk)
    assert (made.name, made.state, made.copied_from_id, made.most_moves) == ("Salinan Asli", "draft", old.pk, 3)
    assert [(row.person_id, row.reason) for row in made.constraints.all()] == [(world.people["ani"].pk, "Sakit")]
    assert list(made.posts.values_list("post_id", flat=True)) == [world.vacant.pk]


def test_a_changed_question_keeps_the_old_result_until_it_is_computed_anew(world: World) -> None:
    made, planner = world.scenario(), world.actor("planner")
    before = ScenarioResult.objects.get(scenario=made).result
    weights = {"competency": 0, "experience": 4, "unit": 25, "education": 5, "stay": 30}
    changed = change_scenario(
        actor=planner, scenario_id=made.pk, question=Question("Lain", unit_id=world.opd.pk, as_at=DAY, weights=weights)
    )
    assert (changed.state, changed.name, changed.weights["competency"]) == ("draft", "Lain", 0)
    assert ScenarioResult.objects.get(scenario=made).result == before
    assert made.proposals.count() == 3
    solve_scenario(actor=planner, scenario_id=made.pk)
    assert ScenarioResult.objects.get(scenario=made).result != before


def test_what_lies_before_the_panel_is_neither_changed_nor_deleted(world: World) -> None:
    made, planner = world.scenario(submitted=True), world.actor("planner")
    for act in (
        lambda: change_scenario(actor=planner, scenario_id=made.pk, question=question_of(made)),
        lambda: delete_scenario(actor=planner, scenario_id=made.pk),
    ):
        with pytest.raises(RefusedError, match="Salin, lalu ubah salinannya"):
            act()
    made.refresh_from_db()
    assert (made.state, made.proposals.count()) == ("proposed", 3)


def test_a_draft_is_renamed_and_deleted_with_its_result(world: World) -> None:
    made, planner = world.scenario(), world.actor("planner")
    rename_scenario(actor=planner, scenario_id=made.pk, name="  Baru ")
    made.refresh_from_db()
    assert made.name == "Baru"
    with pytest.raises(RefusedError, match="Tulis nama"):
        rename_scenario(actor=planner, scenario_id=made.pk, name=" ")
    delete_scenario(actor=planner, scenario_id=made.pk)
    assert (PlacementScenario.objects.count(), ScenarioResult.objects.count()) == (0, 0)


def test_who_does_not_plan_changes_nothing(world: World) -> None:
    made = world.scenario()
    for name in ("unit_head", "panel_member", "auditor"):
        actor = world.actor(name)
        for act in (delete_scenario, copy_scenario):
            with pytest.raises(RefusedError):
                act(actor=actor, scenario_id=made.pk)
    assert PlacementScenario.objects.count() == 1


def test_two_scenarios_side_by_side(world: World) -> None:
    """Without competence Budi and Ani are equal; with Ani not to be moved, Budi is proposed instead."""
    one, planner = world.scenario(), world.actor("planner")
    two = copy_scenario(actor=planner, scenario_id=one.pk)
    state_constraint(actor=planner, scenario_id=two.pk, person_id=world.people["ani"].pk, kind="stay", units=(), reason="Sakit")
    two = solve_scenario(actor=planner, scenario_id=two.pk)
    made = compare_scenarios(one, two)
    assert [(row.first[0].full_name, row.second[0].full_name, row.differs) for row in made.posts] == [("Ani", "Budi", True)]
    assert [row.person.full_name for row in made.gains] == ["Budi"]
    assert [row.person.full_name for row in made.losses] == ["Ani"]
    assert [(t.posts, t.moves, t.points) for t in made.totals] == [(1, 1, 359), (1, 1, 349)]
    assert made.weights == []


def kinds(made: PlacementScenario) -> list[tuple[str, str]]:
    return [(change.kind, change.name) for change in stale_changes(PlacementScenario.objects.get(pk=made.pk))]


def test_nothing_changed_nothing_stale(world: World) -> None:
    assert kinds(world.scenario()) == []


def test_a_stale_result_says_what_changed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    made = world.scenario()
    ani = Incumbency.objects.get(person=world.people["ani"])
    Incumbency.objects.filter(pk=ani.pk).update(valid_to=date(2026, 6, 1))
    world.evidence("budi", {"MAN.3": 4})
    AppraisalRecord.objects.create(agency=world.cast.palu, person=world.people["budi"], year=2025, rating="baik")
    Post.objects.filter(pk=world.vacant.pk).update(valid_to=date(2026, 12, 31))
    set_standard(
        actor=world.actor("hr_officer"), post_id=world.vacant.pk, competency_id=world.codes["MAN.1"], level=3, must=True,
        valid_from=DAY,
    )  # fmt: skip
    monkeypatch.setattr(fingerprints, "rules_print", lambda: "another")
    assert kinds(made) == [
        ("rules", "Aturan"),
        ("post", "Kepala Bidang Contoh"),
        ("standard", "Kepala Bidang Contoh"),
        ("moved", "Ani"),
        ("appraisal", "Budi"),
        ("evidence", "Budi"),
    ]


def test_a_post_filled_meanwhile_is_named_and_what_the_own_decision_moved_is_not(world: World) -> None:
    made = world.scenario()
    Incumbency.objects.create(
        agency=world.cast.palu, person=world.people["dedi"], post=world.vacant, kind="acting", valid_from=DAY
    )
    assert kinds(made) == [("filled", "Kepala Bidang Contoh")]
    Incumbency.objects.filter(post=world.vacant).update(origin=f"scenario:{made.pk}")
    made.posts.update(decided_at=made.created_at)
    assert kinds(made) == []


@pytest.mark.django_db(transaction=True)
def test_a_scenario_that_is_being_computed_says_so_to_the_second(palu: Agency, malang: Agency) -> None:
    with transaction.atomic():
        world = build_world(build_cast(palu, malang))
        made = world.scenario()
    planner, facts = world.actor("planner"), connection.settings_dict
    with psycopg.connect(host=facts["HOST"], port=facts["PORT"] or None, dbname=facts["NAME"], user=facts["USER"],
                         password=facts["PASSWORD"] or None) as other:  # fmt: skip
        other.execute("SELECT set_config('matang.agency', %s, true)", [str(palu.pk)])
        held = other.execute("SELECT id FROM plan_placementscenario WHERE id = %s FOR UPDATE", [made.pk]).fetchall()
        assert held == [(made.pk,)]
        with pytest.raises(BusyError, match="sedang dihitung oleh pengguna lain"), acting_in(palu.pk):
            solve_scenario(actor=planner, scenario_id=made.pk)
    with acting_in(palu.pk):
        assert PlacementScenario.objects.get(pk=made.pk).state == "solved"


def test_a_list_fed_again_for_the_same_day_replaces_itself(world: World) -> None:
    feed = {"agency_id": world.cast.palu.pk, "list_name": "Talenta", "as_at": DAY, "source": "SK"}
    assert feed_succession(**feed, listings=[Listing(world.people[name].pk, 5) for name in ("ani", "budi")]) == 2
    assert feed_succession(**feed, listings=[Listing(world.people["ani"].pk, 9)]) == 1


def test_a_damaged_file_of_successors_is_refused(world: World) -> None:
    with pytest.raises(RefusedError, match="tidak dapat dibaca sebagai xlsx"):
        read_list(world.cast.palu.pk, b"not a workbook")


@pytest.mark.parametrize("name", ["plan:edit", "plan:posts", "plan:delete"])
def test_what_was_submitted_offers_no_form_that_would_be_refused(world: World, name: str) -> None:
    submitted = world.scenario(submitted=True)
    page = ActorClient(world.cast.users["planner"]).get(reverse(name, args=[submitted.pk])).content.decode()
    assert "Salin, lalu ubah salinannya." in page
    assert ("Simpan pilihan" in page, "Simpan dan hitung" in page, "Ya, hapus" in page) == (False, False, False)
