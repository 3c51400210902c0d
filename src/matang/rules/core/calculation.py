"""A calculation: a question whose answer is a number, a date or a level, with the way it was worked out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matang.rules.core.facts import Case, Cases
from matang.rules.core.message import N_, Message
from matang.rules.core.outcome import Outcome
from matang.rules.core.rule import Step, doubt_of
from matang.rules.core.walk import facts_of, parameters_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from matang.rules.core.expressions import Number
    from matang.rules.core.facts import Column, Fact, Numbers
    from matang.rules.core.parameters import Book, Parameter
    from matang.rules.core.sources import Reference

WORKED = N_("%(what)s: %(value)s")


@dataclass(frozen=True)
class Answer:
    """A calculated value for one case: an interval (equal ends = known), how it is shown, its sources and its working.

    ``low`` and ``high`` are in the smallest parts of the unit. ``doubt`` says why nothing can be told although
    nothing is missing.
    """

    low: int
    high: int
    shown: object
    references: tuple[Reference, ...]
    missing: tuple[Fact, ...]
    working: tuple[Step, ...] = ()
    doubt: Message | None = None

    @property
    def value(self) -> int | None:
        """Return the exact value (a date as its ordinal number), None when it cannot be told."""
        return self.low if self.low == self.high else None

    @property
    def unverified(self) -> bool:
        """Return whether any number used was not read in the original."""
        return any(reference.unverified for reference in self.references)


@dataclass(frozen=True)
class Calculation:
    """A question whose answer is a number, a date or a level.

    ``explained``: what it says, why it exists and what would change it. ``working``: the named numbers in between, in order.
    ``note`` is shown beside every answer.
    """

    key: str
    question: str
    explained: str
    reference: Reference
    expression: Number
    working: tuple[Number, ...] = ()
    note: str = ""

    @property
    def needs(self) -> tuple[Fact, ...]:
        """Return the facts the calculation asks for, in the order of asking."""
        return facts_of((self.expression,))

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Return the parameters the calculation reads."""
        return parameters_of((self.expression,))

    def trace(self, facts: Mapping[str, object], *, on: date, book: Book | None = None) -> Answer:
        """Return the value for one case on a day."""
        case = Case(facts, on, book)
        low, high = self.expression.one(case)
        missing, doubt = tuple(case.missing), doubt_of(case) if low != high else None
        return Answer(
            low=low,
            high=high,
            shown=self.expression.shown(case),
            references=tuple(case.references) or (self.reference,),
            missing=missing,
            working=worked(self.working, facts, on, book),
            doubt=doubt,
        )

    def columns(self, facts: Mapping[str, Column], *, on: date, book: Book | None = None) -> tuple[Numbers, Numbers]:
        """Return for many cases the lowest and highest possible value; equal = known."""
        found = self.expression.many(Cases(facts, on, book))
        return found.low, found.high


def worked(numbers: tuple[Number, ...], facts: Mapping[str, object], on: date, book: Book | None) -> tuple[Step, ...]:
    """Return one step for each named number: what it came to, from which sources, and what was missing."""
    found = []
    for number in numbers:
        case = Case(facts, on, book)
        low, high = number.one(case)
        outcome = Outcome.PASS if low == high else Outcome.CANNOT_TELL
        references, missing = tuple(case.references), tuple(case.missing)
        text = Message.of(WORKED, what=Message(number.label), value=number.shown(case))
        found.append(Step(outcome, text, references, missing))
    return tuple(found)
