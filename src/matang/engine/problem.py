"""What is to be decided: people, posts with capacity, the pairs that are allowed, and what each is worth.

All numbers are integers, so that the proof is exact. The gain of placing person ``i`` on post ``j`` is

    score(i, j) + unplaced_cost(i) + vacancy_cost(j)

that is, against leaving the person unplaced and the seat empty. Both are always allowed, at their stated cost, so no
problem is ever "infeasible".
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from numpy.typing import ArrayLike, NDArray

    Integers = NDArray[np.int64]

FORMAT = "matang.engine.problem/1"
LIMIT = 2**52
"""No single number may be larger; sums of a few such numbers stay far inside 64 bits."""
LOOPS_FROM = 2_000_000
"""From so many numbers on, a compiled loop writes them in less time than loading it takes."""
PAIRS_AT_ONCE = 2**16
"""So many pairs stay in the processor's near memory while something is added to them."""
PIECE = 2**15
"""So many numbers are turned into text at once; their text stays in the processor's near memory."""


class ProblemError(ValueError):
    """The numbers do not describe a problem; the message names the array and the first wrong place."""


def _integers(name: str, values: ArrayLike) -> Integers:
    """Return ``values`` as a read-only int64 vector of our own, or refuse it with the name of the array.

    A vector that is read-only already and owns its numbers is taken over; anything else is copied.
    """
    raw = np.asarray(values)
    if raw.ndim != 1:
        raise ProblemError(f"{name}: expected one dimension, got {raw.ndim}")
    if raw.size and raw.dtype.kind not in "iu":
        raise ProblemError(f"{name}: expected integers, got {raw.dtype}")
    if raw.size and (int(raw.max()) > LIMIT or int(raw.min()) < -LIMIT):
        raise ProblemError(f"{name}: a number is outside ±2^52")
    if raw.dtype == np.int64 and raw.flags.owndata and not raw.flags.writeable:
        return raw
    return _closed(np.array(raw, dtype=np.int64))


def _closed(array: Integers) -> Integers:
    """Return an array of our own, closed for writing."""
    array.flags.writeable = False
    return array


def _ascending(name: str, ids: Integers) -> None:
    """Refuse identifiers that are not strictly ascending (``Problem.build`` sorts them)."""
    if ids.size > 1 and not bool((ids[1:] > ids[:-1]).all()):
        at = int(np.flatnonzero(ids[1:] <= ids[:-1])[0])
        raise ProblemError(f"{name}: identifier {int(ids[at + 1])} stands twice or out of order")


def _rising(person: Integers, post: Integers) -> NDArray[np.bool_]:
    """Return for each pair but the first whether it comes after the one before it, by person, then post."""
    rising: NDArray[np.bool_] = (person[1:] > person[:-1]) | ((person[1:] == person[:-1]) & (post[1:] > post[:-1]))
    return rising


