"""Values from Excel: upload, look at what was found row by row, approve or discard, and undo."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.measure.models import Series, SeriesImport
from matang.flow.measure.models.periods import period_name
from matang.flow.measure.pages.forms import UploadForm
from matang.flow.measure.permissions import ENTRY_ROLES
from matang.flow.measure.selectors.imports import import_visible_to, imports_visible_to
from matang.flow.measure.selectors.owed import unfilled
from matang.flow.measure.services.imports import (
    HEADINGS,
    UnreadableValuesError,
    discard_import,
    prepare_import,
    store_import,
    template_rows,
    undo_import,
)
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.paging import page_of
from matang.ui.refusals import telling
from matang.ui.workbooks import workbook

CHIPS = {"ready": "info", "stored": "pass", "discarded": "", "undone": "warn"}
SHOWN = 200


@gate.roles(*ENTRY_ROLES)
@require_http_methods(["GET", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """List the files, and take a new one."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = prepare_import(actor=request.actor, file_name=file.name, content=file.read())
            return redirect("measure:import", made.pk)
        except UnreadableValuesError as error:
            form.add_error("file", str(error))
    rows = imports_visible_to(request.actor)
    page = page_of(request, rows.count())
    context = {
        "form": form,
        "imports": list(rows[page.window]) if page.total else [],
        "page": page,
        "chips": CHIPS,
        "crumbs": [(_("Capaian indikator"), reverse("measure:indicators")), (_("Impor nilai"), None)],
    }
    return render(request, "measure/imports.html", context)


def _import_or_404(request: HttpRequest, import_id: int) -> SeriesImport:
    found = import_visible_to(request.actor, import_id)
    if found is None:
        raise Http404
    return found


@gate.roles(*ENTRY_ROLES)
def one_import(request: HttpRequest, import_id: int) -> HttpResponse:
    """Show a file: the rows that can be taken, and what is wrong with the others."""
    found = _import_or_404(request, import_id)
    shown = found.lines[:SHOWN]
    rows = Series.objects.filter(agency_id=found.agency_id, pk__in={line["series"] for line in shown})
    series = {one.pk: one for one in rows.select_related("unit", "indicator")}
    lines = [
        (line, one, period_name(one.kind, date.fromisoformat(line["period"])), date.fromisoformat(line["as_at"]))
        for line in shown
        if (one := series.get(line["series"])) is not None
    ]
    context = {
        "one": found,
        "lines": lines,
        "more": len(found.lines) - len(shown),
        "findings": found.findings[:SHOWN],
        "hidden": max(0, len(found.findings) - SHOWN),
        "chips": CHIPS,
        "crumbs": [
            (_("Capaian indikator"), reverse("measure:indicators")),
            (_("Impor nilai"), reverse("measure:imports")),
            (found.file_name, None),
        ],
    }
    return render(request, "measure/import.html", context)


@gate.roles(*ENTRY_ROLES)
@require_POST
def import_decide(request: HttpRequest, import_id: int) -> HttpResponse:
    """Store, discard or undo a file."""
    found = _import_or_404(request, import_id)
    deed = request.POST.get("deed", "")
    with telling(request):
        if deed == "store":
            store_import(actor=request.actor, import_id=found.pk)
            messages.success(request, _("Nilai disimpan."))
        elif deed == "discard":
            discard_import(actor=request.actor, import_id=found.pk)
            messages.success(request, _("Berkas dibuang; tidak ada yang disimpan."))
        elif deed == "undo":
            undo_import(actor=request.actor, import_id=found.pk, reason=request.POST.get("reason", ""))
            messages.success(request, _("Semua nilai dari berkas ini ditarik; riwayatnya tetap dapat dibaca."))
    return redirect("measure:import", found.pk)


@gate.roles(*ENTRY_ROLES)
def import_template(request: HttpRequest) -> HttpResponse:
    """Download a file to fill: a row for every period that is still empty."""
    rows = template_rows(unfilled(request.actor, today()))
    return workbook(f"isi-nilai-{today()}", "", [], [("Nilai", HEADINGS, rows)])
