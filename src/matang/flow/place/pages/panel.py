"""The panel: what waits for a decision, deciding, what was decided, undo, and a person's own reasons."""

from datetime import date, timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.place.choices import DecisionState, Outcome
from matang.flow.place.permissions import LOOKING_ROLES, may_decide, may_judge
from matang.flow.place.selectors.decisions import decisions_visible_to, standing_for
from matang.flow.place.services.decisions import Verdict, decide, undo
from matang.flow.plan.public import (
    PlacementScenario,
    Proposal,
    ScenarioPost,
    ScenarioState,
    open_posts,
    own_proposals,
    scenarios_visible_to,
)
from matang.flow.register.public import Post
from matang.foundation.access import gate
from matang.foundation.access.answers import Denied, RefusedError
from matang.foundation.access.roles import Role
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.clock.services import today

SHOWN = 200
OUTCOME_CHIPS = {Outcome.CONFIRMED: "pass", Outcome.OVERRIDDEN: "warn", Outcome.LEFT_VACANT: ""}


class VerdictForm(forms.Form):
    """What the official says about one post."""

    person = forms.TypedChoiceField(
        coerce=int, empty_value=None, required=False, widget=forms.RadioSelect, label=gettext_lazy("Ditetapkan")
    )
    effective_from = forms.DateField(
        required=False, label=gettext_lazy("Berlaku sejak"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    decree = forms.CharField(required=False, max_length=80, label=gettext_lazy("Nomor SK"))
    reason = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        label=gettext_lazy("Alasan"),
        help_text=gettext_lazy(
            "Wajib bila menetapkan selain yang diusulkan atau membiarkan kosong. Disimpan dan dapat dibaca yang bersangkutan."
        ),
    )

    def __init__(self, *args: object, proposals: list[Proposal], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [(row.person_id, _label(row)) for row in proposals] + [("", _("Biarkan kosong"))]


def _label(row: Proposal) -> str:
    if row.rank == 1:
        return _("%(name)s — diusulkan, %(score)s poin") % {"name": row.person.display_name, "score": row.score}
    if row.distance:
        return _("%(name)s — %(score)s poin, merugikan susunan %(cost)s poin") % {
            "name": row.person.display_name,
            "score": row.score,
            "cost": row.distance,
        }
    return _("%(name)s — %(score)s poin, sama baiknya") % {"name": row.person.display_name, "score": row.score}


def _next_month(day: date) -> date:
    """Return the first day of the next month, the usual day on which an appointment begins."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


@gate.roles(*LOOKING_ROLES)
def queue(request: HttpRequest) -> HttpResponse:
    """List the posts that wait for a decision, scenario by scenario."""
    waiting = scenarios_visible_to(request.actor).filter(state=ScenarioState.PROPOSED)
    found = list(waiting.annotate(asked=Count("posts"), decided=Count("posts", filter=Q(posts__decided_at__isnull=False))))
    proposed = {
        (row.scenario_id, row.post_id): row
        for row in Proposal.objects.filter(scenario__in=found, rank=1).select_related("person")
    }
    waiting_posts: dict[int, list[tuple[Post, Proposal | None]]] = {}
    for row in open_posts(found):
        waiting_posts.setdefault(row.scenario_id, []).append((row.post, proposed.get((row.scenario_id, row.post_id))))
    groups = [(scenario, waiting_posts.get(scenario.pk, [])) for scenario in found]
    return render(request, "place/queue.html", {"groups": groups, "panel": request.actor.has(Role.APPOINTING_OFFICIAL)})


def _found(request: HttpRequest, scenario_id: int, post_id: int) -> tuple[PlacementScenario, Post]:
    scenario = scenarios_visible_to(request.actor).filter(pk=scenario_id, posts__post_id=post_id).first()
    if scenario is None:
        raise Http404
    return scenario, Post.objects.select_related("unit").get(pk=post_id)


@gate.roles(*LOOKING_ROLES)
@require_http_methods(["GET", "POST"])
def decide_page(request: HttpRequest, scenario_id: int, post_id: int) -> HttpResponse:
    """Show the sheet of a post and take the verdict of a panel member."""
    actor = request.actor
    scenario, post = _found(request, scenario_id, post_id)
    proposals = list(Proposal.objects.filter(scenario=scenario, post=post).select_related("person").order_by("rank"))
    proposed = next((row for row in proposals if row.rank == 1), None)
    asked = ScenarioPost.objects.get(scenario=scenario, post=post)
    begins = max(_next_month(today()), asked.free_from or today())
    initial = {"person": proposed.person_id if proposed else "", "effective_from": begins}
    form = VerdictForm(request.POST or None, proposals=proposals, initial=initial)
    allowed = may_decide(actor, post.unit.path) and may_judge(actor, {row.person_id for row in proposals})
    if request.method == "POST":
        if isinstance(allowed, Denied):
            raise PermissionDenied(allowed.reason)
        if form.is_valid():
            data = form.cleaned_data
            try:
                decision = decide(
                    actor=actor,
                    scenario_id=scenario.pk,
                    post_id=post.pk,
                    verdict=Verdict(data["person"], data["effective_from"], data["reason"], data["decree"]),
                )
            except RefusedError as error:
                form.add_error(None, error.answer.reason)
            else:
                messages.success(request, _("Putusan dicatat dalam buku putusan."))
                return redirect("place:decision", decision.pk)
    context = {
        "scenario": scenario,
        "post": post,
        "asked": asked,
        "proposals": proposals,
        "form": form,
        "allowed": allowed,
        "standing": standing_for(scenario.pk).get(post.pk),
        "open": scenario.state == ScenarioState.PROPOSED,
    }
    return render(request, "place/decide.html", context)


@gate.roles(*LOOKING_ROLES)
def decided(request: HttpRequest) -> HttpResponse:
    """List decisions, with the state of the chain that keeps them."""
    found = list(decisions_visible_to(request.actor)[:SHOWN])
    context = {"decisions": found, "chain": verify_chain(request.actor.agency_id), "chips": OUTCOME_CHIPS, "day": today()}
    return render(request, "place/decided.html", context)


@gate.roles(*LOOKING_ROLES)
def decision(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Show one decision."""
    found = decisions_visible_to(request.actor).filter(pk=decision_id).first()
    if found is None:
        raise Http404
    planned = found.state == DecisionState.STANDS and (found.effective_from is None or found.effective_from > today())
    context = {
        "decision": found,
        "chip": OUTCOME_CHIPS[Outcome(found.outcome)],
        "planned": planned,
        "may_undo": planned and bool(may_decide(request.actor, found.post.unit.path)),
        "day": today(),
    }
    return render(request, "place/decision.html", context)


@gate.roles(Role.APPOINTING_OFFICIAL)
@require_POST
def undo_page(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Undo a decision before its effective date."""
    found = decisions_visible_to(request.actor).filter(pk=decision_id).first()
    if found is None:
        raise Http404
    try:
        undo(actor=request.actor, decision_id=found.pk, reason=request.POST.get("reason", ""))
    except RefusedError as error:
        messages.error(request, error.answer.reason)
    else:
        messages.success(request, _("Putusan dibatalkan; jabatan terbuka kembali untuk diputus."))
    return redirect("place:decision", found.pk)


@gate.signed_in
def my_reasons(request: HttpRequest) -> HttpResponse:
    """List the decided posts for which the person was looked at: their own page of reasons, and nobody else's."""
    rows = []
    for proposal in own_proposals(request.actor)[:SHOWN]:
        outcome = standing_for(proposal.scenario_id).get(proposal.post_id)
        rows.append((proposal, outcome, outcome is not None and outcome.person_id == proposal.person_id))
    return render(request, "place/my_reasons.html", {"rows": rows, "linked": request.actor.person_id is not None})
