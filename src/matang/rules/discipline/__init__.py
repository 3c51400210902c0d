"""Discipline (PP 94/2021)."""

from matang.rules.discipline.which_penalty import CLASSIFICATION as PENALTY_OF_ABSENCE
from matang.rules.discipline.which_penalty import WEIGHT as WEIGHT_OF_PENALTY

__all__ = ["PENALTY_OF_ABSENCE", "WEIGHT_OF_PENALTY"]
