"""Regions by the ministry's code: from province to village, and search."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from matang.flow.register.models import Region
from matang.foundation.access import gate
from matang.ui.paging import page_of


@gate.signed_in
def regions(request: HttpRequest) -> HttpResponse:
    """Show the provinces, or what a search finds by name or by the beginning of the code."""
    text = request.GET.get("q", "").strip()[:100]
    found = Region.objects.filter(parent=None)
    if text:
        by_code = text.replace(".", "").isdecimal()
        found = Region.objects.filter(code__startswith=text) if by_code else Region.objects.filter(name__icontains=text)
    return shown(request, None, found, text)


@gate.signed_in
def region(request: HttpRequest, code: str) -> HttpResponse:
    """Show what lies right below a region."""
    here = Region.objects.filter(pk=code).first()
    if here is None:
        raise Http404
    return shown(request, here, Region.objects.filter(parent=here), "")


def shown(request: HttpRequest, here: Region | None, found: object, text: str) -> HttpResponse:
    """Return the page."""
    page = page_of(request, found.count())
    parts = here.code.split(".") if here else []
    codes = [".".join(parts[: number + 1]) for number in range(len(parts) - 1)]
    above = Region.objects.filter(code__in=codes).order_by("code")
    crumbs = [(_("Wilayah"), reverse("register:regions"))]
    crumbs += [(each.name, reverse("register:region", args=[each.code])) for each in above]
    context = {
        "here": here,
        "text": text,
        "crumbs": [*crumbs, (here.name, None)] if here else None,
        "page": page,
        "rows": list(found.order_by("code")[page.window]),
    }
    return render(request, "register/regions.html", context)
