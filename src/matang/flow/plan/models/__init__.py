"""What we propose: scenarios, their proved results, and who stands where in them."""

from matang.flow.plan.models.books import ReasonBook
from matang.flow.plan.models.constraints import PlacementConstraint
from matang.flow.plan.models.development import DevelopmentAct, DevelopmentLine, DevelopmentProposal, DevelopmentResult
from matang.flow.plan.models.proposals import Proposal, ScenarioResult
from matang.flow.plan.models.scenarios import PlacementScenario, ScenarioPost
from matang.flow.plan.models.stability import StabilityReport
from matang.flow.plan.models.successions import SuccessionListing

__all__ = [
    "DevelopmentAct",
    "DevelopmentLine",
    "DevelopmentProposal",
    "DevelopmentResult",
    "PlacementConstraint",
    "PlacementScenario",
    "Proposal",
    "ReasonBook",
    "ScenarioPost",
    "ScenarioResult",
    "StabilityReport",
    "SuccessionListing",
]
