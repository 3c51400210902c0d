"""File locks between processes. They vanish with the process that holds them, also after ``kill -9``."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def own_like_parent(path: Path) -> None:
    """Give a file made by root to the owner of its folder, so that an ordinary user's installation stays theirs."""
    if os.geteuid() == 0:
        facts = path.parent.stat()
        os.chown(path, facts.st_uid, facts.st_gid)


def open_private(path: Path, flags: int = os.O_RDWR) -> int:
    """Open ``path`` (made when missing, readable by its owner only) and return the descriptor."""
    descriptor = os.open(path, flags | os.O_CREAT | os.O_CLOEXEC, 0o600)
    own_like_parent(path)
    return descriptor


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold ``path`` alone; wait until every other process has let it go."""
    descriptor = open_private(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


class Users:
    """Who uses a server: everyone holds the file together, and the last one to leave finds itself alone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.descriptor: int | None = None

    @property
    def joined(self) -> bool:
        """True while this process counts as a user."""
        return self.descriptor is not None

    def join(self) -> None:
        """Count as a user from now on; waits while somebody is stopping the server."""
        if self.descriptor is None:
            descriptor = open_private(self.path)
            fcntl.flock(descriptor, fcntl.LOCK_SH)
            self.descriptor = descriptor

    @contextmanager
    def leave(self) -> Iterator[bool]:
        """Stop counting; yields True when nobody else is left, and then nobody can join until the block ends."""
        if self.descriptor is None:
            yield False
            return
        descriptor, self.descriptor = self.descriptor, None
        try:
            yield _alone(descriptor)
        finally:
            os.close(descriptor)


def _alone(descriptor: int) -> bool:
    """Try to turn the shared lock into an exclusive one."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
