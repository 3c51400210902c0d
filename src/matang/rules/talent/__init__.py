"""Talent: box, follow-up, succession group and score (PermenPANRB 3/2020, Keputusan Kepala BKN 411/2025)."""

from matang.rules.talent.how_high import CALCULATION as TALENT_SCORE
from matang.rules.talent.how_high import OF_PERFORMANCE as TALENT_PERFORMANCE
from matang.rules.talent.how_high import OF_POTENTIAL as TALENT_POTENTIAL
from matang.rules.talent.which_box import BY_SCORE as TALENT_BOX_BY_SCORE
from matang.rules.talent.which_box import CLASSIFICATION as TALENT_BOX
from matang.rules.talent.which_box import FOLLOW_UP
from matang.rules.talent.which_succession_group import CLASSIFICATION as SUCCESSION_GROUP

__all__ = [
    "FOLLOW_UP",
    "SUCCESSION_GROUP",
    "TALENT_BOX",
    "TALENT_BOX_BY_SCORE",
    "TALENT_PERFORMANCE",
    "TALENT_POTENTIAL",
    "TALENT_SCORE",
]
