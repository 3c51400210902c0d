"""A placement worked out by hand, its refusals, and its proof.

Ani: nine competencies × level 3 × 10 = 270; as supervisor since 1 January 2020, six full years × 4 = 24; bachelor = two
steps × 5 = 10; serves in the OPD 25; leaves no post of the same level empty 30. Together 359. Budi lacks one level: 349.
Sitti of the cast is a supervisor elsewhere whose education nobody recorded, a doubt and no refusal: 24 + 30 = 54.
"""

import json
from datetime import date
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from matang import engine
from matang.flow.plan.models import PlacementScenario, Proposal, ScenarioResult
from matang.flow.plan.public import Question, create_scenario, solve_scenario, stale_reason, why
from matang.flow.plan.services.sayings import said
from matang.flow.register.models import Education, Incumbency
from matang.foundation.access.answers import RefusedError
from tests.cast import make_person
from tests.flow.plan.world import DAY, World


def test_the_one_with_more_shown_levels_is_proposed_and_the_other_told_by_how_much(world: World) -> None:
    scenario = world.scenario()
    rows = [(row.person.full_name, row.rank, row.score, row.distance) for row in scenario.proposals.order_by("rank")]
    assert rows == [("Ani", 1, 359, 0), ("Budi", 2, 349, 10), ("Sitti Atasan", 3, 54, 305)]


def test_the_runner_up_reads_what_would_have_been_enough(world: World) -> None:
    """Ten points behind: one level (10) only draws level, a degree gives 5, three more years (12) win."""
    budi = world.scenario().proposals.get(person=world.people["budi"])
    assert [[(said(c["term"]), c["units"], c["points"]) for c in way] for way in budi.reasons["changes"]] == [
        [("Pengalaman sebagai pengawas, administrator, atau JF ahli muda/madya (tahun)", 3, 12)]
    ]
    assert budi.reasons["rival"]["difference"] == -10
    assert [row for row in budi.reasons["rival"]["rows"] if row[3]] == [["Komunikasi", 20, 30, -10]]


def test_surplus_does_not_buy_a_missing_degree(world: World) -> None:
    scenario = world.scenario()
    citra = why(scenario, world.people["citra"].pk, world.vacant.pk)
    assert citra is not None
    assert citra.pk is None
    assert citra.state == "refused"
    failed = [check for check in citra.reasons["checks"] if check["verdict"] == "fail"]
    assert [(check["key"], check["article"], check["unverified"]) for check in failed] == [
        ("eligibility.has_enough_education", "PP 11/2017 pasal 54", True)
    ]


def test_whoever_holds_no_leading_level_is_refused_by_the_pool(world: World) -> None:
    dedi = why(world.scenario(), world.people["dedi"].pk, world.vacant.pk)
    assert dedi is not None
    assert "pool" in [check["key"] for check in dedi.reasons["checks"] if check["verdict"] == "fail"]


def test_missing_appraisals_are_a_doubt_not_a_refusal(world: World) -> None:
    ani = world.scenario().proposals.get(rank=1)
    assert ani.state == "unsure"
    assert [check["key"] for check in ani.reasons["checks"] if check["verdict"] == "unknown"] == [
        "eligibility.has_good_appraisals"
    ]


def test_the_published_files_hold_and_one_altered_number_is_found(world: World, tmp_path: Path) -> None:
    stored = world.scenario().result
    problem, result = tmp_path / "problem.json", tmp_path / "result.json"
    problem.write_text(stored.problem)
    result.write_text(stored.result)
    assert engine.verify(problem, result).ok
    data = json.loads(stored.result)
    data["objective"] += 1
    result.write_text(json.dumps(data))
    assert "objective" in [fault.code for fault in engine.verify(problem, result).violations]


def test_the_database_refuses_a_result_that_failed_its_check(world: World) -> None:
    stored = world.scenario().result
    with pytest.raises(IntegrityError, match="result_passed_its_check"), transaction.atomic():
        ScenarioResult.objects.filter(pk=stored.pk).update(optimal=False)


def test_computing_twice_gives_the_same_bytes(world: World) -> None:
    scenario = world.scenario()
    before = (scenario.result.problem, scenario.result.result)
    again = solve_scenario(actor=world.actor("planner"), scenario_id=scenario.pk)
    stored = ScenarioResult.objects.get(scenario=again)
    assert (stored.problem, stored.result) == before
    assert Proposal.objects.filter(scenario=scenario).count() == 3


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        (dict.fromkeys(("competency", "experience", "unit", "education", "stay"), 0), "Semua bobot nol"),
        ({"competency": 101}, "antara 0 dan 100"),
        ({"luck": 5}, "tidak dikenal"),
    ],
)
def test_weights_that_make_no_sense_are_refused(world: World, weights: dict[str, int], words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        create_scenario(actor=world.actor("planner"), question=Question("Uji", unit_id=world.opd.pk, weights=weights, as_at=DAY))
    assert PlacementScenario.objects.count() == 0


def test_a_scope_without_vacant_posts_is_refused(world: World) -> None:
    with pytest.raises(RefusedError, match="Tidak ada jabatan manajerial yang tercatat lowong"):
        create_scenario(actor=world.actor("planner"), question=Question("Uji", unit_id=world.cast.units["clinic"].pk))


def test_who_does_not_plan_makes_no_scenario(world: World) -> None:
    for name in ("unit_head", "civil_servant", "auditor", "panel_member"):
        with pytest.raises(RefusedError):
            create_scenario(actor=world.actor(name), question=Question("Uji", unit_id=world.opd.pk))
    assert PlacementScenario.objects.count() == 0


def test_a_post_without_any_candidate_stays_empty_and_says_so(world: World) -> None:
    Incumbency.objects.filter(post__kind="pengawas").update(valid_from=date(2026, 1, 1))
    scenario = world.scenario()
    assert scenario.state == "solved"
    assert scenario.proposals.count() == 0
    assert scenario.posts.get().eligible == 0


def test_a_proposal_is_stale_once_the_person_has_moved(world: World) -> None:
    ani = world.scenario().proposals.get(rank=1)
    assert stale_reason(ani, DAY) == ""
    held = Incumbency.objects.get(person=world.people["ani"])
    Incumbency.objects.filter(pk=held.pk).update(valid_to=date(2026, 3, 1))
    assert "berubah sejak usulan dihitung" in stale_reason(ani, DAY)


def test_every_seat_of_a_post_with_many_has_its_candidate(world: World) -> None:
    """Fourteen places in one post: as many candidates must reach the solver, not one for each post and ten more."""
    seats = 14
    type(world.vacant).objects.filter(pk=world.vacant.pk).update(capacity=seats)
    for number in range(seats):
        person = make_person(
            world.cast.palu, f"1985010120100110{number:02}", f"Calon {number}", world.opd, f"Jabatan {number}", "pengawas"
        )
        Education.objects.create(agency=world.cast.palu, person=person, level="s1")
    stored = world.scenario().result
    assert stored.report["placed"] == seats
    assert stored.report["pairs"] == seats + 3
