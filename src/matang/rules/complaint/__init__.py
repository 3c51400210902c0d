"""Clocks of complaints, in working days (UU 25/2009, PermenPANRB 62/2018)."""

from matang.rules.complaint.is_in_time import CALCULATION as COMPLAINT_TERM
from matang.rules.complaint.is_in_time import RULE as IS_COMPLAINT_IN_TIME
from matang.rules.complaint.is_in_time import complaint_due

__all__ = ["COMPLAINT_TERM", "IS_COMPLAINT_IN_TIME", "complaint_due"]
