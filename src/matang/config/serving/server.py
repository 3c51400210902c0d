"""Serve until told to stop."""

import http.client
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

from matang.config.embedded import Cluster
from matang.config.environment import Installation
from matang.config.faults import SurroundingsError
from matang.config.serving.children import Child
from matang.config.serving.port import bound_socket

GIVE_UP = 3
FIRST_ANSWER_SECONDS = 90.0
END_SECONDS = 35.0
ROUND = 0.5


@dataclass(slots=True)
class Stop:
    """Set by a signal."""

    asked: bool = False

    def ask(self, _number: int, _frame: FrameType | None) -> None:
        """Note that somebody wants the end."""
        self.asked = True


def serve(
    installation: Installation,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    workers: int = 2,
    threads: int = 2,
    jobs: bool = True,
    ready: Callable[[str], None],
    log: Callable[[str], None],
) -> None:
    """Run web server and jobs' worker until SIGINT or SIGTERM; start again what dies, the embedded database too.

    Args:
        installation: a prepared installation, tables and static files included.
        host: address to listen on; 127.0.0.1 is this machine only.
        port: port, 0 for any free one.
        workers: web processes.
        threads: threads of each.
        jobs: also run a worker for jobs.
        ready: called once with the address when the first page is answered.
        log: called with a line when something was started again.
    """
    listening = bound_socket(host, port)
    stop = Stop()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop.ask)
    shown = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::", "::1"} else host  # noqa: S104 - compared, not bound
    address = f"http://{shown}:{listening.getsockname()[1]}"
    children = _children(installation, listening.fileno(), workers=workers, threads=threads, jobs=jobs)
    try:
        _first_answer(children, listening.getsockname(), stop)
        if not stop.asked:
            ready(address)
        while not stop.asked:
            _look_after(children, installation.cluster, log)
            time.sleep(ROUND)
    finally:
        listening.close()
        _end(children)


def _children(installation: Installation, descriptor: int, *, workers: int, threads: int, jobs: bool) -> list[Child]:
    """Return the programs to run. They hold the database's user file too, so that it outlives a killed parent."""
    held = [installation.cluster.users.descriptor] if installation.cluster and installation.cluster.users.descriptor else []
    python = [sys.executable, "-P", "-m"]
    web = Child(
        "web",
        [*python, "gunicorn", "--config", "python:matang.config.serving.web"],
        {"MATANG_BIND": f"fd://{descriptor}", "MATANG_WORKERS": str(workers), "MATANG_THREADS": str(threads)},
        [descriptor, *held],
    )
    worker = Child("jobs", [*python, "matang.config.cli", "jobs", "work"], {}, held)
    return [web, worker] if jobs else [web]


def _first_answer(children: list[Child], address: tuple[str, int], stop: Stop) -> None:
    """Start everything and wait until the web server answers."""
    for child in children:
        child.start()
    web = children[0]
    until = time.monotonic() + FIRST_ANSWER_SECONDS
    while time.monotonic() < until and not stop.asked:
        if web.process is None or web.process.poll() is not None:
            break
        if _answers(address):
            return
        time.sleep(0.1)
    if not stop.asked:
        raise SurroundingsError(
            "The web server did not start; its own message stands above.", "./matang doctor checks what it needs."
        )


def _answers(address: tuple[str, int]) -> bool:
    """True when a page is answered, whatever it says."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(address[0], address[0])  # noqa: S104 - replaced, not bound
    connection = http.client.HTTPConnection(host, address[1], timeout=10)
    try:
        connection.request("GET", "/", headers={"Host": "localhost"})
        connection.getresponse().read()
    except OSError:
        return False
    finally:
        connection.close()
    return True


def _look_after(children: list[Child], cluster: Cluster | None, log: Callable[[str], None]) -> None:
    """One round: start again what has ended."""
    if cluster is not None and cluster.ensure_running():
        log("The database had ended and was started again.")
    for child in children:
        code = child.look_after()
        if code is not None:
            log(f"The {child.name} process ended ({_cause(code)}) and is started again.")
        if child.name == "web" and child.quick_ends > GIVE_UP:
            raise SurroundingsError("The web server ends again and again; its own message stands above.", "Run ./matang doctor.")


def _cause(code: int) -> str:
    """Return an exit code in words."""
    return f"by signal {signal.Signals(-code).name}" if code < 0 else f"code {code}"


def _end(children: list[Child]) -> None:
    """Stop everything: first all are asked, then each is waited for."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    for child in children:
        child.ask_to_end()
    until = time.monotonic() + END_SECONDS
    for child in children:
        child.wait(until - time.monotonic())
