"""Why not, told to somebody on no shortlist: as fast as for those who are, and in the same words."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from matang.flow.plan.models import PlacementScenario, Proposal, ScenarioResult
from matang.flow.plan.public import why
from matang.flow.register.models import Education
from tests.flow.plan.world import World
from tests.http import ActorClient


def unlisted(world: World, name: str) -> PlacementScenario:
    """Return a computed scenario from whose shortlist somebody is missing."""
    made = world.scenario()
    assert Proposal.objects.filter(scenario=made, person=world.people[name]).delete()[0] == 1
    return PlacementScenario.objects.get(pk=made.pk)


def told(world: World, made: PlacementScenario, name: str) -> Proposal:
    found = why(made, world.people[name].pk, world.vacant.pk)
    assert found is not None
    return found


@pytest.mark.parametrize("stored", [True, False])
def test_who_is_on_no_shortlist_reads_what_the_shortlist_would_have_said(world: World, stored: bool) -> None:
    """Also from a result that was stored before there was a short form."""
    listed = world.scenario().proposals.get(person=world.people["budi"]).reasons
    made = unlisted(world, "budi")
    if not stored:
        ScenarioResult.objects.filter(scenario=made).update(brief=b"")
    found = told(world, made, "budi")
    assert (found.pk, found.score, found.distance) == (None, 349, 10)
    same = ("standing", "distance", "to_win", "held_post", "holders", "own_change", "others_loss", "changes", "checks")
    assert {name: found.reasons[name] for name in same} == {name: listed[name] for name in same}


def test_the_proposed_one_without_a_stored_answer_is_explained_by_the_whole_result(world: World) -> None:
    found = told(world, unlisted(world, "ani"), "ani")
    assert (found.reasons["standing"], found.reasons["distance"]) == ("holds", 10)


def test_the_page_reads_neither_files_nor_arrays(world: World) -> None:
    """One column of some kilobytes, whatever the size of the city."""
    made = unlisted(world, "budi")
    client = ActorClient(world.cast.users["planner"])
    with CaptureQueriesContext(connection) as asked:
        shown = client.get(reverse("plan:why", args=[made.pk, world.vacant.pk, world.people["budi"].pk])).content.decode()
    assert "Kurang 10 poin untuk menyamai susunan terbaik." in shown
    reading = [query["sql"] for query in asked if "plan_scenarioresult" in query["sql"]]
    assert any('"brief"' in sql for sql in reading)
    heavy = ('"problem"', '"result"', '"arrays"')
    assert [sql for sql in reading if any(f'"plan_scenarioresult".{name}' in sql for name in heavy)] == []


def test_a_column_left_for_later_is_read_alone(world: World) -> None:
    made = world.scenario()
    stored = ScenarioResult.objects.get(scenario=made)
    with CaptureQueriesContext(connection) as asked:
        assert len(stored.brief) > 0
    assert len(asked) == 1
    assert '"problem"' not in asked[0]["sql"]


def test_who_would_win_by_what_was_recorded_since_is_told_to_compute_anew(world: World) -> None:
    """Budi's missing level and a higher degree are recorded after the computation: 349 + 10 + 5, five points ahead of Ani."""
    made = unlisted(world, "budi")
    world.evidence("budi", {"MAN.3": 3})
    Education.objects.create(agency=world.cast.palu, person=world.people["budi"], level="s2")
    found = told(world, made, "budi")
    assert (found.score, found.distance, found.reasons["changes"]) == (364, -5, [])
    client = ActorClient(world.cast.users["planner"])
    shown = client.get(reverse("plan:why", args=[made.pk, world.vacant.pk, world.people["budi"].pk])).content.decode()
    assert "Menang menurut data sekarang" in shown
    assert "menambah nilai seluruh susunan 5 poin" in shown
    assert "Kurang" not in shown
