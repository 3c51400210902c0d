"""What the pages about hosts share: who keeps them, and the page of a form."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from matang.flow.learn.permissions import may_keep_hosts
from matang.ui.refusals import demand


def demand_keeper(request: HttpRequest) -> None:
    """Refuse the page (403 with the reason) to those who don't keep hosts."""
    demand(may_keep_hosts(request.actor))


def form_page(request: HttpRequest, form: forms.BaseForm, title: str, action: str, **more: object) -> HttpResponse:
    """Return the page of a form.

    ``crumbs`` stand above the title, ``back`` is where "Batal" leads, ``lead`` and ``warning`` are said first, ``kind`` colours
    the button, ``topics`` are suggested, ``danger`` are further ways (label, address).
    """
    return render(request, "learn/hosts/form.html", {"form": form, "title": title, "action": action, **more})
