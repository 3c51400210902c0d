"""What must be true of the database before anything is served: the application's own role obeys row policies."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

ROLE = "SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"


def role_obeys_policies(databases: Sequence[str] | None = None, **_kwargs: Any) -> list[CheckMessage]:
    """Return an error for each database whose role is a superuser or may bypass row-level security."""
    faults: list[CheckMessage] = []
    for alias in databases or ():
        with connections[alias].cursor() as cursor:
            cursor.execute(ROLE)
            name, superuser, bypasses = cursor.fetchone()
        if superuser or bypasses:
            faults.append(
                Error(
                    f"The database role {name!r} does not obey row-level security, so agencies could see each other's data.",
                    hint=f"ALTER ROLE {name} NOSUPERUSER NOBYPASSRLS — or connect with a role of its own.",
                    id="tenancy.E001",
                )
            )
    return faults
