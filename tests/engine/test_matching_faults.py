"""Everything a problem of matching is refused for, and everything the check finds in an altered matching."""

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from matang.engine import ProblemError
from matang.engine.matching import (
    KindCeiling,
    Matching,
    MatchingProblem,
    PlaceCeiling,
    Region,
    Reserve,
    check_matching,
    match_by_need,
    match_stable,
)
from matang.engine.matching.form import MESSAGES


def numbers(**other: Any) -> dict[str, Any]:
    """Return the arguments of a small problem: three seekers, two places, two regions around one another and one alone."""
    return {
        "seekers": [3, 1, 2], "places": [20, 10], "capacity": [2, 1], "seed": 5, "region": [7, 8, 8], "standing": [1, 2, 3],
        "pairs": ([1, 1, 2, 3], [10, 20, 10, 20], [1, 2, 1, 1], [5, 6, 7, 8]),
        "regions": [Region(9), Region(7, 9), Region(8)],
    } | other  # fmt: skip


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"seekers": [3, 1, 3]}, r"seekers[2]: identifier 3 stands twice"),
    ({"seekers": [[3, 1, 2]]}, "seekers: expected one dimension, got 2"),
    ({"seekers": [3, 1, 2.5]}, "seekers: expected integers, got float64"),
    ({"seekers": [3, 1, 2**53]}, "seekers: a number is outside ±2^52"),
    ({"places": [20, 20]}, "places[1]: identifier 20 stands twice"),
    ({"capacity": [2]}, "capacity: 1 numbers where 2 are needed"),
    ({"capacity": [2, -1]}, "capacity[1]: -1 seats: must lie between 0 and 1000000"),
    ({"least": [0, -2]}, "least[1]: -2 people: a group cannot be smaller than 0"),
    ({"least": [0, 2]}, "least[1]: 2 people are more than the place has seats"),
    ({"kind": [0]}, "kind: 1 numbers where 2 are needed"),
    ({"host": [4, 4], "period": [1, 1]}, "host[1]: host 4 stands twice in period 1"),
    ({"region": [7, 8, 5]}, "region[2]: 5 is not known"),
    ({"region": [7, 8]}, "region: 2 numbers where 3 are needed"),
    ({"region": None}, "region: missing, though regions are given"),
    ({"standing": [1]}, "standing: 1 numbers where 3 are needed"),
    ({"regions": [Region(7), Region(8), Region(7)]}, "regions.id[2]: identifier 7 stands twice"),
    ({"regions": [Region(7), Region(8, None, -2)]}, "regions.most[1]: -2 is below zero"),
    ({"regions": [Region(7, 6), Region(8)]}, "regions.inside[0]: 6 is not known"),
    ({"regions": [Region(8, 7), Region(7, 8)]}, "regions.inside[1]: region 7 lies inside itself"),
    ({"pairs": ([1], [10], [1])}, "pairs: 3 vectors where 4 are needed (seeker, place, rank, priority)"),
    ({"pairs": ([1], [10, 20], [1], [5])}, "pairs.place: 2 numbers where 1 are needed"),
    ({"pairs": ([1, 4], [10, 10], [1, 1], [5, 5])}, "pairs.seeker[1]: 4 is not known"),
    ({"pairs": ([1, 1], [10, 30], [1, 2], [5, 5])}, "pairs.place[1]: 30 is not known"),
    ({"pairs": ([1, 1], [10, 20], [1, -1], [5, 5])}, "pairs.rank[1]: -1 is below zero (0 = not wished)"),
    ({"pairs": ([1, 1], [10, 20], [2, 2], [5, 5])}, "pairs.rank[1]: seeker 1 gives rank 2 to two places"),
    ({"pairs": ([1, 1], [10, 20], [1, 2], [5, 10**6 + 1])}, "pairs.priority[1]: 1000001 points: must lie between 0 and 1000000"),
    ({"pairs": ([2, 1, 2], [10, 20, 10], [1, 2, 3], [5, 5, 5])}, "pairs[2]: seeker 2 and place 10 stand twice"),
    ({"seed": -1}, "seed: must lie between 0 and 2^63 - 1"),
    ({"seed": True}, "seed: must lie between 0 and 2^63 - 1"),
    ({"reserves": [Reserve(11, 1, (7,))]}, "reserves.place[0]: 11 is not known"),
    ({"reserves": [Reserve(10, 1, (7,)), Reserve(20, 1, (7, 4))]}, "reserves[1].regions[1]: 4 is not known"),
    ({"reserves": [Reserve(10, 0, (7,))]}, "reserves[0]: 0 seats; a reserve has at least one"),
    ({"reserves": [Reserve(10, 1, ())]}, "reserves[0]: names no region"),
    ({"reserves": [Reserve(10, 2, (7,))]}, "reserves[0]: 2 reserved seats where the place has 1"),
    ({"reserves": [Reserve(20, 1, (9,)), Reserve(20, 1, (7,))]}, "reserves[1]: a region is in two reserves of the same place"),
    ({"place_ceilings": [PlaceCeiling(11, 7, 1)]}, "place_ceilings.place[0]: 11 is not known"),
    ({"place_ceilings": [PlaceCeiling(10, 4, 1)]}, "place_ceilings.region[0]: 4 is not known"),
    ({"place_ceilings": [PlaceCeiling(10, 7, 1), PlaceCeiling(10, 7, 2)]}, "place_ceilings[1]: stands twice"),
    ({"place_ceilings": [PlaceCeiling(10, 7, -1)]}, "place_ceilings[0]: -1 is below zero"),
    ({"kind_ceilings": [KindCeiling(4, 0, 1)]}, "kind_ceilings.region[0]: 4 is not known"),
    ({"kind_ceilings": [KindCeiling(7, 0, -3)]}, "kind_ceilings[0]: -3 is below zero"),
]


