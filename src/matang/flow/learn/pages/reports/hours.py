"""Hours of learning (JP) of a person, year by year, with what the rules say to it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from matang import rules
from matang.flow.learn.selectors.reports import year_of, years_of
from matang.flow.register.public import Person, person_visible_to
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.asking import number_in
from matang.ui.formats import angka

ANSWERED = {rules.Outcome.PASS: "pass", rules.Outcome.FAIL: "warn", rules.Outcome.CANNOT_TELL: "unknown"}


def _told(found: rules.Finding) -> tuple[str, str, str, bool]:
    """Return chip, sentence and article of a rule's answer, and whether its source is unread."""
    sentence = found.message().text(lambda text: gettext(text) if text else "", angka)
    return ANSWERED[found.outcome], sentence, str(found.item.reference), found.unverified


def _page(request: HttpRequest, person: Person | None) -> HttpResponse:
    if person is None:
        return render(request, "learn/reports/hours.html", {"person": None, "mine": True})
    day = today()
    year = min(max(number_in(request, "tahun") or day.year, 1990), day.year + 1)
    found = year_of(person, year, day)
    context = {
        "person": person,
        "mine": person.pk == request.actor.person_id,
        "found": found,
        "year": year,
        "years": sorted({*years_of(person.pk), day.year, year}, reverse=True),
        "told": [_told(found.floor), _told(found.ceiling)],
        "articles": sorted({(row.article, row.unverified) for row in found.rows}),
    }
    return render(request, "learn/reports/hours.html", context)


@gate.signed_in
def my_hours(request: HttpRequest) -> HttpResponse:
    """Show the actor's own hours."""
    actor = request.actor
    return _page(request, Person.objects.filter(agency_id=actor.agency_id, pk=actor.person_id or 0).first())


@gate.signed_in
def person_hours(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show somebody's hours to who reads the person."""
    person = person_visible_to(request.actor, person_id)
    if person is None:
        raise Http404
    return _page(request, person)
