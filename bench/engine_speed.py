"""How fast the engine is: candidates, solving, prices, check and explaining, and the ratio to SciPy's matching.

    python bench/engine_speed.py [people ...]

Invented cities: 20 fields, posts of some hundred kinds, nine levels a person, about a tenth of all pairs allowed.
"""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from matang import engine
from matang.engine.residual import Residual
from matang.engine.solve import assign, least_prices

SEED = 7
COMPETENCIES = 9
FIELDS = 20
PATTERNS = 30


@dataclass(frozen=True)
class Row:
    """One line of the table: seconds of each part."""

    people: int
    edges: int
    candidates: float
    solve: float
    prices: float
    check: float
    explain_ms: float
    processor: float
    file: float

    @property
    def engine(self) -> float:
        """Return the seconds of the engine alone."""
        return self.candidates + self.solve + self.prices + self.check


def city(people: int, rng: np.random.Generator) -> engine.ScoreSheet:
    """Return the score sheet of a city with as many posts as people."""
    field_of_post = rng.integers(0, FIELDS, people)
    pattern = rng.integers(0, PATTERNS, people)
    asked = rng.integers(1, 5, (PATTERNS, COMPETENCIES))
    own_field = rng.integers(0, FIELDS, people)
    other_field = rng.integers(0, FIELDS, people)
    outcome = np.zeros((people, FIELDS), dtype=np.int8)
    outcome[np.arange(people), own_field] = 1
    outcome[np.arange(people), other_field] = 1
    terms = tuple(
        engine.ScoreTerm(
            f"competency {at}", int(rng.integers(5, 40)), measured=rng.integers(-1, 6, people), required=asked[pattern, at]
        )
        for at in range(COMPETENCIES)
    )
    return engine.ScoreSheet(terms, people, people, gates=engine.Gates(outcome, field_of_post))


def measure(people: int, keep: int) -> tuple[Row, engine.Problem]:
    """Return the measured row of one city."""
    rng = np.random.default_rng(SEED)
    sheet = city(people, rng)
    worked = time.process_time()
    begin = time.perf_counter()
    edges = engine.build_candidates(sheet, per_person=keep)
    # What differs from pair to pair (distance, own wish): small, so that no two people are alike to the last point.
    own = rng.integers(0, 50, len(edges))
    ids = np.arange(people)
    problem = engine.Problem.build(people=ids, posts=ids, pairs=(edges.people, edges.posts, edges.score * 10 + own))
    built = time.perf_counter()
    assigned = assign(problem)
    solved = time.perf_counter()
    least_prices(problem, assigned)
    priced = time.perf_counter()
    worked = time.process_time() - worked
    before_file = time.perf_counter()
    assert len(problem.digest) == 64
    filed = time.perf_counter() - before_file
    result = engine.solve(problem)
    problem_data, result_data = problem.to_data(), result.to_data()
    before_check, check_worked = time.perf_counter(), time.process_time()
    found = engine.check(problem_data, result_data, digest=problem.digest)
    checked = time.perf_counter()
    worked += time.process_time() - check_worked
    assert found.ok, found.violations[:3]
    view = Residual(problem, result)
    pairs = [(int(problem.edge_people[edge]), int(problem.edge_posts[edge])) for edge in rng.integers(0, len(edges), 20)]
    engine.explain(problem, result, *pairs[0], residual=view)
    before_explain = time.perf_counter()
    for person, post in pairs:
        engine.explain(problem, result, person, post, residual=view)
    explained = (time.perf_counter() - before_explain) / len(pairs)
    row = Row(
        people,
        len(edges),
        built - begin,
        solved - built,
        priced - solved,
        checked - before_check,
        1000 * explained,
        worked,
        filed,
    )
    return row, problem


def against_scipy(problem: engine.Problem) -> tuple[float, float]:
    """Return the processor seconds of SciPy and of our solver on one graph; both must find the same value.

    SciPy wants everybody matched, so each person also gets a slack place of their own, worth nothing.
    """
    people, posts = len(problem.people), len(problem.posts)
    top = int(problem.gain.max()) + 1
    rows = np.concatenate([problem.edge_people, np.arange(people)])
    columns = np.concatenate([problem.edge_posts, posts + np.arange(people)])
    cost = np.concatenate([top - problem.gain, np.full(people, top)]).astype(float)
    begin = time.process_time()
    matched_rows, matched_columns = min_weight_full_bipartite_matching(
        csr_array((cost, (rows, columns)), shape=(people, posts + people))
    )
    theirs = time.process_time() - begin
    table = {
        (int(row), int(column)): int(gain)
        for row, column, gain in zip(problem.edge_people, problem.edge_posts, problem.gain, strict=True)
    }
    value = sum(table.get((int(row), int(column)), 0) for row, column in zip(matched_rows, matched_columns, strict=True))
    begin = time.process_time()
    assigned = assign(problem)
    ours = time.process_time() - begin
    held = sum(table[int(person), int(assigned[person])] for person in np.flatnonzero(assigned >= 0))
    assert held == value, (held, value)
    return theirs, ours


def main(sizes: list[int]) -> None:
    """Print the table."""
    heads = ["people = posts", "edges", "candidates s", "solve s", "prices s", "check s", "engine s", "processor s"]
    print(f"| {' | '.join([*heads, 'file s', 'why-page ms', 'peak GB'])} |")
    print("|--:" * (len(heads) + 3) + "|")
    for people in sizes:
        row, problem = measure(people, 50 if people <= 10_000 else 30)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
        print(
            f"| {row.people:,} | {row.edges:,} | {row.candidates:.2f} | {row.solve:.2f} | {row.prices:.2f} | {row.check:.2f} "
            f"| {row.engine:.2f} | {row.processor:.2f} | {row.file:.2f} | {row.explain_ms:.0f} | {peak:.2f} |",
            flush=True,
        )
        if people <= 10_000:
            theirs, ours = against_scipy(problem)
            ratio = f"{theirs:.2f} s of processor time, ours {ours:.2f} s: {theirs / ours:.1f} times faster"
            print(f"\nSciPy on the same {people:,} people: {ratio}\n", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [9_000, 60_000])
