"""Who is past retirement, from the age limits of the rules; what they do not say counts as the highest age they know.

The finding must be certain: a post of unknown kind, or one with a statute of its own (a teacher, a lecturer), is held
against the highest age limit there is.
"""

from datetime import date

from matang.flow.register.choices import PostKind
from matang.flow.register.selectors.retirement import first_of_month, retirement_at

OWN_STATUTE = ("GURU", "DOSEN")


class Retiring:
    """The age limits of one day, read once for a file."""

    def __init__(self, day: date) -> None:
        self._day = day
        limits = retirement_at(day)
        self._months_after = limits.months_after
        self._highest = max(limits.ages, default=None)
        self._ages = {kind: limits.age_of(kind) for kind in PostKind}

    def overdue(self, birth: date, kind: PostKind, post: str) -> tuple[int, date] | None:
        """Return (age limit in years, first day of retirement) of somebody who should be retired; else None."""
        age = None if post.upper().startswith(OWN_STATUTE) else self._ages[kind]
        age = age or self._highest
        if age is None:
            return None
        since = first_of_month(birth, age * 12 + self._months_after)
        return (age, since) if since <= self._day else None
