"""The pages of a long list. The macro ``pagination`` draws what stands here."""

from dataclasses import dataclass
from math import ceil

from django.http import HttpRequest

from matang.ui.asking import query_of

NUMBER, SIZE = "halaman", 50
SHORT = 25
MOST_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list: its number (from 1), the rows there are in all, and the other parameters as a query."""

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


def page_of(request: HttpRequest, total: int, name: str = NUMBER, *, size: int = SIZE) -> Page:
    """Return the page asked for; a number that makes no sense or lies behind the end becomes the nearest one.

    ``name`` is the parameter that says the number, for a page with several lists; ``size`` is ``SHORT`` where rows are tall.
    """
    text = request.GET.get(name, "")
    number = int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else 1
    return Page(min(max(1, number), max(1, ceil(total / size))), total, query_of(request, name), size)
