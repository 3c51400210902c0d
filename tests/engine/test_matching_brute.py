"""The matchings against trying everything: stable, best for seekers, proof against false lists, greatest sum."""

from itertools import permutations

import pytest
from hypothesis import given, settings

from matang.engine.matching import MatchingProblem, check_matching, explain_match, match_by_need, match_stable
from tests.engine.matching_brute import Table, tables, with_list


def accepted(problem: MatchingProblem) -> bool:
    """Return whether the independent check finds nothing wrong with the stable matching."""
    return check_matching(problem.to_data(), match_stable(problem).to_data(), digest=problem.digest).ok


@settings(max_examples=250, deadline=None)
@given(tables(in_all=False))
def test_everybody_gets_the_best_of_all_stable_matchings_and_the_same_people_have_a_place(problem: MatchingProblem) -> None:
    """With reserves and ceilings at places: seeker-optimal, and the rural-hospitals property."""
    table, ours = Table(problem), tuple(match_stable(problem).assigned.tolist())
    stable = table.stable()
    assert ours in stable
    for other in stable:
        assert all(table.rank(seeker, ours[seeker]) <= table.rank(seeker, place) for seeker, place in enumerate(other))
        assert [place >= 0 for place in other] == [place >= 0 for place in ours]
        assert sorted(other) == sorted(ours)
    assert accepted(problem)


@settings(max_examples=250, deadline=None)
@given(tables())
def test_under_ceilings_whoever_may_apply_gets_the_best_of_all_stable_matchings(problem: MatchingProblem) -> None:
    """Nested ceilings in all: nobody objects; only those kept out by a ceiling may do better in another stable matching."""
    table, ours = Table(problem), tuple(match_stable(problem).assigned.tolist())
    stable = table.stable()
    assert ours in stable
    for other in stable:
        for seeker, place in enumerate(other):
            if table.rank(seeker, place) < table.rank(seeker, ours[seeker]):
                assert table.kept_out(ours, seeker)
    assert accepted(problem)


def gains(problem: MatchingProblem) -> list[tuple[int, tuple[int, ...]]]:
    """Return every false list with which a seeker gets a place they like better."""
    table, honest = Table(problem), match_stable(problem)
    found = []
    for seeker in range(len(problem.seekers)):
        own = problem.pair_place[problem.pair_seeker == seeker].tolist()
        true = table.rank(seeker, int(honest.assigned[seeker]))
        for length in range(len(own) + 1):
            for told in permutations(own, length):
                place = int(match_stable(with_list(problem, seeker, told)).assigned[seeker])
                if table.rank(seeker, place) < true:
                    found.append((seeker, told))
    return found


@settings(max_examples=150, deadline=None)
@given(tables(seekers=5, places=3, kinds=True))
def test_no_false_list_gains_anything(problem: MatchingProblem) -> None:
    """Every order of every choice of places is tried for every seeker, with reserves and ceilings of every sort."""
    assert gains(problem) == []


@settings(max_examples=100, deadline=None)
@given(tables(seekers=5, places=3, least=True))
def test_no_false_list_gains_anything_where_no_place_had_to_be_shut(problem: MatchingProblem) -> None:
    """Least groups: the guarantee is given only when the honest lists shut nothing."""
    result = match_stable(problem)
    table = Table(problem)
    assert table.objections(result.assigned.tolist(), result.closed) == []
    assert accepted(problem)
    if not result.closed:
        assert gains(problem) == []


@settings(max_examples=150, deadline=None)
@given(tables(kinds=True))
def test_the_check_agrees_with_trying_every_matching(problem: MatchingProblem) -> None:
    """For each feasible matching the check finds an objection exactly when the definition does."""
    table, ours = Table(problem), match_stable(problem)
    data = problem.to_data()
    for number, assigned in enumerate(table.every()):
        if number > 40:
            break
        content = ours.to_data() | {"assigned": list(assigned), "value": table.worth(assigned, 0)[0]}
        assert check_matching(data, content).objections == len(table.objections(assigned))


@settings(max_examples=150, deadline=None)
@given(tables(kinds=True))
def test_no_matching_has_a_greater_sum_than_the_one_by_need(problem: MatchingProblem) -> None:
    """Points with the bonus first, then people and higher wishes; all ceilings kept."""
    table = Table(problem)
    for bonus in (0, 2, 1_000_001):
        ours = match_by_need(problem, bonus=bonus)
        worth = table.worth(ours.assigned.tolist(), bonus)
        assert worth == max(table.worth(assigned, bonus) for assigned in table.every())
        assert worth[0] == ours.value
        assert check_matching(problem.to_data(), ours.to_data(), digest=problem.digest).ok


@settings(max_examples=200, deadline=None)
@given(tables(kinds=True, least=True))
def test_what_would_have_been_needed_is_exact(problem: MatchingProblem) -> None:
    """With the points needed the place would take the person, with one less it would not, all else as it is."""
    result = match_stable(problem)
    why, assigned = explain_match(problem, result), result.assigned.tolist()
    for seeker, number in enumerate(problem.seekers.tolist()):
        for wish in why.seeker(number).above:
            place = problem.place_at(wish.place)
            held = [other for other, at in enumerate(assigned) if at == place]
            if wish.bar.value in {"full", "draw", "reserved", "place_ceiling"}:
                for points in range(wish.points, 5):
                    table = Table(problem)
                    table.priority[seeker, place] = (points, table.priority[seeker, place][1])
                    takes = seeker in table.chosen(place, [*held, seeker])
                    assert takes == (wish.needed is not None and points >= wish.needed)
            elif wish.bar.value == "region_ceiling":
                assert Table(problem).kept_out(assigned, seeker)
                assert seeker in Table(problem).chosen(place, [*held, seeker])
            else:
                assert wish.bar.value in {"no_seats", "shut", "kind_ceiling"}


@pytest.mark.parametrize("method", [match_stable, match_by_need])
def test_nobody_and_nothing_is_a_problem_with_an_answer(method: type[match_stable]) -> None:
    """No seekers, no places."""
    problem = MatchingProblem.build(seekers=[], places=[], capacity=[], pairs=([], [], [], []), seed=1)
    result = method(problem)
    assert (result.pairs(), result.value) == ([], 0)
    assert check_matching(problem.to_data(), result.to_data(), digest=problem.digest).ok
