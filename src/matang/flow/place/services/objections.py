"""Object to a decision, take that back, and answer it in time."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from matang import rules
from matang.flow.place.choices import DecisionState, ObjectionOutcome, ObjectionState
from matang.flow.place.models import Nomination, Objection, PlacementDecision
from matang.flow.place.permissions import may_decide, may_judge
from matang.flow.plan.public import own_proposals
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.context import because
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import add_working_days, now, today, working_days_between
from matang.ui.formats import tanggal


@dataclass(frozen=True, slots=True)
class Clock:
    """When a step of an objection is due: the day, how many working days are left (negative: late), and its source."""

    due: date
    days: int
    left: int
    article: str
    unverified: bool


def clock(agency_id: int, step: str, begin: date) -> Clock:
    """Return the clock of a step (``file`` after a decision, ``answer`` after an objection)."""
    found = rules.objection_due(step, begin, partial(_working_days_after, agency_id))
    left = days_left(agency_id, found.at)
    return Clock(found.at, found.number, left, str(found.reference), found.reference.unverified)


def days_left(agency_id: int, due: date) -> int:
    """Return how many working days are left until a day; below 0 = so many late."""
    day = today()
    if day > due:
        return -max(1, working_days_between(due, day, agency_id=agency_id))
    return working_days_between(day, due, agency_id=agency_id)


def _working_days_after(agency_id: int, day: date, number: int) -> date:
    return add_working_days(day, number, agency_id=agency_id)


def concerns(actor: Actor, decision: PlacementDecision) -> bool:
    """Return whether the actor was looked at for the decided post: on its shortlist, or named for it."""
    if actor.person_id is None:
        return False
    key = {"scenario_id": decision.scenario_id, "post_id": decision.post_id}
    return own_proposals(actor).filter(**key).exists() or Nomination.objects.filter(person_id=actor.person_id, **key).exists()


def object_to(*, actor: Actor, decision_id: int, grounds: str) -> Objection:
    """Object to a decision that stands, within the law's working days; sent twice, it is one objection.

    Raises ``RefusedError`` when the actor was not looked at for the post, the term is over, or nothing is said.
    """
    with transaction.atomic():
        decision = (
            PlacementDecision.objects.select_for_update(of=("self",))
            .filter(pk=decision_id, agency_id=actor.agency_id)
            .select_related("post")
            .first()
        )
        if decision is None or not concerns(actor, decision):
            raise refuse(_("Keberatan hanya dapat diajukan oleh pegawai yang ikut dipertimbangkan untuk jabatan itu."))
        known = Objection.objects.filter(decision=decision, person_id=actor.person_id).exclude(state=ObjectionState.WITHDRAWN)
        if (standing := known.first()) is not None:
            return standing
        if decision.state != DecisionState.STANDS:
            raise refuse(_("Putusan itu sudah dibatalkan; tidak ada yang dikeberati."))
        term = clock(actor.agency_id, "file", decision.decided_at.date())
        if today() > term.due:
            raise refuse(
                _("Tenggat keberatan sudah lewat pada %(day)s (%(article)s).")
                % {"day": tanggal(term.due), "article": term.article}
            )
        if not grounds.strip():
            raise refuse(_("Tulis alasan keberatan Anda."))
        return _file(actor, decision, grounds.strip())


def _file(actor: Actor, decision: PlacementDecision, grounds: str) -> Objection:
    due = clock(actor.agency_id, "answer", today())
    with because(grounds):
        log = record_decision(
            agency_id=actor.agency_id,
            actor_id=actor.user_id,
            kind="place.objected",
            subject=f"post:{decision.post_id}",
            payload={"decision": decision.log_id, "person": actor.person_id, "answer_due": due.due.isoformat()},
            reason=grounds,
        )
        return Objection.objects.create(
            agency_id=actor.agency_id,
            decision=decision,
            person_id=actor.person_id,
            grounds=grounds,
            filed_by_id=actor.user_id,
            filed_at=now(),
            answer_due=due.due,
            log_id=log.pk,
        )


def withdraw_objection(*, actor: Actor, objection_id: int) -> Objection:
    """Take an own objection back before it is answered. Repeating changes nothing."""
    with transaction.atomic():
        found = Objection.objects.select_for_update().get(
            pk=objection_id, agency_id=actor.agency_id, person_id=actor.person_id or 0
        )
        if found.state == ObjectionState.WITHDRAWN:
            return found
        if found.state != ObjectionState.FILED:
            raise refuse(_("Keberatan ini sudah dijawab."))
        found.state = ObjectionState.WITHDRAWN
        found.save(update_fields=["state"])
        record_decision(
            agency_id=actor.agency_id,
            actor_id=actor.user_id,
            kind="place.objection_withdrawn",
            subject=f"post:{found.decision.post_id}",
            payload={"objection": found.log_id},
            reason=_("Ditarik oleh yang mengajukan"),
        )
    return found


def answer_objection(*, actor: Actor, objection_id: int, outcome: str, answer: str) -> Objection:
    """Answer an objection with an explanation. An objection that is upheld is carried out by undoing or deciding anew.

    Raises ``RefusedError`` when the actor may not decide on the post, is concerned, or says nothing; repeating the same
    answer changes nothing.
    """
    with transaction.atomic():
        found = (
            Objection.objects.select_for_update(of=("self",))
            .select_related("decision__post__unit")
            .get(pk=objection_id, agency_id=actor.agency_id)
        )
        require(may_decide(actor, found.decision.post.unit.path))
        require(may_judge(actor, {found.person_id}))
        if found.state == ObjectionState.ANSWERED and (found.outcome, found.answer) == (outcome, answer.strip()):
            return found
        if found.state != ObjectionState.FILED:
            raise refuse(_("Keberatan ini sudah dijawab atau ditarik."))
        if outcome not in ObjectionOutcome.values:
            raise refuse(_("Pilih jawabannya: diterima, diterima sebagian, atau ditolak."))
        if not answer.strip():
            raise refuse(_("Tulis penjelasan jawaban; yang bersangkutan akan membacanya."))
        found.state, found.outcome, found.answer = ObjectionState.ANSWERED, outcome, answer.strip()
        found.answered_by_id, found.answered_at = actor.user_id, now()
        with because(answer.strip()):
            found.save(update_fields=["state", "outcome", "answer", "answered_by", "answered_at"])
            record_decision(
                agency_id=actor.agency_id,
                actor_id=actor.user_id,
                kind="place.objection_answered",
                subject=f"post:{found.decision.post_id}",
                payload={"objection": found.log_id, "outcome": outcome, "in_time": today() <= found.answer_due},
                reason=answer.strip(),
            )
    return found
