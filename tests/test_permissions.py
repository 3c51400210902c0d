"""Every address, tried by the whole cast: the allowed get in, the refused change nothing."""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from types import FunctionType
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.urls import reverse

from tests.cast import Cast
from tests.http import ActorClient
from tests.permissions import table
from tests.permissions.table import Entry

IGNORED = ("identity_session", "identity_cache", "django_migrations")


class Trial:
    """One table tried by the cast; collects what went wrong."""

    def __init__(self, area: str, cast: Cast) -> None:
        self.entries = table.read(area)
        self.cast = cast
        self.objects = table.objects_of(area, cast)
        self.faults: list[str] = []
        self.has_post = {entry.name for entry in self.entries if entry.method == "POST"}
        self.clients: dict[str, ActorClient] = {table.VISITOR: ActorClient(raise_request_exception=False)}
        for name, user in cast.users.items():
            self.clients[name] = ActorClient(user, raise_request_exception=False)

    def value(self, raw: Any, *, malang: bool = False) -> Any:
        """Return the key of a named object, or the value as it stands."""
        kind = raw.split(".")[0] if isinstance(raw, str) and raw in self.objects else None
        if kind is None:
            return raw
        return self.objects[f"{kind}.malang"] if malang else self.objects[raw]

    def address(self, entry: Entry, *, malang: bool = False) -> str:
        """Return the address of an entry, or the same address of an object in Malang."""
        return reverse(entry.name, kwargs={key: self.value(raw, malang=malang) for key, raw in entry.args.items()})

    def send(self, name: str, entry: Entry, method: str, address: str) -> HttpResponse:
        """Send one request as ``name`` and leave their cookies as they were."""
        client = self.clients[name]
        cookies = client.cookies.copy()
        fields = {key: self.value(raw) for key, raw in entry.data.items()} if method == entry.method else {}
        query = {key: self.value(raw) for key, raw in entry.query.items()}
        response: HttpResponse
        if method == "GET":
            response = client.get(address, query_params=query)
        else:
            response = client.post(address, fields, query_params=query)
        client.cookies = SimpleCookie(cookies)
        return response

    def expect(self, name: str, entry: Entry, method: str, address: str, answers: set[str]) -> None:
        """Send one request and note an answer that is not among ``answers``."""
        response = self.send(name, entry, method, address)
        if answer_of(response) not in answers:
            self.faults.append(
                f"{entry.area}: {name}: {method} {address} ({entry.name}): {answer_of(response)}, not {sorted(answers)}"
            )

    def refused(self, name: str) -> list[tuple[Entry, str]]:
        """Return the (entry, method) pairs that ``name`` must be refused."""
        own = {(entry.name, entry.method, str(entry.args)) for entry in self.entries if name in entry.allowed}
        return [
            (entry, method)
            for entry in self.entries
            for method in ("GET", "POST")
            if name not in entry.allowed and (entry.name, method, str(entry.args)) not in own
        ]

    def try_refused(self, name: str) -> None:
        """Try everything that ``name`` must not do; nothing may change."""
        for entry, method in self.refused(name):
            answer = entry.refusals[name]
            with unchanged(self, f"{name}: {method} {entry.name}"):
                self.expect(name, entry, method, self.address(entry), {answer} if method == entry.method else {answer, "405"})

    def try_allowed(self, name: str) -> None:
        """Try everything that ``name`` may do, and undo it."""
        for entry in self.entries:
            if name not in entry.allowed:
                continue
            with undone():
                if prepare := table.preparation(entry):
                    prepare(self.cast)
                self.expect(name, entry, entry.method, self.address(entry), {str(entry.status)})
            if entry.name not in self.has_post:
                with undone(), unchanged(self, f"{name}: POST {entry.name} (in no table)"):
                    response = self.send(name, entry, "POST", self.address(entry))
                    if response.status_code >= 500:
                        self.faults.append(f"{name}: POST {entry.name}: {response.status_code}")
            if entry.args and name != table.FOREIGNER:
                self.try_foreign(name, entry)

    def try_foreign(self, name: str, entry: Entry) -> None:
        """The same address with an object of Malang is not there for anybody of Palu."""
        kinds = {raw.split(".")[0] for raw in entry.args.values() if raw in self.objects}
        if entry.shared or not kinds or name == table.VISITOR:
            return
        if missing := [kind for kind in kinds if f"{kind}.malang" not in self.objects]:
            self.faults.append(f"{entry.area}: {entry.name}: make the object {missing[0]}.malang in {entry.area}.py")
            return
        with unchanged(self, f"{name}: {entry.method} {entry.name} of Malang"):
            self.expect(name, entry, entry.method, self.address(entry, malang=True), {"404"})


