"""What the pages of this stage share: reading the address, pages of a list, forms and refusals."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from matang.foundation.access.answers import Answer, Denied, RefusedError


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
