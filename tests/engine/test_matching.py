"""The matchings of named tables worked by hand, their reasons, files and faults."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from matang.engine import ProblemError
from matang.engine.matching import (
    Bar,
    KindCeiling,
    Matching,
    MatchingProblem,
    PlaceCeiling,
    Region,
    Reserve,
    SeekerReasons,
    check_matching,
    explain_match,
    match_by_need,
    match_stable,
)
from tests.engine.matching_brute import Table, tables, with_list

INSTANCES = sorted((Path(__file__).parent / "instances" / "matching").glob("*.json"))


def posed(table: dict[str, Any], **other: Any) -> MatchingProblem:
    """Return the problem of a table: wishes by seeker, seats and priorities by place."""
    table = table | other
    wishes = {int(seeker): places for seeker, places in table["wishes"].items()}
    points = {(int(s), int(place)): p for place, row in table["priority"].items() for s, p in row.items()}
    rows = [(s, p, wishes[s].index(p) + 1 if p in wishes[s] else 0, value) for (s, p), value in points.items()]
    seekers, places = list(wishes), [int(place) for place in table["seats"]]
    columns = {name: list(table[name].values()) for name in ("region", "standing", "kind", "least") if name in table}
    return MatchingProblem.build(
        seekers=seekers, places=places, capacity=list(table["seats"].values()), seed=table["seed"], **columns,
        pairs=tuple([row[at] for row in rows] for at in range(4)),  # type: ignore[arg-type]
        regions=[Region(*row) for row in table.get("regions", ())],
        reserves=[Reserve(place, seats, tuple(some)) for place, seats, some in table.get("reserves", ())],
        place_ceilings=[PlaceCeiling(*row) for row in table.get("place_ceilings", ())],
        kind_ceilings=[KindCeiling(*row) for row in table.get("kind_ceilings", ())],
    )  # fmt: skip


def rows_of(reasons: SeekerReasons) -> list[list[Any]]:
    """Return the wishes above as the tables write them."""
    return [
        [wish.place, wish.bar.value, wish.points, wish.needed, wish.missing, wish.against, wish.region] for wish in reasons.above
    ]


@pytest.mark.parametrize("path", INSTANCES, ids=lambda path: path.stem)
def test_a_table_worked_by_hand_gives_the_hand_s_answer(path: Path) -> None:
    """Who goes where, the value, what is shut, and every reason."""
    content = json.loads(path.read_text(encoding="utf-8"))
    problem, expected = posed(content["problem"]), content["expected"]
    result = match_stable(problem)
    assert [list(pair) for pair in result.pairs()] == expected["stable"]
    assert result.value == expected["value"]
    assert [int(problem.places[at]) for at in result.closed] == expected.get("closed", [])
    assert check_matching(problem.to_data(), result.to_data(), digest=problem.digest).ok
    why = explain_match(problem, result)
    for seeker, rows in expected["reasons"].items():
        assert rows_of(why.seeker(int(seeker))) == rows
    for place, facts in expected.get("places", {}).items():
        found = asdict(why.place(int(place)))
        found["floors"] = [[list(row["regions"]), row["seats"], row["used"], row["lowest"]] for row in found["floors"]]
        found["ceilings"] = [list(row) for row in found["ceilings"]]
        assert {"shut": False, "floors": [], "ceilings": []} | facts == {
            name: value for name, value in found.items() if name != "place"
        }
    for region, facts in expected.get("regions", {}).items():
        found = asdict(why.region(int(region)))
        assert [found[name] for name in ("most", "placed", "unplaced", "lowest")] == facts
    if "by_need" in expected:
        other = match_by_need(problem)
        assert [list(pair) for pair in other.pairs()] == expected["by_need"]
        assert check_matching(problem.to_data(), other.to_data(), digest=problem.digest).ok
        for seeker, rows in expected.get("reasons_by_need", {}).items():
            assert rows_of(explain_match(problem, other).seeker(int(seeker))) == rows


def test_somebody_placed_knows_rank_and_lottery_number() -> None:
    """The number is the first 15 hexadecimal digits of SHA-256 of seed and identifier, as ``sha256sum`` gives them."""
    why = explain_match(*_chain())
    reasons = why.seeker(1)
    assert (reasons.place, reasons.rank, reasons.drawn) == (12, 2, 2)
    assert f"{reasons.lottery:015x}" == "d6b5915c46057bc"
    assert why.seeker(2).drawn == 0


def _chain() -> tuple[MatchingProblem, Matching]:
    content = json.loads((INSTANCES[0].parent / "a_chain_of_refusals.json").read_text(encoding="utf-8"))
    problem = posed(content["problem"])
    return problem, match_stable(problem)


@pytest.mark.parametrize(("seed", "first", "needed"), [(1, 4, 8), (2, 2, 8)])
def test_the_seed_decides_among_the_alike(seed: int, first: int, needed: int) -> None:
    """Seeds 1 and 2 draw 2 and 4 in opposite order; the loser would have needed a point more."""
    problem = posed({"wishes": {2: [11], 4: [11]}, "seats": {11: 1}, "priority": {11: {2: 7, 4: 7}}, "seed": seed})
    result = match_stable(problem)
    assert result.pairs() == [(first, 11)]
    (wish,) = explain_match(problem, result).seeker(6 - first).above
    assert (wish.bar, wish.needed, wish.missing, wish.against) == (Bar.DRAW, needed, 1, first)


def test_the_most_points_there_are_cannot_be_passed() -> None:
    """Against the highest number of points and an earlier draw there is nothing to be needed."""
    problem = posed({"wishes": {2: [11], 4: [11]}, "seats": {11: 1}, "priority": {11: {2: 0, 4: 10**6}}, "seed": 1})
    (wish,) = explain_match(problem, match_stable(problem)).seeker(2).above
    assert (wish.bar, wish.needed, wish.missing, wish.against) == (Bar.FULL, None, None, 4)


def test_the_matching_by_need_can_be_moved_by_a_false_list_and_the_stable_one_cannot() -> None:
    """Naming only 11 gets seeker 1 there by need; so the sum is not strategy-proof, as it says."""
    content = json.loads((INSTANCES[0].parent / "the_sum_wants_another.json").read_text(encoding="utf-8"))
    problem = posed(content["problem"])
    false = with_list(problem, 0, [0])
    assert (match_by_need(problem).place_of(1), match_by_need(false).place_of(1)) == (12, 11)
    assert (match_stable(problem).place_of(1), match_stable(false).place_of(1)) == (11, 11)


def test_a_reserved_seat_counts_its_bonus_by_need() -> None:
    """One seat kept for region 20: with the usual bonus its person goes before any points, without it nobody does."""
    table = {
        "wishes": {1: [11], 2: [11]}, "seats": {11: 1}, "priority": {11: {1: 90, 2: 10}}, "seed": 1,
        "regions": [[10, None, -1], [20, None, -1]], "region": {1: 10, 2: 20}, "reserves": [[11, 1, [20]]],
    }  # fmt: skip
    problem = posed(table)
    assert (match_by_need(problem).pairs(), match_by_need(problem).value) == ([(2, 11)], 1_000_011)
    assert (match_by_need(problem, bonus=0).pairs(), match_by_need(problem, bonus=80).value) == ([(1, 11)], 90)
    with pytest.raises(ProblemError, match="bonus: must lie between 0 and 1000001"):
        match_by_need(problem, bonus=-1)


def test_least_groups_shut_the_place_that_lacks_most_first() -> None:
    """11 lacks two of three and 12 one of two: 11 is shut, its person makes the group of 12."""
    table = {
        "wishes": {1: [11, 12], 2: [12]}, "seats": {11: 3, 12: 2}, "least": {11: 3, 12: 2}, "seed": 1,
        "priority": {11: {1: 1}, 12: {1: 1, 2: 1}},
    }  # fmt: skip
    problem = posed(table)
    for match in (match_stable, match_by_need):
        result = match(problem)
        assert (result.pairs(), result.closed) == ([(1, 12), (2, 12)], (0,))
        assert check_matching(problem.to_data(), result.to_data()).ok


def test_a_region_s_ceiling_of_nothing_keeps_all_out() -> None:
    """A ceiling of 0 has no last holder to overtake."""
    table = {
        "wishes": {1: [11]}, "seats": {11: 1}, "priority": {11: {1: 5}}, "seed": 1, "regions": [[10, None, 0]], "region": {1: 10},
        "kind": {11: 0}, "standing": {1: 7},
    }  # fmt: skip
    problem = posed(table)
    (wish,) = explain_match(problem, match_stable(problem)).seeker(1).above
    assert (wish.bar, wish.points, wish.needed, wish.against, wish.region) == (Bar.REGION_CEILING, 7, None, None, 10)
    problem = posed(table, regions=[[10, None, -1]], kind_ceilings=[[10, 0, 0]])
    (wish,) = explain_match(problem, match_stable(problem)).seeker(1).above
    assert (wish.bar, wish.points, wish.needed, wish.against, wish.region) == (Bar.KIND_CEILING, 7, None, None, 10)


def by_rounds(problem: MatchingProblem) -> list[int]:
    """Return the stable matching found the slow way: everybody applies again from the top, places choose from all offers."""
    table = Table(problem)
    offers: list[set[int]] = [set() for _ in problem.places]
    while True:
        taken = [table.chosen(place, sorted(pool)) for place, pool in enumerate(offers)]
        done = [
            all(s in offers[p] for p in wishes) and not any(s in taken[p] for p in wishes)
            for s, wishes in enumerate(table.wishes)
        ]
        active: list[int] = []
        for seeker in sorted((s for s in range(len(done)) if not done[s]), key=table.turn.__getitem__):
            around = list(table.around(table.region[seeker]))
            most = [(int(problem.region_most[r]), sum(r in table.around(table.region[s]) for s in active)) for r in around]
            if all(limit < 0 or count < limit for limit, count in most):
                active.append(seeker)
        moved = False
        for seeker in active:
            wishes = table.wishes[seeker]
            if any(seeker in taken[place] for place in wishes):
                continue
            place = next(place for place in wishes if seeker not in offers[place])
            offers[place].add(seeker)
            moved = True
        if not moved:
            return [next((p for p in wishes if s in taken[p]), -1) for s, wishes in enumerate(table.wishes)]


@settings(max_examples=150, deadline=None)
@given(tables(seekers=14, places=6, kinds=True))
def test_applying_in_rounds_gives_the_same_matching(problem: MatchingProblem) -> None:
    """The order of applying does not matter, and places may choose from all who ever applied."""
    assert match_stable(problem).assigned.tolist() == by_rounds(problem)


def many(seekers: int, places: int, seed: int) -> MatchingProblem:
    """Return a larger random problem with every sort of rule, identifiers in no order."""
    rng = np.random.default_rng(seed)
    who, where = rng.permutation(np.arange(1, seekers + 1)) * 3, rng.permutation(np.arange(1, places + 1)) * 7
    length = rng.integers(0, 16, seekers)
    pairs = [
        (s, p, n + 1) for s, size in zip(who, length, strict=True) for n, p in enumerate(rng.choice(where, size, replace=False))
    ]
    chosen, at, rank = (np.array(column, dtype=np.int64) for column in zip(*pairs, strict=True))
    capacity = rng.integers(0, 6, places)
    return MatchingProblem.build(
        seekers=who, places=where, capacity=capacity, seed=seed, pairs=(chosen, at, rank, rng.integers(0, 9, len(rank))),
        regions=[Region(1, None, seekers // 4), *(Region(number, 1, seekers // 30) for number in range(2, 12)), Region(12)],
        region=rng.integers(2, 13, seekers), standing=rng.integers(0, 20, seekers), kind=where % 3,
        least=np.minimum(capacity, rng.integers(0, 3, places)),
        reserves=[Reserve(int(p), 1, (2, 3, 4)) for p, seats in zip(where, capacity, strict=True) if seats > 1],
        place_ceilings=[PlaceCeiling(int(p), 12, 1) for p in where[::2]], kind_ceilings=[KindCeiling(1, 0, seekers // 6)],
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_larger_matchings_hold_before_the_independent_check(seed: int) -> None:
    """600 people and 80 places with every sort of rule, by both methods; each reason can be asked."""
    problem = many(600, 80, seed)
    for match in (match_stable, match_by_need):
        result = match(problem)
        found = check_matching(problem.to_data(), result.to_data(), digest=problem.digest)
        assert (found.ok, found.placed, found.value) == (True, result.placed, result.value)
        why = explain_match(problem, result)
        bars = {wish.bar for seeker in problem.seekers.tolist() for wish in why.seeker(seeker).above}
        assert (Bar.GREATER_SUM in bars) == (match is match_by_need)
        assert sum(why.place(place).filled for place in problem.places.tolist()) == result.placed


def test_files_are_the_same_bytes_in_any_order_and_any_process() -> None:
    """Input backwards, content read back from JSON, another process with another hash seed: equal digests."""
    problem = many(200, 30, 5)
    again = MatchingProblem.from_data(json.loads(problem.canonical))
    assert again.canonical == problem.canonical
    digests = [match(problem).digest for match in (match_stable, match_by_need)]
    assert [match(again).digest for match in (match_stable, match_by_need)] == digests
    result = match_stable(problem)
    assert Matching.from_data(json.loads(result.canonical)).canonical == result.canonical
    code = (
        "from tests.engine.test_matching import many, match_stable, match_by_need\n"
        "print(match_stable(many(200, 30, 5)).digest, match_by_need(many(200, 30, 5)).digest)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "77"}
    told = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True, timeout=120)
    assert told.stdout.split() == digests


@settings(max_examples=60, deadline=None)
@given(tables(kinds=True, least=True))
def test_the_order_of_the_input_does_not_matter(problem: MatchingProblem) -> None:
    """Everything given backwards makes the same files."""
    backwards = MatchingProblem.build(
        seekers=problem.seekers[::-1], places=problem.places[::-1], capacity=problem.capacity[::-1], seed=problem.seed,
        pairs=(
            problem.seekers[problem.pair_seeker][::-1], problem.places[problem.pair_place][::-1], problem.pair_rank[::-1],
            problem.pair_priority[::-1],
        ),
        regions=[Region(4, None, int(problem.region_most[3])), Region(3, 1, int(problem.region_most[2])),
                 Region(2, 1, int(problem.region_most[1])), Region(1, None, int(problem.region_most[0]))],
        region=problem.regions[problem.seeker_region][::-1], standing=problem.standing[::-1], host=problem.host[::-1],
        period=problem.period[::-1], kind=problem.kind[::-1], least=problem.least[::-1],
        reserves=[
            Reserve(int(problem.places[place]), seats, tuple(problem.regions[list(some)][::-1]))
            for place, seats, some in problem.reserves[::-1]
        ],
        place_ceilings=[
            PlaceCeiling(int(problem.places[place]), int(problem.regions[region]), most)
            for place, region, most in problem.place_ceilings[::-1]
        ],
        kind_ceilings=[KindCeiling(int(problem.regions[r]), kind, m) for r, kind, m in problem.kind_ceilings[::-1]],
    )  # fmt: skip
    assert backwards.canonical == problem.canonical
    assert match_stable(backwards).canonical == match_stable(problem).canonical
    assert match_by_need(backwards).canonical == match_by_need(problem).canonical


def test_reasons_are_refused_for_another_problem() -> None:
    """A matching belongs to one problem; unknown identifiers are named."""
    problem, result = _chain()
    with pytest.raises(ValueError, match="belongs to another problem"):
        explain_match(many(20, 20, 1), result)
    with pytest.raises(ProblemError, match=r"seeker\[0\]: 99 is not known"):
        explain_match(problem, result).seeker(99)
    with pytest.raises(ProblemError, match=r"place\[0\]: 99 is not known"):
        explain_match(problem, result).place(99)
    with pytest.raises(KeyError):
        explain_match(problem, result).region(99)
    with pytest.raises(KeyError):
        result.place_of(99)
