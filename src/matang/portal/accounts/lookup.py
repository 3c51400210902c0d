"""Find what an address names, for the actor who asks, or answer 404."""

from dataclasses import dataclass
from math import ceil
from urllib.parse import urlencode

from django.http import Http404, HttpRequest

from matang.foundation.access.models import Grant
from matang.foundation.access.requests import ActorRequest
from matang.foundation.access.selectors import account_seen_by
from matang.foundation.identity.models import User

SIZE = 50
NUMBER = "halaman"


def account_or_404(request: ActorRequest, user_id: int) -> User:
    """Return the account if the actor may see it.

    Raises:
        Http404: there is none, or it is not the actor's to see.
    """
    user = account_seen_by(request.actor, user_id)
    if user is None:
        raise Http404
    return user


def grant_or_404(request: ActorRequest, grant_id: int) -> Grant:
    """Return the grant if the actor may see its account.

    Raises:
        Http404: there is none, or it is not the actor's to see.
    """
    grant = Grant.objects.filter(pk=grant_id, agency_id=request.actor.agency_id).first()
    if grant is None:
        raise Http404
    account_or_404(request, grant.user_id)
    return grant


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
    """Return the page asked for, or the nearest one that exists."""
    text = request.GET.get(NUMBER, "")
    number = int(text) if text.isdecimal() and len(text) < 8 else 1
    query = urlencode([(key, value) for key, value in request.GET.items() if key != NUMBER and value])
    return Page(number=min(max(1, number), max(1, ceil(total / SIZE))), total=total, query=query)
