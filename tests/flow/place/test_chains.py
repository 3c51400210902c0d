"""Filling one post empties another: the chain is shown, and an undo takes back what builds on it, or nothing."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.urls import reverse

from matang.flow.place.models import PlacementDecision
from matang.flow.place.public import PanelMeeting, Verdict, decide, undo
from matang.flow.place.selectors.chains import ChainBook, newly_vacant, undone_with
from matang.flow.plan.models import PlacementScenario, Proposal, ScenarioPost, ScenarioResult
from matang.flow.register.models import Incumbency, Post
from matang.foundation.access.answers import RefusedError
from matang.foundation.audit.models import Decision
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.clock.services import today
from tests.cast import START, make_person
from tests.flow.place.sitting import agree, sit
from tests.flow.plan.world import World
from tests.http import ActorClient


@dataclass
class Row:
    """Ani goes to the vacant post, Dedi to hers, and nobody to his; proposed by hand, so that the chain is known."""

    world: World
    scenario: PlacementScenario
    meeting: PanelMeeting
    anis: Post
    dedis: Post

    def decide(self, post: Post, name: str, days: int = 20) -> PlacementDecision:
        """Let the panel agree on somebody and the official appoint them in so many days."""
        person = self.world.people[name].pk
        agree(self.world.cast.users["panel_member"], self.meeting, post.pk, person)
        verdict = Verdict(person, later(days), "Sesuai kebutuhan.")
        mayor = self.world.actor("appointing_official")
        return decide(actor=mayor, scenario_id=self.scenario.pk, post_id=post.pk, verdict=verdict)


def later(days: int = 20) -> date:
    return today() + timedelta(days=days)


def held() -> list[tuple[int, int, date, date | None]]:
    return list(Incumbency.objects.order_by("id").values_list("person_id", "post_id", "valid_from", "valid_to"))


@pytest.fixture
def row(world: World, submitted: PlacementScenario) -> Row:
    """Return the meeting on the three posts."""
    post_of = {key: Incumbency.objects.get(person=world.people[key]).post for key in ("ani", "dedi")}
    ScenarioPost.objects.create(agency=world.cast.palu, scenario=submitted, post=post_of["ani"])
    ScenarioResult.objects.filter(scenario=submitted).update(fingerprint={})
    pattern = submitted.proposals.get(rank=1)
    reasons = pattern.reasons | {"post_id": post_of["dedi"].pk, "post_name": post_of["dedi"].name}
    Proposal.objects.create(
        agency=world.cast.palu, scenario=submitted, post=post_of["ani"], person=world.people["dedi"], rank=1, score=5,
        state="eligible", reasons=reasons,
    )  # fmt: skip
    return Row(world, submitted, sit(world.cast.users["panel_member"], submitted), post_of["ani"], post_of["dedi"])


def chain(row: Row, decision: PlacementDecision) -> list[tuple[str, str, str | None]]:
    book = ChainBook(decision.agency_id, [row.scenario.pk])
    links = book.follow(row.scenario.pk, book.move_of(PlacementDecision.objects.get(pk=decision.pk)))
    return [(link.post.name, link.state, link.next.full_name if link.next else None) for link in links]


def test_the_chain_names_who_is_next_until_a_post_stays_open(row: Row, browse: type[ActorClient]) -> None:
    first = row.decide(row.world.vacant, "ani")
    assert chain(row, first) == [("Jabatan Ani", "proposed", "Dedi"), ("Jabatan Dedi", "open", None)]
    vacant = newly_vacant(ChainBook(first.agency_id, [row.scenario.pk]), [first])
    assert [(link.post.name, link.day) for link in vacant] == [("Jabatan Ani", later())]
    second = row.decide(row.anis, "dedi")
    assert chain(row, first) == [("Jabatan Ani", "decided", "Dedi"), ("Jabatan Dedi", "open", None)]
    book = ChainBook(first.agency_id, [row.scenario.pk])
    assert [link.post.name for link in newly_vacant(book, [first, second])] == ["Jabatan Dedi"]
    client = browse(row.world.cast.users["auditor"])
    for address in (reverse("place:decision", args=[first.pk]), reverse("place:meeting", args=[row.meeting.pk])):
        assert "Jabatan Dedi" in client.get(address).content.decode()


def test_undoing_what_others_build_on_is_refused_or_takes_all_back(row: Row, browse: type[ActorClient]) -> None:
    before, mayor = held(), row.world.actor("appointing_official")
    first, second = row.decide(row.world.vacant, "ani"), row.decide(row.anis, "dedi")
    after, logged = held(), Decision.objects.count()
    assert [one.pk for one in undone_with(PlacementDecision.objects.get(pk=first.pk))] == [second.pk, first.pk]
    page = browse(row.world.cast.users["appointing_official"]).get(reverse("place:decision", args=[first.pk])).content.decode()
    assert "Ya, batalkan juga 1 putusan di atas" in page
    with pytest.raises(RefusedError, match="Putusan lain bergantung pada putusan ini: Dedi"):
        undo(actor=mayor, decision_id=first.pk, reason="Berkas kurang.")
    assert (held(), Decision.objects.count()) == (after, logged)
    undo(actor=mayor, decision_id=first.pk, reason="Berkas kurang.", together=True)
    undo(actor=mayor, decision_id=first.pk, reason="Berkas kurang.", together=True)
    assert held() == before
    assert set(PlacementDecision.objects.values_list("state", flat=True)) == {"undone"}
    entries = Decision.objects.filter(kind="place.undone").order_by("sequence")
    assert [entry.payload["decision"] for entry in entries] == [second.pk, first.pk]
    assert verify_chain(row.world.cast.palu.pk).ok


def test_the_last_of_a_chain_is_undone_alone(row: Row) -> None:
    first, second = row.decide(row.world.vacant, "ani"), row.decide(row.anis, "dedi")
    undo(actor=row.world.actor("appointing_official"), decision_id=second.pk, reason="Mundur.")
    first.refresh_from_db()
    assert (first.state, chain(row, first)[0]) == ("stands", ("Jabatan Ani", "proposed", "Dedi"))


def test_what_is_in_effect_holds_the_whole_chain(row: Row) -> None:
    first, second = row.decide(row.world.vacant, "ani"), row.decide(row.anis, "dedi")
    PlacementDecision.objects.filter(pk=second.pk).update(effective_from=today())
    PlacementDecision.objects.filter(pk=first.pk).update(effective_from=today())
    after = held()
    with pytest.raises(RefusedError, match="sudah berlaku"):
        undo(actor=row.world.actor("appointing_official"), decision_id=first.pk, reason="Terlambat.", together=True)
    assert held() == after


def test_a_post_filled_by_hand_meanwhile_refuses_the_undo_with_a_sentence(row: Row) -> None:
    first = row.decide(row.world.vacant, "ani")
    newcomer = make_person(row.world.cast.palu, "198501012010012077", "Eka", row.world.opd, "Staf", "pelaksana")
    Incumbency.objects.filter(person=newcomer).update(valid_to=later())
    Incumbency.objects.create(agency=row.world.cast.palu, person=newcomer, post=row.anis, sole=True, valid_from=later())
    after = held()
    with pytest.raises(RefusedError, match="Register sudah berubah"):
        undo(actor=row.world.actor("appointing_official"), decision_id=first.pk, reason="Keliru.")
    first.refresh_from_db()
    assert (held(), first.state) == (after, "stands")


def test_a_post_with_room_for_two_lets_its_holder_come_back(row: Row) -> None:
    Post.objects.filter(pk=row.anis.pk).update(capacity=2)
    Incumbency.objects.filter(post=row.anis).update(sole=False)
    first, second = row.decide(row.world.vacant, "ani"), row.decide(row.anis, "dedi")
    undo(actor=row.world.actor("appointing_official"), decision_id=first.pk, reason="Keliru.")
    second.refresh_from_db()
    assert second.state == "stands"
    assert Incumbency.objects.filter(post=row.anis).as_at(later()).count() == 2


def test_a_person_moved_on_is_taken_back_with_the_first_move(row: Row) -> None:
    first = row.decide(row.world.vacant, "ani")
    third = Post.objects.create(
        agency=row.world.cast.palu, unit=row.world.opd, name="Bidang Ketiga", kind="administrator", capacity=1, valid_from=START
    )
    ended = [[first.incumbency_id, None]]
    moved = PlacementDecision.objects.create(
        agency=row.world.cast.palu, scenario=row.scenario, post=third, outcome="confirmed", person=row.world.people["ani"],
        effective_from=later(40), decided_by=row.world.cast.users["appointing_official"], decided_at=first.decided_at,
        ended=ended, log_id=1,
    )  # fmt: skip
    assert [one.pk for one in undone_with(first)] == [moved.pk, first.pk]
