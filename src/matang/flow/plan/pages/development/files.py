"""The catalogue as a workbook: export, template, dry run, and storing what was tried."""

from datetime import date, datetime

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.needs.public import competencies_at
from matang.flow.plan.choices import SIASN_KIND, ActKind
from matang.flow.plan.permissions import LOOKING_ROLES, PLANNING_ROLES, may_keep_catalogue
from matang.flow.plan.selectors.development.reading import acts_visible_to
from matang.flow.plan.services.development.importing import (
    COLUMNS,
    MOST_ROWS,
    UnreadableActsError,
    read_acts,
    store_acts,
    try_acts,
)
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.ui.fields import UploadField
from matang.ui.refusals import demand
from matang.ui.workbooks import Sheet, workbook

SALT, AN_HOUR = "plan.acts", 3600
EXAMPLE = (
    "KUR-01", "Contoh: kursus (hapus baris ini)", "Kursus", "MAN.3", 1, 2, 20, 1_500_000, 0, 30, 1, "2027-03-01", "2027-03-03",
    "ya", "BKPSDM", "", "",
)  # fmt: skip


class UploadForm(forms.Form):
    """A workbook of acts."""

    file = UploadField(
        label=gettext_lazy("Berkas Excel (.xlsx)"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        help_text=gettext_lazy("Diperiksa dulu; tidak ada yang disimpan sebelum Anda menekan Simpan."),
    )


def _beside(request: HttpRequest) -> list[Sheet]:
    """Return the sheets that say which kinds and competencies there are."""
    kinds = [(SIASN_KIND[kind], str(kind.label)) for kind in ActKind]
    known = [(c.code, c.name) for c in competencies_at(request.actor.agency_id, today())]
    return [
        Sheet(_("Jenis"), [_("Nomor SIASN"), _("Jenis")], kinds),
        Sheet(_("Kompetensi"), [_("Kode"), _("Kompetensi")], known),
    ]


@gate.roles(*LOOKING_ROLES)
def acts_export(request: HttpRequest) -> HttpResponse:
    """Hand over the catalogue in the columns that can be uploaded again."""
    rows = []
    for act in acts_visible_to(request.actor).filter(active=True).order_by("code"):
        values = {name: getattr(act, name) for name in COLUMNS}
        values |= {"kind": act.get_kind_display(), "competency": act.competency.code}
        values |= {"full_time": "ya" if act.full_time else "tidak"}
        rows.append([values[name] for name in COLUMNS])
    sheet = Sheet(_("Kegiatan"), list(COLUMNS.values()), rows)
    return workbook("katalog-kegiatan", "", [], [sheet, *_beside(request)])


@gate.roles(*LOOKING_ROLES)
def acts_template(request: HttpRequest) -> HttpResponse:
    """Hand over an empty list with one example row and the closed lists beside it."""
    sheet = Sheet(_("Kegiatan"), list(COLUMNS.values()), [EXAMPLE])
    return workbook("templat-kegiatan", "", [], [sheet, *_beside(request)])


@gate.roles(*PLANNING_ROLES)
@require_http_methods(["GET", "POST"])
def acts_import(request: HttpRequest) -> HttpResponse:
    """Ask for a file and show what it would do."""
    _require_keeper(request)
    form = UploadForm(request.POST or None, request.FILES or None)
    context: dict[str, object] = {"form": form, "most": MOST_ROWS}
    if request.method == "POST" and form.is_valid():
        try:
            rows = read_acts(form.cleaned_data["file"].read())
        except UnreadableActsError as error:
            form.add_error("file", str(error))
        else:
            tried = try_acts(request.actor, rows)
            counts = {name: sum(row.outcome == name for row in tried) for name in ("new", "changed", "same", "refused")}
            context |= {"tried": tried, "counts": counts, "parcel": _parcel(request, rows)}
            context["name"] = form.cleaned_data["file"].name
    return render(request, "plan/development/import.html", context)


def _parcel(request: HttpRequest, rows: list[tuple[int, dict[str, object]]]) -> str:
    """Return the rows signed for this account, to be handed back when they are to be stored."""
    plain = [(number, {name: _plain(cell) for name, cell in cells.items()}) for number, cells in rows]
    return signing.dumps([request.actor.user_id, plain], salt=SALT, compress=True)


def _plain(cell: object) -> object:
    """Return a cell as JSON holds it; a day as ``2027-03-01``."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else cell


@gate.roles(*PLANNING_ROLES)
@require_POST
def acts_import_save(request: HttpRequest) -> HttpResponse:
    """Store what was tried: all rows or none."""
    _require_keeper(request)
    try:
        user_id, rows = signing.loads(request.POST.get("isi", ""), salt=SALT, max_age=AN_HOUR)
    except signing.BadSignature:
        messages.error(request, _("Pemeriksaan berkas ini sudah kedaluwarsa. Unggah lagi."))
        return redirect("plan:acts_import")
    if user_id != request.actor.user_id:
        raise PermissionDenied(_("Berkas ini diperiksa oleh akun lain. Unggah dari akun Anda sendiri."))
    try:
        stored = store_acts(actor=request.actor, rows=[(number, cells) for number, cells in rows])
    except RefusedError as error:
        messages.error(request, error.answer.reason)
        return redirect("plan:acts_import")
    new, changed = (sum(row.outcome == name for row in stored) for name in ("new", "changed"))
    messages.success(request, _("Katalog disimpan: %(new)s baru, %(changed)s berubah.") % {"new": new, "changed": changed})
    return redirect("plan:acts")


def _require_keeper(request: HttpRequest) -> None:
    demand(may_keep_catalogue(request.actor))
