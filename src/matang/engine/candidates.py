"""From "everybody could go anywhere" to the pairs worth looking at, without an object per pair.

Posts come in classes (same requirements, same gate), so a source answers for people × classes. Each person keeps the
best ``per_person`` posts, each post its best ``per_post`` people. Among posts of equal points a person begins at a place
of their own, so that equal people don't all crowd on the first posts of a class. The order is stable: the same source
gives the same edges. Many pairs go through compiled loops, few through columns; both give the same edges.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matang.engine.problem import Integers

    Part = tuple[Integers, Integers, Integers]

PAIRS_AT_ONCE = 4_000_000
LOOPS_FROM = 30_000_000
"""From so many people × classes on, compiled loops save more time than loading them takes."""
PAIRS_A_LOOP = 250_000
"""So many pairs stay in the processor's near memory while a loop reads them."""
LOWEST = np.int64(np.iinfo(np.int64).min)
"""Below all points. A number of NumPy's: a plain one takes the width of the points beside it, and wraps round to nought."""
SPREAD = 2_654_435_761
"""An odd number that scatters people over the posts of a class (Knuth's multiplicative hashing)."""


@dataclass(frozen=True, eq=False)
class Block:
    """Some people against every class of posts: is the pair allowed, and how many points is it worth."""

    allowed: NDArray[np.bool_]
    score: Integers


class PairSource(Protocol):
    """Whoever knows which pairs are allowed and what they are worth."""

    @property
    def people(self) -> int:
        """Return the number of people."""

    @property
    def classes(self) -> int:
        """Return the number of classes of posts."""

    @property
    def post_class(self) -> Integers:
        """Return the class of each post."""

    def block(self, start: int, stop: int) -> Block:
        """Return people ``start … stop - 1`` against every class."""


@dataclass(frozen=True, eq=False)
class TablePairs:
    """A source from two finished tables, people × classes; without ``post_class`` each column is a post."""

    allowed: NDArray[np.bool_]
    score: Integers
    post_class: Integers

    @classmethod
    def of_posts(cls, allowed: NDArray[np.bool_], score: Integers) -> TablePairs:
        """Return a source whose columns are the posts themselves."""
        return cls(allowed, score, np.arange(allowed.shape[1], dtype=np.int64))

    @property
    def people(self) -> int:
        """Return the number of people."""
        return int(self.allowed.shape[0])

    @property
    def classes(self) -> int:
        """Return the number of classes of posts."""
        return int(self.allowed.shape[1])

    def block(self, start: int, stop: int) -> Block:
        """Return people ``start … stop - 1`` against every class."""
        return Block(self.allowed[start:stop], self.score[start:stop])


@dataclass(frozen=True, eq=False)
class CandidateEdges:
    """Candidate pairs as positions, ascending by person, then post, with their points."""

    people: Integers
    posts: Integers
    score: Integers

    def __len__(self) -> int:
        """Return the number of pairs."""
        return len(self.people)


def build_candidates(
    source: PairSource,
    *,
    per_person: int,
    per_post: int = 0,
    always: tuple[Integers, Integers, Integers] | None = None,
    loops: bool | None = None,
) -> CandidateEdges:
    """Return the candidate pairs.

    ``always`` are pairs (person, post, points) that are kept whatever their rank, with these points instead of the
    source's: a person's own post, for instance, with the preference for staying added. ``loops`` says whether compiled
    loops do the work; by default the size does.
    """
    members = _Members.of(source.post_class, source.classes)
    if loops is None:
        loops = source.people * source.classes >= LOOPS_FROM
    parts = _by_loops(source, members, per_person, per_post) if loops else _by_columns(source, members, per_person, per_post)
    return _merge(parts, always, len(source.post_class))


