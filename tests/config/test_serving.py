"""Serving: answers, starts again what dies, ends cleanly, and refuses a busy port with the way out."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator

import psutil
import pytest

from matang.config.embedded import Cluster
from matang.config.environment import CLONE
from matang.config.faults import SurroundingsError
from matang.config.serving.children import Child
from matang.config.serving.port import bound_socket
from tests.config.installation import CommandLine, plain_environment

PATIENCE = 90.0


def eventually(check: Callable[[], object]) -> object:
    """Wait until ``check`` returns something true."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := check():
            return found
        time.sleep(0.1)
    raise AssertionError("it did not happen in time")


def answer(address: str) -> int:
    """Return the status of the start page, 0 when nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=10) as page:  # noqa: S310 - our own server
            return int(page.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


@pytest.fixture
def served(matang: CommandLine) -> Iterator[tuple[psutil.Process, str]]:
    """Serve the installation on any free port; yield the process and the address that it printed."""
    process = subprocess.Popen(
        matang.command("serve", "--port", "0"), stdout=subprocess.PIPE, text=True, cwd=CLONE, env=plain_environment()
    )
    found = re.search(r"http://localhost:\d+", process.stdout.readline())
    yield psutil.Process(process.pid), found[0]
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    process.communicate(timeout=60)


def child(parent: psutil.Process, word: str) -> psutil.Process | None:
    """Return the child whose command holds ``word``."""
    with contextlib.suppress(psutil.Error):
        return next((found for found in parent.children() if word in " ".join(found.cmdline())), None)
    return None


def test_what_dies_is_started_again_and_the_end_is_clean(matang: CommandLine, served: tuple[psutil.Process, str]) -> None:
    parent, address = served
    assert answer(address) == 200
    web, jobs = child(parent, "gunicorn"), child(parent, "jobs work")
    web.kill()
    jobs.kill()
    eventually(lambda: (again := child(parent, "gunicorn")) and again.pid != web.pid and answer(address) == 200)
    eventually(lambda: (again := child(parent, "jobs work")) and again.pid != jobs.pid)
    database = Cluster(matang.data / "postgres").running().pid
    os.kill(database, signal.SIGKILL)
    eventually(lambda: (again := Cluster(matang.data / "postgres").running()) and again.pid != database)
    eventually(lambda: answer(address) == 200)
    family = [parent, *parent.children(recursive=True)]
    parent.terminate()
    _, left = psutil.wait_procs([member for member in family if member.name() != "postgres"], timeout=PATIENCE)
    assert left == []
    assert answer(address) == 0


def test_when_the_parent_is_killed_its_children_end_and_the_port_is_free(served: tuple[psutil.Process, str]) -> None:
    parent, address = served
    family = [member for member in parent.children(recursive=True) if member.name() != "postgres"]
    parent.kill()
    _, left = psutil.wait_procs(family, timeout=PATIENCE)
    assert left == []
    bound_socket("127.0.0.1", int(address.rpartition(":")[2])).close()


def test_a_busy_port_is_refused_with_a_free_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SurroundingsError, match=f"Port {port} is in use") as refused:
            bound_socket("127.0.0.1", port)
    free = re.search(r"--port (\d+) is free", refused.value.mend)
    bound_socket("127.0.0.1", int(free[1])).close()


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(SurroundingsError, match="cannot be listened on") as refused:
        bound_socket("203.0.113.1", 0)
    assert "--host" in refused.value.mend


def test_a_child_that_ends_at_once_is_started_ever_more_slowly() -> None:
    made = Child("short", ["true"])
    made.start()
    ends = []
    until = time.monotonic() + 4
    while time.monotonic() < until:
        if made.look_after() is not None:
            ends.append(time.monotonic())
        time.sleep(0.01)
    made.ask_to_end()
    made.wait(5)
    assert made.quick_ends == len(ends)
    assert 2 <= len(ends) <= 4
