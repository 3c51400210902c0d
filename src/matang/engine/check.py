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
from itertools import islice
from operator import mul
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
"""Larger numbers cannot come from a valid problem; sums of a few smaller ones stay exact in 64 bits."""
SHOWN = 20
"""At most so many violations of one kind are listed."""
PAIRS_AT_ONCE = 2**16
"""So many pairs stay in the processor's near memory while they are held against the rules."""


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
    posed, found_in_result = _vectors(problem, PROBLEM_FIELDS), _vectors(result, RESULT_FIELDS)
    faults = [*_shape("soal", problem, PROBLEM_FORMAT, posed, PROBLEM_FIELDS)]
    faults += [*_shape("hasil", result, RESULT_FORMAT, found_in_result, RESULT_FIELDS), *_rest_of_result(result)]
    if faults:
        return Verification(tuple(faults))
    case = _Case(result, posed, found_in_result)
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
    elif isinstance(values, list) and set(map(type, values)) <= {int}:  # a truth value is no number here
        try:
            array = np.array(values, dtype=np.int64)
        except OverflowError:
            return None
    else:
        return None
    if array.ndim != 1 or (array.size and array.dtype.kind != "i"):
        return None
    if array.size and (int(array.max()) > WIDEST or int(array.min()) < -WIDEST):
        return None
    return array.astype(np.int64, copy=False)


PROBLEM_FIELDS = {
    "people": "people", "posts": "posts", "capacity": "posts", "edge_people": "edge_people", "edge_posts": "edge_people",
    "score": "edge_people", "unplaced_cost": "people", "vacancy_cost": "posts",
}  # fmt: skip
RESULT_FIELDS = {"people": "people", "posts": "posts", "person_price": "people", "post_price": "posts"}


def _vectors(content: Mapping[str, Any], fields: Mapping[str, str]) -> dict[str, Vector]:
    """Return the fields that hold whole numbers."""
    read = {field: _vector(content.get(field)) for field in fields}
    return {field: vector for field, vector in read.items() if vector is not None}


def _shape(
    name: str, content: Mapping[str, Any], expected: str, vectors: Mapping[str, Vector], fields: Mapping[str, str]
) -> Iterator[Violation]:
    """Yield what keeps the numbers of a content from being read at all."""
    if content.get("format") != expected:
        yield _found("format", name=name, expected=expected)
    for field, like in fields.items():
        vector, model = vectors.get(field), vectors.get(like)
        if vector is None:
            yield _found("field", name=name, field=field)
        elif model is not None and len(vector) != len(model):
            yield _found("length", name=name, field=field, given=len(vector), expected=len(model))


def _rest_of_result(result: Mapping[str, Any]) -> Iterator[Violation]:
    """Yield what keeps the assignment and the value from being read."""
    where = result.get("assignment")
    if not isinstance(where, list) or not set(map(type, where)) <= {int, type(None)}:
        yield _found("field", name="hasil", field="assignment")
    elif len(where) != len(result.get("people", ())):
        yield _found("length", name="hasil", field="assignment", given=len(where), expected=len(result.get("people", ())))
    if type(result.get("objective")) is not int:
        yield _found("field", name="hasil", field="objective")


