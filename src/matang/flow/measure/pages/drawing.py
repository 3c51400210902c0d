"""The arithmetic of this stage's pictures: from values to percents of the width and pixels of the height."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LINE_HEIGHT, LINE_TOP, LINE_BOTTOM = 190, 24, 26
SPAN = 1000
"""Width of the inner picture's own coordinates, stretched to whatever room there is."""


@dataclass(frozen=True, slots=True)
class Line:
    """One series in a line chart: runs of points (a gap where a value is missing), and marks as (x in percent, y in pixels)."""

    name: str
    runs: tuple[str, ...]
    marks: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """A line chart: its lines, the ends of its scale, and where the adoption and the target lie (percent, pixels)."""

    lines: tuple[Line, ...]
    low: float
    high: float
    height: int
    plot: int
    adopted: float | None = None
    target: float | None = None


def draw_lines(
    rows: Sequence[tuple[str, Sequence[float | None]]], *, adopted: int | None = None, target: float | None = None
) -> Lines:
    """Lay out series of equal length over equal steps.

    ``adopted`` is the first position after the adoption, ``target`` a value to draw as a level.
    """
    known = [value for _name, values in rows for value in values if value is not None]
    ends = [*known, target] if target is not None else known
    low, high = min(ends, default=0.0), max(ends, default=0.0)
    plot = LINE_HEIGHT - LINE_TOP - LINE_BOTTOM
    count = max((len(values) for _name, values in rows), default=0)

    def across(position: float) -> float:
        return 2 + 96 * position / max(count - 1, 1)

    def down(value: float) -> float:
        return round(plot - (value - low) / ((high - low) or 1) * plot, 1) if high > low else plot / 2

    lines = tuple(_line(name, values, across, down) for name, values in rows)
    return Lines(
        lines=lines,
        low=low,
        high=high,
        height=LINE_HEIGHT,
        plot=plot,
        adopted=round(across(adopted - 0.5), 2) if adopted is not None and 0 < adopted < count else None,
        target=down(target) if target is not None else None,
    )


def _line(name: str, values: Sequence[float | None], across: Callable[[float], float], down: Callable[[float], float]) -> Line:
    runs: list[list[str]] = [[]]
    marks = []
    for position, value in enumerate(values):
        if value is None:
            runs.append([])
            continue
        x, y = across(position), down(value)
        runs[-1].append(f"{round(x * SPAN / 100, 1)},{y}")
        marks.append((round(x, 2), round(y + LINE_TOP, 1)))
    return Line(name, tuple(" ".join(run) for run in runs if len(run) > 1), tuple(marks))


@dataclass(frozen=True, slots=True)
class Band:
    """An interval on a line that holds zero: places in percent of the width."""

    low: float
    high: float
    estimate: float
    zero: float
    width: float


def draw_band(low: float, estimate: float, high: float) -> Band:
    """Lay out an interval with its estimate and zero, with a margin on both sides."""
    least, most = min(low, 0.0), max(high, 0.0)
    span = (most - least) or 1.0

    def across(value: float) -> float:
        return round(8 + 84 * (value - least) / span, 2)

    return Band(across(low), across(high), across(estimate), across(0.0), round(across(high) - across(low), 2))
