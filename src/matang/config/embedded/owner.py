"""The operating system account that the embedded server runs under. PostgreSQL refuses to run as root."""

import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matang.config.faults import SurroundingsError

ACCOUNT = "matang-db"


@dataclass(frozen=True, slots=True)
class Owner:
    """An account: its name and numbers."""

    name: str
    uid: int
    gid: int

    @property
    def is_me(self) -> bool:
        """True when this process already runs under the account."""
        return self.uid == os.geteuid()

    def switch(self) -> dict[str, Any]:
        """Return the arguments that make ``subprocess`` start a program under this account."""
        return {} if self.is_me else {"user": self.uid, "group": self.gid, "extra_groups": []}

    def can_reach(self, path: Path) -> bool:
        """True when the plain permissions let the account enter every folder above ``path`` and read it."""
        if self.is_me:
            return True
        resolved = path.resolve()
        return all(self._may(stat.S_IXOTH, part) for part in resolved.parents) and self._may(stat.S_IROTH, resolved)

    def _may(self, bit: int, path: Path) -> bool:
        """True when the account has the permission ``bit`` (given for "others") on ``path``."""
        facts = path.stat()
        if facts.st_uid == self.uid:
            return bool(facts.st_mode & (bit << 6))
        if facts.st_gid == self.gid:
            return bool(facts.st_mode & (bit << 3))
        return bool(facts.st_mode & bit)


def account(uid: int) -> Owner:
    """Return the account with this number."""
    try:
        entry = pwd.getpwuid(uid)
    except KeyError as error:
        raise SurroundingsError(
            f"The account number {uid} has no entry in /etc/passwd; PostgreSQL refuses to start without one.",
            "Run under a named account, add one with useradd, or set DATABASE_URL.",
        ) from error
    return Owner(entry.pw_name, entry.pw_uid, entry.pw_gid)


def owner_for(folder: Path) -> Owner:
    """Return the account that owns the server in ``folder``: its present owner, else this account, for root its own one."""
    if os.geteuid() != 0:
        return account(os.geteuid())
    if folder.is_dir() and folder.stat().st_uid != 0:
        return account(folder.stat().st_uid)
    return _account_for_root()


def _account_for_root() -> Owner:
    """Return the account ``matang-db``, made when it is missing."""
    try:
        return account(pwd.getpwnam(ACCOUNT).pw_uid)
    except KeyError:
        pass
    command = _create_command()
    made = subprocess.run(command, capture_output=True, text=True, check=False) if command else None
    try:
        return account(pwd.getpwnam(ACCOUNT).pw_uid)
    except KeyError as error:
        why = made.stderr.strip() if made else "neither useradd nor adduser is on this machine"
        raise SurroundingsError(
            f"PostgreSQL refuses to run as root, and the account {ACCOUNT} could not be made: {why}.",
            f"Make an account named {ACCOUNT}, or run ./matang as an ordinary user, or set DATABASE_URL.",
        ) from error


def _create_command() -> list[str] | None:
    """Return the command that makes the account here, or ``None`` when the machine has none."""
    search = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    if path := shutil.which("useradd", path=search):
        return [
            path,
            "--system",
            "--user-group",
            "--no-create-home",
            "--home-dir",
            "/nonexistent",
            "--shell",
            "/bin/false",
            ACCOUNT,
        ]
    if path := shutil.which("adduser", path=search):  # BusyBox
        return [path, "-S", "-D", "-H", "-h", "/nonexistent", "-s", "/bin/false", ACCOUNT]
    return None
