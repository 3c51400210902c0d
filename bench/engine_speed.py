"""How fast the engine is: candidates, solving, prices, check and explaining, and the ratio to SciPy's matching.

    python bench/engine_speed.py [people ...]

Invented cities: 20 fields, posts of some hundred kinds, nine levels a person, about a tenth of all pairs allowed; the best
50 candidates a person up to 10,000 people, 30 above. Each size runs in a process of its own, so its peak memory is its own
(the invented city and the libraries included). Compiled loops are compiled beforehand; how long that takes is said.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import numba
import numpy as np

from matang import engine
from matang.engine.kernel.auction import auction, best_two
from matang.engine.kernel.digits import joined
from matang.engine.kernel.prices import least
from matang.engine.large import graph_of
from matang.engine.residual import Residual

if TYPE_CHECKING:
    from collections.abc import Callable

    from matang.engine.kernel.graph import Graph, Long

SEED = 7
COMPETENCIES = 9
FIELDS = 20
PATTERNS = 30
SIZES = [9_000, 60_000, 500_000]
RUNS = 5
"""Sizes take turns so often; the table shows the middle run of each. One run of half a second says little about growth."""
TARGETS = {9_000: (3, None), 60_000: (15, 1), 500_000: (150, 3)}
"""Seconds of the engine alone and GB, by size."""


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


Done = TypeVar("Done")


class Watch:
    """Wall and processor seconds of named stages."""

    def __init__(self) -> None:
        self.wall: dict[str, float] = {}
        self.processor: dict[str, float] = {}

    def time(self, name: str, work: Callable[[], Done]) -> Done:
        """Return what ``work`` returns, and note how long it took."""
        wall, processor = time.perf_counter(), time.process_time()
        done = work()
        self.wall[name] = time.perf_counter() - wall
        self.processor[name] = time.process_time() - processor
        return done


def posed(source: engine.SheetPairs, people: int, keep: int, rng: np.random.Generator, watch: Watch) -> engine.Problem:
    """Return the problem of a city, candidates and validation timed."""
    edges = watch.time("candidates", lambda: engine.build_candidates(source, per_person=keep))
    # What differs from pair to pair (distance, own wish): small, so that no two people are alike to the last point.
    score = edges.score * 10
    score += rng.integers(0, 50, len(edges))
    score.flags.writeable = False
    ids, none = np.arange(people), np.zeros(people, np.int64)
    return watch.time(
        "problem", lambda: engine.Problem(ids, ids, np.ones(people, np.int64), edges.people, edges.posts, score, none, none)
    )


def measure(people: int) -> dict[str, Any]:
    """Return the measured row of one city."""
    rng = np.random.default_rng(SEED)
    sheet = city(people, rng)
    before = peak()
    watch = Watch()
    source = watch.time("source", lambda: engine.SheetPairs.of(sheet))
    problem = posed(source, people, 50 if people <= 10_000 else 30, rng, watch)
    result = watch.time("solve", lambda: engine.solve(problem))
    content = watch.time("files", lambda: (problem.to_data(), result.to_data()))
    found = watch.time("check", partial(engine.check, *content, digest=problem.digest))
    assert found.ok, found.violations[:3]
    row: dict[str, Any] = {
        "people": people,
        "pairs": len(problem.score),
        "placed": found.placed,
        "wall": watch.wall,
        "processor": watch.processor,
        "peak": peak(),
        "before": before,
        "explain_ms": explained(problem, result, rng) if people <= 60_000 else None,
    }
    del content
    row["parts"], row["look"] = parts(problem)
    if people <= 60_000:
        row["scipy"] = against_scipy(problem, result)
    return row


def peak() -> float:
    """Return the most memory this process has held, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9


def explained(problem: engine.Problem, result: engine.Result, rng: np.random.Generator) -> float:
    """Return the milliseconds of one "why not"."""
    view = Residual(problem, result)
    chosen = rng.integers(0, len(problem.score), 20)
    pairs = [(int(problem.people[problem.edge_people[edge]]), int(problem.posts[problem.edge_posts[edge]])) for edge in chosen]
    engine.explain(problem, result, *pairs[0], residual=view)
    begin = time.perf_counter()
    for person, post in pairs:
        engine.explain(problem, result, person, post, residual=view)
    return 1000 * (time.perf_counter() - begin) / len(pairs)


def parts(problem: engine.Problem) -> tuple[dict[str, float], float]:
    """Return the processor seconds of the parts of solving, and of one look at every pair."""
    watch = Watch()
    graph, *_ = watch.time("graph", lambda: graph_of(problem, problem.gain > 0, 1))
    held, price = watch.time("auction", lambda: auction(graph))
    watch.time("prices", lambda: least(graph, held, price))
    watch.time("fingerprint", lambda: engine.Problem(**vars_of(problem)).digest)
    one_look(graph, price)
    watch.time("look", lambda: one_look(graph, price))
    return watch.processor, watch.processor.pop("look")


def vars_of(problem: engine.Problem) -> dict[str, Any]:
    """Return the arrays of a problem, to make one whose fingerprint is not known yet."""
    return {name: value for name, value in problem.to_data().items() if name != "format"}


@numba.njit(nogil=True)
def one_look(graph: Graph, price: Long) -> int:
    """Look once at every pair: what any proof of optimality must do at the least."""
    total = 0
    for person in range(len(graph.first) - 1):
        total += best_two(graph, price, person)[1]
    return total


