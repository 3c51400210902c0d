"""When does a civil servant retire? (PP 11/2017, pasal 239.) Posts with a statute of their own are not covered."""

from matang.rules.retirement.at_what_age import CALCULATION as RETIREMENT_AGE
from matang.rules.retirement.is_still_in_service import RULE as IS_STILL_IN_SERVICE
from matang.rules.retirement.on_which_day import CALCULATION as RETIREMENT_DAY

__all__ = ["IS_STILL_IN_SERVICE", "RETIREMENT_AGE", "RETIREMENT_DAY"]
