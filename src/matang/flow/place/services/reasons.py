"""What one person may read about themselves after a post was decided."""

from dataclasses import dataclass
from typing import Any

from matang.flow.place.models import PlacementDecision, Waiver
from matang.flow.place.selectors.decisions import standing_in
from matang.flow.place.services.candidates import let_in, requirement_key
from matang.flow.plan.public import Proposal, own_proposals, remedies, said
from matang.foundation.access.actor import Actor

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Reason:
    """One decided post as one candidate reads it: the outcome, what stood in the way, what would have been enough.

    ``ways`` are alternatives, each a list of changes that together would have been enough; ``checks`` carry their article,
    source and whether it was verified; nobody else is named but the official who decided.
    """

    proposal: Proposal
    decision: PlacementDecision | None
    checks: list[dict[str, Any]]
    ways: list[list[dict[str, Any]]]
    waivers: list[Waiver]

    @property
    def chosen(self) -> bool:
        """True when the person was appointed."""
        return self.decision is not None and self.decision.person_id == self.proposal.person_id

    @property
    def failed(self) -> list[dict[str, Any]]:
        """The requirements that were not met."""
        return [row for row in self.checks if row["verdict"] == "fail"]

    @property
    def remedies(self) -> list[str]:
        """What has to change for each requirement that was not met, where somebody has put it in words."""
        return remedies(self.proposal.reasons["checks"], self.proposal.scenario.as_at)

    @property
    def doubtful(self) -> list[dict[str, Any]]:
        """The requirements that nobody could answer."""
        return [row for row in self.checks if row["verdict"] == "unknown"]

    @property
    def standing(self) -> str:
        """How the computation placed the person: ``holds``, ``ties``, ``loses`` and so on."""
        return str(self.proposal.reasons["standing"])

    @property
    def unverified(self) -> bool:
        """True when a requirement rests on a number whose source nobody has read in the original."""
        return any(row["unverified"] for row in self.checks)


def own_reasons(actor: Actor) -> list[Reason]:
    """Return the actor's own reasons, the newest first; three queries whatever their number.

    Somebody whom only a waiver brought before the panel stands in no shortlist: the answer kept with the waiver is told.
    """
    if actor.person_id is None:
        return []
    proposals = {(row.scenario_id, row.post_id): row for row in own_proposals(actor)[:SHOWN]}
    waivers: dict[tuple[int, int], list[Waiver]] = {}
    rows = Waiver.objects.filter(agency_id=actor.agency_id, person_id=actor.person_id, withdrawn_at__isnull=True)
    for row in rows.select_related("given_by", "scenario"):
        waivers.setdefault((row.scenario_id, row.post_id), []).append(row)
    decisions = standing_in({scenario for scenario, _post in [*proposals, *waivers]})
    for key, given in waivers.items():
        if key not in proposals and key in decisions:
            found = let_in(given[0].scenario, key[1], actor.person_id, given)
            proposals |= {key: found} if found is not None else {}
    return [_reason(row, decisions.get(key), waivers.get(key, [])) for key, row in proposals.items()]


def _reason(proposal: Proposal, decision: PlacementDecision | None, waivers: list[Waiver]) -> Reason:
    told = proposal.reasons
    set_aside = {row.check_key for row in waivers}
    checks = [
        check | {"title": said(check["title"]), "reason": said(check["reason"]), "waived": requirement_key(check) in set_aside}
        for check in told["checks"]
    ]
    ways = [[change | {"term": said(change["term"])} for change in way] for way in told.get("changes", [])]
    return Reason(proposal, decision, checks, ways, waivers)
