"""Make a backup."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import psycopg

from matang.config.embedded import binaries
from matang.config.environment import SECRETS as SECRETS_FILE
from matang.config.environment import Installation
from matang.config.faults import SurroundingsError
from matang.config.safekeeping.access import Address, reader, row_counts
from matang.config.safekeeping.archive import DATABASE, FILES, FORMAT, SECRETS, Manifest, Writer


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written."""

    path: Path
    size: int
    rows: int
    files: int
    secrets: bool


def save(installation: Installation, target: Path, *, with_secrets: bool) -> Saved:
    """Write database and files into ``target``, which appears only when it is whole.

    The database is read as of one moment. The files are read after it, so that none that the database names is missing.
    """
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as scratch:
        dump = Path(scratch) / DATABASE
        server, rows = _dump(reader(installation), dump)
        staging = Path(scratch) / "backup.tar"
        with os.fdopen(os.open(staging, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as sink:
            writer = Writer(sink)
            writer.add(DATABASE, dump)
            files = _add_files(writer, installation.data / "files")
            secrets = with_secrets and (installation.data / SECRETS_FILE).exists()
            if secrets:
                writer.add(SECRETS, installation.data / SECRETS_FILE)
            created = datetime.now(UTC).isoformat(timespec="seconds")
            writer.finish(Manifest(FORMAT, version("matang"), created, server, rows, writer.checksums))
            sink.flush()
            os.fsync(sink.fileno())
        staging.replace(target)
    return Saved(target, target.stat().st_size, sum(rows.values()), files, secrets)


def _add_files(writer: Writer, folder: Path) -> int:
    """Add the stored files and return how many."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    for path in paths:
        writer.add(FILES + path.relative_to(folder).as_posix(), path)
    return len(paths)


def _dump(address: Address, target: Path) -> tuple[str, dict[str, int]]:
    """Dump the database and count its rows in the same snapshot; return the server's version and the counts."""
    with address.connection() as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        row = connection.execute("SELECT pg_export_snapshot(), current_setting('server_version')").fetchone()
        snapshot, server = row or ("", "")
        counts = row_counts(connection)
        command = [
            *(program("pg_dump", connection.info.server_version // 10_000), "--format=custom", "--no-owner", "--no-privileges"),
            *(f"--snapshot={snapshot}", "--schema=public", f"--file={target}", f"--dbname={address.conninfo}"),
        ]
        made = subprocess.run(command, env=address.environment(), capture_output=True, text=True, check=False)
    if made.returncode:
        raise SurroundingsError(f"pg_dump failed: {made.stderr.strip()}", "See that the disk has room and the database answers.")
    return server, counts


def program(name: str, server: int) -> str:
    """Return a client program that is not older than the server: from the wheel, else from the machine."""
    if next(iter(binaries.homes())) >= server:
        return binaries.tool(name)
    found = shutil.which(name)
    if found is None:
        raise SurroundingsError(
            f"The server is PostgreSQL {server}, newer than the {name} that Matang brings.",
            f"Install the client programs of version {server}: apt install postgresql-client-{server}",
        )
    return found
