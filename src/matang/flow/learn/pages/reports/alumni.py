"""Who is ready to help others with what they learned."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from matang.flow.learn.choices import AlumnusRole
from matang.flow.learn.selectors.alumni import own_offers
from matang.flow.learn.selectors.reports import alumni_of
from matang.foundation.access import gate
from matang.ui.asking import word
from matang.ui.paging import page_of


@gate.signed_in
def alumni(request: HttpRequest) -> HttpResponse:
    """List the alumni who offered to help, by topic; whoever has an accepted report may offer themselves here."""
    text = word(request, "q")
    rows = alumni_of(request.actor.agency_id, text=text)
    page = page_of(request, rows.count())
    context = {
        "alumni": list(rows[page.window]),
        "page": page,
        "text": text,
        "own": own_offers(request.actor),
        "roles": AlumnusRole.choices,
    }
    return render(request, "learn/reports/alumni.html", context)
