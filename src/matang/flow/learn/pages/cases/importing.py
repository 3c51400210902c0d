"""Bring a file of cases in: check it, decide what its notes mean, put it in, undo it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.learn.choices import PastImportState, PastReading
from matang.flow.learn.models import PastImport
from matang.flow.learn.pages.cases.answering import demand_archivist
from matang.flow.learn.pages.cases.forms import CasesFileForm
from matang.flow.learn.permissions import HOST_ROLES
from matang.flow.learn.selectors.cases.listing import imports_of
from matang.flow.learn.services.cases.checking import ASK, ERROR, NOTE
from matang.flow.learn.services.cases.importing import (
    apply_cases,
    discard_cases,
    drafts_of,
    undo_cases,
    upload_cases,
)
from matang.flow.learn.services.cases.reading import COLUMNS, UnreadableCasesError
from matang.foundation.access import gate
from matang.ui.refusals import telling
from matang.ui.workbooks import workbook

LEVEL_CHIPS = {ERROR: "fail", ASK: "unknown", NOTE: "info"}
SHOWN = 50
STATE_CHIPS = {"ready": "warn", "applied": "pass", "undone": ""}
EXAMPLE = (
    "C01", "magang", "Pemkot Contoh (Dinas PU)", "Dinas PU Kota Teladan; BKD Kota Teladan", "4", "2024-07-12 (pelepasan)", "",
    "3 bulan", "tata ruang", "laporan", "tidak", "https://contoh.go.id/berita", "tinggi", "hapus baris contoh ini",
)  # fmt: skip


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def cases_import(request: HttpRequest) -> HttpResponse:
    """Take a file for checking; list what was brought in before."""
    demand_archivist(request)
    form = CasesFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = upload_cases(actor=request.actor, content=file.read(), name=file.name)
        except UnreadableCasesError as error:
            form.add_error("file", str(error))
        else:
            return redirect("learn:cases_checked", made.pk)
    context = {"form": form, "imports": list(imports_of(request.actor)[:SHOWN]), "chips": STATE_CHIPS}
    return render(request, "learn/cases/import.html", context)


@gate.roles(*HOST_ROLES)
def cases_template(_request: HttpRequest) -> HttpResponse:
    """Hand over an empty list with one example row."""
    return workbook("templat-arsip-kasus", "", [], [(_("Kasus"), COLUMNS, [EXAMPLE])])


def _import(request: HttpRequest, import_id: int) -> PastImport:
    found = PastImport.objects.filter(pk=import_id, agency_id=request.actor.agency_id).first()
    if found is None or found.state == PastImportState.DISCARDED:
        raise Http404
    demand_archivist(request)
    return found


@gate.roles(*HOST_ROLES)
def cases_checked(request: HttpRequest, import_id: int) -> HttpResponse:
    """Show what a file would put in, row by row, or what it has put in."""
    found = _import(request, import_id)
    context: dict[str, object] = {"batch": found, "chips": LEVEL_CHIPS, "state_chips": STATE_CHIPS}
    if found.state == PastImportState.READY:
        drafts = drafts_of(found)
        findings = [finding for draft in drafts for finding in draft.findings]
        context |= {
            "drafts": drafts,
            "fitting": sum(draft.fits for draft in drafts),
            "findings": findings,
            "wrong": sum(finding.level == ERROR for finding in findings),
            "asked": sum(finding.level == ASK for finding in findings),
            "parts": [draft.case for draft in drafts if draft.fits and draft.case.part_state == PastReading.PROPOSED],
            "offices": [draft.case for draft in drafts if draft.fits and draft.case.offices_state == PastReading.PROPOSED],
        }
    else:
        context["count"] = found.cases.count()
    return render(request, "learn/cases/checked.html", context)


def _said(request: HttpRequest, what: str) -> dict[str, bool]:
    """Return what the person says to the proposals of a kind, by the code of the case; "nanti" stays open."""
    return {
        name.removeprefix(f"{what}-"): value == "ya"
        for name, value in request.POST.items()
        if name.startswith(f"{what}-") and value in {"ya", "tidak"}
    }


@gate.roles(*HOST_ROLES)
@require_POST
def cases_apply(request: HttpRequest, import_id: int) -> HttpResponse:
    """Put a checked file into the archive."""
    found = _import(request, import_id)
    with telling(request):
        said = {"parts": _said(request, "bagian"), "offices": _said(request, "kantor")}
        made = apply_cases(actor=request.actor, import_id=found.pk, **said)
        messages.success(request, _("%(count)s kasus masuk ke arsip.") % {"count": made})
        return redirect("learn:cases")
    return redirect("learn:cases_checked", found.pk)


@gate.roles(*HOST_ROLES)
@require_POST
def cases_discard(request: HttpRequest, import_id: int) -> HttpResponse:
    """Throw a checked file away."""
    found = _import(request, import_id)
    with telling(request):
        discard_cases(actor=request.actor, import_id=found.pk)
        messages.success(request, _("Berkas dibuang; arsip tidak berubah."))
    return redirect("learn:cases_import")


@gate.roles(*HOST_ROLES)
@require_POST
def cases_undo(request: HttpRequest, import_id: int) -> HttpResponse:
    """Take an import out again."""
    found = _import(request, import_id)
    with telling(request):
        gone = undo_cases(actor=request.actor, import_id=found.pk, reason=request.POST.get("reason", ""))
        messages.success(request, _("Impor dibatalkan; %(count)s kasus dikeluarkan dari arsip.") % {"count": gone})
    return redirect("learn:cases_checked", found.pk)
