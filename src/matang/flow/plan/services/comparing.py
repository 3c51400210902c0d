"""Two scenarios side by side: who differs post by post, what each is worth, who gains and who loses."""

from dataclasses import dataclass

from matang.flow.plan.choices import Weight
from matang.flow.plan.models import PlacementScenario, Proposal
from matang.flow.register.public import Person, Post


@dataclass(frozen=True, slots=True)
class ComparedPost:
    """One post in both: the proposed people with their scores, None where nobody is; ``differs`` when they are not the same."""

    post: Post
    first: tuple[Person, int] | None
    second: tuple[Person, int] | None
    in_first: bool
    in_second: bool

    @property
    def differs(self) -> bool:
        """True where another person (or nobody) is proposed, or only one scenario asks about the post."""
        same = (self.first and self.first[0].pk) == (self.second and self.second[0].pk)
        return not same or self.in_first != self.in_second


@dataclass(frozen=True, slots=True)
class ComparedPerson:
    """Somebody whom the scenarios treat differently: the post proposed in each, None = stays where they are."""

    person: Person
    first: Post | None
    second: Post | None


@dataclass(frozen=True, slots=True)
class Totals:
    """A scenario in a few numbers; None where it has no result."""

    posts: int
    moves: int | None
    points: int | None
    cost: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that tells two scenarios apart. ``weights`` holds those that differ: label, first, second."""

    posts: list[ComparedPost]
    people: list[ComparedPerson]
    weights: list[tuple[str, int, int]]
    totals: tuple[Totals, Totals]

    @property
    def gains(self) -> list[ComparedPerson]:
        """People proposed only in the second."""
        return [row for row in self.people if row.first is None]

    @property
    def losses(self) -> list[ComparedPerson]:
        """People proposed only in the first."""
        return [row for row in self.people if row.second is None]

    @property
    def elsewhere(self) -> list[ComparedPerson]:
        """People proposed in both, for another post."""
        return [row for row in self.people if row.first is not None and row.second is not None]


def compare_scenarios(first: PlacementScenario, second: PlacementScenario) -> Comparison:
    """Compare two scenarios by their stored proposals; six queries."""
    one, two = _proposed(first), _proposed(second)
    asked = [set(scenario.posts.values_list("post_id", flat=True)) for scenario in (first, second)]
    posts = {row.pk: row for row in Post.objects.filter(pk__in=asked[0] | asked[1]).select_related("unit")}
    rows = [
        ComparedPost(post, _of(one, key), _of(two, key), key in asked[0], key in asked[1])
        for key, post in sorted(posts.items(), key=lambda item: (item[1].unit.code, item[1].name, item[0]))
    ]
    seats = [{row.person_id: row.post_id for row in found.values()} for found in (one, two)]
    names = {row.person_id: row.person for found in (one, two) for row in found.values()}
    people = [
        ComparedPerson(person, posts.get(seats[0].get(key, 0)), posts.get(seats[1].get(key, 0)))
        for key, person in sorted(names.items(), key=lambda item: item[1].full_name)
        if seats[0].get(key) != seats[1].get(key)
    ]
    weights = [
        (str(Weight(key).label), first.weights.get(key, 0), second.weights.get(key, 0))
        for key in Weight.values
        if first.weights.get(key, 0) != second.weights.get(key, 0)
    ]
    return Comparison(rows, people, weights, (_totals(first, one, asked[0]), _totals(second, two, asked[1])))


def _proposed(scenario: PlacementScenario) -> dict[int, Proposal]:
    rows = Proposal.objects.filter(scenario=scenario, rank=1).select_related("person").defer("packed")
    return {row.post_id: row for row in rows}


def _of(found: dict[int, Proposal], key: int) -> tuple[Person, int] | None:
    return (found[key].person, found[key].score) if key in found else None


def _totals(scenario: PlacementScenario, found: dict[int, Proposal], asked: set[int]) -> Totals:
    result = getattr(scenario, "result", None)
    if result is None:
        return Totals(len(asked), None, None, 0)
    cost = int(result.costs.get("move", 0)) if result.costs else 0
    return Totals(len(asked), int(result.report.get("placed", len(found))), sum(row.score for row in found.values()), cost)
