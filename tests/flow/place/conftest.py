"""The small world of the main road."""

import pytest

from tests.cast import Cast
from tests.flow.plan.world import World, build_world


@pytest.fixture
def world(cast: Cast) -> World:
    """Return the world whose placement is worked out by hand."""
    return build_world(cast)
