"""The embedded server starts, survives, stops, and lets nobody else in."""

import contextlib
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from matang.config.embedded import binaries, process
from matang.config.embedded.cluster import Cluster
from matang.config.embedded.owner import owner_for
from matang.config.environment import CLONE
from matang.config.faults import SurroundingsError
from tests.config.accounts import ME, ORDINARY, ROOT, as_account, folder_of

USER = """
import sys, time
from pathlib import Path
from matang.config.embedded.cluster import Cluster
cluster = Cluster(Path(sys.argv[1]), durable=True)
cluster.acquire()
print(cluster.running().pid, flush=True)
sys.stdin.readline()
cluster.release()
"""


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """Return a running server in a folder with spaces; stopped at the end whatever happened to it."""
    made = Cluster(tmp_path / "a folder" / "postgres")
    made.acquire()
    yield made
    made.release()
    process.stop(made.folder)


def ask(cluster: Cluster, question: str) -> object:
    """Return the one value that the application's role gets."""
    with cluster.connect() as connection:
        return connection.execute(question).fetchone()[0]


def user_of(cluster: Cluster) -> subprocess.Popen[str]:
    """Start another process that uses the server until its standard input ends."""
    return subprocess.Popen(
        [sys.executable, "-P", "-c", USER, str(cluster.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=CLONE,
    )


def wait_until_gone(pid: int) -> None:
    """Wait for a killed process to disappear."""
    with contextlib.suppress(psutil.NoSuchProcess):
        psutil.Process(pid).wait(10)


def test_the_application_is_no_superuser_and_cannot_look_past_policies(cluster: Cluster) -> None:
    assert ask(cluster, "SELECT current_user") == "matang"
    assert ask(cluster, "SELECT rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles WHERE rolname = current_user") is False
    assert (
        ask(cluster, "SELECT pg_catalog.pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()") == "matang"
    )
    assert ask(cluster, "SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()") == "UTF8"
    assert ask(cluster, "SELECT lower('ÀÉ')") == "àé"


def test_the_address_works_for_a_folder_with_spaces(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url()) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_it_listens_on_no_network(cluster: Cluster) -> None:
    assert psutil.Process(cluster.running().pid).net_connections("inet") == []
    assert ask(cluster, "SHOW listen_addresses") == ""


def test_real_data_is_written_durably_and_tests_are_not(cluster: Cluster, tmp_path: Path) -> None:
    assert ask(cluster, "SHOW fsync") == "on"
    with (quick := Cluster(tmp_path / "quick", durable=False)).held():
        assert ask(quick, "SHOW fsync") == "off"
    assert quick.running() is None


def test_stopping_and_starting_keeps_the_data(cluster: Cluster) -> None:
    with cluster.connect() as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    cluster.release()
    assert cluster.running() is None
    cluster.acquire()
    assert ask(cluster, "SELECT number FROM kept") == 7


def test_killed_in_the_middle_it_comes_back_with_what_was_committed(cluster: Cluster) -> None:
    with cluster.connect() as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    killed = cluster.running().pid
    os.kill(killed, signal.SIGKILL)
    wait_until_gone(killed)
    assert cluster.ensure_running() is True
    assert cluster.running().pid != killed
    assert ask(cluster, "SELECT number FROM kept") == 7
    assert cluster.ensure_running() is False


def test_files_left_by_a_killed_server_may_name_a_stranger(cluster: Cluster) -> None:
    folder = cluster.folder
    cluster.release()
    for name in ("postmaster.pid", ".s.PGSQL.5432.lock"):  # our own number: alive, and no database
        (folder / name).write_text(f"{os.getpid()}\n{folder}\n0\n5432\n.\n\n0 0\nready\n")
    assert cluster.running() is None
    cluster.acquire()
    assert ask(cluster, "SELECT 1") == 1


def test_a_server_that_dies_while_it_is_found_is_started_after_all(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    dying = process.Running(cluster.running().pid, "stopping")
    process.stop(cluster.folder)
    real, answers = process.running, [dying, dying]
    monkeypatch.setattr(process, "running", lambda folder: answers.pop(0) if answers else real(folder))
    assert cluster.ensure_running() is True
    assert ask(cluster, "SELECT 1") == 1


def test_it_runs_until_its_last_user_leaves(cluster: Cluster) -> None:
    other = user_of(cluster)
    assert int(other.stdout.readline()) == cluster.running().pid
    cluster.release()
    assert cluster.running() is not None
    other.communicate("\n", timeout=30)
    assert cluster.running() is None


def test_a_killed_user_counts_no_longer(cluster: Cluster) -> None:
    other = user_of(cluster)
    other.stdout.readline()
    other.kill()
    other.communicate(timeout=30)
    assert cluster.running() is not None
    cluster.release()
    assert cluster.running() is None


def test_many_starts_at_once_make_one_server(tmp_path: Path) -> None:
    cluster = Cluster(tmp_path / "postgres")
    users = [user_of(cluster) for _ in range(3)]
    assert len({user.stdout.readline() for user in users}) == 1
    for user in users:
        user.communicate("\n", timeout=60)
        assert user.returncode == 0
    assert cluster.running() is None


def test_a_path_longer_than_a_socket_address_gets_a_private_short_cut(tmp_path: Path) -> None:
    cluster = Cluster(tmp_path / ("long" * 25) / "postgres")
    with cluster.held():
        shortcut = cluster.socket_folder()
        assert shortcut != cluster.folder
        assert stat.S_IMODE(shortcut.parent.stat().st_mode) == 0o700
        assert ask(cluster, "SELECT 1") == 1
        assert cluster.socket_folder() == shortcut
        shortcut.unlink()
        shortcut.parent.rmdir()
        assert ask(cluster, "SELECT 1") == 1
    shutil.rmtree(cluster.socket_folder().parent)


def test_a_start_that_was_killed_half_way_is_done_again(tmp_path: Path) -> None:
    half = tmp_path / "postgres.new"
    (half / "base").mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    with (cluster := Cluster(tmp_path / "postgres")).held():
        assert ask(cluster, "SELECT 1") == 1
    assert not half.exists()


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "thesis.txt").write_text("mine")
    cluster = Cluster(tmp_path / "postgres")
    with pytest.raises(SurroundingsError, match="not a database") as refused:
        cluster.acquire()
    cluster.release()
    assert "--data" in refused.value.mend
    assert [path.name for path in (tmp_path / "postgres").iterdir()] == ["thesis.txt"]


def test_data_of_an_unknown_version_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "PG_VERSION").write_text("12\n")
    cluster = Cluster(tmp_path / "postgres")
    with pytest.raises(SurroundingsError, match="written by PostgreSQL 12") as refused:
        cluster.acquire()
    cluster.release()
    assert "./matang backup" in refused.value.mend


def test_what_the_log_says_is_shown_when_it_does_not_start(cluster: Cluster) -> None:
    cluster.release()
    with (cluster.folder / "postgresql.conf").open("a") as conf:
        conf.write("\nno_such_setting = 1\n")
    with pytest.raises(SurroundingsError, match="no_such_setting"):
        cluster.acquire()
    cluster.release()


def test_only_its_owner_reaches_it(cluster: Cluster) -> None:
    assert stat.S_IMODE(cluster.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((cluster.folder / ".s.PGSQL.5432").stat().st_mode) == 0o700
    rules = [line for line in (cluster.folder / "pg_hba.conf").read_text().splitlines() if not line.startswith("#")]
    assert rules == ["local all all peer map=matang"]
    for stranger in [ORDINARY] if ROOT else []:
        with as_account(stranger), pytest.raises(psycopg.OperationalError):
            psycopg.connect(cluster.url())
        opened = [folder for folder in cluster.folder.parents if not folder.stat().st_mode & stat.S_IXOTH]
        modes = [folder.stat().st_mode for folder in opened]
        for path in (*opened, cluster.folder, cluster.folder / ".s.PGSQL.5432"):
            path.chmod(0o777)
        with as_account(stranger), pytest.raises(psycopg.OperationalError, match="eer authentication failed"):
            psycopg.connect(cluster.url())
        for folder, mode in zip(opened, modes, strict=True):
            folder.chmod(stat.S_IMODE(mode))


def test_it_works_for_every_kind_of_account(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [ME, ORDINARY] if ROOT else [ME]:
        home = binaries.server_home(None, owner_for(Path("/nonexistent")))
        monkeypatch.setattr(binaries, "server_home", lambda _wanted, _owner, home=home: home)
        with folder_of(name) as folder, as_account(name):
            cluster = Cluster(folder / "data" / "postgres")
            with cluster.held():
                owner = psutil.Process(cluster.running().pid).username()
                assert ask(cluster, "SELECT 1") == 1
            assert owner == ("matang-db" if name == "root" else name)
            assert cluster.running() is None
        monkeypatch.undo()


def test_root_may_keep_it_in_a_folder_that_nobody_else_can_enter(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    with (cluster := Cluster(closed / "deep" / "postgres")).held():
        assert ask(cluster, "SELECT 1") == 1
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700


def test_a_throw_away_server_ends_with_the_one_who_started_it(tmp_path: Path) -> None:
    script = USER.replace("durable=True", "durable=False")
    folder = tmp_path / "postgres"
    other = subprocess.Popen(
        [sys.executable, "-P", "-c", script, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=CLONE
    )
    other.stdout.readline()
    other.kill()
    other.communicate(timeout=30)
    until = time.monotonic() + 10
    while process.running(folder.resolve()) and time.monotonic() < until:
        time.sleep(0.05)
    assert process.running(folder.resolve()) is None
