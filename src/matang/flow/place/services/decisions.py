"""Decide on a post in an open meeting. Everything of one decision happens in one transaction, or nothing."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.place.choices import AgendaState, Ballot, DecisionState, MeetingState, Outcome
from matang.flow.place.models import AgendaItem, InterestStatement, PlacementDecision
from matang.flow.place.permissions import may_decide, may_judge
from matang.flow.place.selectors.meetings import item_of, members_of, seat_in
from matang.flow.place.selectors.recusals import recusals
from matang.flow.place.services.advice import may_advise
from matang.flow.place.services.candidates import admitted, waivers_on
from matang.flow.place.services.meetings import lock_meeting
from matang.flow.place.services.staleness import changed_since
from matang.flow.plan.public import PlacementScenario, Proposal, ScenarioState, lock_scenario, mark_decided, stale_reason
from matang.flow.register.public import Post, ended_by, move_person
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, refuse, require
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


@dataclass(frozen=True, slots=True)
class Case:
    """A post that is to be decided: its scenario, its place on the agenda, and everybody who may be appointed."""

    scenario: PlacementScenario
    post: Post
    item: AgendaItem
    candidates: dict[int, Proposal]

    @property
    def proposed(self) -> Proposal | None:
        """Whom the system proposed."""
        return next((row for row in self.candidates.values() if row.rank == 1), None)


def decide(*, actor: Actor, scenario_id: int, post_id: int, verdict: Verdict) -> PlacementDecision:
    """Decide on a post of a scenario in the open meeting that advised on it; the register shows the move from its day.

    Sent twice, the same verdict by the same official gives the same decision. Raises ``RefusedError`` with the reason
    when the actor may not, no open meeting has advised, the proposal is stale, or a reason is missing.
    """
    with transaction.atomic():
        scenario = lock_scenario(actor.agency_id, scenario_id)
        post = Post.objects.select_related("unit").get(pk=post_id, agency_id=actor.agency_id)
        require(may_decide(actor, post.unit.path))
        candidates = admitted(scenario, post_id)
        require(may_judge(actor, set(candidates)))
        already = PlacementDecision.objects.filter(scenario=scenario, post=post, state=DecisionState.STANDS).first()
        if already is not None:
            return _same_again(already, actor, verdict)
        _open_for_decision(scenario, post)
        case = Case(scenario, post, _advised(actor, scenario, post), candidates)
        chosen = _chosen(case, verdict)
        return _write(actor, case, chosen, verdict)


def _same_again(already: PlacementDecision, actor: Actor, verdict: Verdict) -> PlacementDecision:
    if (already.person_id, already.effective_from, already.decided_by_id) == (
        verdict.person_id,
        verdict.effective_from if verdict.person_id else None,
        actor.user_id,
    ):
        return already
    raise refuse(_("Jabatan ini sudah diputus. Batalkan dulu putusan itu bila hendak diubah."))


def _open_for_decision(scenario: PlacementScenario, post: Post) -> None:
    if scenario.state != ScenarioState.PROPOSED:
        raise refuse(_("Skenario ini belum diajukan ke tim penilai."))
    if not scenario.posts.filter(post=post).exists():
        raise refuse(_("Jabatan ini tidak termasuk dalam skenario."))


def _advised(actor: Actor, scenario: PlacementScenario, post: Post) -> AgendaItem:
    """Return the post's place on the agenda; refuse unless its meeting is open and has advised on it."""
    item = item_of(scenario.pk, post.pk)
    if item is None:
        raise refuse(_("Jabatan ini belum ada dalam agenda sidang. Siapkan sidang tim penilai dulu."))
    meeting = lock_meeting(actor, item.meeting_id)
    item.refresh_from_db(fields=["state", "advice", "advised_person", "tally", "chair_said", "way", "log_id"])
    if meeting.state != MeetingState.OPENED:
        raise refuse(_("Sidang %(title)s sedang tidak dibuka. Putusan diambil dalam sidang yang dibuka.") % {"title": meeting})
    if item.state != AgendaState.ADVISED:
        raise refuse(_("Tim penilai belum memberi pertimbangan untuk jabatan ini."))
    members = members_of(meeting)
    mine = seat_in(actor, members).member
    if mine is not None:
        require(may_advise(mine, [row.member.pk for row in recusals([item], members)[item.pk]]))
    return item


