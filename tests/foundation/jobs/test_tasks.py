"""Tasks: deferred, done once, tried again."""

from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import add_working_days
from matang.foundation.files.services import open_file, store
from matang.foundation.jobs.services import Drained, run_pending
from matang.foundation.jobs.tasks import task
from matang.foundation.tenancy.models import Agency

SEEN: list[tuple[int, int | None, str]] = []


@task(name="tests.note", progress=True)
def note(*, agency_id: int, actor_id: int | None, text: str) -> None:
    SEEN.append((agency_id, actor_id, text))


def test_smoke(palu: Agency) -> None:
    SEEN.clear()
    note.defer(agency_id=palu.pk, actor_id=7, text="a")
    assert run_pending() == Drained(1, 0, 0)
    assert SEEN == [(palu.pk, 7, "a")]
    from datetime import date

    assert add_working_days(date(2026, 11, 20), 1, agency_id=palu.pk) == date(2026, 11, 23)
    f = store(agency_id=palu.pk, actor_id=None, name="a.csv", content=b"NIP;Nama\n1;2\n")
    with open_file(f) as opened:
        assert opened.read() == b"NIP;Nama\n1;2\n"
    d = record_decision(agency_id=palu.pk, actor_id=None, kind="a", subject="b", payload={"x": 1}, reason="c")
    assert d.sequence == 1
