"""Tests that need another account of the machine: possible for root only, so they loop over what is possible."""

import os
import pwd
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = os.geteuid() == 0
ME = pwd.getpwuid(os.geteuid()).pw_name
ORDINARY = "nobody"


@contextmanager
def as_account(name: str) -> Iterator[None]:
    """Run the block, and every program that it starts, under the account ``name``; only root can become another."""
    if name == ME:
        yield
        return
    entry = pwd.getpwnam(name)
    groups = os.getgroups()
    os.setgroups([])
    os.setresgid(entry.pw_gid, entry.pw_gid, 0)
    os.setresuid(entry.pw_uid, entry.pw_uid, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)
        os.setgroups(groups)


@contextmanager
def folder_of(name: str) -> Iterator[Path]:
    """Yield a new folder that belongs to the account and that it can reach."""
    folder = Path(tempfile.mkdtemp(prefix="matang-account-"))
    entry = pwd.getpwnam(name)
    os.chown(folder, entry.pw_uid, entry.pw_gid)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
