"""What later stages, the portal and commands may use of what was applied."""

from datetime import date

from matang.flow.apply.choices import (
    ADOPTING,
    CLOCKS,
    AdoptionResult,
    Barrier,
    CheckFinding,
    ConditionKind,
    DecisionKind,
    Fit,
    RecommendationState,
)
from matang.flow.apply.models import (
    Adoption,
    AdoptionClosed,
    Practice,
    Recommendation,
    RecommendationDecided,
    RecommendationDecision,
)
from matang.flow.apply.selectors.adoptions import TookEffect, adoptions_visible_to, returned_by_sending, took_effect
from matang.flow.apply.selectors.afterwards import adoption_strand, brought_home_of
from matang.flow.apply.selectors.by_sending import CameOf, came_home_of, came_of
from matang.flow.apply.selectors.expected import DueCheck, WaitingDecisions, due_checks, waiting_decisions
from matang.flow.apply.selectors.funnel import Funnel, funnel
from matang.flow.apply.selectors.practices import PracticeQuestion, practices_asked, ranked
from matang.flow.apply.selectors.recommendations import recommendation_visible_to, recommendations_visible_to
from matang.flow.apply.selectors.stuck import Stuck, stuck_for
from matang.flow.apply.services.adopting import (
    ActionDetails,
    Found,
    begin_adoption,
    close_adoption,
    record_check,
    save_action,
)
from matang.flow.apply.services.deciding import Verdict, decide_recommendation
from matang.flow.apply.services.presenting import hold_day, plan_presentation
from matang.flow.apply.services.recommending import (
    Condition,
    Details,
    change_recommendation,
    recommend_from_report,
    submit_recommendation,
)
from matang.flow.apply.services.settling import settle_after_closing, settle_after_decision
from matang.foundation.access.actor import Actor

__all__ = [
    "ADOPTING",
    "CLOCKS",
    "ActionDetails",
    "Adoption",
    "AdoptionClosed",
    "AdoptionResult",
    "Barrier",
    "CameOf",
    "CheckFinding",
    "Condition",
    "ConditionKind",
    "DecisionKind",
    "Details",
    "DueCheck",
    "Fit",
    "Found",
    "Funnel",
    "Practice",
    "PracticeQuestion",
    "Recommendation",
    "RecommendationDecided",
    "RecommendationDecision",
    "RecommendationState",
    "Stuck",
    "TookEffect",
    "Verdict",
    "WaitingDecisions",
    "adoption_strand",
    "adoptions_of_indicator",
    "adoptions_of_unit",
    "adoptions_visible_to",
    "begin_adoption",
    "brought_home_of",
    "came_home_of",
    "came_of",
    "change_recommendation",
    "close_adoption",
    "decide_recommendation",
    "due_checks",
    "funnel",
    "hold_day",
    "plan_presentation",
    "practices_asked",
    "ranked",
    "recommend_from_report",
    "recommendation_visible_to",
    "recommendations_visible_to",
    "record_check",
    "returned_by_sending",
    "save_action",
    "settle_after_closing",
    "settle_after_decision",
    "stuck_with_whom",
    "submit_recommendation",
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
