"""What was recognised in a file, and what its columns mean."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from matang.flow.register.choices import ImportKind, ImportState
from matang.flow.register.models import ImportRun
from matang.flow.register.pages.imports.found import run_of
from matang.flow.register.pages.imports.trying import try_file
from matang.flow.register.services.imports import runs
from matang.flow.register.services.imports.fields import BY_KEY, FIELDS
from matang.flow.register.services.imports.mapping import missing
from matang.flow.register.services.imports.parcel import Sheet, sheets_in
from matang.foundation.access import gate
from matang.foundation.access.roles import Role

CHANGEABLE = (ImportState.READY, ImportState.FAILED)


@dataclass(slots=True)
class Column:
    """A column to be given a meaning. ``name`` is its field in the form."""

    name: str
    heading: str
    sheets: list[str]
    sample: str
    field: str
    confidence: int


def columns_of(sheets: list[Sheet], run: ImportRun) -> list[Column]:
    """Return the columns of all sheets, each heading once, those with a meaning first."""
    found: dict[str, Column] = {}
    for sheet in sheets:
        for heading, sample in zip(sheet.columns, sheet.samples, strict=True):
            if heading in found:
                found[heading].sheets.append(sheet.name)
                found[heading].sample = found[heading].sample or sample
            else:
                key = run.mapping.get(heading, "")
                found[heading] = Column(f"k{len(found)}", heading, [sheet.name], sample, key, run.confidence.get(heading, 0))
    return sorted((column for column in found.values() if column.sample or column.field), key=lambda column: not column.field)


def sheets_read(request: HttpRequest, run: ImportRun) -> set[int]:
    """Return which sheets are to be read, by their place: as ticked in the form, where it asks; else as they are."""
    if "tanya_sheet" in request.POST:
        return {number for number in range(len(run.layout)) if str(number) in request.POST.getlist("sheet")}
    return {number for number, sheet in enumerate(sheets_in(run.layout)) if not sheet.skipped}


def _doubles(mapped: dict[str, str], sheets: list[Sheet]) -> list[str]:
    """Return the fields that two columns of one sheet claim."""
    doubles: dict[str, None] = {}
    for sheet in sheets:
        keys = [mapped[column] for column in sheet.columns if mapped.get(column)]
        doubles |= {key: None for key in keys if keys.count(key) > 1}
    return [str(BY_KEY[key].label) for key in doubles]


@gate.roles(Role.HR_OFFICER)
def import_columns(request: HttpRequest, run_id: int) -> HttpResponse:
    """Show what was recognised; a POST corrects it, tries the file again and goes to the preview."""
    run = run_of(request, run_id)
    if run.kind != ImportKind.PEOPLE or run.state not in CHANGEABLE:
        return redirect("register:import_run", run.pk)
    sheets, read = sheets_in(run.layout), sheets_read(request, run)
    columns = columns_of(sheets, run)
    trouble: list[str] = []
    if request.method == "POST":
        chosen = {column.heading: request.POST.get(column.name, "") for column in columns}
        mapped = {heading: key for heading, key in chosen.items() if key in BY_KEY}
        trouble = [
            _("%(field)s dipilih untuk dua kolom pada sheet yang sama.") % {"field": field}
            for field in _doubles(mapped, [sheets[number] for number in sorted(read)])
        ]
        if not read:
            trouble.append(_("Pilih sedikitnya satu sheet."))
        if not trouble:
            save_as = request.POST.get("simpan_sebagai", "").strip()
            runs.choose_sheets(actor=request.actor, run=run, chosen=read)
            runs.set_columns(actor=request.actor, run=run, mapped=mapped, save_as=save_as)
            try_file(request, run)
            if save_as:
                messages.success(request, _("Arti kolom disimpan sebagai “%(name)s”.") % {"name": save_as})
            return redirect("register:import_run", run.pk)
        for column in columns:
            column.field = chosen[column.heading] if chosen[column.heading] in BY_KEY else ""
    context = {
        "run": run,
        "sheets": sheets,
        "read": read,
        "columns": columns,
        "fields": FIELDS,
        "dropped": sorted({column for names in run.dropped.values() for column in names}),
        "lacking": sorted(
            {str(BY_KEY[key].label) for sheet in sheets if not sheet.skipped for key in missing(sheet, run.mapping)}
        ),
        "trouble": trouble,
    }
    return render(request, "register/imports/columns.html", context, status=422 if trouble else 200)
