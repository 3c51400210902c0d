"""Who is ready to help others with what they learned."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from matang.flow.learn.selectors.reports import alumni_of
from matang.foundation.access import gate
from matang.ui.asking import word
from matang.ui.paging import page_of


@gate.signed_in
def alumni(request: HttpRequest) -> HttpResponse:
    """List the alumni who offered to help, by topic."""
    text = word(request, "q")
    rows = alumni_of(request.actor.agency_id, text=text)
    page = page_of(request, rows.count())
    return render(request, "learn/reports/alumni.html", {"alumni": list(rows[page.window]), "page": page, "text": text})
