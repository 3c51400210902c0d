"""What this stage tells others."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from matang.foundation.events.base import Event


@dataclass(frozen=True, kw_only=True)
class RecommendationDecided(Event):
    """A named official decided about a recommendation. ``kind`` is a ``DecisionKind``."""

    name: ClassVar[str] = "apply.recommendation_decided"

    recommendation_id: int
    kind: str
    decided_on: date

    @property
    def subject(self) -> str:
        """Order by recommendation: one may be decided again after it was completed."""
        return f"recommendation:{self.recommendation_id}"


@dataclass(frozen=True, kw_only=True)
class AdoptionClosed(Event):
    """An adoption was closed. ``result`` is an ``AdoptionResult``; it may be reopened and closed again."""

    name: ClassVar[str] = "apply.adoption_closed"

    adoption_id: int
    result: str
    closed_on: date

    @property
    def subject(self) -> str:
        """Order by adoption."""
        return f"adoption:{self.adoption_id}"
