"""What other stages, the portal, the API and commands may use of the aims."""

from matang.flow.aims.choices import (
    DEED_LEVELS,
    WORK_LEVELS,
    AimLevel,
    Health,
    IndicatorDirection,
    LinkKind,
    PlanKind,
)
from matang.flow.aims.models import Aim, AimLink, AimPlan, Indicator
from matang.flow.aims.permissions import may_edit_aims
from matang.flow.aims.selectors.expected import unsettled
from matang.flow.aims.selectors.forest import health_of
from matang.flow.aims.selectors.indicators import indicator_visible_to, indicators_of, links_of
from matang.flow.aims.selectors.picking import aims_to_pick, indicators_to_pick, offer_aims
from matang.flow.aims.selectors.search import aims_like
from matang.flow.aims.selectors.trees import Step, aim_line, aim_visible_to, aims_at, mission_of, plans_of
from matang.flow.aims.services.aims import AimDetails, create_aim
from matang.flow.aims.services.indicators import IndicatorDetails, set_indicator
from matang.flow.aims.services.links import link_aims
from matang.flow.aims.services.mayor.writing import save_agenda, save_announcement, save_programme, tie_programme
from matang.flow.aims.services.plans import save_plan
from matang.flow.aims.services.thought.efforts import EffortDetails, save_effort
from matang.flow.aims.services.thought.writing import begin_paper, mark_of, save_answer, submit_paper

__all__ = [
    "DEED_LEVELS",
    "WORK_LEVELS",
    "Aim",
    "AimDetails",
    "AimLevel",
    "AimLink",
    "AimPlan",
    "EffortDetails",
    "Health",
    "Indicator",
    "IndicatorDetails",
    "IndicatorDirection",
    "LinkKind",
    "PlanKind",
    "Step",
    "aim_line",
    "aim_visible_to",
    "aims_at",
    "aims_like",
    "aims_to_pick",
    "begin_paper",
    "create_aim",
    "health_of",
    "indicator_visible_to",
    "indicators_of",
    "indicators_to_pick",
    "link_aims",
    "links_of",
    "mark_of",
    "may_edit_aims",
    "mission_of",
    "offer_aims",
    "plans_of",
    "save_agenda",
    "save_announcement",
    "save_answer",
    "save_effort",
    "save_plan",
    "save_programme",
    "set_indicator",
    "submit_paper",
    "tie_programme",
    "unsettled",
]
