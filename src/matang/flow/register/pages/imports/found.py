"""What the pages of one import share."""

from django.http import Http404, HttpRequest

from matang.flow.register.models import ImportRun
from matang.flow.register.permissions import may_edit_unit
from matang.foundation.access.answers import require


def run_of(request: HttpRequest, run_id: int) -> ImportRun:
    """Return an import of the actor's agency, 404 where there is none; the whole agency must be the actor's to change."""
    require(may_edit_unit(request.actor, ""))
    run = (
        ImportRun.objects.filter(agency_id=request.actor.agency_id, pk=run_id)
        .select_related("created_by", "committed_by")
        .first()
    )
    if run is None:
        raise Http404
    return run
