"""The road of one import: opened from a file, planned as often as wanted, committed once, or discarded."""

import hashlib
from datetime import date
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from matang.flow.register.choices import ImportKind, ImportOutcome, ImportState
from matang.flow.register.models import ColumnMapping, ImportContent, ImportRun
from matang.flow.register.permissions import may_edit_unit
from matang.flow.register.services.imports import mapping
from matang.flow.register.services.imports.appraisalfile import AppraisalPlan, parse_appraisals, plan_appraisals
from matang.flow.register.services.imports.appraisalwriting import apply_appraisals
from matang.flow.register.services.imports.headings import SURE
from matang.flow.register.services.imports.parcel import rows_of, sheets_in, sheets_out
from matang.flow.register.services.imports.parsing import Parsed, parse
from matang.flow.register.services.imports.plan import Plan
from matang.flow.register.services.imports.planning import Report, make_plan, quiet
from matang.flow.register.services.imports.reading import UnreadableFileError
from matang.flow.register.services.imports.rows import forget_rows, store_rows
from matang.flow.register.services.imports.snapshot import unit_index
from matang.flow.register.services.imports.unitfile import UnitPlan, parse_units, plan_units
from matang.flow.register.services.imports.unitwriting import apply_units
from matang.flow.register.services.imports.writing import apply
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.audit.context import because
from matang.foundation.clock.services import now, today
from matang.foundation.jobs.models import JobState, Progress

AnyPlan = Plan | UnitPlan | AppraisalPlan
READERS = {ImportKind.UNITS: parse_units, ImportKind.APPRAISALS: parse_appraisals}
"""How files are read that need no meaning of columns."""


def kind_of_file(content: bytes, name: str) -> ImportKind:
    """Tell files of appraisals, of units and of people apart by their headings; a file that is none counts as people."""
    for kind in (ImportKind.APPRAISALS, ImportKind.UNITS):
        try:
            READERS[kind](content, name)
        except UnreadableFileError:
            continue
        return kind
    return ImportKind.PEOPLE


OPEN = (ImportState.READY, ImportState.FAILED)
LONG = 15_000  # rows; a dry run of so many takes about three seconds


def lock_agency(agency_id: int) -> None:
    """Let one import of an agency write at a time; ends with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"matang.import:{agency_id}"])


def propose(parsed: Parsed, agency_id: int, as_at: date) -> tuple[mapping.Mapped, dict[str, int], str]:
    """Return (heading → field, heading → confidence, name of the saved meaning that was used or empty)."""
    saved = ColumnMapping.objects.filter(agency_id=agency_id, fingerprint=mapping.fingerprint_of(parsed.sheets)).first()
    if saved is not None:
        return *mapping.recall(saved.mapping, parsed.sheets), saved.name
    return *mapping.propose(parsed.sheets, rows_of(parsed.packed), unit_index(agency_id, as_at)), ""


def open_run(
    *,
    actor: Actor,
    content: bytes,
    name: str,
    as_at: date | None = None,
    kind: ImportKind = ImportKind.PEOPLE,
    header_row: int | None = None,
) -> ImportRun:
    """Read an upload and keep its sanitised copy as a run that can be planned. The upload itself is not kept.

    Raises:
        UnreadableFileError: the file cannot be read as a personnel list.
        RefusedError: the actor may not import.
    """
    require(may_edit_unit(actor, ""))
    agency_id = actor.agency_id or 0
    people = kind == ImportKind.PEOPLE
    parsed = parse(content, name, header_row) if people else READERS[kind](content, name)
    day = as_at or today()
    mapped, confidence, recalled = propose(parsed, agency_id, day) if people else ({}, {}, "")
    run = ImportRun.objects.create(
        agency_id=agency_id,
        kind=kind,
        file_name=name.rsplit("/", 1)[-1][:200],
        file_size=len(content),
        digest=hashlib.sha256(content).hexdigest(),
        as_at=day,
        layout=sheets_out(parsed.sheets),
        dropped=parsed.dropped,
        mapping=mapped,
        confidence=confidence,
        tally={"recalled": recalled} if recalled else {},
        created_by_id=actor.user_id,
        created_at=now(),
    )
    ImportContent.objects.create(run=run, agency_id=agency_id, packed=parsed.packed)
    return run


def plan_run(run: ImportRun, report: Report = quiet) -> AnyPlan:
    """Return what the run would do to the register as it is now. Writes nothing."""
    packed = bytes(ImportContent.objects.values_list("packed", flat=True).get(run_id=run.pk))
    if run.kind == ImportKind.UNITS:
        return plan_units(agency_id=run.agency_id, sheets=sheets_in(run.layout), rows=rows_of(packed))
    if run.kind == ImportKind.APPRAISALS:
        return plan_appraisals(agency_id=run.agency_id, sheets=sheets_in(run.layout), rows=rows_of(packed))
    return make_plan(
        agency_id=run.agency_id,
        sheets=sheets_in(run.layout),
        rows=rows_of(packed),
        mapped=run.mapping,
        as_at=run.as_at,
        report=report,
    )


def review(run: ImportRun, report: Report = quiet) -> AnyPlan:
    """Do the dry run and keep its result for the pages."""
    plan = plan_run(run, report)
    store_rows(run, plan)
    kept = {key: run.tally[key] for key in ("recalled",) if key in run.tally}
    run.tally = {**plan.tally, "codes": plan.codes, **kept}
    run.save(update_fields=["tally"])
    return plan


def is_long(run: ImportRun) -> bool:
    """True for a file whose dry run takes too long to wait for."""
    return sum(sheet.rows for sheet in sheets_in(run.layout)) > LONG


def queue_review(*, actor: Actor, run: ImportRun) -> None:
    """Mark a run as being checked; the caller queues the job."""
    require(may_edit_unit(actor, ""))
    run.state = ImportState.CHECKING
    run.save(update_fields=["state"])


def review_queued(*, actor: Actor, run_id: int, report: Report = quiet) -> None:
    """Do the dry run of a run that waits for it; one that was discarded meanwhile is left alone."""
    require(may_edit_unit(actor, ""))
    run = ImportRun.objects.select_for_update().get(pk=run_id, agency_id=actor.agency_id)
    if run.state == ImportState.CHECKING:
        review(run, report)
        run.state = ImportState.READY
        run.save(update_fields=["state"])


def commit(*, actor: Actor, run_id: int, report: Report = quiet) -> ImportRun:
    """Plan once more, now with the register locked for other imports, and apply that very plan: all or nothing.

    Must run inside a transaction. A run that is committed already is returned as it is, so that a repeat after a kill
    does nothing twice.
    """
    require(may_edit_unit(actor, ""))
    agency_id = actor.agency_id or 0
    lock_agency(agency_id)
    run = ImportRun.objects.select_for_update().get(pk=run_id, agency_id=agency_id)
    if run.state == ImportState.COMMITTED:
        return run
    if run.state == ImportState.DISCARDED:
        raise RefusedError(Denied(_("Impor ini sudah dibatalkan.")))
    shown = counts_of(run.tally)
    plan = review(run, report)
    if shown and shown != plan.tally:
        run.tally["before"] = shown
        run.save(update_fields=["tally"])
    return apply_plan(actor=actor, run=run, plan=plan, report=report)


def counts_of(tally: dict[str, Any]) -> dict[str, int]:
    """Return the counts of a kept tally without what else stands in it."""
    return {key: tally[key] for key in ("rows", *ImportOutcome.values) if key in tally}


def request_commit(*, actor: Actor, run_id: int) -> ImportRun | None:
    """Mark a run as to be committed and return it; None when somebody did so before. The caller queues the job."""
    require(may_edit_unit(actor, ""))
    run = ImportRun.objects.select_for_update().get(pk=run_id, agency_id=actor.agency_id)
    if run.state == ImportState.QUEUED and job_state(run) == JobState.FAILED:
        run.state = ImportState.FAILED
    if run.state not in OPEN:
        return None
    run.state, run.trouble = ImportState.QUEUED, ""
    run.save(update_fields=["state", "trouble"])
    return run


def choose_sheets(*, actor: Actor, run: ImportRun, chosen: set[int]) -> None:
    """Read only these sheets of a run, by their place in the file."""
    require(may_edit_unit(actor, ""))
    run.layout = [entry | {"skipped": number not in chosen} for number, entry in enumerate(run.layout)]
    run.save(update_fields=["layout"])


def job_state(run: ImportRun) -> str:
    """Return how the run's job stands, empty when there is none."""
    found = Progress.objects.filter(agency_id=run.agency_id, job_id=run.job_id).values_list("state", flat=True).first()
    return found or ""


