"""Every rule there is, and every text of theirs that needs a translation."""

from __future__ import annotations

from matang.rules.book import PARAMETERS
from matang.rules.competency import DEFAULT_LEVEL, JPM_CATEGORY
from matang.rules.core import expressions
from matang.rules.core.calculation import Calculation
from matang.rules.core.classification import Classification
from matang.rules.core.rule import NO_RULE_KNOWN, Rule
from matang.rules.eligibility import ELIGIBILITY
from matang.rules.identity import IS_NIP_READABLE
from matang.rules.retirement import IS_STILL_IN_SERVICE, RETIREMENT_AGE, RETIREMENT_DAY
from matang.rules.transfer import MAY_BE_TRANSFERRED, TRANSFER_WINDOW
from matang.rules.vocabulary import FACTS

RULES: dict[str, Rule] = {rule.key: rule for rule in (*ELIGIBILITY, IS_NIP_READABLE, IS_STILL_IN_SERVICE, MAY_BE_TRANSFERRED)}
CALCULATIONS: dict[str, Calculation] = {item.key: item for item in (RETIREMENT_AGE, RETIREMENT_DAY, DEFAULT_LEVEL)}
CLASSIFICATIONS: dict[str, Classification] = {item.key: item for item in (TRANSFER_WINDOW, JPM_CATEGORY)}


def templates() -> tuple[str, ...]:
    """Return every Indonesian text that rules may show, each once, ascending.

    Those in Python carry the mark ``N_``; the labels and units of parameter files stand only in YAML, so the catalogue of
    translations must hold them from here.
    """
    found = {NO_RULE_KNOWN, expressions.AT_LEAST_SHOWN, expressions.AT_MOST_SHOWN, expressions.BETWEEN_SHOWN}
    found |= {expressions.NOT_KNOWN.template, expressions.NOT_SET.template}
    for rule in RULES.values():
        found.add(rule.question)
        for criterion in rule.criteria:
            found |= {criterion.passed, criterion.failed, criterion.unknown}
    for calculation in CALCULATIONS.values():
        found.add(calculation.question)
    for classification in CLASSIFICATIONS.values():
        found |= {classification.question, *(category.label for category in classification.categories)}
    for fact in FACTS.values():
        found |= {fact.label, fact.unit, *(term.label for term in fact.choices)}
    for parameter in PARAMETERS.values():
        found |= {parameter.label, parameter.unit}
    return tuple(sorted(found - {""}))
