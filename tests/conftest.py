"""Fixtures for all tests."""

from collections.abc import Iterator

import pytest

from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency
from tests.cast import Cast, build_cast
from tests.http import ActorClient


@pytest.fixture
def palu(db: None) -> Agency:
    """Return the agency most tests work in; the test's transaction has entered it."""
    agency = Agency.objects.create(code="7271", name="Pemerintah Kota Contoh Palu", synthetic=True)
    context.enter(agency.pk, None)
    return agency


@pytest.fixture
def malang(db: None) -> Agency:
    """Return a second agency, whose people must never be seen from the first. Not entered."""
    return Agency.objects.create(code="3573", name="Pemerintah Kota Contoh Malang", time_zone="Asia/Jakarta", synthetic=True)


@pytest.fixture
def cast(palu: Agency, malang: Agency) -> Iterator[Cast]:
    """Return the fixed cast: one account for each role in Palu, an insider of another unit, and one of Malang."""
    return build_cast(palu, malang)


@pytest.fixture
def browse() -> type[ActorClient]:
    """Return the test client class; ``browse(user)`` is signed in as that user."""
    return ActorClient
