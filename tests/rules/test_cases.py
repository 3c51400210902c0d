"""Cases a lawyer can read: facts, day, expected answer and article. One YAML file a topic."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from matang import rules
from matang.rules.core.loader import read_yaml

FILES = sorted(Path(__file__).parent.glob("*.yaml"))


def cases() -> list[Any]:
    """Return every case of every file as a test parameter."""
    return [
        pytest.param(key, case, id=f"{path.stem}-{case['name']}")
        for path in FILES
        for key, listed in read_yaml(path).items()
        for case in listed
    ]


def exact(value: object) -> object:
    """Return a number with decimals as it is written, not as a machine's fraction."""
    return Decimal(str(value)) if isinstance(value, float) else value


def given_facts(case: dict[str, Any]) -> dict[str, object]:
    """Return the facts of a case; ``[a, b]`` is an interval, an empty end is open."""
    return {
        key: rules.Between(*(None if end == "" else exact(end) for end in value)) if isinstance(value, list) else exact(value)
        for key, value in case["facts"].items()
    }


def shown(value: object) -> object:
    """Return a calculated value as a case writes it."""
    if isinstance(value, rules.Quantity):
        return value.number
    if isinstance(value, rules.Term):
        return value.key
    return value.text() if isinstance(value, rules.Message) else value


@pytest.mark.parametrize(("key", "case"), cases())
def test_a_case_has_the_expected_answer_and_article(key: str, case: dict[str, Any]) -> None:
    """The outcome, the article, the mark and the sentence (where the case states them) are as expected."""
    facts, on = given_facts(case), case["day"]
    assert isinstance(on, date)
    if key in rules.CLASSIFICATIONS:
        category, references = rules.CLASSIFICATIONS[key].trace(facts, on=on)
        assert (category.key if category else "cannot_tell") == case["expect"]
        assert case["article"] in [str(reference) for reference in references]
    elif key in rules.CALCULATIONS:
        answer = rules.CALCULATIONS[key].trace(facts, on=on)
        assert shown(answer.shown) == exact(case["expect"])
        assert case["article"] in [str(reference) for reference in answer.references]
        assert answer.unverified == case.get("unverified", answer.unverified)
        assert [step.text.text() for step in answer.working] == case.get("working", [step.text.text() for step in answer.working])
    else:
        verdict = rules.RULES[key].trace(facts, on=on)
        assert verdict.outcome.name.lower() == case["expect"]
        assert verdict.article == case["article"]
        assert verdict.unverified == case.get("unverified", verdict.unverified)
        assert verdict.reason.text() == case.get("reason", verdict.reason.text())
        failed = [step.text.text() for step in verdict.failures]
        assert failed == case.get("warnings", failed)
        assert [fact.key for fact in verdict.missing] == case.get("missing", [fact.key for fact in verdict.missing])


def test_every_rule_has_cases() -> None:
    """No rule, calculation or classification is without a case that a lawyer can check."""
    covered = {key for path in FILES for key in read_yaml(path)}
    assert covered == {*rules.RULES, *rules.CALCULATIONS, *rules.CLASSIFICATIONS}


def test_every_rule_has_a_case_for_each_answer() -> None:
    """Every rule is seen to pass, to fail and to be undecided."""
    seen: dict[str, set[str]] = {}
    for path in FILES:
        for key, listed in read_yaml(path).items():
            seen.setdefault(key, set()).update(case["expect"] for case in listed if isinstance(case["expect"], str))
    for key in rules.RULES:
        assert seen[key] == {"pass", "fail", "cannot_tell"}, key
