"""Walk the road of an import inside a test: open, review, commit."""

from datetime import date

from matang.flow.register.models import ImportRun
from matang.flow.register.services.agencies import officer_for
from matang.flow.register.services.imports import runs
from matang.flow.register.services.imports.plan import Outcomes
from matang.foundation.tenancy.models import Agency
from tests.flow.register.imports.files import DAY, unit_file


def take(agency: Agency, content: bytes, name: str = "contoh.xlsx", as_at: date = DAY) -> tuple[ImportRun, Outcomes]:
    """Open a file and do the dry run."""
    run = runs.open_run(
        actor=officer_for(agency.pk), content=content, name=name, as_at=as_at, kind=runs.kind_of_file(content, name)
    )
    return run, runs.review(run)


def write(agency: Agency, content: bytes, name: str = "contoh.xlsx", as_at: date = DAY) -> Outcomes:
    """Open a file, do the dry run and commit; return the plan that the dry run showed."""
    run, plan = take(agency, content, name, as_at)
    runs.commit(actor=officer_for(agency.pk), run_id=run.pk)
    return plan


def write_units(agency: Agency) -> None:
    """Import the units that the example files name."""
    assert write(agency, unit_file(), "unit.csv").tally["create"] == 6


def found(plan: Outcomes) -> list[tuple[str, int, str, str]]:
    """Return the findings as (sheet, row, code, value), in order."""
    return [(finding.sheet, finding.row, finding.code, finding.value) for finding in plan.findings]