@pytest.mark.parametrize(("other", "message"), REFUSED, ids=[message for _, message in REFUSED])
def test_wrong_numbers_are_refused_with_field_and_position(other: dict[str, Any], message: str) -> None:
    """The message is the whole of it: the field, the position in the input, what is wrong."""
    with pytest.raises(ProblemError) as failure:
        MatchingProblem.build(**numbers(**other))
    assert str(failure.value) == message


def test_a_reserve_of_a_region_is_one_of_all_inside_it() -> None:
    """Region 9 holds region 7 (positions 2 and 0)."""
    assert MatchingProblem.build(**numbers(reserves=[Reserve(20, 1, (9,))])).reserves == ((1, 1, (0, 2)),)


FILES: list[tuple[dict[str, Any], str]] = [
    ({"format": "matang.engine.problem/1"}, "format: expected matang.engine.matching/1"),
    ({"seekers": None}, "seekers: expected one dimension, got 0"),
    ({"pair_seeker": [-1, 0, 1, 2]}, "pair_seeker: a position is below zero"),
    ({"pair_place": [0, 1, 0, 9]}, "content: index 9 is out of bounds for axis 0 with size 2"),
    ({"seeker_region": [0, 5, 1]}, "content: index 5 is out of bounds for axis 0 with size 3"),
    ({"seed": "five"}, "content: invalid literal for int() with base 10: 'five'"),
]


@pytest.mark.parametrize(("other", "message"), FILES, ids=[message for _, message in FILES])
def test_an_altered_problem_file_is_refused(other: dict[str, Any], message: str) -> None:
    """Never another problem in silence."""
    data = json.loads(MatchingProblem.build(**numbers()).canonical) | other
    with pytest.raises(ProblemError) as failure:
        MatchingProblem.from_data(data)
    assert str(failure.value) == message


def test_a_file_without_a_field_is_refused() -> None:
    """The first field that is missing is named; a matching of another format as well."""
    data = json.loads(MatchingProblem.build(**numbers()).canonical)
    del data["standing"]
    with pytest.raises(ProblemError, match="standing: missing"):
        MatchingProblem.from_data(data)
    with pytest.raises(ProblemError, match=r"format: expected matang\.engine\.matched/1"):
        Matching.from_data({})


def ruled() -> MatchingProblem:
    """Return a problem in which every rule can be broken. Positions are identifiers minus 1 (seekers) and 10 (places).

    Place 10: two seats, one kept for region 8. 11: two seats for at most one of region 7. 12: group of two or none. 13: one
    seat. Region 9 holds 7 and may place three. Kind 1 (place 13) is open to one of region 8, and that is 5.
    """
    return MatchingProblem.build(
        seekers=[1, 2, 3, 4, 5, 6], places=[10, 11, 12, 13], capacity=[2, 2, 2, 1], least=[0, 0, 2, 0], kind=[0, 0, 0, 1], seed=3,
        region=[7, 7, 7, 8, 8, 7], standing=[9, 8, 7, 6, 9, 1],
        regions=[Region(9, None, 3), Region(7, 9), Region(8)],
        pairs=(
            [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 1, 2],
            [10, 11, 10, 11, 10, 11, 10, 13, 10, 13, 13, 12, 12],
            [1, 2, 1, 2, 2, 1, 1, 2, 1, 2, 1, 0, 3],
            [50, 5, 40, 6, 30, 7, 20, 1, 10, 2, 9, 1, 1],
        ),
        reserves=[Reserve(10, 1, (8,))], place_ceilings=[PlaceCeiling(11, 7, 1)], kind_ceilings=[KindCeiling(8, 1, 1)],
    )  # fmt: skip


