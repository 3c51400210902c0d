"""Clocks of an objection to a decision, in working days (UU 30/2014 pasal 77, from memory)."""

from matang.rules.objection.is_in_time import CALCULATION as OBJECTION_TERM
from matang.rules.objection.is_in_time import RULE as IS_OBJECTION_IN_TIME
from matang.rules.objection.is_in_time import objection_due

__all__ = ["IS_OBJECTION_IN_TIME", "OBJECTION_TERM", "objection_due"]
