"""What the pages of this stage share: posted fields, telling what came of a service, and the page of a form."""

from collections.abc import Callable
from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from matang.ui.refusals import telling


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


def done(request: HttpRequest, work: Callable[[], object], told: str) -> bool:
    """Run a service and tell what came of it on the page that follows; True when it went well."""
    with telling(request):
        work()
        messages.success(request, told)
        return True
    return False


def form_page(request: HttpRequest, form: forms.BaseForm, title: str, action: str, **more: object) -> HttpResponse:
    """Return the page of a form. ``crumbs`` stand above, ``back`` is where "Batal" leads, ``lead`` is said first."""
    return render(request, "apply/form.html", {"form": form, "title": title, "action": action, **more})