@dataclass(frozen=True, eq=False)
class Problem:
    """A validated problem in canonical order: people, posts and edges ascending, so equal input gives equal bytes.

    ``edge_people`` and ``edge_posts`` hold positions in ``people`` and ``posts``, not identifiers.
    """

    people: Integers
    posts: Integers
    capacity: Integers
    edge_people: Integers
    edge_posts: Integers
    score: Integers
    unplaced_cost: Integers
    vacancy_cost: Integers

    def __post_init__(self) -> None:
        for name in ("people", "posts", "capacity", "edge_people", "edge_posts", "score", "unplaced_cost", "vacancy_cost"):
            object.__setattr__(self, name, _integers(name, getattr(self, name)))
        _ascending("people", self.people)
        _ascending("posts", self.posts)
        for name, array, size in (
            ("capacity", self.capacity, len(self.posts)),
            ("vacancy_cost", self.vacancy_cost, len(self.posts)),
            ("unplaced_cost", self.unplaced_cost, len(self.people)),
            ("edge_posts", self.edge_posts, len(self.edge_people)),
            ("score", self.score, len(self.edge_people)),
        ):
            if len(array) != size:
                raise ProblemError(f"{name}: {len(array)} numbers where {size} are needed")
        if self.capacity.size and int(self.capacity.min()) < 0:
            raise ProblemError("capacity: a post cannot have fewer than 0 seats")
        self._refuse_bad_edges()

    def _refuse_bad_edges(self) -> None:
        """Refuse edges that point nowhere, stand twice or out of order."""
        for name, ends, size in (
            ("edge_people", self.edge_people, len(self.people)),
            ("edge_posts", self.edge_posts, len(self.posts)),
        ):
            if ends.size and (int(ends.min()) < 0 or int(ends.max()) >= size):
                raise ProblemError(f"{name}: an edge points outside the {size} known")
        person, post = self.edge_people, self.edge_posts
        rising = _rising(person, post)
        if not bool(rising.all()):
            at = int(np.flatnonzero(~rising)[0]) + 1
            raise ProblemError(f"edges: pair ({self.people[person[at]]}, {self.posts[post[at]]}) stands twice or out of order")

    @classmethod
    def build(
        cls,
        *,
        people: ArrayLike,
        posts: ArrayLike,
        capacity: ArrayLike | None = None,
        pairs: tuple[ArrayLike, ArrayLike, ArrayLike],
        unplaced_cost: ArrayLike | int = 0,
        vacancy_cost: ArrayLike | int = 0,
    ) -> Problem:
        """Return the canonical problem for numbers in any order.

        ``pairs`` are three vectors: person identifier, post identifier, score. Without ``capacity`` each post has one
        seat. Unknown identifiers, doubles and wrong lengths are refused.
        """
        people_in, posts_in = _integers("people", people), _integers("posts", posts)
        seats = _integers("capacity", np.ones(len(posts_in), np.int64) if capacity is None else capacity)
        lonely = _integers(
            "unplaced_cost", np.full(len(people_in), unplaced_cost) if np.ndim(unplaced_cost) == 0 else unplaced_cost
        )
        vacant = _integers("vacancy_cost", np.full(len(posts_in), vacancy_cost) if np.ndim(vacancy_cost) == 0 else vacancy_cost)
        for name, given, size in (
            ("capacity", seats, len(posts_in)),
            ("vacancy_cost", vacant, len(posts_in)),
            ("unplaced_cost", lonely, len(people_in)),
        ):
            if len(given) != size:
                raise ProblemError(f"{name}: {len(given)} numbers where {size} are needed")
        by_person, by_post = np.argsort(people_in, kind="stable"), np.argsort(posts_in, kind="stable")
        people_sorted, posts_sorted = people_in[by_person], posts_in[by_post]
        _ascending("people", people_sorted)
        _ascending("posts", posts_sorted)
        whom, where, score = (
            _integers(name, part) for name, part in zip(("pairs.person", "pairs.post", "pairs.score"), pairs, strict=True)
        )
        if not len(whom) == len(where) == len(score):
            raise ProblemError("pairs: the three vectors differ in length")
        row = _closed(position("pairs.person", people_sorted, whom))
        column = _closed(position("pairs.post", posts_sorted, where))
        del whom, where
        if not bool(_rising(row, column).all()):
            order = np.argsort(row * len(posts_sorted) + column, kind="stable")
            row, column, score = _closed(row[order]), _closed(column[order]), _closed(score[order])
        return cls(people_sorted, posts_sorted, seats[by_post], row, column, score, lonely[by_person], vacant[by_post])

    @cached_property
    def gain(self) -> Integers:
        """Return what each edge is worth against leaving the person unplaced and the seat empty."""
        gain = self.score.copy()
        for start in range(0, len(gain) if self.unplaced_cost.any() or self.vacancy_cost.any() else 0, PAIRS_AT_ONCE):
            piece = slice(start, start + PAIRS_AT_ONCE)
            gain[piece] += self.unplaced_cost[self.edge_people[piece]]
            gain[piece] += self.vacancy_cost[self.edge_posts[piece]]
        return gain

    @cached_property
    def first_edge(self) -> Integers:
        """Return where each person's edges begin; one longer than ``people``."""
        return np.searchsorted(self.edge_people, np.arange(len(self.people) + 1)).astype(np.int64)

    @property
    def base(self) -> int:
        """Return the value when nobody is placed: minus every cost of staying unplaced and of every empty seat."""
        costly = np.flatnonzero(self.vacancy_cost)
        seats = zip(self.capacity[costly].tolist(), self.vacancy_cost[costly].tolist(), strict=True)
        return -int(sum(self.unplaced_cost.tolist())) - int(sum(number * cost for number, cost in seats))

    def person_at(self, person_id: int) -> int:
        """Return the position of a person; ``ProblemError`` when not in the problem."""
        return int(position("person", self.people, np.array([person_id]))[0])

    def post_at(self, post_id: int) -> int:
        """Return the position of a post; ``ProblemError`` when not in the problem."""
        return int(position("post", self.posts, np.array([post_id]))[0])

    def edge_between(self, person: int, post: int) -> int:
        """Return the number of the edge between two positions, or -1 when the pair is no candidate."""
        start, stop = int(self.first_edge[person]), int(self.first_edge[person + 1])
        at: int = start + int(np.searchsorted(self.edge_posts[start:stop], post))
        return at if at < stop and int(self.edge_posts[at]) == post else -1

    def to_data(self) -> dict[str, Any]:
        """Return the problem as the content of its file; arrays instead of lists."""
        return {
            "format": FORMAT,
            "people": self.people,
            "posts": self.posts,
            "capacity": self.capacity,
            "edge_people": self.edge_people,
            "edge_posts": self.edge_posts,
            "score": self.score,
            "unplaced_cost": self.unplaced_cost,
            "vacancy_cost": self.vacancy_cost,
        }

    @cached_property
    def canonical(self) -> bytes:
        """Return the file's bytes: sorted keys, integers, no spaces, one line per array, UTF-8."""
        return canonical_json(self.to_data())

    @cached_property
    def digest(self) -> str:
        """Return the SHA-256 of the file's bytes, which a result names. The bytes are never all in memory."""
        sha = hashlib.sha256()
        for piece in canonical_pieces(self.to_data()):
            sha.update(piece)
        return sha.hexdigest()

    def write(self, path: Path) -> None:
        """Write the problem file, piece by piece."""
        with path.open("wb") as file:
            file.writelines(canonical_pieces(self.to_data()))

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Problem:
        """Return the problem of a file's content."""
        if data.get("format") != FORMAT:
            raise ProblemError(f"format: expected {FORMAT}")
        names = ("people", "posts", "capacity", "edge_people", "edge_posts", "score", "unplaced_cost", "vacancy_cost")
        missing = [name for name in names if name not in data]
        if missing:
            raise ProblemError(f"{missing[0]}: missing")
        return cls(*(data[name] for name in names))

    @classmethod
    def read(cls, path: Path) -> Problem:
        """Return the problem of a file."""
        return cls.from_data(cast("dict[str, Any]", json.loads(path.read_bytes())))


