"""The backup file: a tar with the database, the files and, last, a manifest with a checksum for each."""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

FORMAT = 1
DATABASE = "database.dump"
FILES = "files/"
SECRETS = "secrets.env"
MANIFEST = "manifest.json"
BLOCK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. ``rows``: table → number of rows; ``checksums``: member → SHA-256."""

    format: int
    version: str
    created: str
    server: str
    rows: dict[str, int]
    checksums: dict[str, str]


class DamagedError(Exception):
    """The file is not a whole backup; the message says what is wrong."""


class _Counted(io.RawIOBase):
    """Reads a file and computes its checksum on the way."""

    def __init__(self, source: IO[bytes]) -> None:
        super().__init__()
        self.source = source
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Read at most ``size`` bytes."""
        block = self.source.read(size)
        self.digest.update(block)
        return block


class Writer:
    """Adds members to a new archive and remembers their checksums."""

    def __init__(self, target: IO[bytes]) -> None:
        self.tar = tarfile.open(fileobj=target, mode="w")  # noqa: SIM115 - closed by ``finish``
        self.checksums: dict[str, str] = {}

    def add(self, name: str, path: Path) -> None:
        """Add a file under ``name``."""
        with path.open("rb") as source:
            facts = os.fstat(source.fileno())
            info = tarfile.TarInfo(name)
            info.size, info.mtime, info.mode = facts.st_size, int(facts.st_mtime), 0o600
            counted = _Counted(source)
            self.tar.addfile(info, counted)
        self.checksums[name] = counted.digest.hexdigest()

    def finish(self, manifest: Manifest) -> None:
        """Add the manifest and close."""
        text = json.dumps(asdict(manifest), indent=2).encode()
        info = tarfile.TarInfo(MANIFEST)
        info.size, info.mode = len(text), 0o600
        self.tar.addfile(info, io.BytesIO(text))
        self.tar.close()


def verify(path: Path, tell: Callable[[int], None] = lambda _done: None) -> Manifest:
    """Read a whole backup and compare every checksum; ``tell`` gets the bytes read so far.

    Raises:
        DamagedError: a byte differs, a member is missing or too many, or it is no backup at all.
    """
    found: dict[str, str] = {}
    text = b""
    done = 0
    try:
        with tarfile.open(path, "r:") as tar:
            for member in tar:
                source = _opened(tar, member)
                if member.name == MANIFEST:
                    text = source.read()
                    continue
                found[member.name] = _checksum(source)
                done += member.size
                tell(done)
    except (tarfile.TarError, OSError) as error:
        raise DamagedError(f"{path} cannot be read as a backup: {error}.") from error
    return _compare(path, text, found)


def _compare(path: Path, text: bytes, found: dict[str, str]) -> Manifest:
    """Hold what was found against the manifest."""
    try:
        manifest = Manifest(**json.loads(text))
    except (ValueError, TypeError) as error:
        raise DamagedError(f"{path} has no manifest at its end: it was cut off or is no backup.") from error
    if manifest.format != FORMAT:
        raise DamagedError(f"{path} has format {manifest.format}; this release reads format {FORMAT}.")
    wrong = sorted(name for name in {*found, *manifest.checksums} if found.get(name) != manifest.checksums.get(name))
    if wrong:
        raise DamagedError(f"{path} is damaged: {len(wrong)} parts differ from their checksum or are missing, first {wrong[0]}.")
    return manifest


def extract(path: Path, folder: Path) -> None:
    """Unpack a verified backup into ``folder``."""
    with tarfile.open(path, "r:") as tar:
        for member in tar:
            source = _opened(tar, member)
            target = folder / member.name
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as sink:
                while block := source.read(BLOCK):
                    sink.write(block)


def _opened(tar: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    """Open a member; refuse links, devices and names that a backup does not use."""
    source = tar.extractfile(member) if member.isreg() and _safe(member.name) else None
    if source is None:
        raise DamagedError(f"The file holds {member.name!r}, which is no plain file of a backup.")
    return source


def _safe(name: str) -> bool:
    """True for the names that a backup uses; nothing that could leave the folder."""
    inside = name.startswith(FILES) and ".." not in Path(name).parts
    return inside or name in {DATABASE, SECRETS, MANIFEST}


def _checksum(source: IO[bytes]) -> str:
    """Return the SHA-256 of a stream."""
    digest = hashlib.sha256()
    while block := source.read(BLOCK):
        digest.update(block)
    return digest.hexdigest()
