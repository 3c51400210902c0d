"""What the portal and commands may use of the measured outcomes."""

from matang.flow.measure.choices import EffectVerdict, OutcomeStanding
from matang.flow.measure.selectors.outcomes import Outcome, outcome_of, outcomes_of
from matang.flow.measure.selectors.owed import Owed, unfilled
from matang.flow.measure.selectors.series import Point, values_as_at
from matang.flow.measure.services.outcomes import open_missed

__all__ = [
    "EffectVerdict",
    "Outcome",
    "OutcomeStanding",
    "Owed",
    "Point",
    "open_missed",
    "outcome_of",
    "outcomes_of",
    "unfilled",
    "values_as_at",
]
