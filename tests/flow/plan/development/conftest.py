"""The small office."""

import pytest

from tests.flow.plan.development.office import Office, build_office
from tests.flow.plan.world import World


@pytest.fixture
def office(world: World) -> Office:
    """Return the office whose plan is worked out by hand."""
    return build_office(world)
