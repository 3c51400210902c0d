# ruff: noqa: PLC0415 - Django is set up inside the measured process
"""How fast a file of staff is imported, and in how much memory.

``python -m bench.import_speed [ROWS …]`` with the surroundings of ``./matang`` (an empty database that may be filled;
everything is rolled back). Each size runs in a process of its own, so that its peak memory is its own. The export is
written by ``import_file.py`` before the clock starts.

Targets: 9,000 rows: dry run ≤ 5 s, commit ≤ 10 s on 2 cores; 100,000 rows: peak ≤ 1 GB; time per row from 10,000 to
100,000 within 1.3×.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.import_file import UNITS, write_export

SIZES = (9_000, 10_000, 100_000)
MEGABYTE = 1024


def measure(rows: int, file: Path) -> dict[str, float]:
    """Import ``file`` twice in one transaction that is rolled back; return seconds and the peak of memory in MB."""
    import django

    django.setup()
    from django.db import connection, transaction

    from matang.flow.register.choices import ImportKind
    from matang.flow.register.services.agencies import create_agency, officer_for
    from matang.flow.register.services.imports import runs
    from matang.foundation.tenancy import context

    took: dict[str, float] = {"rows": rows}
    with transaction.atomic():
        agency = create_agency(code="BENCH", name="Bench")
        context.enter(agency.pk, None)
        actor = officer_for(agency.pk)
        units = runs.open_run(actor=actor, content=UNITS.encode(), name="unit.csv", kind=ImportKind.UNITS)
        runs.commit(actor=actor, run_id=units.pk)
        for name in ("first", "again"):
            start = time.perf_counter()
            run = runs.open_run(actor=actor, content=file.read_bytes(), name=file.name)
            plan = runs.review(run)
            took[f"{name} dry run"] = time.perf_counter() - start
            assert plan.tally["refused"] == 0
            assert plan.tally["create" if name == "first" else "unchanged"] == rows
            del plan
            start = time.perf_counter()
            runs.commit(actor=actor, run_id=run.pk)
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            took[f"{name} commit"] = time.perf_counter() - start
        transaction.set_rollback(True)
    took["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    return took


def main(sizes: list[int]) -> int:
    """Measure every size and print a table; return 1 when a target is missed."""
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for rows in sizes:
            file = Path(folder) / f"{rows}.xlsx"
            write_export(file, rows)
            command = [sys.executable, "-m", "bench.import_speed", "--one", str(rows), str(file)]
            answer = subprocess.run(command, check=True, capture_output=True, text=True)
            results.append(json.loads(answer.stdout.splitlines()[-1]))
    names = list(results[0])
    print(" | ".join(f"{name:>13}" for name in names))
    for result in results:
        print(" | ".join(f"{result[name]:>13.2f}" if name != "rows" else f"{int(result[name]):>13,}" for name in names))
    return 1 if complaints(results) else 0


def complaints(results: list[dict[str, float]]) -> list[str]:
    """Print and return the targets that were missed."""
    missed = []
    by_rows = {int(result["rows"]): result for result in results}
    for rows, result in by_rows.items():
        if rows <= 9_000 and (result["first dry run"] > 5 or result["first commit"] > 10):
            missed.append(f"{rows} rows: dry run ≤ 5 s and commit ≤ 10 s")
        if rows <= 100_000 and result["peak MB"] > 1024:
            missed.append(f"{rows} rows: peak ≤ 1 GB")
    if {10_000, 100_000} <= by_rows.keys():
        for name in ("first dry run", "first commit", "again dry run", "again commit"):
            growth = by_rows[100_000][name] / by_rows[10_000][name] / 10
            print(f"time per row, 10k → 100k, {name}: {growth:.2f}×")
            if growth > 1.3:
                missed.append(f"{name}: time per row within 1.3×")
    for line in missed:
        print(f"MISSED {line}")
    return missed


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(int(sys.argv[2]), Path(sys.argv[3]))))
    else:
        sys.exit(main([int(text) for text in sys.argv[1:]] or list(SIZES)))
