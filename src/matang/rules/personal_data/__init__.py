"""Clocks of personal data protection, in hours (UU 27/2022)."""

from matang.rules.personal_data.is_in_time import CALCULATION as DATA_REQUEST_TERM
from matang.rules.personal_data.is_in_time import RULE as IS_DATA_REQUEST_IN_TIME
from matang.rules.personal_data.is_in_time import data_request_due

__all__ = ["DATA_REQUEST_TERM", "IS_DATA_REQUEST_IN_TIME", "data_request_due"]
