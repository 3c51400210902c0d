"""One definition, two evaluations: the trace of one case and the columns of many say the same on every rule."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matang import rules
from matang.rules.core import calendar
from matang.rules.core.facts import Fact
from tests.rules.drawn import ON, case_of, cases_of, columns_of, values

ELIGIBILITY_FACTS: tuple[Fact, ...] = tuple(dict.fromkeys(fact for rule in rules.ELIGIBILITY for fact in rule.needs))
EVERYTHING = (*rules.RULES.values(), *rules.CALCULATIONS.values(), *rules.CLASSIFICATIONS.values())


def stretched(found: np.ndarray, length: int) -> list[int]:
    """Return an array for all cases, however few numbers say it."""
    return np.broadcast_to(found, (length,)).tolist()


@pytest.mark.parametrize("key", sorted(rules.RULES))
@settings(max_examples=100, deadline=None)
@given(data=st.data(), on=ON)
def test_a_rule_says_the_same_for_one_and_for_many(key: str, data: st.DataObject, on: date) -> None:
    """Outcomes of the columns equal the outcomes of the traces, case by case."""
    rule = rules.RULES[key]
    cases = data.draw(cases_of(*rule.needs))
    many = stretched(rule.columns(columns_of(cases), on=on), len(cases))
    assert many == [int(rule.trace(case, on=on).outcome) for case in cases]


@pytest.mark.parametrize("key", sorted(rules.CALCULATIONS))
@settings(max_examples=100, deadline=None)
@given(data=st.data(), on=ON)
def test_a_calculation_says_the_same_for_one_and_for_many(key: str, data: st.DataObject, on: date) -> None:
    """Lowest and highest possible values agree, case by case."""
    calculation = rules.CALCULATIONS[key]
    cases = data.draw(cases_of(*calculation.needs))
    low, high = calculation.columns(columns_of(cases), on=on)
    single = [calculation.trace(case, on=on) for case in cases]
    assert stretched(low, len(cases)) == [answer.low for answer in single]
    assert stretched(high, len(cases)) == [answer.high for answer in single]


@pytest.mark.parametrize("key", sorted(rules.CLASSIFICATIONS))
@settings(max_examples=100, deadline=None)
@given(data=st.data(), on=ON)
def test_a_classification_says_the_same_for_one_and_for_many(key: str, data: st.DataObject, on: date) -> None:
    """The category agrees, case by case; -1 stands for "cannot tell"."""
    classification = rules.CLASSIFICATIONS[key]
    cases = data.draw(cases_of(*classification.needs))
    keys = [category.key for category in classification.categories]
    single = [classification.trace(case, on=on)[0] for case in cases]
    many = stretched(classification.columns(columns_of(cases), on=on), len(cases))
    assert many == [-1 if category is None else keys.index(category.key) for category in single]


@settings(max_examples=60, deadline=None)
@given(people=cases_of(*ELIGIBILITY_FACTS), posts=st.lists(values(rules.FACTS["post_kind"]), min_size=1, max_size=6), on=ON)
def test_a_grid_says_for_every_pair_what_the_pair_says(people: list[dict[str, Any]], posts: list[str | None], on: date) -> None:
    """All people against all posts agrees with every single assessment, rule by rule, and pair by pair."""
    own = [{key: value for key, value in person.items() if key != "post_kind"} for person in people]
    own[0].setdefault("education", None)
    grid = rules.grid(rules.ELIGIBILITY, columns_of(own), rules.columns(post_kind=posts), on=on)
    pairs = np.concatenate([chunk for _, chunk in grid.pairs(rows=2)])
    assert pairs.shape == (len(own), len(posts))
    for i, person in enumerate(own):
        for j, kind in enumerate(posts):
            found = rules.assess(rules.ELIGIBILITY, {**person, "post_kind": kind}, on=on)
            assert grid.outcome[i, grid.of_post[j]] == pairs[i, j] == found.outcome
            assert grid.binding(i, j) == tuple(verdict.rule.key for verdict in found.failed)
            assert grid.in_doubt(i, j) == tuple(verdict.rule.key for verdict in found.in_doubt)


@pytest.mark.parametrize("item", EVERYTHING, ids=lambda item: item.key)
@settings(max_examples=60, deadline=None)
@given(on=ON, data=st.data())
def test_more_knowledge_never_turns_an_answer_round(item: Any, on: date, data: st.DataObject) -> None:
    """Forgetting a fact may turn an answer into "cannot tell" or widen it, but never into another one."""
    case = data.draw(case_of(*item.needs))
    forgotten = data.draw(st.sampled_from(sorted(fact.key for fact in item.needs)))
    less = {key: value for key, value in case.items() if key != forgotten}
    if isinstance(item, rules.Rule):
        assert item.trace(less, on=on).outcome in {item.trace(case, on=on).outcome, rules.Outcome.CANNOT_TELL}
        assert item.trace({}, on=on).outcome is not rules.Outcome.FAIL
    elif isinstance(item, rules.Calculation):
        known, vague = item.trace(case, on=on), item.trace(less, on=on)
        assert vague.low <= known.low
        assert known.high <= vague.high
    else:
        known_word, vague_word = item.trace(case, on=on)[0], item.trace(less, on=on)[0]
        assert vague_word is None or vague_word is known_word


def test_arrays_of_days_are_read_like_single_days() -> None:
    """``datetime64`` arrays, with NaT for unknown, equal the same days one by one."""
    days = [date(1970, 1, 1), date(2026, 11, 21), None]
    fast = rules.columns(birth_date=np.array(days, dtype="M8[D]"))["birth_date"]
    slow = rules.columns(birth_date=days)["birth_date"]
    assert fast.low.tolist() == slow.low.tolist()
    assert fast.high.tolist() == slow.high.tolist()


def test_arrays_of_whole_numbers_are_read_like_single_numbers() -> None:
    """A NumPy array of whole units is held in the fact's smallest parts, as single values are."""
    fast = rules.columns(jp_year=np.array([0, 20, 24]))["jp_year"]
    assert fast.low.tolist() == rules.columns(jp_year=[0, 20, 24])["jp_year"].low.tolist() == [0, 2000, 2400]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 1200))
def test_months_are_completed_the_same_way_for_one_and_for_many(begin: date, months: int) -> None:
    """The day number of a completed month agrees, and is the same day of the month or the first of the next."""
    one = calendar.add_months(begin.toordinal(), months)
    many = calendar.add_months_many(np.array([begin.toordinal()]), np.array([months]))
    assert many.tolist() == [one]
    end = date.fromordinal(one)
    assert end.day == begin.day or (end.day == 1 and (end - timedelta(days=1)).day < begin.day)
