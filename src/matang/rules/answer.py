"""One way to ask anything: which facts it needs, and its answer with the way to it, for rules, calculations and classifications.

For pages where people try a case. Who asks in bulk uses ``columns`` and ``grid``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matang.rules.catalogue import ALL
from matang.rules.core.calculation import Calculation
from matang.rules.core.expressions import NOT_KNOWN
from matang.rules.core.message import Message, Term
from matang.rules.core.outcome import Outcome
from matang.rules.core.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from matang.rules.core.classification import Category, Classification
    from matang.rules.core.facts import Fact
    from matang.rules.core.parameters import Book, Parameter
    from matang.rules.core.rule import Step
    from matang.rules.core.sources import Reference


@dataclass(frozen=True)
class Finding:
    """The answer to any question for one case.

    ``outcome``: of a rule its verdict; of the others ``PASS`` when there is an answer, else ``CANNOT_TELL``. ``shown``: the
    deciding sentence of a rule, the value of a calculation (quantity, date, term or message), the word of a classification.
    ``doubt`` says why nothing can be told although nothing is missing. ``low`` and ``high`` bound a calculation in its smallest
    parts.
    """

    item: Rule | Calculation | Classification
    on: date
    outcome: Outcome
    shown: object
    steps: tuple[Step, ...]
    references: tuple[Reference, ...]
    missing: tuple[Fact, ...]
    doubt: Message | None = None
    category: Category | None = None
    low: int | None = None
    high: int | None = None

    @property
    def unverified(self) -> bool:
        """Return whether anything the answer rests on was not read in the original."""
        used = (self.item.reference, *self.references, *(reference for step in self.steps for reference in step.references))
        return any(reference.unverified for reference in used)

    def message(self) -> Message:
        """Return the answer as one message, whatever kind of answer it is."""
        return self.shown if isinstance(self.shown, Message) else Message.of("%(value)s", value=self.shown)


def needs(key: str) -> tuple[Fact, ...]:
    """Return the facts that a question asks for, in the order of asking; ``KeyError`` for a key there is not."""
    return ALL[key].needs


def parameters_read(key: str) -> tuple[Parameter, ...]:
    """Return the parameters that a question reads."""
    return ALL[key].parameters


def answer(key: str, facts: Mapping[str, object], on: date, *, book: Book | None = None) -> Finding:
    """Return the answer to a question for one case on a day, with the shipped book or another.

    ``KeyError`` for a key there is not, ``FactError`` for a value that a fact cannot have.
    """
    item = ALL[key]
    if isinstance(item, Rule):
        return _of_rule(item, facts, on, book)
    if isinstance(item, Calculation):
        return _of_calculation(item, facts, on, book)
    return _of_classification(item, facts, on, book)


def _of_rule(item: Rule, facts: Mapping[str, object], on: date, book: Book | None) -> Finding:
    """Return the verdict of a rule."""
    found = item.trace(facts, on=on, book=book)
    return Finding(item, on, found.outcome, found.reason, found.trace, found.references, found.missing)


def _of_calculation(item: Calculation, facts: Mapping[str, object], on: date, book: Book | None) -> Finding:
    """Return the value of a calculation; one that is known in part cannot be told, but is shown."""
    found = item.trace(facts, on=on, book=book)
    told = Outcome.PASS if found.value is not None else Outcome.CANNOT_TELL
    return Finding(
        item, on, told, found.shown, found.working, found.references, found.missing, found.doubt, low=found.low, high=found.high
    )


def _of_classification(item: Classification, facts: Mapping[str, object], on: date, book: Book | None) -> Finding:
    """Return the category of a classification."""
    found = item.examine(facts, on=on, book=book)
    word = found.category
    shown = NOT_KNOWN if word is None else Term(word.key, word.label)
    told = Outcome.CANNOT_TELL if word is None else Outcome.PASS
    references = found.references or (item.reference,)
    return Finding(item, on, told, shown, found.working, references, found.missing, found.doubt, word)
