"""Fixtures of the import."""

import pytest

from matang.foundation.tenancy.models import Agency
from tests.flow.register.imports.road import write_units


@pytest.fixture
def agency(palu: Agency) -> Agency:
    """Return an agency that has units and no people."""
    write_units(palu)
    return palu
