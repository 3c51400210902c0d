"""Levels a post asks for by default, and how well a person matches it (PermenPANRB 38/2017, PerBKN 26/2019)."""

from matang.rules.competency.how_well_does_it_match import CLASSIFICATION as JPM_CATEGORY
from matang.rules.competency.how_well_does_it_match import NAMES as JPM_NAMES
from matang.rules.competency.which_level_by_default import CALCULATION as DEFAULT_LEVEL

__all__ = ["DEFAULT_LEVEL", "JPM_CATEGORY", "JPM_NAMES"]
