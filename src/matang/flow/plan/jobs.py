"""Work of the stage that takes longer than a page should."""

from matang.flow.plan.models import PlacementScenario
from matang.flow.plan.services.solving import solve_scenario
from matang.foundation.access.actor import Actor
from matang.foundation.access.selectors import actor_of
from matang.foundation.identity.models import User
from matang.foundation.jobs.tasks import task


@task(name="plan.solve", retry=1)
def solve(*, agency_id: int, actor_id: int | None, scenario_id: int) -> None:
    """Compute a scenario in the name of the account that asked for it."""
    actor: Actor = actor_of(User.objects.get(pk=actor_id, agency_id=agency_id))
    if PlacementScenario.objects.filter(pk=scenario_id, agency_id=agency_id).exists():
        solve_scenario(actor=actor, scenario_id=scenario_id)
