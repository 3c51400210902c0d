"""What the pages of this stage share: reading the address, pages of a list, forms and refusals."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from math import ceil
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from matang.foundation.access.answers import Answer, Denied, RefusedError

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


def page_of(request: HttpRequest, total: int) -> Page:
    """Return the page asked for; a number that makes no sense or lies behind the end becomes the nearest one."""
    number = number_in(request, NUMBER) or 1
    return Page(min(max(1, number), max(1, ceil(total / SIZE))), total, query_of(request))


def query_of(request: HttpRequest) -> str:
    """Return the address's parameters without the page and without empty ones."""
    return urlencode([(key, value) for key in request.GET for value in request.GET.getlist(key) if value and key != NUMBER])


def word(request: HttpRequest, name: str, allowed: object = None) -> str:
    """Return a parameter as text; empty where it is none of ``allowed``."""
    text: str = request.GET.get(name, "").strip()[:120]
    return text if allowed is None or text in allowed else ""  # type: ignore[operator]


def number_in(request: HttpRequest, name: str) -> int | None:
    """Return a parameter as a whole number, None where it is none."""
    text = request.GET.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 18 else None


def said(request: HttpRequest, name: str) -> str:
    """Return a field of a posted form as text."""
    text: str = request.POST.get(name, "").strip()
    return text


def day_said(request: HttpRequest, name: str) -> date | None:
    """Return a posted day, None where it is none."""
    try:
        return date.fromisoformat(said(request, name))
    except ValueError:
        return None


def demand(answer: Answer) -> None:
    """Refuse the page with the reason (403) unless the answer allows."""
    if isinstance(answer, Denied):
        raise PermissionDenied(answer.reason)


def done(request: HttpRequest, work: Callable[[], object], told: str) -> bool:
    """Run a service and tell what came of it on the page that follows; True when it went well."""
    try:
        work()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except RefusedError as error:
        messages.error(request, error.answer.reason)
    else:
        messages.success(request, told)
        return True
    return False


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


def form_page(request: HttpRequest, form: forms.BaseForm, title: str, action: str, **more: object) -> HttpResponse:
    """Return the page of a form. ``crumbs`` stand above, ``back`` is where "Batal" leads, ``lead`` is said first."""
    return render(request, "apply/form.html", {"form": form, "title": title, "action": action, **more})
