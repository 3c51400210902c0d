"""What to do about which gap: an allocation of acts within money, seats and what one person can take on.

A gap of a person may be answered by at most one act, each worth some points. ``AllocationProblem`` holds the numbers,
``allocate_solve`` finds the best answer, ``allocate_check`` holds it against the definition without any of this code,
``allocate_explain`` says why a gap was or was not answered. Money is in whole rupiah, time in lesson hours.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from matang.engine.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PROBLEM_FORMAT = "matang.engine.allocation/1"
RESULT_FORMAT = "matang.engine.allocated/1"
UNLIMITED = -1
NOT_CHOSEN = -1
MOST_MONEY = 10**15
MOST_VALUE = 10**6


@dataclass(frozen=True, slots=True)
class Act:
    """An act on offer: money for each person and for each class opened, seats in a class, how many classes at most."""

    id: int
    cost: int
    fixed: int = 0
    seats: int = UNLIMITED
    classes: int = 1
    hours: int = 0


@dataclass(frozen=True, slots=True)
class Learner:
    """A person with gaps: the unit that fairness counts, at most how many acts and hours, and the place in the draw."""

    id: int
    unit: int
    order: int
    most_acts: int = UNLIMITED
    most_hours: int = UNLIMITED


@dataclass(frozen=True)
class AllocationProblem:
    """The question. ``gaps`` maps each gap to a position in ``learners``; an option is (gap, act, value) by position.

    ``share`` is the percentage of what a unit could gain (its gaps each with their best act) that every unit should get
    before the rest goes where it is worth most. Two acts that ``clash`` cannot be taken by the same person; no act is offered
    for two gaps of one person.
    """

    budget: int
    share: int
    acts: tuple[Act, ...]
    learners: tuple[Learner, ...]
    gap_ids: tuple[int, ...]
    gaps: tuple[int, ...]
    options: tuple[tuple[int, int, int], ...]
    clashes: frozenset[tuple[int, int]] = field(default_factory=frozenset)

    @classmethod
    def build(
        cls,
        *,
        budget: int,
        acts: Sequence[Act],
        learners: Sequence[Learner],
        gaps: Sequence[tuple[int, int]],
        options: Sequence[tuple[int, int, int]],
        share: int = 0,
        clashes: Sequence[tuple[int, int]] = (),
    ) -> AllocationProblem:
        """Return the problem in canonical order. ``gaps`` are (id, person id), ``options`` (gap id, act id, points).

        Raises:
            ProblemError: a number out of range, an identifier twice or unknown.
        """
        acts, learners = sorted(acts, key=lambda act: act.id), sorted(learners, key=lambda learner: learner.id)
        ordered = sorted(gaps)
        act_at, person_at = _positions([act.id for act in acts], "act"), _positions([row.id for row in learners], "person")
        gap_at = _positions([key for key, _ in ordered], "gap")
        _refuse_numbers(budget, share, acts, learners)
        try:
            named = sorted({(gap_at[gap], act_at[act], value) for gap, act, value in options})
            holders = tuple(person_at[person] for _, person in ordered)
            both = frozenset((min(act_at[a], act_at[b]), max(act_at[a], act_at[b])) for a, b in clashes if a != b)
        except KeyError as error:
            raise ProblemError(f"option: {error.args[0]} is not known") from error
        if len({(gap, act) for gap, act, _ in named}) != len(named):
            raise ProblemError("option: the same act twice for a gap")
        if len({(holders[gap], act) for gap, act, _ in named}) != len(named):
            raise ProblemError("option: an act answers two gaps of one person")
        if any(not 0 < value <= MOST_VALUE for _, _, value in named):
            raise ProblemError(f"option: a value must lie between 1 and {MOST_VALUE}")
        return cls(
            budget=budget, share=share, acts=tuple(acts), learners=tuple(learners), gap_ids=tuple(gap_at), gaps=holders,
            options=tuple(named), clashes=both,
        )  # fmt: skip

    @cached_property
    def by_gap(self) -> list[list[tuple[int, int]]]:
        """The (act, value) options of each gap, by position."""
        found: list[list[tuple[int, int]]] = [[] for _ in self.gaps]
        for gap, act, value in self.options:
            found[gap].append((act, value))
        return found

    @cached_property
    def by_learner(self) -> list[list[int]]:
        """The gaps of each learner, by position."""
        found: list[list[int]] = [[] for _ in self.learners]
        for gap, learner in enumerate(self.gaps):
            found[learner].append(gap)
        return found

    @cached_property
    def wanted(self) -> dict[int, int]:
        """What each unit could gain: the best value of each of its gaps, summed. Units without any option are left out."""
        found: dict[int, int] = {}
        for gap, options in enumerate(self.by_gap):
            if options:
                unit = self.learners[self.gaps[gap]].unit
                found[unit] = found.get(unit, 0) + max(value for _, value in options)
        return dict(sorted(found.items()))

    @cached_property
    def floors(self) -> dict[int, int]:
        """The points that every unit should get first: ``share`` percent of what it could gain, rounded up."""
        return {unit: -(-wanted * self.share // 100) for unit, wanted in self.wanted.items()} if self.share else {}

    def seats_of(self, act: int) -> int:
        """Return how many a class of this act may hold; an act without limit holds all who want it."""
        seats = self.acts[act].seats
        return seats if seats != UNLIMITED else max(1, len(self.gaps))

    def with_budget(self, budget: int) -> AllocationProblem:
        """Return the same question with other money."""
        return AllocationProblem(
            budget, self.share, self.acts, self.learners, self.gap_ids, self.gaps, self.options, self.clashes
        )

    def to_data(self) -> dict[str, object]:
        """Return the problem as JSON values: identifiers and numbers only."""
        return {
            "format": PROBLEM_FORMAT,
            "budget": self.budget,
            "share": self.share,
            "acts": [[act.id, act.cost, act.fixed, act.seats, act.classes, act.hours] for act in self.acts],
            "people": [[row.id, row.unit, row.order, row.most_acts, row.most_hours] for row in self.learners],
            "gaps": [[key, learner] for key, learner in zip(self.gap_ids, self.gaps, strict=True)],
            "options": [list(option) for option in self.options],
            "clashes": [list(pair) for pair in sorted(self.clashes)],
        }

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> AllocationProblem:
        """Return the problem that ``to_data`` gave."""
        rows: dict[str, list[list[int]]] = {name: data[name] for name in ("acts", "people", "gaps", "options", "clashes")}  # type: ignore[misc]
        acts, people = [Act(*row) for row in rows["acts"]], [Learner(*row) for row in rows["people"]]
        keys = [row[0] for row in rows["gaps"]]
        return cls.build(
            budget=int(str(data["budget"])),
            share=int(str(data["share"])),
            acts=acts,
            learners=people,
            gaps=[(key, people[learner].id) for key, learner in rows["gaps"]],
            options=[(keys[gap], acts[act].id, value) for gap, act, value in rows["options"]],
            clashes=[(acts[a].id, acts[b].id) for a, b in rows["clashes"]],
        )

    @cached_property
    def canonical(self) -> bytes:
        """The problem as canonical JSON."""
        return canonical(self.to_data())

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON."""
        return hashlib.sha256(self.canonical).hexdigest()


