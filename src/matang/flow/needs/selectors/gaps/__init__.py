"""Gaps: of a person with the arithmetic, of units, families of posts and the agency, and the evidence that would settle them."""

from matang.flow.needs.selectors.gaps.cells import Cell
from matang.flow.needs.selectors.gaps.groups import OpdGaps, gaps_by_family, gaps_by_opd, gaps_by_unit
from matang.flow.needs.selectors.gaps.lines import GapQuestion, JudgedLine, judged_lines
from matang.flow.needs.selectors.gaps.people import PersonGaps, people_gaps
from matang.flow.needs.selectors.gaps.person import GapLine, ShownPiece, person_gaps, post_of

__all__ = [
    "Cell",
    "GapLine",
    "GapQuestion",
    "JudgedLine",
    "OpdGaps",
    "PersonGaps",
    "ShownPiece",
    "gaps_by_family",
    "gaps_by_opd",
    "gaps_by_unit",
    "judged_lines",
    "people_gaps",
    "person_gaps",
    "post_of",
]
