"""What other stages, the portal and commands may use of the plans."""

from matang.flow.plan.choices import (
    DEFAULT_WEIGHTS,
    PROPOSABLE_KINDS,
    USUAL_HORIZON,
    USUAL_KINDS,
    ActKind,
    Basis,
    CandidateState,
    DevelopmentState,
    ScenarioState,
    Weight,
)
from matang.flow.plan.models import (
    DevelopmentAct,
    DevelopmentLine,
    DevelopmentProposal,
    PlacementScenario,
    Proposal,
    ScenarioPost,
    ScenarioResult,
)
from matang.flow.plan.selectors.development.reading import developments_visible_to
from matang.flow.plan.selectors.facts import PeopleFacts, people_facts
from matang.flow.plan.selectors.openings import Opening, openings
from matang.flow.plan.selectors.scenarios import open_posts, own_proposals, scenarios_visible_to
from matang.flow.plan.selectors.shortlists import Shortlist, shortlists
from matang.flow.plan.services.development.acts import save_act
from matang.flow.plan.services.development.computing import compute_development
from matang.flow.plan.services.development.proposals import DevelopmentQuestion, create_development, submit_development
from matang.flow.plan.services.law import law_columns
from matang.flow.plan.services.questions import Question
from matang.flow.plan.services.remedies import remedies, remedy
from matang.flow.plan.services.sayings import said
from matang.flow.plan.services.scenarios import (
    create_scenario,
    lock_scenario,
    mark_decided,
    stale_reason,
    submit_scenario,
)
from matang.flow.plan.services.solving import solve_scenario, why
from matang.flow.plan.services.stability import measure_stability
from matang.flow.plan.services.stale import StaleChange, stale_changes
from matang.flow.plan.services.successions import Listing, feed_succession

__all__ = [
    "DEFAULT_WEIGHTS",
    "PROPOSABLE_KINDS",
    "USUAL_HORIZON",
    "USUAL_KINDS",
    "ActKind",
    "Basis",
    "CandidateState",
    "DevelopmentAct",
    "DevelopmentLine",
    "DevelopmentProposal",
    "DevelopmentQuestion",
    "DevelopmentState",
    "Listing",
    "Opening",
    "PeopleFacts",
    "PlacementScenario",
    "Proposal",
    "Question",
    "ScenarioPost",
    "ScenarioResult",
    "ScenarioState",
    "Shortlist",
    "StaleChange",
    "Weight",
    "compute_development",
    "create_development",
    "create_scenario",
    "developments_visible_to",
    "feed_succession",
    "law_columns",
    "lock_scenario",
    "mark_decided",
    "measure_stability",
    "open_posts",
    "openings",
    "own_proposals",
    "people_facts",
    "remedies",
    "remedy",
    "said",
    "save_act",
    "scenarios_visible_to",
    "shortlists",
    "solve_scenario",
    "stale_changes",
    "stale_reason",
    "submit_development",
    "submit_scenario",
    "why",
]
