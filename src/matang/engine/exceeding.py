"""Which pairs exceed the prices, looked for by compiled loops. Imported only where the solver needs its loops anyway."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matang.engine.kernel.compiled import compiled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matang.engine.candidates import Block
    from matang.engine.problem import Integers


def exceeding(block: Block, lead: Integers, kinds: Integers, offer: Integers, most: int) -> tuple[Integers, Integers]:
    """Return the same pairs as ``exceeding_by_columns``, in the same order."""
    row, place = _exceeding(np.ascontiguousarray(block.allowed), np.ascontiguousarray(block.score), lead, kinds, offer, most)
    return row, place


@compiled
def _exceeding(  # noqa: PLR0917 - compiled code takes no keywords
    allowed: NDArray[np.bool_], score: Integers, lead: Integers, kinds: Integers, offer: Integers, most: int
) -> tuple[Integers, Integers]:
    rows, places = np.empty(len(lead) * most, dtype=np.int64), np.empty(len(lead) * most, dtype=np.int64)
    above, best, end = np.empty(most, dtype=np.int64), np.empty(most, dtype=np.int64), 0
    for row in range(len(lead)):
        count = 0
        for place in range(len(kinds)):
            excess = score[row, kinds[place]] + lead[row] + offer[place]
            if excess <= 0 or not allowed[row, kinds[place]] or (count == most and excess <= above[count - 1]):
                continue
            spot = min(count, most - 1)
            count = min(count + 1, most)
            while spot > 0 and above[spot - 1] < excess:
                above[spot], best[spot] = above[spot - 1], best[spot - 1]
                spot -= 1
            above[spot], best[spot] = excess, place
        rows[end : end + count], places[end : end + count] = row, best[:count]
        end += count
    return rows[:end], places[:end]
