"""Keep the database's tables and the static files in step with the code, and notice quickly when they are."""

import hashlib
import json
import os
import sysconfig
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from matang.config.embedded.locks import exclusive
from matang.config.faults import SurroundingsError

PACKAGE = Path(__file__).resolve().parent.parent
MIGRATION_LOCK = 7_271_000_001
STATIC_STAMP = "static.json"
MIGRATION_STAMP = "migrations.json"


def _fingerprint(files: list[Path], *facts: str) -> str:
    """Return a digest of names and contents, of the installed packages' versions, and of ``facts``."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(str(path).encode())
        digest.update(path.read_bytes())
    packages = sorted(entry.name for entry in os.scandir(sysconfig.get_paths()["purelib"]) if entry.name.endswith(".dist-info"))
    digest.update(json.dumps([packages, facts]).encode())
    return digest.hexdigest()


def _stamp(folder: Path, name: str) -> Path:
    """Return the file that remembers what was last made."""
    place = folder / "stamps"
    place.mkdir(mode=0o700, exist_ok=True)
    return place / name


def migration_fingerprint() -> str:
    """Return a digest that changes when a migration of ours or a package's version changes."""
    return _fingerprint(list(PACKAGE.glob("**/migrations/*.py")), str(settings.DATABASES["default"]["NAME"]))


def _applied() -> list[int] | None:
    """Return how many migrations the database has had and the number of the last; ``None`` for an empty database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('django_migrations')")
        if cursor.fetchone()[0] is None:
            return None
        cursor.execute("SELECT count(*), coalesce(max(id), 0) FROM django_migrations")
        return list(cursor.fetchone())


def unapplied() -> list[str]:
    """Return the names of migrations that the database still lacks.

    Raises:
        SurroundingsError: a version under development left the database between two steps that are now one.
    """
    executor = MigrationExecutor(connection)
    _refuse_half_made(executor.loader)
    return [f"{step.app_label}.{step.name}" for step, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def _refuse_half_made(loader: MigrationLoader) -> None:
    """Raise when a migration replaces earlier ones of which the database has had only some."""
    for (app, name), step in loader.disk_migrations.items():
        had = [key for key in step.replaces if key in loader.applied_migrations]
        if had and (app, name) not in loader.applied_migrations:
            raise SurroundingsError(
                f"A version under development made this database, and left it before {app}.{name} was whole.",
                "Save what you need with that version, then start with an empty database: ./matang --data FOLDER …",
            )


def migrate_when_needed(folder: Path) -> bool:
    """Apply new migrations unless ``MATANG_MIGRATE=no``; one process at a time. Returns True when any was applied."""
    stamp = _stamp(folder, MIGRATION_STAMP)
    wanted = migration_fingerprint()
    if stamp.exists() and json.loads(stamp.read_text(encoding="utf-8")) == [wanted, _applied()]:
        return False
    missing = unapplied()
    if missing and os.environ.get("MATANG_MIGRATE", "yes").lower() in {"no", "0", "false"}:
        raise SurroundingsError(
            f"The database lacks {len(missing)} migrations, the first is {missing[0]}.", "Run: ./matang manage migrate"
        )
    if missing:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        try:
            call_command("migrate", verbosity=0, interactive=False)
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATION_LOCK])
    stamp.write_text(json.dumps([wanted, _applied()]), encoding="utf-8")
    return bool(missing)


def static_fingerprint() -> str:
    """Return a digest that changes when a static file of ours or a package's version changes."""
    files = [path for path in (PACKAGE / "ui" / "static").rglob("*") if path.is_file()]
    return _fingerprint(files, str(settings.STORAGES["staticfiles"]["BACKEND"]))


def static_is_current(folder: Path) -> bool:
    """True when the collected files are those of this code."""
    stamp = _stamp(folder, STATIC_STAMP)
    return stamp.exists() and settings.STATIC_ROOT.is_dir() and stamp.read_text(encoding="utf-8") == static_fingerprint()


def collect_static_when_needed(folder: Path) -> bool:
    """Collect and compress the static files when they changed. Returns True when it did."""
    if static_is_current(folder):
        return False
    with exclusive(folder / "static.lock"):
        if static_is_current(folder):
            return False
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        _stamp(folder, STATIC_STAMP).write_text(static_fingerprint(), encoding="utf-8")
    return True
