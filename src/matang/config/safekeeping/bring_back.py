"""Restore a backup."""

import os
import secrets
import shutil
import subprocess
import tempfile
from pathlib import Path

from matang.config.environment import SECRETS as SECRETS_FILE
from matang.config.environment import Installation
from matang.config.faults import SurroundingsError
from matang.config.safekeeping import archive
from matang.config.safekeeping.access import Address, application, others_connected, row_counts_as_owner
from matang.config.safekeeping.archive import Manifest
from matang.config.safekeeping.save import program

RENEW = "SET client_min_messages = warning;\nDROP SCHEMA public CASCADE;\n"  # the dump makes the schema again


class NotEmptyError(Exception):
    """The installation holds something already; the message says what."""


def bring_back(installation: Installation, source: Path, manifest: Manifest, *, replace: bool) -> None:
    """Replace this installation's database and files by those of a verified backup.

    The database changes in one transaction: either all of it is the backup's, or nothing has changed.

    Raises:
        NotEmptyError: there is something here already and ``replace`` is false.
    """
    address = application(installation)
    _refuse_when_in_use(address)
    held = what_is_here(installation)
    if held and not replace:
        raise NotEmptyError(held)
    with tempfile.TemporaryDirectory(dir=installation.data, prefix=".restore-") as scratch:
        folder = Path(scratch)
        archive.extract(source, folder)
        _load(address, folder)
        _compare(address, manifest)
        _swap(folder / "files", installation.data / "files")
        if (folder / archive.SECRETS).exists():
            _swap(folder / archive.SECRETS, installation.data / SECRETS_FILE)
    shutil.rmtree(installation.data / "stamps", ignore_errors=True)


def what_is_here(installation: Installation) -> str:
    """Return what the installation holds, in words; empty when it is fresh."""
    with application(installation).connection() as connection:
        known = connection.execute("SELECT to_regclass('public.tenancy_agency') IS NOT NULL").fetchone()
        agencies = connection.execute("SELECT count(*) FROM tenancy_agency").fetchone() if known and known[0] else None
    files = sum(1 for path in (installation.data / "files").rglob("*") if path.is_file())
    parts = [f"{agencies[0]} agencies"] if agencies and agencies[0] else []
    parts += [f"{files} files"] if files else []
    return " and ".join(parts)


def _refuse_when_in_use(address: Address) -> None:
    """A restore under a running application would pull its tables away."""
    others = others_connected(address)
    if others:
        raise SurroundingsError(
            f"{others} other sessions use the database.", "Stop ./matang serve (and other programs), then repeat."
        )


def _load(address: Address, folder: Path) -> None:
    """Load the dump in one transaction."""
    with address.connection() as connection:
        server = connection.info.server_version // 10_000
    renew = folder / "renew.sql"
    renew.write_text(RENEW, encoding="utf-8")
    script = folder / "load.sql"
    _run(
        [
            *(program("pg_restore", server), "--no-owner", "--no-privileges"),
            *(f"--file={script}", str(folder / archive.DATABASE)),
        ],
        address,
    )
    _run(
        [
            *(
                program("psql", server),
                "--no-psqlrc",
                "--quiet",
                "--single-transaction",
                "--set=ON_ERROR_STOP=1",
                "--output=/dev/null",
            ),
            *(f"--dbname={address.conninfo}", f"--file={renew}", f"--file={script}"),
        ],
        address,
    )


def _run(command: list[str], address: Address) -> None:
    made = subprocess.run(command, env=address.environment(), capture_output=True, text=True, check=False)
    if made.returncode:
        raise SurroundingsError(
            f"The database was not restored, nothing has changed: {made.stderr.strip()}",
            "The role of DATABASE_URL must own the database; see docs/guides/backup.md.",
        )


def _compare(address: Address, manifest: Manifest) -> None:
    """Hold the number of rows of every table against the manifest."""
    found = row_counts_as_owner(address)
    wrong = {name for name in {*found, *manifest.rows} if found.get(name) != manifest.rows.get(name)}
    if wrong:
        name = min(wrong)
        raise SurroundingsError(
            f"After the restore {len(wrong)} tables have another number of rows than the backup says, such as {name}: "
            f"{found.get(name)} instead of {manifest.rows.get(name)}.",
            "Do not use this installation; keep the backup and report this.",
        )


def _swap(new: Path, place: Path) -> None:
    """Put ``new`` in the place of what is there; a missing ``new`` leaves the place empty."""
    old = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    if place.exists():
        os.rename(place, old)  # noqa: PTH104 - one step
    if new.exists():
        os.rename(new, place)  # noqa: PTH104 - one step
    if old.is_dir():
        shutil.rmtree(old)
    else:
        old.unlink(missing_ok=True)
