"""A rule: a question, its condition written once, and the sentences of its answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.rules.core.expressions import Expression
from matang.rules.core.facts import Case, Cases
from matang.rules.core.message import N_, Message
from matang.rules.core.outcome import Outcome, all_of, outcome_of, outcomes_of
from matang.rules.core.walk import facts_of, parameters_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from matang.rules.core.expressions import Condition, Number, Word
    from matang.rules.core.facts import Column, Fact
    from matang.rules.core.outcome import Truths
    from matang.rules.core.parameters import Book, Parameter
    from matang.rules.core.sources import Reference

NO_RULE_KNOWN = N_("Belum ada ketentuan tentang %(what)s yang diketahui untuk keadaan ini pada %(on)s.")
OFF_SCALE = N_(
    "Tercatat %(what)s %(word)s, yang tidak ada pada skala %(least)s sampai %(most)s; belum dapat dibandingkan dengan syarat."
)


@dataclass(frozen=True)
class Criterion:
    """One condition of a rule with its three sentences; ``arguments`` fill their named places."""

    condition: Condition
    passed: str
    failed: str
    unknown: str
    arguments: tuple[tuple[str, Number | Word], ...] = ()

    @property
    def parts(self) -> tuple[Expression, ...]:
        """Return everything the criterion is written with."""
        return (self.condition, *(part for _, part in self.arguments))

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
    def failures(self) -> tuple[Step, ...]:
        """Return every step that failed, in order: the warnings of a rule that warns."""
        return tuple(step for step in self.trace if step.outcome is Outcome.FAIL)

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
    """A question of the law: passes when every criterion passes, fails when one fails, else cannot be told.

    ``explained``: what it decides, why it exists and what would change it. ``warns``: a failure is reported, never refused.
    """

    key: str
    question: str
    explained: str
    reference: Reference
    criteria: tuple[Criterion, ...]
    warns: bool = False
    note: str = ""

    @property
    def needs(self) -> tuple[Fact, ...]:
        """Return the facts the rule asks for, in the order of asking."""
        return facts_of(part for criterion in self.criteria for part in criterion.parts)

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Return the parameters the rule reads."""
        return parameters_of(part for criterion in self.criteria for part in criterion.parts)

    def trace(self, facts: Mapping[str, object], *, on: date, book: Book | None = None) -> Verdict:
        """Return the verdict for one case on a day. Facts not given are unknown; ``FactError`` for impossible values.

        ``book``: other parameters than the shipped ones.
        """
        steps = tuple(_examine(criterion, Case(facts, on, book)) for criterion in self.criteria)
        outcome = all_of(step.outcome for step in steps)
        return Verdict(self, on, outcome, _deciding(steps, outcome).text, steps)

    def columns(self, facts: Mapping[str, Column], *, on: date, book: Book | None = None) -> Truths:
        """Return for many cases an int8 array: 1 pass, 0 fail, -1 cannot tell. Columns broadcast together."""
        cases = Cases(facts, on, book)
        found = self.criteria[0].condition.many(cases)
        for criterion in self.criteria[1:]:
            found = np.minimum(found, criterion.condition.many(cases))
        return outcomes_of(found)


def _deciding(steps: tuple[Step, ...], outcome: Outcome) -> Step:
    """Return the step that decided: the first failure, else the first doubt, else the last step."""
    return steps[-1] if outcome is Outcome.PASS else next(step for step in steps if step.outcome is outcome)


def _examine(criterion: Criterion, case: Case) -> Step:
    """Return the step of one criterion for one case."""
    outcome = outcome_of(criterion.condition.one(case))
    references, missing, doubt = tuple(case.references), tuple(case.missing), doubt_of(case)
    if outcome is Outcome.CANNOT_TELL and doubt is not None:
        text = doubt
    else:
        text = Message(criterion.sentence(outcome), tuple((name, part.shown(case)) for name, part in criterion.arguments))
    return Step(outcome, text, references, missing)


def doubt_of(case: Case) -> Message | None:
    """Return why nothing can be told although nothing is missing: no source says it, or a word is off the scale."""
    if case.silent:
        return Message.of(NO_RULE_KNOWN, what=Message(case.silent[0]), on=case.on)
    if case.strange:
        fact, word = case.strange[0]
        return Message.of(OFF_SCALE, what=Message(fact.label), word=word, least=fact.choices[0], most=fact.choices[-1])
    return None
