"""What later stages, the portal and commands may use of what was applied."""

from datetime import date

from matang.flow.apply.choices import ADOPTING, CLOCKS, AdoptionResult, Barrier, DecisionKind, RecommendationState
from matang.flow.apply.models import (
    Adoption,
    AdoptionClosed,
    Practice,
    Recommendation,
    RecommendationDecided,
    RecommendationDecision,
)
from matang.flow.apply.selectors.adoptions import (
    Stuck,
    TookEffect,
    adoptions_visible_to,
    returned_by_sending,
    stuck_for,
    took_effect,
)
from matang.flow.apply.selectors.by_sending import CameOf, came_of
from matang.flow.apply.selectors.expected import DueCheck, WaitingDecisions, due_checks, waiting_decisions
from matang.flow.apply.selectors.funnel import Funnel, funnel
from matang.flow.apply.selectors.practices import PracticeQuestion, practices_asked, ranked
from matang.flow.apply.selectors.recommendations import recommendation_visible_to, recommendations_visible_to
from matang.foundation.access.actor import Actor

__all__ = [
    "ADOPTING",
    "CLOCKS",
    "Adoption",
    "AdoptionClosed",
    "AdoptionResult",
    "Barrier",
    "CameOf",
    "DecisionKind",
    "DueCheck",
    "Funnel",
    "Practice",
    "PracticeQuestion",
    "Recommendation",
    "RecommendationDecided",
    "RecommendationDecision",
    "RecommendationState",
    "Stuck",
    "TookEffect",
    "WaitingDecisions",
    "adoptions_of_indicator",
    "adoptions_of_unit",
    "adoptions_visible_to",
    "came_of",
    "due_checks",
    "funnel",
    "practices_asked",
    "ranked",
    "recommendation_visible_to",
    "recommendations_visible_to",
    "returned_by_sending",
    "stuck_with_whom",
    "waiting_decisions",
]


def adoptions_of_unit(actor: Actor, unit_path: str) -> list[Adoption]:
    """Return the adoptions that a unit and those below it own, as far as the actor reads them, the latest first."""
    rows = adoptions_visible_to(actor).filter(unit__path__startswith=unit_path)
    return list(rows.select_related("unit", "recommendation", "indicator").order_by("-decided_on", "-pk"))


def adoptions_of_indicator(agency_id: int, indicator_id: int) -> list[TookEffect]:
    """Return in which units adoptions that serve an indicator took effect, and from which day, the earliest first."""
    return took_effect(agency_id, indicator_id)


def stuck_with_whom(actor: Actor, day: date) -> list[Stuck]:
    """Return what waits of all that the actor reads, with whom and since how many days, the longest first."""
    return stuck_for(actor, day)
