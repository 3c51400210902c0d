"""Why a gap was answered, and why another was not: the first thing that stands in the way, with its numbers."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import accumulate

from matang.engine.allocate import NOT_CHOSEN, Allocation, AllocationProblem
from matang.engine.allocate_draw import Plan


class Why(Enum):
    """What decided about a gap."""

    CHOSEN = "chosen"
    NO_ACT = "no_act"
    NO_HOURS = "no_hours"
    PERSON_FULL = "person_full"
    HOURS_FULL = "hours_full"
    CLASH = "clash"
    FULL = "full"
    DRAW = "draw"
    TOO_DEAR = "too_dear"
    BETTER = "better"
    FAIRNESS = "fairness"
    UNPROVEN = "unproven"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for one gap. ``act`` is the act taken, or the one that would have been worth most; -1 = none is offered.

    ``value`` are its points; ``price`` what it would cost beside the plan (a new class included); ``left`` what is not
    spent; ``lost`` the points that others would have to give up for it; ``other`` an act or a unit that is meant.
    """

    why: Why
    act: int = NOT_CHOSEN
    value: int = 0
    price: int = 0
    left: int = 0
    lost: int = 0
    other: int = NOT_CHOSEN


class Reasons:
    """Answers for the gaps of one allocation."""

    def __init__(self, problem: AllocationProblem, allocation: Allocation) -> None:
        self.problem = problem
        self.plan = Plan(problem, list(allocation.chosen))
        self.allocation = allocation
        self.taken, self.left = self.plan.taken(), problem.budget - allocation.cost

    def of(self, gap: int) -> Answer:
        """Return the answer for a gap, by position."""
        act = self.plan.chosen[gap]
        if act != NOT_CHOSEN:
            return Answer(Why.CHOSEN, act, self.plan.value_of(gap), self.problem.acts[act].cost, self.left)
        options = self.problem.by_gap[gap]
        if not options:
            return Answer(Why.NO_ACT, left=self.left)
        act, value = min(options, key=lambda option: (-option[1], self._price(option[0]), option[0]))
        return self._refused(gap, act, value)

    def _price(self, act: int) -> int:
        offered = self.problem.acts[act]
        return offered.cost + (offered.fixed if self.taken[act] % self.problem.seats_of(act) == 0 else 0)

    def _refused(self, gap: int, act: int, value: int) -> Answer:
        learner, offered, price = self.problem.gaps[gap], self.problem.acts[act], self._price(act)
        row = self.problem.learners[learner]
        if 0 <= row.most_hours < offered.hours:
            return Answer(Why.NO_HOURS, act, value, price, self.left)
        stands = self.plan.room(learner, act)
        if stands:
            code = {"acts": Why.PERSON_FULL, "hours": Why.HOURS_FULL, "clash": Why.CLASH}[stands]
            clash = next((o for o in self.plan.held(learner) if (min(o, act), max(o, act)) in self.problem.clashes), NOT_CHOSEN)
            return Answer(code, act, value, price, self.left, other=clash)
        if self.taken[act] >= self.problem.seats_of(act) * offered.classes:
            lost = self._least_holder.get(act, 0)
            code = Why.FULL if lost > value or not offered.classes else self._weigh(value, lost)
            return Answer(code, act, value, price, self.left, lost)
        if price > self.problem.budget:
            return Answer(Why.TOO_DEAR, act, value, price, self.left)
        if price <= self.left:
            return Answer(Why.UNPROVEN, act, value, price, self.left)
        lost = self._given_up(price - self.left)
        code = Why.BETTER if lost > value else self._weigh(value, lost)
        return Answer(code, act, value, price, self.left, lost)

    def _weigh(self, value: int, lost: int) -> Why:
        """Say why something worth as much or less than this was kept: the draw, the shares of units, or no proof."""
        if value == lost:
            return Why.DRAW
        return Why.FAIRNESS if self.problem.share else Why.UNPROVEN

    @cached_property
    def _least_holder(self) -> dict[int, int]:
        """The fewest points of anybody who takes an act."""
        found: dict[int, int] = {}
        for gap, act in enumerate(self.plan.chosen):
            if act != NOT_CHOSEN:
                value = self.plan.value_of(gap)
                found[act] = min(value, found.get(act, value))
        return found

    @cached_property
    def _paid(self) -> list[tuple[int, int]]:
        """The (money, points) of every act taken that costs something for the person alone."""
        pairs = [
            (self.problem.acts[act].cost, self.plan.value_of(gap))
            for gap, act in enumerate(self.plan.chosen) if act != NOT_CHOSEN and self.problem.acts[act].cost
        ]  # fmt: skip
        return sorted(pairs)

    @cached_property
    def _one(self) -> tuple[list[int], list[int]]:
        """Money of single acts, rising, and the fewest points of any that frees so much or more."""
        fewest = list(accumulate((value for _, value in reversed(self._paid)), min))
        return [cost for cost, _ in self._paid], fewest[::-1]

    @cached_property
    def _many(self) -> tuple[list[int], list[int]]:
        """Money and points of several acts together, the least worth for their money first."""
        by_worth = sorted(self._paid, key=lambda pair: (pair[1] / pair[0], pair))
        return list(accumulate(cost for cost, _ in by_worth)), list(accumulate(value for _, value in by_worth))

    def _given_up(self, needed: int) -> int:
        """Return the fewest points found that others would give up to free this money, or more than any value if none do."""
        found = [10**9]
        for money, points in (self._one, self._many):
            at = bisect_left(money, needed)
            if at < len(money):
                found.append(points[at])
        return min(found)
