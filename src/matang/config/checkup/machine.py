"""Python, cores, memory, disk and clock of the machine."""

import os
import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import psutil

from matang.config.checkup.finding import Finding, fault, ok, warning

GIB = 1024**3
EARLIEST, LATEST = 2026, 2100


def check_machine(folder: Path) -> list[Finding]:
    """Look at the machine that holds the data ``folder``."""
    memory = psutil.virtual_memory()
    return [
        python(sys.version_info[:3]),
        cores(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1),
        memory_room(memory.total, memory.available),
        disk(shutil.disk_usage(folder).free, folder),
        calendar(datetime.now(UTC)),
    ]


def python(version: Sequence[int]) -> Finding:
    """Python 3.11 or newer."""
    shown = ".".join(map(str, version))
    if tuple(version[:2]) < (3, 11):
        return fault("python", f"Python {shown} is too old.", "Install Python 3.11 or newer and delete the folder .venv.")
    return ok("python", f"Python {shown}")


def cores(number: int) -> Finding:
    """At least one core; two for comfort."""
    if number < 2:
        return warning("cores", "One processor core.", "Give the machine two cores; pages wait while a job or a plan runs.")
    return ok("cores", f"{number} cores")


def memory_room(total: int, available: int) -> Finding:
    """Enough memory for the database, two web processes and a worker."""
    shown = f"{available / GIB:.1f} of {total / GIB:.1f} GB memory free"
    if available < GIB // 4:
        return fault("memory", f"{shown}.", "Stop other programs or give the machine more memory: 2 GB is enough for a city.")
    if total < 1.8 * GIB:
        return warning("memory", f"{shown}.", "Give the machine 2 GB or more before a whole city works with it.")
    return ok("memory", shown)


def disk(free: int, folder: Path) -> Finding:
    """Room for the data."""
    shown = f"{free / GIB:.1f} GB free for {folder}"
    if free < GIB // 2:
        return fault("disk", f"Only {shown}.", "Remove old backups (backups in the data folder) or enlarge the disk.")
    if free < 5 * GIB:
        return warning("disk", f"Only {shown}.", "Enlarge the disk soon; a city with files and backups wants 5 GB and more.")
    return ok("disk", shown)


def calendar(now: datetime) -> Finding:
    """A year that can be true: dates decide who may hold which post."""
    local = now.astimezone()
    shown = f"{local.isoformat(' ', 'seconds')} ({local.tzname()})"
    if not EARLIEST <= now.year < LATEST:
        return fault("clock", f"The machine says it is {shown}.", "Set the clock: timedatectl set-ntp true")
    return ok("clock", shown)
