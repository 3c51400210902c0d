"""Worked examples, computed from the values of the day: the cases just below, at and just above each limit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from matang import rules
from matang.portal.rules.plans import Plan, plans_of, usual
from matang.rules.core.expressions import Value
from matang.rules.core.facts import NumberColumn
from matang.rules.core.message import scaled

FURTHEST = 60_000
"""Limits are looked for among so many smallest parts of a number."""
OLDEST_YEARS = 80
MOST_LIMITS, MOST_CHOICES = 3, 6
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Worked:
    """One case: the value that varies (as the fact gives it, and as it is shown) and the answer."""

    value: object
    shown: object
    facts: Mapping[str, object]
    finding: rules.Finding


@dataclass(frozen=True, slots=True)
class Scenario:
    """Cases that differ in one fact; ``fixed`` are the others."""

    pivot: rules.Fact
    fixed: tuple[tuple[rules.Fact, object], ...]
    cases: tuple[Worked, ...]


@lru_cache(maxsize=256)
def scenarios(key: str, on: date) -> tuple[Scenario, ...]:
    """Return the worked examples of an item on a day; ``KeyError`` for a key there is not."""
    return tuple(_scenario(key, plan, on) for plan in plans_of(key))


def _scenario(key: str, plan: Plan, on: date) -> Scenario:
    needed = {fact.key: fact for fact in rules.needs(key)}
    pivot = needed[plan.pivot]
    fixed = {name: plan.given.get(name, usual(fact, on)) for name, fact in needed.items() if name != plan.pivot}
    values = plan.values or _telling(key, pivot, fixed, on)
    cases = tuple(_worked(key, pivot, value, fixed, on) for value in values)
    shown = tuple(
        (fact, _shown(fact, fixed[name])) for name, fact in needed.items() if name != plan.pivot and _tells(name, fixed)
    )
    return Scenario(pivot, shown, cases)


def _tells(name: str, fixed: Mapping[str, object]) -> bool:
    """Return whether a fixed fact is worth a line: months in posts nobody held are not."""
    return fixed[name] is not None and not (name.startswith("months_as_") and fixed[name] == 0)


def _worked(key: str, pivot: rules.Fact, value: object, fixed: Mapping[str, object], on: date) -> Worked:
    facts = {name: known for name, known in {**fixed, pivot.key: value}.items() if known is not None}
    return Worked(value, _shown(pivot, value), facts, rules.answer(key, facts, on))


def _shown(fact: rules.Fact, value: object) -> object:
    """Return a given value as it is shown."""
    if fact.choices:
        return fact.choices[fact.code(str(value))]
    if fact.kind is rules.Kind.TEXT or value is None:
        return value
    return Value(fact).unit_of(fact.interval(value)[0])


def _telling(key: str, pivot: rules.Fact, fixed: Mapping[str, object], on: date) -> tuple[object, ...]:
    """Return the values of a fact at which the answer changes, with their neighbours."""
    if pivot.kind is rules.Kind.CHOICE:
        return _different(key, pivot, fixed, on)
    numbers = _domain(pivot, on)
    found = _limits(_answers(key, pivot, numbers, fixed, on), numbers, pivot, on)
    if pivot.kind is rules.Kind.DATE:
        found = found[::-1]
    return tuple(dict.fromkeys(_given(pivot, number) for number in found))


def _different(key: str, pivot: rules.Fact, fixed: Mapping[str, object], on: date) -> tuple[object, ...]:
    """Return words of a choice, those with an answer of their own first."""
    answers = {}
    for term in pivot.choices:
        found = rules.answer(key, {**{k: v for k, v in fixed.items() if v is not None}, pivot.key: term.key}, on)
        answers[term.key] = (found.outcome, str(found.shown) if not isinstance(found.item, rules.Rule) else "")
    first = {answer: word for word, answer in reversed(answers.items())}
    ordered = [word for word in answers if first[answers[word]] == word] + [
        word for word in answers if first[answers[word]] != word
    ]
    chosen = set(ordered[:MOST_CHOICES])
    return tuple(term.key for term in pivot.choices if term.key in chosen)


def _domain(pivot: rules.Fact, on: date) -> Numbers:
    """Return every value of a fact that is looked at, in its smallest parts."""
    low, high = pivot.span
    if pivot.kind is rules.Kind.DATE:
        low, high = date(on.year - OLDEST_YEARS, 1, 1).toordinal(), on.toordinal()
    return np.arange(max(low, 0), min(high, max(low, 0) + FURTHEST) + 1, dtype=np.int64)


def _answers(key: str, pivot: rules.Fact, numbers: Numbers, fixed: Mapping[str, object], on: date) -> Numbers:
    """Return for every value a number that changes where the answer does."""
    item = rules.ALL[key]
    columns = {name: rules.FACTS[name].column([value]) for name, value in fixed.items() if value is not None}
    columns[pivot.key] = NumberColumn(numbers, numbers)
    if isinstance(item, rules.Calculation):
        low, _high = item.columns(columns, on=on)
        steps = np.diff(np.broadcast_to(low, numbers.shape), prepend=low.reshape(-1)[0])
        return np.concatenate((steps[1:2], steps[1:]))
    return np.broadcast_to(item.columns(columns, on=on), numbers.shape).astype(np.int64)


def _limits(answers: Numbers, numbers: Numbers, pivot: rules.Fact, on: date) -> list[int]:
    """Return the values around each change of the answer; without a change, some spread over the domain."""
    changes = np.flatnonzero(np.diff(answers)) + 1
    if len(changes) == 0 or len(changes) > 4 * MOST_LIMITS:
        return [int(numbers[int(at)]) for at in np.linspace(0, min(len(numbers) - 1, 100), 3)]
    found: list[int] = []
    for at in changes[:MOST_LIMITS] if pivot.kind is not rules.Kind.DATE else changes:
        centre = int(at)
        if pivot.kind is rules.Kind.DATE and date.fromordinal(int(numbers[centre - 1])).day == on.day:
            centre -= 1
        around = range(max(centre - 1, 0), min(centre + 2, len(numbers)))
        found += [int(numbers[place]) for place in around]
    return sorted(set(found))


def _given(pivot: rules.Fact, number: int) -> object:
    """Return a number in smallest parts as the fact takes it."""
    if pivot.kind is rules.Kind.DATE:
        return date.fromordinal(number)
    if pivot.kind is rules.Kind.LEVEL:
        return next(term.key for term, rank in zip(pivot.choices, pivot.ranks, strict=True) if rank >= number)
    return scaled(number, pivot.decimals)


def as_typed(value: object) -> str:
    """Return a given value as it stands in an address."""
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
