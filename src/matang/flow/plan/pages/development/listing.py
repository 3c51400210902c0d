"""Which part of a long list the address asks for."""

from dataclasses import dataclass
from math import ceil
from urllib.parse import urlencode

from django.http import HttpRequest

NUMBER, SIZE = "halaman", 50


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a list: number (from 1), rows in all, and the other parameters of the address."""

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


def part_of(request: HttpRequest, total: int) -> Part:
    """Return the page asked for; a number that makes no sense becomes the nearest one that does."""
    text = request.GET.get(NUMBER, "")
    number = int(text) if text.isdecimal() and len(text) < 8 else 1
    kept = [(key, value) for key in request.GET for value in request.GET.getlist(key) if value and key != NUMBER]
    return Part(min(max(1, number), max(1, ceil(total / SIZE))), total, urlencode(kept))
