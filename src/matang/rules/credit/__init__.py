"""Credit points (angka kredit) of functional posts (PerBKN 3/2023)."""

from matang.rules.credit.has_enough import FOR_NEXT_GRADE as HAS_CREDIT_FOR_GRADE
from matang.rules.credit.has_enough import FOR_NEXT_LEVEL as HAS_CREDIT_FOR_LEVEL
from matang.rules.credit.how_many_points import CALCULATION as CREDIT_POINTS_OF_YEAR
from matang.rules.credit.how_many_points import NEEDED_FOR_GRADE, NEEDED_FOR_LEVEL

__all__ = [
    "CREDIT_POINTS_OF_YEAR",
    "HAS_CREDIT_FOR_GRADE",
    "HAS_CREDIT_FOR_LEVEL",
    "NEEDED_FOR_GRADE",
    "NEEDED_FOR_LEVEL",
]