@dataclass(frozen=True)
class Prices:
    """What one more of a thing would be worth, in points over ``SCALE``: proves how good any answer could be at most.

    ``money`` is for one rupiah, ``seats`` for a seat of each act, ``units`` for a point of the share of each unit.
    """

    money: int
    seats: tuple[int, ...]
    units: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Allocation:
    """The answer: for each gap the position of an act or ``NOT_CHOSEN``, and the classes opened of each act.

    ``short`` is how many points units lack of their share in all. No answer that is as fair can be worth more than
    ``bound``, which ``prices`` prove to anybody; ``proven`` = the solver says that none is worth more than this one.
    """

    problem_digest: str
    chosen: tuple[int, ...]
    classes: tuple[int, ...]
    value: int
    cost: int
    short: int
    bound: int
    proven: bool
    prices: Prices

    def to_data(self) -> dict[str, object]:
        """Return the answer as JSON values."""
        return {
            "format": RESULT_FORMAT,
            "problem": self.problem_digest,
            "chosen": list(self.chosen),
            "classes": list(self.classes),
            "value": self.value,
            "cost": self.cost,
            "short": self.short,
            "bound": self.bound,
            "proven": self.proven,
            "prices": {
                "money": self.prices.money,
                "seats": list(self.prices.seats),
                "units": [list(pair) for pair in self.prices.units],
            },
        }

    def canonical(self) -> bytes:
        """Return the answer as canonical JSON."""
        return canonical(self.to_data())


def canonical(data: Mapping[str, object]) -> bytes:
    """Return JSON with sorted keys and without spaces."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def _positions(keys: Sequence[int], what: str) -> dict[int, int]:
    found = {key: at for at, key in enumerate(keys)}
    if len(found) != len(keys):
        raise ProblemError(f"{what}: an identifier stands twice")
    return found


def _refuse_numbers(budget: int, share: int, acts: Sequence[Act], learners: Sequence[Learner]) -> None:
    if not 0 <= budget <= MOST_MONEY:
        raise ProblemError(f"budget: must lie between 0 and {MOST_MONEY}")
    if not 0 <= share <= 100:
        raise ProblemError("share: a percentage lies between 0 and 100")
    for act in acts:
        if not (0 <= act.cost <= MOST_MONEY and 0 <= act.fixed <= MOST_MONEY and act.hours >= 0 and act.classes >= 0):
            raise ProblemError(f"act {act.id}: a number is out of range")
        if act.seats < 1 and act.seats != UNLIMITED:
            raise ProblemError(f"act {act.id}: a class has at least one seat")
    if len({learner.order for learner in learners}) != len(learners):
        raise ProblemError("person: two have the same place in the draw")
    if any(min(learner.most_acts, learner.most_hours) < UNLIMITED for learner in learners):
        raise ProblemError("person: a limit is below zero")