def answer_of(response: HttpResponse) -> str:
    """Return the status of an answer, or ``login`` for the way to the sign-in page."""
    if response.status_code == 302 and response["Location"].split("?")[0] == reverse("account_login"):
        return "login"
    return str(response.status_code)


def touched() -> dict[str, tuple[int, ...]]:
    """Return how many rows this transaction has inserted, changed and deleted in each table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, n_tup_ins, n_tup_upd, n_tup_del FROM pg_stat_xact_user_tables")
        return {row[0]: row[1:] for row in cursor.fetchall() if row[0] not in IGNORED}


@contextmanager
def unchanged(trial: Trial, what: str) -> Iterator[None]:
    """Note a fault when the block wrote to a table, even if it took the change back.

    The database counts written rows for each table, under row policies too; that is stricter than comparing
    contents, and costs one query.
    """
    before = touched()
    yield
    after = touched()
    names = sorted(name for name, counts in after.items() if counts != before.get(name, (0, 0, 0)))
    if names:
        trial.faults.append(f"{what}: wrote to {', '.join(names)}")


@contextmanager
def undone() -> Iterator[None]:
    """Run the block and roll its changes back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("area", table.areas())
def test_the_allowed_get_in_and_the_refused_change_nothing(area: str, cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("CRITICAL", logger="django.request")
    trial = Trial(area, cast)
    for name in trial.clients:
        cache.clear()  # rate limits count addresses, and the cast shares one
        trial.try_refused(name)
        trial.try_allowed(name)
    if trial.faults:
        pytest.fail("\n".join(trial.faults), pytrace=False)


def test_every_address_stands_in_a_table() -> None:
    known = {entry.name for area in table.areas() for entry in table.read(area)}
    missing = sorted({address.name or f"(no name) {address.route}" for address in table.addresses()} - known)
    assert missing == []


def test_every_entry_names_an_address() -> None:
    names = {address.name for address in table.addresses()}
    stale = sorted(f"{area}: {entry.name}" for area in table.areas() for entry in table.read(area) if entry.name not in names)
    assert stale == []


def test_a_write_is_noticed_even_when_it_was_taken_back(cast: Cast) -> None:
    before = touched()
    with undone():
        cast.units["health"].save()
    assert {name for name, counts in touched().items() if counts != before.get(name, (0, 0, 0))} == {"register_unit"}


def takes_forms(view: Callable[..., Any], seen: frozenset[Any] = frozenset()) -> bool:
    """Return whether a view, or a function of the pages that it calls, acts on a POST."""
    made = inspect.unwrap(view)
    if not isinstance(made, FunctionType) or made in seen or not made.__module__.startswith("matang."):
        return False
    source = textwrap.dedent(inspect.getsource(made))
    if "@require_safe" in source or "@require_GET" in source:
        return False
    if "@require_POST" in source or 'request.method == "POST"' in source or "request.FILES" in source:
        return True
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    called = {call.id for call in calls if isinstance(call, ast.Name)}
    return any(takes_forms(made.__globals__[name], seen | {made}) for name in called if name in made.__globals__)


def test_every_address_that_takes_a_form_has_a_row_for_it() -> None:
    posted = {entry.name for area in table.areas() for entry in table.read(area) if entry.method == "POST"}
    taking = {address.name for address in table.addresses() if takes_forms(address.view)}
    assert sorted(taking - posted) == []
    assert {"learn:cohort_change", "learn:tariffs_import", "place:object"} <= taking
