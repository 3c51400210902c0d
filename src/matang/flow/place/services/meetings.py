"""Prepare, open, adjourn and close a meeting of the panel."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.place.choices import UNFINISHED, AdviceWay, AgendaState, MeetingAttendance, MeetingSeat, MeetingState
from matang.flow.place.models import AgendaItem, MeetingMember, PanelMeeting, PlacementDecision
from matang.flow.place.permissions import may_convene
from matang.flow.place.selectors.meetings import free_posts, members_of, needed, present, seat_in
from matang.flow.plan.public import PlacementScenario, ScenarioState, lock_scenario
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import holders
from matang.foundation.audit.context import because
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now, today


@dataclass(frozen=True, slots=True)
class Summons:
    """What a meeting is called for. ``members`` are accounts of panel members; ``quorum`` None = more than half of them."""

    title: str
    held_on: date
    scenarios: tuple[int, ...]
    members: tuple[int, ...]
    chair: int
    secretary: int | None = None
    starts_at: time | None = None
    venue: str = ""
    way: str = AdviceWay.VOTE
    quorum: int | None = None


def lock_meeting(actor: Actor, meeting_id: int) -> PanelMeeting:
    """Return the meeting and hold it until the transaction ends, so that two who act at once wait for each other."""
    return PanelMeeting.objects.select_for_update().get(pk=meeting_id, agency_id=actor.agency_id)


def leading(actor: Actor, meeting: PanelMeeting) -> list[MeetingMember]:
    """Return the members; refuse whoever is neither chair nor secretary of the meeting."""
    members = members_of(meeting)
    if not seat_in(actor, members).leads:
        raise refuse(_("Hanya ketua atau sekretaris sidang ini yang dapat melakukannya."))
    return members


def convene(*, actor: Actor, summons: Summons) -> PanelMeeting:
    """Prepare a meeting on all open posts of its scenarios that stand on no other agenda.

    Sent twice by the same account, the same summons gives the same meeting. Raises ``RefusedError`` with the reason.
    """
    with transaction.atomic():
        scenarios = [_open_scenario(actor, key) for key in sorted(set(summons.scenarios))]
        _fits(summons)
        posts = list(free_posts(scenarios))
        if not posts:
            if (again := _same_again(actor, summons)) is not None:
                return again
            raise refuse(_("Semua jabatan skenario ini sudah diputus atau sudah ada dalam agenda sidang lain."))
        meeting = PanelMeeting.objects.create(
            agency_id=actor.agency_id,
            title=summons.title.strip(),
            held_on=summons.held_on,
            starts_at=summons.starts_at,
            venue=summons.venue.strip(),
            way=summons.way,
            quorum=summons.quorum,
            created_by_id=actor.user_id,
            created_at=now(),
        )
        _seat(meeting, summons)
        _put_on_agenda(meeting, posts)
    return meeting


def _open_scenario(actor: Actor, scenario_id: int) -> PlacementScenario:
    scenario = lock_scenario(actor.agency_id, scenario_id)
    require(may_convene(actor, scenario.unit.path if scenario.unit else ""))
    if scenario.state != ScenarioState.PROPOSED:
        raise refuse(_("Skenario %(name)s belum diajukan ke tim penilai atau sudah selesai diputus.") % {"name": scenario.name})
    return scenario


def _fits(summons: Summons) -> None:
    """Refuse a summons that makes no meeting."""
    panel = set(holders(Role.PANEL_MEMBER, today()).values_list("pk", flat=True))
    members = set(summons.members)
    if not summons.scenarios:
        raise refuse(_("Pilih skenario yang dibahas."))
    if not summons.title.strip():
        raise refuse(_("Beri nama sidang ini."))
    if not members or not members <= panel:
        raise refuse(_("Anggota sidang harus akun yang memegang peran anggota tim penilai."))
    if summons.chair not in members or (summons.secretary is not None and summons.secretary not in members):
        raise refuse(_("Ketua dan sekretaris harus termasuk anggota sidang."))
    if summons.secretary == summons.chair:
        raise refuse(_("Ketua dan sekretaris harus orang yang berbeda."))
    if summons.quorum is not None and not 1 <= summons.quorum <= len(members):
        raise refuse(_("Kuorum paling sedikit satu dan paling banyak sejumlah anggota (%(n)s).") % {"n": len(members)})


def _same_again(actor: Actor, summons: Summons) -> PanelMeeting | None:
    mine = PanelMeeting.objects.filter(
        agency_id=actor.agency_id, created_by_id=actor.user_id, title=summons.title.strip(), held_on=summons.held_on
    )
    return mine.filter(state__in=UNFINISHED, items__scenario_id__in=summons.scenarios).distinct().first()


def _seat(meeting: PanelMeeting, summons: Summons) -> None:
    seats = {summons.chair: MeetingSeat.CHAIR} | ({summons.secretary: MeetingSeat.SECRETARY} if summons.secretary else {})
    MeetingMember.objects.bulk_create(
        MeetingMember(agency_id=meeting.agency_id, meeting=meeting, user_id=key, seat=seats.get(key, MeetingSeat.MEMBER))
        for key in sorted(set(summons.members))
    )


def _put_on_agenda(meeting: PanelMeeting, posts: Iterable[object]) -> None:
    start = meeting.items.count() + 1
    AgendaItem.objects.bulk_create(
        AgendaItem(
            agency_id=meeting.agency_id, meeting=meeting, scenario_id=row.scenario_id, post_id=row.post_id, position=position
        )
        for position, row in enumerate(posts, start=start)
    )


def amend(*, actor: Actor, meeting_id: int, summons: Summons) -> PanelMeeting:
    """Change a meeting that was not opened yet: when, where, who. Its agenda stays; statements of those who stay are kept."""
    with transaction.atomic():
        meeting = lock_meeting(actor, meeting_id)
        for item in meeting.items.select_related("scenario__unit"):
            require(may_convene(actor, item.scenario.unit.path if item.scenario.unit else ""))
        if meeting.state != MeetingState.DRAFT:
            raise refuse(_("Sidang yang sudah dibuka tidak dapat diubah lagi."))
        _fits(summons)
        meeting.title, meeting.venue = summons.title.strip(), summons.venue.strip()
        meeting.held_on, meeting.starts_at = summons.held_on, summons.starts_at
        meeting.way, meeting.quorum = summons.way, summons.quorum
        meeting.save(update_fields=["title", "venue", "held_on", "starts_at", "way", "quorum"])
        meeting.members.exclude(user_id__in=summons.members).delete()
        meeting.members.update(seat=MeetingSeat.MEMBER)
        there = set(meeting.members.values_list("user_id", flat=True))
        _seat_late(meeting, summons, there)
    return meeting


def _seat_late(meeting: PanelMeeting, summons: Summons, there: set[int]) -> None:
    MeetingMember.objects.bulk_create(
        MeetingMember(agency_id=meeting.agency_id, meeting=meeting, user_id=key) for key in sorted(set(summons.members) - there)
    )
    meeting.members.filter(user_id=summons.chair).update(seat=MeetingSeat.CHAIR)
    if summons.secretary:
        meeting.members.filter(user_id=summons.secretary).update(seat=MeetingSeat.SECRETARY)


def take_up(*, actor: Actor, meeting_id: int, scenario_id: int) -> int:
    """Put the open posts of a scenario that stand on no agenda onto this one; return how many were added."""
    with transaction.atomic():
        scenario = _open_scenario(actor, scenario_id)
        meeting = lock_meeting(actor, meeting_id)
        if meeting.state == MeetingState.CLOSED:
            raise refuse(_("Sidang ini sudah ditutup."))
        posts = list(free_posts([scenario]))
        _put_on_agenda(meeting, posts)
    return len(posts)


def record_attendance(*, actor: Actor, meeting_id: int, here: set[int]) -> None:
    """Note which members (keys of ``MeetingMember``) are there; the others are absent."""
    with transaction.atomic():
        meeting = lock_meeting(actor, meeting_id)
        leading(actor, meeting)
        if meeting.state == MeetingState.CLOSED:
            raise refuse(_("Sidang ini sudah ditutup."))
        meeting.members.filter(pk__in=here).update(attendance=MeetingAttendance.PRESENT)
        meeting.members.exclude(pk__in=here).update(attendance=MeetingAttendance.ABSENT)


def open_meeting(*, actor: Actor, meeting_id: int) -> PanelMeeting:
    """Open a meeting, or go on after it was adjourned. Repeating changes nothing. Refused below the quorum."""
    with transaction.atomic():
        meeting = lock_meeting(actor, meeting_id)
        members = leading(actor, meeting)
        if meeting.state == MeetingState.OPENED:
            return meeting
        if meeting.state == MeetingState.CLOSED:
            raise refuse(_("Sidang ini sudah ditutup. Siapkan sidang baru untuk jabatan yang tersisa."))
        here, least = present(members), needed(meeting, len(members))
        if len(here) < least:
            words = {"here": len(here), "least": least}
            raise refuse(_("Kuorum belum tercapai: hadir %(here)s, paling sedikit %(least)s. Catat dulu kehadiran.") % words)
        kind = "place.meeting_resumed" if meeting.state == MeetingState.ADJOURNED else "place.meeting_opened"
        meeting.state, meeting.opened_at = MeetingState.OPENED, meeting.opened_at or now()
        meeting.save(update_fields=["state", "opened_at"])
        _log(actor, meeting, kind, members)
    return meeting


def adjourn_meeting(*, actor: Actor, meeting_id: int, reason: str) -> PanelMeeting:
    """Pause an open meeting; votes and advice stay. Repeating changes nothing."""
    with transaction.atomic():
        meeting = lock_meeting(actor, meeting_id)
        members = leading(actor, meeting)
        if meeting.state == MeetingState.ADJOURNED:
            return meeting
        if meeting.state != MeetingState.OPENED:
            raise refuse(_("Hanya sidang yang dibuka yang dapat diskors."))
        if not reason.strip():
            raise refuse(_("Tulis alasan skors."))
        meeting.state = MeetingState.ADJOURNED
        with because(reason):
            meeting.save(update_fields=["state"])
            _log(actor, meeting, "place.meeting_adjourned", members, reason.strip())
    return meeting


def close_meeting(*, actor: Actor, meeting_id: int, note: str = "") -> PanelMeeting:
    """Close an open or adjourned meeting; what was not decided is free for another one. Repeating changes nothing."""
    with transaction.atomic():
        meeting = lock_meeting(actor, meeting_id)
        members = leading(actor, meeting)
        if meeting.state == MeetingState.CLOSED:
            return meeting
        if meeting.state == MeetingState.DRAFT:
            raise refuse(_("Sidang ini belum dibuka."))
        settled = PlacementDecision.objects.filter(item__meeting=meeting, state="stands").values("item_id")
        meeting.items.exclude(pk__in=settled).update(state=AgendaState.CARRIED)
        meeting.state, meeting.closed_at = MeetingState.CLOSED, now()
        with because(note or str(MeetingState.CLOSED.label)):
            meeting.save(update_fields=["state", "closed_at"])
            _log(actor, meeting, "place.meeting_closed", members, note.strip())
    return meeting


def drop_meeting(*, actor: Actor, meeting_id: int) -> None:
    """Take back a meeting that was never opened; its posts are free again."""
    with transaction.atomic():
        meeting = lock_meeting(actor, meeting_id)
        if meeting.created_by_id != actor.user_id:
            leading(actor, meeting)
        if meeting.state != MeetingState.DRAFT:
            raise refuse(_("Sidang yang sudah dibuka tidak dapat dihapus; tutuplah."))
        meeting.delete()


def _log(actor: Actor, meeting: PanelMeeting, kind: str, members: list[MeetingMember], reason: str = "") -> None:
    record_decision(
        agency_id=meeting.agency_id,
        actor_id=actor.user_id,
        kind=kind,
        subject=f"meeting:{meeting.pk}",
        payload={
            "quorum": needed(meeting, len(members)),
            "members": [[row.user_id, row.seat, row.attendance] for row in members],
            "agenda": [list(row) for row in meeting.items.values_list("scenario_id", "post_id", "state")],
        },
        reason=reason,
    )
