"""How many pages a second a real server gives to a signed-in HR officer, and how long one client waits.

``python -m bench.pages_speed [--people 9000] [--seconds 5] [--json]`` with the surroundings of ``./matang``. The people
are invented and stand in a database of their own, which is taken away at the end. The load comes from the same machine.

Targets on 2 cores, 9,000 people, 8 connections: people list, person page and agency home ≥ 100 pages a second each, and
p95 ≤ 60 ms for a single client.
"""
# ruff: noqa: PLC0415 -- Django must be set up before its models are imported

import argparse
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import psutil

CONNECTIONS, WORKERS, THREADS = 8, 2, 2
LEAST_PER_SECOND, MOST_P95 = 100, 60
DATABASE = "bench_pages"


def fill(people: int) -> tuple[str, dict[str, str]]:
    """Make a city and an HR officer; return the officer's cookie and the addresses to ask for."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    from matang.foundation.access.roles import Role
    from matang.foundation.tenancy.context import acting_in
    from matang.foundation.tenancy.models import Agency
    from tests.cast import make_user
    from tests.factories.register import make_city
    from tests.http import BACKEND

    agency = Agency.objects.create(code="BENCH", name="Pemerintah Kota Contoh", synthetic=True)
    with acting_in(agency.pk):
        city = make_city(agency, people, opds=40, sections=8)
        officer = make_user(agency, "petugas", Role.HR_OFFICER)
    client = Client()
    client.force_login(officer, backend=BACKEND)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    addresses = {
        "people list": "/daftar/pegawai/",
        "people search": "/daftar/pegawai/?q=sari",
        "person page": f"/daftar/pegawai/{city.people[len(city.people) // 2]}/",
        "agency home": f"/daftar/unit/{city.opds[3]}/",
        "posts": "/daftar/jabatan/",
        "units": "/daftar/unit/",
    }
    return cookie, addresses


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(port: int) -> Iterator[psutil.Process]:
    """Run gunicorn on the bench's database until the block ends."""
    from django.db import connection

    facts = connection.settings_dict
    host = quote(facts["HOST"], safe="")
    place = f"{quote(facts['USER'])}:{quote(facts['PASSWORD'])}@{host}" + (f":{facts['PORT']}" if facts["PORT"] else "")
    environment = {**os.environ, "DATABASE_URL": f"postgresql://{place}/{facts['NAME']}", "MATANG_DEBUG": "false"}
    subprocess.run([sys.executable, "-m", "django", "collectstatic", "--noinput", "-v0"], env=environment, check=True)
    command = [
        sys.executable, "-m", "gunicorn", "matang.config.wsgi:application", "--bind", f"127.0.0.1:{port}",
        "--workers", str(WORKERS), "--worker-class", "gthread", "--threads", str(THREADS), "--keep-alive", "30",
        "--log-level", "warning",
    ]  # fmt: skip
    with subprocess.Popen(command, env=environment) as process:
        try:
            wait_for(port)
            yield psutil.Process(process.pid)
        finally:
            process.terminate()


def wait_for(port: int) -> None:
    """Wait until the server answers anything."""
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://localhost:{port}/akun/login/", timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("the server does not answer")


def processor_seconds(parent: psutil.Process) -> float:
    """Return the processor time of the server's processes and of its connections to the database so far."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
        backends = [row[0] for row in cursor.fetchall()]
    total = 0.0
    for process in [*parent.children(), *(psutil.Process(pid) for pid in backends)]:
        used = process.cpu_times()
        total += used.user + used.system
    return total


def measure(port: int, parent: psutil.Process, path: str, cookie: str, seconds: float) -> dict[str, float]:
    """Return the numbers of one page."""
    from bench.pages_load import run

    run(port, path, cookie, connections=CONNECTIONS, seconds=1)
    before = processor_seconds(parent)
    many = run(port, path, cookie, connections=CONNECTIONS, seconds=seconds)
    used = processor_seconds(parent) - before
    single = run(port, path, cookie, connections=1, seconds=seconds, most=200)
    return {
        "pages a second": round(many.per_second, 1),
        "p50 of 8": round(many.percentile(0.5), 1),
        "p50 of 1": round(single.percentile(0.5), 1),
        "p95 of 1": round(single.percentile(0.95), 1),
        "processor ms": round(1000 * used / len(many.took), 1),
        "KB": round(many.size / 1024, 1),
    }


def main() -> None:
    """Measure, print a table, and fail when a target is missed."""
    import django

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=9_000)
    options.add_argument("--seconds", type=float, default=5)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    os.environ["MATANG_TEST_DATABASE"] = DATABASE
    django.setup()
    from django.db import connection

    previous = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        cookie, addresses = fill(asked.people)
        port = free_port()
        with server(port) as parent:
            found = {name: measure(port, parent, path, cookie, asked.seconds) for name, path in addresses.items()}
    finally:
        connection.creation.destroy_test_db(previous, verbosity=0)
    if asked.json:
        print(json.dumps(found, indent=2))
    else:
        show(found)
    targets = [found[name] for name in ("people list", "person page", "agency home")]
    if any(each["pages a second"] < LEAST_PER_SECOND or each["p95 of 1"] > MOST_P95 for each in targets):
        raise SystemExit("a target is missed")


def show(found: dict[str, dict[str, float]]) -> None:
    """Print the table."""
    columns = list(next(iter(found.values())))
    print(f"{'':15}" + "".join(f"{column:>16}" for column in columns))
    for name, numbers in found.items():
        print(f"{name:15}" + "".join(f"{numbers[column]:>16}" for column in columns))


if __name__ == "__main__":
    main()
