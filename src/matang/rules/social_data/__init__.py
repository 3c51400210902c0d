"""Dates of the national socio-economic data (DTSEN, Inpres 4/2025)."""

from matang.rules.social_data.when_published import CALCULATION as SOCIAL_DATA_PUBLICATION
from matang.rules.social_data.when_published import NEXT_REFRESH as SOCIAL_DATA_REFRESH

__all__ = ["SOCIAL_DATA_PUBLICATION", "SOCIAL_DATA_REFRESH"]
