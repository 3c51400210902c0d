"""Record, correct and withdraw evidence; what it adds up to is written in the same transaction."""

from matang.flow.needs.services.evidence.recording import NewEvidence, Upload, record_evidence, record_many
from matang.flow.needs.services.evidence.status import recompute
from matang.flow.needs.services.evidence.withdrawing import correct_evidence, withdraw_evidence

__all__ = [
    "NewEvidence",
    "Upload",
    "correct_evidence",
    "recompute",
    "record_evidence",
    "record_many",
    "withdraw_evidence",
]
