"""Meetings: prepared once, opened with a quorum, adjourned, closed; what is not decided is free again; all of it logged."""

from dataclasses import replace
from datetime import timedelta

import pytest

from matang.flow.place.models import AgendaItem, MeetingMember, PanelMeeting
from matang.flow.place.public import Summons, Verdict, close_meeting, convene, decide, open_meeting, record_attendance, undo
from matang.flow.place.services.meetings import adjourn_meeting, amend, drop_meeting, take_up
from matang.flow.plan.public import PlacementScenario
from matang.flow.register.models import Post
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.clock.services import today
from matang.foundation.identity.models import User
from tests.cast import START, make_unit, make_user
from tests.flow.place.sitting import advised, sit, summons
from tests.flow.plan.world import World


def kinds() -> list[str]:
    return list(Decision.objects.order_by("sequence").values_list("kind", flat=True))


def test_the_agenda_holds_the_open_posts_by_unit_kind_and_name(world: World, panel: list[User]) -> None:
    below = make_unit(world.cast.palu, "P77.1", "Bidang Contoh", world.opd)
    wanted = ((below, "Seksi A", "pengawas"), (world.opd, "Seksi B", "pengawas"), (world.opd, "Bidang A", "administrator"))
    for unit, name, kind in wanted:
        Post.objects.create(agency=world.cast.palu, unit=unit, name=name, kind=kind, capacity=1, valid_from=START)
    meeting = convene(actor=actor_of(panel[0]), summons=summons(panel[0], world.scenario(submitted=True)))
    rows = list(meeting.items.values_list("position", "post__name"))
    assert rows == [(1, "Bidang A"), (2, "Kepala Bidang Contoh"), (3, "Seksi B"), (4, "Seksi A")]


def test_preparing_twice_makes_one_meeting(world: World, panel: list[User], submitted: PlacementScenario) -> None:
    call = summons(panel[0], submitted, panel[1])
    first = convene(actor=actor_of(panel[0]), summons=call)
    assert convene(actor=actor_of(panel[0]), summons=call).pk == first.pk
    with pytest.raises(RefusedError, match="sudah ada dalam agenda sidang lain"):
        convene(actor=actor_of(panel[1]), summons=replace(call, title="Sidang lain"))
    assert (PanelMeeting.objects.count(), AgendaItem.objects.count(), MeetingMember.objects.count()) == (1, 1, 2)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": " "}, "Beri nama"),
        ({"members": ()}, "harus akun yang memegang peran"),
        ({"chair": 0}, "harus termasuk anggota"),
        ({"quorum": 4}, "paling banyak sejumlah anggota"),
        ({"scenarios": ()}, "Pilih skenario"),
    ],
)
def test_a_summons_that_makes_no_meeting_is_refused(
    world: World, panel: list[User], submitted: PlacementScenario, change: dict[str, object], words: str
) -> None:
    call = replace(summons(panel[0], submitted, *panel[1:]), **change)
    with pytest.raises(RefusedError, match=words):
        convene(actor=actor_of(panel[0]), summons=call)
    assert (PanelMeeting.objects.count(), AgendaItem.objects.count()) == (0, 0)


def test_only_panel_and_hr_office_of_the_unit_prepare(world: World, panel: list[User], submitted: PlacementScenario) -> None:
    elsewhere = make_user(world.cast.palu, "penilai_sosial", Role.PANEL_MEMBER, world.cast.units["social"])
    for user in (*(world.cast.users[name] for name in ("planner", "appointing_official", "auditor")), elsewhere):
        with pytest.raises(RefusedError):
            convene(actor=actor_of(user), summons=summons(panel[0], submitted))
    assert PanelMeeting.objects.count() == 0
    assert convene(actor=world.actor("hr_officer"), summons=summons(panel[0], submitted)).items.count() == 1


