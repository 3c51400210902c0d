"""Tasks in this process: what they get, retries, options, progress."""

from datetime import timedelta

import pytest
from django.db import connection

from matang.flow.register.models import Partner
from matang.foundation.audit.selectors import history_of
from matang.foundation.clock.services import now, today
from matang.foundation.jobs.models import JobState, Progress, Receipt
from matang.foundation.jobs.progress import report
from matang.foundation.jobs.retries import Retry
from matang.foundation.jobs.selectors import list_jobs, progress_of
from matang.foundation.jobs.services import Drained, JobRefusedError, retry_job, run_pending, sweep
from matang.foundation.jobs.tasks import task
from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency

SEEN: list[tuple[object, ...]] = []


@pytest.fixture(autouse=True)
def _forget() -> None:
    SEEN.clear()


@task(name="tests.note", progress=True)
def note(*, agency_id: int, actor_id: int | None, text: str = "") -> None:
    SEEN.append((agency_id, actor_id, text, context.current()))
    for number in range(1, 101):
        report(number, 100, f"baris {number}")


@task(name="tests.fails", retry=Retry(times=2, first=7), progress=True)
def fails(*, agency_id: int, actor_id: int | None) -> None:
    Partner.objects.create(agency_id=agency_id, name="Setengah jadi", kind="university", valid_from=today())
    raise RuntimeError("tidak jadi")


@task(name="tests.partner")
def partner(*, agency_id: int, actor_id: int | None) -> None:
    Partner.objects.create(agency_id=agency_id, name="Universitas", kind="university", valid_from=today())


