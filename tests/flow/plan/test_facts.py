"""Appraisals and grades as a scenario reads them: as at its day, unknown where nothing is recorded, few queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matang.flow.plan.public import why
from matang.flow.plan.selectors.facts import people_facts
from matang.flow.plan.services.law import law_checks, law_grid
from matang.flow.plan.services.sayings import said
from matang.flow.register.models import AppraisalRecord, Education, GradeRecord, Person
from matang.foundation.tenancy.models import Agency
from tests.cast import START
from tests.factories.register import make_city
from tests.flow.plan.world import DAY, World

APPRAISALS = "eligibility.has_good_appraisals"
EDUCATION = "eligibility.has_enough_education"
GRADE = "eligibility.has_high_enough_grade"


def rated(world: World, name: str, **ratings: str) -> None:
    """Record ratings of one of the world's people; ``of_2025="baik"``."""
    for key, rating in ratings.items():
        AppraisalRecord.objects.create(
            agency=world.cast.palu, person=world.people[name], year=int(key.removeprefix("of_")), rating=rating
        )


def answered(world: World, name: str, key: str, day: date = DAY) -> tuple[str, str]:
    """Return verdict and sentence of one requirement for the vacant post."""
    facts = people_facts(world.cast.palu.pk, day)
    row = facts.row[world.people[name].pk]
    check = next(check for check in law_checks(facts, row, "administrator") if check.key == key)
    grid = law_grid(facts, ["administrator"])
    assert {1: "pass", 0: "fail", -1: "unknown"}[int(grid.by_rule[key][row, 0])] == check.verdict
    return check.verdict, said(check.reason)


def test_two_good_years_pass(world: World) -> None:
    rated(world, "ani", of_2024="baik", of_2025="sangat_baik")
    assert answered(world, "ani", APPRAISALS) == (
        "pass",
        "Predikat kinerja tahun lalu Sangat Baik dan tahun sebelumnya Baik; syarat paling rendah Baik.",
    )
    ani = world.scenario().proposals.get(rank=1)
    assert (ani.person_id, ani.state) == (world.people["ani"].pk, "eligible")


def test_a_bad_year_refuses_and_the_next_one_is_proposed(world: World) -> None:
    rated(world, "ani", of_2024="baik", of_2025="butuh_perbaikan")
    assert answered(world, "ani", APPRAISALS)[0] == "fail"
    scenario = world.scenario()
    assert scenario.proposals.get(rank=1).person_id == world.people["budi"].pk
    told = why(scenario, world.people["ani"].pk, world.vacant.pk)
    assert told is not None
    failed = [(check["key"], check["article"]) for check in told.reasons["checks"] if check["verdict"] == "fail"]
    assert failed == [(APPRAISALS, "PP 11/2017 pasal 54")]


def test_one_bad_year_is_enough_even_when_the_other_is_not_recorded(world: World) -> None:
    rated(world, "ani", of_2024="kurang")
    assert answered(world, "ani", APPRAISALS)[0] == "fail"


@pytest.mark.parametrize(
    ("recorded", "lacking"), [({}, "2024, 2025"), ({"of_2025": "baik"}, "2024"), ({"of_2024": "baik"}, "2025")]
)
def test_what_is_not_recorded_is_a_doubt_that_names_the_year(world: World, recorded: dict[str, str], lacking: str) -> None:
    rated(world, "ani", **recorded)
    verdict, told = answered(world, "ani", APPRAISALS)
    assert verdict == "unknown"
    assert told.endswith(f"Predikat kinerja tahun {lacking} belum tercatat di register.")


@pytest.mark.parametrize(
    ("day", "last", "before"),
    [(date(2025, 12, 31), "baik", None), (date(2026, 1, 1), "kurang", "baik"), (date(2027, 1, 1), None, "kurang")],
)
def test_a_rating_counts_from_the_first_of_january_after_its_year(
    world: World, day: date, last: str | None, before: str | None
) -> None:
    rated(world, "ani", of_2024="baik", of_2025="kurang")
    facts = people_facts(world.cast.palu.pk, day)
    row = facts.row[world.people["ani"].pk]
    assert (facts.ratings_last[row], facts.ratings_before[row]) == (last, before)


