"""Make, change and end units."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from matang.flow.register.models import Unit
from matang.flow.register.pages.forms import EndForm, UnitChangeForm, UnitForm
from matang.flow.register.permissions import may_edit_unit
from matang.flow.register.selectors.units import unit_tree
from matang.flow.register.services.reorganisation import Successor, end_unit, succeed_unit
from matang.flow.register.services.units import correct_unit, create_unit
from matang.foundation.access import gate
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from matang.ui.refusals import demand, onto_or_forbid


def unit_or_404(request: HttpRequest, unit_id: int) -> Unit:
    """Return a unit of the actor's agency that the actor may change."""
    found = Unit.objects.filter(pk=unit_id, agency_id=request.actor.agency_id).select_related("parent", "region").first()
    if found is None:
        raise Http404
    demand(may_edit_unit(request.actor, found.path))
    return found


@gate.roles(Role.HR_OFFICER)
def unit_new(request: HttpRequest) -> HttpResponse:
    """Make a unit."""
    actor = request.actor
    scope = actor.scope(Role.HR_OFFICER)
    if scope.empty:
        raise PermissionDenied
    tree = unit_tree(actor.agency_id, today())
    form = UnitForm(request.POST or None, tree=tree, initial={"parent": request.GET.get("induk"), "valid_from": today()})
    if request.method == "POST" and form.is_valid():
        with onto_or_forbid(form):
            made = create_unit(actor=actor, origin="manual", **form.cleaned_data)
            messages.success(request, _("Unit %(name)s dibuat.") % {"name": made.name})
            return redirect("register:unit", made.pk)
    crumbs = [(_("Unit"), reverse("register:units")), (_("Unit baru"), None)]
    context = {
        "form": form,
        "title": _("Unit baru"),
        "crumbs": crumbs,
        "action": _("Buat unit"),
        "back": reverse("register:units"),
    }
    return render(request, "register/form.html", context)


@gate.roles(Role.HR_OFFICER)
def unit_change(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Rename or move a unit from a day on, or mend a slip of the pen."""
    found = unit_or_404(request, unit_id)
    initial = {
        "name": found.name,
        "code": found.code,
        "kind": found.kind,
        "parent": found.parent_id,
        "region": found.region_id,
        "day": today(),
        "how": UnitChangeForm.OFFICIAL,
    }
    form = UnitChangeForm(request.POST or None, tree=unit_tree(request.actor.agency_id, today()), initial=initial)
    if request.method == "POST" and form.is_valid():
        with onto_or_forbid(form):
            heir = change(request, found, form)
            messages.success(request, _("Perubahan unit disimpan."))
            return redirect(f"{reverse('register:unit', args=[heir.pk])}?per={max(heir.valid_from, today())}")
    context = {
        "form": form,
        "title": _("Ubah unit"),
        "lead": found.name,
        "crumbs": [
            (_("Unit"), reverse("register:units")),
            (found.name, reverse("register:unit", args=[found.pk])),
            (_("Ubah"), None),
        ],
        "action": _("Simpan perubahan"),
        "back": reverse("register:unit", args=[found.pk]),
        "danger": (_("Akhiri unit ini"), reverse("register:unit_end", args=[found.pk])),
    }
    return render(request, "register/form.html", context)


def change(request: HttpRequest, unit: Unit, form: UnitChangeForm) -> Unit:
    """Carry out the change that the form asks for and return the unit as it then is."""
    data = form.cleaned_data
    facts = {"code": data["code"], "name": data["name"], "kind": data["kind"], "region": data["region"]}
    if data["how"] == UnitChangeForm.SLIP:
        correct_unit(actor=request.actor, unit=unit, reason=data["reason"], **facts)
        return unit
    into = Successor(parent=data["parent"], **facts)
    return succeed_unit(actor=request.actor, unit=unit, into=into, day=data["day"], reason=data["reason"])


@gate.roles(Role.HR_OFFICER)
def unit_end(request: HttpRequest, unit_id: int) -> HttpResponse:
    """End a unit, after asking."""
    found = unit_or_404(request, unit_id)
    form = EndForm(request.POST or None, initial={"day": today()})
    if request.method == "POST" and form.is_valid():
        with onto_or_forbid(form):
            end_unit(actor=request.actor, unit=found, **form.cleaned_data)
            messages.success(request, _("Unit %(name)s diakhiri.") % {"name": found.name})
            return redirect("register:units")
    context = {
        "form": form,
        "title": _("Akhiri unit"),
        "lead": found.name,
        "warning": _("Unit dan jabatan kosongnya berakhir pada tanggal itu. Laporan tanggal sebelumnya tetap memuatnya."),
        "crumbs": [
            (_("Unit"), reverse("register:units")),
            (found.name, reverse("register:unit", args=[found.pk])),
            (_("Akhiri"), None),
        ],
        "action": _("Ya, akhiri unit"),
        "kind": "danger",
        "back": reverse("register:unit", args=[found.pk]),
    }
    return render(request, "register/form.html", context)
