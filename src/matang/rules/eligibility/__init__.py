"""May this person be appointed to a post of this kind? One rule a requirement (PP 11/2017, pasal 54 and 107)."""

from matang.rules.eligibility.has_enough_education import RULE as HAS_ENOUGH_EDUCATION
from matang.rules.eligibility.has_enough_field_experience import RULE as HAS_ENOUGH_FIELD_EXPERIENCE
from matang.rules.eligibility.has_enough_prior_posts import RULE as HAS_ENOUGH_PRIOR_POSTS
from matang.rules.eligibility.has_good_appraisals import RULE as HAS_GOOD_APPRAISALS
from matang.rules.eligibility.has_high_enough_grade import RULE as HAS_HIGH_ENOUGH_GRADE
from matang.rules.eligibility.is_of_right_employment import RULE as IS_OF_RIGHT_EMPLOYMENT
from matang.rules.eligibility.is_young_enough import RULE as IS_YOUNG_ENOUGH

ELIGIBILITY = (
    IS_OF_RIGHT_EMPLOYMENT,
    HAS_ENOUGH_EDUCATION,
    HAS_HIGH_ENOUGH_GRADE,
    HAS_ENOUGH_FIELD_EXPERIENCE,
    HAS_ENOUGH_PRIOR_POSTS,
    IS_YOUNG_ENOUGH,
    HAS_GOOD_APPRAISALS,
)
"""All requirements, in the order in which they are shown."""

__all__ = [
    "ELIGIBILITY",
    "HAS_ENOUGH_EDUCATION",
    "HAS_ENOUGH_FIELD_EXPERIENCE",
    "HAS_ENOUGH_PRIOR_POSTS",
    "HAS_GOOD_APPRAISALS",
    "HAS_HIGH_ENOUGH_GRADE",
    "IS_OF_RIGHT_EMPLOYMENT",
    "IS_YOUNG_ENOUGH",
]
