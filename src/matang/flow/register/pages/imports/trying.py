"""Try a file: at once, or by a worker where that takes long."""

from django.http import HttpRequest

from matang.flow.register.jobs import review_import
from matang.flow.register.models import ImportRun
from matang.flow.register.services.imports import runs


def try_file(request: HttpRequest, run: ImportRun) -> bool:
    """Do the dry run and return True; False when a worker does it and the page of the run shows how far it is."""
    if not runs.is_long(run):
        runs.review(run)
        return True
    runs.queue_review(actor=request.actor, run=run)
    run.job_id = review_import.defer(agency_id=run.agency_id, actor_id=request.actor.user_id, run_id=run.pk)
    run.save(update_fields=["job_id"])
    return False
