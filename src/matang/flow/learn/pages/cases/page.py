"""One case: every claim with its source, what is taken from it, and what is not known."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from matang.flow.learn.choices import PastField
from matang.flow.learn.models import PastCase
from matang.flow.learn.pages.cases.listing import TRUST_CHIPS
from matang.flow.learn.permissions import CASE_ROLES, may_keep_cases
from matang.flow.learn.selectors.cases.listing import case_visible_to, cases_visible_to, claims_of
from matang.flow.learn.selectors.cases.questions import date_text, duration_text, questions_of
from matang.flow.learn.selectors.cases.spans import overlaps_of
from matang.flow.learn.selectors.cases.totals import too_many
from matang.foundation.access import gate


def case_or_404(request: HttpRequest, case_id: int) -> PastCase:
    """Return a case that the actor reads."""
    found = case_visible_to(request.actor, case_id)
    if found is None:
        raise Http404
    return found


@gate.roles(*CASE_ROLES)
def case(request: HttpRequest, case_id: int) -> HttpResponse:
    """Show a case with everything that was said about it."""
    found = case_or_404(request, case_id)
    every = list(cases_visible_to(request.actor).order_by("code"))
    claims = claims_of(found)
    grouped = [(field, [claim for claim in claims if claim.field == field]) for field in PastField]
    family = [one for one in every if found.pk in {one.pk, one.part_of_id} or one.pk == found.part_of_id]
    context = {
        "case": found,
        "starts": date_text(found, "starts"),
        "ends": date_text(found, "ends"),
        "span": duration_text(found),
        "claims": [(field, said) for field, said in grouped if said],
        "questions": questions_of(found),
        "parts": [one for one in every if one.part_of_id == found.pk],
        "overlaps": [one for one in overlaps_of(every) if found.pk in {one.first.pk, one.second.pk}],
        "too_many": too_many(family),
        "chips": TRUST_CHIPS,
        "may_keep": bool(may_keep_cases(request.actor)),
    }
    return render(request, "learn/cases/case.html", context)
