"""Ratings of performance and their distribution (PermenPANRB 6/2022, SE MenPANRB 3/2023)."""

from matang.rules.rating.does_distribution_fit import RULE as DOES_DISTRIBUTION_FIT
from matang.rules.rating.is_team_large_enough import RULE as IS_TEAM_LARGE_ENOUGH
from matang.rules.rating.which_rating import CLASSIFICATION as RATING_OF_RESULTS

__all__ = ["DOES_DISTRIBUTION_FIT", "IS_TEAM_LARGE_ENOUGH", "RATING_OF_RESULTS"]
