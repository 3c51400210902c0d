"""All papers of thought: search, filter, begin one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from matang.flow.aims.choices import ThoughtState
from matang.flow.aims.pages.editing import form_page
from matang.flow.aims.pages.thought.forms import SubjectForm
from matang.flow.aims.permissions import THINKER_ROLES
from matang.flow.aims.selectors.thought.papers import open_paper_of, papers_like
from matang.flow.aims.selectors.trees import aim_visible_to
from matang.flow.aims.services.thought.writing import begin_paper
from matang.flow.register.public import unit_tree
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.ui.asking import number_in
from matang.ui.paging import page_of
from matang.ui.refusals import onto

CHIPS = {"draft": "warn", "submitted": "pass", "closed": ""}


@gate.signed_in
@require_safe
def thoughts(request: HttpRequest) -> HttpResponse:
    """List the papers of the agency."""
    text, state = request.GET.get("q", "").strip()[:100], request.GET.get("status", "")
    tree = unit_tree(request.actor.agency_id, today())
    unit = tree.by_id.get(number_in(request, "unit") or 0)
    inside = frozenset(node.id for node in unit.walk()) if unit else None
    found = papers_like(request.actor, text, state if state in ThoughtState.values else "", inside)
    page = page_of(request, found.count())
    context = {
        "page": page,
        "rows": list(found[page.window]),
        "text": text,
        "state": state,
        "states": ThoughtState.choices,
        "chips": CHIPS,
        "unit": unit.id if unit else None,
        "unit_options": [(node.id, node.name) for node in tree.roots],
        "may_begin": request.actor.has(*THINKER_ROLES),
    }
    return render(request, "aims/thought/list.html", context)


@gate.roles(*THINKER_ROLES)
@require_http_methods(["GET", "POST"])
def thought_new(request: HttpRequest) -> HttpResponse:
    """Begin a paper about a unit, or about the aim in ``?simpul=``; one that is open already is opened."""
    crumbs = [(_("Alur dan pola pikir"), reverse("aims:thoughts")), (_("Mulai"), None)]
    if aim_id := number_in(request, "simpul"):
        return _about_aim(request, aim_id, crumbs)
    tree, scope = unit_tree(request.actor.agency_id, today()), request.actor.scope(*THINKER_ROLES)
    inside = None if scope.everything else frozenset(node.id for node in tree.walk() if scope.covers(node.path))
    form = SubjectForm(request.POST or None, tree=tree, inside=inside)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            made = begin_paper(actor=request.actor, unit_id=form.cleaned_data["unit"])
            return redirect("aims:thought_ask", made.pk, "problem")
    lead = _("Enam belas pertanyaan, satu per halaman. Jawaban tersimpan sambil jalan; boleh berhenti kapan saja.")
    return form_page(
        request, form, _("Mulai alur pikir"), _("Mulai"), crumbs=crumbs, back=reverse("aims:thoughts"), lead=lead
    )  # fmt: skip


def _about_aim(request: HttpRequest, aim_id: int, crumbs: list[tuple[str, str | None]]) -> HttpResponse:
    aim = aim_visible_to(request.actor, aim_id)
    if aim is None:
        raise Http404
    if request.method == "POST":
        try:
            made = begin_paper(actor=request.actor, aim_id=aim.pk)
        except RefusedError as error:
            raise PermissionDenied(error.answer.reason) from error
        messages.success(request, _("Alur pikir dibuka."))
        return redirect("aims:thought_ask", made.pk, "problem")
    if there := open_paper_of(request.actor, aim.pk):
        return redirect("aims:thought", there.pk)
    return render(request, "aims/thought/begin.html", {"aim": aim, "crumbs": crumbs})
