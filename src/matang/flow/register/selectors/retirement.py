"""When people retire, from the age limits of the law for each kind of post. What cannot be told stays empty."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from matang.flow.register.choices import PostKind
from matang.rules import PARAMETERS


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
    """The age limits that hold on a day: age in years to kinds of post, and how many months after the birthday's month.

    ``source`` cites the article; ``unverified`` marks that a number's source has not been read in the original.
    """

    ages: dict[int, tuple[str, ...]]
    months_after: int
    source: str
    unverified: bool

    def age_of(self, kind: str | None) -> int | None:
        """Return the age limit for a kind of post, or None where the law sets it elsewhere."""
        return next((age for age, kinds in self.ages.items() if kind in kinds), None)

    def date_of(self, birth_date: date | None, kind: str | None) -> date | None:
        """Return the day of retirement, the first of a month; None where it cannot be told."""
        age = self.age_of(kind)
        if birth_date is None or age is None:
            return None
        return first_of_month(birth_date, age * 12 + self.months_after)

    def born_before(self, day: date, months: int) -> list[tuple[date, tuple[str, ...]]]:
        """Return for each group of kinds the birth date before which a holder retires at most ``months`` after ``day``."""
        limit = first_of_month(add_months(day, months), 1 - self.months_after)
        return [(limit.replace(year=limit.year - age), kinds) for age, kinds in self.ages.items()]


@lru_cache(maxsize=64)
def retirement_at(day: date) -> Retirement:
    """Return the age limits that hold on ``day``; none at all for a day that no source speaks of.

    The numbers are those of the rule ``retirement.on_which_day``; here they serve lists and counts of a whole city, and
    a test holds both to the same answer.
    """
    after = PARAMETERS["retirement.months_after"].on(day)
    ages: dict[int, tuple[str, ...]] = {}
    references = [after.reference] if after else []
    for kind in PostKind.values:
        found = PARAMETERS["retirement.age"].on(day, kind)
        if after and found and isinstance(found.value, int):
            ages[found.value] = (*ages.get(found.value, ()), kind)
            references.append(found.reference)
    return Retirement(
        ages=ages,
        months_after=int(after.value) if after else 0,
        source=str(references[-1]) if references else "",
        unverified=any(reference.unverified for reference in references),
    )
