"""How long it takes to match a nation's senders with its hosts: building, matching, checking, explaining.

    python bench/matching.py [seekers hosts]

Invented: 10,000 people of 500 regions (a third of them lagging) in 38 provinces, 1,000 hosts with two periods each, 10 to 50
places wished by each; a quarter of the hosts are wanted by most. Priorities in coarse points, so that the draw matters.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

import numpy as np

from matang import engine
from matang.engine.matching import KindCeiling, MatchingProblem, PlaceCeiling, Region, Reserve

if TYPE_CHECKING:
    from collections.abc import Callable

SEED = 7
REGIONS, PROVINCES, KINDS = 500, 38, 3
TARGET = 2.0


def wishes(seekers: int, places: int, rng: np.random.Generator) -> tuple[np.ndarray, ...]:
    """Return the four vectors of pairs: seeker, place, rank, priority."""
    length = rng.integers(10, 51, seekers)
    wanted = np.arange(places) < places // 4
    chance = np.where(wanted, 3.0, 1.0) / np.where(wanted, 3.0, 1.0).sum()
    who = np.repeat(np.arange(seekers), length)
    where = np.concatenate([rng.choice(places, size, replace=False, p=chance) for size in length])
    rank = np.arange(len(who)) - np.repeat(np.cumsum(length) - length, length) + 1
    need = rng.integers(0, 40, seekers)
    return who + 1, where + 1, rank, need[who] + rng.integers(0, 60, len(who))


def invented(seekers: int, hosts: int, *, ruled: bool, least: bool = False) -> dict[str, Any]:
    """Return the arguments of a problem; ``ruled`` adds reserves and ceilings of every sort."""
    rng = np.random.default_rng(SEED)
    places = 2 * hosts
    numbers: dict[str, Any] = {
        "seekers": np.arange(1, seekers + 1), "places": np.arange(1, places + 1), "seed": 2026,
        "capacity": rng.integers(1, 6, places), "host": np.arange(places) // 2, "period": np.arange(places) % 2,
        "kind": np.arange(places) // 2 % KINDS, "pairs": wishes(seekers, places, rng), "standing": rng.integers(0, 100, seekers),
        "regions": [Region(at + 1, None, 300 if ruled else -1) for at in range(PROVINCES)]
        + [Region(100 + at, at % PROVINCES + 1, 15 if ruled else -1) for at in range(REGIONS)],
        "region": 100 + rng.integers(0, REGIONS, seekers),
    }  # fmt: skip
    lagging = tuple(range(100, 100 + REGIONS // 3))
    if ruled:
        numbers["reserves"] = [Reserve(place, 1, lagging) for place in range(1, places + 1)]
        numbers["place_ceilings"] = [PlaceCeiling(place, 100 + place % REGIONS, 1) for place in range(1, places + 1, 4)]
        numbers["kind_ceilings"] = [KindCeiling(100 + at, 0, 5) for at in range(0, REGIONS, 10)]
    if least:
        numbers["least"] = np.minimum(numbers["capacity"], 3)
    return numbers


def timed(work: Callable[[], Any]) -> tuple[Any, float, float]:
    """Return what ``work`` returns, and the wall and processor seconds it took."""
    wall, processor = time.perf_counter(), time.process_time()
    done = work()
    return done, time.perf_counter() - wall, time.process_time() - processor


def row(name: str, size: tuple[int, int], match: Callable[[MatchingProblem], Any], **rules: bool) -> None:
    """Print one line of the table: the seconds of each step, and what came out."""
    numbers = invented(*size, **rules)
    problem, build, built = timed(lambda: MatchingProblem.build(**numbers))
    result, solve, solved = timed(lambda: match(problem))
    again = match(MatchingProblem.build(**numbers)).canonical == result.canonical
    found, check, checked = timed(lambda: engine.check_matching(problem.to_data(), result.to_data(), digest=problem.digest))
    _, why, _ = timed(lambda: [engine.explain_match(problem, result).seeker(1)])
    reasons = engine.explain_match(problem, result)
    _, each, _ = timed(lambda: [reasons.seeker(number) for number in range(1, 1001)])
    cells = [
        f"{build:.2f}", f"{solve:.2f}", f"{build + solve:.2f} ({TARGET:.0f})", f"{built + solved:.2f}",
        f"{check:.2f} / {checked:.2f}",
        f"{1000 * why:.0f}", f"{each:.2f}", f"{result.placed:,}", f"{len(result.closed)}", f"{found.objections:,}",
        "holds" if found.ok else f"FAILS {found.faults[0].code}", "same" if again else "DIFFER",
    ]  # fmt: skip
    print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


def main() -> None:
    """Print the table."""
    size = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else (10_000, 1_000)
    pairs, seats = len(invented(*size, ruled=False)["pairs"][0]), int(invented(*size, ruled=False)["capacity"].sum())
    print(f"{size[0]:,} people, {size[1]:,} hosts in two periods each, {seats:,} seats, {pairs:,} wishes\n")
    print(
        "| what | build, s | match, s | both, s | of processor, s | check / of processor, s | one why, ms | 1,000 more, s "
        "| placed | shut | objections | check | bytes again |\n|---" + "|--:" * 10 + "|---|---|"
    )
    row("stable", size, engine.match_stable, ruled=False)
    row("stable, reserves and ceilings", size, engine.match_stable, ruled=True)
    half = (size[0] // 2, size[1])
    row("… half the people, least groups", half, engine.match_stable, ruled=True, least=True)
    row("by need", size, engine.match_by_need, ruled=False)
    row("by need, reserves and ceilings", size, engine.match_by_need, ruled=True)


if __name__ == "__main__":
    main()
