"""Add a person, record facts about one, and take the last record back. Everything is shown once more before it is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from matang.flow.register.models import Person
from matang.flow.register.pages.person import person_or_404
from matang.flow.register.pages.record_forms import (
    AppraisalForm,
    CareerForm,
    EducationForm,
    GradeForm,
    PersonForm,
    StateForm,
)
from matang.flow.register.permissions import may_add_people, may_edit_person
from matang.flow.register.selectors.people import unit_path_of
from matang.flow.register.services.appraisals import record_appraisal
from matang.flow.register.services.people import create_person
from matang.flow.register.services.records import (
    RECORDS,
    record_career,
    record_education,
    record_grade,
    record_state,
    undo_record,
)
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from matang.ui.formats import tanggal
from matang.ui.refusals import demand, onto_or_forbid

SURE, AGAIN = "yakin", "ubah"


@dataclass(frozen=True, slots=True)
class Recordable:
    """A kind of record: its place in the address, its title, its form and the service that keeps it."""

    what: str
    title: str | Promise
    form: type[forms.Form]
    keep: Callable[..., Any]


KINDS = {
    "golongan": Recordable("grade", gettext_lazy("Catat golongan"), GradeForm, record_grade),
    "kedudukan": Recordable("state", gettext_lazy("Catat kedudukan hukum"), StateForm, record_state),
    "pendidikan": Recordable("education", gettext_lazy("Catat pendidikan"), EducationForm, record_education),
    "penilaian": Recordable("appraisal", gettext_lazy("Catat penilaian kinerja"), AppraisalForm, record_appraisal),
    "riwayat": Recordable("career", gettext_lazy("Catat riwayat jabatan"), CareerForm, record_career),
}


def summary(form: forms.Form, filled: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Return what a valid form says, as people read it, for the page that asks once more."""
    lines = []
    for name, field in form.fields.items():
        value = form.cleaned_data.get(name)
        if value in (None, "", False):
            continue
        if isinstance(field, forms.BooleanField):
            text = _("ya")
        elif isinstance(field, forms.ChoiceField):
            text = str(dict(field.choices).get(value, value))
        else:
            text = tanggal(value) if isinstance(field, forms.DateField) else str(value)
        lines.append((str(field.label), f"{text} ({_('dibaca dari NIP')})" if name in filled else text))
    return lines


def tried(form: forms.Form, keep: Callable[[], Any]) -> bool:
    """Return whether the service would keep what the form says; what it finds wrong stands at the fields. Nothing is kept."""
    with onto_or_forbid(form), transaction.atomic():
        keep()
        transaction.set_rollback(True)
    return not form.errors


def confirm(request: HttpRequest, form: forms.Form, context: dict[str, Any]) -> HttpResponse:
    """Show what is about to be recorded, with the fields carried along unseen."""
    lines = summary(form, getattr(form, "filled", ()))
    return render(request, "register/record_confirm.html", {**context, "form": form, "lines": lines, "sure": SURE})


@gate.roles(Role.HR_OFFICER)
def person_new(request: HttpRequest) -> HttpResponse:
    """Add a person."""
    demand(may_add_people(request.actor))
    form = PersonForm(request.POST or None, actor=request.actor)
    back = reverse("register:people")
    title = _("Pegawai baru")
    context = {
        "title": title,
        "crumbs": [(_("Pegawai"), back), (title, None)],
        "action": _("Periksa dan lanjutkan"),
        "back": back,
    }
    if request.method == "POST" and form.is_valid():

        def keep() -> Person:
            return create_person(actor=request.actor, **form.facts())

        if SURE in request.POST:
            with onto_or_forbid(form):
                made = keep()
                messages.success(request, _("%(name)s ditambahkan. Catat golongan dan jabatannya.") % {"name": made.display_name})
                return redirect("register:person", made.pk)
        elif AGAIN not in request.POST and tried(form, keep):
            return confirm(request, form, context)
    return render(request, "register/form.html", {**context, "form": form})


def editable_or_404(request: HttpRequest, person_id: int) -> Person:
    """Return a person about whom the actor may record facts."""
    found = person_or_404(request, person_id)
    demand(may_edit_person(request.actor, lambda: unit_path_of(found.pk, today())))
    return found


@gate.roles(Role.HR_OFFICER)
def record_new(request: HttpRequest, person_id: int, kind: str) -> HttpResponse:
    """Record a fact about a person."""
    found = editable_or_404(request, person_id)
    if kind not in KINDS:
        raise Http404
    record = KINDS[kind]
    form = record.form(request.POST or None, person=found, initial={} if kind in {"pendidikan", "riwayat"} else {"day": today()})
    back = reverse("register:person", args=[found.pk])
    context = {
        "title": record.title,
        "lead": found.display_name,
        "crumbs": [(_("Pegawai"), reverse("register:people")), (found.full_name, back), (record.title, None)],
        "action": _("Periksa dan lanjutkan"),
        "back": back,
    }
    if request.method == "POST" and form.is_valid():

        def keep() -> Any:
            return record.keep(actor=request.actor, person=found, **form.cleaned_data)

        if SURE in request.POST:
            with onto_or_forbid(form):
                made = keep()
                messages.success(request, _("Catatan disimpan."))
                return redirect(f"{back}?batal={kind}-{made.pk}")
        elif AGAIN not in request.POST and tried(form, keep):
            return confirm(request, form, context)
    return render(request, "register/form.html", {**context, "form": form})


@gate.roles(Role.HR_OFFICER)
@require_POST
def record_undo(request: HttpRequest, person_id: int, kind: str, record_id: int) -> HttpResponse:
    """Take back what the same officer recorded last."""
    found = editable_or_404(request, person_id)
    if kind not in KINDS or not RECORDS[KINDS[kind].what]._default_manager.filter(pk=record_id, person=found).exists():
        raise Http404
    try:
        undo_record(actor=request.actor, person=found, what=KINDS[kind].what, record_id=record_id)
        messages.success(request, _("Catatan dibatalkan."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except RefusedError as error:
        raise PermissionDenied(error.answer.reason) from error
    return redirect("register:person", found.pk)
