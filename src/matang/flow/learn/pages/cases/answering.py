"""Answer what the sources of a case leave open."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matang.flow.learn.choices import PastField
from matang.flow.learn.models import PastCase
from matang.flow.learn.pages.cases.forms import FORMS, AnswerForm, part_choices
from matang.flow.learn.pages.cases.page import case_or_404
from matang.flow.learn.pages.hosts.asking import form_page
from matang.flow.learn.permissions import HOST_ROLES, may_keep_cases
from matang.flow.learn.selectors.cases.listing import cases_visible_to
from matang.flow.learn.selectors.cases.questions import questions_of
from matang.flow.learn.services.cases import answering
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.ui.refusals import demand, onto


def demand_archivist(request: HttpRequest) -> None:
    """Refuse the page (403 with the reason) to those who don't keep the archive."""
    demand(may_keep_cases(request.actor))


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def case_answer(request: HttpRequest, case_id: int, field: str) -> HttpResponse:
    """Show the form of an answer, or write the answer down."""
    found = case_or_404(request, case_id)
    demand_archivist(request)
    if field not in FORMS:
        raise Http404
    form = _form(request, found, field)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            _store(request.actor, found.pk, field, form.cleaned_data)
            messages.success(request, _("Jawaban tentang %(code)s disimpan.") % {"code": found.code})
            return redirect("learn:case", found.pk)
    asked = next((one.text for one in questions_of(found) if one.field == field), "")
    title = _("%(code)s: %(what)s") % {"code": found.code, "what": PastField(field).label.lower()}
    back = reverse("learn:case", args=[found.pk])
    crumbs = [(_("Arsip pengiriman"), reverse("learn:cases")), (found.code, back), (_("Jawab"), None)]
    return form_page(request, form, title, _("Simpan jawaban"), crumbs=crumbs, back=back, lead=asked)


def _form(request: HttpRequest, found: PastCase, field: str) -> AnswerForm:
    more: dict[str, Any] = {}
    if field == PastField.PART:
        more["codes"] = part_choices(found, list(cases_visible_to(request.actor).order_by("code")))
        more["initial"] = {"whole": found.part_of.code if found.part_of else found.part_read}
    day = found.starts_on or found.ends_on
    if field == PastField.YEAR and day:
        more["initial"] = {"year": day.year}
    return FORMS[field](request.POST or None, **more)


def _store(actor: Actor, case_id: int, field: str, said: dict[str, Any]) -> None:
    common = {"actor": actor, "case_id": case_id, "source": said["source"]}
    if field == PastField.PEOPLE:
        answering.answer_count(number=said["number"], **common)
    elif field == PastField.YEAR:
        answering.answer_year(year=said["year"], **common)
    elif field == PastField.HOSTS:
        answering.answer_hosts(hosts=said["hosts"], **common)
    elif field == PastField.PART:
        answering.link_part(whole=said["whole"], **common)
    elif field == PastField.OFFICES:
        answering.answer_offices(confirmed=said["offices"] == "ya", **common)
    elif field == PastField.CONFLICT:
        answering.answer_conflict(right=said["right"], **common)
    else:
        answering.answer_date(field=field, day=said["day"], **common)
