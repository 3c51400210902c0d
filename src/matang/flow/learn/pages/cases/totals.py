"""How many people, at least; how that was made; what is missing; what happened at one place at one time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from matang.flow.learn.choices import PastKind
from matang.flow.learn.models import PastCase
from matang.flow.learn.permissions import CASE_ROLES
from matang.flow.learn.selectors.cases.listing import cases_visible_to
from matang.flow.learn.selectors.cases.spans import overlaps_of
from matang.flow.learn.selectors.cases.totals import too_many, totals_of
from matang.foundation.access import gate
from matang.ui.asking import word

KIND, YEAR, SENDER = "jenis", "tahun", "pengirim"


def _group(case: PastCase, by: str) -> str:
    if by == SENDER:
        return case.sender
    if by == YEAR:
        day = case.starts_on or case.ends_on
        return str(day.year) if day else _("tahun tidak diketahui")
    return str(PastKind(case.kind).label)


@gate.roles(*CASE_ROLES)
def cases_totals(request: HttpRequest) -> HttpResponse:
    """Show the totals with their lines."""
    rows = list(cases_visible_to(request.actor).select_related("part_of").order_by("code"))
    by = word(request, "menurut", {KIND, YEAR, SENDER}) or KIND
    context = {
        "made": totals_of(rows, lambda case: _group(case, by)),
        "by": by,
        "ways": [(KIND, _("Jenis")), (YEAR, _("Tahun")), (SENDER, _("Pengirim"))],
        "overlaps": overlaps_of(rows),
        "too_many": too_many(rows),
        "any": bool(rows),
    }
    return render(request, "learn/cases/totals.html", context)
