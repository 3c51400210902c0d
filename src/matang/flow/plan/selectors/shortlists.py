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
    def placed(self) -> list[Proposal]:
        """Everybody proposed, where the post has several places."""
        return [row for row in self.candidates if row.rank <= self.asked.places and row.reasons.get("standing") == "holds"]

    @property
    def runner_up(self) -> Proposal | None:
        """The nearest of the others."""
        return next((row for row in self.candidates if row.rank > 1), None)


def shortlists(
    scenario: PlacementScenario, *, post_id: int | None = None, window: slice | None = None, text: str = ""
) -> list[Shortlist]:
    """Return the posts of a scenario (or one, or those whose names hold ``text``) with their candidates, by two queries.

    ``window`` takes some of them, in the order of unit and name.
    """
    asked = ScenarioPost.objects.filter(scenario=scenario).select_related("post__unit").order_by("post__unit__code", "post__name")
    if text:
        asked = asked.filter(post__name__icontains=text)
    if post_id is not None:
        asked = asked.filter(post_id=post_id)
    lists = {row.post_id: Shortlist(row) for row in (asked if window is None else asked[window])}
    rows = Proposal.objects.filter(scenario=scenario).select_related("person").order_by("rank")
    if post_id is not None or window is not None or text:
        rows = rows.filter(post_id__in=list(lists))
    for proposal in rows:
        if proposal.post_id in lists:
            lists[proposal.post_id].candidates.append(proposal)
    return list(lists.values())
