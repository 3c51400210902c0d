"""What is missing: competencies, what posts ask, what people have shown, what units need."""

from matang.flow.needs.models.competencies import Competency, CompetencyLevel
from matang.flow.needs.models.evidence import CompetencyStatus, Evidence
from matang.flow.needs.models.needs import UnitNeed
from matang.flow.needs.models.standards import PostStandard

__all__ = ["Competency", "CompetencyLevel", "CompetencyStatus", "Evidence", "PostStandard", "UnitNeed"]
