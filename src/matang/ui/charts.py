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


def bars(rows: Sequence[tuple]) -> Bars:
    """Lay out ``(label, value[, href])`` rows as horizontal bars; the largest fills the width."""
    largest = max((row[1] for row in rows if row[1] is not None), default=0) or 1
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
