"""National days off as the ``holidays`` library believes them to be. Suggestions: the joint decree (SKB 3 Menteri) decides."""

from dataclasses import dataclass
from datetime import date

import holidays

SOURCE = "perkiraan bawaan, belum dari SKB"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A day off; ``joint`` is joint leave (cuti bersama), else a national holiday."""

    day: date
    name: str
    joint: bool


def national_days(year: int) -> list[Suggestion]:
    """Return the days of a year by date. Joint leave is known only for years whose decree the library has."""
    public = holidays.country_holidays("ID", years=year, language="id")
    joint = holidays.country_holidays("ID", years=year, categories=("government",), language="id")
    found = {day: Suggestion(day, name, joint=True) for day, name in joint.items()}
    found |= {day: Suggestion(day, name, joint=False) for day, name in public.items()}
    return [found[day] for day in sorted(found) if day.year == year]
