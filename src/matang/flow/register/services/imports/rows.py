"""Keep what became of each row, for the pages and the result workbook."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from matang.flow.register.models import ImportRow, ImportRun
from matang.flow.register.services.imports.cells import as_text
from matang.flow.register.services.imports.codes import Finding
from matang.flow.register.services.imports.plan import Outcomes
from matang.foundation.tenancy.bulk import copy_into

FIELDS = (
    "agency", "run", "position", "sheet", "row", "outcome", "nip", "name", "unit_name", "post_name", "codes", "changes",
    "findings", "cells",
)  # fmt: skip
EMPTY = "[]"


def store_rows(run: ImportRun, plan: Outcomes) -> None:
    """Replace what is kept about the run's rows by what the plan says."""
    forget_rows(run)
    copy_into(ImportRow, FIELDS, _lines(run, plan))


def forget_rows(run: ImportRun) -> None:
    """Remove what is kept about the run's rows."""
    ImportRow.objects.filter(agency_id=run.agency_id, run_id=run.pk)._raw_delete("default")


def _lines(run: ImportRun, plan: Outcomes) -> Iterator[tuple[Any, ...]]:
    for position, row in enumerate(plan.rows):
        yield (
            run.agency_id,
            run.pk,
            position,
            row.sheet,
            row.row,
            row.outcome.value,
            row.nip[:40],
            row.name[:200],
            row.unit[:250],
            row.post[:250],
            sorted({found.code for found in row.findings}),
            json.dumps(row.changes, ensure_ascii=False) if row.changes else EMPTY,
            json.dumps([asdict(found) for found in row.findings], ensure_ascii=False) if row.findings else EMPTY,
            json.dumps([as_text(cell) for cell in row.cells], ensure_ascii=False) if row.cells else EMPTY,
        )


def findings_of(row: ImportRow) -> list[Finding]:
    """Return a kept row's findings."""
    return [Finding(**entry) for entry in row.findings]
