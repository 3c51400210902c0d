"""Votes and consensus: one voice for each member, changeable until closed, a quorum, a tie that the chair breaks."""

import pytest

from matang.flow.place.models import AgendaItem, PanelVote
from matang.flow.place.public import Choice, Conflict, cast_vote, close_vote, record_consensus, state_interests
from matang.flow.place.services.advice import reopen_advice
from matang.flow.plan.public import PlacementScenario
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.identity.models import User
from tests.flow.place.sitting import sit
from tests.flow.plan.world import World


@pytest.fixture
def item(world: World, panel: list[User], submitted: PlacementScenario) -> AgendaItem:
    """Return the post in an open meeting of three that votes."""
    return sit(panel[0], submitted, *panel[1:], way="vote").items.get()


def vote(user: User, item: AgendaItem, person_id: int | None, ballot: str = "person") -> PanelVote:
    return cast_vote(actor=actor_of(user), item_id=item.pk, choice=Choice(ballot, person_id))


def test_a_vote_sent_twice_is_one_and_may_be_changed(world: World, panel: list[User], item: AgendaItem) -> None:
    ani, budi = world.people["ani"].pk, world.people["budi"].pk
    first = vote(panel[1], item, ani)
    assert vote(panel[1], item, ani).cast_at == first.cast_at
    assert vote(panel[1], item, budi).pk == first.pk
    assert list(PanelVote.objects.values_list("person_id", flat=True)) == [budi]


def test_the_most_votes_win_and_the_whole_is_logged(world: World, panel: list[User], item: AgendaItem) -> None:
    ani, budi = world.people["ani"].pk, world.people["budi"].pk
    for user, person in zip(panel, (ani, budi, budi), strict=True):
        vote(user, item, person)
    closed = close_vote(actor=actor_of(panel[1]), item_id=item.pk, note="Pengalaman lapangan.")
    assert (closed.state, closed.advice, closed.advised_person_id, closed.chair_said) == ("advised", "person", budi, False)
    assert closed.tally == [["person", budi, 2], ["person", ani, 1]]
    assert close_vote(actor=actor_of(panel[0]), item_id=item.pk).log_id == closed.log_id
    entry = Decision.objects.get(pk=closed.log_id)
    assert (entry.kind, entry.reason, entry.payload["voices"]) == (
        "place.advised",
        "Pengalaman lapangan.",
        [[user.pk, "person", person] for user, person in zip(panel, (ani, budi, budi), strict=True)],
    )
    with pytest.raises(RefusedError, match="sudah ditutup"):
        vote(panel[0], item, budi)
    assert verify_chain(world.cast.palu.pk).ok


def test_fewer_votes_than_the_quorum_close_nothing(world: World, panel: list[User], item: AgendaItem) -> None:
    vote(panel[0], item, world.people["ani"].pk)
    with pytest.raises(RefusedError, match="Baru 1 suara yang masuk; kuorumnya 2"):
        close_vote(actor=actor_of(panel[0]), item_id=item.pk)
    with pytest.raises(RefusedError, match="ketua atau sekretaris"):
        close_vote(actor=actor_of(panel[2]), item_id=item.pk)
    item.refresh_from_db()
    assert item.state == "waiting"


def test_on_a_tie_the_chair_says_and_only_among_the_equals(world: World, panel: list[User], item: AgendaItem) -> None:
    ani, budi = Choice("person", world.people["ani"].pk), Choice("person", world.people["budi"].pk)
    vote(panel[0], item, ani.person_id)
    vote(panel[1], item, budi.person_id)
    vote(panel[2], item, None, "abstain")
    for user, says in ((panel[0], None), (panel[0], Choice("vacant")), (panel[1], ani)):
        with pytest.raises(RefusedError, match="Suara sama banyak"):
            close_vote(actor=actor_of(user), item_id=item.pk, chair_says=says)
    closed = close_vote(actor=actor_of(panel[0]), item_id=item.pk, chair_says=budi)
    assert (closed.advised_person_id, closed.chair_said, len(closed.tally)) == (budi.person_id, True, 3)


