"""The arithmetic of the charts: from values to SVG geometry. Numbers only; the templates draw them."""

from collections.abc import Sequence
from dataclasses import dataclass

ROW = 42


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: ``share`` in percent of the width; a value of ``None`` is not known and gets no bar."""

    label: str
    value: float | None
    href: str | None
    share: float
    y: int


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart of ``height`` pixels."""

    bars: tuple[Bar, ...]
    height: int


def bars(rows: Sequence[tuple], whole: float | None = None) -> Bars:
    """Lay out ``(label, value[, href])`` rows as horizontal bars.

    ``whole`` fills the width (100 for percentages, so that a third looks like a third); without it the largest does.
    """
    largest = whole or max((row[1] for row in rows if row[1] is not None), default=0) or 1
    drawn = tuple(
        Bar(
            label=str(row[0]),
            value=row[1],
            href=row[2] if len(row) > 2 else None,
            share=round(100 * row[1] / largest, 2) if row[1] is not None else 0,
            y=position * ROW,
        )
        for position, row in enumerate(rows)
    )
    return Bars(bars=drawn, height=max(len(drawn) * ROW, 1))


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a stacked bar: the ``series`` it belongs to (from 1), its value, its place and width in percent."""

    series: int
    value: float
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Stack:
    """One stacked bar."""

    label: str
    values: tuple[float | None, ...]
    parts: tuple[Part, ...]
    y: int


@dataclass(frozen=True, slots=True)
class Stacks:
    """A chart of stacked bars, ``height`` pixels high."""

    stacks: tuple[Stack, ...]
    height: int


def stacks(rows: Sequence[tuple[str, Sequence[float | None]]]) -> Stacks:
    """Lay out ``(label, values)`` rows; the longest bar fills the width. Unknown values take no room."""
    longest = max((sum(value or 0 for value in values) for _, values in rows), default=0) or 1
    drawn = []
    for position, (label, values) in enumerate(rows):
        parts, x = [], 0.0
        for series, value in enumerate(values, start=1):
            if value:
                width = 100 * value / longest
                parts.append(Part(series, value, round(x, 2), round(width, 2)))
                x += width
        drawn.append(Stack(str(label), tuple(values), tuple(parts), position * ROW))
    return Stacks(tuple(drawn), max(len(drawn) * ROW, 1))


SPARK_WIDTH, SPARK_HEIGHT, SPARK_MARGIN = 120, 32, 4


@dataclass(frozen=True, slots=True)
class Spark:
    """A sparkline: runs of points (a gap where a value is not known) and the last known point."""

    runs: tuple[str, ...]
    last: tuple[float, float] | None


def spark(values: Sequence[float | None]) -> Spark:
    """Lay out a series over equal steps, lowest value at the bottom."""
    known = [value for value in values if value is not None]
    low, span = min(known, default=0), (max(known, default=0) - min(known, default=0)) or 1
    step = (SPARK_WIDTH - 2 * SPARK_MARGIN) / max(len(values) - 1, 1)
    runs: list[list[str]] = [[]]
    last = None
    for position, value in enumerate(values):
        if value is None:
            runs.append([])
            continue
        x = round(SPARK_MARGIN + position * step, 1)
        y = round(SPARK_HEIGHT - SPARK_MARGIN - (value - low) / span * (SPARK_HEIGHT - 2 * SPARK_MARGIN), 1)
        runs[-1].append(f"{x},{y}")
        last = (x, y)
    return Spark(tuple(" ".join(run) for run in runs if run), last)


HEAT_STEPS = 5


def heat(value: float | None, low: float, high: float) -> str:
    """Return the class of a heat map's cell: ``heat-1`` (lowest) to ``heat-5``, or ``heat-unknown``."""
    if value is None:
        return "heat-unknown"
    share = (value - low) / ((high - low) or 1)
    return f"heat-{min(int(share * HEAT_STEPS), HEAT_STEPS - 1) + 1}"


def heat_bounds(rows: Sequence[tuple[str, Sequence[float | None]]]) -> tuple[float, float]:
    """Return the lowest and the highest known value of a heat map."""
    known = [value for _, values in rows for value in values if value is not None]
    return (min(known, default=0), max(known, default=0))
