"""Invented cases for property tests: facts that are exact, partly known or unknown."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from matang import rules
from matang.rules.core.facts import Fact, Kind

DAYS = st.one_of(
    st.dates(date(1940, 1, 1), date(2030, 12, 31)),
    st.sampled_from(
        [date(1968, 2, 29), date(1970, 11, 20), date(1970, 11, 21), date(2024, 11, 21), date(2021, 11, 21), date(1980, 12, 31)]
    ),
)
ON = st.one_of(
    st.dates(date(2015, 1, 1), date(2035, 1, 1)), st.sampled_from([date(2026, 11, 21), date(2024, 2, 29), date(2017, 4, 6)])
)
NIPS = st.one_of(
    st.builds(
        lambda birth, start, code, sex, serial: f"{birth:%Y%m%d}{start}{code:02}{sex}{serial:03}",
        DAYS, st.integers(1960, 2026), st.integers(0, 22), st.integers(0, 3), st.integers(0, 999),
    ),
    st.text("0123456789 .O\u0663", max_size=20),
    st.just(""),
)  # fmt: skip
TELLING = (0, 2, 3, 4, 7, 10, 11, 20, 23, 24, 28, 36, 45, 48, 50, 59, 60, 75, 80, 84, 90, 120)
"""Numbers at which something in the law changes."""


def numbers(fact: Fact) -> st.SearchStrategy[Any]:
    """Return numbers a fact may have, many of them telling, some with decimals where it has any."""
    low, high = max(fact.least, 0), min(fact.most, 130)
    whole = st.one_of(st.integers(low, high), st.sampled_from([number for number in TELLING if low <= number <= high]))
    if not fact.decimals:
        return whole
    return st.one_of(whole, st.integers(low * 100, high * 100).map(lambda parts: Decimal(parts).scaleb(-2)))


def values(fact: Fact) -> st.SearchStrategy[Any]:
    """Return what a fact may be given as: exact, partly known, off its scale, or unknown."""
    if fact.kind is Kind.TEXT:
        return st.one_of(st.none(), NIPS)
    words = [term.key for term in fact.choices]
    if fact.kind is Kind.CHOICE:
        return st.one_of(st.none(), st.sampled_from(words))
    exact = DAYS if fact.kind is Kind.DATE else numbers(fact) if fact.kind is Kind.NUMBER else st.sampled_from(words)

    def ordered(pair: tuple[Any, Any]) -> rules.Between:
        low, high = sorted(pair, key=fact.interval)
        return rules.Between(low, high)

    partly = st.one_of(
        st.tuples(exact, exact).map(ordered), exact.map(rules.Between), exact.map(lambda end: rules.Between(None, end))
    )
    strange = st.sampled_from(["IX", "XVII", "III/e", ""]) if fact.open else st.nothing()
    return st.one_of(st.none(), exact, partly, strange)


def case_of(*facts: Fact) -> st.SearchStrategy[dict[str, Any]]:
    """Return one case: each fact given, or left away."""
    return st.fixed_dictionaries({}, optional={fact.key: values(fact) for fact in facts})


def cases_of(*facts: Fact) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Return a few cases."""
    return st.lists(case_of(*facts), min_size=1, max_size=6)


def columns_of(cases: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the columns of cases; a fact that no case has stays away altogether."""
    given_keys = {key for case in cases for key in case}
    return rules.columns(**{key: [case.get(key) for case in cases] for key in given_keys})
