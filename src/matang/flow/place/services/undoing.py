"""Take a decision back before its day, together with those that build on it."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.place.choices import AgendaState, DecisionState, MeetingState
from matang.flow.place.models import PlacementDecision
from matang.flow.place.permissions import may_decide
from matang.flow.place.selectors.chains import undone_with
from matang.flow.plan.public import lock_scenario, mark_decided
from matang.flow.register.public import undo_move
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, refuse, require
from matang.foundation.audit.context import because
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now, today
from matang.ui.formats import tanggal


@dataclass(frozen=True, slots=True)
class Undoing:
    """What is taken back (the one asked for stands last), and why."""

    decisions: list[PlacementDecision]
    reason: str


def undo(*, actor: Actor, decision_id: int, reason: str, together: bool = False) -> PlacementDecision:
    """Undo a decision before its effective date; the post is then open for a decision again.

    When other decisions build on it — somebody was appointed to the post that this one frees, or the same person was moved
    on — it is refused with their names, unless ``together`` says that all are taken back at once. Repeating changes nothing.
    """
    with transaction.atomic():
        found = _locked(actor, decision_id)
        decision = found[-1]
        require(may_decide(actor, decision.post.unit.path))
        if decision.state == DecisionState.UNDONE:
            return decision
        if not reason.strip():
            raise refuse(_("Tulis alasan pembatalan."))
        for row in found:
            _may_still(actor, row, alone=row is decision)
        if len(found) > 1 and not together:
            others = ", ".join(f"{row.person} – {row.post.name}" for row in found[:-1])
            raise refuse(
                _("Putusan lain bergantung pada putusan ini: %(others)s. Batalkan semuanya sekaligus, atau tidak sama sekali.")
                % {"others": others}
            )
        with because(reason):
            for row in found:
                _take_back(actor, row, Undoing(found, reason.strip()))
    return decision


def _locked(actor: Actor, decision_id: int) -> list[PlacementDecision]:
    """Return the decision and before it those that build on it, their scenarios held; the later in time first."""
    first = PlacementDecision.objects.get(pk=decision_id, agency_id=actor.agency_id)
    for scenario_id in sorted({row.scenario_id for row in undone_with(first)}):
        lock_scenario(actor.agency_id, scenario_id)
    fresh = PlacementDecision.objects.select_related("post__unit", "person", "item__meeting", "scenario").get(pk=decision_id)
    return undone_with(fresh) if fresh.state == DecisionState.STANDS else [fresh]


def _may_still(actor: Actor, row: PlacementDecision, *, alone: bool) -> None:
    """Refuse what is in effect already, or lies outside the actor's reach."""
    if row.effective_from is not None and row.effective_from <= today():
        if alone:
            raise refuse(_("Putusan ini sudah berlaku; perubahan hanya lewat putusan baru."))
        words = {"person": row.person, "post": row.post.name, "day": tanggal(row.effective_from)}
        raise refuse(
            _("Tidak dapat dibatalkan: penetapan %(person)s sebagai %(post)s bergantung padanya dan sudah berlaku sejak %(day)s.")
            % words
        )
    require(may_decide(actor, row.post.unit.path))


def _take_back(actor: Actor, decision: PlacementDecision, undoing: Undoing) -> None:
    if decision.incumbency_id is not None:
        try:
            undo_move(actor=actor, incumbency_id=decision.incumbency_id, ended=[tuple(row) for row in decision.ended])
        except ValidationError as error:
            told = " ".join(error.messages)
            raise RefusedError(Denied(_("Register sudah berubah sejak putusan ini: %(told)s") % {"told": told})) from error
    mark_decided(decision.scenario, decision.post_id, None)
    decision.state, decision.undone_by_id = DecisionState.UNDONE, actor.user_id
    decision.undone_at, decision.undo_reason = now(), undoing.reason
    decision.save(update_fields=["state", "undone_by", "undone_at", "undo_reason"])
    if decision.item is not None and decision.item.meeting.state == MeetingState.CLOSED:
        decision.item.state = AgendaState.CARRIED
        decision.item.save(update_fields=["state"])
    record_decision(
        agency_id=actor.agency_id,
        actor_id=actor.user_id,
        kind="place.undone",
        subject=f"post:{decision.post_id}",
        payload={
            "scenario": decision.scenario_id,
            "decision": decision.pk,
            "log": decision.log_id,
            "together": [row.pk for row in undoing.decisions if row.pk != decision.pk],
        },
        reason=undoing.reason,
    )
