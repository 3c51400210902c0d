"""Every shortlist of a scenario with its reasons, made at once and kept short: what many share stands once, in a book."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from matang import engine
from matang.flow.plan.choices import RUNNERS_UP, CandidateState
from matang.flow.plan.models import PlacementScenario, Proposal, ReasonBook
from matang.flow.plan.models.books import hollow
from matang.flow.plan.services.conditions import condition_checks
from matang.flow.plan.services.eligibility import must_checks, pool_check, state_of
from matang.flow.plan.services.law import Check
from matang.flow.plan.services.reader import LawReader
from matang.flow.plan.services.reasons import Solved
from matang.flow.plan.services.workbench import Workbench
from matang.foundation.tenancy.bulk import copy_into

FIELDS = ("agency", "scenario", "post", "person", "rank", "score", "distance", "state", "packed")
Row = tuple[object, ...]


@dataclass
class Book:
    """The book in the making: sentences and terms, each once."""

    checks: list[object] = field(default_factory=list)
    terms: list[list[object]] = field(default_factory=list)
    _known: dict[str, int] = field(default_factory=dict)
    _packed: dict[int, tuple[Check, str]] = field(default_factory=dict)

    def packed(self, check: Check) -> str:
        """Return a check as the text ``[sentence, leaf, …]``; the same object is looked at once."""
        kept = self._packed.get(id(check))
        if kept is None:
            leaves: list[object] = []
            shape = hollow(check.data(), leaves)
            key = json.dumps(shape, sort_keys=True)
            number = self._known.setdefault(key, len(self.checks))
            if number == len(self.checks):
                self.checks.append(shape)
            kept = self._packed[id(check)] = (check, json.dumps([number, *leaves]))
        return kept[1]


@dataclass(frozen=True, eq=False)
class Post:
    """One post of the scenario: its place in the workbench, and the terms it asks for as (number, asked, points)."""

    at: int
    id: int
    asked: list[tuple[int, int, int]]


def store_shortlists(scenario: PlacementScenario, bench: Workbench, solved: Solved) -> int:
    """Replace the stored shortlists: for each post the proposed and the nearest runners-up; return how many rows."""
    book = Book()
    for worded in bench.words.values():
        book.terms.append([worded.name, worded.term.points_per_unit, worded.term.must, worded.unit])
    rows = list(_Lister(scenario, bench, solved, book).rows())
    kept = ReasonBook.objects.create(agency_id=scenario.agency_id, checks=book.checks, terms=book.terms)
    ending = f',"b":{kept.pk}}}'
    Proposal.objects.filter(scenario=scenario).delete()
    return copy_into(Proposal, FIELDS, ((*row[:-1], str(row[-1]) + ending) for row in rows))


class _Lister:
    """Writes the rows of all shortlists; answers that several pairs share are made once."""

    def __init__(self, scenario: PlacementScenario, bench: Workbench, solved: Solved, book: Book) -> None:
        self.scenario, self.bench, self.solved, self.book = scenario, bench, solved, book
        self.row = bench.facts.row
        self.law = LawReader(bench.facts)
        self.shown = [worded.term.measured.tolist() for worded in bench.words.values()]
        self.names = [json.dumps(name) for name in bench.facts.post_names]
        self.held = bench.facts.post_ids.tolist()
        self._legal: dict[tuple[int, str], tuple[str, CandidateState]] = {}
        self._pools: dict[tuple[str, str, bool, bool], Check] = {}
        self._musts: dict[tuple[int, int | None, int], Check] = {}

    def rows(self) -> Iterator[Row]:
        """Yield the rows post by post, the proposed first."""
        from matang.engine.nearest import nearest  # noqa: PLC0415 - a compiler comes with it, which no page needs

        problem = self.solved.problem
        found = nearest(problem, self.solved.result, RUNNERS_UP, residual=self.solved.residual)
        terms = [worded.term for worded in self.bench.words.values()]
        asked = [term.required.tolist() for term in terms]
        first = found.first.tolist()
        people, holds = problem.people[problem.edge_people[found.edge]].tolist(), found.holds.tolist()
        scores, far = problem.score[found.edge].tolist(), found.distance.tolist()
        nexts = found.next_post.tolist()
        for number, post_id in enumerate(problem.posts.tolist()):
            at = self.bench.post_at[post_id]
            wanted = [(n, each[at], terms[n].points_per_unit) for n, each in enumerate(asked) if each[at]]
            post, span = Post(at, post_id, wanted), range(first[number], first[number + 1])
            holders = [[people[k], scores[k]] for k in span if holds[k]]
            other = next((people[k] for k in span if not holds[k]), None)
            for rank, k in enumerate(span, start=1 if holders else 2):
                rival = other if holds[k] else holders[0][0] if holders else None
                told = self._held(k, far, nexts, holders) if holds[k] else self._lost(people[k], scores[k], far[k], holders)
                text, state = self._reasons(post, people[k], rival, told)
                distance = 0 if holds[k] else far[k]
                yield (
                    self.scenario.agency_id, self.scenario.pk, post_id, people[k], rank, scores[k], distance, state.value, text,
                )  # fmt: skip

    def _held(self, k: int, far: list[int], nexts: list[int], holders: list[list[int]]) -> dict[str, object]:
        post = int(self.solved.problem.posts[nexts[k]]) if nexts[k] >= 0 else None
        distance = None if far[k] < 0 else far[k]
        return {"standing": "holds", "distance": distance, "to_win": 0, "next_post": post, "holders": holders}

    def _lost(self, person: int, score: int, distance: int, holders: list[list[int]]) -> dict[str, object]:
        problem, result = self.solved.problem, self.solved.result
        at = problem.person_at(person)
        held = int(result.assigned[at])
        value = int(problem.score[problem.edge_between(at, held)]) if held >= 0 else -int(problem.unplaced_cost[at])
        own = score - value
        return {
            "standing": "loses" if distance else "ties",
            "distance": distance,
            "to_win": distance + 1,
            "held_post": int(problem.posts[held]) if held >= 0 else None,
            "holders": holders,
            "own_change": own,
            "others_loss": distance + own,
        }

    def _reasons(self, post: Post, person: int, rival: int | None, told: dict[str, object]) -> tuple[str, CandidateState]:
        row = self.row[person]
        checks, state = self._checks(post, row)
        shown = ",".join(f"[{n},{_text(self.shown[n][row])},{asked}]" for n, asked, _ in post.asked)
        other = "null"
        if rival is not None and rival in self.row:
            theirs = self.row[rival]
            other = f"[{rival},[{','.join(_text(self.shown[n][theirs]) for n, _, _ in post.asked)}]]"
        head = json.dumps(told, separators=(",", ":"))[:-1]
        place = f'{head},"post_id":{self.held[row]},"post_name":{self.names[row]}}}'
        return f'{{"c":[{checks}],"t":[{shown}],"v":{other},"r":{place}', state

    def _checks(self, post: Post, row: int) -> tuple[str, CandidateState]:
        bench, asked = self.bench, self.bench.posts[post.at]
        legal, state = self._law(row, asked.kind)
        checks = [self._pool(row, post.at), *self._must(row, post)]
        extra = condition_checks(bench.facts, row, asked, bench.asked) if bench.asked.any else []
        parts = [self.book.packed(checks[0]), legal, *(self.book.packed(check) for check in (*checks[1:], *extra))]
        both = {state, state_of([*checks, *extra])}
        worst = next(each for each in (CandidateState.REFUSED, CandidateState.UNSURE, CandidateState.ELIGIBLE) if each in both)
        return ",".join(part for part in parts if part), worst

    def _law(self, row: int, kind: str) -> tuple[str, CandidateState]:
        key = (row, kind)
        if key not in self._legal:
            found = self.law.checks(row, kind)
            self._legal[key] = ",".join(map(self.book.packed, found)), state_of(found)
        return self._legal[key]

    def _pool(self, row: int, at: int) -> Check:
        facts, post = self.bench.facts, self.bench.posts[at]
        same_opd = facts.unit_paths[row].startswith(f"/{post.opd}/")
        key = (facts.kinds[row], post.kind, same_opd, self.held[row] == post.id)
        if key not in self._pools:
            self._pools[key] = pool_check(facts, row, post)
        return self._pools[key]

    def _must(self, row: int, post: Post) -> list[Check]:
        made = []
        words = list(self.bench.words.values())
        for n, asked, each in post.asked:
            if words[n].term.must:
                shown = self.shown[n][row]
                key = (n, shown, asked)
                if key not in self._musts:
                    known = None if shown == engine.NOT_SHOWN else shown
                    term = engine.TermScore(words[n].term.name, known, asked, each, must=True)
                    self._musts[key] = must_checks((term,), self.bench.words)[0]
                made.append(self._musts[key])
        return made


def _text(shown: int) -> str:
    return "null" if shown == engine.NOT_SHOWN else str(shown)
