"""The database: reachable, new enough, and bound by row-level security."""

from collections.abc import Sequence
from datetime import UTC, datetime

from django.apps import apps
from django.db import connection
from django.utils.module_loading import import_string

from matang.config import upkeep
from matang.config.checkup.finding import Finding, fault, ok, warning

OLDEST = 15
ROLE = "SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
OPEN_TABLES = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'agency_id' AND NOT a.attisdropped
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname = ANY(%s)
AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
ORDER BY 1
"""


def check_database() -> list[Finding]:
    """Look at the database; it must be reachable."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int, pg_encoding_to_char(encoding), clock_timestamp() "
                       "FROM pg_database WHERE datname = current_database()")  # fmt: skip
        number, encoding, moment = cursor.fetchone()
        cursor.execute(ROLE)
        name, superuser, bypass = cursor.fetchone()
    empty = not connection.introspection.table_names()
    return [
        version(number),
        letters(encoding),
        skew((moment - datetime.now(UTC)).total_seconds()),
        role(name, superuser=superuser, bypass=bypass),
        migrations(upkeep.unapplied(), empty=empty),
        *([] if empty else [policies(open_tables())]),
    ]


def unreachable(error: Exception) -> Finding:
    """The finding for a database that does not answer."""
    where = connection.settings_dict["HOST"] or "localhost"
    return fault(
        "database",
        f"The database at {where} does not answer: {str(error).strip()}",
        "See that the server runs and DATABASE_URL is right; without DATABASE_URL the embedded server is used.",
    )


def version(number: int) -> Finding:
    """PostgreSQL 15 or newer."""
    major = number // 10_000
    if major < OLDEST:
        return fault("database", f"PostgreSQL {major} is too old.", f"Move the database to PostgreSQL {OLDEST} or newer.")
    return ok("database", f"PostgreSQL {major}.{number % 10_000}")


def letters(encoding: str) -> Finding:
    """Every letter can be stored."""
    if encoding != "UTF8":
        return fault(
            "encoding", f"The database stores {encoding}.", "Make it anew: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0"
        )
    return ok("encoding", "UTF8")


def skew(seconds: float) -> Finding:
    """Application and database agree on the time."""
    if abs(seconds) > 60:
        return fault(
            "database clock", f"The database's clock is {seconds:+.0f} s off.", "Set both clocks: timedatectl set-ntp true"
        )
    if abs(seconds) > 2:
        return warning(
            "database clock", f"The database's clock is {seconds:+.1f} s off.", "Set both clocks: timedatectl set-ntp true"
        )
    return ok("database clock", f"{seconds:+.2f} s from this machine's")


def role(name: str, *, superuser: bool, bypass: bool) -> Finding:
    """The application's role must not look past row-level security."""
    if superuser or bypass:
        return fault(
            "database role",
            f"The role {name} looks past row-level security: one agency's rows are not hidden from another.",
            f"As a superuser: ALTER ROLE {name} NOSUPERUSER NOBYPASSRLS; or use another role in DATABASE_URL.",
        )
    return ok("database role", f"{name}, bound by row-level security")


def migrations(missing: Sequence[str], *, empty: bool) -> Finding:
    """The tables are those of this release."""
    if empty:
        return ok("tables", "not made yet; the first command that needs them makes them")
    if missing:
        return fault("tables", f"{len(missing)} migrations are missing, first {missing[0]}.", "Run: ./matang manage migrate")
    return ok("tables", "as this release wants them")


def open_tables() -> list[str]:
    """Return the tables of agencies' rows that lack a forced row policy."""
    tenant_model = import_string("matang.foundation.tenancy.models.TenantModel")  # models exist only once Django has started
    names = [model._meta.db_table for model in apps.get_models() if issubclass(model, tenant_model)]
    with connection.cursor() as cursor:
        cursor.execute(OPEN_TABLES, [names])
        return [name for (name,) in cursor.fetchall()]


def policies(unprotected: Sequence[str]) -> Finding:
    """Row-level security is on and forced wherever an agency's rows are."""
    if unprotected:
        return fault(
            "row policies",
            f"{len(unprotected)} tables show every agency's rows to everybody, first {unprotected[0]}.",
            f"As the owner: ALTER TABLE {unprotected[0]} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;",
        )
    return ok("row policies", "forced on every table of agencies' rows")
