"""What changed since the computation: told on the sheet, and in the way of a decision only where it concerns the post."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from matang.flow.needs.public import NewEvidence, record_many
from matang.flow.place.models import PlacementDecision
from matang.flow.place.public import Verdict, decide
from matang.flow.place.services.staleness import changed_since
from matang.flow.plan.public import PlacementScenario
from matang.flow.register.models import Incumbency, Post
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from tests.flow.place.sitting import advised
from tests.flow.plan.world import World
from tests.http import ActorClient


def say(world: World, scenario: PlacementScenario, name: str = "ani") -> PlacementDecision:
    verdict = Verdict(world.people[name].pk, today() + timedelta(days=9), "Pilihan saya.")
    mayor = world.actor("appointing_official")
    return decide(actor=mayor, scenario_id=scenario.pk, post_id=world.vacant.pk, verdict=verdict)


def evidence(world: World, name: str) -> None:
    piece = NewEvidence(world.people[name].pk, world.codes["MAN.2"], 4, "test", date(2026, 3, 1))
    record_many(world.cast.palu.pk, [piece], day=today())


def test_new_evidence_about_a_candidate_refuses_the_decision_with_the_way_out(
    world: World, submitted: PlacementScenario, browse: type[ActorClient]
) -> None:
    item = advised(world.cast.users["panel_member"], submitted, world.vacant.pk, world.people["ani"].pk)
    evidence(world, "budi")
    with pytest.raises(RefusedError, match="Budi: ada bukti kompetensi baru"):
        say(world, submitted)
    assert PlacementDecision.objects.count() == 0
    assert Incumbency.objects.filter(post=world.vacant).count() == 0
    page = browse(world.cast.users["panel_member"]).get(reverse("place:sheet", args=[item.meeting_id, item.pk])).content.decode()
    assert "Usulan ini sudah usang untuk jabatan ini" in page
    assert "ada bukti kompetensi baru" in page


def test_a_changed_standard_of_the_post_refuses_too(world: World, submitted: PlacementScenario) -> None:
    advised(world.cast.users["panel_member"], submitted, world.vacant.pk, world.people["ani"].pk)
    Post.objects.filter(pk=world.vacant.pk).update(kind="pengawas")
    with pytest.raises(RefusedError, match="jabatannya diubah atau ditutup"):
        say(world, submitted)


def test_a_change_that_concerns_another_is_told_and_stops_nobody(
    world: World, submitted: PlacementScenario, browse: type[ActorClient]
) -> None:
    item = advised(world.cast.users["panel_member"], submitted, world.vacant.pk, world.people["ani"].pk)
    elsewhere = world.cast.people["superior"].pk
    listed = set(submitted.proposals.values_list("person_id", flat=True)) - {elsewhere}
    record_many(world.cast.palu.pk, [NewEvidence(elsewhere, world.codes["MAN.2"], 4, "test", date(2026, 3, 1))], day=today())
    since = changed_since(submitted, world.vacant.pk, listed)
    assert (since.binding, [change.person_id for change in since.elsewhere]) == ([], [elsewhere])
    submitted.proposals.filter(person_id=elsewhere).delete()
    page = browse(world.cast.users["panel_member"]).get(reverse("place:sheet", args=[item.meeting_id, item.pk])).content.decode()
    assert "tidak menyangkut jabatan ini" in page
    assert say(world, submitted).outcome == "confirmed"


def test_leaving_a_post_vacant_is_never_stale(world: World, submitted: PlacementScenario) -> None:
    advised(world.cast.users["panel_member"], submitted, world.vacant.pk, None)
    evidence(world, "budi")
    mayor, verdict = world.actor("appointing_official"), Verdict(None, None, "Menunggu penataan.")
    made = decide(actor=mayor, scenario_id=submitted.pk, post_id=world.vacant.pk, verdict=verdict)
    assert made.outcome == "left_vacant"
