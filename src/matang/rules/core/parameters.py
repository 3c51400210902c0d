"""Numbers of the law with the dates they hold for, each with its own source; and the book they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from matang.rules.core.sources import Reference, Source

    Scalar = int | str | tuple[int, int] | tuple[str, ...] | None

EVERY = "*"
"""The key of a parameter that is the same for every kind."""


@dataclass(frozen=True)
class DatedValue:
    """One value from ``begin`` until the day before ``end`` (None: still true).

    ``value`` None says that the law sets nothing here (no minimum, no limit), which is known, not missing. A pair of
    numbers is an interval: sources disagree, and the truth is one of them or between. Numbers of a parameter with decimals
    are whole numbers of its smallest parts.
    """

    begin: date
    end: date | None
    value: Scalar
    reference: Reference


@dataclass(frozen=True)
class Parameter:
    """A named value by key (a kind of post, say) and date.

    ``by``: the fact whose words are the keys. ``words``: the fact whose words the values are. ``decimals``: how many places its
    numbers have. ``local``: an agency may decide the value itself.
    """

    key: str
    label: str
    unit: str
    by: str | None
    values: Mapping[str, tuple[DatedValue, ...]]
    words: str | None = None
    decimals: int = 0
    local: bool = False

    def on(self, day: date, key: str = EVERY) -> DatedValue | None:
        """Return the value that holds on a day, None when no source says one."""
        for value in self.values.get(key, ()):
            if value.begin <= day and (value.end is None or day < value.end):
                return value
        return None


@dataclass(frozen=True, eq=False)
class Book:
    """All sources and parameters by key. Rules read the shipped one unless they are asked with another."""

    sources: Mapping[str, Source]
    parameters: Mapping[str, Parameter]

    def of(self, parameter: Parameter) -> Parameter:
        """Return the parameter of the same key in this book, or the given one where this book has none."""
        return self.parameters.get(parameter.key, parameter)
