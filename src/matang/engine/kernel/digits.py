"""Whole numbers as text, much faster than a string for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matang.engine.kernel.compiled import compiled

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDEST = 21
"""A 64-bit number with its sign takes at most 20 characters, and a comma one."""


@compiled
def joined(numbers: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Return the numbers in decimal with commas between, as ASCII codes. The lowest 64-bit number is not allowed."""
    text = np.empty(len(numbers) * WIDEST, np.uint8)
    end = 0
    for number in numbers:
        if end:
            text[end] = 44  # a comma
            end += 1
        rest = number
        if rest < 0:
            text[end] = 45  # a minus
            end += 1
            rest = -rest
        length, left = 1, rest // 10
        while left:
            length += 1
            left //= 10
        end += length
        for at in range(1, length + 1):
            text[end - at] = 48 + rest % 10
            rest //= 10
    return text[:end]
