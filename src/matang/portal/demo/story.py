"""A past that is walked in the order of its days, each day with the clock set to it."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import groupby

from matang.foundation.clock.services import living_on

FIXED_UNTIL = date(2026, 9, 15)
"""The last day of the story that is fixed; the others count back from the day on which the demonstration is built."""


class Story:
    """Things to do, each on its day. ``day`` is the last: the one on which the demonstration is built."""

    def __init__(self, day: date) -> None:
        if day <= FIXED_UNTIL:
            raise ValueError(f"The demonstration tells what happened until {FIXED_UNTIL}; the clock of this machine says {day}.")
        self.day = day
        self._acts: list[tuple[date, Callable[[], object]]] = []

    def ago(self, days: int) -> date:
        """Return the day so many days before the last."""
        return self.day - timedelta(days=days)

    def on(self, day: date, act: Callable[[], object]) -> None:
        """Do something on a day; of one day, what was named first comes first."""
        self._acts.append((day, act))

    def walk(self) -> None:
        """Do it all, the earliest day first."""
        for day, acts in groupby(sorted(self._acts, key=lambda one: one[0]), key=lambda one: one[0]):
            with living_on(day):
                for _day, act in acts:
                    act()
