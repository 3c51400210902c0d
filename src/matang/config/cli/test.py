"""``./matang test``."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import click
import psutil

from matang.config.cli.output import note, say
from matang.config.environment import CLONE, throw_away
from matang.config.faults import SurroundingsError

PREFIX = "matang-test-"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
KEPT = ("MATANG_CHROMIUM",)


@click.command(
    "test",
    short_help="Run the tests on a throw-away database.",
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def command(context: click.Context, *, arguments: tuple[str, ...]) -> None:
    """Run the tests on a throw-away database. ARGUMENTS go to pytest, with paths as seen from the clone.

    Without arguments all tests run, on two cores. With CI set in the environment a skipped test is a failure.
    """
    if not (CLONE / "tests").is_dir():
        raise SurroundingsError("There are no tests here.", "Run ./matang test in a clone of the source.")
    sweep(Path(tempfile.gettempdir()))
    chosen = with_defaults(list(arguments), browser=find_browser(), in_ci=in_ci(), cores=os.cpu_count() or 1)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    started = time.monotonic()
    try:
        code, tally = _run(folder, chosen)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    context.exit(_conclude(code, tally, time.monotonic() - started, whole=not arguments))


@dataclass(frozen=True, slots=True)
class Tally:
    """How the tests ended."""

    tests: int
    failed: int
    skipped: int


def in_ci() -> bool:
    """True when the environment says that this is a continuous integration run."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false", "no"}


def find_browser() -> str | None:
    """Return the Chromium that the browser journeys can use."""
    named = os.environ.get("MATANG_CHROMIUM")
    return named or next((path for name in BROWSERS if (path := shutil.which(name))), None)


def with_defaults(arguments: list[str], *, browser: str | None, in_ci: bool, cores: int) -> list[str]:
    """Return pytest's arguments: two processes for a whole run, no journeys where there is no browser to drive."""
    chosen = list(arguments)
    if not arguments and cores > 1:
        chosen += ["-n", "2"]
    if browser is None and not in_ci and "-m" not in arguments:
        note("No Chromium on this machine: the browser journeys are left out. On Debian: apt install chromium")
        chosen += ["-m", "not journey"]
    return chosen


def _run(folder: Path, arguments: list[str]) -> tuple[int, Tally]:
    """Start the database, run pytest and count."""
    for name in [name for name in os.environ if name.startswith("MATANG_") and name not in KEPT]:
        del os.environ[name]
    installation = throw_away(folder)
    os.environ["MATANG_DEBUG"] = "1"
    report = folder / "report.xml"
    command = [sys.executable, "-P", "-m", "pytest", f"--junit-xml={report}", *arguments]
    try:
        code = subprocess.run(command, cwd=CLONE, check=False).returncode
    finally:
        if installation.cluster is not None:
            installation.cluster.release()
    return code, count(report)


def count(report: Path) -> Tally:
    """Read pytest's report; an absent one counts nothing."""
    if not report.exists():
        return Tally(0, 0, 0)
    suites = ET.parse(report).getroot().iter("testsuite")  # noqa: S314 - written by pytest a moment ago
    totals = {"tests": 0, "failed": 0, "skipped": 0}
    for suite in suites:
        totals["tests"] += int(suite.get("tests", 0))
        totals["failed"] += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        totals["skipped"] += int(suite.get("skipped", 0))
    return Tally(**totals)


def _conclude(code: int, tally: Tally, seconds: float, *, whole: bool) -> int:
    """Print one line and return the exit code."""
    if code == 0 and tally.skipped and in_ci():
        say(f"{tally.skipped} tests were skipped; in CI that is a failure. Their reasons stand above.")
        return 1
    if code == 0:
        skipped = f", {tally.skipped} skipped" if tally.skipped else ""
        say(
            f"{tally.tests - tally.skipped} tests passed{skipped} in {seconds:.0f} s." + (" Next: ./matang demo" if whole else "")
        )
        return 0
    say(f"{tally.failed} of {tally.tests} tests failed in {seconds:.0f} s. Again, only those: ./matang test --last-failed")
    return 1 if code == 1 else code


def sweep(place: Path) -> None:
    """Remove folders of test runs that were killed: nobody works in them any more, and their server died with them."""
    for folder in place.glob(f"{PREFIX}*"):
        try:
            old = time.time() - folder.stat().st_mtime > 60 and folder.stat().st_uid == os.geteuid()
        except OSError:
            continue
        if old and not _in_use(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _in_use(folder: Path) -> bool:
    """True when a process works inside the folder."""
    for process in psutil.process_iter():
        try:
            if Path(process.cwd()).is_relative_to(folder):
                return True
        except (psutil.Error, OSError):
            continue
    return False
