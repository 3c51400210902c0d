"""What later stages, the portal and commands may use of the decisions."""

from matang.flow.place.choices import DecisionState, Outcome
from matang.flow.place.models import PlacementDecision
from matang.flow.place.selectors.decisions import decisions_visible_to, standing_for
from matang.flow.place.services.decisions import Verdict, decide, undo

__all__ = [
    "DecisionState",
    "Outcome",
    "PlacementDecision",
    "Verdict",
    "decide",
    "decisions_visible_to",
    "standing_for",
    "undo",
]