class _Case:
    """Both contents as vectors, and the rules they are held against."""

    def __init__(self, result: Mapping[str, Any], posed: Mapping[str, Vector], found: Mapping[str, Vector]) -> None:
        self.people, self.posts, self.seats = posed["people"], posed["posts"], posed["capacity"]
        self.rows, self.columns, self.score = posed["edge_people"], posed["edge_posts"], posed["score"]
        self.unplaced_cost, self.vacancy_cost = posed["unplaced_cost"], posed["vacancy_cost"]
        self.result, self.stated = result, found
        self.person_price, self.post_price = found["person_price"], found["post_price"]
        self.assigned = np.full(len(self.people), -1, dtype=np.int64)
        self.chosen = np.empty(0, dtype=np.int64)
        self.held_score = np.zeros(len(self.people), dtype=np.int64)
        self.filled = np.zeros(len(self.posts), dtype=np.int64)

    def identity(self, digest: str | None) -> Iterator[Violation]:
        """The two files speak of the same problem, and that problem is well formed."""
        stated = self.result.get("problem_sha256")
        if digest is not None and stated != digest:
            yield _found("digest", actual=digest, stated=stated)
        print_stated, print_actual = self.result.get("fingerprint"), _fingerprint(self.result)
        if print_stated != print_actual:
            yield _found("fingerprint", actual=print_actual, stated=print_stated)
        for field, known in (("people", self.people), ("posts", self.posts)):
            given = self.stated[field]
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
        if not all(self._ascending(piece.start, piece.stop + 1) for piece in self._pieces()):
            yield _found("problem", why="edges: not ascending")
        if self.seats.size and int(self.seats.min()) < 0:
            yield _found("problem", why="capacity: negative")

    def _pieces(self) -> Iterator[slice]:
        """Yield all pairs, some at a time."""
        for start in range(0, len(self.rows), PAIRS_AT_ONCE):
            yield slice(start, start + PAIRS_AT_ONCE)

    def _ascending(self, start: int, stop: int) -> bool:
        """Return whether some pairs ascend by person, then post, each once."""
        row, column = self.rows[start:stop], self.columns[start:stop]
        rising = (row[1:] > row[:-1]) | ((row[1:] == row[:-1]) & (column[1:] > column[:-1]))
        return bool(rising.all())

    def assignment(self) -> Iterator[Violation]:
        """Every placed person stands on a candidate edge, and no post holds more people than it has seats."""
        place: dict[int | None, int] = dict(zip(self.posts.tolist(), range(len(self.posts)), strict=True))
        place[None] = -1
        columns = list(map(place.get, self.result["assignment"]))
        for row in [row for row, column in enumerate(columns) if column is None] if None in columns else []:
            yield _found("unknown_post", person=int(self.people[row]), post=self.result["assignment"][row])
            columns[row] = -1
        self.assigned = np.array(columns, dtype=np.int64)
        self.filled += np.bincount(self.assigned[self.assigned >= 0], minlength=len(self.posts))
        used = [piece.start + np.flatnonzero(self._uses(piece)) for piece in self._pieces()]
        self.chosen = np.concatenate([self.chosen, *used])
        holder = self.rows[self.chosen]
        self.held_score[holder] = self.score[self.chosen]
        worth, candidate = np.zeros(len(self.people), dtype=np.int64), np.zeros(len(self.people), dtype=bool)
        candidate[holder] = True
        worth[holder] = self.score[self.chosen] + self.unplaced_cost[holder] + self.vacancy_cost[self.columns[self.chosen]]
        for row in np.flatnonzero((self.assigned >= 0) & (worth <= 0)).tolist():
            pair = {"person": int(self.people[row]), "post": int(self.posts[self.assigned[row]])}
            yield _found("worthless" if candidate[row] else "not_candidate", **pair)
        for column in np.flatnonzero(self.filled > self.seats).tolist():
            yield _found(
                "over_capacity", post=int(self.posts[column]), filled=int(self.filled[column]), capacity=int(self.seats[column])
            )

    def _uses(self, piece: slice) -> NDArray[np.bool_]:
        """Return for some pairs whether the person is placed on the post."""
        uses: NDArray[np.bool_] = self.assigned[self.rows[piece]] == self.columns[piece]
        return uses

    def objective(self) -> Iterator[Violation]:
        """The value is the scores of the placed, minus the costs of the unplaced and of empty seats."""
        actual = sum(self.held_score.tolist()) - sum(self.unplaced_cost[self.assigned < 0].tolist())
        empty = self.seats - self.filled
        costly = np.flatnonzero(self.vacancy_cost)
        actual -= sum(map(mul, empty[costly].tolist(), self.vacancy_cost[costly].tolist()))
        if actual != self.result["objective"]:
            yield _found("objective", stated=self.result["objective"], actual=actual)

    def prices(self) -> Iterator[Violation]:
        """The prices prove that no placement is better."""
        for row in _first(self.person_price < 0):
            yield _found("negative_person_price", person=int(self.people[row]), price=int(self.person_price[row]))
        for column in _first(self.post_price < 0):
            yield _found("negative_post_price", post=int(self.posts[column]), price=int(self.post_price[column]))
        self.own, self.seat = self.person_price - self.unplaced_cost, self.post_price - self.vacancy_cost
        for edge, slack in islice(self._too_cheap(), SHOWN):
            yield _found("pair_better", **self._pair(edge), lacking=-slack)
        left = self._slack(self.chosen)
        for at in _first(left > 0):
            yield _found("chosen_not_tight", **self._pair(int(self.chosen[at])), surplus=int(left[at]))
        for row in _first((self.assigned < 0) & (self.person_price > 0)):
            yield _found("unplaced_price", person=int(self.people[row]), price=int(self.person_price[row]))
        for column in _first((self.filled < self.seats) & (self.post_price > 0)):
            yield _found("vacant_price", post=int(self.posts[column]), price=int(self.post_price[column]))
        yield from self._closed_posts()

    def _slack(self, edges: slice | Vector) -> Vector:
        """Return by how much the two prices of pairs exceed their gains."""
        slack: Vector = self.seat[self.columns[edges]] + self.own[self.rows[edges]] - self.score[edges]
        return slack

    def _too_cheap(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs whose prices stay below their gain, with what is lacking as a number below zero."""
        for piece in self._pieces():
            slack = self._slack(piece)
            for at in np.flatnonzero(slack < 0).tolist():
                yield piece.start + at, int(slack[at])

    def _pair(self, edge: int) -> dict[str, int]:
        """Return the identifiers of a pair."""
        return {"person": int(self.people[self.rows[edge]]), "post": int(self.posts[self.columns[edge]])}

    def _closed_posts(self) -> Iterator[Violation]:
        """A post without seats costs what its keenest candidate would pay more than for the own place, and no more."""
        if bool((self.seats > 0).all()):
            return
        least = np.zeros(len(self.posts), dtype=np.int64)
        for piece in self._pieces():
            edges = piece.start + np.flatnonzero(self.seats[self.columns[piece]] == 0)
            wish = self.score[edges] + self.vacancy_cost[self.columns[edges]] - self.own[self.rows[edges]]
            np.maximum.at(least, self.columns[edges], wish)
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
