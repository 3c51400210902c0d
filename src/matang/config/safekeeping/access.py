"""The database connections that a backup and a restore use."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from matang.config.environment import Installation
from matang.config.faults import SurroundingsError

TABLES = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1
"""
SEES_ALL = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
"""


@dataclass(frozen=True, slots=True)
class Address:
    """A database address without its password, which goes through the environment and is not shown by ``ps``."""

    conninfo: str
    password: str

    @classmethod
    def of(cls, url: str) -> "Address":
        """Take an address in the form of ``DATABASE_URL`` apart."""
        parts = conninfo_to_dict(url)
        password = str(parts.pop("password", None) or "")
        return cls(make_conninfo(**parts), password)

    def environment(self) -> dict[str, str]:
        """Return the environment for PostgreSQL's programs."""
        kept = {
            key: value for key, value in os.environ.items() if not key.startswith("PG") or key in {"PGSSLROOTCERT", "PGSSLMODE"}
        }
        return {**kept, **({"PGPASSWORD": self.password} if self.password else {})}

    @contextmanager
    def connection(self) -> Iterator[psycopg.Connection]:
        """Open a connection and close it at the end; what was not committed is rolled back."""
        connection = psycopg.connect(self.conninfo, password=self.password or None)
        try:
            yield connection
        finally:
            connection.close()


def application(installation: Installation) -> Address:
    """Return the address that the application itself uses; it owns the tables."""
    return Address.of(installation.cluster.url() if installation.cluster else os.environ["DATABASE_URL"])


def reader(installation: Installation) -> Address:
    """Return an address that sees every row, whatever the row policies say; a backup needs one.

    Raises:
        SurroundingsError: the outside database offers none; the message holds the SQL that makes one.
    """
    if installation.cluster:
        return Address.of(installation.cluster.url(role="postgres"))
    address = Address.of(os.environ.get("MATANG_BACKUP_URL") or os.environ["DATABASE_URL"])
    with address.connection() as connection:
        found = connection.execute(SEES_ALL).fetchone()
    if found and found[0]:
        return address
    raise SurroundingsError(
        "The database role may not read past row-level security, so a backup with it would be empty.",
        "As the database's superuser: CREATE ROLE matang_backup LOGIN BYPASSRLS PASSWORD '…'; GRANT pg_read_all_data TO "
        "matang_backup;  Then set MATANG_BACKUP_URL=postgresql://matang_backup:…@host/database (docs/guides/backup.md).",
    )


def row_counts(connection: psycopg.Connection) -> dict[str, int]:
    """Return the exact number of rows of every table, in the connection's transaction."""
    names = [name for (name,) in connection.execute(TABLES).fetchall()]
    counts = {}
    for name in names:
        row = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier("public", name))).fetchone()
        counts[name] = int(row[0]) if row else 0
    return counts


def row_counts_as_owner(address: Address) -> dict[str, int]:
    """Return the same with a role that owns the tables: lifts their policies in a transaction that is rolled back."""
    with address.connection() as connection:
        for (name,) in connection.execute(TABLES).fetchall():
            connection.execute(sql.SQL("ALTER TABLE {} NO FORCE ROW LEVEL SECURITY").format(sql.Identifier("public", name)))
        counts = row_counts(connection)
        connection.rollback()
    return counts


def others_connected(address: Address) -> int:
    """Return how many other sessions use the database."""
    with address.connection() as connection:
        row = connection.execute(OTHERS).fetchone()
    return int(row[0]) if row else 0