def test_a_member_must_hold_the_role(world: World, panel: list[User], submitted: PlacementScenario) -> None:
    call = replace(summons(panel[0], submitted), members=(panel[0].pk, world.cast.users["planner"].pk))
    with pytest.raises(RefusedError, match="peran anggota tim penilai"):
        convene(actor=actor_of(panel[0]), summons=call)


def test_a_meeting_opens_only_with_its_quorum_and_only_by_its_leaders(
    world: World, panel: list[User], submitted: PlacementScenario
) -> None:
    chair, secretary, third = panel
    meeting = convene(actor=actor_of(chair), summons=summons(chair, submitted, secretary, third))
    keys = {row.user_id: row.pk for row in meeting.members.all()}
    record_attendance(actor=actor_of(secretary), meeting_id=meeting.pk, here={keys[chair.pk]})
    with pytest.raises(RefusedError, match="hadir 1, paling sedikit 2"):
        open_meeting(actor=actor_of(chair), meeting_id=meeting.pk)
    with pytest.raises(RefusedError, match="ketua atau sekretaris"):
        record_attendance(actor=actor_of(third), meeting_id=meeting.pk, here=set(keys.values()))
    record_attendance(actor=actor_of(chair), meeting_id=meeting.pk, here={keys[chair.pk], keys[third.pk]})
    for stranger in (actor_of(third), world.actor("appointing_official")):
        with pytest.raises(RefusedError, match="ketua atau sekretaris"):
            open_meeting(actor=stranger, meeting_id=meeting.pk)
    assert kinds() == []
    assert open_meeting(actor=actor_of(chair), meeting_id=meeting.pk).state == "opened"
    open_meeting(actor=actor_of(chair), meeting_id=meeting.pk)
    assert kinds() == ["place.meeting_opened"]


def test_adjourning_keeps_what_was_said_and_stops_the_rest(world: World, submitted: PlacementScenario) -> None:
    chair = world.cast.users["panel_member"]
    item = advised(chair, submitted, world.vacant.pk, world.people["ani"].pk)
    with pytest.raises(RefusedError, match="alasan skors"):
        adjourn_meeting(actor=actor_of(chair), meeting_id=item.meeting_id, reason=" ")
    adjourn_meeting(actor=actor_of(chair), meeting_id=item.meeting_id, reason="Makan siang.")
    verdict = Verdict(world.people["ani"].pk, today() + timedelta(days=9))
    with pytest.raises(RefusedError, match="sedang tidak dibuka"):
        decide(actor=world.actor("appointing_official"), scenario_id=submitted.pk, post_id=world.vacant.pk, verdict=verdict)
    open_meeting(actor=actor_of(chair), meeting_id=item.meeting_id)
    decide(actor=world.actor("appointing_official"), scenario_id=submitted.pk, post_id=world.vacant.pk, verdict=verdict)
    assert kinds()[-3:] == ["place.meeting_adjourned", "place.meeting_resumed", "place.decided"]
    assert verify_chain(world.cast.palu.pk).ok


def test_what_a_closed_meeting_left_open_is_free_for_the_next(world: World, submitted: PlacementScenario) -> None:
    chair = world.cast.users["panel_member"]
    item = advised(chair, submitted, world.vacant.pk, world.people["ani"].pk)
    close_meeting(actor=actor_of(chair), meeting_id=item.meeting_id, note="Waktu habis.")
    item.refresh_from_db()
    assert (item.state, item.advice) == ("carried", "person")
    with pytest.raises(RefusedError, match="belum ada dalam agenda"):
        decide(
            actor=world.actor("appointing_official"),
            scenario_id=submitted.pk,
            post_id=world.vacant.pk,
            verdict=Verdict(world.people["ani"].pk, today()),
        )
    again = replace(summons(chair, submitted), title="Sidang kedua")
    assert convene(actor=actor_of(chair), summons=again).items.get().state == "waiting"


