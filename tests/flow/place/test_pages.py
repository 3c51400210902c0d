"""Pages from the scenario to the decision: what they show, whom they refuse, and that they stay cheap."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from matang.flow.place.models import PlacementDecision
from matang.flow.plan.public import PlacementScenario
from matang.flow.register.models import Post
from matang.foundation.clock.services import today
from tests.cast import START
from tests.flow.place.sitting import advised
from tests.flow.plan.world import World
from tests.http import ActorClient


def asked(client: ActorClient, address: str) -> int:
    """Return how many queries a page makes."""
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_the_pages_ask_no_more_when_there_are_more_posts(world: World, browse: type[ActorClient]) -> None:
    first = world.scenario(submitted=True)
    client = browse(world.cast.users["planner"])
    own = [reverse("plan:scenario", args=[first.pk]), reverse("place:queue"), reverse("plan:scenarios")]
    few = [[asked(client, address) for address in own] for _ in range(2)][-1]
    for number in range(12):
        Post.objects.create(
            agency=world.cast.palu, unit=world.opd, name=f"Kabid {number}", kind="administrator", capacity=1, valid_from=START
        )
    second = world.scenario(submitted=True)
    assert second.posts.count() == 13
    later = [reverse("plan:scenario", args=[second.pk]), *own[1:]]
    more = [[asked(client, address) for address in later] for _ in range(2)][-1]
    assert more == few
    assert few[0] <= 30  # eleven of them ask what changed since the computation
    assert max(few[1:]) <= 14


def test_an_override_without_reason_comes_back_with_the_sentence_and_changes_nothing(
    world: World, browse: type[ActorClient]
) -> None:
    scenario = world.scenario(submitted=True)
    advised(world.cast.users["panel_member"], scenario, world.vacant.pk, world.people["ani"].pk)
    address = reverse("place:decide", args=[scenario.pk, world.vacant.pk])
    client = browse(world.cast.users["appointing_official"])
    said = {"person": world.people["budi"].pk, "effective_from": today().isoformat(), "reason": "", "decree": ""}
    page = client.post(address, said)
    assert "Putusan yang berbeda dari usulan harus disertai alasan." in page.content.decode()
    assert PlacementDecision.objects.count() == 0
    assert client.post(address, said | {"reason": "Pengalaman lapangan."}).status_code == 302
    assert PlacementDecision.objects.get().cost == 10


def test_the_proof_is_handed_over_byte_for_byte_without_names(world: World, browse: type[ActorClient]) -> None:
    scenario: PlacementScenario = world.scenario()
    answer = browse(world.cast.users["auditor"]).get(reverse("plan:proof", args=[scenario.pk, "problem"]))
    assert answer.content.decode() == scenario.result.problem
    assert "Ani" not in answer.content.decode()


def test_reasons_name_article_doubt_and_distance(world: World, browse: type[ActorClient]) -> None:
    scenario = world.scenario()
    client = browse(world.cast.users["planner"])
    page = client.get(reverse("plan:why", args=[scenario.pk, world.vacant.pk, world.people["budi"].pk])).content.decode()
    for words in ("Kurang 10 poin", "PP 11/2017 pasal 54", "belum diverifikasi", "belum dapat dinilai", "3 tahun lagi"):
        assert words in page
    citra = client.get(reverse("plan:why", args=[scenario.pk, world.vacant.pk, world.people["citra"].pk])).content.decode()
    assert "Tidak dapat menjadi calon" in citra
