"""Fixtures of the import. The samples lie beside the project only on its makers' machines; elsewhere they are not collected."""

from pathlib import Path

import pytest

from matang.foundation.tenancy.models import Agency
from tests.flow.register.imports.road import write_units

SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "data" / "register"
collect_ignore = [] if list(SAMPLES.glob("*.oracle.json")) else ["test_samples.py"]


@pytest.fixture
def agency(palu: Agency) -> Agency:
    """Return an agency that has units and no people."""
    write_units(palu)
    return palu
