"""Put a name forward for a post, openly: the same sheet is computed for it as for everybody, and who named it is kept."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.place.choices import DecisionState
from matang.flow.place.models import Nomination, PlacementDecision
from matang.flow.place.permissions import may_nominate
from matang.flow.place.selectors.decisions import standing_in
from matang.flow.plan.public import PlacementScenario, Proposal, ScenarioState, lock_scenario, remedy, said, why
from matang.flow.register.public import Post, people_visible_to, person_visible_to
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.context import because
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now, today


@dataclass(frozen=True, slots=True)
class Refusal:
    """A requirement that the person does not meet, in the active language; ``remedy``: what has to change, and when it can."""

    title: str
    reason: str
    article: str
    unverified: bool
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A name on a sheet. ``name`` is empty where the reader may not see the person."""

    nomination: Nomination
    name: str
    refusals: tuple[Refusal, ...]
    decision_id: int | None = None


def nominate(*, actor: Actor, scenario_id: int, post_id: int, person_id: int, reason: str) -> Nomination:
    """Put a name forward; sent twice, it is one nomination.

    Raises ``RefusedError`` when the actor may not, the post does not wait for a decision, nobody can be compared, or the
    reason is missing.
    """
    with transaction.atomic():
        scenario = lock_scenario(actor.agency_id, scenario_id)
        post = Post.objects.select_related("unit").get(pk=post_id, agency_id=actor.agency_id)
        require(may_nominate(actor, post.unit.path))
        standing = Nomination.objects.filter(scenario=scenario, post=post, person_id=person_id).first()
        if standing is not None:
            return standing
        if scenario.state != ScenarioState.PROPOSED or _decided(scenario_id, post_id):
            raise refuse(_("Jabatan ini sedang tidak menunggu putusan."))
        if not reason.strip():
            raise refuse(_("Tulis alasan mengajukan nama ini; alasan itu tampil pada lembar."))
        found = why(scenario, person_id, post_id) if person_visible_to(actor, person_id) is not None else None
        if found is None:
            raise refuse(_("Pegawai itu tidak dapat dibandingkan untuk jabatan ini: ia tidak aktif atau di luar lingkup Anda."))
        return _write(actor, scenario, found, reason.strip())


def _decided(scenario_id: int, post_id: int) -> bool:
    rows = PlacementDecision.objects.filter(scenario_id=scenario_id, post_id=post_id)
    return rows.filter(state=DecisionState.STANDS).exists()


def _write(actor: Actor, scenario: PlacementScenario, found: Proposal, reason: str) -> Nomination:
    failed = [check for check in found.reasons["checks"] if check["verdict"] == "fail"]
    refusals = [[check["title"], check["reason"], check["article"], check["unverified"]] for check in failed]
    distance = None if failed else found.distance
    with because(reason):
        log = record_decision(
            agency_id=actor.agency_id,
            actor_id=actor.user_id,
            kind="place.named",
            subject=f"post:{found.post_id}",
            payload={
                "scenario": scenario.pk,
                "person": found.person_id,
                "rank": found.rank,
                "distance": distance,
                "refused_by": [check["key"] for check in failed],
            },
            reason=reason,
        )
        return Nomination.objects.create(
            agency_id=actor.agency_id,
            scenario=scenario,
            post_id=found.post_id,
            person_id=found.person_id,
            reason=reason,
            named_by_id=actor.user_id,
            named_at=now(),
            rank=found.rank,
            distance=distance,
            refusals=refusals,
            log_id=log.pk,
        )


def named_for(actor: Actor, scenario_id: int, post_id: int) -> list[Named]:
    """Return the names put forward for a post, oldest first; two queries."""
    rows = Nomination.objects.filter(agency_id=actor.agency_id, scenario_id=scenario_id, post_id=post_id)
    found = list(rows.select_related("person", "named_by", "scenario"))
    seen = set(people_visible_to(actor, today()).filter(pk__in=[row.person_id for row in found]).values_list("pk", flat=True))
    return [Named(row, row.person.display_name if row.person_id in seen else "", _refusals(row)) for row in found]


def own_nominations(actor: Actor) -> list[Named]:
    """Return where the actor's own name was put forward and the post is decided: theirs, and nobody else's."""
    if actor.person_id is None:
        return []
    rows = Nomination.objects.filter(agency_id=actor.agency_id, person_id=actor.person_id)
    rows = rows.select_related("person", "named_by", "post__unit", "scenario").order_by("-named_at")
    standing = standing_in(row.scenario_id for row in rows)
    return [
        Named(row, row.person.display_name, _refusals(row), decided.pk)
        for row in rows
        if (decided := standing.get((row.scenario_id, row.post_id))) is not None
    ]


def _refusals(row: Nomination) -> tuple[Refusal, ...]:
    stored: list[list[Any]] = row.refusals
    day = row.scenario.as_at
    return tuple(
        Refusal(said(title), said(reason), article, unverified, said(remedy({"reason": reason}, day) or ""))
        for title, reason, article, unverified in stored
    )
