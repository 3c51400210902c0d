"""A worker for the test of the kill: the first commit stops just before its end and waits to be killed.

``python -m tests.flow.register.imports.labour FOLDER``
"""

import sys
import time
from pathlib import Path

import django

django.setup()

from matang.flow.register import jobs  # noqa: E402
from matang.flow.register.services.imports import runs  # noqa: E402
from matang.foundation.jobs.worker import Pace, run_worker  # noqa: E402

FOLDER = Path(sys.argv[1])
apply = runs.apply


def apply_then_wait(*args: object, **kwargs: object) -> None:
    """Write everything; the first time, wait for the kill before the transaction ends."""
    apply(*args, **kwargs)  # type: ignore[arg-type]
    with (FOLDER / "lives").open("a") as lines:
        lines.write("written\n")
    if len((FOLDER / "lives").read_text().splitlines()) == 1:
        time.sleep(60)


if __name__ == "__main__":
    runs.apply = apply_then_wait
    assert jobs.commit_import.name == "register.import"
    run_worker(once=False, pace=Pace(heartbeat=0.2, dead_after=1.0, rescue=0.2))
