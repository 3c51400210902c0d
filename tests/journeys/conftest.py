"""Real pages in a real browser, served by the real application on a live server.

The live server commits, so journeys run in ``transactional_db``: their rows are there for every thread, and the tables
are emptied afterwards. Without a browser the journeys are skipped with one line; where ``CI`` is true they fail.
"""

import os
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.db import connections, transaction
from django.test import Client
from playwright.sync_api import Browser, Playwright, sync_playwright
from pytest_django.live_server_helper import LiveServer

from matang.foundation.identity.models import User
from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency
from tests.cast import Cast, build_cast
from tests.journeys.browser import ARGUMENTS, Visitor, find_chromium

MISSING = "No Chromium here: install it (apt-get install chromium) or name one in MATANG_CHROMIUM to run the journeys."


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder as a journey."""
    for item in items:
        if "tests/journeys" in item.path.as_posix():
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return the one browser of the session."""
    path = find_chromium()
    if path is None and os.environ.get("CI") == "true":
        pytest.fail(MISSING, pytrace=False)
    if path is None:
        pytest.skip(MISSING)
    # Playwright's loop runs in this thread; Django would refuse the database beside a running loop.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # Threads of the server give their connections back, so that the test database can go at the end.
    connections.settings["default"]["CONN_MAX_AGE"] = 0
    playwright: Playwright
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def city(transactional_db: None) -> Cast:
    """Return the cast, committed, so that the server's threads see it too."""
    with transaction.atomic():
        palu = Agency.objects.create(code="7271", name="Pemerintah Kota Contoh Palu", synthetic=True)
        malang = Agency.objects.create(
            code="3573", name="Pemerintah Kota Contoh Malang", time_zone="Asia/Jakarta", synthetic=True
        )
        context.enter(palu.pk, None)
        return build_cast(palu, malang)


@pytest.fixture
def visit(chromium: Browser, live_server: LiveServer, city: Cast) -> Callable[..., Visitor]:
    """Return ``visit(user=None, language="")``: that account with a browser, already signed in."""
    base = live_server.url.replace("127.0.0.1", "localhost")

    def arrive(user: User | None = None, language: str = "") -> Visitor:
        session = ""
        if user is not None:
            client = Client()
            with transaction.atomic():
                context.enter(user.agency_id, user.pk)
                client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
            session = client.cookies[settings.SESSION_COOKIE_NAME].value
        return Visitor(browser=chromium, base=base, session=session, language=language)

    return arrive


@pytest.fixture
def prepare_password(city: Cast) -> Callable[[str], str]:
    """Return ``prepare_password(name)``: gives the account a password and returns it."""

    def give(name: str) -> str:
        user = city.users[name]
        with transaction.atomic():
            context.enter(user.agency_id, user.pk)
            user.set_password("sandi-contoh-2026-matang")
            user.save()
        return "sandi-contoh-2026-matang"

    return give
