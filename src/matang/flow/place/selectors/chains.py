"""Which posts a move leaves vacant, who is next there, and which decisions build on another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from matang.flow.place.choices import DecisionState, Outcome
from matang.flow.place.models import PlacementDecision
from matang.flow.plan.public import Proposal
from matang.flow.register.public import Incumbency, IncumbencyKind, Person, Post

WITH = ("post__unit", "person", "item__meeting", "scenario")
LONGEST = 30
"""A chain longer than this is cut: it is nobody's reading."""


@dataclass(frozen=True, slots=True)
class Link:
    """A post that becomes vacant on ``day`` because its holder ``leaver`` moves.

    ``state``: ``decided`` (``next`` was appointed by ``decision_id``), ``left_vacant`` (decided so), ``proposed`` (the same
    scenario proposes ``next``), ``open`` (nobody is named).
    """

    post: Post
    leaver: Person
    day: date | None
    state: str
    next: Person | None = None
    decision_id: int | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody leaves a post for another."""

    person: Person
    from_post: int | None
    day: date | None


class ChainBook:
    """Everything needed to follow moves of some scenarios, read by four queries."""

    def __init__(self, agency_id: int, scenario_ids: Iterable[int]) -> None:
        self.standing = {
            row.post_id: row
            for row in PlacementDecision.objects.filter(agency_id=agency_id, state=DecisionState.STANDS)
            .select_related("person")
            .order_by("decided_at", "pk")
        }
        proposals = Proposal.objects.filter(scenario_id__in=set(scenario_ids), rank=1).select_related("person")
        self.proposed = {(row.scenario_id, row.post_id): row for row in proposals}
        keys = {key for row in self.standing.values() for key, _end in row.ended}
        held = Incumbency.objects.filter(pk__in=keys, kind=IncumbencyKind.DEFINITIVE)
        self.left = dict(held.values_list("pk", "post_id"))
        posts = {*self.left.values(), *(self.from_post(row) for row in proposals)} - {None}
        self.posts = {row.pk: row for row in Post.objects.filter(pk__in=posts).select_related("unit")}

    @staticmethod
    def from_post(proposal: Proposal) -> int | None:
        """Return the post that a candidate held when the proposal was computed, None for none."""
        return proposal.reasons.get("post_id") or None

    def know(self, post_id: int | None) -> None:
        """Learn of a post that somebody would leave who is not the proposed one."""
        if post_id is not None and post_id not in self.posts:
            self.posts |= {row.pk: row for row in Post.objects.filter(pk=post_id).select_related("unit")}

    def move_of(self, decision: PlacementDecision) -> Move | None:
        """Return the move that a decision makes, None when it leaves the post vacant."""
        if decision.person is None:
            return None
        left = next((self.left[key] for key, _end in decision.ended if key in self.left), None)
        return Move(decision.person, left, decision.effective_from)

    def follow(self, scenario_id: int, move: Move | None) -> list[Link]:
        """Return the posts that become vacant one after the other, beginning with the one that ``move`` leaves."""
        links: list[Link] = []
        seen: set[int] = set()
        while move is not None and move.from_post in self.posts and move.from_post not in seen and len(links) < LONGEST:
            seen.add(move.from_post)
            link, move = self._link(scenario_id, move)
            links.append(link)
        return links

    def _link(self, scenario_id: int, move: Move) -> tuple[Link, Move | None]:
        post = self.posts[move.from_post or 0]
        decided = self.standing.get(post.pk)
        if decided is not None and decided.person is not None and (move.day is None or decided.effective_from >= move.day):
            return Link(post, move.person, move.day, "decided", decided.person, decided.pk), self.move_of(decided)
        if decided is not None and decided.outcome == Outcome.LEFT_VACANT and decided.scenario_id == scenario_id:
            return Link(post, move.person, move.day, "left_vacant", None, decided.pk), None
        proposal = self.proposed.get((scenario_id, post.pk))
        if proposal is not None:
            link = Link(post, move.person, move.day, "proposed", proposal.person)
            return link, Move(proposal.person, self.from_post(proposal), move.day)
        return Link(post, move.person, move.day, "open"), None


def newly_vacant(book: ChainBook, decisions: Iterable[PlacementDecision]) -> list[Link]:
    """Return the posts that these decisions leave vacant and to which nobody has been appointed, the earliest first."""
    found = []
    for decision in decisions:
        links = book.follow(decision.scenario_id, book.move_of(decision))
        found += [link for link in links[:1] if link.state != "decided"]
    return sorted(found, key=lambda link: (link.day or date.max, link.post.name, link.post.pk))


def building_on(decision: PlacementDecision) -> list[PlacementDecision]:
    """Return the standing decisions that could not stand without this one.

    Either somebody was appointed to the post that it frees, with no room for its former holder to come back; or the person
    was moved on from the post that it gave them.
    """
    if decision.person_id is None or decision.effective_from is None:
        return []
    others = PlacementDecision.objects.filter(agency_id=decision.agency_id, state=DecisionState.STANDS)
    others = others.exclude(pk=decision.pk).select_related(*WITH)
    moved_on = [
        row for row in others.filter(person_id=decision.person_id) if decision.incumbency_id in {key for key, _end in row.ended}
    ]
    freed = Incumbency.objects.filter(pk__in=[key for key, _end in decision.ended], kind=IncumbencyKind.DEFINITIVE)
    taken = [
        row
        for held in freed.select_related("post")
        for row in others.filter(post_id=held.post_id, person__isnull=False, effective_from__gte=decision.effective_from)
        if _full(held.post, row.effective_from)
    ]
    return [*taken, *moved_on]


def _full(post: Post, day: date) -> bool:
    """Return true when nobody else can hold the post on that day; a post whose capacity nobody knows is never full."""
    if post.capacity is None:
        return False
    held = Incumbency.objects.filter(post=post, kind=IncumbencyKind.DEFINITIVE).as_at(day)
    return held.count() >= post.capacity


def undone_with(decision: PlacementDecision) -> list[PlacementDecision]:
    """Return the decision with all that build on it, each before what it builds on; the decision itself stands last."""
    order: dict[int, PlacementDecision] = {}

    def visit(row: PlacementDecision, above: frozenset[int]) -> None:
        for other in building_on(row):
            if other.pk not in above and other.pk not in order:
                visit(other, above | {other.pk})
        order[row.pk] = row

    visit(decision, frozenset({decision.pk}))
    return list(order.values())
