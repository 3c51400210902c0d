"""Which agency and which actor the current transaction works for."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.utils import timezone

from matang.foundation.tenancy.zones import zone_of


def enter(agency_id: int | None, actor_id: int | None) -> None:
    """Tell the database whose rows this transaction may touch. Must run inside a transaction; ends with it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('matang.agency', %s, true), set_config('matang.actor', %s, true)",
            [str(agency_id or ""), str(actor_id or "")],
        )


@contextmanager
def acting_in(agency_id: int, actor_id: int | None = None) -> Iterator[None]:
    """Open a transaction for one agency, in its time zone: for jobs, commands and tests, where no request has done it.

    The settings that were in force before come back at the end, also when the block was nested.
    """
    with transaction.atomic(), timezone.override(zone_of(agency_id)):
        before = current()
        enter(agency_id, actor_id)
        yield
        enter(*before)


def current() -> tuple[int | None, int | None]:
    """Return (agency id, actor id) of this transaction; ``None`` where not set."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('matang.agency', true), current_setting('matang.actor', true)")
        agency, actor = cursor.fetchone()
    return int(agency) if agency else None, int(actor) if actor else None
