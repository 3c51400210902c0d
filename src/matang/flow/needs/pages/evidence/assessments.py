"""Files of assessment results: the list, a new one, its dry run, and what was decided about it."""

import io

import xlsxwriter
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.needs.choices import AssessmentState, EvidenceSource
from matang.flow.needs.models import AssessmentFile
from matang.flow.needs.pages.evidence.forms import AssessmentForm, ReasonForm
from matang.flow.needs.permissions import EVIDENCE_ROLES
from matang.flow.needs.selectors.standards import competencies_at
from matang.flow.needs.services.evidence import Upload
from matang.flow.needs.services.evidence.intake import (
    commit_assessments,
    discard_assessments,
    try_assessments,
    withdraw_assessments,
)
from matang.flow.needs.services.evidence.plans import KEPT, REFUSALS
from matang.flow.register.public import people_visible_to
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.foundation.files.services import RefusedFileError
from matang.ui.paging import page_of
from matang.ui.workbooks import PLAIN, attached, long_workbook

SHOWN = 100
CHIPS = {"ready": "warn", "committed": "pass", "discarded": "", "withdrawn": "fail"}


def _files(request: HttpRequest) -> object:
    """Return the files that the actor may look at: all for the agency's officer, else their own."""
    rows = AssessmentFile.objects.filter(agency_id=request.actor.agency_id).select_related("file", "created_by", "decided_by")
    if request.actor.scope(*EVIDENCE_ROLES).everything:
        return rows
    return rows.filter(created_by_id=request.actor.user_id)


def _file(request: HttpRequest, file_id: int) -> AssessmentFile:
    found = _files(request).filter(pk=file_id).first()
    if found is None:
        raise Http404
    return found


@gate.roles(*EVIDENCE_ROLES)
@require_http_methods(["GET", "POST"])
def assessments(request: HttpRequest) -> HttpResponse:
    """List the files and take a new one, which is tried at once and stored only when somebody says so."""
    form = AssessmentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            made = try_assessments(
                actor=request.actor,
                upload=Upload(data["file"].name, data["file"]),
                source=data["source"],
                shown_on=data["shown_on"],
                expires_on=data["expires_on"],
            )
        except RefusedFileError as error:
            form.add_error("file", str(error))
        except RefusedError as error:
            form.add_error("file", error.answer.reason)
        else:
            return redirect("needs:assessment", made.pk)
    files = _files(request)
    page = page_of(request, files.count())
    context = {"files": list(files[page.window]), "page": page, "form": form, "chips": CHIPS}
    return render(request, "needs/assessments.html", context)


@gate.roles(*EVIDENCE_ROLES)
def assessment(request: HttpRequest, file_id: int) -> HttpResponse:
    """Show what a file would do, or did, with the refused lines."""
    file = _file(request, file_id)
    context = {
        "file": file,
        "source": EvidenceSource(file.source).label,
        "tally": file.tally,
        "codes": [(_(REFUSALS[code][0].split(" %(")[0]), count) for code, count in file.tally.get("codes", {}).items()],
        "findings": [said(finding) for finding in file.findings[:SHOWN]],
        "more": len(file.findings) > SHOWN,
        "chips": CHIPS,
        "ready": file.state == AssessmentState.READY,
        "stored": file.state == AssessmentState.COMMITTED,
        "form": ReasonForm(),
    }
    return render(request, "needs/assessment.html", context)


def said(finding: list) -> dict[str, object]:
    """Return a refused line in the reader's language."""
    sheet, row, column, code, value = finding
    reason, way_out = REFUSALS[code]
    return {
        "sheet": sheet,
        "row": row,
        "column": column,
        "reason": _(reason) % {"value": value},
        "way_out": _(way_out),
    }


@gate.roles(*EVIDENCE_ROLES)
@require_POST
def commit(request: HttpRequest, file_id: int) -> HttpResponse:
    """Store what the dry run showed."""
    file = _file(request, file_id)
    try:
        made = commit_assessments(actor=request.actor, file_id=file.pk, reason=request.POST.get("reason", ""))
    except RefusedError as error:
        messages.error(request, error.answer.reason)
        return redirect("needs:assessment", file.pk)
    if made.state == AssessmentState.COMMITTED:
        messages.success(request, _("Bukti dari berkas ini tersimpan dan status kompetensi dihitung ulang."))
    else:
        messages.warning(request, _("Data berubah sejak berkas dicoba. Periksa lagi hasilnya sebelum menyimpan."))
    return redirect("needs:assessment", file.pk)


