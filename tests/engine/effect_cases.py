"""Small studies worked by hand: values by unit, unit 1 adopted."""

from collections.abc import Sequence

from matang.engine.effect import Observation, Study, Wanted

Values = Sequence[float | None]


def observed(*series: Values, first: int = 1) -> list[Observation]:
    """Return the observations of units 1, 2, … from period ``first`` on."""
    return [
        Observation(unit, period, value)
        for unit, values in enumerate(series, start=1)
        for period, value in enumerate(values, start=first)
    ]


def study(*series: Values, since: int, wanted: Wanted = Wanted.DOWN, treated: Sequence[int] = (1,), **given: object) -> Study:
    """Return a study of such observations; the unit of the indicator is "poin"."""
    return Study.build(observed(*series), treated=treated, since=since, wanted=wanted, measured_in="poin", **given)  # type: ignore[arg-type]


def moved(before: float, by: float, *, points: int = 4, after: int = 2) -> list[float]:
    """Return a series that stands still, then moves once."""
    return [before] * points + [before + by] * after