def mark_failed(run_id: int, agency_id: int, trouble: str) -> None:
    """Note that a commit was refused; nothing of it was written, and it may be tried again."""
    ImportRun.objects.filter(pk=run_id, agency_id=agency_id).update(state=ImportState.FAILED, trouble=trouble)


def set_columns(*, actor: Actor, run: ImportRun, mapped: mapping.Mapped, save_as: str = "") -> None:
    """Give the columns of a run another meaning; with a name, remember it for files with the same headings."""
    require(may_edit_unit(actor, ""))
    run.confidence = {
        column: run.confidence[column] if run.mapping.get(column) == key else SURE for column, key in mapped.items()
    }
    run.mapping = mapped
    run.save(update_fields=["mapping", "confidence"])
    if save_as:
        ColumnMapping.objects.update_or_create(
            agency_id=run.agency_id,
            fingerprint=mapping.fingerprint_of(sheets_in(run.layout)),
            defaults={"name": save_as[:80], "mapping": mapping.to_save(mapped), "saved_by_id": actor.user_id, "saved_at": now()},
        )


def apply_plan(*, actor: Actor, run: ImportRun, plan: AnyPlan, report: Report = quiet) -> ImportRun:
    """Apply a plan that was made in this transaction after :func:`lock_agency`."""
    require(may_edit_unit(actor, ""))
    origin = f"import:{run.pk}"
    with because(_("Impor %(file)s") % {"file": run.file_name}):
        if isinstance(plan, UnitPlan):
            apply_units(plan, agency_id=run.agency_id, origin=origin)
        elif isinstance(plan, AppraisalPlan):
            apply_appraisals(plan, agency_id=run.agency_id, origin=origin)
        else:
            apply(plan, agency_id=run.agency_id, origin=origin, report=report)
    run.state, run.trouble = ImportState.COMMITTED, ""
    run.committed_by_id, run.committed_at = actor.user_id, now()
    run.save(update_fields=["state", "trouble", "committed_by", "committed_at"])
    ImportContent.objects.filter(run_id=run.pk).delete()
    return run


def discard(*, actor: Actor, run_id: int) -> ImportRun:
    """Give up an import that is not committed: its copy and its rows are removed, the entry in the history stays."""
    require(may_edit_unit(actor, ""))
    run = ImportRun.objects.select_for_update().get(pk=run_id, agency_id=actor.agency_id)
    if run.state not in (*OPEN, ImportState.CHECKING):
        raise RefusedError(Denied(_("Impor ini sudah disimpan atau sedang disimpan, sehingga tidak dapat dibatalkan.")))
    run.state = ImportState.DISCARDED
    run.save(update_fields=["state"])
    forget_rows(run)
    ImportContent.objects.filter(run_id=run.pk).delete()
    return run