def against_scipy(problem: engine.Problem, result: engine.Result) -> tuple[float, float]:
    """Return the processor seconds of SciPy's and of our solver on one graph; both must find the same value.

    SciPy wants everybody matched, so each person also gets a slack place of their own, worth nothing. Ours includes the
    prices, which SciPy does not hand out.
    """
    from scipy.sparse import csr_array  # noqa: PLC0415 - not to be counted in the engine's memory
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching  # noqa: PLC0415

    people, posts = len(problem.people), len(problem.posts)
    top = int(problem.gain.max()) + 1
    rows = np.concatenate([problem.edge_people, np.arange(people)])
    columns = np.concatenate([problem.edge_posts, posts + np.arange(people)])
    cost = np.concatenate([top - problem.gain, np.full(people, top)]).astype(float)
    graph = csr_array((cost, (rows, columns)), shape=(people, posts + people))
    watch = Watch()
    matched = watch.time("theirs", lambda: min_weight_full_bipartite_matching(graph))
    watch.time("ours", lambda: engine.solve(problem))
    theirs = int(np.round(top * people - np.asarray(graph[matched]).sum()))
    ours = int(result.objective - problem.base)
    assert theirs == ours, (theirs, ours)
    return watch.processor["theirs"], watch.processor["ours"]


def warm() -> float:
    """Compile every loop (or load it) with a small city; return the processor seconds that took."""
    rng = np.random.default_rng(SEED)
    begin = time.process_time()
    source = engine.SheetPairs.of(city(2_000, rng))
    engine.build_candidates(source, per_person=30, loops=True)
    problem = posed(source, 2_000, 30, rng, Watch())
    engine.solve(problem, by="auction")
    joined(problem.score)
    return time.process_time() - begin


def apart(*words: str, **surroundings: str) -> Any:
    """Return what this script says when run in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, *words], check=True, capture_output=True, text=True, env={**os.environ, **surroundings}
    )
    return json.loads(done.stdout.splitlines()[-1])


def main(sizes: list[int]) -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as empty:
        cold, kept = (apart("--warm", NUMBA_CACHE_DIR=empty) for _ in range(2))
    print(f"Compiling all loops: {cold - kept:.1f} s of processor time once a machine; not in the tables.\n")
    runs = [[apart("--measure", str(people)) for people in sizes] for _ in range(RUNS)]
    rows = [sorted(of_size, key=lambda row: sum_of(row["wall"]))[RUNS // 2] for of_size in zip(*runs, strict=True)]
    print("| people = posts | pairs | candidates, s | problem, s | solve with prices, s | check, s | engine, s (target) "
          "| of processor, s | peak, GB (target) | \"why not\", ms |")  # fmt: skip
    print("|--:" * 10 + "|")
    for row in rows:
        print(stages(row))
    print("\n| people = posts | SciPy, s | ours, s | ratio | graph, s | auction, s | prices, s | fingerprint, s "
          "| one look at every pair, M pairs/s | solved, M pairs/s | looks |")  # fmt: skip
    print("|--:" * 11 + "|")
    for row in rows:
        print(solving(row))
    by_size = {row["people"]: sum_of(row["wall"]) for row in rows}
    if {60_000, 500_000} <= by_size.keys():
        print(f"\nGrowth from 60,000 to 500,000: {by_size[500_000] / by_size[60_000]:.1f} times the time (target 12).")


def sum_of(seconds: dict[str, float]) -> float:
    """Return the seconds of the engine alone: everything from the score sheet to the check."""
    return sum(seconds[name] for name in ("source", "candidates", "problem", "solve", "files", "check"))


def stages(row: dict[str, Any]) -> str:
    """Return the line of a size in the first table."""
    wall = row["wall"]
    seconds, memory = TARGETS.get(row["people"], (None, None))
    explain = "–" if row["explain_ms"] is None else f"{row['explain_ms']:.0f}"
    return (
        f"| {row['people']:,} | {row['pairs']:,} | {wall['source'] + wall['candidates']:.2f} | {wall['problem']:.2f} "
        f"| {wall['solve']:.2f} | {wall['files'] + wall['check']:.2f} | {sum_of(wall):.2f} ({seconds or '–'}) "
        f"| {sum_of(row['processor']):.2f} | {row['peak']:.2f} ({memory or '–'}) | {explain} |"
    )


def solving(row: dict[str, Any]) -> str:
    """Return the line of a size in the second table."""
    part, look = row["parts"], row["look"]
    theirs, ours = row.get("scipy", (None, None))
    ratio = f"{theirs:.1f} | {ours:.2f} | {theirs / ours:.0f}" if theirs else f"– | {row['processor']['solve']:.2f} | –"
    solved = part["graph"] + part["auction"] + part["prices"]
    speeds = f"{row['pairs'] / look / 1e6:.0f} | {row['pairs'] / solved / 1e6:.1f} | {solved / look:.0f}"
    return (
        f"| {row['people']:,} | {ratio} | {part['graph']:.2f} | {part['auction']:.2f} | {part['prices']:.2f} "
        f"| {part['fingerprint']:.2f} | {speeds} |"
    )


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--warm"]:
            print(json.dumps(warm()))
        case ["--measure", number]:
            warm()
            print(json.dumps(measure(int(number))))
        case given:
            main([int(size) for size in given] or SIZES)
