"""Statements of interest: every member says before the first sheet whether they are free of any conflict."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.place.choices import AgendaState, MeetingState
from matang.flow.place.models import AgendaItem, DeclaredConflict, InterestStatement, MeetingMember, PanelVote
from matang.flow.place.selectors.meetings import members_of, seat_in
from matang.flow.place.selectors.recusals import candidates_on, recusals
from matang.flow.place.services.meetings import lock_meeting
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now


@dataclass(frozen=True, slots=True)
class Conflict:
    """A tie to a post (``item_id``) or to a candidate (``person_id``), one of the two, in the member's words."""

    relation: str
    item_id: int | None = None
    person_id: int | None = None


def state_interests(*, actor: Actor, meeting_id: int, conflicts: Iterable[Conflict] = ()) -> InterestStatement:
    """Keep a member's statement; no conflicts = free of any. Later calls add conflicts, none is taken back.

    A vote already cast on a post that now turns out to be in conflict is taken out, as long as that vote is open.
    Sent twice, the same statement changes nothing. Raises ``RefusedError`` with the reason.
    """
    with transaction.atomic():
        meeting = lock_meeting(actor, meeting_id)
        members = members_of(meeting)
        member = seat_in(actor, members).member
        if member is None:
            raise refuse(_("Anda bukan anggota sidang ini."))
        if meeting.state == MeetingState.CLOSED:
            raise refuse(_("Sidang ini sudah ditutup."))
        items = list(meeting.items.all())
        named = [_checked(conflict, items) for conflict in conflicts]
        standing = InterestStatement.objects.filter(member=member).first()
        fresh = [conflict for conflict in named if standing is None or not _known(standing, conflict)]
        if standing is not None and not fresh:
            return standing
        return _keep(actor, member, items, standing=standing, fresh=fresh)


def _checked(conflict: Conflict, items: list[AgendaItem]) -> Conflict:
    people = set().union(*candidates_on(items).values()) if items else set()
    if (conflict.item_id is None) == (conflict.person_id is None):
        raise refuse(_("Sebut jabatan atau calonnya, salah satu."))
    if conflict.item_id is not None and conflict.item_id not in {item.pk for item in items}:
        raise refuse(_("Jabatan itu tidak ada dalam agenda sidang ini."))
    if conflict.person_id is not None and conflict.person_id not in people:
        raise refuse(_("Pegawai itu bukan calon untuk jabatan dalam agenda sidang ini."))
    if not conflict.relation.strip():
        raise refuse(_("Tulis hubungan Anda dengan jabatan atau calon itu."))
    return Conflict(conflict.relation.strip(), conflict.item_id, conflict.person_id)


def _known(statement: InterestStatement, conflict: Conflict) -> bool:
    return statement.conflicts.filter(item_id=conflict.item_id, person_id=conflict.person_id).exists()


def _keep(
    actor: Actor,
    member: MeetingMember,
    items: list[AgendaItem],
    *,
    standing: InterestStatement | None,
    fresh: list[Conflict],
) -> InterestStatement:
    log = record_decision(
        agency_id=actor.agency_id,
        actor_id=actor.user_id,
        kind="place.interest_stated",
        subject=f"meeting:{member.meeting_id}",
        payload={
            "member": member.user_id,
            "conflicts": [{"item": c.item_id, "person": c.person_id, "relation": c.relation} for c in fresh],
            "earlier": standing.log_id if standing else None,
        },
        reason="",
    )
    statement = standing or InterestStatement.objects.create(
        agency_id=actor.agency_id, member=member, given_at=now(), log_id=log.pk
    )
    DeclaredConflict.objects.bulk_create(
        DeclaredConflict(
            agency_id=actor.agency_id,
            statement=statement,
            item_id=c.item_id,
            person_id=c.person_id,
            relation=c.relation,
            declared_at=now(),
        )
        for c in fresh
    )
    out = [key for key, rows in recusals(items, [member]).items() if rows]
    PanelVote.objects.filter(member=member, item_id__in=out, item__state=AgendaState.WAITING).delete()
    return statement
