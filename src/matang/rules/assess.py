"""Several rules together: for one case with all reasons, and for everybody against every kind of post."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.rules.core.facts import CodeColumn, NumberColumn
from matang.rules.core.outcome import Outcome, all_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from matang.rules.core.facts import Column
    from matang.rules.core.outcome import Truths
    from matang.rules.core.parameters import Book
    from matang.rules.core.rule import Rule, Verdict


@dataclass(frozen=True)
class Assessment:
    """All verdicts for one case; ``outcome`` fails when one fails, and cannot be told when one cannot."""

    outcome: Outcome
    verdicts: tuple[Verdict, ...]

    @property
    def failed(self) -> tuple[Verdict, ...]:
        """Return the verdicts that refuse."""
        return tuple(verdict for verdict in self.verdicts if verdict.outcome is Outcome.FAIL)

    @property
    def in_doubt(self) -> tuple[Verdict, ...]:
        """Return the verdicts that cannot be told."""
        return tuple(verdict for verdict in self.verdicts if verdict.outcome is Outcome.CANNOT_TELL)

    @property
    def unverified(self) -> bool:
        """Return whether any verdict rests on something nobody has read in the original."""
        return any(verdict.unverified for verdict in self.verdicts)


def assess(rules: Sequence[Rule], facts: Mapping[str, object], *, on: date, book: Book | None = None) -> Assessment:
    """Return the verdicts of all rules for one case on a day; ``book``: other parameters than the shipped ones."""
    verdicts = tuple(rule.trace(facts, on=on, book=book) for rule in rules)
    return Assessment(all_of(verdict.outcome for verdict in verdicts), verdicts)


@dataclass(frozen=True, eq=False)
class Grid:
    """The rules for all people against all posts, without an array of people × posts.

    Posts with equal facts form a class: ``outcome[i, of_post[j]]`` is 1 pass, 0 fail, -1 cannot tell for person ``i`` and
    post ``j``; ``by_rule`` holds the same for each rule by its key.
    """

    outcome: Truths
    by_rule: Mapping[str, Truths]
    of_post: NDArray[np.int64]

    def binding(self, person: int, post: int) -> tuple[str, ...]:
        """Return the keys of the rules that refuse a pair."""
        return self._with(person, post, Outcome.FAIL)

    def in_doubt(self, person: int, post: int) -> tuple[str, ...]:
        """Return the keys of the rules that cannot be told for a pair."""
        return self._with(person, post, Outcome.CANNOT_TELL)

    def pairs(self, rows: int = 1024, rule: str | None = None) -> Iterator[tuple[slice, Truths]]:
        """Yield the outcome of every single pair, some rows of people at a time: (which people, int8 people × posts).

        ``rule``: the outcomes of one rule by its key instead of those of all together.
        """
        found = self.outcome if rule is None else self.by_rule[rule]
        for begin in range(0, len(found), rows):
            part = slice(begin, begin + rows)
            yield part, np.take(found[part], self.of_post, axis=1)

    def _with(self, person: int, post: int, outcome: Outcome) -> tuple[str, ...]:
        """Return the keys of the rules that have an outcome for a pair."""
        kind = self.of_post[post]
        return tuple(key for key, found in self.by_rule.items() if int(found[person, kind]) == outcome)


def grid(
    rules: Sequence[Rule],
    people: Mapping[str, Column],
    posts: Mapping[str, Column],
    *,
    on: date,
    book: Book | None = None,
) -> Grid:
    """Return all rules for all people and posts. The columns of ``people`` and those of ``posts`` have one length each."""
    length = max(length_of(column) for column in people.values())
    first, of_post = _classes(posts)
    rows = {key: column.reshape(-1, 1) for key, column in people.items()}
    kinds = {key: taken(column, first).reshape(1, -1) for key, column in posts.items()}
    shape = (length, len(first))
    found_by_rule = {rule.key: rule.columns({**rows, **kinds}, on=on, book=book) for rule in rules}
    by_rule = {key: np.ascontiguousarray(np.broadcast_to(found, shape)) for key, found in found_by_rule.items()}
    outcome = np.ones(shape, dtype=np.int8)
    for found in by_rule.values():
        outcome = np.where((outcome == 0) | (found == 0), 0, np.minimum(outcome, found)).astype(np.int8)
    return Grid(outcome, by_rule, of_post)


def length_of(column: Column) -> int:
    """Return how many cases a column holds."""
    if isinstance(column, NumberColumn):
        return column.low.size
    return column.codes.size if isinstance(column, CodeColumn) else column.texts.size


def _classes(posts: Mapping[str, Column]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return one post of each class, and the class of each post."""
    parts: list[NDArray[np.int64]] = []
    for column in posts.values():
        if isinstance(column, NumberColumn):
            parts += [column.low, column.high]
        elif isinstance(column, CodeColumn):
            parts.append(column.codes.astype(np.int64))
        else:
            parts.append(np.unique(column.texts, return_inverse=True)[1].astype(np.int64))
    _, first, of_post = np.unique(np.stack(parts, axis=1), axis=0, return_index=True, return_inverse=True)
    return first.astype(np.int64), of_post.reshape(-1).astype(np.int64)


def taken(column: Column, rows: NDArray[np.int64]) -> Column:
    """Return some cases of a column."""
    if isinstance(column, NumberColumn):
        return NumberColumn(column.low[rows], column.high[rows])
    return CodeColumn(column.codes[rows]) if isinstance(column, CodeColumn) else type(column)(column.texts[rows])
