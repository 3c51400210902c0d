"""Solve published assignment instances and print the value found beside the one that is known.

    .venv/bin/python bench/known_optima.py assign100.txt assign200.txt …

The files are those of the OR-Library (Beasley, 1990): the number of rows, then all costs row by row. They are not part of
this project; the values below are the ones published with them.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np

from matang.engine import Problem, check, solve

KNOWN = {100: 305, 200: 475, 300: 626, 400: 804, 500: 991, 600: 1176, 700: 1362, 800: 1552}
HIGH = 1_000_000
"""Added to every score so that placing somebody always beats leaving the seat empty."""


def main() -> None:
    """Print one line for each file; end with 1 when a value differs."""
    wrong = 0
    print(f"{'file':<16}{'rows':>6}{'found':>8}{'known':>8}{'proof':>8}{'seconds':>10}")
    for name in sys.argv[1:]:
        numbers = np.array(Path(name).read_text().split(), dtype=np.int64)
        size = int(numbers[0])
        cost = numbers[1:].reshape(size, size)
        who, where = np.divmod(np.arange(cost.size), size)
        problem = Problem.build(people=range(size), posts=range(size), pairs=(who, where, HIGH - cost.reshape(-1)))
        began = time.perf_counter()
        result = solve(problem)
        seconds = time.perf_counter() - began
        value = HIGH * result.placed - result.objective
        holds = check(problem.to_data(), result.to_data(), digest=problem.digest).ok
        wrong += value != KNOWN.get(size, value) or not holds or result.placed != size
        print(
            f"{Path(name).name:<16}{size:>6}{value:>8}{KNOWN.get(size, 0):>8}{'holds' if holds else 'FAILS':>8}{seconds:>10.2f}"
        )
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
