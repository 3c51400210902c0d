"""What a change of standards would do to the rows as they are now. Writes nothing."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from matang.flow.needs.models import PostStandard
from matang.flow.needs.selectors.standards import requirements_of
from matang.flow.needs.services.standards.timeline import Held, Moves, Span, rearrange
from matang.flow.register.public import Post

CREATED, CHANGED, ENDED, LEFT = "created", "changed", "ended", "left"
Key = tuple[int, int]
"""(post, competency)"""


@dataclass(frozen=True, slots=True)
class Line:
    """One post and competency: what was asked on the day, what will be, and what that is called."""

    post_id: int
    competency_id: int
    outcome: str
    before: tuple[int, bool] | None
    after: tuple[int, bool] | None
    start: date
    end: date | None


@dataclass(slots=True)
class Plan:
    """Everything that a change does. Applying it needs nothing else."""

    lines: list[Line] = field(default_factory=list)
    cut: dict[date, list[int]] = field(default_factory=dict)
    dropped: list[int] = field(default_factory=list)
    added: list[tuple[int, int, Span]] = field(default_factory=list)
    first_own: set[int] = field(default_factory=set)

    @property
    def tally(self) -> dict[str, int]:
        """Counts of requirements by outcome, and of posts that change and that stay."""
        outcomes = Counter(line.outcome for line in self.lines)
        changing = {line.post_id for line in self.lines if line.outcome != LEFT}
        posts = {line.post_id for line in self.lines}
        counts = {key: outcomes[key] for key in (CREATED, CHANGED, ENDED, LEFT)}
        return {**counts, "posts": len(changing), "posts_left": len(posts - changing), "posts_first": len(self.first_own)}

    @property
    def digest(self) -> str:
        """A fingerprint of the moves, to notice that the standards changed between looking and deciding."""
        moves = repr((sorted(self.cut.items()), sorted(self.dropped), sorted(map(repr, self.added))))
        return hashlib.sha256(moves.encode()).hexdigest()[:16]

    @property
    def empty(self) -> bool:
        """True when nothing would change."""
        return not (self.cut or self.dropped or self.added)


def rows_out(rows: Iterable[tuple[int, int, Span]]) -> list[list[Any]]:
    """Return wanted rows in JSON's types."""
    return [
        [post, competency, span.level, span.must, span.start.isoformat(), span.end.isoformat() if span.end else None]
        for post, competency, span in rows
    ]


def rows_in(rows: list[list[Any]]) -> list[tuple[int, int, Span]]:
    """Return wanted rows from JSON's types."""
    return [
        (post, competency, Span(date.fromisoformat(start), date.fromisoformat(end) if end else None, level, must))
        for post, competency, level, must, start, end in rows
    ]


def plan_rows(agency_id: int, content: dict[str, Any]) -> Plan:
    """Return what the rows of a prepared change would do now.

    ``content["complete"]``: what a post asks for beside the rows ends on the post's first day in them.
    ``content["fill_default"]``: a post that has no standard of its own yet keeps its default levels beside the rows.
    """
    wanted: dict[Key, list[Span]] = {}
    first: dict[int, date] = {}
    for post, competency, span in rows_in(content["rows"]):
        wanted.setdefault((post, competency), []).append(span)
        first[post] = min(first.get(post, span.start), span.start)
    held = _held(agency_id, list(first))
    own = {post for (post, _), rows in held.items() for row in rows if row.span.start <= first[post] < row.span.until}
    plan = Plan(first_own=set(first) - own)
    if content.get("fill_default"):
        for post, competency, level in _defaults(agency_id, {post: first[post] for post in plan.first_own}):
            wanted.setdefault((post, competency), [Span(first[post], None, level)])
    if content.get("complete"):
        for post, competency in held:
            wanted.setdefault((post, competency), [Span(first[post], None, None)])
    for key in sorted(wanted):
        _take(plan, key, held.get(key, []), wanted[key])
    return plan


def _held(agency_id: int, posts: list[int]) -> dict[Key, list[Held]]:
    rows = PostStandard.objects.filter(agency_id=agency_id, post_id__in=posts).order_by("valid_from")
    found: dict[Key, list[Held]] = {}
    for key, post, competency, level, must, start, end in rows.values_list(
        "id", "post_id", "competency_id", "level", "must", "valid_from", "valid_to"
    ):
        found.setdefault((post, competency), []).append(Held(key, Span(start, end, level, must)))
    return found


def _defaults(agency_id: int, posts: dict[int, date]) -> list[tuple[int, int, int]]:
    kinds = dict(Post.objects.filter(agency_id=agency_id, pk__in=list(posts)).values_list("pk", "kind"))
    found = []
    for day in sorted(set(posts.values())):
        chosen = [(post, kinds[post]) for post, start in posts.items() if start == day and post in kinds]
        for post, asked in requirements_of(agency_id, day, chosen).items():
            found += [(post, line.competency_id, line.level) for line in asked if line.default]
    return found


def _take(plan: Plan, key: Key, held: list[Held], wanted: list[Span]) -> None:
    moves: Moves = rearrange(held, wanted)
    span = wanted[-1]
    before = next((row.span.value for row in held if row.span.start <= span.start < row.span.until), None)
    if moves:
        outcome = ENDED if span.value is None else CHANGED if before else CREATED
    elif span.value is None and before is None:
        return
    else:
        outcome = LEFT
    plan.lines.append(Line(*key, outcome, before, span.value, span.start, span.end))
    for row, end in moves.cut:
        plan.cut.setdefault(end, []).append(row)
    plan.dropped += moves.dropped
    plan.added += [(*key, each) for each in moves.added]
