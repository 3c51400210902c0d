"""The law read for many people: every answer made once, however many posts ask for it."""

from matang.flow.plan.selectors.facts import PeopleFacts
from matang.flow.plan.services.law import Check, law_checks


class LawReader:
    """Reads the law for the people of some facts."""

    def __init__(self, facts: PeopleFacts) -> None:
        self.facts = facts

    def checks(self, row: int, kind: str) -> list[Check]:
        """Answer every requirement of the law for one person and a kind of post."""
        return law_checks(self.facts, row, kind)
