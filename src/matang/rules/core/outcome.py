"""Three answers: pass, fail, cannot tell. Missing is never a pass and never a fail (Kleene's logic)."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Truths = NDArray[np.int8]

YES, NO, UNKNOWN = 1, -1, 0
"""Inside expressions: "and" is the least, "or" the greatest, "not" the negative. Only outcomes leave this package."""


class Outcome(IntEnum):
    """The answer of a rule; the same numbers stand in the arrays of many cases."""

    PASS = 1
    FAIL = 0
    CANNOT_TELL = -1


def outcome_of(truth: int) -> Outcome:
    """Return the outcome for one inner truth."""
    return {YES: Outcome.PASS, NO: Outcome.FAIL, UNKNOWN: Outcome.CANNOT_TELL}[truth]


def outcomes_of(truths: Truths) -> Truths:
    """Return outcomes (1, 0, -1) for an array of inner truths."""
    return np.where(truths == YES, 1, np.where(truths == NO, 0, -1)).astype(np.int8)


def all_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Return the outcome of several rules together: a failure outweighs a doubt, a doubt outweighs a pass."""
    found = set(outcomes)
    if Outcome.FAIL in found:
        return Outcome.FAIL
    return Outcome.CANNOT_TELL if Outcome.CANNOT_TELL in found else Outcome.PASS
