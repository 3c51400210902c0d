"""What a request costs, whose settings it has, and that nothing of it stays behind."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.contrib.auth import SESSION_KEY
from django.db import connection, transaction
from django.test import Client, override_settings
from django.utils import timezone

from matang.foundation.identity.models import Session, User
from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency
from matang.foundation.tenancy.zones import zone_of
from tests.cast import Cast, build_cast
from tests.http import BACKEND, ActorClient

pytestmark = pytest.mark.usefixtures("_probes")
NOWHERE = {"agency": None, "actor": None}


@pytest.fixture
def _probes() -> Iterator[None]:
    with override_settings(ROOT_URLCONF="tests.foundation.access.probes"):
        yield


class Statements:
    """Keeps the statements that go to the database."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, ctx: Any) -> Any:
        """Note one statement and run it."""
        self.seen.append(sql)
        return execute(sql, params, many, ctx)

    @property
    def queries(self) -> list[str]:
        """The first words, without the transaction's own."""
        return [" ".join(sql.split()[:2]) for sql in self.seen if "SAVEPOINT" not in sql]


def test_a_signed_in_request_costs_two_queries_and_a_visitor_none(cast: Cast) -> None:
    client = Client()
    context.enter(None, None)
    client.force_login(cast.users["hr_officer"], backend=BACKEND)
    client.get("/say/")
    for browser, expected in ((client, ["SELECT s.session_data,", "SELECT role,"]), (Client(), [])):
        statements = Statements()
        with connection.execute_wrapper(statements):
            browser.get("/say/")
        assert statements.queries == expected


def test_a_request_works_for_the_agency_of_its_account_in_its_time_zone(cast: Cast) -> None:
    with time_machine.travel("2026-03-01T16:30:00Z", tick=False):
        palu = ActorClient(cast.users["hr_officer"]).get("/tell/").json()
        malang = ActorClient(cast.users["malang_officer"]).get("/tell/").json()
    assert (palu["agency"], palu["zone"], palu["today"]) == (cast.palu.pk, "Asia/Makassar", "2026-03-02")
    assert (malang["agency"], malang["zone"], malang["today"]) == (cast.malang.pk, "Asia/Jakarta", "2026-03-01")


def test_work_outside_a_request_has_the_agency_s_zone_too(cast: Cast) -> None:
    with context.acting_in(cast.malang.pk):
        assert timezone.get_current_timezone_name() == "Asia/Jakarta"
        with context.acting_in(cast.palu.pk, 5):
            assert timezone.get_current_timezone_name() == "Asia/Makassar"
            assert context.current() == (cast.palu.pk, 5)
        assert context.current() == (cast.malang.pk, None)
    assert zone_of(cast.malang.pk).key == "Asia/Jakarta"


@pytest.mark.parametrize(
    ("name", "path", "status"),
    [
        (None, "/tell/", 200),
        (None, "/say/", 302),
        (None, "/audit/", 302),
        (None, "/forgotten/", 403),
        ("no_role", "/tell/", 200),
        ("no_role", "/say/", 403),
        ("planner", "/say/", 200),
        ("planner", "/audit/", 403),
        ("auditor", "/audit/", 200),
        ("system_operator", "/forgotten/", 403),
    ],
)
def test_the_gate(cast: Cast, name: str | None, path: str, status: int) -> None:
    client = ActorClient(cast.users[name] if name else None)
    assert client.get(path).status_code == status


def test_an_ended_role_closes_the_gate_at_the_next_request(cast: Cast) -> None:
    client = ActorClient(cast.users["auditor"])
    assert client.get("/audit/").status_code == 200
    cast.users["auditor"].grants.update(valid_to="2021-01-01")
    assert client.get("/audit/").status_code == 403


def test_a_session_that_says_another_account_than_its_row_is_not_believed(cast: Cast) -> None:
    client = ActorClient(cast.users["planner"])
    session = client.session
    session[SESSION_KEY] = str(cast.users["auditor"].pk)
    Session.objects.filter(pk=session.session_key).update(session_data=session.encode(dict(session)))
    assert client.get("/audit/").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_nothing_stays_on_the_connection_for_the_next_request(palu: Agency, malang: Agency) -> None:
    with transaction.atomic():
        cast = build_cast(palu, malang)
    client = Client()
    client.force_login(cast.users["hr_officer"], backend=BACKEND)
    backend = connection.connection.info.backend_pid
    inside = client.get("/tell/").json()
    assert (inside["agency"], inside["actor"]) == (palu.pk, cast.users["hr_officer"].pk)
    assert connection.connection.info.backend_pid == backend
    after = Client().get("/tell/").json()
    assert {key: after[key] for key in NOWHERE} == NOWHERE
    assert context.current() == (None, None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM register_person")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db(transaction=True)
def test_a_server_error_takes_everything_back() -> None:
    client = Client(raise_request_exception=False)
    assert [client.get(path).status_code for path in ("/fail/", "/crash/")] == [500, 500]
    assert (Agency.objects.count(), User.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_a_refusal_that_nobody_caught_shows_its_reason_and_takes_everything_back() -> None:
    response = Client().get("/refuse/")
    assert response.status_code == 403
    assert "Belum waktunya." in response.content.decode()
    assert Agency.objects.count() == 0
