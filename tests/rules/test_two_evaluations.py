"""One definition, two evaluations: the trace of one case and the columns of many say the same on every rule."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matang import rules
from matang.rules.core.facts import Fact, Kind
from matang.rules.vocabulary import FACTS

DAYS = st.one_of(
    st.dates(date(1940, 1, 1), date(2030, 12, 31)),
    st.sampled_from(
        [date(1968, 2, 29), date(1970, 11, 20), date(1970, 11, 21), date(2024, 11, 21), date(2021, 11, 21), date(1980, 12, 31)]
    ),
)
ON = st.one_of(
    st.dates(date(2015, 1, 1), date(2035, 1, 1)), st.sampled_from([date(2026, 11, 21), date(2024, 2, 29), date(2017, 4, 6)])
)
NUMBERS = st.one_of(st.integers(0, 130), st.sampled_from([23, 24, 36, 48, 59, 60, 84, 120]))
NIPS = st.one_of(
    st.builds(
        lambda birth, start, code, sex, serial: f"{birth:%Y%m%d}{start}{code:02}{sex}{serial:03}",
        DAYS, st.integers(1960, 2026), st.integers(0, 22), st.integers(0, 3), st.integers(0, 999),
    ),
    st.text("0123456789 .O\u0663", max_size=20),
    st.just(""),
)  # fmt: skip


def values(fact: Fact) -> st.SearchStrategy[Any]:
    """Return what a fact may be given as: exact, partly known, or unknown."""
    if fact.kind is Kind.TEXT:
        return st.one_of(st.none(), NIPS)
    if fact.kind is Kind.CHOICE:
        return st.one_of(st.none(), st.sampled_from([term.key for term in fact.choices]))
    exact = {
        Kind.DATE: DAYS,
        Kind.NUMBER: NUMBERS,
        Kind.LEVEL: st.sampled_from([term.key for term in fact.choices]) if fact.choices else st.nothing(),
    }[fact.kind]

    def ordered(pair: tuple[Any, Any]) -> rules.Between:
        low, high = sorted(pair, key=fact.interval)
        return rules.Between(low, high)

    partly = st.one_of(
        st.tuples(exact, exact).map(ordered), exact.map(rules.Between), exact.map(lambda end: rules.Between(None, end))
    )
    return st.one_of(st.none(), exact, partly)


CASES = st.lists(st.fixed_dictionaries({}, optional={key: values(fact) for key, fact in FACTS.items()}), min_size=1, max_size=6)


def columns_of(cases: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the columns of cases; a fact that no case has stays away altogether."""
    given_keys = {key for case in cases for key in case}
    return rules.columns(**{key: [case.get(key) for case in cases] for key in given_keys})


def stretched(found: np.ndarray, length: int) -> list[int]:
    """Return an array for all cases, however few numbers say it."""
    return np.broadcast_to(found, (length,)).tolist()


@pytest.mark.parametrize("key", sorted(rules.RULES))
@settings(max_examples=120, deadline=None)
@given(cases=CASES, on=ON)
def test_a_rule_says_the_same_for_one_and_for_many(key: str, cases: list[dict[str, Any]], on: date) -> None:
    """Outcomes of the columns equal the outcomes of the traces, case by case."""
    rule = rules.RULES[key]
    many = stretched(rule.columns(columns_of(cases), on=on), len(cases))
    assert many == [int(rule.trace(case, on=on).outcome) for case in cases]


@pytest.mark.parametrize("key", sorted(rules.CALCULATIONS))
@settings(max_examples=120, deadline=None)
@given(cases=CASES, on=ON)
def test_a_calculation_says_the_same_for_one_and_for_many(key: str, cases: list[dict[str, Any]], on: date) -> None:
    """Lowest and highest possible values agree, case by case."""
    calculation = rules.CALCULATIONS[key]
    low, high = calculation.columns(columns_of(cases), on=on)
    single = [calculation.trace(case, on=on) for case in cases]
    assert stretched(low, len(cases)) == [answer.low for answer in single]
    assert stretched(high, len(cases)) == [answer.high for answer in single]


@pytest.mark.parametrize("key", sorted(rules.CLASSIFICATIONS))
@settings(max_examples=120, deadline=None)
@given(cases=CASES, on=ON)
def test_a_classification_says_the_same_for_one_and_for_many(key: str, cases: list[dict[str, Any]], on: date) -> None:
    """The category agrees, case by case; -1 stands for "cannot tell"."""
    classification = rules.CLASSIFICATIONS[key]
    keys = [category.key for category in classification.categories]
    single = [classification.trace(case, on=on)[0] for case in cases]
    many = stretched(classification.columns(columns_of(cases), on=on), len(cases))
    assert many == [-1 if category is None else keys.index(category.key) for category in single]


@settings(max_examples=60, deadline=None)
@given(people=CASES, posts=st.lists(values(FACTS["post_kind"]), min_size=1, max_size=6), on=ON)
def test_a_grid_says_for_every_pair_what_the_pair_says(people: list[dict[str, Any]], posts: list[str | None], on: date) -> None:
    """All people against all posts agrees with every single assessment, rule by rule."""
    own = [{key: value for key, value in person.items() if key != "post_kind"} for person in people]
    own[0].setdefault("education", None)
    grid = rules.grid(rules.ELIGIBILITY, columns_of(own), rules.columns(post_kind=posts), on=on)
    for i, person in enumerate(own):
        for j, kind in enumerate(posts):
            found = rules.assess(rules.ELIGIBILITY, {**person, "post_kind": kind}, on=on)
            assert grid.outcome[i, grid.of_post[j]] == found.outcome
            assert grid.binding(i, j) == tuple(verdict.rule.key for verdict in found.failed)
            assert grid.in_doubt(i, j) == tuple(verdict.rule.key for verdict in found.in_doubt)


@settings(max_examples=150, deadline=None)
@given(case=CASES.map(lambda cases: cases[0]), on=ON, data=st.data())
def test_more_knowledge_never_turns_an_answer_round(case: dict[str, Any], on: date, data: st.DataObject) -> None:
    """Forgetting a fact may turn an answer into "cannot tell", but never a pass into a fail or back."""
    for rule in rules.RULES.values():
        known = rule.trace(case, on=on).outcome
        if case:
            less = {key: value for key, value in case.items() if key != data.draw(st.sampled_from(sorted(case)))}
            assert rule.trace(less, on=on).outcome in {known, rules.Outcome.CANNOT_TELL}
        elif known is rules.Outcome.FAIL:
            pytest.fail("a rule failed a case about which nothing is known")


def test_arrays_of_days_are_read_like_single_days() -> None:
    """``datetime64`` arrays, with NaT for unknown, equal the same days one by one."""
    days = [date(1970, 1, 1), date(2026, 11, 21), None]
    fast = rules.columns(birth_date=np.array(days, dtype="M8[D]"))["birth_date"]
    slow = rules.columns(birth_date=days)["birth_date"]
    assert fast.low.tolist() == slow.low.tolist()
    assert fast.high.tolist() == slow.high.tolist()


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 1200))
def test_months_are_completed_the_same_way_for_one_and_for_many(begin: date, months: int) -> None:
    """The day number of a completed month agrees, and is the same day of the month or the first of the next."""
    from matang.rules.core import calendar

    one = calendar.add_months(begin.toordinal(), months)
    many = calendar.add_months_many(np.array([begin.toordinal()]), np.array([months]))
    assert many.tolist() == [one]
    end = date.fromordinal(one)
    assert end.day == begin.day or (end.day == 1 and (end - timedelta(days=1)).day < begin.day)
