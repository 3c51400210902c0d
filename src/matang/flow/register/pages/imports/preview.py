"""What an import would do, or did: rows by outcome, findings, changes; commit, progress, discard, result workbook."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from matang.flow.register.choices import ImportOutcome, ImportState
from matang.flow.register.jobs import commit_import
from matang.flow.register.models import ImportRow, ImportRun
from matang.flow.register.pages.imports.found import run_of
from matang.flow.register.services.imports import runs
from matang.flow.register.services.imports.codes import CODES, Severity
from matang.flow.register.services.imports.fields import BY_KEY
from matang.flow.register.services.imports.parcel import sheets_in
from matang.flow.register.services.imports.questions import UNIT_CODES
from matang.flow.register.services.imports.rows import findings_of
from matang.flow.register.services.imports.workbook import result_workbook
from matang.foundation.access import gate
from matang.foundation.access.roles import Role
from matang.foundation.jobs.models import JobState, Progress
from matang.ui.paging import page_of
from matang.ui.workbooks import XLSX

ASKED = "asked"
AT_WORK = (ImportState.CHECKING, ImportState.QUEUED)
FIELD_LABELS = {key: field.label for key, field in BY_KEY.items()} | {"document": gettext_lazy("Dokumen")}
ASKED_CODES = [code for code, entry in CODES.items() if entry.severity is Severity.ASKED]


def outcome_of(request: HttpRequest, run: ImportRun) -> str:
    """Return the tab asked for; else the first that has something to look at."""
    wanted = request.GET.get("hasil", "")
    if wanted in {*ImportOutcome.values, ASKED}:
        return wanted
    order = (ImportOutcome.REFUSED, ImportOutcome.UPDATE, ImportOutcome.CREATE)
    return next((outcome.value for outcome in order if run.tally.get(outcome.value)), ImportOutcome.UNCHANGED.value)


def asked_count(run: ImportRun) -> int:
    """Return how many questions rows of the run carry."""
    return sum(run.tally.get("codes", {}).get(code, 0) for code in ASKED_CODES)


@gate.roles(Role.HR_OFFICER)
def import_run(request: HttpRequest, run_id: int) -> HttpResponse:
    """Show one import: the preview, the progress, or what came of it."""
    run = run_of(request, run_id)
    if run.state == ImportState.CHECKING:
        return render(request, "register/imports/checking.html", {"run": run, "progress": progress_of(run)})
    outcome, code = outcome_of(request, run), request.GET.get("kode", "")
    asked = ImportRow.objects.filter(agency_id=run.agency_id, run_id=run.pk)
    asked = asked.filter(codes__overlap=ASKED_CODES) if outcome == ASKED else asked.filter(outcome=outcome)
    code = code if code in CODES else ""
    if code:
        asked = asked.filter(codes__contains=[code])
    total = asked.count() if code or outcome == ASKED else run.tally.get(outcome, 0)
    page = page_of(request, total if run.state != ImportState.DISCARDED else 0)
    rows = list(asked.order_by("position")[page.window]) if page.total else []
    codes = run.tally.get("codes", {})
    context = {
        "run": run,
        "page": page,
        "rows": [(row, findings_of(row)) for row in rows],
        "outcome": outcome,
        "code": code,
        "codes": [(key, CODES[key], count) for key, count in sorted(codes.items()) if key in CODES],
        "known_codes": CODES,
        "outcomes": list(ImportOutcome),
        "asked": asked_count(run),
        "unit_questions": sum(codes.get(each, 0) for each in UNIT_CODES),
        "dropped": sorted({column for names in run.dropped.values() for column in names}),
        "notes": [note for sheet in sheets_in(run.layout) for note in sheet.notes],
        "sheets": [sheet.name for sheet in sheets_in(run.layout)],
        "labels": FIELD_LABELS,
        "progress": progress_of(run),
        "to_mend": run.tally.get(ImportOutcome.REFUSED.value, 0) + asked_count(run),
    }
    return render(request, "register/imports/run.html", context)


def progress_of(run: ImportRun) -> Progress | None:
    """Return how far the run's job is."""
    if run.job_id is None or run.state not in AT_WORK:
        return None
    return Progress.objects.filter(agency_id=run.agency_id, job_id=run.job_id).first()


@gate.roles(Role.HR_OFFICER)
def import_progress(request: HttpRequest, run_id: int) -> HttpResponse:
    """Show only how far the job is; pages ask again every two seconds, and go to the result when it is there."""
    run = run_of(request, run_id)
    answer = render(request, "register/imports/progress.html", {"run": run, "progress": progress_of(run)})
    if run.state not in AT_WORK:
        answer["HX-Refresh"] = "true"
    return answer


@gate.roles(Role.HR_OFFICER)
def import_commit(request: HttpRequest, run_id: int) -> HttpResponse:
    """Ask once more what will happen; a POST queues the commit, once."""
    run = run_of(request, run_id)
    if request.method == "POST":
        queued = runs.request_commit(actor=request.actor, run_id=run.pk)
        if queued is not None:
            queued.job_id = commit_import.defer(agency_id=queued.agency_id, actor_id=request.actor.user_id, run_id=queued.pk)
            queued.save(update_fields=["job_id"])
        return redirect("register:import_run", run.pk)
    stuck = run.state == ImportState.QUEUED and runs.job_state(run) == JobState.FAILED
    if run.state not in runs.OPEN and not stuck:
        return redirect("register:import_run", run.pk)
    return render(
        request, "register/imports/confirm.html", {"run": run, "asked": asked_count(run), "outcomes": list(ImportOutcome)}
    )


@gate.roles(Role.HR_OFFICER)
@require_POST
def import_discard(request: HttpRequest, run_id: int) -> HttpResponse:
    """Give the import up."""
    run = run_of(request, run_id)
    runs.discard(actor=request.actor, run_id=run.pk)
    messages.success(request, _("Impor “%(file)s” dibatalkan. Tidak ada yang berubah di register.") % {"file": run.file_name})
    return redirect("register:imports")


@gate.roles(Role.HR_OFFICER)
def import_result(request: HttpRequest, run_id: int) -> HttpResponse:
    """Download the result workbook, with the refused rows to mend."""
    run = run_of(request, run_id)
    stem = "".join(char if char.isalnum() or char in "-_" else "-" for char in run.file_name.rsplit(".", 1)[0])[:60]
    return HttpResponse(
        result_workbook(run),
        content_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="hasil-{run.pk}-{stem}.xlsx"', "Cache-Control": "no-store"},
    )
