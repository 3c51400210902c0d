"""A killed server loses no entry of the logbook: a receipt leaves after the commit, and what has none is sent again.

The server is a real one with processes of its own. The middle is no matter of luck: another session holds the table of
photos, so that the request stands still with its entry written and nothing committed.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client

from matang.flow.learn.models import LogEntry, LogPhoto
from matang.foundation.clock.services import today
from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency
from tests.cast import build_cast
from tests.factories.journeys import Journey, under_way
from tests.factories.photos import picture

BOUNDARY = "--kiriman"
WAITING = """
SELECT count(*) FROM pg_locks waits JOIN pg_locks holds USING (pid)
WHERE NOT waits.granted AND waits.relation = 'learn_logphoto'::regclass
AND holds.granted AND holds.relation = 'learn_logentry'::regclass AND holds.mode = 'RowExclusiveLock'
"""


def dsn() -> str:
    """Return how a process of its own reaches the test database."""
    known = connection.settings_dict
    place = f"{known['HOST'].replace('/', '%2F')}:{known['PORT'] or 5432}"
    return f"postgresql://{known['USER']}:{known['PASSWORD'] or ''}@{place}/{known['NAME']}"


def eventually(found: Callable[[], object]) -> None:
    """Wait until ``found`` says yes, half a minute at most."""
    end = time.monotonic() + 30
    while not found():
        assert time.monotonic() < end
        time.sleep(0.05)


class Server:
    """Gunicorn with one worker on a free port; ``kill`` leaves it no moment."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait for its first answer."""
        command = [sys.executable, "-m", "gunicorn", "matang.config.wsgi:application", "--bind", f"127.0.0.1:{self.port}"]
        environment = os.environ | {"DATABASE_URL": dsn(), "MATANG_SECRET_KEY": settings.SECRET_KEY}
        self.process = subprocess.Popen(command, env=environment, start_new_session=True, stderr=subprocess.DEVNULL)
        eventually(self.answers)

    def answers(self) -> bool:
        """True once a connection is taken."""
        with socket.socket() as tried:
            return tried.connect_ex(("127.0.0.1", self.port)) == 0

    def kill(self) -> None:
        """Kill it and its workers."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None
            eventually(lambda: not self.answers())


@pytest.fixture
def server(transactional_db: None) -> Iterator[Server]:
    """Return a server that is not started yet."""
    made = Server()
    yield made
    made.kill()


@pytest.fixture
def journey(transactional_db: None) -> Journey:
    """Return a committed internship."""
    with transaction.atomic():
        palu = Agency.objects.create(code="7271", name="Pemerintah Kota Contoh Palu", synthetic=True)
        malang = Agency.objects.create(code="3573", name="Pemerintah Kota Contoh Malang", synthetic=True)
        context.enter(palu.pk, None)
        return under_way(build_cast(palu, malang), starts_on=today())


class Phone:
    """A phone that is signed in."""

    def __init__(self, server: Server, journey: Journey) -> None:
        self.server = server
        client = Client()
        with transaction.atomic():
            context.enter(journey.cast.palu.pk, None)
            client.force_login(journey.cast.users["civil_servant"], backend=settings.AUTHENTICATION_BACKENDS[-1])
        self.cookies = {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}
        entry = {
            "participant": journey.participant.pk, "identifier": str(UUID(int=1)), "day": str(today()), "done": "Mengukur.",
            "written_at": "2026-01-05T08:00:00Z", "photos": [{"file": "a", "caption": "Kolam"}],
        }  # fmt: skip
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="entries"\r\n\r\n{json.dumps({"entries": [entry]})}\r\n'
        head += f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="a"; filename="a.jpg"\r\n\r\n'
        self.parcel = head.encode() + picture() + f"\r\n--{BOUNDARY}--\r\n".encode()

    def request(self, path: str, body: bytes | None = None, token: str = "") -> urllib.request.Request:
        """Return a request with the phone's cookies."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "X-CSRFToken": token}
        if body is not None:
            headers["Content-Type"] = f"multipart/form-data; boundary={BOUNDARY}"
        return urllib.request.Request(f"http://127.0.0.1:{self.server.port}{path}", data=body, headers=headers)

    def token(self) -> str:
        """Ask where things stand, and return the token."""
        with urllib.request.urlopen(self.request("/belajar/buku/keadaan/")) as answer:  # noqa: S310
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, _, value = cookie.split(";")[0].partition("=")
                self.cookies[name] = value
            token: str = json.load(answer)["token"]
            return token

    def send(self, token: str) -> dict[str, Any]:
        """Send the entry and return its answer."""
        with urllib.request.urlopen(self.request("/belajar/buku/kirim/", self.parcel, token)) as answer:  # noqa: S310
            told: dict[str, Any] = json.load(answer)["entries"][0]
            return told


def kept(journey: Journey) -> tuple[int, int]:
    """Return how many entries and photos are committed."""
    with transaction.atomic():
        context.enter(journey.cast.palu.pk, None)
        return LogEntry.objects.count(), LogPhoto.objects.count()


def test_killed_before_the_commit_there_is_no_receipt_and_after_it_the_same_one(server: Server, journey: Journey) -> None:
    server.start()
    phone = Phone(server, journey)
    token = phone.token()
    with psycopg.connect(dsn()) as blocker, psycopg.connect(dsn(), autocommit=True) as looker, ThreadPoolExecutor(1) as pool:
        blocker.execute("LOCK TABLE learn_logphoto IN SHARE MODE")
        sending = pool.submit(phone.send, token)
        eventually(lambda: looker.execute(WAITING).fetchone()[0])
        server.kill()
        with pytest.raises(OSError):  # noqa: PT011 - the line breaks in one of several ways
            sending.result(timeout=30)
    eventually(lambda: kept(journey) == (0, 0))

    server.start()
    with socket.create_connection(("127.0.0.1", server.port)) as line:
        asked = phone.request("/belajar/buku/kirim/", phone.parcel, token)
        headers = {**asked.headers, "Host": f"127.0.0.1:{server.port}", "Content-Length": str(len(phone.parcel))}
        top = "POST /belajar/buku/kirim/ HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        line.sendall(top.encode() + b"\r\n" + phone.parcel)
        eventually(lambda: kept(journey) == (1, 1))
        server.kill()

    server.start()
    first, again = phone.send(token), phone.send(token)
    assert (first["status"], first["version"]) == ("repeated", 1)
    assert again == first
    assert kept(journey) == (1, 1)
