"""The list of sendings, on the screen and as a sheet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from matang.flow.learn.choices import SendingKind, SendingState
from matang.flow.learn.models import Cohort, Sending
from matang.flow.learn.permissions import SENDER_ROLES, may_keep_cases
from matang.flow.learn.selectors.afterwards import CHIPS
from matang.flow.learn.selectors.calls import calls_for
from matang.flow.learn.selectors.sendings import SORTS, SendingQuestion, listed, sendings_asked, sendings_visible_to
from matang.flow.register.public import unit_tree
from matang.foundation.access import gate
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from matang.ui.asking import number_in, query_of, word
from matang.ui.formats import tanggal
from matang.ui.paging import page_of
from matang.ui.workbooks import workbook


def _question(request: HttpRequest) -> SendingQuestion:
    unit = unit_tree(request.actor.agency_id, today()).by_id.get(number_in(request, "unit") or 0)
    return SendingQuestion(
        text=word(request, "q"),
        kind=word(request, "jenis", SendingKind.values),
        state=word(request, "status", [*SendingState.values, "all"]),
        unit_path=unit.path if unit else "",
        cohort_id=number_in(request, "angkatan"),
        sort=word(request, "urut", SORTS) or "baru",
    )


@gate.signed_in
def sendings(request: HttpRequest) -> HttpResponse:
    """List the sendings in reach: search, filters, order, pages."""
    question = _question(request)
    found = sendings_asked(request.actor, question)
    page = page_of(request, found.count())
    context = {
        "sendings": list(listed(found, question.sort)[page.window]) if page.total else [],
        "any": bool(page.total) or sendings_visible_to(request.actor).exists(),
        "page": page,
        "question": question,
        "kinds": SendingKind.choices,
        "states": SendingState.choices,
        "cohorts": list(Cohort.objects.filter(agency_id=request.actor.agency_id).values_list("pk", "name")),
        "query": query_of(request),
        "may_open": not request.actor.scope(*SENDER_ROLES).empty,
        "may_record": bool(may_keep_cases(request.actor)) and request.actor.has(Role.HR_OFFICER),
        "calls": calls_for(request.actor).filter(closed_at=None, closes_on__gte=today()).count()
        if not request.actor.scope(*SENDER_ROLES).empty
        else 0,
        "chips": CHIPS,
    }
    return render(request, "learn/sendings/sendings.html", context)


@gate.signed_in
def sendings_download(request: HttpRequest) -> HttpResponse:
    """Download exactly the sendings that the list shows with the same filters, all pages of it."""
    question = _question(request)
    headings = [
        _("Yang dipelajari"), _("Jenis"), _("Unit pengirim"), _("Tuan rumah"), _("Unit tuan rumah"), _("Mulai"),
        _("Hari terakhir"), _("Calon"), _("Berangkat"), _("Status"), _("Angkatan"), _("Asal catatan"),
    ]  # fmt: skip
    rows = (_line(row) for row in listed(sendings_asked(request.actor, question), question.sort))
    title = _("Pengiriman belajar")
    return workbook(
        f"pengiriman-belajar-{today()}", title, [_("Per %(day)s") % {"day": tanggal(today())}], [(title, headings, rows)]
    )


def _line(row: Sending) -> tuple[object, ...]:
    return (
        row.title, row.get_kind_display(), row.unit_name, str(row.host) if row.host else "", row.host_unit, row.starts_on,
        row.ends_on, row.candidates, row.going, row.get_state_display(), row.cohort.name if row.cohort else "",
        row.get_origin_display(),
    )  # fmt: skip
