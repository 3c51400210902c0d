"""The doctor finds each fault and says how to mend it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from matang.config.checkup import database, machine, place, running
from matang.config.checkup.finding import Finding, State, fault, ok
from matang.config.checkup.running import Queue
from tests.config.installation import CommandLine

GIB = machine.GIB
KEY = "k" * 50

FAULTS: dict[str, tuple[Callable[[], Finding], State, str]] = {
    "old python": (lambda: machine.python((3, 10, 1)), State.FAULT, "Install Python 3.11"),
    "one core": (lambda: machine.cores(1), State.WARNING, "two cores"),
    "no memory": (lambda: machine.memory_room(GIB, GIB // 8), State.FAULT, "more memory"),
    "little memory": (lambda: machine.memory_room(GIB, GIB), State.WARNING, "2 GB"),
    "full disk": (lambda: machine.disk(GIB // 4, Path("/d")), State.FAULT, "old backups"),
    "filling disk": (lambda: machine.disk(3 * GIB, Path("/d")), State.WARNING, "Enlarge the disk"),
    "clock of 1970": (lambda: machine.calendar(datetime(1970, 1, 1, tzinfo=UTC)), State.FAULT, "timedatectl"),
    "old database": (lambda: database.version(140_011), State.FAULT, "PostgreSQL 15 or newer"),
    "wrong letters": (lambda: database.letters("SQL_ASCII"), State.FAULT, "ENCODING 'UTF8'"),
    "clocks far apart": (lambda: database.skew(-75), State.FAULT, "both clocks"),
    "clocks apart": (lambda: database.skew(5), State.WARNING, "both clocks"),
    "superuser": (lambda: database.role("root", superuser=True, bypass=False), State.FAULT, "ALTER ROLE root NOSUPERUSER"),
    "bypass": (lambda: database.role("r", superuser=False, bypass=True), State.FAULT, "NOBYPASSRLS"),
    "missing tables": (lambda: database.migrations(["a.0002_b"], empty=False), State.FAULT, "./matang manage migrate"),
    "open table": (lambda: database.policies(["register_person"]), State.FAULT, "ALTER TABLE register_person ENABLE"),
    "no worker": (lambda: running.worker(Queue(0, 3, 900.0, 0, 0)), State.FAULT, "./matang serve"),
    "slow worker": (lambda: running.worker(Queue(1, 3, 900.0, 0, 0)), State.FAULT, "./matang jobs work"),
    "stalled job": (lambda: running.leftovers(Queue(1, 0, 0.0, 1, 0))[0], State.WARNING, "takes them up again"),
    "failed job": (lambda: running.leftovers(Queue(1, 0, 0.0, 0, 1))[0], State.WARNING, "jobs retry"),
    "no styles": (lambda: running.static(Path("/none"), Path("/none")), State.FAULT, "Delete the folder .venv"),
    "debug": (lambda: place.settings({"MATANG_DEBUG": "1"})[0], State.WARNING, "Unset it"),
    "open without TLS": (lambda: place.settings({"MATANG_HOSTS": "matang.example.go.id"})[0], State.WARNING, "MATANG_HTTPS"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_and_its_mending_named(name: str) -> None:
    check, state, mend = FAULTS[name]
    finding = check()
    assert finding.state is state
    assert mend in finding.mend


HEALTHY: tuple[Callable[[], Finding], ...] = (
    lambda: machine.python((3, 11, 0)),
    lambda: machine.cores(2),
    lambda: machine.memory_room(4 * GIB, 2 * GIB),
    lambda: machine.disk(50 * GIB, Path("/d")),
    lambda: machine.calendar(datetime(2027, 1, 1, tzinfo=UTC)),
    lambda: database.version(150_000),
    lambda: database.letters("UTF8"),
    lambda: database.skew(0.1),
    lambda: database.role("matang", superuser=False, bypass=False),
    lambda: database.migrations([], empty=False),
    lambda: database.migrations(["a.0001_initial"], empty=True),
    lambda: database.policies([]),
    lambda: running.worker(Queue(1, 3, 5.0, 0, 0)),
    lambda: running.worker(Queue(0, 0, 0.0, 0, 0)),
    lambda: place.settings({"MATANG_HOSTS": "a.go.id", "MATANG_HTTPS": "yes"})[0],
)


@pytest.mark.parametrize("check", HEALTHY)
def test_what_is_well_needs_no_mending(check: Callable[[], Finding]) -> None:
    finding = check()
    assert (finding.state, finding.mend) == (State.OK, "")


def test_a_fault_without_a_way_out_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="says how to mend it"):
        fault("x", "broken", "")
    assert ok("x", "fine").mend == ""


def test_the_data_folder_must_not_be_open_to_everybody(tmp_path: Path) -> None:
    assert place.writable(tmp_path).state is State.OK
    tmp_path.chmod(0o777)
    assert "chmod 700" in place.writable(tmp_path).mend
    tmp_path.chmod(0o700)


def test_the_secret_key_is_present_long_and_private(tmp_path: Path) -> None:
    path = tmp_path / "secrets.env"
    assert "makes" in place.secret(tmp_path, {}).mend
    assert place.secret(tmp_path, {"MATANG_SECRET_KEY": KEY}).state is State.OK
    assert "token_urlsafe" in place.secret(tmp_path, {"MATANG_SECRET_KEY": "short"}).mend
    path.write_text("MATANG_SECRET_KEY=short\n")
    path.chmod(0o600)
    assert "token_urlsafe" in place.secret(tmp_path, {}).mend
    path.write_text(f"MATANG_SECRET_KEY={KEY}\n")
    assert place.secret(tmp_path, {}).state is State.OK
    path.chmod(0o644)
    assert "chmod 600" in place.secret(tmp_path, {}).mend


@pytest.mark.django_db
def test_a_table_without_its_policy_is_found() -> None:
    from django.db import connection

    assert database.open_tables() == []
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE register_person NO FORCE ROW LEVEL SECURITY")
    assert database.open_tables() == ["register_person"]


@pytest.mark.django_db
def test_a_whole_database_has_no_fault() -> None:
    assert [finding for finding in database.check_database() if finding.state is State.FAULT] == []
    assert [finding.state for finding in running.check_jobs()] == [State.OK]


def test_the_doctor_finds_a_healthy_installation_well(matang: CommandLine) -> None:
    answer = matang("doctor", "--json")
    assert (answer.code, answer.document["ok"]) == (0, True), answer.out
    server = next(finding for finding in answer.document["findings"] if finding["check"] == "embedded server")
    assert str(matang.data / "postgres") in server["what"]
    assert "no network" in server["what"]


def test_the_doctor_ends_with_1_and_goes_on_after_a_fault(matang: CommandLine) -> None:
    (matang.data / "secrets.env").chmod(0o644)
    answer = matang("doctor", "--json")
    (matang.data / "secrets.env").chmod(0o600)
    assert answer.code == 1
    states = {finding["check"]: finding["state"] for finding in answer.document["findings"]}
    assert (states["secrets"], states["database role"]) == ("fault", "ok")


def test_the_doctor_says_so_when_the_database_does_not_answer(matang: CommandLine) -> None:
    answer = matang("doctor", "--json", DATABASE_URL="postgresql://x@127.0.0.1:1/none")
    assert answer.code == 1
    found = [finding for finding in answer.document["findings"] if finding["state"] == "fault"]
    assert [finding["check"] for finding in found] == ["database"]
    assert "DATABASE_URL" in found[0]["mend"]
