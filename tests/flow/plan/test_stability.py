"""How far a weight may move: exact ends in a world worked by hand, kept with the result, and refused when it is out of date."""

from pathlib import Path

import pytest

from matang import engine
from matang.flow.plan.choices import Weight
from matang.flow.plan.models import PlacementScenario, StabilityReport
from matang.flow.plan.services.stability import Weighing, measure_stability
from matang.flow.register.models import Education
from matang.foundation.access.answers import RefusedError
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.flow.plan.world import World
from tests.http import ActorClient

pytestmark = pytest.mark.django_db


def ranges(report: StabilityReport) -> dict[str, tuple[int, int, int]]:
    return {row["weight"]: (row["low"], row["current"], row["high"]) for row in report.ranges}


def test_one_level_more_wins_at_any_weight_of_competence(world: World) -> None:
    """Ani and Budi differ in one level alone: at a weight of 0 they are level, above it Ani leads. Nothing else matters."""
    scenario = world.scenario()
    report = measure_stability(actor=world.actor("planner"), scenario_id=scenario.pk)
    found = ranges(report)
    assert found["competency"] == (0, 10, 100)
    assert all(found[key][0] == 0 and found[key][2] == 100 for key in found)


def test_the_crossing_is_found_where_a_degree_weighs_as_much_as_a_level(world: World) -> None:
    """Budi gets a master's degree: one step of education (5 points each) against one level (10 points) of Ani's."""
    Education.objects.create(agency=world.cast.palu, person=world.people["budi"], level="s2")
    scenario = world.scenario()
    report = measure_stability(actor=world.actor("planner"), scenario_id=scenario.pk)
    rows = {row["weight"]: row for row in report.ranges}
    ani, budi, post = world.people["ani"].pk, world.people["budi"].pk, world.vacant.pk
    assert (rows["competency"]["low"], rows["competency"]["high"]) == (5, 100)
    assert rows["competency"]["below"] == {
        "weight": 4, "better_by": 1, "leaving": [[ani, post]], "coming": [[budi, post]]
    }  # fmt: skip
    assert (rows["education"]["low"], rows["education"]["high"]) == (0, 10)
    assert rows["education"]["above"] == {
        "weight": 11, "better_by": 1, "leaving": [[ani, post]], "coming": [[budi, post]]
    }  # fmt: skip


def test_every_weight_in_and_out_of_the_range_agrees_with_computing_anew(world: World) -> None:
    Education.objects.create(agency=world.cast.palu, person=world.people["budi"], level="s2")
    scenario = world.scenario()
    weighing = Weighing(scenario)
    proposed = weighing.best(Weight.COMPETENCY, 10).pairs
    for weight in range(21):
        best = weighing.best(Weight.COMPETENCY, weight)
        level = weighing.line(proposed, Weight.COMPETENCY).value_at(weight) == best.value_at(weight)
        assert level == (weight >= 5)


def test_repeating_gives_the_same_and_keeps_one(world: World) -> None:
    scenario = world.scenario()
    planner = world.actor("planner")
    first = measure_stability(actor=planner, scenario_id=scenario.pk).ranges
    second = measure_stability(actor=planner, scenario_id=scenario.pk).ranges
    assert first == second
    assert StabilityReport.objects.count() == 1


def test_what_changed_since_is_said_and_nothing_is_kept(world: World) -> None:
    """Budi overtakes Ani by evidence after the computation: the proposal is no longer the best at its own weights."""
    scenario = world.scenario()
    world.evidence("budi", {"MAN.3": 3, "MAN.1": 3})
    Education.objects.create(agency=world.cast.palu, person=world.people["budi"], level="s2")
    with pytest.raises(RefusedError, match="Hitung ulang"):
        measure_stability(actor=world.actor("planner"), scenario_id=scenario.pk)
    assert StabilityReport.objects.count() == 0


def test_a_scenario_that_was_not_computed_is_refused(world: World) -> None:
    scenario = world.scenario()
    scenario.result.delete()
    with pytest.raises(RefusedError, match="belum dihitung"):
        measure_stability(actor=world.actor("planner"), scenario_id=scenario.pk)


@pytest.mark.parametrize("name", ["panel_member", "auditor"])
def test_only_those_who_plan_may_measure(world: World, name: str) -> None:
    scenario = world.scenario()
    with pytest.raises(RefusedError):
        measure_stability(actor=world.actor(name), scenario_id=scenario.pk)
    assert StabilityReport.objects.count() == 0


def test_the_page_says_ranges_and_names(cast: Cast, world: World) -> None:
    Education.objects.create(agency=world.cast.palu, person=world.people["budi"], level="s2")
    scenario: PlacementScenario = world.scenario()
    client = ActorClient(cast.users["planner"])
    page = f"/rencana/{scenario.pk}/ketahanan/"
    assert "Ketahanan belum dihitung" in client.get(page).content.decode()
    assert client.post(f"{page}hitung/").status_code == 302
    said = client.get(page).content.decode()
    assert "dari 5 sampai 100" in said
    assert "Ani digantikan Budi" in said
    with acting_in(cast.palu.pk):
        assert StabilityReport.objects.get().solutions > 0


def test_the_page_hands_over_a_certificate_that_holds(cast: Cast, world: World, tmp_path: Path) -> None:
    scenario = world.scenario()
    got = ActorClient(cast.users["auditor"]).get(f"/rencana/{scenario.pk}/bukti/certificate.json")
    file = tmp_path / "bukti.json"
    file.write_bytes(got.content)
    found = engine.verify_certificate(file)
    assert (found.ok, found.placed, found.objective) == (True, 1, scenario.result.objective)
    file.write_bytes(got.content.replace(b'"capacity":[1]', b'"capacity":[2]'))
    assert engine.verify_certificate(file).violations[0].code == "altered"
