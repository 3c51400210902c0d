"""A plan counted in whole numbers, and who gets a place where several could: the draw decides, not the solver's habits."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from matang.engine.allocate import NOT_CHOSEN, UNLIMITED, AllocationProblem


@dataclass
class Plan:
    """Which act answers each gap, by position."""

    problem: AllocationProblem
    chosen: list[int]

    def taken(self) -> list[int]:
        """Return how many people take each act."""
        counts = [0] * len(self.problem.acts)
        for act in self.chosen:
            if act != NOT_CHOSEN:
                counts[act] += 1
        return counts

    def classes(self) -> list[int]:
        """Return how many classes of each act are needed."""
        return [-(-count // self.problem.seats_of(act)) for act, count in enumerate(self.taken())]

    def cost(self) -> int:
        """Return the money spent, in rupiah."""
        people = sum(self.problem.acts[act].cost for act in self.chosen if act != NOT_CHOSEN)
        return people + sum(act.fixed * opened for act, opened in zip(self.problem.acts, self.classes(), strict=True))

    def value_of(self, gap: int) -> int:
        """Return the points of a gap's act, 0 when it has none."""
        return next((value for act, value in self.problem.by_gap[gap] if act == self.chosen[gap]), 0)

    def value(self) -> int:
        """Return the points of the plan."""
        return sum(self.value_of(gap) for gap in range(len(self.chosen)))

    def by_unit(self) -> dict[int, int]:
        """Return the points that each unit gets."""
        found = dict.fromkeys(self.problem.wanted, 0)
        for gap, act in enumerate(self.chosen):
            if act != NOT_CHOSEN:
                found[self.problem.learners[self.problem.gaps[gap]].unit] += self.value_of(gap)
        return found

    def shortfall(self) -> int:
        """Return how many points units lack of their shares in all."""
        got = self.by_unit()
        return sum(max(0, floor - got[unit]) for unit, floor in self.problem.floors.items())

    def held(self, learner: int) -> list[int]:
        """Return the acts that a person takes."""
        return [self.chosen[gap] for gap in self.problem.by_learner[learner] if self.chosen[gap] != NOT_CHOSEN]

    def room(self, learner: int, act: int) -> str:
        """Return why a person cannot take one more act: ``acts``, ``hours``, ``clash``; empty when nothing stands in the way."""
        row, held = self.problem.learners[learner], self.held(learner)
        if row.most_acts != UNLIMITED and len(held) >= row.most_acts:
            return "acts"
        if row.most_hours != UNLIMITED:
            spent = sum(self.problem.acts[other].hours for other in held)
            if spent + self.problem.acts[act].hours > row.most_hours:
                return "hours"
        clashes = any((min(act, other), max(act, other)) in self.problem.clashes for other in held)
        return "clash" if clashes else ""


def draw(problem: AllocationProblem, plan: Plan) -> Plan:
    """Let the draw decide between gaps that are alike: same unit, same options, same worth. Value, money, seats stay.

    A gap without an act takes over that of a like gap whose person has a later place in the draw, as long as its person's
    own limits allow it. Every exchange moves an act to an earlier place, so the exchanges come to an end.
    """
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for gap, options in enumerate(problem.by_gap):
        if options:
            alike[problem.learners[problem.gaps[gap]].unit, tuple(options)].append(gap)
    chosen = Plan(problem, list(plan.chosen))
    groups = [
        sorted(gaps, key=lambda gap: (problem.learners[problem.gaps[gap]].order, gap)) for gaps in alike.values() if len(gaps) > 1
    ]
    while any([_exchange(chosen, gaps) for gaps in groups]):  # noqa: C419 - every group has its turn in each round
        pass
    return chosen


def _exchange(plan: Plan, gaps: list[int]) -> bool:
    """Move acts of one group of like gaps to earlier places in the draw; return whether any moved."""
    moved = False
    for early, gap in enumerate(gaps):
        if plan.chosen[gap] != NOT_CHOSEN:
            continue
        for later in reversed(gaps[early + 1 :]):
            act = plan.chosen[later]
            if act != NOT_CHOSEN and not plan.room(plan.problem.gaps[gap], act):
                plan.chosen[gap], plan.chosen[later], moved = act, NOT_CHOSEN, True
                break
    return moved


def save(problem: AllocationProblem, plan: Plan) -> Plan:
    """Replace acts by others of at least the same worth that cost less, one gap after another. Units never get less."""
    kept = Plan(problem, list(plan.chosen))
    taken = kept.taken()
    for gap, act in enumerate(plan.chosen):
        if act == NOT_CHOSEN:
            continue
        worth, freed = kept.value_of(gap), _price(problem, act, taken[act] - 1)
        kept.chosen[gap] = NOT_CHOSEN
        taken[act] -= 1
        others = [
            (_price(problem, other, taken[other]), -value, other)
            for other, value in problem.by_gap[gap]
            if value >= worth and _open(problem, other, taken[other]) and not kept.room(problem.gaps[gap], other)
        ]
        price, _, best = min(others, default=(freed, 0, act))
        kept.chosen[gap] = best if price < freed else act
        taken[kept.chosen[gap]] += 1
    return kept


def _price(problem: AllocationProblem, act: int, taken: int) -> int:
    """Return what one more person costs when ``taken`` take the act already: their own cost, and a new class where needed."""
    offered = problem.acts[act]
    return offered.cost + (offered.fixed if taken % problem.seats_of(act) == 0 else 0)


def _open(problem: AllocationProblem, act: int, taken: int) -> bool:
    """Return whether an act that ``taken`` people take has a seat left in some class."""
    return taken < problem.seats_of(act) * problem.acts[act].classes


def fill(problem: AllocationProblem, plan: Plan) -> Plan:
    """Add what still fits, the most valuable first: only needed where the solver stopped before its proof was done."""
    chosen = Plan(problem, list(plan.chosen))
    open_gaps = [(-value, act, gap) for gap, act, value in problem.options if chosen.chosen[gap] == NOT_CHOSEN]
    taken, left = chosen.taken(), problem.budget - chosen.cost()
    for _value, act, gap in sorted(open_gaps):
        price = _price(problem, act, taken[act])
        fits = price <= left and _open(problem, act, taken[act])
        if fits and chosen.chosen[gap] == NOT_CHOSEN and not chosen.room(problem.gaps[gap], act):
            chosen.chosen[gap] = act
            taken[act] += 1
            left -= price
    return chosen