def codes(assigned: list[int], closed: tuple[int, ...] = (2,), **other: Any) -> set[tuple[str, tuple[int, ...]]]:
    """Return what the check finds when seekers 1 to 6 are at these places (identifiers, 0 none), the value being right."""
    problem = ruled()
    points = dict(
        zip(
            zip(problem.pair_seeker.tolist(), problem.pair_place.tolist(), strict=True),
            problem.pair_priority.tolist(),
            strict=True,
        )
    )
    where = [place - 10 if place else -1 for place in assigned]
    value = sum(points.get(pair, 0) for pair in enumerate(where))
    data = match_stable(problem).to_data() | {"assigned": where, "closed": list(closed), "value": value} | other
    found = check_matching(problem.to_data(), data, digest=problem.digest)
    return {(fault.code, tuple(number for _, number in fault.numbers)) for fault in found.faults}


def test_the_table_s_own_matching_is_right() -> None:
    """12 drew only 2 and is shut, who leaves the queue of region 9; so 6 may apply, and has more points at 13 than 5."""
    problem = ruled()
    result = match_stable(problem)
    assert (result.pairs(), result.closed) == ([(1, 10), (3, 11), (4, 10), (6, 13)], (2,))
    assert check_matching(problem.to_data(), result.to_data(), digest=problem.digest).faults == ()
    assert codes([10, 0, 11, 10, 0, 13]) == set()


BROKEN: list[tuple[list[int], set[tuple[str, tuple[int, ...]]]]] = [
    ([10, 0, 11, 10, 13, 0], {("higher_priority", (6, 13, 5))}),
    ([0, 10, 11, 10, 0, 13], {("higher_priority", (1, 10, 2))}),
    ([10, 10, 11, 0, 0, 0], {("reserved_seat", (4, 10)), ("reserved_seat", (5, 10)), ("empty_seat", (5, 13))}),
    ([10, 0, 0, 10, 0, 13], {("empty_seat", (3, 11)), ("empty_seat", (2, 11))}),
    ([10, 11, 0, 10, 0, 13], {("higher_priority", (3, 11, 2))}),
    ([10, 10, 11, 10, 0, 0], {("over_capacity", (10, 3, 2)), ("empty_seat", (5, 13))}),
    ([10, 11, 11, 10, 13, 0], {("region_over_at_place", (7, 11, 2, 1))}),
    ([10, 12, 11, 10, 13, 0], {("too_few", (12, 1, 2))}),
    ([10, 11, 11, 10, 0, 13], {("region_over", (9, 4, 3)), ("region_over_at_place", (7, 11, 2, 1))}),
    ([12, 0, 11, 10, 0, 13], {("not_wished", (1, 12))}),
    ([10, 0, 11, 12, 0, 13], {("not_accepted", (4, 12))}),
    ([10, 0, 11, 13, 10, 0], {("barred", (4, 13))}),
    ([10, 0, 11, 10, 0, 99], {("unknown_place", (6, 89))}),
]


@pytest.mark.parametrize(("assigned", "expected"), BROKEN)
def test_a_broken_rule_is_named_with_who_and_where(assigned: list[int], expected: set[tuple[str, tuple[int, ...]]]) -> None:
    """The faults expected are all that is found; 12 is shut unless somebody is there."""
    assert codes(assigned, closed=() if 12 in assigned else (2,)) == expected


def test_a_shut_place_must_be_empty_and_have_asked_for_a_group() -> None:
    """12 may be shut, 13 not; and nobody can be at a shut place. Not shut, 12 has a seat for 2."""
    assert codes([10, 0, 11, 10, 0, 13]) == set()
    assert codes([10, 0, 11, 10, 0, 0], closed=(2, 3)) == {("shut_without_cause", (13,))}
    assert codes([10, 0, 11, 10, 0, 13], closed=(2, 3)) == {("shut_filled", (13, 1))}
    assert codes([10, 0, 11, 10, 0, 13], closed=()) == {("empty_seat", (2, 12))}


