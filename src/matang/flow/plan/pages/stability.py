"""How firmly a proposal stands: the range of each weight, what would change outside it, and the safest and weakest places."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from matang.flow.plan import jobs
from matang.flow.plan.choices import HIGHEST_WEIGHT, INLINE_POSTS, Weight
from matang.flow.plan.models import PlacementScenario, Proposal, ScenarioResult, StabilityReport
from matang.flow.plan.permissions import LOOKING_ROLES, PLANNING_ROLES
from matang.flow.plan.selectors.names import names_of
from matang.flow.plan.selectors.scenarios import scenarios_visible_to
from matang.flow.plan.services.stability import measure_stability
from matang.flow.register.public import Person, Post
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError

CLOSEST = 10
"""How many of the weakest proposals are listed."""
SHOWN_CHANGES = 8


def _found(request: HttpRequest, scenario_id: int) -> tuple[PlacementScenario, ScenarioResult]:
    scenario = scenarios_visible_to(request.actor).filter(pk=scenario_id).first()
    result = ScenarioResult.objects.filter(scenario=scenario).first() if scenario else None
    if scenario is None or result is None:
        raise Http404
    return scenario, result


@gate.roles(*LOOKING_ROLES)
@require_safe
def stability(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """Show the ranges of the weights, and the places with the least lead."""
    scenario, result = _found(request, scenario_id)
    report = StabilityReport.objects.filter(result=result).first()
    closest = (
        Proposal.objects.filter(scenario=scenario, rank=2)
        .select_related("post__unit", "person")
        .order_by("distance", "post__name", "post_id")[:CLOSEST]
    )
    context = {
        "scenario": scenario,
        "result": result,
        "report": report,
        "ranges": _told(report) if report else [],
        "highest": HIGHEST_WEIGHT,
        "closest": closest,
        "may_plan": request.actor.scope(*PLANNING_ROLES).covers(scenario.unit.path if scenario.unit else ""),
    }
    return render(request, "plan/stability.html", context)


@gate.roles(*PLANNING_ROLES)
@require_POST
def measure(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """Find the ranges now, or leave a large scenario to a job."""
    scenario, _result = _found(request, scenario_id)
    try:
        if scenario.posts.count() > INLINE_POSTS:
            jobs.stability.options(once=f"plan.stability:{scenario.pk}").defer(
                agency_id=request.actor.agency_id, actor_id=request.actor.user_id, scenario_id=scenario.pk
            )
            messages.info(request, _("Ketahanan sedang dihitung; halaman ini boleh ditinggalkan dan dibuka lagi nanti."))
        else:
            measure_stability(actor=request.actor, scenario_id=scenario.pk)
    except RefusedError as error:
        raise PermissionDenied(error.answer.reason) from error
    return redirect("plan:stability", scenario.pk)


def _told(report: StabilityReport) -> list[dict[str, Any]]:
    """Return the ranges with names instead of keys; two queries whatever their number."""
    pairs = [pair for row in report.ranges for edge in (row["below"], row["above"]) if edge for pair in _pairs(edge)]
    people = names_of(Person, (person for person, _post in pairs))
    posts = names_of(Post, (post for _person, post in pairs))
    return [
        row
        | {
            "label": Weight(row["weight"]).label,
            "below": _edge(row["below"], people, posts),
            "above": _edge(row["above"], people, posts),
        }
        for row in report.ranges
    ]


def _pairs(edge: dict[str, Any]) -> list[tuple[int, int]]:
    return [(person, post) for person, post in (*edge["leaving"], *edge["coming"])]


def _edge(edge: dict[str, Any] | None, people: dict[int, str], posts: dict[int, str]) -> dict[str, Any] | None:
    """Return what changes at one end, post by post: who would leave it and who would come."""
    if edge is None:
        return None
    changes: dict[int, dict[str, list[str]]] = {}
    for side in ("leaving", "coming"):
        for person, post in edge[side]:
            changes.setdefault(post, {"leaving": [], "coming": []})[side].append(people.get(person, "–"))
    rows = [{"post": posts.get(post, "–"), **who} for post, who in changes.items()]
    return {"weight": edge["weight"], "rows": rows[:SHOWN_CHANGES], "more": max(0, len(rows) - SHOWN_CHANGES)}
