"""Indicators with series: five units, ten months before an adoption and five after, invented and always the same."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from matang.flow.aims.public import Indicator, IndicatorDetails, create_aim, save_plan, set_indicator
from matang.flow.measure.models import Series
from matang.flow.measure.models.periods import number_of, start_of
from matang.flow.measure.services.effects import NewQuestion
from matang.flow.measure.services.series import SeriesDetails, create_series
from matang.flow.measure.services.values import NewValue, enter_value
from matang.foundation.access.actor import Actor
from matang.foundation.access.selectors import actor_of
from tests.cast import Cast

FIRST = date(2025, 1, 1)
ADOPTED = date(2025, 11, 1)
TREATED = (62, 63, 61, 62, 64, 63, 62, 61, 63, 62, 50, 49, 51, 50, 49)
"""Ten months around 62 days, then around 50."""
OTHERS = {
    "Kota Contoh A": (58, 61, 59, 57, 60, 59, 58, 61, 59, 57, 57, 58, 60, 59, 57),
    "Kota Contoh B": (70, 68, 71, 70, 69, 70, 72, 70, 68, 70, 71, 73, 70, 71, 72),
    "Kota Contoh C": (65, 67, 65, 63, 66, 65, 63, 65, 66, 66, 67, 66, 64, 67, 67),
    "Kota Contoh D": (55, 53, 56, 55, 55, 54, 57, 55, 53, 55, 53, 54, 55, 53, 54),
}


def planner(cast: Cast) -> Actor:
    """Return the programme planner of Palu."""
    return actor_of(cast.users["programme_planner"])


def indicator_of(cast: Cast, **details: object) -> Indicator:
    """Make an indicator of the clinic's waiting days: 62 at the end of 2024, at most 55 wanted by the end of 2025."""
    actor = planner(cast)
    plan = save_plan(actor=actor, kind="rpjmd", name="RPJMD contoh hasil", year_from=2025, year_to=2029)
    aim = create_aim(actor=actor, plan_id=plan.pk, level="programme", title="Program layanan cepat")
    said: dict[str, object] = {
        "direction": "down", "baseline_value": Decimal(62), "baseline_on": date(2024, 12, 31), "target_value": Decimal(55),
        "target_on": date(2025, 12, 31), "unit_id": cast.units["clinic"].pk,
    }  # fmt: skip
    return set_indicator(
        actor=actor, aim_id=aim.pk, name="Lama tunggu layanan", measure_unit="hari", details=IndicatorDetails(**(said | details))
    )  # fmt: skip


def series_of_clinic(cast: Cast, indicator: Indicator, **more: object) -> Series:
    """Make the clinic's monthly series, the indicator's main one, filled by the clinic."""
    clinic = cast.units["clinic"].pk
    said = {"kind": "month", "source": "Aplikasi antrean", "starts_on": FIRST, "unit_id": clinic, "responsible_id": clinic}
    return create_series(actor=planner(cast), indicator_id=indicator.pk, details=SeriesDetails(**({"main": True} | said | more)))


def filled(cast: Cast, series: Series, values: tuple[float, ...]) -> None:
    """Fill a monthly series from its first month on; each value known on the month's last day."""
    begin = number_of("month", series.starts_on)
    for step, value in enumerate(values):
        start = start_of("month", begin + step)
        enter_value(actor=planner(cast), series_id=series.pk, new=NewValue(start, Decimal(value), start.replace(day=28)))


@dataclass
class World:
    """An indicator with the clinic's series and four other cities'."""

    indicator: Indicator
    treated: Series
    others: list[Series]

    def question(self, **more: object) -> NewQuestion:
        """Return the question whether the adoption of November 2025 helped."""
        said: dict[str, object] = {
            "started_on": ADOPTED, "reason": "Antrean daring", "comparison_ids": [one.pk for one in self.others],
            "comparison_reason": "Kota yang serupa",
        }  # fmt: skip
        return NewQuestion(**(said | more))  # type: ignore[arg-type]


def build(cast: Cast) -> World:
    """Make the whole world."""
    indicator = indicator_of(cast)
    treated = series_of_clinic(cast, indicator)
    filled(cast, treated, TREATED)
    others = []
    for place, values in OTHERS.items():
        one = series_of_clinic(cast, indicator, unit_id=None, place=place, main=False, responsible_id=None)
        filled(cast, one, values)
        others.append(one)
    return World(indicator, treated, others)
