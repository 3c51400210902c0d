"""The server's process as its folder and the process table show it."""

import contextlib
import ctypes
import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

READY = "ready"
LEFTOVERS = ("postmaster.pid", ".s.PGSQL.5432", ".s.PGSQL.5432.lock")
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


@dataclass(frozen=True, slots=True)
class Running:
    """A live postmaster of a folder."""

    pid: int
    status: str


def _belongs(process: psutil.Process, folder: Path) -> bool:
    """True when the process is a live PostgreSQL process whose working folder is ``folder``."""
    try:
        return process.name() == "postgres" and process.status() != psutil.STATUS_ZOMBIE and Path(process.cwd()) == folder
    except (psutil.Error, OSError):
        return False


def running(folder: Path) -> Running | None:
    """Return the postmaster that ``postmaster.pid`` names, when it lives and is really the one of this folder."""
    try:
        lines = (folder / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        process = psutil.Process(int(lines[0]))
    except (OSError, ValueError, IndexError, psutil.Error):
        return None
    if not _belongs(process, folder):
        return None
    return Running(process.pid, lines[7].strip() if len(lines) > 7 else "starting")


def clear_leftovers(folder: Path, patience: float = 10.0) -> None:
    """After ``kill -9`` of the postmaster: see its children off, then remove its files, which may name a stranger by now."""
    present = [folder / name for name in LEFTOVERS if (folder / name).exists()]
    if not present:
        return
    left = [process for process in psutil.process_iter() if _belongs(process, folder)]
    _, stubborn = psutil.wait_procs(left, timeout=patience)
    for process in stubborn:
        with contextlib.suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(stubborn, timeout=patience)
    for path in present:
        path.unlink(missing_ok=True)


def stop(folder: Path, patience: float = 60.0) -> None:
    """Shut the server down and wait: quickly but cleanly first, by force only when it does not obey."""
    found = running(folder)
    if found is None:
        return
    for how, seconds in ((signal.SIGINT, patience), (signal.SIGQUIT, 10.0), (signal.SIGKILL, 10.0)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(found.pid, how)
        if _gone(folder, found.pid, seconds):
            return


def _gone(folder: Path, pid: int, seconds: float) -> bool:
    """Wait up to ``seconds`` for the process to end."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(ChildProcessError):  # reaps it when this process started it
            os.waitpid(pid, os.WNOHANG)
        if not psutil.pid_exists(pid) or not _belongs(psutil.Process(pid), folder):
            return True
        time.sleep(0.02)
    return False


def tie_to_parent(parent: int, how: signal.Signals) -> None:
    """Ask Linux to send ``how`` to this new process when ``parent`` is killed; runs between fork and exec."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, how)
        if os.getppid() != parent:
            os._exit(1)
