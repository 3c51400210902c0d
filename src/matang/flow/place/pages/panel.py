"""The queue: what waits for a decision, in meetings and outside of them."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from matang.flow.place.permissions import CONVENING_ROLES, LOOKING_ROLES
from matang.flow.place.selectors.meetings import free_posts, meetings_visible_to, unfinished, with_progress
from matang.flow.plan.public import PlacementScenario, Proposal, ScenarioPost, ScenarioState, scenarios_visible_to
from matang.foundation.access import gate

MEETING_CHIPS = {"draft": "", "opened": "warn", "adjourned": "unknown", "closed": "pass"}

Waiting = tuple[ScenarioPost, Proposal | None]


@gate.roles(*LOOKING_ROLES)
def queue(request: HttpRequest) -> HttpResponse:
    """Show the meetings that go on, then the posts of submitted scenarios that stand on no agenda yet."""
    actor = request.actor
    waiting = scenarios_visible_to(actor).filter(state=ScenarioState.PROPOSED)
    counted = waiting.annotate(asked=Count("posts"), decided=Count("posts", filter=Q(posts__decided_at__isnull=False)))
    groups = _groups(list(counted))
    context = {
        "meetings": list(with_progress(unfinished(meetings_visible_to(actor))).order_by("held_on", "pk")),
        "chips": MEETING_CHIPS,
        "groups": [(scenario, rows) for scenario, rows in groups if rows],
        "may_convene": actor.has(*CONVENING_ROLES),
    }
    return render(request, "place/queue.html", context)


def _groups(scenarios: list[PlacementScenario]) -> list[tuple[PlacementScenario, list[Waiting]]]:
    proposals = Proposal.objects.filter(scenario__in=scenarios, rank=1).select_related("person")
    proposed = {(row.scenario_id, row.post_id): row for row in proposals}
    rows: dict[int, list[Waiting]] = {}
    for row in free_posts(scenarios):
        rows.setdefault(row.scenario_id, []).append((row, proposed.get((row.scenario_id, row.post_id))))
    return [(scenario, rows.get(scenario.pk, [])) for scenario in scenarios]
