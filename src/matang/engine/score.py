"""Points for a pair, from terms that are kept so that an explanation can use them.

A term measures people (a level, years, months) and says how much of it each post asks for. What counts is capped at what
is asked: surplus in one term never buys a lack in another. A must-have term is also a gate: below it, or not shown, the
pair is no candidate whatever the other points.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from matang.engine.candidates import Block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from matang.engine.problem import Integers

NOT_SHOWN = -1
"""A measure nobody knows. It earns nothing and passes no must-have, but is never called "below"."""

PASS, FAIL, CANNOT_TELL = 1, 0, -1


@dataclass(frozen=True, eq=False)
class ScoreTerm:
    """One thing that counts.

    ``measured[i]`` is what person ``i`` shows for sure, in units (``NOT_SHOWN`` = unknown); ``required[j]`` what post
    ``j`` asks, 0 where it asks nothing; each unit up to it earns ``points_per_unit``.
    """

    name: str
    points_per_unit: int
    measured: Integers
    required: Integers
    must: bool = False

    def __post_init__(self) -> None:
        if self.points_per_unit < 0:
            raise ValueError(f"{self.name}: a weight cannot be negative")
        if self.required.size and int(self.required.min()) < 0:
            raise ValueError(f"{self.name}: a requirement cannot be negative")


@dataclass(frozen=True)
class TermScore:
    """What one term gave one pair: shown (None = unknown), asked, counted and points."""

    name: str
    shown: int | None
    asked: int
    points_per_unit: int
    must: bool

    @property
    def counted(self) -> int:
        """Return the units that count: never more than asked."""
        return min(self.shown or 0, self.asked)

    @property
    def points(self) -> int:
        """Return the points earned."""
        return self.counted * self.points_per_unit

    @property
    def lacking(self) -> int:
        """Return how many units more would still count."""
        return self.asked - self.counted

    @property
    def gate(self) -> int:
        """Return whether the must-have is met: 1 yes (or no must-have), 0 no, -1 cannot tell."""
        if not self.must or self.asked == 0:
            return PASS
        if self.shown is None:
            return CANNOT_TELL
        return PASS if self.shown >= self.asked else FAIL


@dataclass(frozen=True, eq=False)
class Gates:
    """Hard requirements decided elsewhere (by law): ``outcome[i, of_post[j]]`` is 1 pass, 0 fail, -1 cannot tell."""

    outcome: NDArray[np.int8]
    of_post: Integers


@dataclass(frozen=True, eq=False)
class ScoreSheet:
    """All terms for all people and posts; the source of candidate pairs.

    Posts that ask the same and stand behind the same gate form one class, so that no array is as large as people × posts.
    ``doubtful_allowed`` lets pairs through whose gate cannot be told; they are otherwise no candidates.
    """

    terms: tuple[ScoreTerm, ...]
    people: int
    posts: int
    gates: Gates | None = None
    doubtful_allowed: bool = False
    post_class: Integers = field(init=False)
    _example: Integers = field(init=False)

    def __post_init__(self) -> None:
        for term in self.terms:
            if len(term.measured) != self.people or len(term.required) != self.posts:
                raise ValueError(f"{term.name}: measured or required has the wrong length")
        asked = [term.required for term in self.terms]
        behind = [self.gates.of_post] if self.gates is not None else []
        key = np.stack([*asked, *behind, np.zeros(self.posts, np.int64)], axis=1).astype(np.int64)
        _, example, inverse = np.unique(key, axis=0, return_index=True, return_inverse=True)
        object.__setattr__(self, "post_class", inverse.reshape(-1).astype(np.int64))
        object.__setattr__(self, "_example", example.astype(np.int64))

    @property
    def classes(self) -> int:
        """Return how many kinds of post there are."""
        return len(self._example)

    @property
    def examples(self) -> Integers:
        """Return one post of each class."""
        return self._example

    def gate_of(self, person: int, post: int) -> int:
        """Return for one pair: 1 allowed, 0 refused, -1 cannot tell. A refusal outweighs a doubt."""
        law = PASS if self.gates is None else int(self.gates.outcome[person, self.gates.of_post[post]])
        found = {law, *(term.gate for term in self.breakdown(person, post))}
        return FAIL if FAIL in found else CANNOT_TELL if CANNOT_TELL in found else PASS

    def breakdown(self, person: int, post: int) -> tuple[TermScore, ...]:
        """Return what each term gave one pair, in the order of the sheet."""
        found = []
        for term in self.terms:
            shown = int(term.measured[person])
            found.append(
                TermScore(
                    term.name, None if shown == NOT_SHOWN else shown, int(term.required[post]), term.points_per_unit, term.must
                )
            )
        return tuple(found)

    def score(self, person: int, post: int) -> int:
        """Return the points of one pair."""
        return sum(term.points for term in self.breakdown(person, post))

    def block(self, start: int, stop: int) -> Block:
        """Return for people ``start … stop - 1`` and every class of posts: allowed, and points."""
        shape = (stop - start, self.classes)
        points = np.zeros(shape, dtype=np.int64)
        refused, doubtful = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=bool)
        for term in self.terms:
            shown, asked = term.measured[start:stop, None], term.required[self._example][None, :]
            points += np.minimum(np.maximum(shown, 0), asked) * term.points_per_unit
            if term.must:
                refused |= (shown < asked) & (shown != NOT_SHOWN)
                doubtful |= (shown == NOT_SHOWN) & (asked > 0)
        if self.gates is not None:
            law = self.gates.outcome[start:stop][:, self.gates.of_post[self._example]]
            refused |= law == FAIL
            doubtful |= law == CANNOT_TELL
        return Block(~refused if self.doubtful_allowed else ~(refused | doubtful), points)


def levers(terms: Sequence[TermScore]) -> list[tuple[str, int, int]]:
    """Return what could still be earned: (term, points per unit, units that would still count)."""
    return [(term.name, term.points_per_unit, term.lacking) for term in terms if term.lacking and term.points_per_unit]
