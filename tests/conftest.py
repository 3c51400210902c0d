"""Fixtures for all tests."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connection
from django.test import override_settings
from django.utils.translation import trans_real

from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency
from matang.ui.catalogues import compile_all
from tests.cast import Cast, build_cast
from tests.http import ActorClient


@pytest.fixture(scope="session", autouse=True)
def _folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep files of the tests in a folder of their own, and serve static files without a build."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "static").mkdir()
    storages = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder / "files"}},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    with override_settings(DATA_DIR=folder, STATIC_ROOT=folder / "static", STORAGES=storages):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Let tests that commit empty their tables afterwards: the decision log refuses that elsewhere."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_decision DISABLE TRIGGER decision_no_truncate")


@pytest.fixture(scope="session", autouse=True)
def words() -> None:
    """Compile the catalogues, and forget what was read before."""
    if compile_all():
        trans_real._translations.clear()
        trans_real._default = None


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> Iterator[None]:
    """Hash passwords with the real algorithm at a small cost: a slow guess protects nobody here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Argon2PasswordHasher, "time_cost", 1)
        patch.setattr(Argon2PasswordHasher, "memory_cost", 64)
        patch.setattr(Argon2PasswordHasher, "parallelism", 1)
        yield


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
