"""What is missing: competencies, what posts ask, what people have shown, what units need."""

from matang.flow.needs.models.competencies import Competency, CompetencyText
from matang.flow.needs.models.editions import DictionaryEdition
from matang.flow.needs.models.evidence import CompetencyStatus, Evidence
from matang.flow.needs.models.needs import UnitNeed
from matang.flow.needs.models.standards import PostSheet, PostStandard, StandardChange

__all__ = [
    "Competency",
    "CompetencyStatus",
    "CompetencyText",
    "DictionaryEdition",
    "Evidence",
    "PostSheet",
    "PostStandard",
    "StandardChange",
    "UnitNeed",
]
