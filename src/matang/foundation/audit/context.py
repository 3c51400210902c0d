"""Why and from where a change is made. The triggers read it from the transaction; who comes from the tenant settings."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

WHY = "matang.reason"
WHERE = "matang.place"


def set_local(name: str, value: str) -> str:
    """Set ``name`` until the transaction ends and return what it was. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s, true), set_config(%s, %s, true)", [name, name, value])
        before: str | None = cursor.fetchone()[0]
    return before or ""


@contextmanager
def _held(name: str, value: str) -> Iterator[None]:
    with transaction.atomic():
        before = set_local(name, value)
        yield
        set_local(name, before)


@contextmanager
def because(reason: str) -> Iterator[None]:
    """Give ``reason`` to every change inside the block. Blocks nest; the innermost reason counts."""
    with _held(WHY, reason):
        yield


@contextmanager
def from_where(place: str) -> Iterator[None]:
    """Name the place that every change inside the block comes from: ``job:register.import``, ``command:import``."""
    with _held(WHERE, place):
        yield
