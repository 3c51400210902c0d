"""The best allocation: a mixed-integer program, solved by HiGHS without a clock, so that it gives the same answer again.

In this order: units lack as little of their share as possible; then the plan is worth as much as possible. Everything that
the solver returns is rounded and counted again in whole numbers; an act that another of the same worth could replace for
less money is replaced; among people who could change places the draw decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd, inf, isfinite
from typing import TYPE_CHECKING

from ortools.math_opt.python import mathopt  # type: ignore[import-untyped]
from ortools.math_opt.solvers import highs_pb2  # type: ignore[import-untyped]

from matang.engine.allocate import NOT_CHOSEN, UNLIMITED, Allocation, AllocationProblem, Prices
from matang.engine.allocate_draw import Plan, draw, fill, save

if TYPE_CHECKING:
    from collections.abc import Sequence

SCALE = 10**12
"""Prices are whole numbers of this part of a point."""
NODES = 2000
"""How many branches the solver tries before it hands over the best it has: a limit that does not depend on the machine."""
CLOSE = 0.99
"""Worth is a whole number: an answer closer than one point to the limit is the best."""
NEARLY = 0.0002
"""Of a plan worth thousands of points the last one is not worth waiting for; ``bound`` says how many may be left."""
TRIES = 4


def allocate(problem: AllocationProblem, *, nodes: int = NODES, priced: bool = True) -> Allocation:
    """Return the best allocation; ``nodes`` limits how many branches the solver tries. Without prices no bound is proved."""
    model = _Model(problem)
    short, fair = model.least_shortfall(nodes) if problem.floors else (0, True)
    plan, best = model.most_value(short, nodes)
    prices = model.prices() if priced else Prices(0, (0,) * len(problem.acts), ())
    plan = draw(problem, save(problem, plan))
    if not (best and fair):
        plan = fill(problem, plan)
    found = plan.chosen
    value, missing = plan.value(), plan.shortfall()
    return Allocation(
        problem_digest=problem.digest,
        chosen=tuple(found),
        classes=tuple(plan.classes()),
        value=value,
        cost=plan.cost(),
        short=missing,
        bound=max(value, bound_of(problem, prices, missing)),
        proven=best and fair,
        prices=prices,
    )


def bound_of(problem: AllocationProblem, prices: Prices, short: int) -> int:
    """Return what no allocation that lacks at most ``short`` points of the shares can exceed, by these prices."""
    units = dict(prices.units)
    total = prices.money * problem.budget
    for at, act in enumerate(problem.acts):
        total += act.classes * max(0, prices.seats[at] * problem.seats_of(at) - prices.money * act.fixed)
    for learner, gaps in enumerate(problem.by_learner):
        row = problem.learners[learner]
        weight = SCALE + units.get(row.unit, 0)
        gains = sorted(
            (max((v * weight - prices.money * problem.acts[a].cost - prices.seats[a] for a, v in problem.by_gap[gap]), default=0)
             for gap in gaps), reverse=True,
        )  # fmt: skip
        most = len(gains) if row.most_acts == UNLIMITED else row.most_acts
        total += sum(max(0, gain) for gain in gains[:most])
    total += short * max(units.values(), default=0) - sum(units.get(unit, 0) * floor for unit, floor in problem.floors.items())
    return total // SCALE


@dataclass(frozen=True, slots=True)
class _Answer:
    values: list[float]
    proven: bool


class _Model:
    """The program: a yes or no for each option that is possible at all, a number of classes for each act."""

    def __init__(self, problem: AllocationProblem) -> None:
        self.problem = problem
        self.model = mathopt.Model()
        self.options = [(gap, act, value) for gap, act, value in problem.options if self._possible(gap, act)]
        self.take = [self.model.add_binary_variable() for _ in self.options]
        self.opened = [self.model.add_integer_variable(lb=0, ub=act.classes) for act in problem.acts]
        self.lacking: dict[int, mathopt.Variable] = {}
        self.unit_rows: dict[int, mathopt.LinearConstraint] = {}
        of_gap: dict[int, list[int]] = {}
        of_learner: dict[int, list[int]] = {}
        of_act: dict[int, list[int]] = {}
        for at, (gap, act, _value) in enumerate(self.options):
            of_gap.setdefault(gap, []).append(at)
            of_learner.setdefault(problem.gaps[gap], []).append(at)
            of_act.setdefault(act, []).append(at)
        for rows in of_gap.values():
            if len(rows) > 1:
                self._row([(self.take[at], 1) for at in rows], ub=1)
        for learner, rows in of_learner.items():
            self._limit(learner, rows)
        self.seat_rows = {
            act: self._row([(self.take[at], 1) for at in rows] + [(self.opened[act], -problem.seats_of(act))], ub=0)
            for act, rows in of_act.items()
            if problem.acts[act].fixed or problem.acts[act].seats != UNLIMITED
        }
        self.unit = gcd(*(amount for act in problem.acts for amount in (act.cost, act.fixed))) or 1
        terms = [(self.take[at], problem.acts[act].cost // self.unit) for at, (_gap, act, _value) in enumerate(self.options)]
        terms += [(self.opened[at], act.fixed // self.unit) for at, act in enumerate(problem.acts)]
        self.money = self._row(terms, ub=problem.budget // self.unit)
        self._shares()

    def _possible(self, gap: int, act: int) -> bool:
        offered, learner = self.problem.acts[act], self.problem.learners[self.problem.gaps[gap]]
        in_time = learner.most_hours == UNLIMITED or offered.hours <= learner.most_hours
        return in_time and offered.classes > 0 and offered.cost + offered.fixed <= self.problem.budget and learner.most_acts != 0

    def _row(
        self, terms: Sequence[tuple[mathopt.Variable, int]], *, lb: float = -inf, ub: float = inf
    ) -> mathopt.LinearConstraint:
        row = self.model.add_linear_constraint(lb=lb, ub=ub)
        for variable, factor in terms:
            if factor:
                row.set_coefficient(variable, factor)
        return row

    def _limit(self, learner: int, rows: list[int]) -> None:
        """Hold a person to the number of acts, to the hours, and to one place at a time."""
        row, acts = self.problem.learners[learner], self.problem.acts
        if row.most_acts != UNLIMITED and len({self.options[at][0] for at in rows}) > row.most_acts:
            self._row([(self.take[at], 1) for at in rows], ub=row.most_acts)
        if row.most_hours != UNLIMITED:
            self._row([(self.take[at], acts[self.options[at][1]].hours) for at in rows], ub=row.most_hours)
        for group in cliques({self.options[at][1] for at in rows}, self.problem.clashes):
            self._row([(self.take[at], 1) for at in rows if self.options[at][1] in group], ub=1)

    def _shares(self) -> None:
        by_unit: dict[int, list[tuple[mathopt.Variable, int]]] = {unit: [] for unit in self.problem.floors}
        for at, (gap, _act, value) in enumerate(self.options):
            unit = self.problem.learners[self.problem.gaps[gap]].unit
            if unit in by_unit:
                by_unit[unit].append((self.take[at], value))
        for unit, terms in by_unit.items():
            self.lacking[unit] = self.model.add_variable(lb=0, ub=self.problem.floors[unit])
            self.unit_rows[unit] = self._row([*terms, (self.lacking[unit], 1)], lb=self.problem.floors[unit])

    def least_shortfall(self, nodes: int) -> tuple[int, bool]:
        """Return the fewest points that units must lack of their shares, and whether that is proven."""
        self.model.minimize(mathopt.LinearSum(self.lacking.values()))
        answer = self._solve(nodes)
        return self._plan(answer).shortfall(), answer.proven

    def most_value(self, short: int, nodes: int) -> tuple[Plan, bool]:
        """Return the plan worth most among those that lack at most ``short`` points, and whether that is proven."""
        if self.lacking:
            self._row([(row, 1) for row in self.lacking.values()], ub=short)
        worth = (value * take for (_gap, _act, value), take in zip(self.options, self.take, strict=True))
        self.model.maximize(mathopt.LinearSum(worth))
        for _ in range(TRIES):
            answer = self._solve(nodes)
            plan = self._plan(answer)
            over = plan.cost() - self.problem.budget
            if over <= 0 and plan.shortfall() <= short:
                return plan, answer.proven
            self.money.upper_bound -= max(1, -(-over // self.unit))
        raise RuntimeError("the solver's answer stays outside the budget after rounding; this is a defect")

    def prices(self) -> Prices:
        """Return prices from the relaxed program, where an act may be given in parts."""
        variables = [*self.take, *self.opened]
        for variable in variables:
            variable.integer = False
        solved = mathopt.solve(self.model, mathopt.SolverType.GLOP)
        for variable in variables:
            variable.integer = True
        if not solved.has_dual_feasible_solution():
            return Prices(0, (0,) * len(self.problem.acts), ())
        money = _whole(solved.dual_values(self.money) / self.unit)
        seats = [0] * len(self.problem.acts)
        for act, row in self.seat_rows.items():
            seats[act] = _whole(solved.dual_values(row))
        units = tuple((unit, _whole(-solved.dual_values(row))) for unit, row in self.unit_rows.items())
        return Prices(money, tuple(seats), units)

    def _solve(self, nodes: int) -> _Answer:
        options = highs_pb2.HighsOptionsProto()
        options.double_options["mip_rel_gap"] = NEARLY
        options.double_options["mip_abs_gap"] = CLOSE
        options.int_options["threads"] = 1
        options.int_options["random_seed"] = 1
        options.int_options["mip_max_nodes"] = nodes
        result = mathopt.solve(self.model, mathopt.SolverType.HIGHS, params=mathopt.SolveParameters(highs=options))
        if not result.has_primal_feasible_solution():
            raise LookupError("the solver found nothing")
        bounds = result.termination.objective_bounds
        proven = abs(bounds.dual_bound - bounds.primal_bound) < 1
        return _Answer([result.variable_values(take) for take in self.take], proven)

    def _plan(self, answer: _Answer) -> Plan:
        chosen = [NOT_CHOSEN] * len(self.problem.gaps)
        for (gap, act, _value), taken in zip(self.options, answer.values, strict=True):
            if taken > 0.5:
                chosen[gap] = act
        return Plan(self.problem, chosen)


def cliques(acts: set[int], clashes: frozenset[tuple[int, int]]) -> list[set[int]]:
    """Return groups of acts that all clash with each other, so that every clash among ``acts`` lies within some group."""
    near = {act: {other for other in acts if (min(act, other), max(act, other)) in clashes} for act in acts}
    open_pairs = {(first, second) for first in sorted(acts) for second in near[first] if first < second}
    found = []
    while open_pairs:
        first, second = min(open_pairs)
        group, common = {first, second}, near[first] & near[second]
        while common:
            joined = min(common)
            group.add(joined)
            common &= near[joined]
        found.append(group)
        open_pairs -= {(a, b) for a in group for b in group}
    return found


def _whole(price: float) -> int:
    """Return a price as a whole number of ``1 / SCALE``; a price is never below zero."""
    return max(0, round(price * SCALE)) if isfinite(price) else 0
