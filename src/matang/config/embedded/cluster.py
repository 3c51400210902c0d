"""One embedded server: its folder, its start, its users, its end."""

import atexit
import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from matang.config.embedded import binaries, process, tuning
from matang.config.embedded.locks import Users, exclusive, open_private, own_like_parent
from matang.config.embedded.owner import Owner, account, owner_for
from matang.config.faults import SurroundingsError

ROLE = "matang"
DATABASE = "matang"
SOCKET_LIMIT = 107
SOCKET_NAME = ".s.PGSQL.5432"
START_SECONDS = 300
ATTEMPTS = 3
LOG_LIMIT = 20 * 1024 * 1024
HERE = "/proc/self/cwd"
_launched: list[subprocess.Popen[bytes]] = []  # kept, because the server may well outlive the one who started it


class Cluster:
    """A PostgreSQL server in ``folder``; ``durable=False`` for a throw-away one that may lose data in a power cut.

    Everyone who uses it calls ``acquire`` and ``release``; the first starts it and the last stops it. A user that is
    killed counts no longer. Beside the folder lie its log and two lock files.
    """

    def __init__(self, folder: Path, *, durable: bool = True) -> None:
        self.folder = folder.resolve()
        self.durable = durable
        self.log = self.folder.with_name(f"{self.folder.name}.log")
        self.users = Users(self.folder.with_name(f"{self.folder.name}.users"))
        self._starting = self.folder.with_name(f"{self.folder.name}.lock")
        self._pid_of_user = 0
        self._child: subprocess.Popen[bytes] | None = None

    def acquire(self) -> None:
        """Become a user of the server; start it when it does not run."""
        self.folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self.users.joined:
            self.users.join()
            self._pid_of_user = os.getpid()
            atexit.register(self.release)
        self.ensure_running()

    def release(self) -> None:
        """Stop being a user; stop the server when nobody else uses it."""
        atexit.unregister(self.release)
        if self._pid_of_user != os.getpid():
            return
        with self.users.leave() as last:
            if last:
                process.stop(self.folder)
        for child in _launched:
            child.poll()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Use the server for the length of a block."""
        self.acquire()
        try:
            yield
        finally:
            self.release()

    def ensure_running(self) -> bool:
        """Start the server when it does not run; return True when it had to be started."""
        found = process.running(self.folder)
        if found and found.status == process.READY:
            return False
        with exclusive(self._starting):
            owner = owner_for(self.folder)
            self._initialise(owner)
            return self._start(owner)

    def running(self) -> process.Running | None:
        """Return the server's process, or ``None`` when it does not run."""
        return process.running(self.folder)

    def socket_folder(self) -> Path:
        """Return the folder for clients to connect to: the data folder, or a private short cut when its name is too long."""
        if len(os.fsencode(self.folder / SOCKET_NAME)) <= SOCKET_LIMIT:
            return self.folder
        note = self.folder.with_name(f"{self.folder.name}.shortcut")
        known = Path(note.read_text(encoding="utf-8")) if note.exists() else None
        if known and known.is_symlink() and known.resolve() == self.folder and known.parent.stat().st_uid == os.geteuid():
            return known
        shortcut = Path(tempfile.mkdtemp(prefix="matang-")) / "db"
        shortcut.symlink_to(self.folder)
        staging = note.with_name(f"{note.name}.{secrets.token_hex(4)}")
        staging.write_text(str(shortcut), encoding="utf-8")
        staging.replace(note)
        own_like_parent(note)
        return shortcut

    def url(self, database: str = DATABASE, role: str = ROLE) -> str:
        """Return the address in the form of ``DATABASE_URL``."""
        return f"postgresql://{role}@{quote(str(self.socket_folder()), safe='')}/{database}"

    def connect(self, database: str = DATABASE, role: str = ROLE) -> psycopg.Connection:
        """Open an autocommit connection."""
        return psycopg.connect(host=str(self.socket_folder()), user=role, dbname=database, autocommit=True, connect_timeout=10)

    # Making -------------------------------------------------------------------------------------------
    def _initialise(self, owner: Owner) -> None:
        """Make the folder's contents under another name first, so that a kill in the middle leaves nothing half made."""
        if (self.folder / "PG_VERSION").exists():
            return
        if self.folder.exists() and any(self.folder.iterdir()):
            raise SurroundingsError(
                f"The folder {self.folder} holds something that is not a database.", "Name another folder with --data."
            )
        staging = self.folder.with_name(f"{self.folder.name}.new")
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(mode=0o700)
        os.chown(staging, owner.uid, owner.gid)
        command = [
            str(binaries.server_home(None, owner) / "bin" / "initdb"),
            *("-D", self._place(staging, owner), "-U", "postgres", "--auth=peer", "--encoding=UTF8", "--no-instructions"),
            *("--locale=C.UTF-8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            *([] if self.durable else ["--no-sync"]),
        ]
        made = subprocess.run(
            command, cwd=staging, env=_environment(), capture_output=True, text=True, check=False, **owner.switch()
        )
        if made.returncode:
            raise SurroundingsError(f"The database could not be made in {self.folder}: {made.stderr.strip()}", _room(self.folder))
        with (staging / "postgresql.conf").open("a", encoding="utf-8") as conf:
            conf.write("\ninclude_if_exists = 'matang.conf'\n")
        if self.folder.exists():
            self.folder.rmdir()
        staging.rename(self.folder)

    @staticmethod
    def _place(folder: Path, owner: Owner) -> str:
        """Return the folder's name as the server can open it: by its working folder where the way to it is closed to it.

        A clone below ``/root`` is such a place. The server is started inside the folder, so that it need not walk there.
        """
        return str(folder) if owner.can_reach(folder.parent) else HERE

    def _write_configuration(self, owner: Owner) -> None:
        """Write the files that every start renews."""
        names = {owner.name, account(os.geteuid()).name, "root"}
        texts = {
            "matang.conf": tuning.configuration(durable=self.durable),
            "pg_hba.conf": tuning.HOST_RULES,
            "pg_ident.conf": tuning.identity_map(names),
        }
        for name, text in texts.items():
            path = self.folder / name
            path.write_text(text, encoding="utf-8")
            path.chmod(0o600)
            if not owner.is_me:
                os.chown(path, owner.uid, owner.gid)

    # Starting -----------------------------------------------------------------------------------------
    def _start(self, owner: Owner) -> bool:
        """Start the server unless another process just has; return True when this one did.

        A server that was found may be ending (somebody has just killed it): then it is started after all.
        """
        for _attempt in range(ATTEMPTS):
            found = process.running(self.folder)
            if found is None:
                process.clear_leftovers(self.folder)
                self._write_configuration(owner)
                self._launch(owner)
            if self._becomes_ready():
                self._provide()
                return found is None
            if found is None:
                break
        raise SurroundingsError(
            f"The embedded database in {self.folder} did not start. Its log {self.log} ends with:\n{self._log_tail()}",
            _room(self.folder),
        )

    def _launch(self, owner: Owner) -> None:
        """Start the postmaster in a session of its own, so that Ctrl-C in a terminal does not reach it."""
        version = int((self.folder / "PG_VERSION").read_text(encoding="utf-8"))
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.old"))
        log = open_private(self.log, os.O_WRONLY | os.O_APPEND)
        parent = os.getpid()
        tie = None if self.durable else lambda: process.tie_to_parent(parent, signal.SIGINT)
        command = [
            str(binaries.server_home(version, owner) / "bin" / "postgres"),
            *("-D", self._place(self.folder, owner)),
            *("-c", "listen_addresses=", "-c", "unix_socket_directories=.", "-c", "unix_socket_permissions=0700"),
        ]
        try:
            self._child = subprocess.Popen(
                command,
                cwd=self.folder,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=tie,  # noqa: PLW1509 - only for throw-away servers, before any thread
                **owner.switch(),
            )
            _launched.append(self._child)
        finally:
            os.close(log)

    def _becomes_ready(self) -> bool:
        """Wait until connections are accepted; after a crash the server first repeats its log, which may take a while.

        False when the server ended instead.
        """
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            found = process.running(self.folder)
            if found and found.status == process.READY:
                return True
            if found is None and (self._child is None or self._child.poll() is not None):
                return False
            time.sleep(0.02)
        return False

    def _log_tail(self, lines: int = 8) -> str:
        """Return the last lines of the log."""
        text = self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""
        return "\n".join(text.splitlines()[-lines:])

    def _provide(self) -> None:
        """Make the application's role and database when they are missing: no superuser, bound by row-level security."""
        with self.connect("postgres", "postgres") as connection:
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone():
                connection.execute(
                    sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS CREATEDB NOCREATEROLE").format(sql.Identifier(ROLE))
                )
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(DATABASE), sql.Identifier(ROLE)))


def _environment() -> dict[str, str]:
    """Return a plain environment: the server needs none of the operator's settings, and must not read PG* variables."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def _room(folder: Path) -> str:
    """Return the advice for a server that does not start."""
    free = shutil.disk_usage(folder.parent).free // (1024 * 1024)
    return f"See that the disk has room ({free} MB free) and that {folder} belongs to the account that runs it."
