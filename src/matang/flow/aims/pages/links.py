"""Tie an aim to another of a different branch, and undo the tie."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matang.flow.aims.pages.editing import changeable, crumbs_of, form_page
from matang.flow.aims.pages.forms import LinkForm, ReasonForm
from matang.flow.aims.permissions import EDITOR_ROLES, may_edit_aims
from matang.flow.aims.selectors.indicators import link_visible_to
from matang.flow.aims.selectors.picking import others_to_pick
from matang.flow.aims.services.links import end_link, link_aims
from matang.flow.aims.services.writing import owner_path
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.refusals import demand, onto


@gate.roles(*EDITOR_ROLES)
@require_http_methods(["GET", "POST"])
def link_new(request: HttpRequest, aim_id: int) -> HttpResponse:
    """Tie an aim to another that was searched for."""
    found = changeable(request, aim_id)
    form = LinkForm(
        request.POST or None,
        rows=lambda text: others_to_pick(request.actor, today(), text, aim=found),
        address=f"{reverse('aims:aim_pick')}?bukan={found.pk}",
    )
    if request.method == "POST" and form.is_valid():
        with onto(form):
            data = form.cleaned_data
            link_aims(actor=request.actor, source_id=found.pk, target_id=data.pop("target").pk, **data)
            messages.success(request, _("Hubungan dicatat."))
            return redirect("aims:aim", found.pk)
    context = {"form": form, "aim": found, "crumbs": crumbs_of(request, found, _("Hubungkan"))}
    return render(request, "aims/link.html", context, status=422 if form.errors else 200)


@gate.roles(*EDITOR_ROLES)
@require_http_methods(["GET", "POST"])
def link_end(request: HttpRequest, link_id: int) -> HttpResponse:
    """Undo a tie; the planner of either end may."""
    found = link_visible_to(request.actor, link_id)
    if found is None:
        raise Http404
    answers = [may_edit_aims(request.actor, owner_path(end)) for end in (found.source, found.target)]
    if not any(answers):
        demand(answers[0])
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            end_link(actor=request.actor, link_id=found.pk, reason=form.cleaned_data["reason"])
            messages.success(request, _("Hubungan diputus."))
            return redirect("aims:aim", found.source_id)
    return form_page(
        request, form, _("Putuskan hubungan"), _("Ya, putuskan"), crumbs=crumbs_of(request, found.source, _("Putuskan hubungan")),
        back=reverse("aims:aim", args=[found.source_id]), lead=f"{found.get_kind_display()}: {found.target.title}", kind="danger",
    )  # fmt: skip
