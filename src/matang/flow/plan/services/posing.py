"""From a workbench to a proved placement: everybody whom the gates let through, the pairs worth looking at, the bounds."""

from dataclasses import dataclass, field, replace

import numpy as np

from matang import engine
from matang.flow.plan.choices import RUNNERS_UP
from matang.flow.plan.models import PlacementScenario
from matang.flow.plan.selectors.facts import Integers
from matang.flow.plan.services.sheet import opd_of
from matang.flow.plan.services.workbench import Workbench

SPARE = 10
WIDE = 60
"""Up to so many candidates are kept for each post outright; beyond, each person's best posts are, and what prices add."""
BEST_POSTS = 50
VACANCY_COST = 100_000
"""An empty post costs more than any score is worth, so that a post is left empty only when nobody may hold it."""
BEST_PEOPLE = 10
PAIRS_AT_ONCE = 4_000_000
TABLE = 100_000_000
"""Pairs of people and classes of posts of which a table is kept: half a gigabyte."""
NOBODY = -(2**60)


@dataclass(frozen=True, eq=False)
class Posed:
    """A solved question. ``move_cost`` and ``leaving_cost`` (by OPD's key) are the prices of its bounds, ``tie`` as solved."""

    problem: engine.Problem
    result: engine.Result
    move_cost: int = 0
    leaving_cost: dict[str, int] = field(default_factory=dict)
    tie: int = 0

    @property
    def costs(self) -> dict[str, object]:
        """The prices as they are stored; empty where no bound holds anything back."""
        if not self.move_cost and not self.leaving_cost:
            return {}
        return {"move": self.move_cost, "leaving": self.leaving_cost, "tie": self.tie, "vacancy": VACANCY_COST}


def pose(bench: Workbench, scenario: PlacementScenario) -> Posed:
    """Return the best placement of a question over every pair that the gates allow, and within its bounds.

    Where as many candidates are kept for each post as there are places in all, and some more, one at least is free whatever
    happens at the other places. Otherwise, and under bounds, every pair is held against the prices, and what they show to
    have been overlooked is added until nothing is.
    """
    rows, source = _pairs_of(bench.sheet)
    keep = sum(post.opening.places for post in bench.posts) + SPARE
    solver = _Bounded(bench, scenario, rows)
    done = engine.solve_complete(
        source,
        people=bench.facts.ids[rows],
        posts=np.array([post.id for post in bench.posts], dtype=np.int64),
        capacity=np.array([post.opening.places for post in bench.posts], dtype=np.int64),
        vacancy_cost=VACANCY_COST,
        per_person=0 if keep <= WIDE else BEST_POSTS,
        per_post=keep if keep <= WIDE else 0,
        always=None if keep <= WIDE else _best_of_each(source, np.zeros(source.people, np.int64), BEST_PEOPLE),
        solver=solver,
    )
    problem, result = done.problem, done.result
    if keep > WIDE:
        problem, result = _with_runners_up(source, problem, result)
    return replace(solver.found, problem=problem, result=result)


