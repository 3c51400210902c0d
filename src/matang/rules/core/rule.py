"""A rule: a question, its condition written once, and the sentences of its answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.rules.core.expressions import Number
from matang.rules.core.facts import Case, Cases
from matang.rules.core.message import N_, Message
from matang.rules.core.outcome import Outcome, all_of, outcome_of, outcomes_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from matang.rules.core.expressions import Condition, Word
    from matang.rules.core.facts import Column, Fact, Numbers
    from matang.rules.core.outcome import Truths
    from matang.rules.core.sources import Reference

NO_RULE_KNOWN = N_("Belum ada ketentuan tentang %(what)s yang diketahui untuk keadaan ini pada %(on)s.")


@dataclass(frozen=True)
class Criterion:
    """One condition of a rule with its three sentences; ``arguments`` fill their named places."""

    condition: Condition
    passed: str
    failed: str
    unknown: str
    arguments: tuple[tuple[str, Number | Word], ...] = ()

    def sentence(self, outcome: Outcome) -> str:
        """Return the template of an outcome."""
        return {Outcome.PASS: self.passed, Outcome.FAIL: self.failed, Outcome.CANNOT_TELL: self.unknown}[outcome]


@dataclass(frozen=True)
class Step:
    """One line of a trace: what was found, with the sources of the numbers it used."""

    outcome: Outcome
    text: Message
    references: tuple[Reference, ...]
    missing: tuple[Fact, ...]


@dataclass(frozen=True)
class Verdict:
    """The answer for one case: outcome, the deciding sentence, and the way to it."""

    rule: Rule
    on: date
    outcome: Outcome
    reason: Message
    trace: tuple[Step, ...]

    @property
    def deciding(self) -> Step:
        """Return the step that decided: the first failure, else the first doubt, else the last step."""
        return _deciding(self.trace, self.outcome)

    @property
    def references(self) -> tuple[Reference, ...]:
        """Return the sources of the deciding step, or the rule's own."""
        return self.deciding.references or (self.rule.reference,)

    @property
    def reference(self) -> Reference:
        """Return the source that decided."""
        return self.references[0]

    @property
    def article(self) -> str:
        """Return instrument and article, as they are cited."""
        return str(self.reference)

    @property
    def unverified(self) -> bool:
        """Return whether any number or the rule itself was not read in the original."""
        return self.rule.reference.unverified or any(ref.unverified for step in self.trace for ref in step.references)

    @property
    def missing(self) -> tuple[Fact, ...]:
        """Return the facts that were missing where the answer is in doubt."""
        found = [fact for step in self.trace if step.outcome is Outcome.CANNOT_TELL for fact in step.missing]
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class Rule:
    """A question of the law: passes when every criterion passes, fails when one fails, else cannot be told."""

    key: str
    question: str
    reference: Reference
    criteria: tuple[Criterion, ...]

    def trace(self, facts: Mapping[str, object], *, on: date) -> Verdict:
        """Return the verdict for one case on a day. Facts not given are unknown; ``FactError`` for impossible values."""
        steps = tuple(_examine(criterion, facts, on) for criterion in self.criteria)
        outcome = all_of(step.outcome for step in steps)
        return Verdict(self, on, outcome, _deciding(steps, outcome).text, steps)

    def columns(self, facts: Mapping[str, Column], *, on: date) -> Truths:
        """Return for many cases an int8 array: 1 pass, 0 fail, -1 cannot tell. Columns broadcast together."""
        cases = Cases(facts, on)
        found = self.criteria[0].condition.many(cases)
        for criterion in self.criteria[1:]:
            found = np.minimum(found, criterion.condition.many(cases))
        return outcomes_of(found)


def _deciding(steps: tuple[Step, ...], outcome: Outcome) -> Step:
    """Return the step that decided: the first failure, else the first doubt, else the last step."""
    return steps[-1] if outcome is Outcome.PASS else next(step for step in steps if step.outcome is outcome)


def _examine(criterion: Criterion, facts: Mapping[str, object], on: date) -> Step:
    """Return the step of one criterion for one case."""
    case = Case(facts, on)
    outcome = outcome_of(criterion.condition.one(case))
    references, missing, silent = tuple(case.references), tuple(case.missing), tuple(case.silent)
    if outcome is Outcome.CANNOT_TELL and silent:
        text = Message.of(NO_RULE_KNOWN, what=Message(silent[0]), on=on)
    else:
        text = Message(criterion.sentence(outcome), tuple((name, part.shown(case)) for name, part in criterion.arguments))
    return Step(outcome, text, references, missing)


@dataclass(frozen=True)
class Answer:
    """A calculated value for one case: an interval (equal ends = known), how it is shown, and its sources."""

    low: int
    high: int
    shown: object
    references: tuple[Reference, ...]
    missing: tuple[Fact, ...]

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
    """A question whose answer is a number, a date or a level."""

    key: str
    question: str
    reference: Reference
    expression: Number

    def trace(self, facts: Mapping[str, object], *, on: date) -> Answer:
        """Return the value for one case on a day."""
        case = Case(facts, on)
        low, high = self.expression.one(case)
        shown = self.expression.shown(case)
        return Answer(low, high, shown, tuple(case.references) or (self.reference,), tuple(case.missing))

    def columns(self, facts: Mapping[str, Column], *, on: date) -> tuple[Numbers, Numbers]:
        """Return for many cases the lowest and highest possible value; equal = known."""
        found = self.expression.many(Cases(facts, on))
        return found.low, found.high


@dataclass(frozen=True)
class Category:
    """One word of a classification and the condition under which it is the one."""

    key: str
    label: str
    condition: Condition


@dataclass(frozen=True)
class Classification:
    """A question whose answer is one of a few words: the first whose condition holds."""

    key: str
    question: str
    reference: Reference
    categories: tuple[Category, ...]

    def trace(self, facts: Mapping[str, object], *, on: date) -> tuple[Category | None, tuple[Reference, ...]]:
        """Return the category (None: cannot tell) and the sources used."""
        case = Case(facts, on)
        for category in self.categories:
            truth = outcome_of(category.condition.one(case))
            if truth is not Outcome.FAIL:
                return (category if truth is Outcome.PASS else None), tuple(case.references)
        return None, tuple(case.references)

    def columns(self, facts: Mapping[str, Column], *, on: date) -> Truths:
        """Return for many cases the position of the category, -1 cannot tell."""
        cases = Cases(facts, on)
        truths = np.broadcast_arrays(*(category.condition.many(cases) for category in self.categories))
        found = np.full(truths[0].shape, -1, dtype=np.int8)
        open_still = np.ones(truths[0].shape, dtype=bool)
        for at, truth in enumerate(truths):
            found[open_still & (truth == 1)] = at
            open_still &= truth == -1
        return found
