"""Work of the stage that takes longer than a page should."""

import logging

from django.db import transaction
from django.utils.translation import gettext_noop as _

from matang.flow.plan.models import DevelopmentProposal, PlacementScenario
from matang.flow.plan.services.development.computing import compute_development
from matang.flow.plan.services.development.proposals import note_development_fault
from matang.flow.plan.services.sayings import saying
from matang.flow.plan.services.scenarios import note_fault
from matang.flow.plan.services.solving import solve_scenario
from matang.flow.plan.services.stability import measure_stability
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.identity.models import User
from matang.foundation.jobs.progress import report
from matang.foundation.jobs.running import KeptError
from matang.foundation.jobs.tasks import task

logger = logging.getLogger(__name__)
FAULT = _(
    "Perhitungan gagal (%(what)s). Tidak ada usulan yang berubah. Hitung ulang; bila gagal lagi, beri tahu operator sistem."
)


@task(name="plan.solve", retry=0, progress=True)
def solve(*, agency_id: int, actor_id: int | None, scenario_id: int) -> None:
    """Compute a scenario in the name of the account that asked for it.

    What goes wrong is kept on the scenario, so that it never stays "being computed"; the officer asks again, no clock does.
    """
    actor: Actor = actor_of(User.objects.get(pk=actor_id, agency_id=agency_id))
    if not PlacementScenario.objects.filter(pk=scenario_id, agency_id=agency_id).exists():
        return
    report(0, 100)
    try:
        with transaction.atomic():
            solve_scenario(actor=actor, scenario_id=scenario_id, progress=lambda percent: report(percent, 100))
    except RefusedError as error:
        note_fault(agency_id, scenario_id, error.answer.reason)
    except Exception as error:
        logger.exception("scenario %s could not be computed", scenario_id)
        note_fault(agency_id, scenario_id, saying(FAULT, what=type(error).__name__))
        raise KeptError from error


@task(name="plan.stability", retry=0, progress=True)
def stability(*, agency_id: int, actor_id: int | None, scenario_id: int) -> None:
    """Find how far the weights of a scenario may move, in the name of the account that asked for it."""
    actor: Actor = actor_of(User.objects.get(pk=actor_id, agency_id=agency_id))
    report(0, 100)
    measure_stability(actor=actor, scenario_id=scenario_id, progress=lambda percent: report(percent, 100))


@task(name="plan.develop", retry=0, progress=True)
def develop(*, agency_id: int, actor_id: int | None, proposal_id: int) -> None:
    """Compute a development proposal in the name of the account that asked for it; faults are kept on the proposal."""
    actor: Actor = actor_of(User.objects.get(pk=actor_id, agency_id=agency_id))
    if not DevelopmentProposal.objects.filter(pk=proposal_id, agency_id=agency_id).exists():
        return
    report(0, 100)
    try:
        with transaction.atomic():
            compute_development(actor=actor, proposal_id=proposal_id, progress=lambda percent: report(percent, 100))
    except RefusedError as error:
        note_development_fault(agency_id, proposal_id, error.answer.reason)
    except Exception as error:
        logger.exception("development proposal %s could not be computed", proposal_id)
        note_development_fault(agency_id, proposal_id, saying(FAULT, what=type(error).__name__))
        raise KeptError from error
