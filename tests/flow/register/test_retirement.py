"""Retirement in lists and counts is the rule's own answer."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matang.flow.register.choices import PostKind
from matang.flow.register.selectors.retirement import add_months, first_of_month, retirement_at
from matang.rules import RETIREMENT_DAY

DAY = date(2026, 11, 21)
BIRTHS = st.dates(date(1940, 1, 1), date(2010, 12, 31))
KINDS = st.sampled_from(PostKind.values)


@given(BIRTHS, KINDS)
def test_the_day_is_the_day_of_the_rule(born: date, kind: str) -> None:
    facts = {"post_kind": kind, "birth_date": born, "functional_kind": "general"}
    ruled = RETIREMENT_DAY.trace(facts, on=DAY).shown
    mine = retirement_at(DAY).date_of(born, kind)
    assert mine == (ruled if isinstance(ruled, date) else None)


@given(BIRTHS, KINDS, st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.sampled_from((0, 6, 12, 24, 60)))
def test_the_birth_date_tells_who_retires_within_the_months(born: date, kind: str, day: date, months: int) -> None:
    retirement = retirement_at(day)
    retires = retirement.date_of(born, kind)
    bounds = [before for before, kinds in retirement.born_before(day, months) if kind in kinds]
    if retires is None:
        assert bounds == []
    else:
        assert (born < bounds[0]) == (retires <= add_months(day, months))


def test_unknown_stays_unknown() -> None:
    retirement = retirement_at(DAY)
    assert retirement.date_of(None, "pelaksana") is None
    assert retirement.date_of(date(1970, 1, 1), None) is None
    assert retirement.date_of(date(1970, 1, 1), "jf_other") is None
    assert retirement.date_of(date(1970, 3, 9), "pengawas") == date(2028, 4, 1)
    assert retirement.date_of(date(1970, 1, 1), "jpt_pratama") == date(2030, 2, 1)


def test_a_number_that_nobody_has_read_is_marked() -> None:
    retirement = retirement_at(DAY)
    assert retirement.unverified
    assert "pasal 239" in retirement.source


def test_before_any_source_nothing_is_said() -> None:
    retirement = retirement_at(date(2010, 1, 1))
    assert (retirement.ages, retirement.date_of(date(1960, 1, 1), "pelaksana"), retirement.source) == ({}, None, "")


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 5), 1, date(2027, 1, 5)),
    ],
)
def test_months_are_counted_to_the_same_day(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-600, 600))
def test_the_first_of_a_month_steps_by_months(day: date, months: int) -> None:
    first = first_of_month(day, months)
    assert first.day == 1
    assert (first.year - day.year) * 12 + first.month - day.month == months
    assert first_of_month(first - timedelta(days=1), 1) == first
