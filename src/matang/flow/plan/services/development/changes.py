"""Has the catalogue changed since a proposal was computed?"""

from typing import Any

from matang.flow.plan.choices import DevelopmentState
from matang.flow.plan.models import DevelopmentAct, DevelopmentProposal

SNAPSHOT = (
    "code", "name", "kind", "competency_id", "from_level", "to_level", "hours", "cost_per_person", "cost_per_class", "seats",
    "classes", "starts_on", "ends_on", "full_time", "organiser", "curriculum", "tariff_source", "active",
)  # fmt: skip
FILLED_LATER = ("code", "organiser", "curriculum", "tariff_source")
TELLING = frozenset(SNAPSHOT) - frozenset(FILLED_LATER)
"""What changes a computation. Filling in an organiser or a source of tariff completes the plan without touching it."""


def snapshot(act: DevelopmentAct) -> dict[str, Any]:
    """Return what a computation knows of an act, as JSON values."""
    values = {name: getattr(act, name) for name in SNAPSHOT}
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}


def changed_since(proposal: DevelopmentProposal) -> list[str]:
    """Return the names of acts that were added, changed or withdrawn since the computation; empty when nothing did."""
    then: dict[str, dict[str, Any]] = proposal.result.acts
    offered = DevelopmentAct.objects.filter(agency_id=proposal.agency_id, active=True)
    now = {str(act.pk): snapshot(act) for act in offered}
    differing = [key for key in {*then, *now} if _telling(then.get(key)) != _telling(now.get(key))]
    return sorted((now.get(key) or then[key])["name"] for key in differing)


def completed(proposal: DevelopmentProposal) -> dict[str, dict[str, Any]]:
    """Return the acts of a proposal as the catalogue has them now; after submission as they were submitted."""
    then: dict[str, dict[str, Any]] = proposal.result.acts
    if proposal.state == DevelopmentState.PROPOSED:
        return then
    current = DevelopmentAct.objects.filter(agency_id=proposal.agency_id, pk__in=[int(key) for key in then])
    found = {str(act.pk): snapshot(act) for act in current}
    return {key: {**known, **{name: found[key][name] for name in FILLED_LATER if key in found}} for key, known in then.items()}


def _telling(known: dict[str, Any] | None) -> dict[str, Any] | None:
    return known and {name: known[name] for name in TELLING}
