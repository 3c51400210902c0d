"""The law read for many people: an answer is worked out once for all whose facts are the same where the rule looks."""

from typing import Any

from matang import rules
from matang.flow.plan.selectors.facts import PeopleFacts
from matang.flow.plan.services.law import LAW, Check, law_answer, law_case


class _Watched(dict[str, Any]):
    """A case that notes which of its facts a rule looks at, with what they were."""

    def __init__(self, case: dict[str, Any]) -> None:
        super().__init__(case)
        self.seen: dict[str, Any] = {}

    def get(self, key: str, default: Any = None) -> Any:
        """Return a fact, noted also where it is missing."""
        found = self.seen[key] = super().get(key, default)
        return found


class LawReader:
    """Reads the law for the people of some facts.

    A rule answers by the facts it looks at and nothing else. So the facts it looked at, with what they were, tell whether
    another case has the same answer.
    """

    def __init__(self, facts: PeopleFacts) -> None:
        self.facts = facts
        self._cases: dict[int, dict[str, Any]] = {}
        self._known: dict[str, dict[tuple[str, ...], dict[tuple[Any, ...], Check]]] = {rule.key: {} for rule in LAW}

    def checks(self, row: int, kind: str) -> list[Check]:
        """Answer every requirement of the law for one person and a kind of post."""
        if row not in self._cases:
            self._cases[row] = law_case(self.facts, row, kind)
        case = {**self._cases[row], "post_kind": kind}
        return [self._answer(rule, case) for rule in LAW]

    def _answer(self, rule: rules.Rule, case: dict[str, object]) -> Check:
        for names, answers in self._known[rule.key].items():
            found = answers.get(tuple([case.get(name) for name in names]))
            if found is not None:
                return found
        watched = _Watched(case)
        made = law_answer(rule, watched, self.facts.day)
        self._known[rule.key].setdefault(tuple(watched.seen), {})[tuple(watched.seen.values())] = made
        return made
