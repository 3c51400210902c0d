"""One expectation, and how its clock is told."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext as _

from matang.foundation.clock.services import today
from matang.ui.formats import angka, tanggal, waktu
from matang.ui.navigation import address

LAST_MINUTE = time(23, 59)


@dataclass(frozen=True, slots=True)
class Task:
    """One expectation; ``due`` where a clock runs."""

    title: str
    text: str
    href: str
    action: str
    icon: str
    due: datetime | None = None
    late: bool = False

    @property
    def until(self) -> str:
        """Return until when, in words: the day alone where the whole day is left, else with the time."""
        if self.due is None:
            return ""
        local = localtime(self.due)
        return tanggal(local.date()) if local.time() == LAST_MINUTE else waktu(self.due)


def end_of(day: date) -> datetime:
    """Return the moment to which a day on which something is due can be worked."""
    return make_aware(datetime.combine(day, LAST_MINUTE))


def since(day: date) -> str:
    """Return how long ago a day was, in words."""
    days = (today() - day).days
    return _("hari ini") if days <= 0 else _("%(days)s hari lalu") % {"days": angka(days)}


def one_or_all(count: int, page: str, key: int | None, listing: str, status: str) -> str:
    """Return the address of the one thing that waits, or of the list of them in this status; empty = no such page."""
    if count == 1 and key is not None:
        return address(page, key)
    found = address(listing)
    return f"{found}?status={status}" if found else ""
