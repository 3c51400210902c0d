"""Apply a plan of appraisals, inside the caller's transaction."""

from matang.flow.register.models import AppraisalRecord
from matang.flow.register.services.imports.appraisalfile import AppraisalPlan
from matang.flow.register.services.imports.changing import change_rows
from matang.foundation.tenancy.bulk import copy_into


def apply_appraisals(plan: AppraisalPlan, *, agency_id: int, origin: str) -> None:
    """Write the new ratings and those that differ from what is held; two statements."""
    if plan.new:
        copy_into(
            AppraisalRecord,
            ("agency", "person", "year", "rating", "document", "origin"),
            ((agency_id, line.person, line.year, line.rating, line.document, origin) for line in plan.new),
        )
    if plan.changed:
        rows = ((line.held, line.rating, line.document, origin) for line in plan.changed)
        change_rows(AppraisalRecord, ("rating", "document", "origin"), list(rows))
