"""The hours of learning of several activities together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matang.rules.core.message import scaled
from matang.rules.learning.how_many_hours import CALCULATION
from matang.rules.vocabulary.units import JP

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from decimal import Decimal

    from matang.rules.core.calculation import Answer
    from matang.rules.core.parameters import Book


@dataclass(frozen=True)
class HoursTotal:
    """Least and most hours that activities come to (JP; equal = known), and each activity's own answer."""

    low: int | Decimal
    high: int | Decimal
    answers: tuple[Answer, ...]

    @property
    def unverified(self) -> bool:
        """Return whether any number used was not read in the original."""
        return any(answer.unverified for answer in self.answers)


def total_hours(activities: Iterable[Mapping[str, object]], *, on: date, book: Book | None = None) -> HoursTotal:
    """Return the hours of activities, each given as the facts of one period of its cap (see ``learning.how_many_hours``)."""
    answers = tuple(CALCULATION.trace(facts, on=on, book=book) for facts in activities)
    low, high = sum(answer.low for answer in answers), sum(answer.high for answer in answers)
    return HoursTotal(scaled(low, JP.decimals), scaled(high, JP.decimals), answers)
