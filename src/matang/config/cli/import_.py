"""``./matang import``: a file of staff or of units into the register, after a dry run that is the same code."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matang.config.cli.output import emit, json_option, note, progress, say, table

if TYPE_CHECKING:
    from matang.flow.register.choices import ImportKind
    from matang.flow.register.models import ImportRun
    from matang.flow.register.services.imports.plan import Outcomes
    from matang.foundation.access.actor import Actor
    from matang.foundation.tenancy.models import Agency

FIRST_AGENCY = "INSTANSI"


@click.command("import", short_help="Import a file of staff, after a dry run.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--units", "units_file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="File of units, taken first."
)
@click.option("--agency", "agency_code", metavar="CODE", help="Agency, such as 7271; needed when there are several.")
@click.option("--agency-name", metavar="NAME", help="Name of the agency, where there is none yet; default: as the file says.")
@click.option("--as-at", type=click.DateTime(["%Y-%m-%d"]), help="The day whose state the file shows; default: today.")
@click.option(
    "--map-unit", "answers", multiple=True, metavar="WRITTEN=UNIT", help="This spelling means the unit with this name or code."
)
@click.option(
    "--result", "result_file", type=click.Path(dir_okay=False, path_type=Path), help="Write the result workbook here (.xlsx)."
)
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option("--yes", is_flag=True, help="Do not ask before writing. Questions about unit names stay open.")
@click.option("--strict", is_flag=True, help="End with exit code 1 when a row is refused.")
@json_option
@click.pass_context
def command(context: click.Context, *, file: Path, dry_run: bool, yes: bool, as_json: bool, **options: Any) -> None:
    """Import FILE (xlsx, xls, ods or CSV): a list of staff in a layout that agencies use, or a list of units.

    All or nothing: a file is written completely, without its refused rows, or not at all. Importing it again changes
    nothing. Exit codes: 0 done, also when rows were refused (see --strict); 1 the file cannot be read or nothing was
    written; 2 wrong usage.
    """
    if not (dry_run or yes or sys.stdin.isatty()):
        raise click.UsageError("Nobody can be asked here: add --yes to write, or --dry-run to look only.")
    from django.db import transaction

    from matang.flow.register.services.imports.reading import UnreadableFileError
    from matang.foundation.access.answers import RefusedError

    written = False
    shown: dict[str, Any] = {}
    try:
        with transaction.atomic():
            shown = _work(file, options, as_json=as_json)
            written = not dry_run and (yes or click.confirm("Write this into the register?", default=False, err=True))
            if written:
                shown["commit"]()
            else:
                transaction.set_rollback(True)
    except (UnreadableFileError, RefusedError) as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        emit(shown["json"])
    else:
        say("Written." if written else "Nothing was written.")
    declined = not written and not dry_run
    context.exit(1 if declined or (options["strict"] and shown["json"]["refused"]) else 0)


def _work(file: Path, options: dict[str, Any], *, as_json: bool) -> dict[str, Any]:
    """Do everything but the writing of FILE, inside the caller's transaction; return what to show and how to commit."""
    from matang.flow.register.services.agencies import officer_for
    from matang.flow.register.services.imports import runs
    from matang.flow.register.services.imports.parcel import sheets_in
    from matang.foundation.audit.context import from_where
    from matang.foundation.tenancy import context as tenancy

    content = file.read_bytes()
    agency = _agency(options["agency_code"], options["agency_name"], content, file.name)
    tenancy.enter(agency.pk, None)
    actor = officer_for(agency.pk)
    as_at = _day(options["as_at"])
    with from_where("command:import"):
        if options["units_file"]:
            _units(actor, options["units_file"], as_at)
        _answers(actor, options["answers"])
        runs.lock_agency(agency.pk)
        run, plan = _plan(actor, content, file.name, as_at)
    for sheet in sheets_in(run.layout):
        for remark in sheet.notes:
            note(remark)
    if not as_json:
        _show(run, plan)

    def commit() -> None:
        with from_where("command:import"), _bar("Writing") as report:
            runs.apply_plan(actor=actor, run=run, plan=plan, report=report)

    if options["result_file"]:
        _result(run, options["result_file"])
    document = {**plan.tally, "findings": [finding.as_json() for finding in plan.findings]}
    return {"json": document, "commit": commit}


