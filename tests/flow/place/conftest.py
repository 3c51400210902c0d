"""The small world of the main road, and a panel of three."""

import pytest

from matang.flow.plan.public import PlacementScenario
from matang.foundation.access.roles import Role
from matang.foundation.identity.models import User
from tests.cast import Cast, make_user
from tests.flow.plan.world import World, build_world


@pytest.fixture
def world(cast: Cast) -> World:
    """Return the world whose placement is worked out by hand."""
    return build_world(cast)


@pytest.fixture
def panel(world: World) -> list[User]:
    """Return three members of the panel: the chair, the secretary and one more."""
    made = [make_user(world.cast.palu, name, Role.PANEL_MEMBER) for name in ("sekretaris", "anggota")]
    world.cast.users |= {user.username: user for user in made}
    return [world.cast.users["panel_member"], *made]


@pytest.fixture
def submitted(world: World) -> PlacementScenario:
    """Return a scenario that lies before the panel and stands on no agenda."""
    return world.scenario(submitted=True)
