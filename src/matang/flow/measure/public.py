"""What the portal and commands may use of the measured outcomes."""

from matang.flow.measure.choices import EffectVerdict, OutcomeStanding, PeriodKind
from matang.flow.measure.selectors.afterwards import opened_by, results_of
from matang.flow.measure.selectors.outcomes import Outcome, outcome_of, outcomes_of
from matang.flow.measure.selectors.owed import Owed, unfilled
from matang.flow.measure.selectors.series import Point, values_as_at
from matang.flow.measure.services.effects import NewQuestion, ask_effect
from matang.flow.measure.services.outcomes import open_missed, open_need_for
from matang.flow.measure.services.series import SeriesDetails, create_series
from matang.flow.measure.services.values import NewValue, enter_value

__all__ = [
    "EffectVerdict",
    "NewQuestion",
    "NewValue",
    "Outcome",
    "OutcomeStanding",
    "Owed",
    "PeriodKind",
    "Point",
    "SeriesDetails",
    "ask_effect",
    "create_series",
    "enter_value",
    "open_missed",
    "open_need_for",
    "opened_by",
    "outcome_of",
    "outcomes_of",
    "results_of",
    "unfilled",
    "values_as_at",
]
