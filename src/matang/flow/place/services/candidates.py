"""Who may be advised on and appointed to a post: the shortlist, and whoever a waiver lets in beside it."""

import hashlib
import json
from collections.abc import Mapping

from matang.flow.place.models import Waiver
from matang.flow.plan.public import PlacementScenario, Proposal


def requirement_key(check: Mapping[str, object]) -> str:
    """Return a stable name for a requirement of a sheet, whatever language it is told in."""
    title = json.dumps(check["title"], sort_keys=True, ensure_ascii=False)
    return f"{check['key']}:{hashlib.sha256(title.encode()).hexdigest()[:16]}"


def waivers_on(scenario_id: int, post_id: int) -> dict[int, list[Waiver]]:
    """Return the waivers on a post, those taken back too, by person in the order in which they were given."""
    found: dict[int, list[Waiver]] = {}
    rows = Waiver.objects.filter(scenario_id=scenario_id, post_id=post_id)
    for row in rows.select_related("given_by", "withdrawn_by", "person"):
        found.setdefault(row.person_id, []).append(row)
    return found


def let_in(scenario: PlacementScenario, post_id: int, person_id: int, waivers: list[Waiver]) -> Proposal | None:
    """Return the answer about somebody outside the shortlist when waivers cover all that they fail; else None."""
    standing = [row for row in waivers if row.withdrawn_at is None and row.answer]
    if not standing:
        return None
    answer = standing[-1].answer
    failed = {requirement_key(check) for check in answer["reasons"]["checks"] if check["verdict"] == "fail"}
    if not failed <= {row.check_key for row in standing}:
        return None
    return Proposal(
        agency_id=scenario.agency_id,
        scenario=scenario,
        post_id=post_id,
        person_id=person_id,
        rank=0,
        score=answer["score"],
        distance=answer["distance"],
        state=answer["state"],
        reasons=answer["reasons"],
    )


def admitted(scenario: PlacementScenario, post_id: int) -> dict[int, Proposal]:
    """Return by person everybody who may be advised on: the shortlist in its order, then those let in by waivers."""
    rows = Proposal.objects.filter(scenario=scenario, post_id=post_id).select_related("person").order_by("rank", "pk")
    found = {row.person_id: row for row in rows}
    for person_id, waivers in waivers_on(scenario.pk, post_id).items():
        if person_id not in found and (extra := let_in(scenario, post_id, person_id, waivers)) is not None:
            found[person_id] = extra
    return found
