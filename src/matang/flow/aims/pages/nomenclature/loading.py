"""Load a file of the national list, look at what was read and what was kept out, decide."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from matang.flow.aims.choices import NomenclatureState
from matang.flow.aims.models import NomenclatureEdition
from matang.flow.aims.permissions import EDITOR_ROLES, may_edit_agency_aims
from matang.flow.aims.selectors.nomenclature import edition_in_use, edition_visible_to, editions_of
from matang.flow.aims.services.nomenclature import discard_nomenclature, load_nomenclature, use_nomenclature
from matang.flow.aims.services.nomenclature.findings import counted, shown
from matang.flow.register.public import UnreadableFileError
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.ui.fields import UploadField
from matang.ui.refusals import demand, onto
from matang.ui.workbooks import long_workbook

CHIPS = {"ready": "unknown", "in_use": "pass", "discarded": ""}
SHOWN = 100


class UploadForm(forms.Form):
    """A file of the national list and where it comes from."""

    file = UploadField(
        help_text=gettext_lazy(
            "Excel atau CSV: satu baris satu subkegiatan, dengan kolom kode, nama, kinerja, indikator, dan satuan."
        )
    )
    title = forms.CharField(
        label=gettext_lazy("Judul"), max_length=200, help_text=gettext_lazy("Contoh: Nomenklatur kabupaten/kota 2027")
    )
    source = forms.CharField(
        label=gettext_lazy("Dasar"), max_length=300, required=False, help_text=gettext_lazy("Nomor keputusan menteri, bila ada.")
    )


def edition_or_404(request: HttpRequest, edition_id: int) -> NomenclatureEdition:
    """Return a loaded list of the actor's agency."""
    found = edition_visible_to(request.actor, edition_id)
    if found is None:
        raise Http404
    return found


@gate.signed_in
@require_safe
def editions(request: HttpRequest) -> HttpResponse:
    """List what was loaded; the one in use leads to its content."""
    context = {
        "rows": list(editions_of(request.actor)[:50]),
        "current": edition_in_use(request.actor),
        "chips": CHIPS,
        "may_edit": bool(may_edit_agency_aims(request.actor)),
    }
    return render(request, "aims/nomenclature/editions.html", context)


@gate.roles(*EDITOR_ROLES)
@require_http_methods(["GET", "POST"])
def edition_new(request: HttpRequest) -> HttpResponse:
    """Take a file and go on to what was read; nothing is in use yet."""
    demand(may_edit_agency_aims(request.actor))
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        data, file = form.cleaned_data, form.cleaned_data["file"]
        with onto(form):
            try:
                made = load_nomenclature(
                    actor=request.actor, content=file.read(), file_name=file.name, title=data["title"], source=data["source"]
                )
            except UnreadableFileError as error:
                form.add_error("file", str(error))
            else:
                return redirect("aims:edition", made.pk)
    return render(request, "aims/nomenclature/upload.html", {"form": form}, status=422 if form.errors else 200)


@gate.signed_in
@require_http_methods(["GET", "POST"])
def edition(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Show what was read of a file, what was kept out and mended; put it into use or throw it away."""
    found = edition_or_404(request, edition_id)
    may_edit = may_edit_agency_aims(request.actor)
    if request.method == "POST":
        demand(may_edit)
        return _decide(request, found)
    context = {
        "edition": found,
        "kinds": counted([*found.kept_out, *found.mended]),
        "kept_out": [shown(each) for each in found.kept_out[:SHOWN]],
        "mended": [shown(each) for each in found.mended[:SHOWN]],
        "chips": CHIPS,
        "may_edit": bool(may_edit),
        "ready": found.state == NomenclatureState.READY,
    }
    return render(request, "aims/nomenclature/edition.html", context)


def _decide(request: HttpRequest, found: NomenclatureEdition) -> HttpResponse:
    act = request.POST.get("act", "")
    try:
        if act == "use":
            use_nomenclature(actor=request.actor, edition_id=found.pk)
            messages.success(request, _("Daftar dipakai. Program dapat diambil dari sini ke pohon tujuan."))
            return redirect("aims:nomenclature")
        if act == "discard":
            discard_nomenclature(actor=request.actor, edition_id=found.pk)
            messages.success(request, _("Daftar dibuang. Yang sudah diambil ke pohon tetap ada."))
            return redirect("aims:editions")
    except RefusedError as error:
        if found.state != NomenclatureState.DISCARDED:
            raise PermissionDenied(error.answer.reason) from error
        messages.error(request, error.answer.reason)
    return redirect("aims:edition", found.pk)


@gate.signed_in
@require_safe
def findings_download(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Download everything that was kept out or mended, with row, value, reason and way out."""
    found = edition_or_404(request, edition_id)
    severities = {
        "row": _("baris tidak ikut"), "value": _("nilai tidak ikut"), "asked": _("ikut, perlu diperiksa"),
        "mended": _("dirapikan"),
    }  # fmt: skip
    lines = (shown(each) for each in [*found.kept_out, *found.mended])
    rows = ([severities[one.severity], one.row, one.column, one.value, one.reason, one.way_out] for one in lines)
    headings = [_("Nasib"), _("Baris"), _("Kolom"), _("Isi"), _("Sebab"), _("Jalan keluar")]
    return long_workbook(f"nomenklatur-temuan-{found.pk}", _("Temuan"), headings, rows, [found.title, found.file_name])
