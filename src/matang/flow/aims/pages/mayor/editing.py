"""Write down announcements, agendas and programmes, tie programmes to aims, load them from a file."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matang.flow.aims.models import MayorAgenda, MayorAnnouncement, MayorProgramme, MayorTie
from matang.flow.aims.pages.editing import form_page
from matang.flow.aims.pages.forms import ReasonForm, TargetForm
from matang.flow.aims.pages.mayor.forms import AgendaForm, AnnouncementForm, LoadForm, ProgrammeForm
from matang.flow.aims.permissions import EDITOR_ROLES, may_edit_agency_aims
from matang.flow.aims.selectors.picking import others_to_pick
from matang.flow.aims.services.mayor.loading import read_file, sealed, write_rows
from matang.flow.aims.services.mayor.writing import drop, save_agenda, save_announcement, save_programme, tie_programme
from matang.flow.register.public import UnreadableFileError
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.ui.asking import number_in
from matang.ui.refusals import demand, onto

CHANGING = ["GET", "POST"]
KINDS: dict[str, type[models.Model]] = {
    "pengumuman": MayorAnnouncement,
    "agenda": MayorAgenda,
    "program": MayorProgramme,
    "kaitan": MayorTie,
}


def _crumbs(here: str) -> list[tuple[str, str | None]]:
    return [(_("Program wali kota"), reverse("aims:mayor")), (here, None)]


def _found(request: HttpRequest, model: type[models.Model], key: int) -> Any:
    """Return a row of the actor's agency."""
    row = model._default_manager.filter(pk=key, agency_id=request.actor.agency_id).first()
    if row is None:
        raise Http404
    return row


def _edit(
    request: HttpRequest, form: forms.Form, save: Callable[..., object], title: str, *, danger: tuple[str, str] | None = None
) -> HttpResponse:
    """Run a form whose fields are the service's arguments, and go back to the view."""
    demand(may_edit_agency_aims(request.actor))
    if request.method == "POST" and form.is_valid():
        with onto(form):
            save(actor=request.actor, **form.cleaned_data)
            messages.success(request, _("Tersimpan."))
            return redirect("aims:mayor")
    back = reverse("aims:mayor")
    return form_page(request, form, title, _("Simpan"), crumbs=_crumbs(title), back=back, danger=danger)


def _drop_way(kind: str, key: int) -> tuple[str, str]:
    return (_("Hapus"), reverse("aims:mayor_drop", args=[kind, key]))


@gate.roles(*EDITOR_ROLES)
@require_http_methods(CHANGING)
def announcement_new(request: HttpRequest) -> HttpResponse:
    """Write down an announced number."""
    return _edit(request, AnnouncementForm(request.POST or None), save_announcement, _("Catat pengumuman"))


@gate.roles(*EDITOR_ROLES)
@require_http_methods(CHANGING)
def agenda_new(request: HttpRequest) -> HttpResponse:
    """Make an agenda."""
    return _edit(request, AgendaForm(request.POST or None), save_agenda, _("Agenda baru"))


@gate.roles(*EDITOR_ROLES)
@require_http_methods(CHANGING)
def agenda_change(request: HttpRequest, agenda_id: int) -> HttpResponse:
    """Mend an agenda."""
    row = _found(request, MayorAgenda, agenda_id)
    form = AgendaForm(request.POST or None, initial={name: getattr(row, name) for name in AgendaForm.base_fields})
    save = lambda **said: save_agenda(agenda_id=row.pk, **said)  # noqa: E731
    return _edit(request, form, save, _("Ubah agenda"), danger=_drop_way("agenda", row.pk))


def _programme_form(request: HttpRequest, initial: dict[str, object]) -> ProgrammeForm:
    agendas = list(MayorAgenda.objects.filter(agency_id=request.actor.agency_id))
    return ProgrammeForm(request.POST or None, agendas=agendas, initial=initial)


