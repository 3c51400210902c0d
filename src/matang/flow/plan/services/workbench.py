"""Everything a computation needs at hand: facts, posts, the score sheet. Built for a whole scenario or for a few people."""

from dataclasses import dataclass
from functools import cached_property

from matang import engine, rules
from matang.flow.needs.public import competencies_at, intervals_at, requirements_of
from matang.flow.plan.choices import PROPOSABLE_KINDS, Basis, Weight
from matang.flow.plan.models import PlacementScenario
from matang.flow.plan.selectors.facts import PeopleFacts, people_facts
from matang.flow.plan.selectors.openings import Opening, openings
from matang.flow.plan.services.conditions import Conditions, both, condition_gates, conditions_of, talent_boxes
from matang.flow.plan.services.eligibility import gates
from matang.flow.plan.services.law import law_grid
from matang.flow.plan.services.leading import Leading
from matang.flow.plan.services.sheet import AskedPost, WordedTerm, terms_for
from matang.flow.register.public import unit_tree


@dataclass(frozen=True, eq=False)
class Workbench:
    """Facts, posts and sheet of a scenario; rows are positions in ``facts.ids`` and ``posts``.

    ``law`` answers every rule for the kinds of the posts, ``leading`` whose present post leads where.
    """

    facts: PeopleFacts
    posts: list[AskedPost]
    sheet: engine.ScoreSheet
    words: dict[str, WordedTerm]
    asked: Conditions
    leading: Leading
    law: rules.Grid

    @cached_property
    def post_at(self) -> dict[int, int]:
        """The position of each post's key."""
        return {post.id: at for at, post in enumerate(self.posts)}


def asked_posts(scenario: PlacementScenario, post_id: int | None = None) -> list[AskedPost]:
    """Return the posts of a scenario (or one of them) that have places to fill on its day, with what they ask for, by key."""
    chosen = scenario.posts.all() if post_id is None else scenario.posts.filter(post_id=post_id)
    wanted = set(chosen.values_list("post_id", flat=True))
    within = scenario.retiring_within
    found = openings(scenario.agency_id, scenario.as_at, kinds=PROPOSABLE_KINDS, retiring_within=within, post_id=post_id)
    asking = [row for row in found if row.post_id in wanted]
    if post_id is not None and not asking:
        asking = _as_recorded(scenario, post_id)
    asked = requirements_of(scenario.agency_id, scenario.as_at, [(row.post_id, row.kind) for row in asking])
    return [AskedPost(row, asked[row.post_id]) for row in asking]


def _as_recorded(scenario: PlacementScenario, post_id: int) -> list[Opening]:
    """Return a post that is filled by now as the scenario recorded it, so that reasons can still be told."""
    rows = scenario.posts.filter(post_id=post_id).select_related("post__unit")
    return [
        Opening(
            row.post_id,
            row.post.name,
            row.post.kind,
            row.post.unit.path,
            Basis(row.basis),
            row.places,
            row.staying,
            row.free_from,
        )
        for row in rows
    ]


def workbench(scenario: PlacementScenario, *, only: list[int] | None = None, post_id: int | None = None) -> Workbench:
    """Return the workbench of a scenario; ``only`` limits it to some people, ``post_id`` to one of its posts."""
    agency, day = scenario.agency_id, scenario.as_at
    facts, posts = people_facts(agency, day, only), asked_posts(scenario, post_id)
    names = {competency.pk: competency.name for competency in competencies_at(agency, day)}
    terms = terms_for(
        facts,
        posts,
        intervals=intervals_at(agency, day, only),
        names=names,
        opds={str(node.id): node.name for node in unit_tree(agency, day).roots},
        weights=scenario.weights,
        boxes=talent_boxes(agency, day) if scenario.weights.get(Weight.TALENT) else {},
    )
    asked = conditions_of(scenario)
    leading, law = Leading(facts), law_grid(facts, [post.kind for post in posts])
    sheet = engine.ScoreSheet(
        terms=tuple(worded.term for worded in terms),
        people=len(facts),
        posts=len(posts),
        gates=both(gates(posts, leading, law), condition_gates(facts, posts, asked)) if posts and len(facts) else None,
        doubtful_allowed=True,
    )
    return Workbench(facts, posts, sheet, {worded.term.name: worded for worded in terms}, asked, leading, law)
