"""Is this result right? An independent answer, which shares no code with the model that made it.

Reads only the two files (or their content) and holds the result against the definition: every person once, no post over
its seats, only candidate pairs, the objective as stated; and the prices prove that no placement is better
(complementary slackness, exact integers):

* no price is below zero, and for every candidate pair the two prices together are at least its gain;
* for every chosen pair they are exactly its gain;
* an unplaced person and a post with an empty seat have price 0;
* a post without seats has the least price that the first rule allows.

Every number of a result is pinned by one of these. Only a placement moved to another of exactly equal value would pass
them; the result's own fingerprint finds that as well, so a single altered number is always found.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    Vector = NDArray[np.int64]

PROBLEM_FORMAT = "matang.engine.problem/1"
RESULT_FORMAT = "matang.engine.result/1"
WIDEST = 2**55
"""Larger numbers cannot come from a valid problem; sums of four smaller ones stay exact in 64 bits."""
SHOWN = 20
"""At most so many violations of one kind are listed."""


def N_(text: str) -> str:  # noqa: N802 - the customary name of the mark for translation
    """Mark a text for translation without translating it."""
    return text


MESSAGES = {
    "unreadable": N_("Berkas %(name)s tidak dapat dibaca: %(why)s."),
    "format": N_("Berkas %(name)s bukan format %(expected)s."),
    "field": N_("Berkas %(name)s: isian %(field)s tidak ada atau bukan bilangan bulat yang wajar."),
    "length": N_("Berkas %(name)s: isian %(field)s berisi %(given)s angka, seharusnya %(expected)s."),
    "problem": N_("Berkas soal tidak sah: %(why)s."),
    "digest": N_("Hasil ini dibuat untuk berkas soal lain: sidik jari soal %(actual)s, yang disebut hasil %(stated)s."),
    "fingerprint": N_("Isi berkas hasil berubah sesudah ditulis: sidik jarinya %(actual)s, yang tertulis %(stated)s."),
    "worthless": N_("Orang %(person)s ditempatkan pada jabatan %(post)s tanpa nilai lebih daripada dibiarkan terpisah."),
    "people": N_("Daftar orang pada hasil berbeda dari soal, mulai urutan ke-%(at)s."),
    "posts": N_("Daftar jabatan pada hasil berbeda dari soal, mulai urutan ke-%(at)s."),
    "unknown_post": N_("Orang %(person)s ditempatkan pada jabatan %(post)s yang tidak ada dalam soal."),
    "not_candidate": N_("Orang %(person)s ditempatkan pada jabatan %(post)s, padahal pasangan itu bukan calon."),
    "over_capacity": N_("Jabatan %(post)s diisi %(filled)s orang, padahal kapasitasnya %(capacity)s."),
    "objective": N_("Nilai keseluruhan tertulis %(stated)s, hasil hitung ulang %(actual)s."),
    "negative_person_price": N_("Harga orang %(person)s di bawah nol: %(price)s."),
    "negative_post_price": N_("Harga jabatan %(post)s di bawah nol: %(price)s."),
    "pair_better": N_("Pasangan orang %(person)s dan jabatan %(post)s lebih bernilai daripada harganya: kurang %(lacking)s."),
    "chosen_not_tight": N_(
        "Harga orang %(person)s dan jabatan %(post)s melebihi nilai pasangan yang dipilih: lebih %(surplus)s."
    ),
    "unplaced_price": N_("Orang %(person)s tidak ditempatkan, tetapi harganya %(price)s, seharusnya 0."),
    "vacant_price": N_("Jabatan %(post)s masih kosong, tetapi harganya %(price)s, seharusnya 0."),
    "closed_price": N_("Jabatan %(post)s tanpa kursi berharga %(price)s, seharusnya %(expected)s."),
}


@dataclass(frozen=True)
class Violation:
    """One thing that is wrong: its code, and the identifiers and numbers that show it."""

    code: str
    numbers: tuple[tuple[str, Any], ...]

    @property
    def template(self) -> str:
        """Return the Indonesian source text with named places, for translation."""
        return MESSAGES[self.code]

    @property
    def message(self) -> str:
        """Return the Indonesian sentence."""
        return self.template % dict(self.numbers)


@dataclass(frozen=True)
class Verification:
    """The answer: right when there are no violations."""

    violations: tuple[Violation, ...]
    people: int = 0
    placed: int = 0
    objective: int | None = None

    @property
    def ok(self) -> bool:
        """Return whether nothing is wrong."""
        return not self.violations


def verify(problem_path: Path, result_path: Path) -> Verification:
    """Check a result file against its problem file. Needs no database and no solver."""
    contents: list[Mapping[str, Any]] = []
    digest = ""
    for name, path in (("soal", problem_path), ("hasil", result_path)):
        try:
            raw = path.read_bytes()
            content = json.loads(raw)
        except (OSError, ValueError) as failure:
            return Verification((_found("unreadable", name=name, why=failure),))
        if not isinstance(content, dict):
            return Verification((_found("unreadable", name=name, why=type(content).__name__),))
        digest = digest or hashlib.sha256(raw).hexdigest()
        contents.append(content)
    return check(contents[0], contents[1], digest=digest)


def check(problem: Mapping[str, Any], result: Mapping[str, Any], *, digest: str | None = None) -> Verification:
    """Check the content of a result against the content of its problem.

    ``digest`` is the SHA-256 of the problem file; without it the fingerprint named by the result is not compared.
    Structural faults (missing fields, other people) end the check; otherwise all rules are tried.
    """
    faults = list(_shape(problem, result))
    if faults:
        return Verification(tuple(faults))
    case = _Case(problem, result)
    found = list(case.identity(digest))
    if any(violation.code in {"people", "posts", "problem"} for violation in found):
        return Verification(tuple(found))
    found += [*case.assignment()]
    found += [*case.objective()]
    found += [*case.prices()]
    return Verification(tuple(found), len(case.people), int((case.assigned >= 0).sum()), int(result["objective"]))


def _found(code: str, **numbers: object) -> Violation:
    """Return a violation."""
    return Violation(code, tuple(numbers.items()))


def _vector(values: object) -> Vector | None:
    """Return whole numbers of a sane size as a vector, None for anything else."""
    if isinstance(values, np.ndarray):
        array = values
    elif isinstance(values, list) and _whole(values):
        array = np.array(values, dtype=np.int64)
    else:
        return None
    if array.ndim != 1 or (array.size and array.dtype.kind != "i"):
        return None
    if array.size and (int(array.max()) > WIDEST or int(array.min()) < -WIDEST):
        return None
    return array.astype(np.int64, copy=False)


def _whole(values: list[Any]) -> bool:
    """Return whether all are whole numbers (no truth values) of a sane size."""
    return not values or (set(map(type, values)) == {int} and max(values) <= WIDEST and min(values) >= -WIDEST)


PROBLEM_FIELDS = {
    "people": "people", "posts": "posts", "capacity": "posts", "edge_people": "edge_people", "edge_posts": "edge_people",
    "score": "edge_people", "unplaced_cost": "people", "vacancy_cost": "posts",
}  # fmt: skip
RESULT_FIELDS = {"people": "people", "posts": "posts", "person_price": "people", "post_price": "posts"}


def _shape(problem: Mapping[str, Any], result: Mapping[str, Any]) -> Iterator[Violation]:
    """Yield what keeps the two contents from being read at all."""
    for name, content, expected, fields in (
        ("soal", problem, PROBLEM_FORMAT, PROBLEM_FIELDS),
        ("hasil", result, RESULT_FORMAT, RESULT_FIELDS),
    ):
        if content.get("format") != expected:
            yield _found("format", name=name, expected=expected)
        vectors = {field: _vector(content.get(field)) for field in fields}
        for field, like in fields.items():
            vector, model = vectors[field], vectors[like]
            if vector is None:
                yield _found("field", name=name, field=field)
            elif model is not None and len(vector) != len(model):
                yield _found("length", name=name, field=field, given=len(vector), expected=len(model))
    where = result.get("assignment")
    if not isinstance(where, list) or not set(map(type, where)) <= {int, type(None)}:
        yield _found("field", name="hasil", field="assignment")
    elif len(where) != len(result.get("people", ())):
        yield _found("length", name="hasil", field="assignment", given=len(where), expected=len(result.get("people", ())))
    if type(result.get("objective")) is not int:
        yield _found("field", name="hasil", field="objective")


class _Case:
    """Both contents as vectors, and the rules they are held against."""

    def __init__(self, problem: Mapping[str, Any], result: Mapping[str, Any]) -> None:
        self.people, self.posts, self.seats = (self._read(problem, name) for name in ("people", "posts", "capacity"))
        self.rows, self.columns, self.score = (self._read(problem, name) for name in ("edge_people", "edge_posts", "score"))
        self.unplaced_cost, self.vacancy_cost = self._read(problem, "unplaced_cost"), self._read(problem, "vacancy_cost")
        self.result = result
        self.person_price, self.post_price = self._read(result, "person_price"), self._read(result, "post_price")
        self.assigned = np.full(len(self.people), -1, dtype=np.int64)
        self.held_score = np.zeros(len(self.people), dtype=np.int64)
        self.filled = np.zeros(len(self.posts), dtype=np.int64)

    @staticmethod
    def _read(content: Mapping[str, Any], name: str) -> Vector:
        vector = _vector(content[name])
        if vector is None:
            raise TypeError(name)
        return vector

    def identity(self, digest: str | None) -> Iterator[Violation]:
        """The two files speak of the same problem, and that problem is well formed."""
        stated = self.result.get("problem_sha256")
        if digest is not None and stated != digest:
            yield _found("digest", actual=digest, stated=stated)
        print_stated, print_actual = self.result.get("fingerprint"), _fingerprint(self.result)
        if print_stated != print_actual:
            yield _found("fingerprint", actual=print_actual, stated=print_stated)
        for field, known in (("people", self.people), ("posts", self.posts)):
            given = self._read(self.result, field)
            if not np.array_equal(given, known):
                both = min(len(given), len(known))
                differs = np.flatnonzero(given[:both] != known[:both])
                yield _found(field, at=int(differs[0]) + 1 if differs.size else both + 1)
            if known.size and bool((np.diff(known) <= 0).any()):
                yield _found("problem", why=f"{field}: not ascending")
        yield from self._edges_sound()

    def _edges_sound(self) -> Iterator[Violation]:
        """Edges point to people and posts that exist, ascending, each once; seats are not negative."""
        for field, ends, size in (("edge_people", self.rows, len(self.people)), ("edge_posts", self.columns, len(self.posts))):
            if ends.size and (int(ends.min()) < 0 or int(ends.max()) >= size):
                yield _found("problem", why=f"{field}: out of range")
                return
        self.key = self.rows * max(len(self.posts), 1) + self.columns
        if bool((self.key[1:] <= self.key[:-1]).any()):
            yield _found("problem", why="edges: not ascending")
        if self.seats.size and int(self.seats.min()) < 0:
            yield _found("problem", why="capacity: negative")
        self.gain = self.score + self.unplaced_cost[self.rows] + self.vacancy_cost[self.columns]

    def assignment(self) -> Iterator[Violation]:
        """Every placed person stands on a candidate edge, and no post holds more people than it has seats."""
        place = {identifier: at for at, identifier in enumerate(self.posts.tolist())}
        for row, post in enumerate(self.result["assignment"]):
            if post is None:
                continue
            column = place.get(post)
            if column is None:
                yield _found("unknown_post", person=int(self.people[row]), post=post)
                continue
            self.assigned[row] = column
        placed = np.flatnonzero(self.assigned >= 0)
        self.filled += np.bincount(self.assigned[placed], minlength=len(self.posts))
        wanted = placed * max(len(self.posts), 1) + self.assigned[placed]
        edge = np.searchsorted(self.key, wanted)
        candidate = edge < len(self.key)
        candidate[candidate] = self.key[edge[candidate]] == wanted[candidate]
        self.held_score[placed[candidate]] = self.score[edge[candidate]]
        worth = np.zeros(len(placed), dtype=np.int64)
        worth[candidate] = self.gain[edge[candidate]]
        for at in np.flatnonzero(worth <= 0).tolist():
            pair = {"person": int(self.people[placed[at]]), "post": int(self.posts[self.assigned[placed[at]]])}
            yield _found("worthless" if candidate[at] else "not_candidate", **pair)
        for column in np.flatnonzero(self.filled > self.seats).tolist():
            yield _found(
                "over_capacity", post=int(self.posts[column]), filled=int(self.filled[column]), capacity=int(self.seats[column])
            )

    def objective(self) -> Iterator[Violation]:
        """The value is the scores of the placed, minus the costs of the unplaced and of empty seats."""
        actual = sum(self.held_score.tolist()) - sum(self.unplaced_cost[self.assigned < 0].tolist())
        empty = (self.seats - self.filled).tolist()
        actual -= sum(number * cost for number, cost in zip(empty, self.vacancy_cost.tolist(), strict=True))
        if actual != self.result["objective"]:
            yield _found("objective", stated=self.result["objective"], actual=actual)

    def prices(self) -> Iterator[Violation]:
        """The prices prove that no placement is better."""
        for row in _first(self.person_price < 0):
            yield _found("negative_person_price", person=int(self.people[row]), price=int(self.person_price[row]))
        for column in _first(self.post_price < 0):
            yield _found("negative_post_price", post=int(self.posts[column]), price=int(self.post_price[column]))
        self.wish = self.gain - self.person_price[self.rows]
        slack = self.post_price[self.columns] - self.wish
        for edge in _first(slack < 0):
            pair = {"person": int(self.people[self.rows[edge]]), "post": int(self.posts[self.columns[edge]])}
            yield _found("pair_better", **pair, lacking=-int(slack[edge]))
        for edge in _first((slack > 0) & (self.assigned[self.rows] == self.columns)):
            pair = {"person": int(self.people[self.rows[edge]]), "post": int(self.posts[self.columns[edge]])}
            yield _found("chosen_not_tight", **pair, surplus=int(slack[edge]))
        for row in _first((self.assigned < 0) & (self.person_price > 0)):
            yield _found("unplaced_price", person=int(self.people[row]), price=int(self.person_price[row]))
        for column in _first((self.filled < self.seats) & (self.post_price > 0)):
            yield _found("vacant_price", post=int(self.posts[column]), price=int(self.post_price[column]))
        yield from self._closed_posts()

    def _closed_posts(self) -> Iterator[Violation]:
        """A post without seats costs what its keenest candidate would pay more than for the own place, and no more."""
        if bool((self.seats > 0).all()):
            return
        least = np.zeros(len(self.posts), dtype=np.int64)
        np.maximum.at(least, self.columns, self.wish)
        for column in _first((self.seats == 0) & (self.post_price > least)):
            yield _found(
                "closed_price", post=int(self.posts[column]), price=int(self.post_price[column]), expected=int(least[column])
            )


def _fingerprint(result: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a result without its fingerprint, as compact JSON with ascending keys."""
    rest = {key: value for key, value in result.items() if key != "fingerprint"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _first(wrong: NDArray[np.bool_]) -> list[int]:
    """Return the first places where something is wrong, as many as are listed."""
    return [int(at) for at in np.flatnonzero(wrong)[:SHOWN]]
