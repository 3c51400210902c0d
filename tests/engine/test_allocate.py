"""The best allocation of acts to gaps: worked out by hand, against trying everything, and held by an independent check."""

import json
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matang.engine.allocate import UNLIMITED, Act, Allocation, AllocationProblem, Learner
from matang.engine.allocate_check import check_allocation
from matang.engine.allocate_draw import Plan
from matang.engine.allocate_explain import Reasons, Why
from matang.engine.allocate_solve import allocate
from matang.engine.problem import ProblemError

COURSE, COACH, FREE, SECOND = 1, 2, 3, 4


def checked(problem: AllocationProblem, allocation: Allocation) -> list[str]:
    """Return what the independent check finds wrong, from the files as they are written."""
    return [fault.code for fault in check_allocation(json.loads(problem.canonical), json.loads(allocation.canonical())).faults]


def taken(problem: AllocationProblem, allocation: Allocation) -> dict[int, int]:
    """Return the act of each answered gap, by identifiers."""
    return {problem.gap_ids[g]: problem.acts[a].id for g, a in enumerate(allocation.chosen) if a >= 0}


def office(budget: int, *, share: int = 0, seats: int = 2, most_acts: int = UNLIMITED) -> AllocationProblem:
    """Three people of two units. Ani (unit 1) has gaps 11 and 12, Budi (unit 1) gap 21, Citra (unit 2) gap 31.

    A course costs 5 and 10 for the class; either coach costs 4, no class. Gap 11 course 9 or coach 5; 12 second coach 4;
    21 course 9; 31 course 3 or coach 2.
    """
    return AllocationProblem.build(
        budget=budget,
        share=share,
        acts=[
            Act(COURSE, cost=5, fixed=10, seats=seats, classes=1, hours=20),
            Act(COACH, cost=4, hours=6),
            Act(SECOND, cost=4, hours=6),
        ],
        learners=[Learner(1, unit=1, order=2, most_acts=most_acts), Learner(2, 1, 1, most_acts), Learner(3, 2, 3, most_acts)],
        gaps=[(11, 1), (12, 1), (21, 2), (31, 3)],
        options=[(11, COURSE, 9), (11, COACH, 5), (12, SECOND, 4), (21, COURSE, 9), (31, COURSE, 3), (31, COACH, 2)],
    )


@pytest.mark.parametrize(
    ("budget", "value", "cost", "plan"),
    [
        (0, 0, 0, {}),
        (3, 0, 0, {}),
        (4, 5, 4, {11: COACH}),
        (8, 9, 8, {11: COACH, 12: SECOND}),
        (12, 11, 12, {11: COACH, 12: SECOND, 31: COACH}),
        (15, 11, 12, {11: COACH, 12: SECOND, 31: COACH}),  # a class for one alone: 9, not worth it
        (20, 18, 20, {11: COURSE, 21: COURSE}),
        (24, 22, 24, {11: COURSE, 21: COURSE, 12: SECOND}),
        (28, 24, 28, {11: COURSE, 21: COURSE, 12: SECOND, 31: COACH}),
        (10**12, 24, 28, {11: COURSE, 21: COURSE, 12: SECOND, 31: COACH}),
    ],
)
def test_money_buys_what_the_hand_found(budget: int, value: int, cost: int, plan: dict[int, int]) -> None:
    problem = office(budget)
    found = allocate(problem)
    assert (found.value, found.cost, taken(problem, found), found.proven) == (value, cost, plan, True)
    assert checked(problem, found) == []


def test_a_free_act_needs_no_money() -> None:
    problem = AllocationProblem.build(
        budget=0, acts=[Act(FREE, 0), Act(COURSE, 1)], learners=[Learner(1, 1, 1)], gaps=[(11, 1), (12, 1)],
        options=[(11, FREE, 2), (12, COURSE, 5)],
    )  # fmt: skip
    found = allocate(problem)
    assert (found.value, found.cost, taken(problem, found)) == (2, 0, {11: FREE})
    assert Reasons(problem, found).of(1).why == Why.TOO_DEAR


def test_a_person_takes_no_more_acts_than_allowed_and_the_reason_says_so() -> None:
    problem = office(10**6, most_acts=1)
    found = allocate(problem)
    assert taken(problem, found) == {11: COURSE, 21: COURSE, 31: COACH}
    assert [Reasons(problem, found).of(gap).why for gap in range(4)] == [Why.CHOSEN, Why.PERSON_FULL, Why.CHOSEN, Why.CHOSEN]


