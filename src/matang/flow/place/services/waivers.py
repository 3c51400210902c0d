"""Set a requirement aside for one person and one post, and take that back. Never hidden, always logged."""

import json
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.place.choices import DecisionState
from matang.flow.place.models import PlacementDecision, Waiver
from matang.flow.place.permissions import may_judge, may_waive
from matang.flow.place.services.candidates import requirement_key
from matang.flow.plan.public import PlacementScenario, Proposal, ScenarioState, lock_scenario, why
from matang.flow.register.public import Post, person_visible_to
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.context import because
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now


@dataclass(frozen=True, slots=True)
class Setting:
    """Whose requirement, for which post; ``check_key`` as ``requirement_key`` gives it."""

    scenario_id: int
    post_id: int
    person_id: int
    check_key: str


def waive(*, actor: Actor, setting: Setting, reason: str, ground: str = "") -> Waiver:
    """Set a requirement aside. A failed one needs a legal ground; sent twice, it is one waiver.

    Raises ``RefusedError`` when the actor may not or is concerned, the requirement is met, or something is missing.
    """
    with transaction.atomic():
        scenario = lock_scenario(actor.agency_id, setting.scenario_id)
        post = Post.objects.select_related("unit").get(pk=setting.post_id, agency_id=actor.agency_id)
        require(may_waive(actor, post.unit.path))
        require(may_judge(actor, {setting.person_id}))
        found, check = _requirement(actor, scenario, setting)
        standing = Waiver.objects.filter(
            scenario=scenario, post=post, person_id=setting.person_id, check_key=setting.check_key, withdrawn_at__isnull=True
        ).first()
        if standing is not None:
            return standing
        if scenario.state != ScenarioState.PROPOSED or _decided(setting):
            raise refuse(_("Jabatan ini sedang tidak menunggu putusan."))
        if not reason.strip():
            raise refuse(_("Tulis alasan pengecualian."))
        if check["verdict"] == "fail" and not ground.strip():
            raise refuse(_("Syarat yang tidak dipenuhi hanya dapat dikecualikan dengan menyebut dasar hukumnya."))
        return _write(actor, setting, (found, check), reason.strip(), ground.strip())


def _requirement(actor: Actor, scenario: PlacementScenario, setting: Setting) -> tuple[Proposal, dict[str, object]]:
    """Return the computed answer about the person and the requirement in it; refuse one that cannot be set aside."""
    found = None
    if person_visible_to(actor, setting.person_id) is not None:
        found = why(scenario, setting.person_id, setting.post_id)
    checks = found.reasons["checks"] if found is not None else []
    check = next((row for row in checks if requirement_key(row) == setting.check_key), None)
    if found is None or check is None:
        raise refuse(_("Syarat itu tidak ada pada lembar pegawai ini."))
    if check["verdict"] not in {"fail", "unknown"}:
        raise refuse(_("Syarat itu sudah dipenuhi; tidak ada yang dikecualikan."))
    return found, check


def _decided(setting: Setting) -> bool:
    rows = PlacementDecision.objects.filter(scenario_id=setting.scenario_id, post_id=setting.post_id)
    return rows.filter(state=DecisionState.STANDS).exists()


def _write(actor: Actor, setting: Setting, answered: tuple[Proposal, dict[str, object]], reason: str, ground: str) -> Waiver:
    found, check = answered
    with because(reason):
        log = record_decision(
            agency_id=actor.agency_id,
            actor_id=actor.user_id,
            kind="place.waived",
            subject=f"post:{setting.post_id}",
            payload={
                "scenario": setting.scenario_id,
                "person": setting.person_id,
                "requirement": check["key"],
                "title": check["title"],
                "verdict": check["verdict"],
                "article": check["article"],
                "ground": ground,
            },
            reason=reason,
        )
        return Waiver.objects.create(
            agency_id=actor.agency_id,
            scenario_id=setting.scenario_id,
            post_id=setting.post_id,
            person_id=setting.person_id,
            check_key=setting.check_key,
            title=check["title"],
            verdict=check["verdict"],
            ground=ground,
            reason=reason,
            answer={"score": found.score, "distance": found.distance, "state": found.state, "reasons": _plain(found.reasons)},
            given_by_id=actor.user_id,
            given_at=now(),
            log_id=log.pk,
        )


def _plain(reasons: dict[str, object]) -> dict[str, object]:
    """Return reasons as JSON holds them: numbers of the computation become plain ones."""
    plain: dict[str, object] = json.loads(json.dumps(reasons, default=int))
    return plain


def withdraw_waiver(*, actor: Actor, waiver_id: int, reason: str) -> Waiver:
    """Take a waiver back before the post is decided; it stays on the sheet, marked so. Repeating changes nothing."""
    with transaction.atomic():
        found = Waiver.objects.select_related("post__unit").get(pk=waiver_id, agency_id=actor.agency_id)
        lock_scenario(actor.agency_id, found.scenario_id)
        waiver = Waiver.objects.select_for_update().get(pk=waiver_id)
        require(may_waive(actor, found.post.unit.path))
        if waiver.withdrawn_at is not None:
            return waiver
        if _decided(Setting(waiver.scenario_id, waiver.post_id, waiver.person_id, waiver.check_key)):
            raise refuse(_("Jabatan ini sudah diputus."))
        if not reason.strip():
            raise refuse(_("Tulis alasan penarikan."))
        waiver.withdrawn_by_id, waiver.withdrawn_at, waiver.withdrawal = actor.user_id, now(), reason.strip()
        with because(reason):
            waiver.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawal"])
            record_decision(
                agency_id=actor.agency_id,
                actor_id=actor.user_id,
                kind="place.waiver_withdrawn",
                subject=f"post:{waiver.post_id}",
                payload={"scenario": waiver.scenario_id, "person": waiver.person_id, "waiver": waiver.log_id},
                reason=reason.strip(),
            )
    return waiver
