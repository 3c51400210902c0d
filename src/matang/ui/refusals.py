"""How a refusal of a service reaches the person: at the fields of a form, above it, on the next page, or as a page of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest

from matang.foundation.access.answers import Answer, Denied, RefusedError


def demand(answer: Answer) -> None:
    """Refuse the page (403 with the reason) unless ``answer`` allows."""
    if isinstance(answer, Denied):
        raise PermissionDenied(answer.reason)


@contextmanager
def refusing() -> Iterator[None]:
    """Run a service; a refusal is shown as 403 with its reason."""
    try:
        yield
    except RefusedError as error:
        raise PermissionDenied(error.answer.reason) from error


@contextmanager
def onto(form: forms.BaseForm) -> Iterator[None]:
    """Run a service; what it finds wrong is shown at the form's fields, a refusal above the form."""
    try:
        yield
    except ValidationError as error:
        _say(form, error)
    except RefusedError as error:
        form.add_error(None, error.answer.reason)


@contextmanager
def onto_or_forbid(form: forms.BaseForm) -> Iterator[None]:
    """Run a service; what it finds wrong is shown at the form's fields, a refusal as 403 with its reason."""
    try:
        with refusing():
            yield
    except ValidationError as error:
        _say(form, error)


def _say(form: forms.BaseForm, error: ValidationError) -> None:
    found = error.error_dict if hasattr(error, "error_dict") else {None: error.error_list}
    for name, errors in found.items():
        form.add_error(name if name in form.fields else None, errors)


@contextmanager
def telling(request: HttpRequest) -> Iterator[None]:
    """Run a service of a page without a form; what it finds wrong is told on the page that follows."""
    try:
        yield
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except RefusedError as error:
        messages.error(request, error.answer.reason)
