"""The posts of a scenario with their candidates, for pages."""

from dataclasses import dataclass, field

from matang.flow.plan.models import PlacementScenario, Proposal, ScenarioPost


@dataclass(slots=True)
class Shortlist:
    """A post and its candidates in the engine's order."""

    asked: ScenarioPost
    candidates: list[Proposal] = field(default_factory=list)

    @property
    def proposed(self) -> Proposal | None:
        """The proposed person, or None when nobody may hold the post."""
        return next((row for row in self.candidates if row.rank == 1), None)

    @property
    def runner_up(self) -> Proposal | None:
        """The nearest of the others."""
        return next((row for row in self.candidates if row.rank > 1), None)


def shortlists(scenario: PlacementScenario, *, post_id: int | None = None) -> list[Shortlist]:
    """Return the posts of a scenario (or one of them) with their candidates, by two queries."""
    asked = ScenarioPost.objects.filter(scenario=scenario).select_related("post__unit").order_by("post__unit__code", "post__name")
    rows = Proposal.objects.filter(scenario=scenario).select_related("person").order_by("rank")
    if post_id is not None:
        asked, rows = asked.filter(post_id=post_id), rows.filter(post_id=post_id)
    lists = {row.post_id: Shortlist(row) for row in asked}
    for proposal in rows:
        if proposal.post_id in lists:
            lists[proposal.post_id].candidates.append(proposal)
    return list(lists.values())
