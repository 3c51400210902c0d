"""What every page reads from its address: words, numbers, the as-at day, and the rest of the query to carry along."""

from collections.abc import Container
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest

from matang.foundation.clock.services import today

DAY = "per"
EARLIEST, LATEST = date(1945, 8, 17), date(2199, 12, 31)
LONGEST_WORD, MOST_DIGITS = 120, 15


def word(request: HttpRequest, name: str, allowed: Container[str] | None = None) -> str:
    """Return a parameter as text of at most 120 letters; empty where it is none of ``allowed``."""
    text = request.GET.get(name, "").strip()[:LONGEST_WORD]
    return text if allowed is None or text in allowed else ""


def number_in(request: HttpRequest, name: str) -> int | None:
    """Return a parameter as a whole number from 0, None where it is none."""
    return whole(request.GET.get(name, ""))


def whole(text: str) -> int | None:
    """Return a text as a whole number from 0 of at most 15 digits, None where it is none."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None


def query_of(request: HttpRequest, *without: str) -> str:
    """Return the address's parameters without ``without`` and without empty ones, ready to stand after a question mark."""
    kept = [(key, value) for key in request.GET for value in request.GET.getlist(key) if value and key not in without]
    return urlencode(kept)


def day_of(request: HttpRequest) -> date:
    """Return the as-at day of the page: ``?per=2026-01-31``, or today where that is empty or no date."""
    try:
        day = date.fromisoformat(request.GET.get(DAY, ""))
    except ValueError:
        return today()
    return day if EARLIEST <= day <= LATEST else today()


def tail(request: HttpRequest) -> str:
    """Return the query that carries the as-at day to the next page; empty for today."""
    day = day_of(request)
    return "" if day == today() else f"?{DAY}={day}"
