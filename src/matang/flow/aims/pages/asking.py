"""What the pages read from their address: the as-at day, the plan, the page of a list."""

from dataclasses import dataclass
from datetime import date
from math import ceil
from urllib.parse import urlencode

from django.http import HttpRequest

from matang.flow.aims.models import AimPlan
from matang.flow.aims.pages.fields import number_of
from matang.flow.aims.selectors.trees import plans_of
from matang.foundation.clock.services import today

DAY, NUMBER, SIZE = "per", "halaman", 50
EARLIEST, LATEST = date(1945, 8, 17), date(2199, 12, 31)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list: its number (from 1), the rows there are, and the other parameters as a query."""

    number: int
    total: int
    query: str

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, ceil(self.total / SIZE))

    @property
    def has_next(self) -> bool:
        """True when a page follows."""
        return self.number < self.pages

    @property
    def has_previous(self) -> bool:
        """True when a page precedes."""
        return self.number > 1

    @property
    def window(self) -> slice:
        """The rows of this page in the whole list."""
        return slice((self.number - 1) * SIZE, self.number * SIZE)


def page_of(request: HttpRequest, total: int) -> Page:
    """Return the page asked for; a number that makes no sense or lies behind the end becomes the nearest one."""
    number = number_of(request, NUMBER) or 1
    return Page(min(max(1, number), max(1, ceil(total / SIZE))), total, query_without(request, NUMBER))


def query_without(request: HttpRequest, *names: str) -> str:
    """Return the address's parameters without ``names`` and without empty ones, ready to stand after a question mark."""
    kept = [(key, value) for key in request.GET for value in request.GET.getlist(key) if value and key not in names]
    return urlencode(kept)


def day_of(request: HttpRequest) -> date:
    """Return the as-at day of the page: ``?per=2026-01-31``, or today where that is empty or no date."""
    try:
        day = date.fromisoformat(request.GET.get(DAY, ""))
    except ValueError:
        return today()
    return day if EARLIEST <= day <= LATEST else today()


def plan_asked(request: HttpRequest, day: date) -> tuple[AimPlan | None, list[AimPlan]]:
    """Return the plan to show and all plans: the one asked for, else the RPJMD of the day, else the newest."""
    plans = list(plans_of(request.actor))
    wanted = number_of(request, "dokumen")
    chosen = next((plan for plan in plans if plan.pk == wanted), None)
    if chosen is None:
        current = (plan for plan in plans if plan.kind == "rpjmd" and plan.year_from <= day.year <= plan.year_to)
        chosen = next(current, None) or next(iter(plans), None)
    return chosen, plans


def tail(request: HttpRequest) -> str:
    """Return the query that carries the as-at day to the next page; empty for today."""
    day = day_of(request)
    return "" if day == today() else f"?{DAY}={day}"
