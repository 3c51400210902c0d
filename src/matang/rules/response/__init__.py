"""Quick response to social problems (TRC)."""

from matang.rules.response.is_first_response_in_time import RULE as IS_FIRST_RESPONSE_IN_TIME
from matang.rules.response.is_first_response_in_time import first_response_due

__all__ = ["IS_FIRST_RESPONSE_IN_TIME", "first_response_due"]