def _saving(**more: object) -> Callable[..., object]:
    def save(*, agenda: int, **said: Any) -> object:
        return save_programme(agenda_id=agenda, **said, **more)

    return save


@gate.roles(*EDITOR_ROLES)
@require_http_methods(CHANGING)
def mayor_programme_new(request: HttpRequest) -> HttpResponse:
    """Make a programme, in ``?agenda=`` where one is asked for."""
    form = _programme_form(request, {"agenda": number_in(request, "agenda")})
    return _edit(request, form, _saving(), _("Program baru"))


@gate.roles(*EDITOR_ROLES)
@require_http_methods(CHANGING)
def mayor_programme_change(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Mend a programme."""
    row = _found(request, MayorProgramme, programme_id)
    names = ("title", "announced_total", "total_unit", "source")
    form = _programme_form(request, {name: getattr(row, name) for name in names} | {"agenda": row.agenda_id})
    return _edit(request, form, _saving(programme_id=row.pk), _("Ubah program"), danger=_drop_way("program", row.pk))


@gate.roles(*EDITOR_ROLES)
@require_http_methods(CHANGING)
def mayor_tie(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Tie a programme to an aim that was searched for."""
    row = _found(request, MayorProgramme, programme_id)
    demand(may_edit_agency_aims(request.actor))
    form = TargetForm(
        request.POST or None,
        rows=lambda text: others_to_pick(request.actor, today(), text),
        address=f"{reverse('aims:aim_pick')}?semua=1",
    )
    if request.method == "POST" and form.is_valid():
        with onto(form):
            tie_programme(actor=request.actor, programme_id=row.pk, aim_id=form.cleaned_data["target"].pk)
            messages.success(request, _("Simpul dikaitkan."))
            return redirect("aims:mayor")
    context = {"programme": row, "form": form, "crumbs": _crumbs(_("Kaitkan simpul"))}
    return render(request, "aims/mayor/tie.html", context, status=422 if form.errors else 200)


@gate.roles(*EDITOR_ROLES)
@require_http_methods(CHANGING)
def mayor_drop(request: HttpRequest, kind: str, key: int) -> HttpResponse:
    """Take something out, with a reason that the trail keeps."""
    if kind not in KINDS:
        raise Http404
    row = _found(request, KINDS[kind], key)
    demand(may_edit_agency_aims(request.actor))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            drop(actor=request.actor, model=KINDS[kind], key=row.pk, reason=form.cleaned_data["reason"])
            messages.success(request, _("Dihapus. Riwayatnya tetap ada."))
            return redirect("aims:mayor")
    return form_page(
        request,
        form,
        _("Hapus"),
        _("Ya, hapus"),
        crumbs=_crumbs(_("Hapus")),
        back=reverse("aims:mayor"),
        lead=str(row),
        kind="danger",
    )


@gate.roles(*EDITOR_ROLES)
@require_http_methods(CHANGING)
def mayor_load(request: HttpRequest) -> HttpResponse:
    """Read a file and show what it would make; written only when that is confirmed."""
    demand(may_edit_agency_aims(request.actor))
    if seal := request.POST.get("seal"):
        try:
            made = write_rows(actor=request.actor, seal=seal)
        except RefusedError as error:
            raise PermissionDenied(error.answer.reason) from error
        messages.success(
            request, _("Dimuat: %(agendas)s agenda, %(programmes)s program, %(ties)s kaitan baru.") % made
        )  # fmt: skip
        return redirect("aims:mayor")
    form, reading, seal = LoadForm(request.POST or None, request.FILES or None), None, ""
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            reading = read_file(actor=request.actor, content=file.read(), file_name=file.name)
            seal = sealed(request.actor, reading)
        except UnreadableFileError as error:
            form.add_error("file", str(error))
    context = {"form": form, "reading": reading, "seal": seal, "crumbs": _crumbs(_("Muat berkas"))}
    return render(request, "aims/mayor/load.html", context, status=422 if form.errors else 200)
