"""Long scenarios are computed by a job: asked for once, watched, and never left hanging."""

import pytest
from django.db import connection
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from matang.flow.plan import jobs
from matang.flow.plan.models import PlacementScenario
from matang.flow.plan.pages import scenarios
from matang.flow.plan.public import Question, create_scenario, said, submit_scenario
from matang.foundation.jobs.models import JobState, Progress
from matang.foundation.jobs.services import run_pending
from tests.flow.plan.world import DAY, World
from tests.http import ActorClient


class BrokenError(Exception):
    """A fault of the computation."""


@pytest.fixture
def draft(world: World, monkeypatch: pytest.MonkeyPatch) -> PlacementScenario:
    """Return a scenario that counts as long."""
    monkeypatch.setattr(scenarios, "INLINE_POSTS", 0)
    return create_scenario(actor=world.actor("planner"), question=Question("Uji", unit_id=world.opd.pk, as_at=DAY))


def ask(client: ActorClient, draft: PlacementScenario) -> str:
    """Press the button and return the page after it."""
    assert client.post(reverse("plan:compute", args=[draft.pk])).status_code == 302
    return client.get(reverse("plan:scenario", args=[draft.pk])).content.decode()


def test_a_long_scenario_waits_for_a_job_and_shows_its_result(
    world: World, draft: PlacementScenario, browse: type[ActorClient]
) -> None:
    client = browse(world.cast.users["planner"])
    page = ask(client, draft)
    assert "Menunggu giliran" in page
    assert "Hitung ulang" not in page
    part = client.get(reverse("plan:progress", args=[draft.pk]))
    assert "HX-Refresh" not in part
    done = run_pending()
    assert (done.succeeded, done.failed) == (1, 0)
    assert client.get(reverse("plan:progress", args=[draft.pk]))["HX-Refresh"] == "true"
    draft.refresh_from_db()
    assert (draft.state, draft.proposals.count()) == ("solved", 3)
    progress = Progress.objects.get(job_id=draft.job_id)
    assert (progress.state, progress.done, progress.total) == (JobState.DONE, 100, 100)
    assert "Diperiksa: layak dan optimal" in client.get(reverse("plan:scenario", args=[draft.pk])).content.decode()


def test_asking_twice_makes_one_job(world: World, draft: PlacementScenario, browse: type[ActorClient]) -> None:
    client = browse(world.cast.users["planner"])
    ask(client, draft)
    assert "Skenario ini sedang dihitung." in ask(client, draft)
    assert ProcrastinateJob.objects.filter(task_name="plan.solve").count() == 1


def test_the_page_shows_how_far_the_job_is(world: World, draft: PlacementScenario, browse: type[ActorClient]) -> None:
    client = browse(world.cast.users["planner"])
    ask(client, draft)
    draft.refresh_from_db()
    Progress.objects.filter(job_id=draft.job_id).update(state=JobState.RUNNING, done=60, total=100)
    part = client.get(reverse("plan:progress", args=[draft.pk])).content.decode()
    assert 'value="60" max="100"' in part
    assert "Sedang dihitung" in part


def test_a_fault_is_told_and_another_try_computes(
    world: World, draft: PlacementScenario, browse: type[ActorClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browse(world.cast.users["planner"])
    ask(client, draft)

    def broken(**_: object) -> None:
        raise BrokenError

    with monkeypatch.context() as patched:
        patched.setattr(jobs, "solve_scenario", broken)
        run_pending()
    draft.refresh_from_db()
    assert draft.state == "failed"
    assert said(draft.fault).startswith("Perhitungan gagal (BrokenError). Tidak ada usulan yang berubah.")
    page = client.get(reverse("plan:scenario", args=[draft.pk])).content.decode()
    assert "Perhitungan gagal (BrokenError)" in page
    assert "Hitung ulang" in page
    ask(client, draft)
    run_pending()
    draft.refresh_from_db()
    assert (draft.state, draft.fault) == ("solved", {})


@pytest.mark.parametrize("trace", ["given up", "swept away"])
def test_a_scenario_whose_job_was_killed_says_so_and_can_be_computed_again(
    world: World, draft: PlacementScenario, browse: type[ActorClient], trace: str
) -> None:
    client = browse(world.cast.users["planner"])
    ask(client, draft)
    draft.refresh_from_db()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE id = %s", [draft.job_id])
    watched = Progress.objects.filter(job_id=draft.job_id)
    watched.update(state=JobState.FAILED) if trace == "given up" else watched.delete()
    page = client.get(reverse("plan:scenario", args=[draft.pk])).content.decode()
    assert "Perhitungan terhenti di tengah jalan" in page
    assert "Hitung ulang" in page
    assert "Gagal dihitung" in client.get(reverse("plan:scenarios")).content.decode()
    ask(client, draft)
    run_pending()
    draft.refresh_from_db()
    assert draft.state == "solved"


def test_a_job_that_comes_too_late_leaves_what_lies_before_the_panel(
    world: World, draft: PlacementScenario, browse: type[ActorClient]
) -> None:
    client = browse(world.cast.users["planner"])
    ask(client, draft)
    run_pending()
    submit_scenario(actor=world.actor("planner"), scenario_id=draft.pk)
    jobs.solve(agency_id=draft.agency_id, actor_id=world.cast.users["planner"].pk, scenario_id=draft.pk)
    draft.refresh_from_db()
    assert (draft.state, draft.fault) == ("proposed", {})