def test_hours_and_clashes_hold_a_person_back() -> None:
    acts = [Act(COURSE, 1, hours=20), Act(COACH, 1, hours=6), Act(FREE, 0, hours=30)]
    gaps = [(11, 1), (12, 1), (13, 1)]
    options = [(11, COURSE, 9), (12, COACH, 4), (13, FREE, 2)]
    limited = AllocationProblem.build(
        budget=9, acts=acts, learners=[Learner(1, 1, 1, UNLIMITED, 25)], gaps=gaps, options=options
    )  # fmt: skip
    found = allocate(limited)
    assert taken(limited, found) == {11: COURSE}
    assert [Reasons(limited, found).of(gap).why for gap in range(3)] == [Why.CHOSEN, Why.HOURS_FULL, Why.NO_HOURS]
    clashing = AllocationProblem.build(
        budget=9, acts=acts, learners=[Learner(1, 1, 1)], gaps=gaps, options=options, clashes=[(COACH, COURSE)]
    )
    found = allocate(clashing)
    assert taken(clashing, found) == {11: COURSE, 13: FREE}
    answer = Reasons(clashing, found).of(1)
    assert (answer.why, clashing.acts[answer.other].id) == (Why.CLASH, COURSE)


def test_a_share_for_every_unit_comes_before_what_is_worth_most() -> None:
    """Unit 2 could gain 3, unit 1 could gain 22. With 8 in hand both coaches go to unit 1; half a share needs 2 for unit 2."""
    assert taken(office(8), allocate(office(8))) == {11: COACH, 12: SECOND}
    problem = office(8, share=20)  # floors: 5 of 22, 1 of 3
    found = allocate(problem)
    assert (taken(problem, found), found.short, found.proven) == ({11: COACH, 31: COACH}, 0, True)
    answer = Reasons(problem, found).of(1)
    assert (answer.why, answer.value, answer.lost, answer.price, answer.left) == (Why.FAIRNESS, 4, 2, 4, 0)
    poor = allocate(office(4, share=20))  # only one coach: unit 1 lacks nothing or unit 2 lacks nothing
    assert (poor.short, poor.value) == (1, 5)


def test_what_stands_in_the_way_is_told_with_its_numbers() -> None:
    problem = office(6)
    answer = Reasons(problem, allocate(problem)).of(1)
    assert (answer.why, answer.value, answer.price, answer.left, answer.lost) == (Why.BETTER, 4, 4, 2, 5)
    assert Reasons(problem, allocate(problem)).of(2).why == Why.TOO_DEAR
    full = Reasons(office(24), allocate(office(24))).of(3)
    assert (full.why, full.value, full.price, full.left, full.lost) == (Why.FULL, 3, 15, 0, 9)
    crowded = office(10**6, seats=1)
    found = allocate(crowded)
    assert (found.value, taken(crowded, found)) == (20, {11: COACH, 12: SECOND, 21: COURSE, 31: COACH})


def test_a_full_class_names_the_least_of_those_inside() -> None:
    problem = AllocationProblem.build(
        budget=9, acts=[Act(COURSE, 0, seats=1), Act(COACH, 0, seats=1)], learners=[Learner(n, 1, n) for n in (1, 2, 3, 4)],
        gaps=[(11, 1), (21, 2), (31, 3), (41, 4)], options=[(11, COURSE, 5), (21, COURSE, 3), (31, COACH, 2), (41, COACH, 2)],
    )  # fmt: skip
    answers = [Reasons(problem, allocate(problem)).of(gap) for gap in range(4)]
    assert [(a.why, a.lost) for a in answers] == [(Why.CHOSEN, 0), (Why.FULL, 5), (Why.CHOSEN, 0), (Why.DRAW, 2)]


@pytest.mark.parametrize("orders", [(1, 2, 3), (3, 1, 2), (2, 3, 1)])
def test_the_draw_decides_among_the_alike(orders: tuple[int, int, int]) -> None:
    problem = AllocationProblem.build(
        budget=1, acts=[Act(COURSE, 1)], learners=[Learner(n, 1, order) for n, order in enumerate(orders)],
        gaps=[(n, n) for n in range(3)], options=[(n, COURSE, 7) for n in range(3)],
    )  # fmt: skip
    assert list(taken(problem, allocate(problem))) == [orders.index(1)]


def test_equal_worth_is_bought_for_less() -> None:
    problem = AllocationProblem.build(
        budget=100, acts=[Act(COURSE, 9), Act(COACH, 2)], learners=[Learner(1, 1, 1)], gaps=[(11, 1)],
        options=[(11, COURSE, 3), (11, COACH, 3)],
    )  # fmt: skip
    assert taken(problem, allocate(problem)) == {11: COACH}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"budget": -1}, "budget"),
        ({"budget": 10**15 + 1}, "budget"),
        ({"share": 101}, "share"),
        ({"gaps": [(11, 9)]}, "not known"),
        ({"options": [(11, COURSE, 0)]}, "value"),
        ({"gaps": [(11, 1), (12, 1)], "options": [(11, COURSE, 1), (12, COURSE, 1)]}, "two gaps"),
        ({"acts": [Act(COURSE, -1)]}, "act 1"),
        ({"acts": [Act(COURSE, 1, seats=0)]}, "seat"),
        ({"acts": [Act(COURSE, 1), Act(COURSE, 2)]}, "twice"),
        ({"learners": [Learner(1, 1, 1), Learner(2, 1, 1)]}, "draw"),
    ],
)
def test_a_problem_that_makes_no_sense_is_refused(wrong: dict[str, Any], words: str) -> None:
    right: dict[str, Any] = {
        "budget": 1, "acts": [Act(COURSE, 1)], "learners": [Learner(1, 1, 1)], "gaps": [(11, 1)], "options": [(11, COURSE, 1)],
    }  # fmt: skip
    AllocationProblem.build(**right)
    with pytest.raises(ProblemError, match=words):
        AllocationProblem.build(**right | wrong)


