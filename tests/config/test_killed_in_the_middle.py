"""Server, worker and database are killed in the middle of a commit and started again: nothing is lost, nothing doubled.

Everything here is real: ``serve`` with its own embedded database, its web processes and its worker. The middle is no
matter of luck: another session holds the last table that a commit writes, so that the commit stands still with every
other table written.
"""

import contextlib
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import psycopg
import pytest

from matang.config.embedded import Cluster
from matang.config.environment import CLONE
from tests.config.installation import CommandLine, plain_environment
from tests.config.test_serving import answer, eventually
from tests.flow.register.imports.files import person, siasn, unit_file

ROWS = 1_500
LAST_TABLE = "register_education"
WRITTEN = ("person", "incumbency", "graderecord", "servicerecord", "education")
FINISHED = dict.fromkeys((*WRITTEN, *(f"{name}trail" for name in WRITTEN)), ROWS) | {"post": 1, "posttrail": 1}
NOTHING = dict.fromkeys(FINISHED, 0)

QUEUE = """
from pathlib import Path
from django.db import transaction
from matang.flow.register.jobs import commit_import
from matang.flow.register.services.agencies import officer_for
from matang.flow.register.services.imports import runs
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
agency = Agency.objects.get(code="7271")
with acting_in(agency.pk), transaction.atomic():
    actor = officer_for(agency.pk)
    run = runs.open_run(actor=actor, content=Path({file!r}).read_bytes(), name="pegawai.xlsx")
    assert runs.review(run).tally["create"] == {rows}
    queued = runs.request_commit(actor=actor, run_id=run.pk)
    queued.job_id = commit_import.defer(agency_id=agency.pk, actor_id=None, run_id=run.pk)
    queued.save(update_fields=["job_id"])
"""
AGAIN = """
from django.db import transaction
from matang.flow.register.models import ImportRun
from matang.flow.register.services.agencies import officer_for
from matang.flow.register.services.imports import runs
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
agency = Agency.objects.get(code="7271")
with acting_in(agency.pk), transaction.atomic():
    runs.commit(actor=officer_for(agency.pk), run_id=ImportRun.objects.get(file_name="pegawai.xlsx").pk)
"""


@dataclass
class Installation:
    """An installation of its own, which can be served and killed."""

    line: CommandLine
    served: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def cluster(self) -> Cluster:
        """Its embedded database."""
        return Cluster(self.line.data / "postgres")

    def look(self) -> contextlib.closing[psycopg.Connection]:
        """Open a connection that sees every row; leaving the block asks nothing of the server, which may be gone."""
        return contextlib.closing(self.cluster.connect(role="postgres"))

    def run(self, code: str) -> None:
        """Run code inside the installation."""
        done = self.line("manage", "shell", "-c", code)
        assert done.code == 0, done.err

    def serve(self) -> str:
        """Start ``serve`` and return its address."""
        started = subprocess.Popen(
            self.line.command("serve", "--port", "0", "--workers", "1"),
            stdout=subprocess.PIPE,
            text=True,
            cwd=CLONE,
            env=plain_environment(),
        )
        self.served.append(started)
        found = re.search(r"http://localhost:\d+", started.stdout.readline())
        return found[0]

    def kill(self) -> list[str]:
        """Send SIGKILL to everything at once: the server, its children, the database and its children. Return who died."""
        roots = [psutil.Process(process.pid) for process in self.served if process.poll() is None]
        if running := self.cluster.running():
            roots.append(psutil.Process(running.pid))
        family = list(dict.fromkeys(member for root in roots for member in (root, *root.children(recursive=True))))
        names = [" ".join(member.cmdline()) for member in family]
        for member in family:
            with contextlib.suppress(psutil.NoSuchProcess):
                member.kill()
        for process in self.served:
            process.communicate(timeout=60)
        assert psutil.wait_procs(family, timeout=60)[1] == []
        return names


@pytest.fixture
def installation() -> Iterator[Installation]:
    """Return an installation with an agency and its units, and nobody in it."""
    folder = Path(tempfile.mkdtemp(prefix="matang-killed-"))
    made = Installation(CommandLine(folder / "data"))
    (folder / "unit.csv").write_bytes(unit_file())
    (folder / "pegawai.xlsx").write_bytes(siasn([person(number, NIP_BARU=number_of(number)) for number in range(ROWS)]))
    units = made.line("import", str(folder / "unit.csv"), "--agency", "7271", "--agency-name", "Kota Contoh", "--yes")
    assert units.code == 0, units.err
    with made.cluster.held():
        made.run(QUEUE.format(file=str(folder / "pegawai.xlsx"), rows=ROWS))
    yield made
    made.kill()
    shutil.rmtree(folder)


def number_of(number: int) -> str:
    """Return a NIP for each of many people; the serial number alone has three digits."""
    return f"19800131200{5 + number // 500}012{number % 500:03d}"


def counts(database: psycopg.Connection) -> dict[str, int]:
    """Return how many rows the tables hold, those of the audit trail included."""
    return {name: database.execute(f"SELECT count(*) FROM register_{name}").fetchone()[0] for name in FINISHED}


def standing(database: psycopg.Connection) -> tuple[str, str]:
    """Return the states of the import and of its job."""
    return database.execute(
        "SELECT run.state, job.status::text FROM register_importrun run JOIN procrastinate_jobs job ON job.id = run.job_id"
    ).fetchone()


def writer(database: psycopg.Connection) -> int | None:
    """Return the session that waits for the last table while it holds uncommitted people, None when there is none."""
    found = database.execute(
        "SELECT waits.pid FROM pg_locks waits JOIN pg_locks holds USING (pid) "
        "WHERE NOT waits.granted AND waits.relation = %s::regclass "
        "AND holds.granted AND holds.relation = 'register_person'::regclass AND holds.mode = 'RowExclusiveLock'",
        [LAST_TABLE],
    ).fetchone()
    return found and found[0]


def test_an_import_killed_with_server_worker_and_database_is_finished_once(installation: Installation) -> None:
    with installation.cluster.held(), installation.look() as blocker, installation.look() as database:
        blocker.execute("BEGIN")
        blocker.execute(f"LOCK TABLE {LAST_TABLE} IN SHARE MODE")
        installation.serve()
        eventually(lambda: writer(database))
        assert (counts(database), standing(database)) == (NOTHING, ("queued", "doing"))
        killed = installation.kill()
        for word in ("gunicorn", "jobs work", "bin/postgres", "serve"):
            assert any(word in name for name in killed), word
    assert installation.cluster.running() is None

    with installation.cluster.held(), installation.look() as database:
        assert (counts(database), standing(database)) == (NOTHING, ("queued", "doing"))
        database.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'")  # time passes
        address = installation.serve()
        eventually(lambda: standing(database) == ("committed", "succeeded"))
        assert answer(address) == 200
        assert counts(database) == FINISHED
        assert database.execute("SELECT count(DISTINCT nip) FROM register_person").fetchone()[0] == ROWS
        assert database.execute("SELECT count(*) FROM register_importcontent").fetchone()[0] == 0
        kept = "SELECT count(*), count(DISTINCT position) FROM register_importrow WHERE name LIKE 'Orang %'"
        assert database.execute(kept).fetchone() == (ROWS, ROWS)
        installation.run(AGAIN)
        assert (counts(database), standing(database)) == (FINISHED, ("committed", "succeeded"))
