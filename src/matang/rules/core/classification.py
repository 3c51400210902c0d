"""A classification: a question whose answer is one of a few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.rules.core.calculation import worked
from matang.rules.core.facts import Case, Cases
from matang.rules.core.outcome import Outcome, outcome_of
from matang.rules.core.rule import doubt_of
from matang.rules.core.walk import facts_of, parameters_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from matang.rules.core.expressions import Condition, Number
    from matang.rules.core.facts import Column, Fact
    from matang.rules.core.message import Message
    from matang.rules.core.outcome import Truths
    from matang.rules.core.parameters import Book, Parameter
    from matang.rules.core.rule import Step
    from matang.rules.core.sources import Reference


@dataclass(frozen=True)
class Category:
    """One word of a classification and the condition under which it is the one. ``detail``: what follows from it."""

    key: str
    label: str
    condition: Condition
    detail: str = ""


@dataclass(frozen=True)
class Classed:
    """The category of one case (None: cannot tell), its sources, what was missing, and the way to it."""

    category: Category | None
    references: tuple[Reference, ...]
    missing: tuple[Fact, ...]
    working: tuple[Step, ...]
    doubt: Message | None


@dataclass(frozen=True)
class Classification:
    """A question whose answer is one of a few words: the first whose condition holds.

    ``explained``, ``working`` and ``note`` as in a calculation.
    """

    key: str
    question: str
    explained: str
    reference: Reference
    categories: tuple[Category, ...]
    working: tuple[Number, ...] = ()
    note: str = ""

    @property
    def needs(self) -> tuple[Fact, ...]:
        """Return the facts the classification asks for, in the order of asking."""
        return facts_of(category.condition for category in self.categories)

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Return the parameters the classification reads."""
        return parameters_of(category.condition for category in self.categories)

    def trace(
        self, facts: Mapping[str, object], *, on: date, book: Book | None = None
    ) -> tuple[Category | None, tuple[Reference, ...]]:
        """Return the category (None: cannot tell) and the sources used."""
        found = self.examine(facts, on=on, book=book)
        return found.category, found.references

    def examine(self, facts: Mapping[str, object], *, on: date, book: Book | None = None) -> Classed:
        """Return the category of one case with what it rests on."""
        case = Case(facts, on, book)
        found: Category | None = None
        for category in self.categories:
            truth = outcome_of(category.condition.one(case))
            if truth is not Outcome.FAIL:
                found = category if truth is Outcome.PASS else None
                break
        return Classed(
            category=found,
            references=tuple(case.references),
            missing=tuple(case.missing),
            working=worked(self.working, facts, on, book),
            doubt=doubt_of(case) if found is None else None,
        )

    def columns(self, facts: Mapping[str, Column], *, on: date, book: Book | None = None) -> Truths:
        """Return for many cases the position of the category, -1 cannot tell."""
        cases = Cases(facts, on, book)
        truths = np.broadcast_arrays(*(category.condition.many(cases) for category in self.categories))
        found = np.full(truths[0].shape, -1, dtype=np.int8)
        open_still = np.ones(truths[0].shape, dtype=bool)
        for at, truth in enumerate(truths):
            found[open_still & (truth == 1)] = at
            open_still &= truth == -1
        return found