def _by_columns(source: PairSource, members: _Members, per_person: int, per_post: int) -> list[Part]:
    """Return the best posts of each person, and the best people of each post when wanted."""
    parts: list[Part] = []
    step = max(1, PAIRS_AT_ONCE // max(source.classes, 1))
    if per_person > 0:
        starts = range(0, source.people, step)
        blocks = ((start, source.block(start, min(start + step, source.people))) for start in starts)
        parts = [_joined([_best_posts(block, start, members, per_person) for start, block in blocks])]
    if per_post > 0:
        parts.append(_best_people(source, step, members, per_post))
    return parts


def _by_loops(source: PairSource, members: _Members, per_person: int, per_post: int) -> list[Part]:
    """Return the same, in one pass over small blocks."""
    from matang.engine.kernel.best import Classes, Pairs, Rows, best_people, best_posts  # noqa: PLC0415 - loads the compiler

    classes = Classes(members.posts, members.first, members.size, SPREAD)
    keep = min(max(per_person, 0), len(members.posts))
    out = Pairs(*(np.empty(source.people * keep, dtype=np.int64) for _ in range(3)))
    who, points = np.zeros((2, source.classes, min(max(per_post, 0), source.people)), dtype=np.int64)
    filled = np.zeros(source.classes, dtype=np.int64)
    end = 0
    step = max(1, PAIRS_A_LOOP // max(source.classes, 1))
    for start in range(0, source.people, step):
        block = source.block(start, min(start + step, source.people))
        rows = Rows(np.ascontiguousarray(block.allowed), np.ascontiguousarray(block.score, dtype=np.int64), start)
        if keep:
            end = best_posts(rows, classes, keep, out, end)
        if who.shape[1]:
            best_people(rows, who, points, filled)
    parts = [(_cut(out.people, end), _cut(out.posts, end), _cut(out.score, end))] if keep else []
    if per_post > 0:
        fits = np.arange(who.shape[1]) < filled[:, None]
        parts.append(_offered(members, np.nonzero(fits)[0], who[fits], points[fits]))
    return parts


def _cut(array: Integers, length: int) -> Integers:
    """Return the beginning of an array without keeping the rest in memory, closed for writing."""
    array.resize(length, refcheck=False)
    array.flags.writeable = False
    return array


@dataclass(frozen=True, eq=False)
class _Members:
    """The posts grouped by class: ``posts[first[c] : first[c] + size[c]]`` are those of class ``c``."""

    posts: Integers
    first: Integers
    size: Integers

    @classmethod
    def of(cls, post_class: Integers, classes: int) -> _Members:
        """Return the groups."""
        order = np.argsort(post_class, kind="stable").astype(np.int64)
        first = np.searchsorted(post_class[order], np.arange(classes + 1)).astype(np.int64)
        return cls(order, first[:-1], np.diff(first))


def _best_posts(block: Block, start: int, members: _Members, keep: int) -> Part:
    """Return the best ``keep`` posts of each person of a block: classes by points, posts in a class from an own place."""
    people, classes = block.score.shape
    if not classes or not people or keep < 1:
        empty = np.empty(0, np.int64)
        return empty, empty, empty
    points = np.where(block.allowed & (members.size > 0)[None, :], block.score, LOWEST)
    wide = min(keep, classes)
    top = top_columns(points, wide)
    best = np.take_along_axis(points, top, axis=1)
    room = np.where(best == LOWEST, 0, members.size[top])
    taken = np.minimum(np.cumsum(room, axis=1), keep)
    count = np.diff(taken, axis=1, prepend=0)
    flat = count.ravel()
    row = np.repeat(np.repeat(np.arange(people), wide), flat)
    kind = np.repeat(top.ravel(), flat)
    inside = np.arange(int(flat.sum())) - np.repeat(np.cumsum(flat) - flat, flat)
    turn = ((start + row) * SPREAD) % (2**32) % np.maximum(members.size[kind], 1)
    post = members.posts[members.first[kind] + (inside + turn) % np.maximum(members.size[kind], 1)]
    return (start + row).astype(np.int64), post, np.repeat(best.ravel(), flat)


def top_columns(points: Integers, wide: int) -> NDArray[np.intp]:
    """Return for each row of ``points`` (rows × columns) the ``wide`` best columns, best first.

    Among equals the lower column comes first, also at the cut: the same on every machine.
    """
    columns = points.shape[1]
    if wide < columns:
        # The cut between equals must not depend on the partition's whims: break ties by column before cutting.
        kth = np.partition(points, columns - wide, axis=1)[:, columns - wide, None]
        above = points > kth
        level = points == kth
        spare = wide - above.sum(axis=1, keepdims=True)
        chosen = above | (level & (np.cumsum(level, axis=1) <= spare))
        cut = np.nonzero(chosen)[1].reshape(len(points), wide)
    else:
        cut = np.broadcast_to(np.arange(columns), points.shape)
    best = np.take_along_axis(points, cut, axis=1)
    rank = _descending(best)
    return np.take_along_axis(cut, rank, axis=1)


def _descending(values: Integers) -> NDArray[np.intp]:
    """Return the stable descending order of each row; safe for the lowest integer, whose negation overflows."""
    return np.argsort(~values, axis=1, kind="stable")


def _best_people(source: PairSource, step: int, members: _Members, keep: int) -> Part:
    """Return the best ``keep`` people of each class, offered to every post of that class."""
    points = np.full((0, source.classes), LOWEST, dtype=np.int64)
    whom = np.zeros((0, source.classes), dtype=np.int64)
    for start in range(0, source.people, step):
        stop = min(start + step, source.people)
        block = source.block(start, stop)
        points = np.concatenate([points, np.where(block.allowed, block.score, LOWEST)])
        whom = np.concatenate([whom, np.broadcast_to(np.arange(start, stop)[:, None], block.score.shape)])
        rank = _descending(points.T)[:, :keep].T
        points, whom = np.take_along_axis(points, rank, axis=0), np.take_along_axis(whom, rank, axis=0)
    fits = points > LOWEST
    return _offered(members, np.nonzero(fits.T)[0], whom.T[fits.T], points.T[fits.T])


def _offered(members: _Members, kind: Integers, person: Integers, score: Integers) -> Part:
    """Return the pairs of people with every post of a class."""
    count = members.size[kind]
    inside = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    return np.repeat(person, count), members.posts[np.repeat(members.first[kind], count) + inside], np.repeat(score, count)


def _joined(parts: list[Part]) -> Part:
    """Return the pairs of all parts, one after another."""
    empty = np.empty(0, np.int64)
    person, post, score = (np.concatenate([empty, *(part[at] for part in parts)]) for at in range(3))
    return person, post, score


def _ascending(person: Integers, post: Integers) -> bool:
    """Return whether all pairs ascend by person, then post, each once; looks at a few at a time."""
    for start in range(0, len(person), PAIRS_A_LOOP):
        row, column = person[start : start + PAIRS_A_LOOP + 1], post[start : start + PAIRS_A_LOOP + 1]
        if not bool(((row[1:] > row[:-1]) | ((row[1:] == row[:-1]) & (column[1:] > column[:-1]))).all()):
            return False
    return True


def _merge(parts: list[Part], always: Part | None, posts: int) -> CandidateEdges:
    """Return all pairs once, ascending; pairs of ``always`` stand in front, so that their points win."""
    person, post, score = parts[0] if len(parts) == 1 and always is None else _joined([*([always] if always else []), *parts])
    if _ascending(person, post):
        return CandidateEdges(person, post, score)
    _, once = np.unique(person * max(posts, 1) + post, return_index=True)
    return CandidateEdges(person[once].astype(np.int64), post[once].astype(np.int64), score[once].astype(np.int64))