def _pairs_of(sheet: engine.ScoreSheet) -> tuple[Integers, engine.PairSource]:
    """Return who may hold at least one of the posts, and their pairs: as tables, where they fit in memory.

    They are looked at once in every round, so the tables are made in the same pass that finds who may hold anything.
    """
    every = engine.SheetPairs.of(sheet)
    kept, end = every.people * every.classes <= TABLE, 0
    allowed = np.empty((every.people, every.classes) if kept else (0, 0), dtype=bool)
    score = np.empty(allowed.shape, dtype=np.int32)
    rows = np.zeros(every.people, dtype=bool)
    step = max(1, PAIRS_AT_ONCE // max(every.classes, 1))
    for at in range(0, every.people, step):
        block = every.block(at, min(at + step, every.people))
        some = block.allowed.any(axis=1)
        rows[at : at + len(some)] = some
        if kept:
            new = slice(end, end + int(some.sum()))
            allowed[new], score[new], end = block.allowed[some], block.score[some], new.stop
    chosen: Integers = np.flatnonzero(rows)
    if not kept:
        return chosen, engine.SheetPairs.of(sheet, chosen)
    return chosen, engine.TablePairs(allowed[:end], score[:end], every.post_class)


class _Bounded:
    """The solver of a question with its bounds; remembers the prices of the last round."""

    def __init__(self, bench: Workbench, scenario: PlacementScenario, rows: Integers) -> None:
        self.most, self.leaving = scenario.most_moves, scenario.most_leaving
        opds = [opd_of(bench.facts.unit_paths[row]) for row in rows.tolist()]
        self.opds = sorted(set(opds))
        at = {key: number for number, key in enumerate(self.opds)}
        self.group = np.array([at[key] for key in opds], dtype=np.int64)
        self.found = Posed.__new__(Posed)

    def __call__(self, problem: engine.Problem) -> tuple[engine.Problem, engine.Result]:
        if self.most is None and self.leaving is None:
            self.found = Posed(problem, engine.solve(problem))
        else:
            room = None if self.leaving is None else np.full(len(self.opds), self.leaving, np.int64)
            solved = engine.solve_bounded(problem, most=self.most, group=self.group, most_of_group=room)
            leaving = {key: int(cost) for key, cost in zip(self.opds, solved.group_cost.tolist(), strict=False) if cost}
            self.found = Posed(solved.problem, solved.result, solved.move_cost, leaving, solved.tie)
        return self.found.problem, self.found.result


def _with_runners_up(
    source: engine.PairSource, problem: engine.Problem, result: engine.Result
) -> tuple[engine.Problem, engine.Result]:
    """Add for each post those who come nearest by the prices, so that its shortlist is full. The proof holds as it is.

    In a class of posts the same people come nearest: those with the most points above their own price.
    """
    lead = problem.unplaced_cost - result.person_price
    person, post, score = _best_of_each(source, lead, RUNNERS_UP + 1)
    width = len(problem.posts)
    known, wanted = problem.edge_people * width + problem.edge_posts, person * width + post
    place = np.searchsorted(known, wanted)
    new = place == len(known)
    new[~new] = known[place[~new]] != wanted[~new]
    wider = engine.Problem.build(
        people=problem.people,
        posts=problem.posts,
        capacity=problem.capacity,
        pairs=(
            np.concatenate([problem.people[problem.edge_people], problem.people[person[new]]]),
            np.concatenate([problem.posts[problem.edge_posts], problem.posts[post[new]]]),
            np.concatenate([problem.score, score[new]]),
        ),
        unplaced_cost=problem.unplaced_cost,
        vacancy_cost=problem.vacancy_cost,
    )
    return wider, replace(result, problem_digest=wider.digest)


def _best_of_each(source: engine.PairSource, lead: Integers, keep: int) -> tuple[Integers, Integers, Integers]:
    """Return for each post the best people of its class by points and ``lead``, the first among equals: positions and points.

    A class of many posts keeps as many more, so that there is somebody for each.
    """
    size = np.bincount(source.post_class, minlength=source.classes)
    # Class by class, so that what is compared lies side by side in memory.
    best = np.empty((source.classes, 0), dtype=np.int64)
    whom = np.empty((source.classes, 0), dtype=np.int64)
    most = int(keep + size.max(initial=0))
    step = max(most, PAIRS_AT_ONCE // max(source.classes, 1))
    for start in range(0, source.people, step):
        stop = min(start + step, source.people)
        block = source.block(start, stop)
        worth = np.where(block.allowed, block.score + lead[start:stop, None], NOBODY)
        best = np.concatenate([best, np.ascontiguousarray(worth.T)], axis=1)
        whom = np.concatenate([whom, np.broadcast_to(np.arange(start, stop), (source.classes, stop - start))], axis=1)
        top = engine.top_columns(best, min(most, best.shape[1]))
        best, whom = np.take_along_axis(best, top, axis=1), np.take_along_axis(whom, top, axis=1)
    wanted = np.minimum(keep + size, best.shape[1])[source.post_class]
    post = np.repeat(np.arange(len(wanted)), wanted)
    rank = np.arange(len(post)) - np.repeat(np.cumsum(wanted) - wanted, wanted)
    kind = source.post_class[post]
    person, worth = whom[kind, rank], best[kind, rank]
    fits = worth > NOBODY
    return person[fits], post[fits], (worth - lead[person])[fits]