def position(name: str, known: Integers, wanted: Integers) -> Integers:
    """Return where each of ``wanted`` stands in ascending ``known``; refuse what is not there."""
    if known.size and int(known[-1]) - int(known[0]) < len(known):
        at = wanted - known[0]  # no gaps: the identifier says the place
        found = (at >= 0) & (at < len(known))
    else:
        at = np.searchsorted(known, wanted)
        found = at < len(known)
        found[found] = known[at[found]] == wanted[found]
    if not bool(found.all()):
        raise ProblemError(f"{name}: {int(wanted[np.flatnonzero(~found)[0]])} is not known")
    place: Integers = at.astype(np.int64, copy=False)
    return place


def canonical_json(data: Mapping[str, Any]) -> bytes:
    """Return canonical JSON of one flat mapping: keys ascending, one a line; vectors of integers without spaces."""
    return b"".join(canonical_pieces(data))


def canonical_pieces(data: Mapping[str, Any], *, line: str = "\n") -> Iterator[bytes]:
    """Yield the same bytes piece by piece; with an empty ``line`` all stands on one line."""
    many = sum(value.size for value in data.values() if isinstance(value, np.ndarray)) >= LOOPS_FROM
    for number, key in enumerate(sorted(data)):
        yield f"{',' if number else '{'}{line}{json.dumps(key)}:".encode()
        value = data[key]
        if isinstance(value, np.ndarray):
            yield b"["
            for start in range(0, len(value), PIECE):
                yield b"," if start else b""
                yield _joined(value[start : start + PIECE], loops=many)
            yield b"]"
        else:
            yield json.dumps(value, separators=(",", ":"), ensure_ascii=False, sort_keys=True).encode()
    yield f"{'' if data else '{' + line}{line}}}{line}".encode()


def _joined(numbers: Integers, *, loops: bool) -> bytes:
    """Return whole numbers as text with commas between; a compiled loop does it where there are very many."""
    if loops:
        from matang.engine.kernel.digits import joined  # noqa: PLC0415 - loads the compiler

        return bytes(joined(numbers))
    return ",".join(map(str, numbers.tolist())).encode()
