"""Work of the stage that takes longer than a page should."""

import logging

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.models import MatchingRound
from matang.flow.learn.services.matching.solving import note_round_fault, solve_round
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.identity.models import User
from matang.foundation.jobs.progress import report
from matang.foundation.jobs.running import KeptError
from matang.foundation.jobs.tasks import task

logger = logging.getLogger(__name__)


@task(name="learn.match", retry=0, progress=True)
def match(*, agency_id: int, actor_id: int | None, round_id: int) -> None:
    """Compute a matching round in the name of the account that asked for it; faults are kept on the round."""
    actor: Actor = actor_of(User.objects.get(pk=actor_id, agency_id=agency_id))
    if not MatchingRound.objects.filter(pk=round_id, agency_id=agency_id).exists():
        return
    report(0, 100)
    try:
        with transaction.atomic():
            solve_round(actor=actor, round_id=round_id, progress=lambda percent: report(percent, 100))
    except RefusedError as error:
        note_round_fault(agency_id, round_id, error.answer.reason)
    except Exception as error:
        logger.exception("matching round %s could not be computed", round_id)
        note_round_fault(agency_id, round_id, _("Perhitungan gagal (%(what)s). Hitung ulang.") % {"what": type(error).__name__})
        raise KeptError from error
