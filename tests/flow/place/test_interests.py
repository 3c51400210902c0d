"""Statements of interest come before everything else, and whoever has a conflict stays out of that post alone."""

import pytest

from matang.flow.place.models import DeclaredConflict, InterestStatement, PanelVote, PlacementDecision
from matang.flow.place.public import Choice, Conflict, Verdict, cast_vote, decide, state_interests
from matang.flow.place.selectors.meetings import members_of
from matang.flow.place.selectors.recusals import recusals
from matang.flow.plan.public import PlacementScenario
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.models import Grant
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.clock.services import today
from matang.foundation.identity.models import User
from tests.cast import START
from tests.flow.place.sitting import agree, sit
from tests.flow.plan.world import World

NOBODY = Choice("vacant")


def test_a_silent_member_neither_votes_nor_is_free(world: World, panel: list[User], submitted: PlacementScenario) -> None:
    meeting = sit(panel[0], submitted, *panel[1:], way="vote")
    InterestStatement.objects.filter(member__user=panel[2]).delete()
    with pytest.raises(RefusedError, match="pernyataan konflik kepentingan"):
        cast_vote(actor=actor_of(panel[2]), item_id=meeting.items.get().pk, choice=NOBODY)
    assert PanelVote.objects.count() == 0


def test_a_conflict_with_a_post_or_a_candidate_keeps_the_member_out_and_takes_their_vote_away(
    world: World, panel: list[User], submitted: PlacementScenario
) -> None:
    meeting = sit(panel[0], submitted, *panel[1:], way="vote")
    item = meeting.items.get()
    for user in panel:
        cast_vote(actor=actor_of(user), item_id=item.pk, choice=NOBODY)
    before = Decision.objects.count()
    conflicts = [Conflict("Sepupu saya.", person_id=world.people["budi"].pk)]
    state_interests(actor=actor_of(panel[1]), meeting_id=meeting.pk, conflicts=conflicts)
    state_interests(actor=actor_of(panel[1]), meeting_id=meeting.pk, conflicts=conflicts)
    state_interests(actor=actor_of(panel[2]), meeting_id=meeting.pk, conflicts=[Conflict("Pernah bersengketa.", item_id=item.pk)])
    assert list(PanelVote.objects.values_list("member__user__username", flat=True)) == ["panel_member"]
    out = recusals([item], members_of(meeting))[item.pk]
    assert [(row.member.user.username, row.relation) for row in out] == [
        ("sekretaris", "Sepupu saya."),
        ("anggota", "Pernah bersengketa."),
    ]
    for user in panel[1:]:
        with pytest.raises(RefusedError, match="konflik kepentingan yang tercatat"):
            cast_vote(actor=actor_of(user), item_id=item.pk, choice=NOBODY)
    assert (PanelVote.objects.count(), Decision.objects.count() - before) == (1, 2)
    assert verify_chain(world.cast.palu.pk).ok


def test_a_candidate_is_out_without_saying_so(world: World, panel: list[User], submitted: PlacementScenario) -> None:
    User.objects.filter(pk=panel[2].pk).update(person_id=world.people["budi"].pk)
    panel[2].refresh_from_db()
    meeting = sit(panel[0], submitted, *panel[1:], way="vote")
    item = meeting.items.get()
    assert [(row.member.user_id, row.relation) for row in recusals([item], members_of(meeting))[item.pk]] == [(panel[2].pk, "")]
    with pytest.raises(RefusedError):
        cast_vote(actor=actor_of(panel[2]), item_id=item.pk, choice=NOBODY)


def test_an_official_who_sits_in_the_panel_and_has_a_conflict_does_not_decide(
    world: World, panel: list[User], submitted: PlacementScenario
) -> None:
    make_grant = Grant.objects.create
    make_grant(agency=world.cast.palu, user=panel[1], role=Role.APPOINTING_OFFICIAL, valid_from=START)
    meeting = sit(panel[0], submitted, panel[1], panel[2])
    agree(panel[0], meeting, world.vacant.pk, world.people["ani"].pk)
    conflicts = [Conflict("Menantu saya.", person_id=world.people["ani"].pk)]
    state_interests(actor=actor_of(panel[1]), meeting_id=meeting.pk, conflicts=conflicts)
    before, verdict = Decision.objects.count(), Verdict(world.people["ani"].pk, today())
    with pytest.raises(RefusedError, match="konflik kepentingan yang tercatat"):
        decide(actor=actor_of(panel[1]), scenario_id=submitted.pk, post_id=world.vacant.pk, verdict=verdict)
    assert (PlacementDecision.objects.count(), Decision.objects.count()) == (0, before)


def test_statements_that_say_nothing_clear_are_refused(world: World, panel: list[User], submitted: PlacementScenario) -> None:
    meeting = sit(panel[0], submitted)
    item, before = meeting.items.get(), Decision.objects.count()
    for conflict in (
        Conflict("Apa saja."),
        Conflict("Keduanya.", item.pk, world.people["budi"].pk),
        Conflict("  ", item.pk),
        Conflict("Orang luar.", person_id=world.people["dedi"].pk),
        Conflict("Jabatan lain.", item_id=item.pk + 1000),
    ):
        with pytest.raises(RefusedError):
            state_interests(actor=actor_of(panel[0]), meeting_id=meeting.pk, conflicts=[conflict])
    with pytest.raises(RefusedError, match="bukan anggota"):
        state_interests(actor=actor_of(panel[1]), meeting_id=meeting.pk)
    assert (DeclaredConflict.objects.count(), Decision.objects.count()) == (0, before)
