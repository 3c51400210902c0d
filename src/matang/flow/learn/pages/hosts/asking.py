"""What the pages about hosts share: reading the address, pages of a list, and the page of a form."""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from matang.flow.learn.permissions import may_keep_hosts
from matang.foundation.access.answers import Denied, RefusedError


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
