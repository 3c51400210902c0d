"""What the register leaves to a worker."""

from django.db import IntegrityError, transaction

from matang.flow.register.services.agencies import officer_for
from matang.flow.register.services.imports import runs
from matang.flow.register.services.refusals import constraint_of
from matang.foundation.access.answers import RefusedError
from matang.foundation.jobs.progress import report
from matang.foundation.jobs.retries import Retry
from matang.foundation.jobs.tasks import task


@task(name="register.review", retry=Retry(times=3, first=5), progress=True)
def review_import(*, agency_id: int, actor_id: int | None, run_id: int) -> None:
    """Do the dry run of a file that is too long for a request."""
    runs.review_queued(actor=officer_for(agency_id, actor_id), run_id=run_id, report=report)


@task(name="register.import", retry=Retry(times=3, first=5), progress=True)
def commit_import(*, agency_id: int, actor_id: int | None, run_id: int) -> None:
    """Commit an import that an officer confirmed. A refusal by the rules or the database is noted, not tried again.

    The permission was checked when the officer pressed the button; a worker that is killed leaves nothing, and the next
    one starts from the beginning.
    """
    try:
        with transaction.atomic():
            runs.commit(actor=officer_for(agency_id, actor_id), run_id=run_id, report=report)
    except RefusedError as error:
        runs.mark_failed(run_id, agency_id, error.answer.reason)
    except IntegrityError as error:
        runs.mark_failed(run_id, agency_id, constraint_of(error) or str(error).strip())
