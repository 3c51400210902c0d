"""What is known about a person's competence, how it came in, and what it costs to know more."""

from matang.flow.needs.models.evidence.costs import EvidenceCost
from matang.flow.needs.models.evidence.intake import AssessmentFile
from matang.flow.needs.models.evidence.pieces import CompetencyStatus, Evidence, EvidenceWithdrawal

__all__ = ["AssessmentFile", "CompetencyStatus", "Evidence", "EvidenceCost", "EvidenceWithdrawal"]
