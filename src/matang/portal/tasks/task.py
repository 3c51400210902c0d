"""One expectation, and how its clock is told."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from matang.foundation.clock.services import today
from matang.ui.formats import angka


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


def end_of(day: date) -> datetime:
    """Return the moment to which a day on which something is due can be worked."""
    return make_aware(datetime.combine(day, time(23, 59)))


def since(day: date) -> str:
    """Return how long ago a day was, in words."""
    days = (today() - day).days
    return _("hari ini") if days <= 0 else _("%(days)s hari lalu") % {"days": angka(days)}