def test_a_decision_undone_after_the_meeting_closed_is_free_for_the_next(world: World, submitted: PlacementScenario) -> None:
    chair, mayor = world.cast.users["panel_member"], world.actor("appointing_official")
    item = advised(chair, submitted, world.vacant.pk, world.people["ani"].pk)
    verdict = Verdict(world.people["ani"].pk, today() + timedelta(days=9))
    made = decide(actor=mayor, scenario_id=submitted.pk, post_id=world.vacant.pk, verdict=verdict)
    close_meeting(actor=actor_of(chair), meeting_id=item.meeting_id)
    item.refresh_from_db()
    assert item.state == "advised"
    undo(actor=mayor, decision_id=made.pk, reason="Berkas kurang.")
    again = replace(summons(chair, submitted), title="Sidang kedua")
    assert convene(actor=actor_of(chair), summons=again).items.count() == 1
    assert verify_chain(world.cast.palu.pk).ok


def test_no_decision_without_a_meeting_nor_without_advice(world: World, submitted: PlacementScenario) -> None:
    mayor, verdict = world.actor("appointing_official"), Verdict(world.people["ani"].pk, today())
    with pytest.raises(RefusedError, match="belum ada dalam agenda sidang"):
        decide(actor=mayor, scenario_id=submitted.pk, post_id=world.vacant.pk, verdict=verdict)
    sit(world.cast.users["panel_member"], submitted)
    with pytest.raises(RefusedError, match="belum memberi pertimbangan"):
        decide(actor=mayor, scenario_id=submitted.pk, post_id=world.vacant.pk, verdict=verdict)
    assert "place.decided" not in kinds()


def test_a_meeting_is_changed_and_dropped_only_before_it_opens(
    world: World, panel: list[User], submitted: PlacementScenario
) -> None:
    chair, secretary, third = panel
    call = summons(chair, submitted, secretary)
    meeting = convene(actor=actor_of(chair), summons=call)
    other = Summons("Sidang baru", today(), (submitted.pk,), (chair.pk, third.pk), third.pk, chair.pk, way="vote", quorum=2)
    amend(actor=actor_of(chair), meeting_id=meeting.pk, summons=other)
    meeting.refresh_from_db()
    seats = dict(meeting.members.values_list("user__username", "seat"))
    assert (meeting.title, meeting.way, meeting.quorum, seats) == (
        "Sidang baru", "vote", 2, {"panel_member": "secretary", "anggota": "chair"},
    )  # fmt: skip
    record_attendance(actor=actor_of(chair), meeting_id=meeting.pk, here=set(meeting.members.values_list("pk", flat=True)))
    open_meeting(actor=actor_of(chair), meeting_id=meeting.pk)
    with pytest.raises(RefusedError, match="tidak dapat diubah"):
        amend(actor=actor_of(chair), meeting_id=meeting.pk, summons=call)
    with pytest.raises(RefusedError, match="tidak dapat dihapus"):
        drop_meeting(actor=actor_of(chair), meeting_id=meeting.pk)
    assert AgendaItem.objects.count() == 1


def test_a_dropped_meeting_frees_its_posts_and_a_later_scenario_can_be_taken_up(
    world: World, panel: list[User], submitted: PlacementScenario
) -> None:
    chair = panel[0]
    meeting = convene(actor=actor_of(chair), summons=summons(chair, submitted))
    drop_meeting(actor=actor_of(chair), meeting_id=meeting.pk)
    assert (PanelMeeting.objects.count(), AgendaItem.objects.count()) == (0, 0)
    open_one = sit(chair, submitted)
    late = world.scenario(submitted=True)
    assert take_up(actor=actor_of(chair), meeting_id=open_one.pk, scenario_id=late.pk) == 1
    assert take_up(actor=actor_of(chair), meeting_id=open_one.pk, scenario_id=late.pk) == 0
    assert list(open_one.items.values_list("position", flat=True)) == [1, 2]
