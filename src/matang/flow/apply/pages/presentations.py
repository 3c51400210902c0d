"""Days of presentation: the list with what waits, a new one, and one with its timer."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.apply.models import Presentation
from matang.flow.apply.pages.asking import day_said, done, form_page, said
from matang.flow.apply.pages.forms import PresentationForm
from matang.flow.apply.pages.recommendations import CHIPS
from matang.flow.apply.permissions import PLANNING_ROLES, may_plan_presentation
from matang.flow.apply.selectors.recommendations import (
    NAMED,
    presentations_visible_to,
    recommendations_visible_to,
    timer_of,
    turn_of,
    waiting_for_a_day,
)
from matang.flow.apply.services.presenting import cancel_day, hold_day, plan_presentation
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.paging import page_of
from matang.ui.refusals import demand, onto


def _or_404(request: HttpRequest, presentation_id: int) -> Presentation:
    found = presentations_visible_to(request.actor).select_related("unit").filter(pk=presentation_id).first()
    if found is None:
        raise Http404
    return found


@gate.signed_in
def presentations(request: HttpRequest) -> HttpResponse:
    """List the days, and the recommendations that wait for one with how long they wait."""
    rows = presentations_visible_to(request.actor)
    page, day = page_of(request, rows.count()), today()
    waiting = list(waiting_for_a_day(request.actor).select_related(*NAMED).order_by("returned_on", "pk")[:50])
    context = {
        "days": list(rows.select_related("unit").prefetch_related("recommendations")[page.window]) if page.total else [],
        "waiting": [(row, timer_of(row, day)) for row in waiting], "page": page, "day": day,
        "may_plan": not request.actor.scope(*PLANNING_ROLES).empty,
    }  # fmt: skip
    return render(request, "apply/presentations.html", context)


@gate.roles(*PLANNING_ROLES)
@require_http_methods(["GET", "POST"])
def presentation_new(request: HttpRequest) -> HttpResponse:
    """Set a day for recommendations that wait."""
    waiting = waiting_for_a_day(request.actor)
    form = PresentationForm(request.POST or None, actor=request.actor, waiting=waiting)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with onto(form):
            made = plan_presentation(
                actor=request.actor, unit_id=data["unit"], title=data["title"], day=data["day"], place=data["place"],
                recommendation_ids=[row.pk for row in data["recommendations"]],
            )  # fmt: skip
            return redirect("apply:presentation", made.pk)
    title, back = _("Tetapkan hari paparan"), reverse("apply:presentations")
    lead = "" if waiting.exists() else _("Tidak ada rekomendasi yang menunggu hari paparan.")
    crumbs = [(_("Hari paparan"), back), (title, None)]
    return form_page(request, form, title, _("Tetapkan"), crumbs=crumbs, back=back, lead=lead)


@gate.signed_in
def presentation(request: HttpRequest, presentation_id: int) -> HttpResponse:
    """Show a day with what is presented and how many days passed since the return."""
    found = _or_404(request, presentation_id)
    shown = recommendations_visible_to(request.actor).filter(presentation=found).select_related(*NAMED)
    rows = [(row, timer_of(row, today()), turn_of(row)) for row in shown]
    plans = bool(may_plan_presentation(request.actor, found.unit.path)) and found.held_at is None
    longest = max((timer.days for _row, timer, _turn in rows if timer), default=None)
    context = {"found": found, "rows": rows, "plans": plans, "due": found.day <= today(), "longest": longest, "chips": CHIPS}
    return render(request, "apply/presentation.html", context)


@gate.roles(*PLANNING_ROLES)
@require_POST
def presentation_held(request: HttpRequest, presentation_id: int) -> HttpResponse:
    """Write down that the day took place."""
    found = _or_404(request, presentation_id)
    demand(may_plan_presentation(request.actor, found.unit.path))
    work = lambda: hold_day(  # noqa: E731
        actor=request.actor, presentation_id=found.pk, attendees=said(request, "attendees"), note=said(request, "note"),
        day=day_said(request, "day"),
    )  # fmt: skip
    done(request, work, _("Paparan tercatat. Rekomendasinya menunggu putusan."))
    return redirect("apply:presentation", found.pk)


@gate.roles(*PLANNING_ROLES)
@require_POST
def presentation_cancel(request: HttpRequest, presentation_id: int) -> HttpResponse:
    """Take a planned day back."""
    found = _or_404(request, presentation_id)
    demand(may_plan_presentation(request.actor, found.unit.path))
    work = lambda: cancel_day(actor=request.actor, presentation_id=found.pk)  # noqa: E731
    if done(request, work, _("Hari paparan dibatalkan; rekomendasinya menunggu hari lain.")):
        return redirect("apply:presentations")
    return redirect("apply:presentation", found.pk)