def _chosen(case: Case, verdict: Verdict) -> Proposal | None:
    """Return the proposal of the chosen person; refuse a choice that lacks what it needs."""
    chosen = case.candidates.get(verdict.person_id) if verdict.person_id is not None else None
    if verdict.person_id is not None and chosen is None:
        raise refuse(_("Pegawai ini tidak ada dalam daftar calon jabatan ini."))
    if chosen is None and not verdict.reason.strip():
        raise refuse(_("Tulis alasan mengapa jabatan dibiarkan kosong."))
    if chosen is not case.proposed and not verdict.reason.strip():
        raise refuse(_("Putusan yang berbeda dari usulan harus disertai alasan."))
    if against(case.item, verdict.person_id) and not verdict.reason.strip():
        raise refuse(_("Putusan yang berbeda dari pertimbangan tim penilai harus disertai alasan."))
    if chosen is not None and (verdict.effective_from is None or verdict.effective_from < today()):
        raise refuse(_("Tanggal berlaku harus hari ini atau sesudahnya."))
    return chosen


def against(item: AgendaItem, person_id: int | None) -> bool:
    """Return true when this choice (None = leave vacant) is not what the panel advised; with no advice nothing is against it."""
    if item.advice == Ballot.PERSON:
        return item.advised_person_id != person_id
    return item.advice == Ballot.VACANT and person_id is not None


def _still_true(case: Case, chosen: Proposal, day: date) -> None:
    """Refuse when the register has changed since the computation in a way that concerns this post."""
    reason = stale_reason(chosen, day) or changed_since(case.scenario, case.post.pk, case.candidates).reason
    if reason:
        raise refuse(reason)


def _write(actor: Actor, case: Case, chosen: Proposal | None, verdict: Verdict) -> PlacementDecision:
    proposed, day = case.proposed, verdict.effective_from if chosen else None
    if chosen is not None and day is not None:
        _still_true(case, chosen, day)
    outcome = Outcome.LEFT_VACANT if chosen is None else Outcome.CONFIRMED if chosen is proposed else Outcome.OVERRIDDEN
    ended, incumbency = [], None
    with because(verdict.reason or str(outcome.label)):
        if chosen is not None and day is not None:
            ended = ended_by(actor=actor, person_id=chosen.person_id, post_id=case.post.pk, effective_from=day)
            incumbency = _moved(actor, chosen, case.post, day=day, verdict=verdict)
        mark_decided(case.scenario, case.post.pk, now())
        cost = cost_of(proposed, chosen)
        log_id = _logged(actor, case, _facts(case, outcome, chosen=chosen, day=day, cost=cost), verdict.reason)
        return PlacementDecision.objects.create(
            agency_id=actor.agency_id,
            scenario=case.scenario,
            post=case.post,
            item=case.item,
            against_advice=against(case.item, chosen.person_id if chosen else None),
            outcome=outcome,
            person_id=chosen.person_id if chosen else None,
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


def cost_of(proposed: Proposal | None, chosen: Proposal | None) -> int:
    """Return how many points the arrangement loses by this choice (None = leave vacant) against the proposal.

    Of somebody let in by a waiver, whom the computation did not place, it is the difference of the scores on this post.
    """
    if chosen is None:
        return proposed.score if proposed else 0
    if chosen.rank == 0:
        return max(0, proposed.score - chosen.score) if proposed else 0
    return chosen.distance


def _facts(case: Case, outcome: Outcome, *, chosen: Proposal | None, day: date | None, cost: int) -> dict[str, object]:
    """Return what led to the decision, for the log: also the meeting, its advice, its statements, and the waivers."""
    item, proposed = case.item, case.proposed
    person = chosen.person_id if chosen else None
    statements = InterestStatement.objects.filter(member__meeting_id=item.meeting_id).order_by("pk")
    waivers = [w for rows in waivers_on(case.scenario.pk, case.post.pk).values() for w in rows if w.withdrawn_at is None]
    return {
        "scenario": case.scenario.pk,
        "outcome": outcome.value,
        "person": person,
        "proposed": proposed.person_id if proposed else None,
        "score": chosen.score if chosen else None,
        "cost": cost,
        "effective_from": day,
        "candidates": [[p.person_id, p.rank, p.score] for p in case.candidates.values()],
        "meeting": item.meeting_id,
        "advice": {
            "log": item.log_id,
            "way": item.way,
            "for": item.advice,
            "person": item.advised_person_id,
            "tally": item.tally,
        },
        "against_advice": against(item, person),
        "statements": list(statements.values_list("log_id", flat=True)),
        "waivers": [waiver.log_id for waiver in waivers],
    }


def _logged(actor: Actor, case: Case, facts: dict[str, object], reason: str) -> int:
    """Write the decision to the chained log and return its key there."""
    log = record_decision(
        agency_id=actor.agency_id,
        actor_id=actor.user_id,
        kind="place.decided",
        subject=f"post:{case.post.pk}",
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
