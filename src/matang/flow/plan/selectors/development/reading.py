"""Read the catalogue, development proposals and their lines, within the actor's reach."""

from collections.abc import Iterable

from django.db.models import F, Q, QuerySet

from matang.flow.plan.choices import DevelopmentState
from matang.flow.plan.models import DevelopmentAct, DevelopmentLine, DevelopmentProposal
from matang.flow.plan.permissions import LOOKING_ROLES
from matang.foundation.access.actor import Actor
from matang.foundation.jobs.models import JobState, Progress


def acts_visible_to(actor: Actor) -> QuerySet[DevelopmentAct]:
    """Return the catalogue of the actor's agency; it names no person."""
    acts = DevelopmentAct.objects.filter(agency_id=actor.agency_id).select_related("competency")
    return acts if actor.has(*LOOKING_ROLES) else acts.none()


def developments_visible_to(actor: Actor) -> QuerySet[DevelopmentProposal]:
    """Return the proposals that lie wholly inside the units the actor looks after, newest first."""
    found = DevelopmentProposal.objects.filter(agency_id=actor.agency_id).select_related("unit", "created_by", "submitted_by")
    scope = actor.scope(*LOOKING_ROLES)
    if scope.everything:
        return found
    inside = Q(pk__in=())
    for path in scope.paths:
        inside |= Q(unit__path__startswith=path)
    return found.filter(inside)


def own_lines(actor: Actor) -> QuerySet[DevelopmentLine]:
    """Return the actor's own lines in proposals that have been submitted: newest proposal first, planned before open."""
    found = DevelopmentLine.objects.filter(
        agency_id=actor.agency_id, person_id=actor.person_id or 0, proposal__state=DevelopmentState.PROPOSED
    )
    planned = F("act_id").asc(nulls_last=True)
    order = ("-proposal__submitted_at", "-proposal_id", planned, "-must", "competency__position")
    return found.select_related("proposal", "competency", "act").order_by(*order)


def development_jobs(proposals: Iterable[DevelopmentProposal]) -> dict[int, Progress]:
    """Return how far the jobs of the proposals being computed are, by proposal; one query, none when nothing runs."""
    running = {row.job_id: row.pk for row in proposals if row.state == DevelopmentState.RUNNING and row.job_id is not None}
    rows = Progress.objects.filter(job_id__in=list(running)) if running else ()
    return {running[row.job_id]: row for row in rows}


def halted(proposal: DevelopmentProposal, job: Progress | None) -> bool:
    """Return true for a proposal that claims to be computed while its job has been given up or is gone."""
    return proposal.state == DevelopmentState.RUNNING and (job is None or job.state == JobState.FAILED)
