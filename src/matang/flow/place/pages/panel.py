"""The queue: what waits for a decision, in meetings and outside of them."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from matang.flow.place.permissions import CONVENING_ROLES, LOOKING_ROLES
from matang.flow.place.selectors.meetings import free_posts, meetings_visible_to, unfinished, with_progress
from matang.flow.plan.public import PlacementScenario, Proposal, ScenarioPost, ScenarioState, scenarios_visible_to
from matang.flow.register.public import people_visible_to
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today

MEETING_CHIPS = {"draft": "", "opened": "warn", "adjourned": "unknown", "closed": "pass"}

Waiting = tuple[ScenarioPost, Proposal | None, bool]
"""A post, whom the system proposes for it, and whether the reader may see that person."""


@gate.roles(*LOOKING_ROLES)
def queue(request: HttpRequest) -> HttpResponse:
    """Show the meetings that go on, then the posts of submitted scenarios that stand on no agenda yet."""
    actor = request.actor
    waiting = scenarios_visible_to(actor).filter(state=ScenarioState.PROPOSED)
    counted = waiting.annotate(asked=Count("posts"), decided=Count("posts", filter=Q(posts__decided_at__isnull=False)))
    groups = _groups(actor, list(counted))
    context = {
        "meetings": list(with_progress(unfinished(meetings_visible_to(actor))).order_by("held_on", "pk")),
        "chips": MEETING_CHIPS,
        "groups": [(scenario, rows) for scenario, rows in groups if rows],
        "may_convene": actor.has(*CONVENING_ROLES),
    }
    return render(request, "place/queue.html", context)


def _groups(actor: Actor, scenarios: list[PlacementScenario]) -> list[tuple[PlacementScenario, list[Waiting]]]:
    proposals = Proposal.objects.filter(scenario__in=scenarios, rank=1).select_related("person")
    proposed = {(row.scenario_id, row.post_id): row for row in proposals}
    people = {row.person_id for row in proposed.values()}
    seen = set(people_visible_to(actor, today()).filter(pk__in=people).values_list("pk", flat=True))
    rows: dict[int, list[Waiting]] = {}
    for row in free_posts(scenarios):
        found = proposed.get((row.scenario_id, row.post_id))
        rows.setdefault(row.scenario_id, []).append((row, found, found is not None and found.person_id in seen))
    return [(scenario, rows.get(scenario.pk, [])) for scenario in scenarios]