def test_a_person_without_education_data_is_a_doubt_with_a_clear_sentence(world: World) -> None:
    Education.objects.filter(person=world.people["ani"]).delete()
    verdict, told = answered(world, "ani", EDUCATION)
    assert verdict == "unknown"
    assert told.startswith("Pendidikan yang tercatat: tidak diketahui. Syarat paling rendah S-1 belum dapat dipastikan.")
    assert told.endswith("Pendidikannya belum tercatat di register.")
    scenario = world.scenario()
    why_not = why(scenario, world.people["ani"].pk, world.vacant.pk)
    assert why_not is not None
    assert why_not.state == "unsure"
    assert scenario.proposals.get(person=world.people["ani"]).state == "unsure"


def test_a_degree_of_a_later_year_does_not_count_yet(world: World) -> None:
    Education.objects.create(agency=world.cast.palu, person=world.people["citra"], level="s1", year=2025)
    row = people_facts(world.cast.palu.pk, DAY).row[world.people["citra"].pk]
    assert [people_facts(world.cast.palu.pk, date(year, 3, 2)).degrees[row] for year in (2024, 2025)] == ["d3", "s1"]


def graded(world: World, name: str, grade: str, start: date = START, end: date | None = None) -> None:
    """Record the grade of one of the world's people, in place of what holds."""
    GradeRecord.objects.filter(person=world.people[name], valid_from=start).delete()
    GradeRecord.objects.create(agency=world.cast.palu, person=world.people[name], grade=grade, valid_from=start, valid_to=end)


@pytest.mark.parametrize(("grade", "verdict", "told"), [
    ("III/c", "pass", "Golongan III/c memenuhi syarat: paling rendah III/c."),
    ("III/b", "fail", "Golongan III/b di bawah syarat: paling rendah III/c."),
    (
        "III/z", "unknown",
        "Tercatat golongan ruang III/z, yang tidak ada pada skala I/a sampai IV/e; belum dapat dibandingkan dengan syarat.",
    ),
])  # fmt: skip
def test_the_grade_is_compared_and_one_that_no_rule_knows_is_a_doubt(world: World, grade: str, verdict: str, told: str) -> None:
    rated(world, "ani", of_2024="baik", of_2025="baik")
    graded(world, "ani", grade)
    assert answered(world, "ani", GRADE) == (verdict, told)
    found = why(world.scenario(), world.people["ani"].pk, world.vacant.pk)
    assert found is not None
    assert found.state == {"pass": "eligible", "fail": "refused", "unknown": "unsure"}[verdict]
    assert [said(check["reason"]) for check in found.reasons["checks"] if check["key"] == GRADE] == [told]


def test_a_grade_that_is_not_recorded_is_a_doubt_with_a_clear_sentence(world: World) -> None:
    GradeRecord.objects.filter(person=world.people["ani"]).delete()
    verdict, told = answered(world, "ani", GRADE)
    assert verdict == "unknown"
    assert told.endswith("Golongannya pada tanggal ini belum tercatat di register.")


def test_the_grade_of_the_day_is_read_and_a_strange_one_kept_as_it_is(world: World) -> None:
    graded(world, "ani", "III/c", START, date(2026, 4, 1))
    graded(world, "ani", "III/d", date(2026, 4, 1))
    graded(world, "budi", "III/z")
    GradeRecord.objects.filter(person=world.people["citra"]).delete()
    for day, expected in ((date(2026, 3, 31), "III/c"), (date(2026, 4, 1), "III/d")):
        facts = people_facts(world.cast.palu.pk, day)
        assert facts.grades[facts.row[world.people["ani"].pk]] == expected
    assert facts.grades[facts.row[world.people["budi"].pk]] == "III/z"
    assert facts.grades[facts.row[world.people["citra"].pk]] is None


@pytest.mark.parametrize("people", [10, 200])
def test_the_facts_are_one_question(palu: Agency, people: int) -> None:
    city = make_city(palu, people)
    person = Person.objects.get(pk=city.people[0])
    AppraisalRecord.objects.create(agency=palu, person=person, year=2025, rating="baik")
    with CaptureQueriesContext(connection) as captured:
        facts = people_facts(palu.pk, DAY)
    assert len(captured) == 1
    assert len(set(facts.ids.tolist())) == len(facts.ids)
    assert [rating for rating in facts.ratings_last if rating] == ["baik"]
