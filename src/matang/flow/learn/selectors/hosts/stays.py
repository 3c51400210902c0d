"""Who is with us on a day, for sure or perhaps. A missing day is unknown and makes a stay possible, never certain."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from matang.flow.learn.choices import DayPart, SendingKind

LONGEST = timedelta(days=366)
"""How long a stay without a last day is shown as possible: the longest known took a year. The question itself never ends."""
LONGEST_VISIT = timedelta(days=31)


class Sureness(IntEnum):
    """Whether somebody is there: no, perhaps, or for sure."""

    NO = 0
    PERHAPS = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class Stay:
    """Interns or visitors of one sender in one unit of ours. ``None`` and empty texts are unknown.

    ``key`` is ``sending:12`` (from another government), ``own:7`` (our own people) or ``visit:3`` (entered by hand);
    ``firm`` is false while we have not answered the request.
    """

    key: str
    kind: str
    guest: str
    topic: str
    unit: str
    people: int | None
    starts_on: date | None
    ends_on: date | None
    part: str = ""
    firm: bool = True

    @property
    def visiting(self) -> bool:
        """True for a study visit: guests for hours or days who take no desk."""
        return self.kind == SendingKind.STUDY_VISIT

    @property
    def last_shown(self) -> date | None:
        """The last day on which the stay is sure or possible; none where even its first day is unknown."""
        if self.starts_on is None:
            return None
        return self.ends_on or self.starts_on + (LONGEST_VISIT if self.visiting else LONGEST)

    def on(self, day: date) -> Sureness:
        """Say whether the stay takes place on ``day``."""
        last = self.last_shown
        if self.starts_on is None or last is None or not self.starts_on <= day <= last:
            return Sureness.NO
        return Sureness.SURE if self.firm and (self.ends_on or day == self.starts_on) else Sureness.PERHAPS

    def in_part(self, part: str) -> Sureness:
        """Say whether the stay takes place in this half of its days."""
        if not self.part:
            return Sureness.PERHAPS
        return Sureness.SURE if self.part in {part, DayPart.WHOLE} else Sureness.NO

    @property
    def unknown(self) -> tuple[str, ...]:
        """The fields that have to be asked for."""
        asked = {"starts_on": self.starts_on, "ends_on": self.ends_on, "people": self.people, "unit": self.unit or None}
        if self.visiting:
            asked["part"] = self.part or None
        return tuple(name for name, value in asked.items() if value is None)


@dataclass(frozen=True, slots=True)
class Seats:
    """What a unit offers for a time: ``seats`` and ``ends_on`` may be unknown."""

    unit: str
    visiting: bool
    seats: int | None
    starts_on: date
    ends_on: date | None

    @property
    def last_shown(self) -> date:
        """The last day of the offer; where nobody has said, it is taken to stand for a year."""
        return self.ends_on or self.starts_on + LONGEST

    def covers(self, day: date) -> bool:
        """True where the offer holds on ``day``."""
        return self.starts_on <= day <= self.last_shown


def same_unit(one: str, other: str) -> bool:
    """True for the same name, however it is spaced or capitalised."""
    return plain(one) == plain(other)


def plain(name: str) -> str:
    """Return a name as it is compared."""
    return " ".join(name.casefold().split())