@pytest.mark.parametrize(
    ("field", "change", "code"),
    [
        ("value", 1, "value"), ("cost", 1, "cost"), ("short", 1, "short"), ("bound", 1, "bound"), ("bound", -1, "bound"),
        ("chosen", [1, 2, 0, 0], "cost"), ("chosen", [1, 0, 0, 0], "not_offered"), ("classes", [2, 0, 0], "classes"),
        ("problem", "0" * 64, "digest"), ("format", "x", "format"), ("chosen", [], "unreadable"),
    ],
)  # fmt: skip
def test_an_altered_number_is_found(field: str, change: Any, code: str) -> None:
    problem = office(24)
    data = json.loads(allocate(problem).canonical())
    data[field] = data[field] + change if isinstance(change, int) else change
    assert code in [fault.code for fault in check_allocation(json.loads(problem.canonical), data).faults]


def test_a_plan_beyond_its_limits_is_found() -> None:
    problem, poor = office(10**6), office(20, most_acts=1)
    data = json.loads(allocate(problem).canonical()) | {"problem": poor.digest}
    codes = [fault.code for fault in check_allocation(json.loads(poor.canonical), data).faults]
    assert {"acts", "budget"} <= set(codes)


def test_the_same_question_gives_the_same_bytes_whatever_its_order() -> None:
    first = office(24)
    rows = first.to_data()
    again = AllocationProblem.from_data(json.loads(json.dumps(rows)))
    assert again.canonical == first.canonical
    assert allocate(again).canonical() == allocate(first).canonical()


def brute(problem: AllocationProblem) -> tuple[int, int]:
    """Try everything: return the least shortfall, and the most points with it."""
    best = (10**9, 0)
    for combination in product(*[[-1, *(act for act, _ in options)] for options in problem.by_gap]):
        plan = Plan(problem, [-1] * len(problem.gaps))
        fits = True
        for gap, act in enumerate(combination):
            if act >= 0:
                fits = fits and not plan.room(problem.gaps[gap], act)
                plan.chosen[gap] = act
        opened = plan.classes()
        fits = fits and all(opened[at] <= act.classes for at, act in enumerate(problem.acts))
        if fits and plan.cost() <= problem.budget:
            best = min(best, (plan.shortfall(), -plan.value()))
    return best[0], -best[1]


@st.composite
def problems(draw: st.DrawFn) -> AllocationProblem:
    """Tiny problems with every kind of limit."""
    acts = [
        Act(n, draw(st.integers(0, 6)), draw(st.sampled_from([0, 0, 3])), draw(st.sampled_from([UNLIMITED, 1, 2])),
            draw(st.integers(0, 2)), draw(st.sampled_from([4, 6, 9])))
        for n in range(draw(st.integers(1, 3)))
    ]  # fmt: skip
    people = draw(st.integers(1, 3))
    limits = st.sampled_from([UNLIMITED, 0, 1, 2])
    hours = st.sampled_from([UNLIMITED, 8, 12])
    learners = [Learner(n, draw(st.integers(1, 2)), n, draw(limits), draw(hours)) for n in range(people)]
    gaps = [(n, draw(st.integers(0, people - 1))) for n in range(draw(st.integers(1, 6)))]
    once = {(person, act.id): gap for gap, person in gaps for act in acts if draw(st.booleans())}
    options = [(gap, act, draw(st.integers(1, 9))) for (_person, act), gap in once.items()]
    clashes = [(0, 1)] if len(acts) > 1 and draw(st.booleans()) else []
    return AllocationProblem.build(
        budget=draw(st.integers(0, 20)), share=draw(st.sampled_from([0, 30, 100])), acts=acts, learners=learners,
        gaps=gaps, options=options, clashes=clashes,
    )  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(problem=problems())
def test_no_plan_found_by_trying_everything_is_better(problem: AllocationProblem) -> None:
    found = allocate(problem)
    assert (found.short, found.value) == brute(problem)
    assert checked(problem, found) == []
    assert found.bound >= found.value
    assert found.proven
    reasons = Reasons(problem, found)
    answers = [reasons.of(gap).why for gap in range(len(problem.gaps))]
    assert [why == Why.CHOSEN for why in answers] == [act >= 0 for act in found.chosen]
    assert Why.UNPROVEN not in answers
