"""The history of imports, and the upload of a file."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matang.flow.register.choices import ImportKind
from matang.flow.register.models import ImportRun
from matang.flow.register.pages.imports.trying import try_file
from matang.flow.register.permissions import may_edit_unit
from matang.flow.register.services.imports import runs
from matang.flow.register.services.imports.reading import UnreadableFileError
from matang.foundation.access import gate
from matang.foundation.access.answers import require
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from matang.ui.fields import UploadField, day_input
from matang.ui.paging import page_of


class UploadForm(forms.Form):
    """A file and the day whose state it shows."""

    file = UploadField(
        help_text=gettext_lazy(
            "Excel (.xlsx, .xls, .ods) atau CSV: ekspor SIASN, DUK, daftar pegawai lain, daftar unit, atau penilaian kinerja."
        )
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Isi berkas"),
        help_text=gettext_lazy("Biasanya dikenali dari judul kolomnya; pilih sendiri bila keliru."),
        choices=[("", gettext_lazy("Kenali sendiri")), *ImportKind.choices],
        required=False,
    )
    as_at = forms.DateField(
        label=gettext_lazy("Keadaan per tanggal"),
        help_text=gettext_lazy("Hari yang digambarkan berkas ini, biasanya hari ekspornya."),
        widget=day_input(),
    )

    header_row = forms.IntegerField(
        label=gettext_lazy("Nomor baris judul"),
        help_text=gettext_lazy("Boleh kosong: biasanya dikenali sendiri. Isi bila salah dikenali, seperti nomor baris di Excel."),
        min_value=1,
        max_value=250,
        required=False,
    )

    def clean_as_at(self) -> object:
        """Refuse a day that has not come."""
        day = self.cleaned_data["as_at"]
        if day > today():
            raise forms.ValidationError(_("Tanggal ini belum tiba. Isi hari yang digambarkan berkas."))
        return day


@gate.roles(Role.HR_OFFICER)
def imports(request: HttpRequest) -> HttpResponse:
    """Show who imported what, when, and what came of it."""
    require(may_edit_unit(request.actor, ""))
    asked = ImportRun.objects.filter(agency_id=request.actor.agency_id)
    page = page_of(request, asked.count())
    fields = ("id", "file_name", "kind", "state", "created_at", "created_by__first_name", "created_by__username", "tally")
    rows = asked.order_by("-created_at", "-id").values(*fields)[page.window] if page.total else []
    return render(
        request,
        "register/imports/history.html",
        {"page": page, "rows": rows, "kinds": dict(ImportKind.choices)},
    )


@gate.roles(Role.HR_OFFICER)
def import_new(request: HttpRequest) -> HttpResponse:
    """Take a file, read it without its sensitive columns, try it, and go on to what was found."""
    require(may_edit_unit(request.actor, ""))
    form = UploadForm(request.POST or None, request.FILES or None, initial={"as_at": today()})
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        content = upload.read()
        kind = ImportKind(form.cleaned_data["kind"] or runs.kind_of_file(content, upload.name))
        try:
            run = runs.open_run(
                actor=request.actor,
                content=content,
                name=upload.name,
                as_at=form.cleaned_data["as_at"],
                kind=kind,
                header_row=form.cleaned_data["header_row"],
            )
        except UnreadableFileError as error:
            form.add_error("file", str(error))
        else:
            tried = try_file(request, run)
            asks_columns = tried and kind == ImportKind.PEOPLE
            return redirect("register:import_columns" if asks_columns else "register:import_run", run.pk)
    status = 422 if form.errors else 200
    return render(request, "register/imports/upload.html", {"form": form}, status=status)
