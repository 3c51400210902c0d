"""What list pages read from their address: the page asked for, and the rest of the query to carry along."""

from dataclasses import dataclass
from math import ceil
from urllib.parse import urlencode

from django.http import HttpRequest

NUMBER = "halaman"
SIZE = 25


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list: its number (from 1), how many rows there are in all, and the other parameters as a query."""

    number: int
    total: int
    query: str
    size: int = SIZE

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, ceil(self.total / self.size))

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
        return slice((self.number - 1) * self.size, self.number * self.size)


def page_of(request: HttpRequest, total: int, *, size: int = SIZE) -> Page:
    """Return the page asked for; a number that makes no sense or lies behind the end becomes the nearest one."""
    text = request.GET.get(NUMBER, "")
    number = int(text) if text.isdecimal() and len(text) < 8 else 1
    kept = [(key, value) for key in request.GET for value in request.GET.getlist(key) if value and key != NUMBER]
    return Page(min(max(1, number), max(1, ceil(total / size))), total, urlencode(kept), size)


def query_without(request: HttpRequest, *names: str) -> str:
    """Return the address's parameters without ``names``, ready to stand after a question mark."""
    kept = [(key, value) for key in request.GET for value in request.GET.getlist(key) if value and key not in names]
    return urlencode(kept)