@gate.roles(*EVIDENCE_ROLES)
@require_POST
def discard(request: HttpRequest, file_id: int) -> HttpResponse:
    """Give up a file that was only tried."""
    file = _file(request, file_id)
    try:
        discard_assessments(actor=request.actor, file_id=file.pk)
    except RefusedError as error:
        raise PermissionDenied(error.answer.reason) from error
    messages.success(request, _("Berkas dibatalkan. Tidak ada yang disimpan."))
    return redirect("needs:assessments")


@gate.roles(*EVIDENCE_ROLES)
@require_POST
def take_back(request: HttpRequest, file_id: int) -> HttpResponse:
    """Withdraw everything that a file brought."""
    file = _file(request, file_id)
    try:
        withdraw_assessments(actor=request.actor, file_id=file.pk, reason=request.POST.get("reason", ""))
    except RefusedError as error:
        messages.error(request, error.answer.reason)
    else:
        messages.success(request, _("Semua bukti dari berkas ini ditarik dan status kompetensi dihitung ulang."))
    return redirect("needs:assessment", file.pk)


@gate.roles(*EVIDENCE_ROLES)
def findings(request: HttpRequest, file_id: int) -> HttpResponse:
    """Download the refused lines with the way out."""
    file = _file(request, file_id)
    headings = [_("Lembar"), _("Baris"), _("Kolom"), _("Alasan"), _("Jalan keluar")]
    rows = ([line["sheet"], line["row"], line["column"], line["reason"], line["way_out"]] for line in map(said, file.findings))
    notes = [file.file.name, _("Paling banyak %(n)s baris pertama.") % {"n": KEPT}]
    return long_workbook(f"temuan-{file.pk}", _("Temuan"), headings, rows, notes)


@gate.roles(*EVIDENCE_ROLES)
def template(request: HttpRequest) -> HttpResponse:
    """Download an empty workbook: a matrix with the people in reach, a list, and how to fill them."""
    actor, day = request.actor, today()
    dictionary = competencies_at(actor.agency_id, day)
    people = people_visible_to(actor, day).order_by("full_name", "pk").values_list("nip", "full_name")
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, **PLAIN}) as book:
        bold, words = book.add_format({"bold": True, "text_wrap": True, "valign": "top"}), book.add_format({"num_format": "@"})
        matrix, lines, guide = (book.add_worksheet(str(name)) for name in (_("Matriks"), _("Daftar"), _("Petunjuk")))
        matrix.write_row(0, 0, ["NIP", "Nama", *(competency.code for competency in dictionary)], bold)
        matrix.set_column(0, 0, 22, words)
        matrix.set_column(1, 1, 32)
        matrix.freeze_panes(1, 2)
        for number, (nip, name) in enumerate(people, start=1):
            matrix.write_string(number, 0, nip)
            matrix.write_string(number, 1, name)
        lines.write_row(
            0, 0, ["NIP", "Nama", "Kompetensi", "Level", "Sumber", "Tanggal", "Berlaku sampai", "Penilai", "Keterangan"], bold
        )
        lines.set_column(0, 0, 22, words)
        lines.set_column(1, 8, 20)
        guide.set_column(0, 0, 28)
        guide.set_column(1, 1, 70)
        guide.write_row(0, 0, [_("Kode"), _("Artinya")], bold)
        told = [
            (_("Level"), _("0 sampai 5; sel kosong berarti tidak dinilai.")),
            (_("Tanggal"), _("Seperti 31-12-2025. Boleh diisi untuk seluruh berkas saat mengunggah.")),
            *((competency.code, competency.name) for competency in dictionary),
            *((source.value, str(source.label)) for source in EvidenceSource if source != EvidenceSource.SELF),
        ]
        for number, pair in enumerate(told, start=1):
            guide.write_row(number, 0, [str(cell) for cell in pair])
    return attached("templat-hasil-penilaian.xlsx", buffer.getvalue())
