"""What was measured: series of each indicator, a missed target that opens a need, and two questions about effects."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from matang.flow.aims.public import Aim, Indicator
from matang.flow.measure.public import (
    NewQuestion,
    NewValue,
    PeriodKind,
    SeriesDetails,
    ask_effect,
    create_series,
    enter_value,
)
from matang.flow.register.public import Unit
from matang.foundation.access.actor import Actor
from matang.portal.demo import facts

SOURCE = "Laporan dinas (peragaan)"
KNOWN_AFTER = 20
"""Days from the end of a quarter until its value is known."""
MAIN = {
    "DPU": (date(2025, 6, 30), ("38.2", "39.6", "41", "41.4", "41.1", "42.3")),
    "DINKES": (date(2025, 9, 30), ("72", "71", "70", "69", "68")),
    "DPRP": (date(2025, 9, 30), ("29", "27", "24", "21", "20")),
    "BKPSDMD": (date(2025, 9, 30), ("12", "9", "7", "7", "6")),
    "BPKAD": (date(2025, 9, 30), ("18", "18", "19")),
}
"""Of each programme's indicator: the first quarter's last day and the values. Where they stop early, somebody owes the rest."""
BEFORE = date(2024, 3, 31)
TREATED = ("84", "79", "85", "80", "78", "83", "81", "75", "77", "70", "72")
BESIDE = (
    ("76", "79", "73", "77", "74", "78", "75", "76", "72", "75", "73"),
    ("71", "68", "74", "70", "72", "69", "73", "68", "73", "69", "71"),
    ("79", "82", "78", "76", "81", "80", "77", "80", "78", "76", "79"),
    ("68", "66", "70", "69", "65", "70", "68", "66", "69", "65", "67"),
    ("74", "77", "73", "72", "76", "74", "75", "71", "75", "73", "72"),
)
"""Minutes of waiting by quarter: in the clinic that let people register a day before, and in five that did not."""


def quarters(first: date, until: date) -> Iterator[date]:
    """Yield the last days of quarters from ``first`` on that were known by a day."""
    day = first
    while day + timedelta(days=KNOWN_AFTER) <= until:
        yield day
        day = (day + timedelta(days=93)).replace(day=1) - timedelta(days=1)


def fill(planner: Actor, series_id: int, first: date, values: tuple[str, ...], until: date) -> None:
    """Enter the values that were known by a day, quarter by quarter."""
    for last, value in zip(quarters(first, until), values, strict=False):
        known = last + timedelta(days=KNOWN_AFTER)
        enter_value(actor=planner, series_id=series_id, new=NewValue(period=last, value=Decimal(value), as_at=known))


def measure(planner: Actor, serves: dict[str, tuple[Aim, Indicator]], units: dict[str, Unit], until: date) -> dict[str, int]:
    """Set up the main series of each measured programme and fill them; return their keys by the code of the OPD."""
    made = {}
    for code, (first, values) in MAIN.items():
        unit = units[code]
        details = SeriesDetails(
            kind=PeriodKind.QUARTER, source=SOURCE, starts_on=first, unit_id=unit.pk, main=True, responsible_id=unit.pk
        )
        made[code] = create_series(actor=planner, indicator_id=serves[code][1].pk, details=details).pk
        fill(planner, made[code], first, values, until)
    return made


def compare(planner: Actor, indicator: Indicator, clinic: Unit, until: date) -> tuple[int, list[int]]:
    """Set up the waiting time of the clinic that changed and of five that did not; return the keys of their series."""
    names = [row["name"] for row in facts.rows("palu_clinics") if row["name"] != clinic.name]
    owner = clinic.parent_id
    found = []
    for name, values in zip(("", *names), (TREATED, *BESIDE), strict=False):
        where = {"place": name} if name else {"unit_id": clinic.pk}
        details = SeriesDetails(kind=PeriodKind.QUARTER, source=SOURCE, starts_on=BEFORE, responsible_id=owner, **where)
        found.append(create_series(actor=planner, indicator_id=indicator.pk, details=details).pk)
        fill(planner, found[-1], BEFORE, values, until)
    return found[0], found[1:]


def ask(planner: Actor, *, treated: int, beside: list[int], adoption_id: int, began: date, what: str) -> None:
    """Ask whether something got better since an adoption took effect."""
    why = "Puskesmas lain di kota yang sama, tanpa pendaftaran sehari sebelumnya." if beside else ""
    question = NewQuestion(started_on=began, reason=what, comparison_ids=beside, comparison_reason=why, adoption_id=adoption_id)
    ask_effect(actor=planner, treated_id=treated, new=question)
