"""What comes back by itself."""

import pytest
from procrastinate.contrib.django import app

from matang.foundation.jobs import schedule
from matang.foundation.jobs.schedule import DUE, Line, due, lines
from matang.foundation.jobs.selectors import list_jobs
from matang.foundation.jobs.services import Drained, run_pending
from matang.foundation.jobs.tasks import TASKS, task
from matang.foundation.jobs.worker import _build
from matang.foundation.tenancy.models import Agency

DONE: list[object] = []


@task(name="tests.everywhere")
def everywhere(*, agency_id: int, actor_id: int | None) -> None:
    DONE.append((agency_id, actor_id))


@pytest.fixture(autouse=True)
def _lines(monkeypatch: pytest.MonkeyPatch) -> None:
    DONE.clear()
    made = (Line("tests.each", "0 1 * * *", everywhere), Line("tests.chore", "0 2 * * *", lambda: DONE.append("chore")))
    monkeypatch.setattr(schedule, "lines", lambda: made)


def test_a_task_is_deferred_for_each_agency_once(palu: Agency, malang: Agency) -> None:
    due(line="tests.each", timestamp=1)
    due(line="tests.each", timestamp=2)
    assert [(job.task, job.agency_id) for job in list_jobs()] == [("tests.everywhere", malang.pk), ("tests.everywhere", palu.pk)]
    assert run_pending() == Drained(2, 0, 0)
    assert [(palu.pk, None), (malang.pk, None)] == DONE


def test_a_chore_is_done_from_the_queue(palu: Agency) -> None:
    app.tasks[DUE].defer(line="tests.chore", timestamp=1)
    app.tasks[DUE].defer(line="tests.gone", timestamp=1)
    assert run_pending() == Drained(2, 0, 0)
    assert DONE == ["chore"]


def test_the_worker_knows_every_task_and_the_real_schedule() -> None:
    built = _build()
    assert set(TASKS) <= set(built.tasks)
    assert {"events.deliver", DUE} <= set(app.tasks)
    names = [line.name for line in lines()]
    assert len(set(names)) == len(names)
    registered = built.periodic_registry.periodic_tasks.values()
    assert [(entry.periodic_id, entry.cron) for entry in registered] == [(line.name, line.cron) for line in lines()]
    assert all(entry.croniter.get_next() > 0 for entry in registered)


def test_the_real_chores_run(palu: Agency) -> None:
    for line in lines():
        if not isinstance(line.work, type(everywhere)):
            line.work()
    assert run_pending() == Drained(0, 0, 0)
