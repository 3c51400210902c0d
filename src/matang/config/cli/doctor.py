"""``./matang doctor``."""

import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from matang.config import environment
from matang.config.checkup.finding import Finding, State, fault, ok
from matang.config.cli.options import Options
from matang.config.cli.output import emit, json_option, out, say
from matang.config.embedded.process import READY
from matang.config.environment import PACKAGE, Installation, Level
from matang.config.faults import SurroundingsError

STYLES = PACKAGE / "ui" / "static" / "build" / "matang.css"
MARKS = {State.OK: "[green]ok     [/]", State.WARNING: "[yellow]warning[/]", State.FAULT: "[red]FAULT  [/]"}


@click.command("doctor", short_help="Check the machine and the installation; say how to mend each fault.")
@json_option
@click.pass_context
def command(context: click.Context, *, as_json: bool) -> None:
    """Check machine, data folder, secrets, database, tables, clock, jobs and static files.

    Exit code 1 when something is at fault; a warning leaves it at 0.
    """
    folder = environment.data_folder(context.ensure_object(Options).data)
    findings = list(examine(folder))
    faults = [finding for finding in findings if finding.state is State.FAULT]
    if as_json:
        emit({"ok": not faults, "data": folder, "findings": [asdict(finding) for finding in findings]})
    else:
        _show(findings)
        say(f"{len(faults)} faults." if faults else "All is well.")
    context.exit(1 if faults else 0)


def examine(folder: Path) -> Iterator[Finding]:
    """Yield every finding; where one step is impossible, those that build on it are left out."""
    from matang.config.checkup.machine import check_machine
    from matang.config.checkup.place import check_place

    try:
        installation = environment.prepare(Level.FOLDER, folder)
        yield from check_machine(folder)
        yield from check_place(folder, os.environ)
        environment.start_django()
    except SurroundingsError as error:
        yield fault("surroundings", error.what, error.mend)
        return
    yield from _with_database(installation)


def _with_database(installation: Installation) -> Iterator[Finding]:
    """Yield the findings that need the database."""
    from django.db.utils import Error

    from matang.config.checkup import database, running

    yield running.static(STYLES, installation.data)
    try:
        environment.prepare(Level.DATABASE, installation.data)
    except SurroundingsError as error:
        yield fault("database", error.what, error.mend)
        return
    if installation.cluster:
        yield embedded(installation)
    try:
        findings = database.check_database()
        yield from findings
        if any(finding.check == "tables" and finding.what.startswith("as this") for finding in findings):
            yield from running.check_jobs()
    except Error as error:
        yield database.unreachable(error)


def embedded(installation: Installation) -> Finding:
    """Tell where the embedded server is."""
    cluster = installation.cluster
    found = cluster.running() if cluster else None
    if cluster is None or found is None or found.status != READY:
        return fault("embedded server", "It does not run.", "Run ./matang doctor again; its log lies beside its folder.")
    return ok(
        "embedded server",
        f"process {found.pid}, data in {cluster.folder}, socket in {cluster.socket_folder()}, log {cluster.log}; no network",
    )


def _show(findings: list[Finding]) -> None:
    """Print the findings for people."""
    for finding in findings:
        out.print(MARKS[finding.state], end="  ")
        say(f"{finding.check}: {finding.what}")
        if finding.mend:
            say(f"         → {finding.mend}")
