"""Read scenarios and proposals, within the actor's reach."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from matang.flow.plan.choices import ScenarioState
from matang.flow.plan.models import PlacementScenario, Proposal, ScenarioPost
from matang.flow.plan.permissions import LOOKING_ROLES
from matang.foundation.access.actor import Actor, Scope
from matang.foundation.jobs.models import JobState, Progress


def looking_scope(actor: Actor) -> Scope:
    """Return the part of the agency whose scenarios the actor reads."""
    return actor.scope(*LOOKING_ROLES)


def scenarios_visible_to(actor: Actor) -> QuerySet[PlacementScenario]:
    """Return the scenarios that lie wholly inside the units the actor looks after, newest first."""
    found = PlacementScenario.objects.filter(agency_id=actor.agency_id).select_related("unit", "created_by")
    scope = looking_scope(actor)
    if scope.everything:
        return found
    inside = Q(pk__in=())
    for path in scope.paths:
        inside |= Q(unit__path__startswith=path)
    return found.filter(inside)


@dataclass(frozen=True, slots=True)
class ListQuestion:
    """What a list of scenarios is asked for: words in the name, a state, and the order (a key of ``SORTS``, ``-`` = falling)."""

    text: str = ""
    state: str = ""
    order: str = "-dibuat"


SORTS = {"nama": "name", "tanggal": "as_at", "jabatan": "asked", "dibuat": "created_at"}


def scenarios_asked(actor: Actor, question: ListQuestion) -> QuerySet[PlacementScenario]:
    """Return the scenarios in the actor's reach that fit, with how many posts each asks about and has decided."""
    found = scenarios_visible_to(actor)
    if question.text:
        found = found.filter(Q(name__icontains=question.text) | Q(unit__name__icontains=question.text))
    if question.state:
        found = found.filter(state=question.state)
    counted = found.annotate(asked=Count("posts"), decided=Count("posts", filter=Q(posts__decided_at__isnull=False)))
    field = SORTS[question.order.lstrip("-")]
    falling = question.order.startswith("-")
    return counted.order_by(f"-{field}" if falling else field, "-id")


def jobs_of(scenarios: Iterable[PlacementScenario]) -> dict[int, Progress]:
    """Return how far the jobs of the scenarios being computed are, by scenario; one query, none when nothing runs."""
    running = {row.job_id: row.pk for row in scenarios if row.state == ScenarioState.RUNNING and row.job_id is not None}
    rows = Progress.objects.filter(job_id__in=list(running)) if running else ()
    return {running[row.job_id]: row for row in rows}


def stopped(scenario: PlacementScenario, job: Progress | None) -> bool:
    """Return true for a scenario that claims to be computed while its job has been given up or is gone."""
    return scenario.state == ScenarioState.RUNNING and (job is None or job.state == JobState.FAILED)


def own_proposals(actor: Actor) -> QuerySet[Proposal]:
    """Return the actor's own places in shortlists of posts that have been decided."""
    found = Proposal.objects.filter(agency_id=actor.agency_id, person_id=actor.person_id or 0).select_related(
        "scenario", "post__unit"
    )
    decided = Q(scenario__posts__decided_at__isnull=False, scenario__posts__post_id=F("post_id"))
    return found.filter(decided).distinct().order_by("-scenario__solved_at", "post__name")


def open_posts(scenarios: Iterable[PlacementScenario]) -> QuerySet[ScenarioPost]:
    """Return the posts of these scenarios that wait for a decision, unit by unit."""
    found = ScenarioPost.objects.filter(scenario__in=scenarios, decided_at__isnull=True).select_related("post__unit")
    return found.order_by("post__unit__code", "post__name")
