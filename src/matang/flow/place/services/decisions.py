"""Decide, and undo before the day. Everything of one decision happens in one transaction, or nothing."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.place.choices import DecisionState, Outcome
from matang.flow.place.models import PlacementDecision
from matang.flow.place.permissions import may_decide, may_judge
from matang.flow.plan.public import PlacementScenario, Proposal, ScenarioState, lock_scenario, mark_decided, stale_reason
from matang.flow.register.public import Post, ended_by, move_person, undo_move
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.audit.context import because
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now, today


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the official says. ``person_id`` empty = leave the post vacant; ``reason`` may be empty only to confirm."""

    person_id: int | None
    effective_from: date | None
    reason: str = ""
    decree: str = ""


def decide(*, actor: Actor, scenario_id: int, post_id: int, verdict: Verdict) -> PlacementDecision:
    """Decide on a post of a scenario; the register shows the move from its effective date.

    Sent twice, the same verdict by the same official gives the same decision. Raises ``RefusedError`` with the reason
    when the actor may not, the proposal is stale, or a reason is missing.
    """
    with transaction.atomic():
        scenario = lock_scenario(actor.agency_id, scenario_id)
        post = Post.objects.select_related("unit").get(pk=post_id, agency_id=actor.agency_id)
        require(may_decide(actor, post.unit.path))
        proposals = list(Proposal.objects.filter(scenario=scenario, post=post).select_related("person").order_by("rank"))
        require(may_judge(actor, {proposal.person_id for proposal in proposals}))
        already = PlacementDecision.objects.filter(scenario=scenario, post=post, state=DecisionState.STANDS).first()
        if already is not None:
            return _same_again(already, actor, verdict)
        _open_for_decision(scenario, post)
        chosen = _chosen(proposals, verdict)
        return _write(actor, scenario, post, proposals=proposals, chosen=chosen, verdict=verdict)


def _same_again(already: PlacementDecision, actor: Actor, verdict: Verdict) -> PlacementDecision:
    if (already.person_id, already.effective_from, already.decided_by_id) == (
        verdict.person_id,
        verdict.effective_from if verdict.person_id else None,
        actor.user_id,
    ):
        return already
    raise RefusedError(Denied(_("Jabatan ini sudah diputus. Batalkan dulu putusan itu bila hendak diubah.")))


def _open_for_decision(scenario: PlacementScenario, post: Post) -> None:
    if scenario.state != ScenarioState.PROPOSED:
        raise RefusedError(Denied(_("Skenario ini belum diajukan ke tim penilai.")))
    if not scenario.posts.filter(post=post).exists():
        raise RefusedError(Denied(_("Jabatan ini tidak termasuk dalam skenario.")))


def _chosen(proposals: list[Proposal], verdict: Verdict) -> Proposal | None:
    """Return the proposal of the chosen person; refuse a choice that lacks what it needs."""
    proposed = next((proposal for proposal in proposals if proposal.rank == 1), None)
    chosen = next((proposal for proposal in proposals if proposal.person_id == verdict.person_id), None)
    if verdict.person_id is not None and chosen is None:
        raise RefusedError(Denied(_("Pegawai ini tidak ada dalam daftar calon jabatan ini.")))
    if chosen is not proposed and not verdict.reason.strip():
        raise RefusedError(Denied(_("Putusan yang berbeda dari usulan harus disertai alasan.")))
    if chosen is not None and (verdict.effective_from is None or verdict.effective_from < today()):
        raise RefusedError(Denied(_("Tanggal berlaku harus hari ini atau sesudahnya.")))
    if chosen is None and not verdict.reason.strip():
        raise RefusedError(Denied(_("Tulis alasan mengapa jabatan dibiarkan kosong.")))
    return chosen


