"""When people retire, from the age limits of the law for each kind of post. What cannot be told stays empty."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from matang.flow.register.choices import PostKind

AGES = {
    58: (
        PostKind.ADMINISTRATOR, PostKind.PENGAWAS, PostKind.PELAKSANA, PostKind.JF_AHLI_MUDA, PostKind.JF_AHLI_PERTAMA,
        PostKind.JF_PENYELIA, PostKind.JF_MAHIR, PostKind.JF_TERAMPIL, PostKind.JF_PEMULA,
    ),
    60: (PostKind.JPT_UTAMA, PostKind.JPT_MADYA, PostKind.JPT_PRATAMA, PostKind.JF_AHLI_MADYA),
    65: (PostKind.JF_AHLI_UTAMA,),
}  # fmt: skip


def first_of_month(day: date, months: int = 0) -> date:
    """Return the first day of the month that lies ``months`` after the month of ``day``."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last day of that month when it is shorter."""
    first = first_of_month(day, months)
    last = (first_of_month(first, 1) - first).days
    return first.replace(day=min(day.day, last))


@dataclass(frozen=True)
class Retirement:
    """The age limits that hold on a day: age in years to kinds of post. ``unverified`` marks a source nobody has read."""

    ages: dict[int, tuple[str, ...]]
    source: str
    unverified: bool

    def age_of(self, kind: str | None) -> int | None:
        """Return the age limit for a kind of post, or None where the law sets it elsewhere."""
        return next((age for age, kinds in self.ages.items() if kind in kinds), None)

    def date_of(self, birth_date: date | None, kind: str | None) -> date | None:
        """Return the day of retirement, the first of the month after the age limit; None where it cannot be told."""
        age = self.age_of(kind)
        if birth_date is None or age is None:
            return None
        return first_of_month(birth_date.replace(day=1, year=birth_date.year + age), 1)

    def born_before(self, day: date, months: int) -> list[tuple[date, tuple[str, ...]]]:
        """Return for each group of kinds the birth date before which a holder retires at most ``months`` after ``day``."""
        limit = first_of_month(add_months(day, months))
        return [(limit.replace(year=limit.year - age), kinds) for age, kinds in self.ages.items()]


@lru_cache(maxsize=64)
def retirement_at(day: date) -> Retirement:
    """Return the age limits that hold on ``day``."""
    return Retirement(ages=AGES, source="PP 11/2017 Pasal 239", unverified=False)
