"""What we propose: scenarios, their proved results, and who stands where in them."""

from matang.flow.plan.models.proposals import Proposal, ScenarioResult
from matang.flow.plan.models.scenarios import PlacementScenario, ScenarioPost

__all__ = ["PlacementScenario", "Proposal", "ScenarioPost", "ScenarioResult"]
