"""What is missing: competencies, what posts ask, what people have shown, what units need."""

from matang.flow.needs.models.competencies import Competency, CompetencyText
from matang.flow.needs.models.editions import DictionaryEdition
from matang.flow.needs.models.evidence import (
    AssessmentFile,
    CompetencyStatus,
    Evidence,
    EvidenceCost,
    EvidenceWithdrawal,
)
from matang.flow.needs.models.needs import NeedStep, UnitNeed
from matang.flow.needs.models.standards import PostSheet, PostStandard, StandardChange

__all__ = [
    "AssessmentFile",
    "Competency",
    "CompetencyStatus",
    "CompetencyText",
    "DictionaryEdition",
    "Evidence",
    "EvidenceCost",
    "EvidenceWithdrawal",
    "NeedStep",
    "PostSheet",
    "PostStandard",
    "StandardChange",
    "UnitNeed",
]
