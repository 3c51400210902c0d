"""What was found: who goes where, what it is worth, and the prices that prove that nothing better exists."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from matang.engine.problem import canonical_json, canonical_pieces

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from matang.engine.problem import Integers, Problem

FORMAT = "matang.engine.result/1"


class ResultError(ValueError):
    """The file holds no result of this format."""


@dataclass(frozen=True, eq=False)
class Result:
    """An optimal assignment and its proof.

    ``assigned[i]`` is the position of person ``i``'s post, -1 when unplaced. ``objective`` is the sum of the scores of
    the placed minus the costs of the unplaced and of empty seats. ``person_price[i]`` and ``post_price[j]`` are the dual
    prices: what the person's presence and one seat more of the post would add. For every candidate pair the two prices
    together are at least its gain, and exactly its gain where the pair was chosen: that is the proof.
    """

    problem_digest: str
    people: Integers
    posts: Integers
    assigned: Integers
    objective: int
    person_price: Integers
    post_price: Integers

    @property
    def placed(self) -> int:
        """Return how many people have a post."""
        return int((self.assigned >= 0).sum())

    def post_of(self, person_id: int) -> int | None:
        """Return the identifier of the person's post, None when unplaced; ``KeyError`` when not in the result."""
        at = int(np.searchsorted(self.people, person_id))
        if at >= len(self.people) or int(self.people[at]) != person_id:
            raise KeyError(person_id)
        post = int(self.assigned[at])
        return None if post < 0 else int(self.posts[post])

    def pairs(self) -> list[tuple[int, int]]:
        """Return the placed people with their post, as identifiers, ascending by person."""
        rows = np.flatnonzero(self.assigned >= 0)
        return list(zip(self.people[rows].tolist(), self.posts[self.assigned[rows]].tolist(), strict=True))

    def to_data(self) -> dict[str, Any]:
        """Return the content of the result's file. ``assignment`` holds identifiers, null for the unplaced.

        ``fingerprint`` is the SHA-256 of the rest as compact JSON with ascending keys: it shows an accident even where
        the altered result would be another placement of equal value.
        """
        posts = self.posts.tolist()
        content: dict[str, Any] = {
            "format": FORMAT,
            "problem_sha256": self.problem_digest,
            "people": self.people,
            "posts": self.posts,
            "assignment": [None if at < 0 else posts[at] for at in self.assigned.tolist()],
            "objective": self.objective,
            "person_price": self.person_price,
            "post_price": self.post_price,
        }
        sha = hashlib.sha256()
        for piece in canonical_pieces(content, line=""):
            sha.update(piece)
        lists = {name: value.tolist() for name, value in content.items() if isinstance(value, np.ndarray)}
        return {**content, **lists, "fingerprint": sha.hexdigest()}

    def canonical(self) -> bytes:
        """Return the file's bytes; the same result gives the same bytes."""
        return canonical_json(self.to_data())

    def write(self, path: Path) -> None:
        """Write the result file."""
        path.write_bytes(self.canonical())

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Result:
        """Return the result of a file's content. Says nothing about its truth: that is what ``check`` is for."""
        if data.get("format") != FORMAT:
            raise ResultError(f"format: expected {FORMAT}")
        posts = np.array(data["posts"], dtype=np.int64)
        where = {identifier: at for at, identifier in enumerate(posts.tolist())}
        try:
            assigned = [-1 if post is None else where[post] for post in data["assignment"]]
        except KeyError as unknown:
            raise ResultError(f"assignment: post {unknown} is not known") from None
        return cls(
            problem_digest=str(data["problem_sha256"]),
            people=np.array(data["people"], dtype=np.int64),
            posts=posts,
            assigned=np.array(assigned, dtype=np.int64),
            objective=int(data["objective"]),
            person_price=np.array(data["person_price"], dtype=np.int64),
            post_price=np.array(data["post_price"], dtype=np.int64),
        )

    @classmethod
    def read(cls, path: Path) -> Result:
        """Return the result of a file."""
        return cls.from_data(cast("dict[str, Any]", json.loads(path.read_bytes())))


def belongs(problem: Problem, result: Result) -> None:
    """Refuse a result that was made for other people or posts."""
    if not (np.array_equal(problem.people, result.people) and np.array_equal(problem.posts, result.posts)):
        raise ResultError("the result belongs to another problem")
