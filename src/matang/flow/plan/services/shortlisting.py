"""Every shortlist of a scenario with its reasons, made at once and kept short: what many share stands once, in a book."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from matang import engine
from matang.flow.plan.choices import RUNNERS_UP, CandidateState
from matang.flow.plan.models import PlacementScenario, Proposal, ReasonBook
from matang.flow.plan.models.books import DATE, HOLE, NUMBER, hollow
from matang.flow.plan.services.conditions import condition_checks
from matang.flow.plan.services.eligibility import must_checks, pool_check, state_of
from matang.flow.plan.services.law import Check
from matang.flow.plan.services.reader import LawReader
from matang.flow.plan.services.reasons import Solved
from matang.flow.plan.services.sheet import AskedPost, opd_of
from matang.flow.plan.services.workbench import Workbench
from matang.foundation.tenancy.bulk import copy_into, reserve_ids

FIELDS = ("agency", "scenario", "post", "person", "rank", "score", "distance", "state", "packed")
STATES = (CandidateState.ELIGIBLE.value, CandidateState.UNSURE.value, CandidateState.REFUSED.value)
SUMS = {CandidateState(value): number for number, value in enumerate(STATES)}
Row = tuple[object, ...]


class RefusedCandidateError(Exception):
    """The columns let a pair through that the trace refuses: nothing of such a result is published."""


@dataclass
class Book:
    """The book in the making: sentences and terms, each once."""

    checks: list[object] = field(default_factory=list)
    terms: list[list[object]] = field(default_factory=list)
    sheets: list[list[list[int]]] = field(default_factory=list)
    _known: dict[object, int] = field(default_factory=dict)
    _packed: dict[int, tuple[Check, str]] = field(default_factory=dict)

    def packed(self, check: Check) -> str:
        """Return a check as the text ``[sentence, leaf, …]``; the same object is looked at once."""
        kept = self._packed.get(id(check))
        if kept is None:
            leaves: list[object] = []
            data = check.data()
            number = self._known.setdefault(_shape(data, leaves), len(self.checks))
            if number == len(self.checks):
                self.checks.append(hollow(data, []))
            kept = self._packed[id(check)] = (check, json.dumps([number, *leaves]))
        return kept[1]


def _shape(value: object, leaves: list[object]) -> object:
    """Return what is left of a value without its leaves, to be looked up; equal exactly where ``hollow`` gives the same.

    Of the ten thousands of sentences of a city a few hundred differ in more than their leaves.
    """
    if isinstance(value, dict):
        if len(value) == 1 and "date" in value:
            leaves.append(value["date"])
            return DATE, HOLE
        return "{", *[(key, _shape(value[key], leaves)) for key in sorted(value)]
    if isinstance(value, (list, tuple)):
        return "[", *[_shape(part, leaves) for part in value]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        leaves.append(value)
        return NUMBER, HOLE
    return value


@dataclass(frozen=True, eq=False)
class Sheet:
    """What posts of one class ask for: the number in the book, must-haves as (term, asked), what to read of a person."""

    number: int
    musts: list[tuple[int, int]]
    shown: Callable[[list[str]], tuple[str, ...]]


def store_shortlists(scenario: PlacementScenario, bench: Workbench, solved: Solved) -> int:
    """Replace the stored shortlists: for each post the proposed and the nearest runners-up; return how many rows."""
    book = Book()
    for worded in bench.words.values():
        book.terms.append([worded.name, worded.term.points_per_unit, worded.term.must, worded.unit])
    Proposal.objects.filter(scenario=scenario).delete()
    # The book's number is known before the book is full, so that rows are read by the database while the next are made.
    (key,) = reserve_ids(ReasonBook, 1)
    count = copy_into(Proposal, FIELDS, _Lister(scenario, bench, solved, book, key).rows())
    ReasonBook.objects.create(pk=key, agency_id=scenario.agency_id, checks=book.checks, terms=book.terms, sheets=book.sheets)
    return count


class _Lister:
    """Writes the rows of all shortlists; answers that several pairs share are made once."""

    def __init__(self, scenario: PlacementScenario, bench: Workbench, solved: Solved, book: Book, key: int) -> None:
        self.scenario, self.bench, self.solved, self.book = scenario, bench, solved, book
        self.row = bench.facts.row
        self.law = LawReader(bench.facts)
        self.terms = [worded.term for worded in bench.words.values()]
        # One field more than there are terms, so that a reader of fields always returns several.
        measured = np.stack([*(term.measured for term in self.terms), np.zeros(len(bench.facts), np.int64)], axis=1)
        texts = {number: _text(number) for number in np.unique(measured).tolist()}
        self.shown = [[texts[number] for number in person] for person in measured.tolist()]
        self.required = np.stack([*(term.required for term in self.terms), np.zeros(len(bench.posts), np.int64)], axis=1)
        self.names = [json.dumps(name) for name in bench.facts.post_names]
        self.held = bench.facts.post_ids.tolist()
        self.opds = [opd_of(path) for path in bench.facts.unit_paths]
        self._of = (scenario.agency_id, scenario.pk)
        self._ending = f',"b":{key}}}'
        self._sheets: dict[int, Sheet] = {}
        self._legal: dict[tuple[int, str], tuple[str, int]] = {}
        self._pools: dict[tuple[str, str, bool, bool], tuple[str, int]] = {}
        self._musts: dict[tuple[int, str, int], tuple[str, int]] = {}

    def rows(self) -> Iterator[Row]:
        """Yield the rows post by post, the proposed first."""
        problem = self.solved.problem
        found = engine.shortlists(problem, self.solved.result, RUNNERS_UP, residual=self.solved.residual)
        people, score = problem.edge_people[found.edge], problem.score[found.edge]
        seat = self.solved.result.assigned[people]
        # A person's own placement: the score of the seat held, or minus the cost of staying unplaced.
        worth = np.where(seat >= 0, self._worth()[people], -problem.unplaced_cost[people])
        sat = np.where(seat >= 0, problem.posts[np.maximum(seat, 0)], -1)
        later = np.where(found.next_post >= 0, problem.posts[np.maximum(found.next_post, 0)], -1)
        columns = (problem.people[people], found.holds, score, found.distance, later, sat, worth)
        lines = list(zip(*(column.tolist() for column in columns), strict=True))
        first = found.first.tolist()
        for number, post_id in enumerate(problem.posts.tolist()):
            yield from self._post(post_id, lines[first[number] : first[number + 1]])

    def _worth(self) -> NDArray[np.int64]:
        """Return for everybody placed the score of the pair, 0 for others."""
        problem = self.solved.problem
        found = np.zeros(len(problem.people), dtype=np.int64)
        held = np.flatnonzero(self.solved.result.assigned[problem.edge_people] == problem.edge_posts)
        found[problem.edge_people[held]] = problem.score[held]
        return found

    def _post(self, post_id: int, lines: list[tuple[int, ...]]) -> Iterator[Row]:
        at = self.bench.post_at[post_id]
        sheet, post = self._sheet(at), self.bench.posts[at]
        opd = post.opd
        holders = [[person, score] for person, holds, score, *_rest in lines if holds]
        first, other = (lines[0][0] if holders else None), next((line[0] for line in lines if not line[1]), None)
        seen = {key: self._rival(sheet, key) for key in (first, other) if key is not None}
        nobody, head = "null", f',"holders":{json.dumps(holders)},'
        for rank, (person, holds, score, far, later, sat, worth) in enumerate(lines, start=1 if holders else 2):
            row = self.row[person]
            if holds:
                told = f'"standing":"holds","distance":{_known(far)},"to_win":0,"next_post":{_known(later)}'
                rival = seen.get(other, nobody)
            else:
                own = score - worth
                told = (
                    f'"standing":"{"loses" if far else "ties"}","distance":{far},"to_win":{far + 1},"held_post":{_known(sat)}'
                    f',"own_change":{own},"others_loss":{far + own}'
                )
                rival = seen.get(first, nobody)
            checks, state = self._checks(sheet, post, opd, row)
            if STATES[state] == CandidateState.REFUSED:
                raise RefusedCandidateError(person, post_id)
            shown = ",".join(sheet.shown(self.shown[row]))
            text = (
                f'{{"c":[{checks}],"t":[{sheet.number},[{shown}]],"v":{rival},"r":{{{told}{head}'
                f'"post_id":{self.held[row]},"post_name":{self.names[row]}}}{self._ending}'
            )
            yield *self._of, post_id, person, rank, score, 0 if holds else far, STATES[state], text

    def _sheet(self, at: int) -> Sheet:
        """Return what a post asks for; posts of one class share it."""
        kind = int(self.bench.sheet.post_class[at])
        if kind not in self._sheets:
            asked = [(n, number) for n, number in enumerate(self.required[at].tolist()) if number]
            fields = [n for n, _asked in asked] + [len(self.terms)] * 2
            self.book.sheets.append([[n, each] for n, each in asked])
            musts = [(n, each) for n, each in asked if self.terms[n].must]
            self._sheets[kind] = Sheet(len(self.book.sheets) - 1, musts, itemgetter(*fields))
        return self._sheets[kind]

    def _rival(self, sheet: Sheet, person: int) -> str:
        return f"[{person},[{','.join(sheet.shown(self.shown[self.row[person]]))}]]"

    def _checks(self, sheet: Sheet, post: AskedPost, opd: str, row: int) -> tuple[str, int]:
        """Return the packed answers of one pair, and their sum: 2 when refused, 1 when in doubt, 0 when eligible."""
        bench = self.bench
        parts = [self._pool(row, post, opd), self._law(row, post.kind)]
        parts += [self._must(n, asked, row) for n, asked in sheet.musts]
        if bench.asked.any:
            extra = condition_checks(bench.facts, row, post, bench.asked)
            parts += [(self.book.packed(check), SUMS[state_of([check])]) for check in extra]
        texts, sums = zip(*parts, strict=True)
        return ",".join(texts), max(sums)

    def _law(self, row: int, kind: str) -> tuple[str, int]:
        key = (row, kind)
        if key not in self._legal:
            found = self.law.checks(row, kind)
            self._legal[key] = ",".join(map(self.book.packed, found)), SUMS[state_of(found)]
        return self._legal[key]

    def _pool(self, row: int, post: AskedPost, opd: str) -> tuple[str, int]:
        facts = self.bench.facts
        key = (facts.kinds[row], post.kind, self.opds[row] == opd, self.held[row] == post.id)
        if key not in self._pools:
            check = pool_check(facts, row, post)
            self._pools[key] = self.book.packed(check), SUMS[state_of([check])]
        return self._pools[key]

    def _must(self, n: int, asked: int, row: int) -> tuple[str, int]:
        key = (n, self.shown[row][n], asked)
        if key not in self._musts:
            measured, term = int(self.terms[n].measured[row]), self.terms[n]
            known = None if measured == engine.NOT_SHOWN else measured
            score = engine.TermScore(term.name, known, asked, term.points_per_unit, must=True)
            check = must_checks((score,), self.bench.words)[0]
            self._musts[key] = self.book.packed(check), SUMS[state_of([check])]
        return self._musts[key]


def _text(shown: int) -> str:
    return "null" if shown == engine.NOT_SHOWN else str(shown)


def _known(number: int) -> str:
    return "null" if number < 0 else str(number)