def due_now() -> None:
    """Let every waiting job be due."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'")


def test_a_task_runs_for_its_agency_and_actor(palu: Agency) -> None:
    job_id = note.defer(agency_id=palu.pk, actor_id=7, text="a")
    assert run_pending() == Drained(succeeded=1, retried=0, failed=0)
    assert [(palu.pk, 7, "a", (palu.pk, 7))] == SEEN
    assert context.current() == (palu.pk, None)
    assert Receipt.objects.get().job_id == job_id
    assert [(job.id, job.task, job.state, job.agency_id) for job in list_jobs()] == [(job_id, "tests.note", "succeeded", palu.pk)]
    assert run_pending() == Drained(0, 0, 0)


def test_a_task_may_be_called_at_once(palu: Agency) -> None:
    note(agency_id=palu.pk, actor_id=None, text="langsung")
    assert [(palu.pk, None, "langsung", (palu.pk, None))] == SEEN
    assert list_jobs() == []


def test_progress_is_kept_for_the_agency(palu: Agency, malang: Agency) -> None:
    job_id = note.defer(agency_id=palu.pk, actor_id=7)
    waiting = progress_of(palu.pk, job_id)
    assert waiting is not None
    assert (waiting.state, waiting.done, waiting.total, waiting.actor_id) == (JobState.WAITING, 0, None, 7)
    run_pending()
    ended = progress_of(palu.pk, job_id)
    assert ended is not None
    assert (ended.state, ended.done, ended.total, ended.message) == (JobState.DONE, 100, 100, "baris 100")
    assert progress_of(malang.pk, job_id) is None
    context.enter(malang.pk, None)
    assert progress_of(palu.pk, job_id) is None


def test_a_failing_task_leaves_nothing_and_is_tried_again_with_longer_waits(palu: Agency) -> None:
    job_id = fails.defer(agency_id=palu.pk, actor_id=None)
    waits = []
    for _time in range(2):
        assert run_pending() == Drained(0, 1, 0)
        (job,) = list_jobs()
        assert job.due_at is not None
        waits.append(round((job.due_at - now()).total_seconds()))
        assert run_pending() == Drained(0, 0, 0)
        due_now()
    assert run_pending() == Drained(0, 0, 1)
    assert waits == [7, 14]
    assert (Partner.objects.count(), Receipt.objects.count()) == (0, 0)
    seen = Progress.objects.get(job_id=job_id)
    assert (seen.state, seen.message) == (JobState.FAILED, "RuntimeError: tidak jadi")
    retry_job(job_id)
    assert list_jobs()[0].state == "todo"
    seen.refresh_from_db()
    assert (seen.state, seen.message) == (JobState.WAITING, "")


def test_only_a_failed_job_is_repeated(palu: Agency) -> None:
    job_id = note.defer(agency_id=palu.pk, actor_id=None)
    with pytest.raises(JobRefusedError, match="it is todo"):
        retry_job(job_id)
    with pytest.raises(JobRefusedError, match="no such job"):
        retry_job(job_id + 1)
    assert list_jobs()[0].attempts == 0


def test_waits_double_up_to_the_longest() -> None:
    retry = Retry(times=5, first=10, longest=60)
    assert [retry.wait(number) for number in range(6)] == [10, 20, 40, 60, 60, None]


def test_a_job_with_a_receipt_is_not_done_again(palu: Agency) -> None:
    job_id = note.defer(agency_id=palu.pk, actor_id=None)
    Receipt.objects.create(job_id=job_id, agency=palu, at=now())
    assert run_pending() == Drained(1, 0, 0)
    assert SEEN == []


def test_a_job_says_in_the_trail_where_a_change_came_from(palu: Agency) -> None:
    partner.defer(agency_id=palu.pk, actor_id=9)
    run_pending()
    (entry,) = history_of(Partner, Partner.objects.get().pk)
    assert (entry.actor_id, entry.where) == (9, "job:tests.partner")


def test_once_adds_no_second_job_while_one_waits(palu: Agency) -> None:
    deferral = note.options(once="k")
    first = deferral.defer(agency_id=palu.pk, actor_id=None)
    assert first is not None
    assert deferral.defer(agency_id=palu.pk, actor_id=None) is None
    assert [job.id for job in list_jobs()] == [first]
    run_pending()
    assert deferral.defer(agency_id=palu.pk, actor_id=None) is not None


def test_a_later_job_waits_for_its_time(palu: Agency) -> None:
    note.options(at=now() + timedelta(hours=1)).defer(agency_id=palu.pk, actor_id=None)
    assert run_pending() == Drained(0, 0, 0)


def test_jobs_with_one_lock_keep_their_order(palu: Agency) -> None:
    fails.options(lock="x").defer(agency_id=palu.pk, actor_id=None)
    note.options(lock="x").defer(agency_id=palu.pk, actor_id=None)
    note.defer(agency_id=palu.pk, actor_id=None, text="lain")
    assert run_pending() == Drained(succeeded=1, retried=1, failed=0)
    assert [text for _agency, _actor, text, _now in SEEN] == ["lain"]


def test_the_list_can_be_of_one_agency(palu: Agency, malang: Agency) -> None:
    mine = note.defer(agency_id=palu.pk, actor_id=None)
    note.defer(agency_id=malang.pk, actor_id=None)
    assert [job.id for job in list_jobs(agency_id=palu.pk)] == [mine]
    assert list_jobs(states=["failed"]) == []


def test_sweeping_keeps_what_belongs_to_a_job_and_removes_the_rest(palu: Agency) -> None:
    job_id = note.defer(agency_id=palu.pk, actor_id=None)
    run_pending()
    sweep()
    assert Receipt.objects.count() == 1
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_events SET at = now() - interval '31 days' WHERE job_id = %s", [job_id])
    sweep()
    assert (Receipt.objects.count(), Progress.objects.count(), list_jobs()) == (0, 0, [])


def test_a_limit_stops_the_draining(palu: Agency) -> None:
    for _number in range(3):
        note.defer(agency_id=palu.pk, actor_id=None)
    assert run_pending(limit=2) == Drained(2, 0, 0)


def test_reporting_outside_a_job_does_nothing(palu: Agency) -> None:
    report(1, 2)
    assert Progress.objects.count() == 0