Change = Callable[[dict[str, Any], dict[str, Any]], None]
UNREADABLE: list[tuple[Change, str]] = [
    (lambda _p, m: m.update(value=1), "Nilai keseluruhan tertulis 1, hasil hitung ulang 86."),
    (lambda _p, m: m.update(problem="x"), "Hasil ini dibuat untuk soal lain: sidik jari soal {digest}, yang disebut hasil x."),
    (lambda _p, m: m.update(format="x"), "Berkas hasil bukan format matang.engine.matched/1."),
    (lambda p, _m: p.update(format="x"), "Berkas soal bukan format matang.engine.matching/1."),
    (lambda p, _m: p.pop("standing"), "Berkas soal: isian standing tidak ada atau bukan bilangan bulat."),
    (lambda p, _m: p.update(reserves=None), "Berkas soal: isian reserves tidak ada atau bukan bilangan bulat."),
    (lambda p, _m: p.update(seed="5"), "Berkas soal: isian seed tidak ada atau bukan bilangan bulat."),
    (lambda p, _m: p.update(least=[0]), "Berkas soal: isian least berisi 1 angka, seharusnya 4."),
    (lambda p, _m: p.update(pair_place=[9] * 13), "Berkas soal: isian pair_place menunjuk ke urutan 9 yang tidak ada."),
    (lambda _p, m: m.update(assigned=[0]), "Berkas hasil: isian assigned berisi 1 angka, seharusnya 6."),
    (lambda _p, m: m.update(assigned=[0.5] * 6), "Berkas hasil: isian assigned tidak ada atau bukan bilangan bulat."),
    (lambda _p, m: m.update(seekers=[1, 2, 3, 4, 5, 7]), "Daftar seekers pada hasil berbeda dari soal."),
    (lambda _p, m: m.update(method="best"), "Berkas hasil: isian method tidak ada atau bukan bilangan bulat."),
    (lambda _p, m: m.pop("bonus"), "Berkas hasil: isian bonus tidak ada atau bukan bilangan bulat."),
]


@pytest.mark.parametrize(("change", "message"), UNREADABLE, ids=[message for _, message in UNREADABLE])
def test_an_altered_content_is_found_and_said_in_words(change: Change, message: str) -> None:
    """One change, one sentence."""
    problem = ruled()
    content = json.loads(problem.canonical), json.loads(match_stable(problem).canonical)
    change(*content)
    found = check_matching(*content, digest=problem.digest)
    assert [fault.message for fault in found.faults] == [message.format(digest=problem.digest)]


def test_another_seed_draws_another_lottery_and_the_check_sees_it() -> None:
    """The seed stands in the problem; with equal points the matching of seed 1 is wrong for seed 2."""
    data = {"seekers": [2, 4], "places": [11], "capacity": [1], "pairs": ([2, 4], [11, 11], [1, 1], [7, 7])}
    first, second = (MatchingProblem.build(**data, seed=seed) for seed in (1, 2))
    found = check_matching(second.to_data(), match_stable(first).to_data())
    assert [fault.message for fault in found.faults] == [
        "Peserta 2 lebih memilih tempat 11 dan lebih diutamakan daripada peserta 4."
    ]


def test_a_matching_by_need_is_not_faulted_for_objections_but_they_are_counted() -> None:
    """1 gives way at 11 for a greater sum: one objection, no fault."""
    problem = MatchingProblem.build(
        seekers=[1, 2], places=[11, 12], capacity=[1, 1], pairs=([1, 1, 2], [11, 12, 11], [1, 2, 1], [5, 5, 4]), seed=1
    )
    found = check_matching(problem.to_data(), match_by_need(problem).to_data(), digest=problem.digest)
    assert (found.ok, found.objections, found.value, found.placed) == (True, 1, 9, 2)


def test_many_faults_of_one_kind_are_shortened() -> None:
    """Of 50 people who want empty seats twenty are listed, all counted."""
    who = np.arange(1, 51)
    problem = MatchingProblem.build(seekers=who, places=[9], capacity=[50], pairs=(who, who * 0 + 9, who * 0 + 1, who), seed=1)
    found = check_matching(problem.to_data(), match_stable(problem).to_data() | {"assigned": [-1] * 50, "value": 0})
    assert (len(found.faults), found.objections) == (20, 50)


def test_every_message_can_be_said() -> None:
    """Each fault's sentence has named places only, so that a translation may order them freely."""
    for text in MESSAGES.values():
        assert text.count("%") == text.count("%(")
