"""The page of a form of this stage."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def form_page(request: HttpRequest, form: forms.BaseForm, title: str, action: str, **more: object) -> HttpResponse:
    """Return the page of a form.

    ``crumbs`` stand above the title, ``back`` is where "Batal" leads, ``lead`` is said first, ``notes`` stand below the title
    as (kind, text), ``files`` says that a file is sent.
    """
    return render(request, "measure/form.html", {"form": form, "title": title, "action": action, **more})