def test_a_chair_in_conflict_breaks_no_tie(world: World, panel: list[User], item: AgendaItem) -> None:
    ani, budi = world.people["ani"].pk, world.people["budi"].pk
    state_interests(actor=actor_of(panel[0]), meeting_id=item.meeting_id, conflicts=[Conflict("Ipar.", person_id=ani)])
    vote(panel[1], item, ani)
    vote(panel[2], item, budi)
    with pytest.raises(RefusedError, match="ketua tidak ikut"):
        close_vote(actor=actor_of(panel[0]), item_id=item.pk, chair_says=Choice("person", budi))


def test_abstentions_count_for_the_quorum_and_for_nobody(world: World, panel: list[User], item: AgendaItem) -> None:
    for user in panel[:2]:
        vote(user, item, None, "abstain")
    closed = close_vote(actor=actor_of(panel[0]), item_id=item.pk)
    assert (closed.advice, closed.advised_person_id, closed.tally) == ("abstain", None, [["abstain", None, 2]])


def test_strangers_absentees_and_people_outside_the_shortlist_get_no_vote(
    world: World, panel: list[User], item: AgendaItem
) -> None:
    with pytest.raises(RefusedError, match="bukan anggota"):
        vote(world.cast.users["appointing_official"], item, world.people["ani"].pk)
    with pytest.raises(RefusedError, match="tidak ada dalam daftar calon"):
        vote(panel[0], item, world.people["dedi"].pk)
    item.meeting.members.filter(user=panel[2]).update(attendance="absent")
    with pytest.raises(RefusedError, match="belum tercatat hadir"):
        vote(panel[2], item, world.people["ani"].pk)
    with pytest.raises(RefusedError, match="dengan pemungutan suara"):
        record_consensus(actor=actor_of(panel[0]), item_id=item.pk, choice=Choice("vacant"))
    assert PanelVote.objects.count() == 0


def test_consensus_needs_the_quorum_free_of_conflicts_and_names_those_present(
    world: World, panel: list[User], submitted: PlacementScenario
) -> None:
    meeting = sit(panel[0], submitted, *panel[1:])
    item, ani = meeting.items.get(), Choice("person", world.people["ani"].pk)
    for user in panel[1:]:
        state_interests(actor=actor_of(user), meeting_id=meeting.pk, conflicts=[Conflict("Tetangga.", item_id=item.pk)])
    with pytest.raises(RefusedError, match="hanya 1 orang; kuorumnya 2"):
        record_consensus(actor=actor_of(panel[0]), item_id=item.pk, choice=ani)
    meeting.quorum = 1
    meeting.save(update_fields=["quorum"])
    done = record_consensus(actor=actor_of(panel[0]), item_id=item.pk, choice=ani)
    assert record_consensus(actor=actor_of(panel[0]), item_id=item.pk, choice=ani).log_id == done.log_id
    assert Decision.objects.get(pk=done.log_id).payload["voices"] == [[panel[0].pk, "person", ani.person_id]]


def test_advice_is_opened_again_with_a_reason_and_keeps_the_votes(world: World, panel: list[User], item: AgendaItem) -> None:
    for user in panel:
        vote(user, item, world.people["ani"].pk)
    close_vote(actor=actor_of(panel[0]), item_id=item.pk)
    with pytest.raises(RefusedError, match="Tulis alasan"):
        reopen_advice(actor=actor_of(panel[0]), item_id=item.pk, reason="")
    reopened = reopen_advice(actor=actor_of(panel[0]), item_id=item.pk, reason="Ada bukti baru.")
    assert (reopened.state, reopened.advice, PanelVote.objects.count()) == ("waiting", "", 3)
    vote(panel[2], item, world.people["budi"].pk)
    assert close_vote(actor=actor_of(panel[0]), item_id=item.pk).tally[0][2] == 2
    assert verify_chain(world.cast.palu.pk).ok
