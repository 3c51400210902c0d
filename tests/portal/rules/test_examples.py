"""Worked examples stand at the limits of the day's values, wherever those are."""

from datetime import date
from decimal import Decimal

import pytest

from matang import rules
from matang.portal.rules.answering import span
from matang.portal.rules.examples import scenarios

DAY = date(2026, 11, 23)


def outcomes(key: str, number: int = 0, on: date = DAY) -> list[tuple[object, rules.Outcome]]:
    """Return the values of a scenario with their outcomes."""
    return [(case.value, case.finding.outcome) for case in scenarios(key, on)[number].cases]


def words(key: str, number: int = 0) -> list[tuple[object, str]]:
    """Return the values of a scenario with their answers."""
    return [(case.value, case.finding.message().text()) for case in scenarios(key, DAY)[number].cases]


def test_an_age_limit_is_tried_the_day_before_on_it_and_the_day_after() -> None:
    assert outcomes("eligibility.is_young_enough") == [
        (date(1970, 11, 24), rules.Outcome.PASS),
        (date(1970, 11, 23), rules.Outcome.PASS),
        (date(1970, 11, 22), rules.Outcome.FAIL),
    ]


def test_a_transfer_window_is_tried_at_both_ends() -> None:
    assert words("transfer.is_it_time") == [
        (date(2024, 11, 24), "terlalu awal"), (date(2024, 11, 23), "sudah waktunya"), (date(2024, 11, 22), "sudah waktunya"),
        (date(2021, 11, 24), "sudah waktunya"), (date(2021, 11, 23), "sudah waktunya"), (date(2021, 11, 22), "terlambat"),
    ]  # fmt: skip


def test_a_number_of_the_law_is_tried_below_at_and_above() -> None:
    floor = rules.number("learning.floor", on=DAY, line="pns").value
    assert isinstance(floor, int)
    unit = 10 ** rules.PARAMETERS["learning.floor"].decimals
    least, one = Decimal(floor) / unit, Decimal(1) / 10 ** rules.FACTS["jp_year"].decimals
    assert outcomes("learning.is_floor_met") == [
        (least - one, rules.Outcome.FAIL), (least, rules.Outcome.PASS), (least + one, rules.Outcome.PASS),
    ]  # fmt: skip


def test_a_level_is_tried_around_the_lowest_that_is_enough() -> None:
    found = dict(outcomes("eligibility.has_enough_education"))
    assert found["d3"] is rules.Outcome.FAIL
    assert found["s1"] is rules.Outcome.PASS


def test_the_examples_move_with_the_day() -> None:
    assert outcomes("eligibility.is_young_enough", on=date(2026, 3, 1))[1] == (date(1970, 3, 1), rules.Outcome.PASS)


@pytest.mark.parametrize("key", rules.ALL)
def test_every_example_is_what_the_rule_itself_answers(key: str) -> None:
    for scenario in scenarios(key, DAY):
        assert scenario.cases
        for case in scenario.cases:
            assert case.finding == rules.answer(key, case.facts, DAY)


@pytest.mark.parametrize("key", sorted(rules.RULES))
def test_the_examples_of_a_requirement_show_both_answers(key: str) -> None:
    found = {case.finding.outcome for scenario in scenarios(key, DAY) for case in scenario.cases}
    assert {rules.Outcome.PASS, rules.Outcome.FAIL} <= found or rules.Outcome.CANNOT_TELL in found, found


@pytest.mark.parametrize(
    ("key", "since", "said"),
    [
        ("birth_date", date(1970, 11, 24), "usia 55 tahun 364 hari"),
        ("birth_date", date(1970, 11, 23), "tepat berusia 56 tahun"),
        ("birth_date", date(1970, 11, 22), "usia 56 tahun 1 hari"),
        ("birth_date", date(1972, 2, 29), "usia 54 tahun 267 hari"),
        ("post_since", date(2024, 11, 23), "tepat 24 bulan"),
        ("post_since", date(2024, 11, 24), "23 bulan 30 hari"),
    ],
)
def test_a_span_is_said_in_whole_years_or_months_and_days(key: str, since: date, said: str) -> None:
    assert span(key, since, DAY) == said
