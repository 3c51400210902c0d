"""What other stages, the portal and commands may use of the needs."""

from matang.flow.needs.choices import RELIABILITY, SURE, CompetencyField, EvidenceSource, NeedState, Standing
from matang.flow.needs.models import Competency, CompetencyStatus, Evidence, EvidenceCost, PostStandard, UnitNeed
from matang.flow.needs.selectors.afterwards import provide_origin, served_by
from matang.flow.needs.selectors.gaps import Cell, GapQuestion, JudgedLine, OpdGaps, gaps_by_opd, judged_lines
from matang.flow.needs.selectors.gaps.worth import Advice, cheapest_evidence
from matang.flow.needs.selectors.intervals import NOTHING, Interval, gap, intervals_at, standing
from matang.flow.needs.selectors.level_texts import level_texts
from matang.flow.needs.selectors.needs import needs_visible_to
from matang.flow.needs.selectors.standard_states import core_changed_since, standards_changed_since
from matang.flow.needs.selectors.standards import Requirement, competencies_at, requirements_of
from matang.flow.needs.selectors.superiors import Chart, chart_at, direct_superior_of
from matang.flow.needs.services.dictionary import ensure_dictionary, name_as_of_today
from matang.flow.needs.services.evidence import NewEvidence, record_evidence, record_many, withdraw_evidence
from matang.flow.needs.services.needs import NeedDetails, open_need
from matang.flow.needs.services.standards import set_standard
from matang.flow.needs.services.successors import carry_standards

__all__ = [
    "NOTHING",
    "RELIABILITY",
    "SURE",
    "Advice",
    "Cell",
    "Chart",
    "Competency",
    "CompetencyField",
    "CompetencyStatus",
    "Evidence",
    "EvidenceCost",
    "EvidenceSource",
    "GapQuestion",
    "Interval",
    "JudgedLine",
    "NeedDetails",
    "NeedState",
    "NewEvidence",
    "OpdGaps",
    "PostStandard",
    "Requirement",
    "Standing",
    "UnitNeed",
    "carry_standards",
    "chart_at",
    "cheapest_evidence",
    "competencies_at",
    "core_changed_since",
    "direct_superior_of",
    "ensure_dictionary",
    "gap",
    "gaps_by_opd",
    "intervals_at",
    "judged_lines",
    "level_texts",
    "name_as_of_today",
    "needs_visible_to",
    "open_need",
    "provide_origin",
    "record_evidence",
    "record_many",
    "requirements_of",
    "served_by",
    "set_standard",
    "standards_changed_since",
    "standing",
    "withdraw_evidence",
]
