"""The efforts of a paper: add, change, take out, make an activity of one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matang.flow.aims.models import ThoughtEffort, ThoughtPaper
from matang.flow.aims.pages.editing import form_page
from matang.flow.aims.pages.thought.answering import crumbs_of, paper_or_404, writable
from matang.flow.aims.pages.thought.forms import EffortForm, ProgrammeForm
from matang.flow.aims.permissions import EDITOR_ROLES, THINKER_ROLES
from matang.flow.aims.selectors.thought.papers import missions_at, programmes_for
from matang.flow.aims.selectors.thought.questions import EFFORTS
from matang.flow.aims.services.thought.efforts import drop_effort, effort_version, plant_effort, save_effort
from matang.flow.register.public import unit_tree
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.ui.refusals import onto

NAMES = ("text", "indicator", "measure_unit")
KEYS = ("actor_unit", "actor_post", "carer_unit", "carer_post", "mission")


def effort_or_404(paper: ThoughtPaper, effort_id: int) -> ThoughtEffort:
    """Return an effort of the paper."""
    found = ThoughtEffort.objects.filter(paper=paper, pk=effort_id).select_related("made").first()
    if found is None:
        raise Http404
    return found


@gate.roles(*THINKER_ROLES)
@require_http_methods(["GET", "POST"])
def effort_new(request: HttpRequest, paper_id: int) -> HttpResponse:
    """Add an effort."""
    return _form(request, writable(request, paper_id), None)


@gate.roles(*THINKER_ROLES)
@require_http_methods(["GET", "POST"])
def effort_change(request: HttpRequest, paper_id: int, effort_id: int) -> HttpResponse:
    """Change an effort, or take it out."""
    paper = writable(request, paper_id)
    effort = effort_or_404(paper, effort_id)
    if request.method == "POST" and request.POST.get("act") == "drop":
        try:
            drop_effort(actor=request.actor, paper_id=paper.pk, effort_id=effort.pk)
            messages.success(request, _("Upaya dihapus. Riwayatnya tetap ada."))
        except RefusedError as error:
            messages.error(request, error.answer.reason)
        return redirect("aims:thought_ask", paper.pk, EFFORTS)
    return _form(request, paper, effort)


def _form(request: HttpRequest, paper: ThoughtPaper, effort: ThoughtEffort | None) -> HttpResponse:
    initial = (
        {name: getattr(effort, name) for name in NAMES} | {name: getattr(effort, f"{name}_id") for name in KEYS} if effort else {}
    )
    missions = list(missions_at(request.actor, today()))
    if len(missions) == 1:
        initial.setdefault("mission", missions[0].pk)
    form = EffortForm(request.POST or None, tree=unit_tree(request.actor.agency_id, today()), missions=missions, initial=initial)
    if request.method == "POST" and form.is_valid():
        seen = request.POST.get("seen", "")
        with onto(form):
            save_effort(
                actor=request.actor, paper_id=paper.pk, details=form.details(), effort_id=effort.pk if effort else None,
                seen=int(seen) if seen.isdecimal() else None,
            )  # fmt: skip
            messages.success(request, _("Upaya tersimpan."))
            return redirect("aims:thought_ask", paper.pk, EFFORTS)
    context = {
        "form": form,
        "paper": paper,
        "effort": effort,
        "seen": (request.POST.get("seen") or effort_version(effort)) if effort else "",
        "crumbs": crumbs_of(paper, _("Upaya")),
    }
    return render(request, "aims/thought/effort.html", context, status=422 if form.errors else 200)


@gate.roles(*EDITOR_ROLES)
@require_http_methods(["GET", "POST"])
def effort_plant(request: HttpRequest, paper_id: int, effort_id: int) -> HttpResponse:
    """Make an activity of an effort under a programme."""
    paper = paper_or_404(request, paper_id)
    effort = effort_or_404(paper, effort_id)
    programmes = list(programmes_for(request.actor, today()))
    form = ProgrammeForm(request.POST or None, programmes=programmes)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            try:
                made = plant_effort(actor=request.actor, effort_id=effort.pk, programme_id=form.cleaned_data["programme"])
            except RefusedError as error:
                raise PermissionDenied(error.answer.reason) from error
            messages.success(request, _("Upaya menjadi kegiatan. Lengkapi uji bunganya."))
            return redirect("aims:flower", made.pk)
    return form_page(
        request, form, _("Jadikan kegiatan"), _("Jadikan kegiatan"), crumbs=crumbs_of(paper, _("Jadikan kegiatan")),
        back=reverse("aims:thought", args=[paper.pk]), lead=effort.text,
    )  # fmt: skip
