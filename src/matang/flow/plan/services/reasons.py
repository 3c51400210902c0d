"""Why this person, why not that one: the answer as JSON values, the same for every candidate of a post."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from matang import engine
from matang.engine.residual import Residual
from matang.flow.plan.choices import EARNED
from matang.flow.plan.services.conditions import condition_checks
from matang.flow.plan.services.eligibility import checks_for, state_of
from matang.flow.plan.services.law import Check
from matang.flow.plan.services.sheet import WordedTerm
from matang.flow.plan.services.workbench import Workbench


@dataclass(frozen=True, eq=False)
class Solved:
    """A solved scenario, ready to be asked."""

    problem: engine.Problem
    result: engine.Result
    residual: Residual

    @classmethod
    def of(cls, problem: engine.Problem, result: engine.Result) -> "Solved":
        """Return the pair with what speeds up many questions."""
        return cls(problem, result, Residual(problem, result))

    def explain(
        self, person_id: int, post_id: int, *, score: int, levers: Sequence[tuple[str, int, int]] = ()
    ) -> engine.Explanation:
        """Explain one pair by searching the whole result."""
        return engine.explain(self.problem, self.result, person_id, post_id, score=score, levers=levers, residual=self.residual)


Explains = Solved | engine.Brief
"""What answers for a pair: the whole result, or its short form."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for a person and a post. ``distance`` None = no number exists."""

    state: str
    score: int
    distance: int | None
    reasons: dict[str, object]


def answer(bench: Workbench, solved: Callable[[], Explains], person_id: int, post_id: int, rival_id: int | None) -> Answer:
    """Explain one pair. ``rival_id`` is whom to compare with: the proposed one, or for that one the first runner-up.

    ``solved`` is asked for only where numbers are needed: who is refused by a requirement needs none.
    """
    row, at = bench.facts.row[person_id], bench.post_at[post_id]
    terms = bench.sheet.breakdown(row, at)
    checks = [
        *checks_for(bench.facts, row, bench.posts[at], terms, bench.words),
        *condition_checks(bench.facts, row, bench.posts[at], bench.asked),
    ]
    score = sum(term.points for term in terms)
    told = _told(bench, solved, person_id, post_id, score=score, terms=terms, checks=checks)
    asked = [term for term in terms if term.asked]
    reasons: dict[str, object] = {
        "checks": [check.data() for check in checks],
        "terms": [
            {
                "name": bench.words[t.name].name,
                "shown": t.shown,
                "asked": t.asked,
                "each": t.points_per_unit,
                "points": t.points,
                "must": t.must,
                "unit": bench.words[t.name].unit,
            }
            for t in asked
        ],
        "post_id": int(bench.facts.post_ids[row]),
        "post_name": bench.facts.post_names[row],
        "rival": _rival(bench, terms, rival_id, at),
        **_numbers(told, bench.words),
    }
    return Answer(state_of(checks).value, score, told.distance if told else None, reasons)


def _told(
    bench: Workbench,
    solved: Callable[[], Explains],
    person_id: int,
    post_id: int,
    *,
    score: int,
    terms: tuple[engine.TermScore, ...],
    checks: list[Check],
) -> engine.Explanation | None:
    """Return the engine's explanation, or None when a requirement refuses the person or the problem does not know them."""
    if any(check.verdict == "fail" for check in checks):
        return None
    levers = [lever for lever in engine.levers(terms) if bench.words[lever[0]].unit in EARNED]
    stored = solved()
    try:
        return stored.explain(person_id, post_id, score=score, levers=levers)
    except engine.ProblemError:
        return None


def _numbers(told: engine.Explanation | None, words: Mapping[str, WordedTerm]) -> dict[str, object]:
    if told is None:
        return {"standing": engine.Standing.NOT_CANDIDATE.value, "holders": [], "changes": []}
    return {
        "standing": told.standing.value,
        "distance": told.distance,
        "to_win": told.points_to_win,
        "held_post": told.held_post,
        "next_post": told.next_post,
        "holders": [list(holder) for holder in told.holders],
        "own_change": told.own_change,
        "others_loss": told.others_loss,
        "changes": [
            [{"term": words[c.term].name, "units": c.units, "points": c.points, "unit": words[c.term].unit} for c in way]
            for way in told.changes
        ],
    }


def _rival(bench: Workbench, terms: tuple[engine.TermScore, ...], rival_id: int | None, at: int) -> dict[str, object] | None:
    """Compare with another person for the same post, term by term; positive = the person asked about is ahead."""
    if rival_id is None or rival_id not in bench.facts.row:
        return None
    theirs = bench.sheet.breakdown(bench.facts.row[rival_id], at)
    found = engine.compare(terms, theirs)
    rows = [
        [bench.words[line.name].name, line.first, line.second, line.difference]
        for line in found.rows
        if line.first or line.second
    ]
    return {"person": rival_id, "difference": found.difference, "rows": rows, "total": found.second_total}
