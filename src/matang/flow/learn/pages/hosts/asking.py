"""What the pages about hosts share: reading the address, pages of a list, and the page of a form."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from matang.flow.learn.permissions import may_keep_hosts
from matang.foundation.access.answers import Denied, RefusedError

NUMBER, SIZE = "halaman", 50


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


def page_of(request: HttpRequest, total: int, name: str = NUMBER) -> Page:
    """Return the page asked for; a number that makes no sense or lies behind the end becomes the nearest one."""
    text = request.GET.get(name, "")
    number = int(text) if text.isdecimal() and len(text) < 8 else 1
    return Page(min(max(1, number), max(1, ceil(total / SIZE))), total, query_of(request, name))


def query_of(request: HttpRequest, *without: str) -> str:
    """Return the address's parameters without ``without`` and without empty ones."""
    return urlencode([(key, value) for key in request.GET for value in request.GET.getlist(key) if value and key not in without])


def word(request: HttpRequest, name: str, allowed: object = None) -> str:
    """Return a parameter as text; empty where it is none of ``allowed``."""
    text: str = request.GET.get(name, "").strip()[:120]
    return text if allowed is None or text in allowed else ""  # type: ignore[operator]


def demand_keeper(request: HttpRequest) -> None:
    """Refuse the page (403 with the reason) to those who don't keep hosts."""
    answer = may_keep_hosts(request.actor)
    if isinstance(answer, Denied):
        raise PermissionDenied(answer.reason)


@contextmanager
def onto(form: forms.BaseForm) -> Iterator[None]:
    """Run a service; what it finds wrong is shown at the form's fields, a refusal above the form."""
    try:
        yield
    except ValidationError as error:
        found = error.error_dict if hasattr(error, "error_dict") else {None: error.error_list}
        for name, errors in found.items():
            form.add_error(name if name in form.fields else None, errors)
    except RefusedError as error:
        form.add_error(None, error.answer.reason)


@contextmanager
def telling(request: HttpRequest) -> Iterator[None]:
    """Run a service of a page without a form; what it finds wrong is told on the page that follows."""
    try:
        yield
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except RefusedError as error:
        messages.error(request, error.answer.reason)


def form_page(request: HttpRequest, form: forms.BaseForm, title: str, action: str, **more: object) -> HttpResponse:
    """Return the page of a form.

    ``crumbs`` stand above the title, ``back`` is where "Batal" leads, ``lead`` and ``warning`` are said first, ``kind`` colours
    the button, ``topics`` are suggested, ``danger`` are further ways (label, address).
    """
    return render(request, "learn/hosts/form.html", {"form": form, "title": title, "action": action, **more})
