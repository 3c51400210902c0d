"""What came home and what was done with it."""

from matang.flow.apply.models.adoptions import Adoption, AdoptionAction, AdoptionCheck, AdoptionStep
from matang.flow.apply.models.events import AdoptionClosed, RecommendationDecided
from matang.flow.apply.models.practices import Practice
from matang.flow.apply.models.recommendations import (
    Presentation,
    Recommendation,
    RecommendationCondition,
    RecommendationDecision,
)

__all__ = [
    "Adoption",
    "AdoptionAction",
    "AdoptionCheck",
    "AdoptionClosed",
    "AdoptionStep",
    "Practice",
    "Presentation",
    "Recommendation",
    "RecommendationCondition",
    "RecommendationDecided",
    "RecommendationDecision",
]
