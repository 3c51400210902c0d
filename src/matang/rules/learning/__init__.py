"""Hours of learning (JP): what an activity counts, and what a year asks for (PerLAN 10/2018, PP 11/2017, PP 49/2018)."""

from matang.rules.learning.how_many_hours import CALCULATION as LEARNING_HOURS
from matang.rules.learning.in_what_unit import CALCULATION as LEARNING_UNIT
from matang.rules.learning.is_floor_met import RULE as IS_LEARNING_FLOOR_MET
from matang.rules.learning.is_within_ceiling import RULE as IS_WITHIN_LEARNING_CEILING
from matang.rules.learning.total import HoursTotal, total_hours

__all__ = [
    "IS_LEARNING_FLOOR_MET",
    "IS_WITHIN_LEARNING_CEILING",
    "LEARNING_HOURS",
    "LEARNING_UNIT",
    "HoursTotal",
    "total_hours",
]
