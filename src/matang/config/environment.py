"""Prepare what Django needs before it starts: the data folder, the secrets, the database, the static files.

Every command and the tests come through here. What the environment already says always wins.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured

from matang.config import upkeep
from matang.config.embedded import Cluster
from matang.config.embedded.locks import own_like_parent
from matang.config.faults import SurroundingsError
from matang.config.levels import Level

PACKAGE = Path(__file__).resolve().parent.parent
CLONE = PACKAGE.parent.parent
SECRETS = "secrets.env"
SETTINGS = "settings.env"


@dataclass(slots=True)
class Installation:
    """A data folder and, unless ``DATABASE_URL`` names another server, its embedded database."""

    data: Path
    cluster: Cluster | None


_prepared: dict[Path, Installation] = {}


def default_data() -> Path:
    """Return the folder used when nobody names one: beside the clone's code, else below the working folder."""
    base = CLONE if (CLONE / "pyproject.toml").is_file() else Path.cwd()
    return base / "matang-data"


def data_folder(named: Path | None = None) -> Path:
    """Return the data folder: the one named on the command line, else ``MATANG_DATA``, else the default."""
    return (named or Path(os.environ.get("MATANG_DATA") or default_data())).expanduser().absolute()


def prepare(level: Level = Level.MIGRATED, data: Path | None = None) -> Installation:
    """Bring the surroundings up to ``level`` and start Django; repeated calls do only what is missing."""
    folder = data_folder(data)
    installation = _prepared.get(folder) or _open(folder)
    if level >= Level.DATABASE and installation.cluster is not None:
        installation.cluster.acquire()
    if level >= Level.DATABASE:
        start_django()
    if level >= Level.MIGRATED:
        upkeep.migrate_when_needed(folder)
        if level >= Level.STATIC:
            upkeep.collect_static_when_needed(folder)
    return installation


def start_django() -> None:
    """Load settings and apps; a refused setting becomes a fault with its way out."""
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise SurroundingsError(f"A setting is refused: {error}", "Mend it in the environment or in settings.env.") from error


def _open(folder: Path) -> Installation:
    """Make the folder and its secrets, read its settings, and decide which database is meant."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        ensure_secrets(folder)
        for name in (SETTINGS, SECRETS):
            for key, value in read_settings(folder / name).items():
                os.environ.setdefault(key, value)
    except OSError as error:
        raise SurroundingsError(
            f"The data folder {folder} cannot be used: {error}.", "Name another one with --data FOLDER or MATANG_DATA."
        ) from error
    os.environ["MATANG_DATA"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "matang.config.settings")
    cluster = None if os.environ.get("DATABASE_URL") else Cluster(folder / "postgres")
    if cluster is not None:
        os.environ["DATABASE_URL"] = cluster.url()
    _prepared[folder] = Installation(folder, cluster)
    return _prepared[folder]


# Settings and secrets ---------------------------------------------------------------------------------
def read_settings(path: Path) -> dict[str, str]:
    """Read ``NAME=value`` lines; blank lines and lines that start with ``#`` say nothing."""
    if not path.exists():
        return {}
    values = {}
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        key, separator, value = line.partition("=")
        if not separator or not key.strip().isidentifier():
            raise SurroundingsError(f"Line {number} of {path} is not NAME=value.", f"Mend or remove that line: {raw}")
        values[key.strip()] = value.strip().strip("\"'")
    return values


def remember(folder: Path, key: str, value: str) -> None:
    """Keep one setting of this installation in ``settings.env``, for every later command."""
    path = folder / SETTINGS
    values = {**read_settings(path), key: value}
    _write_whole(path, "".join(f"{name}={text}\n" for name, text in values.items()))
    os.environ[key] = value


def ensure_secrets(folder: Path) -> None:
    """Make the secret key once; of two processes that try together, one wins and both read the same."""
    path = folder / SECRETS
    if path.exists() or os.environ.get("MATANG_SECRET_KEY"):
        return
    staging = path.with_name(f"{SECRETS}.{secrets.token_hex(6)}")
    _write_whole(staging, f"MATANG_SECRET_KEY={secrets.token_urlsafe(64)}\n")
    try:
        os.link(staging, path)
    except FileExistsError:
        return
    finally:
        staging.unlink()


def _write_whole(path: Path, text: str) -> None:
    """Write a private file in one step."""
    staging = path.with_name(f"{path.name}.{secrets.token_hex(6)}")
    descriptor = os.open(staging, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    own_like_parent(staging)
    staging.replace(path)


def throw_away(folder: Path) -> Installation:
    """Prepare a database for tests in ``folder``, gone at the end; nothing of the operator's installation is touched."""
    for name in ("DATABASE_URL", "MATANG_DATA"):
        os.environ.pop(name, None)
    cluster = Cluster(folder / "postgres", durable=False)
    cluster.acquire()
    os.environ.update(
        DATABASE_URL=cluster.url(),
        MATANG_DATA=str(folder),
        MATANG_SECRET_KEY=secrets.token_urlsafe(64),
        DJANGO_SETTINGS_MODULE="matang.config.settings",
    )
    return Installation(folder, cluster)
