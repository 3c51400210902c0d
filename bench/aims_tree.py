"""How long the pages of a tree of 5,000 aims take, and how large they are compressed.

``python -m bench.aims_tree [--aims 5000] [--seconds 3] [--json]`` with the surroundings of ``./matang``. The tree is invented
and stands in a database of its own, which is taken away at the end. One client asks a real gunicorn on the same machine.

Target: the tree's page at 5,000 aims in ≤ 300 ms and ≤ 100 KB compressed.
"""
# ruff: noqa: PLC0415 -- Django must be set up before its models are imported

import argparse
import json
import os
from collections.abc import Iterator
from datetime import date
from typing import Any

DATABASE = "bench_aims"
MOST_MS, MOST_KB = 300, 100
START = date(2025, 1, 1)
SHAPE = (("vision", 1), ("mission", 4), ("goal", 2), ("objective", 3), ("programme", 8), ("activity", 4))
WORDS = (
    "layanan", "mutu", "warga", "gizi", "jalan", "sekolah", "pasar", "air", "sampah", "data", "usaha", "desa", "lahan", "ibu",
    "anak", "pemuda", "arsip", "bencana",
)  # fmt: skip


def invented(size: int) -> list[tuple[int, int | None, str, str]]:
    """Return (number, number of the parent, level, title) of ``size`` aims, parents first; sub-activities fill it up."""
    rows: list[tuple[int, int | None, str, str]] = []
    above: list[int | None] = [None]
    for level, each in SHAPE:
        row = []
        for parent in above:
            for _ in range(each):
                rows.append((len(rows), parent, level, titled(level, len(rows))))
                row.append(len(rows) - 1)
        above = list(row)
    while len(rows) < size:
        parent = above[len(rows) % len(above)]
        rows.append((len(rows), parent, "sub_activity", titled("sub_activity", len(rows))))
    return rows[:size]


def titled(level: str, number: int) -> str:
    """Return an invented title, about as long as the national list's."""
    picked = [WORDS[(number * step + step) % len(WORDS)] for step in (3, 5, 7, 11, 13)]
    return f"{'Penyelenggaraan' if level.endswith('activity') else 'Meningkatnya'} {' '.join(picked)} {number}"


def grow(agency: Any, size: int, units: list[int]) -> list[int]:
    """Write the tree, its indicators for two aims of three, and return the keys in the order of the rows."""
    from matang.flow.aims.models import Aim, AimPlan, Indicator
    from matang.foundation.tenancy.bulk import copy_into, reserve_ids

    plan = AimPlan.objects.create(agency=agency, kind="rpjmd", name="RPJMD Contoh 2025–2029", year_from=2025, year_to=2029)
    rows = invented(size)
    keys = reserve_ids(Aim, len(rows))
    paths: dict[int, str] = {}

    def written() -> Iterator[tuple]:
        for number, parent, level, title in rows:
            paths[number] = f"{paths[parent] if parent is not None else '/'}{keys[number]}/"
            unit = units[number % len(units)] if number % 5 and units else None
            above = keys[parent] if parent is not None else None
            code = f"1.{number:05}" if level.endswith("activity") else ""
            yield (
                keys[number], agency.pk, plan.pk, above, level, code, title, "", unit, paths[number], number, "", "", START,
            )  # fmt: skip

    fields = (
        "id", "agency", "plan", "parent", "level", "code", "title", "output", "unit", "path", "position", "place",
        "upkeep_source", "valid_from",
    )  # fmt: skip
    copy_into(Aim, fields, written())
    measured = [key for number, key in enumerate(keys) if number % 3]
    values = ("agency", "aim", "name", "measure_unit", "direction", "decimals", "baseline_source", "data_source", "position")
    copy_into(
        Indicator,
        (*values, "valid_from"),
        ((agency.pk, key, "Jumlah layanan", "Dokumen", "up", 0, "", "", 1, START) for key in measured),
    )
    return keys


def fill(size: int) -> tuple[str, dict[str, str]]:
    """Make a city with a tree; return the reader's cookie and the addresses to ask for."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    from matang.foundation.access.roles import Role
    from matang.foundation.tenancy.context import acting_in
    from matang.foundation.tenancy.models import Agency
    from tests.cast import make_unit, make_user
    from tests.http import BACKEND

    agency = Agency.objects.create(code="BENCH", name="Pemerintah Kota Contoh", synthetic=True)
    with acting_in(agency.pk):
        units = [make_unit(agency, f"P{number:02}", f"Dinas Contoh {number}").pk for number in range(40)]
        keys = grow(agency, size, units)
        reader = make_user(agency, "pembaca", Role.PROGRAMME_PLANNER)
    client = Client()
    client.force_login(reader, backend=BACKEND)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    open_all = ",".join(map(str, keys[:240]))
    addresses = {
        "tree": "/tujuan/",
        "tree, 240 branches open": f"/tujuan/?buka={open_all}",
        "picture": "/tujuan/gambar/",
        "an aim": f"/tujuan/{keys[40]}/",
        "list": "/tujuan/daftar/",
        "search": "/tujuan/daftar/?q=air+gizi&urut=kesehatan",
    }
    return cookie, addresses


def first_read(address: str, cookie: str) -> float:
    """Return the milliseconds of the tree's page in a process that has read no tree yet, its forest grown anew."""
    import time

    from django.test import Client

    from matang.flow.aims.selectors import forest

    name, _, value = cookie.partition("=")
    client = Client(SERVER_NAME="localhost")
    client.cookies[name] = value
    client.get("/tujuan/dokumen/")
    forest._kept.clear()
    start = time.perf_counter()
    answer = client.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"the page answered {answer.status_code}")
    return round(1000 * (time.perf_counter() - start), 1)


def main() -> None:
    """Measure, print a table, and fail when the target is missed."""
    import django

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--aims", type=int, default=5_000)
    options.add_argument("--seconds", type=float, default=3)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    os.environ["MATANG_TEST_DATABASE"] = DATABASE
    django.setup()
    from django.db import connection

    from bench.pages_load import run
    from bench.pages_speed import free_port, server

    previous = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    found: dict[str, dict[str, float]] = {}
    try:
        cookie, addresses = fill(asked.aims)
        first = first_read(addresses["tree"], cookie)
        port = free_port()
        with server(port):
            for name, path in addresses.items():
                run(port, path, cookie, connections=1, seconds=0.5, most=10)
                many = run(port, path, cookie, connections=1, seconds=asked.seconds, most=100)
                found[name] = {
                    "p50 ms": round(many.percentile(0.5), 1),
                    "p95 ms": round(many.percentile(0.95), 1),
                    "KB": round(many.size / 1024, 1),
                }
    finally:
        connection.creation.destroy_test_db(previous, verbosity=0)
    print(json.dumps({"first read ms": first, **found}, indent=2) if asked.json else table(found, first))
    tree = found["tree"]
    if max(tree["p95 ms"], first) > MOST_MS or tree["KB"] > MOST_KB:
        raise SystemExit("the target is missed")


def table(found: dict[str, dict[str, float]], first: float) -> str:
    """Return the numbers as a table."""
    lines = [f"{'':26}{'p50 ms':>10}{'p95 ms':>10}{'KB':>8}"]
    lines += [f"{name:26}{each['p50 ms']:>10}{each['p95 ms']:>10}{each['KB']:>8}" for name, each in found.items()]
    return "\n".join([*lines, f"tree, first read of a process: {first} ms"])


if __name__ == "__main__":
    main()
