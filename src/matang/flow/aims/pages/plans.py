"""Planning documents: the list, a new one, its facts."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from matang.flow.aims.pages.editing import form_page
from matang.flow.aims.pages.forms import PlanForm
from matang.flow.aims.permissions import EDITOR_ROLES, may_edit_aims
from matang.flow.aims.selectors.trees import plan_visible_to, plans_of
from matang.flow.aims.services.plans import save_plan
from matang.flow.register.public import unit_tree
from matang.foundation.access import gate
from matang.foundation.clock.dated import holds_at
from matang.foundation.clock.services import today
from matang.ui.refusals import demand, onto


@gate.signed_in
@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    """List the planning documents with how many aims stand in each."""
    live: Q = holds_at(today(), "aims__")
    rows = list(plans_of(request.actor).annotate(count=Count("aims", filter=live)))
    context = {"rows": rows, "may_edit": request.actor.has(*EDITOR_ROLES)}
    return render(request, "aims/plans.html", context)


@gate.roles(*EDITOR_ROLES)
@require_http_methods(["GET", "POST"])
def plan_new(request: HttpRequest) -> HttpResponse:
    """Make a planning document."""
    year = today().year
    form = PlanForm(
        request.POST or None,
        tree=unit_tree(request.actor.agency_id, today()),
        initial={"kind": "rpjmd", "year_from": year, "year_to": year + 4},
    )
    if request.method == "POST" and form.is_valid():
        with onto(form):
            data = form.cleaned_data
            made = save_plan(actor=request.actor, unit_id=data.pop("unit"), **data)
            messages.success(request, _("Dokumen dicatat. Sekarang susun tujuannya, mulai dari visi."))
            return redirect(f"{reverse('aims:outline')}?dokumen={made.pk}")
    back = reverse("aims:plans")
    crumbs = [(_("Dokumen perencanaan"), back), (_("Baru"), None)]
    return form_page(request, form, _("Dokumen baru"), _("Catat dokumen"), crumbs=crumbs, back=back)


@gate.roles(*EDITOR_ROLES)
@require_http_methods(["GET", "POST"])
def plan_change(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Mend a planning document's facts."""
    found = plan_visible_to(request.actor, plan_id)
    if found is None:
        raise Http404
    demand(may_edit_aims(request.actor, found.unit.path if found.unit_id else ""))
    names = ("kind", "name", "year_from", "year_to", "adopted_on", "source")
    initial = {name: getattr(found, name) for name in names} | {"unit": found.unit_id}
    form = PlanForm(request.POST or None, tree=unit_tree(request.actor.agency_id, today()), initial=initial)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            data = form.cleaned_data
            save_plan(actor=request.actor, plan_id=found.pk, unit_id=data.pop("unit"), **data)
            messages.success(request, _("Perubahan disimpan."))
            return redirect("aims:plans")
    back = reverse("aims:plans")
    crumbs = [(_("Dokumen perencanaan"), back), (_("Ubah"), None)]
    return form_page(request, form, _("Ubah dokumen"), _("Simpan perubahan"), crumbs=crumbs, back=back, lead=found.name)
