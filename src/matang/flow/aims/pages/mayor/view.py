"""The mayor's programmes over the tree, and the same as a workbook."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from matang.flow.aims.pages.showing import unit_names, words
from matang.flow.aims.permissions import may_edit_agency_aims
from matang.flow.aims.selectors.mayor.view import View, mayor_view
from matang.foundation.access import gate
from matang.ui.asking import day_of, tail
from matang.ui.formats import tanggal
from matang.ui.paging import page_of
from matang.ui.workbooks import long_workbook

SHOWN = 25


@gate.signed_in
@require_safe
def mayor(request: HttpRequest) -> HttpResponse:
    """Show agendas, programmes and what carries them out; contradictions stand on top."""
    day = day_of(request)
    view = mayor_view(request.actor, day)
    nodes = [node for group in view.groups for line in group.lines for _key, node in line.aims]
    context = {
        "day": day,
        "tail": tail(request),
        "view": view,
        "loose": view.loose[:SHOWN],
        "units": unit_names(request.actor, day, (node.unit_id for node in [*nodes, *view.loose[:SHOWN]])),
        "may_edit": bool(may_edit_agency_aims(request.actor)),
        **words(),
    }
    return render(request, "aims/mayor/view.html", context)


@gate.signed_in
@require_safe
def mayor_loose(request: HttpRequest) -> HttpResponse:
    """List all activities that serve no programme of the mayor."""
    day = day_of(request)
    view = mayor_view(request.actor, day)
    page = page_of(request, len(view.loose))
    rows = view.loose[page.window]
    units = unit_names(request.actor, day, (node.unit_id for node in rows))
    context = {"day": day, "tail": tail(request), "rows": rows, "page": page, "units": units, "view": view, **words()}
    return render(request, "aims/mayor/loose.html", context)


@gate.signed_in
@require_safe
def mayor_download(request: HttpRequest) -> HttpResponse:
    """Download the programmes in the columns that loading reads, and the health of what carries them out."""
    day = day_of(request)
    headings = [
        _("Agenda"), _("Jumlah diumumkan"), _("Sumber agenda"), _("Program"), _("Jumlah"), _("Satuan"), _("Sumber"),
        _("Kode simpul"), _("Simpul"), _("Kesehatan"),
    ]  # fmt: skip
    view = mayor_view(request.actor, day)
    notes = [_("Keadaan per %(day)s") % {"day": tanggal(day)}, _("%(count)s program") % {"count": view.listed}]
    return long_workbook(f"program-wali-kota-{day}", _("Program wali kota"), headings, _rows(view), notes)


def _rows(view: View) -> Iterator[list[object]]:
    healths = words()["healths"]
    for group in view.groups:
        agenda = group.agenda
        for line in group.lines:
            programme = line.programme
            head = [
                agenda.title, agenda.announced_count, agenda.source, programme.title, programme.announced_total,
                programme.total_unit, programme.source,
            ]  # fmt: skip
            for _key, node in line.aims or ((0, None),):
                yield [*head, *([node.code, node.title, str(healths[node.verdict.health])] if node else ["", "", ""])]