def _plan(actor: "Actor", content: bytes, name: str, as_at: date | None) -> "tuple[ImportRun, Outcomes]":
    from matang.flow.register.services.imports import runs

    kind: ImportKind = runs.kind_of_file(content, name)
    run = runs.open_run(actor=actor, content=content, name=name, as_at=as_at, kind=kind)
    with _bar(f"Reading {name}") as report:
        return run, runs.review(run, report)


def _units(actor: "Actor", file: Path, as_at: date | None) -> None:
    """Import the file of units that goes before the file of staff; refused units are told, the others written."""
    from matang.flow.register.choices import ImportKind
    from matang.flow.register.services.imports import runs

    run = runs.open_run(actor=actor, content=file.read_bytes(), name=file.name, as_at=as_at, kind=ImportKind.UNITS)
    runs.lock_agency(run.agency_id)
    plan = runs.review(run)
    for finding in plan.findings:
        note(f"{file.name}: {finding.message}")
    runs.apply_plan(actor=actor, run=run, plan=plan)


def _answers(actor: "Actor", answers: tuple[str, ...]) -> None:
    from django.db.models import Q

    from matang.flow.register.models import Unit
    from matang.flow.register.services.imports.aliases import confirm_spelling

    for answer in answers:
        written, _equals, meant = answer.rpartition("=")
        units = list(Unit.objects.filter(Q(code=meant.strip()) | Q(name=meant.strip()), valid_to__isnull=True)[:2])
        if not written or len(units) != 1:
            problem = "is written as WRITTEN=UNIT" if not written else f"names {'several units' if units else 'no known unit'}"
            raise click.UsageError(f"--map-unit {answer!r} {problem}.")
        confirm_spelling(actor=actor, written=written, unit=units[0])


def _agency(code: str | None, name: str | None, content: bytes, file_name: str) -> "Agency":
    """Return the agency meant, making the first one of an empty installation."""
    from matang.flow.register.services.agencies import create_agency
    from matang.flow.register.services.imports.origin import agency_named_in
    from matang.foundation.tenancy.models import Agency

    known = list(Agency.objects.order_by("code"))
    found = next((agency for agency in known if agency.code == code), known[0] if len(known) == 1 and code is None else None)
    if found is not None:
        return found
    if code is None and known:
        raise click.UsageError(f"Say which agency with --agency; known: {', '.join(agency.code for agency in known)}.")
    if known and not name:
        raise click.UsageError(f"There is no agency {code}. To make it, add --agency-name NAME.")
    return create_agency(code=code or FIRST_AGENCY, name=name or agency_named_in(content, file_name) or "Pemerintah Daerah")


def _day(chosen: datetime | None) -> date | None:
    return chosen.date() if chosen else None


def _result(run: "ImportRun", target: Path) -> None:
    from matang.flow.register.services.imports.workbook import result_workbook

    target.write_bytes(result_workbook(run))
    note(f"Result workbook: {target}")


def _show(run: "ImportRun", plan: "Outcomes") -> None:
    from matang.flow.register.services.imports.codes import CODES

    dropped = sorted({column for columns in run.dropped.values() for column in columns})
    if dropped:
        say(f"Dropped before anything was stored: {', '.join(dropped)}.")
    table(["Rows", "New", "Changed", "Unchanged", "Refused"], [list(plan.tally.values())])
    if plan.codes:
        say("")
        lines = [(code, CODES[code].severity, count, CODES[code].title) for code, count in sorted(plan.codes.items())]
        table(["Finding", "Severity", "Count", "Meaning"], lines)


@contextmanager
def _bar(text: str) -> Iterator[Any]:
    with progress(text, None) as advance:
        yield lambda done, _total, _message: advance(done)
