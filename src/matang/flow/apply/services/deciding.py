"""The decision of a named official about a recommendation, and the adoption that follows from it."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.apply.choices import ADOPTING, DecisionKind, RecommendationState
from matang.flow.apply.models import Adoption, Recommendation, RecommendationDecided, RecommendationDecision
from matang.flow.apply.permissions import may_decide_recommendation
from matang.flow.apply.services.holding import hold_recommendation
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.access.roles import Role
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now, today
from matang.foundation.events.services import publish


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the official says. ``missing`` and ``due_on`` belong to "need more"; ``due_on`` also ends a pilot."""

    kind: str
    reason: str
    missing: str = ""
    due_on: date | None = None


def decide_recommendation(*, actor: Actor, recommendation_id: int, verdict: Verdict) -> RecommendationDecision:
    """Decide about a presented recommendation: on the chained log, with an adoption where it is to be put to work.

    "Need more" gives it back as a draft with what is missing. Deciding twice is refused.

    Raises:
        RefusedError: not the official, not presented, no reason, or a "need more" without what or until when.
    """
    with transaction.atomic():
        row = hold_recommendation(actor, recommendation_id)
        owner = row.owner_unit.path if row.owner_unit else ""
        require(may_decide_recommendation(actor, row.unit.path, owner, row.person_id))
        _refuse_nonsense(row, verdict)
        made = _write(actor, row, verdict)
        more = verdict.kind == DecisionKind.NEED_MORE
        row.state = RecommendationState.DRAFT if more else RecommendationState.DECIDED
        row.save(update_fields=["state"])
        if made.kind in ADOPTING:
            Adoption.objects.create(
                agency_id=row.agency_id, recommendation=row, decision=made, kind=made.kind, unit_id=row.owner_unit_id,
                indicator_id=row.indicator_id, decided_on=made.decided_on,
            )  # fmt: skip
        publish(
            RecommendationDecided(agency_id=row.agency_id, recommendation_id=row.pk, kind=made.kind, decided_on=made.decided_on)
        )
        record_decision(
            agency_id=row.agency_id,
            actor_id=actor.user_id,
            kind="apply.decided",
            subject=f"recommendation:{row.pk}",
            payload={
                "decision": made.kind,
                "title": row.title,
                "sending": row.sending_id,
                "owner_unit": row.owner_unit_id,
                "cost_rupiah": row.cost_rupiah,
                "missing": made.missing,
                "due_on": made.due_on,
                "role": made.official_role,
            },
            reason=made.reason,
        )
    return made


def _refuse_nonsense(row: Recommendation, verdict: Verdict) -> None:
    if verdict.kind not in DecisionKind.values:
        raise refuse(_("Pilih putusannya."))
    if row.state == RecommendationState.DECIDED:
        raise refuse(_("Rekomendasi ini sudah diputus."))
    if row.state != RecommendationState.PRESENTED:
        raise refuse(_("Rekomendasi ini belum dipaparkan."))
    if not verdict.reason.strip():
        raise refuse(_("Tulis alasan putusan."))
    if verdict.kind == DecisionKind.NEED_MORE and (not verdict.missing.strip() or verdict.due_on is None):
        raise refuse(_("Tulis apa yang perlu dilengkapi dan sampai kapan."))
    if verdict.due_on is not None and verdict.due_on < today():
        raise refuse(_("Tanggal paling lambat sudah lewat."))


def _write(actor: Actor, row: Recommendation, verdict: Verdict) -> RecommendationDecision:
    whole = actor.scope(Role.APPOINTING_OFFICIAL).everything
    dated = verdict.kind in {DecisionKind.NEED_MORE, DecisionKind.PILOT}
    return RecommendationDecision.objects.create(
        agency_id=row.agency_id,
        recommendation=row,
        kind=verdict.kind,
        reason=verdict.reason.strip(),
        missing=verdict.missing.strip() if verdict.kind == DecisionKind.NEED_MORE else "",
        due_on=verdict.due_on if dated else None,
        decided_on=today(),
        decided_at=now(),
        official_account=actor.user_id,
        official_name=actor.name,
        official_role=Role.APPOINTING_OFFICIAL if whole else Role.UNIT_HEAD,
    )
