"""How fast every (person, post) pair of a city goes through all rules of eligibility.

    python bench/rules_pairs.py [people ...]

Invented people, a third of their facts missing or known in part; as many posts as people, of all kinds. "By class": posts with
equal facts are judged once, then the verdict of every single pair is written out (int8, some rows at a time); "all rules" writes
out those of each rule as well. "Pair by pair" judges every pair on its own, for comparison.
"""

from __future__ import annotations

import resource
import sys
import time
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from matang import rules
from matang.rules.assess import length_of, taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from matang.rules.core.facts import Column

SEED = 11
ON = date(2026, 11, 23)
ROWS = 32
"""People judged together pair by pair: small enough for the processor's cache."""


def people(count: int, rng: np.random.Generator) -> dict[str, Column]:
    """Return the columns of invented people."""

    def some(values: list[object], missing: float = 0.3) -> list[object]:
        holes = rng.random(count) < missing
        return [None if hole else values[pick] for hole, pick in zip(holes, rng.integers(0, len(values), count), strict=True)]

    words = {
        key: [term.key for term in rules.FACTS[key].choices] for key in ("education", "grade", "post_kind", "rating_last_year")
    }
    births = np.datetime64("1966-01-01") + rng.integers(0, 14_000, count)
    served = {
        key: some([0, 12, 23, 24, 36, 48, 60, rules.Between(14, None)]) for key in rules.FACTS if key.startswith("months_as_")
    }
    return rules.columns(
        employment_kind=some(["pns", "pns", "pns", "pppk"], 0.0),
        birth_date=births,
        education=some(words["education"]),
        grade=some([*words["grade"], "IX"]),
        held_kind=some(words["post_kind"]),
        field_months=some([0, 24, 59, 60, 84, 120]),
        rating_last_year=some(words["rating_last_year"]),
        rating_year_before=some(words["rating_last_year"]),
        **served,
    )


def posts(count: int, rng: np.random.Generator) -> dict[str, Column]:
    """Return the columns of invented posts."""
    kinds = [term.key for term in rules.FACTS["post_kind"].choices]
    return rules.columns(post_kind=[kinds[at] for at in rng.integers(0, len(kinds), count)])


def by_class(who: dict[str, Column], where: dict[str, Column]) -> Iterator[NDArray[np.int8]]:
    """Yield the verdicts of every pair, some people at a time."""
    for _, chunk in rules.grid(rules.ELIGIBILITY, who, where, on=ON).pairs():
        yield chunk


def all_rules(who: dict[str, Column], where: dict[str, Column]) -> Iterator[NDArray[np.int8]]:
    """Yield the verdicts of every pair; those of each rule are written out too."""
    grid = rules.grid(rules.ELIGIBILITY, who, where, on=ON)
    for rule in rules.ELIGIBILITY:
        for _, chunk in grid.pairs(rule=rule.key):
            np.count_nonzero(chunk)
    for _, chunk in grid.pairs():
        yield chunk


def pair_by_pair(who: dict[str, Column], where: dict[str, Column]) -> Iterator[NDArray[np.int8]]:
    """Yield the same verdicts, every pair judged on its own."""
    kinds = where["post_kind"].reshape(1, -1)
    count = length_of(who["birth_date"])
    for begin in range(0, count, ROWS):
        rows = np.arange(begin, min(begin + ROWS, count))
        facts = {key: taken(column, rows).reshape(-1, 1) for key, column in who.items()} | {"post_kind": kinds}
        found = [np.broadcast_to(rule.columns(facts, on=ON), (len(rows), kinds.codes.size)) for rule in rules.ELIGIBILITY]
        worst = np.minimum.reduce(found)
        yield np.where(np.logical_or.reduce([each == 0 for each in found]), np.int8(0), worst)


def measured(
    name: str, judge: Callable[..., Iterator[NDArray[np.int8]]], who: dict[str, Column], where: dict[str, Column]
) -> tuple[int, ...]:
    """Print one line of the table and return how many pairs pass, fail and cannot be told."""
    begin, busy = time.perf_counter(), time.process_time()
    counts = np.zeros(3, dtype=np.int64)
    for chunk in judge(who, where):
        counts += [np.count_nonzero(chunk == outcome) for outcome in (1, 0, -1)]
    seconds, processor = time.perf_counter() - begin, time.process_time() - busy
    pairs = int(counts.sum())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    shares = " / ".join(f"{count / pairs:.0%}" for count in counts)
    print(f"| {name} | {pairs:,} | {seconds:.2f} | {processor:.2f} | {peak:.2f} | {pairs / seconds / 1e6:.1f} | {shares} |")
    return tuple(counts.tolist())


def main(sizes: list[int]) -> None:
    """Print the table."""
    print(f"{len(rules.ELIGIBILITY)} rules, {ON}")
    print("| how | pairs | seconds | processor, s | peak, GB | million pairs/s | pass / fail / cannot tell |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for size in sizes:
        rng = np.random.default_rng(SEED)
        who, where = people(size, rng), posts(size, rng)
        ways = (("by class", by_class), ("by class, all rules", all_rules), ("pair by pair", pair_by_pair))
        found = {measured(name, judge, who, where) for name, judge in ways}
        if len(found) != 1:
            raise SystemExit(f"the ways disagree: {found}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 9000])