def _write(
    actor: Actor,
    scenario: PlacementScenario,
    post: Post,
    *,
    proposals: list[Proposal],
    chosen: Proposal | None,
    verdict: Verdict,
) -> PlacementDecision:
    proposed = next((proposal for proposal in proposals if proposal.rank == 1), None)
    day = verdict.effective_from if chosen else None
    if chosen is not None and day is not None and (reason := stale_reason(chosen, day)):
        raise RefusedError(Denied(reason))
    outcome = Outcome.LEFT_VACANT if chosen is None else Outcome.CONFIRMED if chosen is proposed else Outcome.OVERRIDDEN
    ended, incumbency = [], None
    with because(verdict.reason or str(outcome.label)):
        if chosen is not None and day is not None:
            ended = ended_by(actor=actor, person_id=chosen.person_id, post_id=post.pk, effective_from=day)
            incumbency = _moved(actor, chosen, post, day=day, verdict=verdict)
        mark_decided(scenario, post.pk, now())
        cost = chosen.distance if chosen else (proposed.score if proposed else 0)
        facts = {
            "scenario": scenario.pk,
            "outcome": outcome.value,
            "person": chosen.person_id if chosen else None,
            "proposed": proposed.person_id if proposed else None,
            "score": chosen.score if chosen else None,
            "cost": cost,
            "effective_from": day,
            "candidates": [[p.person_id, p.rank, p.score] for p in proposals],
        }
        log_id = _logged(actor, post, facts, verdict.reason)
        return PlacementDecision.objects.create(
            agency_id=actor.agency_id,
            scenario=scenario,
            post=post,
            outcome=outcome,
            person=chosen.person if chosen else None,
            proposed_person=proposed.person if proposed else None,
            reason=verdict.reason.strip(),
            cost=cost,
            decree=verdict.decree,
            effective_from=day,
            decided_by_id=actor.user_id,
            decided_at=now(),
            incumbency_id=incumbency,
            ended=ended,
            log_id=log_id,
        )


def _logged(actor: Actor, post: Post, facts: dict[str, object], reason: str) -> int:
    """Write the decision to the chained log and return its key there."""
    log = record_decision(
        agency_id=actor.agency_id,
        actor_id=actor.user_id,
        kind="place.decided",
        subject=f"post:{post.pk}",
        payload=facts,
        reason=reason,
    )
    return log.pk


def _moved(actor: Actor, chosen: Proposal, post: Post, *, day: date, verdict: Verdict) -> int:
    try:
        moved = move_person(
            actor=actor,
            person_id=chosen.person_id,
            post_id=post.pk,
            effective_from=day,
            decree=verdict.decree,
            origin=f"scenario:{chosen.scenario_id}",
        )
    except ValidationError as error:
        raise RefusedError(Denied(" ".join(error.messages))) from error
    return moved.pk


def undo(*, actor: Actor, decision_id: int, reason: str) -> PlacementDecision:
    """Undo a decision before its effective date; the post is then open for a decision again."""
    with transaction.atomic():
        decision = (
            PlacementDecision.objects.select_for_update(of=("self",))
            .select_related("post__unit")
            .get(pk=decision_id, agency_id=actor.agency_id)
        )
        require(may_decide(actor, decision.post.unit.path))
        if decision.state == DecisionState.UNDONE:
            return decision
        if not reason.strip():
            raise RefusedError(Denied(_("Tulis alasan pembatalan.")))
        if decision.effective_from is not None and decision.effective_from <= today():
            raise RefusedError(Denied(_("Putusan ini sudah berlaku; perubahan hanya lewat putusan baru.")))
        with because(reason):
            if decision.incumbency_id is not None:
                undo_move(actor=actor, incumbency_id=decision.incumbency_id, ended=[tuple(row) for row in decision.ended])
            mark_decided(decision.scenario, decision.post_id, None)
            decision.state, decision.undone_by_id = DecisionState.UNDONE, actor.user_id
            decision.undone_at, decision.undo_reason = now(), reason.strip()
            decision.save(update_fields=["state", "undone_by", "undone_at", "undo_reason"])
            record_decision(
                agency_id=actor.agency_id,
                actor_id=actor.user_id,
                kind="place.undone",
                subject=f"post:{decision.post_id}",
                payload={"scenario": decision.scenario_id, "decision": decision.pk, "log": decision.log_id},
                reason=reason,
            )
    return decision
