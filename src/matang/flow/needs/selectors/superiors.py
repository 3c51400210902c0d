"""Who is whose direct superior, as far as the register tells from units and posts.

The register has no field for it. A unit is led by the one holder (definitive or acting) of its highest managerial post;
where several hold posts of that rank, or the post is empty, it doesn't say who leads. The direct superior of a person is
the leader of their unit, or of the nearest unit above it that somebody else leads.
"""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from matang.flow.needs.permissions import SUPERIORS
from matang.flow.register.public import MANAGERIAL_KINDS, Incumbency, IncumbencyKind, posts_at
from matang.foundation.access.actor import Actor

RANK = {kind: place for place, kind in enumerate(MANAGERIAL_KINDS)}
"""0 is the highest."""
LEADING = (IncumbencyKind.DEFINITIVE, IncumbencyKind.ACTING)


@dataclass(slots=True)
class Chart:
    """Who leads and who works where on a day. ``homes``: the unit path of each person's definitive post."""

    homes: dict[int, str] = field(default_factory=dict)
    leaders: dict[str, int] = field(default_factory=dict)

    def superior_of(self, person_id: int) -> int | None:
        """Return the direct superior of a person; None when the register doesn't tell."""
        for path in _upwards(self.homes.get(person_id, "")):
            leader = self.leaders.get(path)
            if leader is not None and leader != person_id:
                return leader
        return None


def own_people(actor: Actor, day: date) -> set[int]:
    """Return whom the actor may rate as their superior, by two queries.

    Of the people in the units that the actor was given as a superior: those whom the register puts right under the actor,
    and those whom it puts under nobody.
    """
    scope = actor.scope(*SUPERIORS)
    if scope.empty:
        return set()
    below, above = Q(), set[str]()
    for path in scope.paths:
        below |= Q(unit__path__startswith=path)
        above.update(_upwards(path))
    chart = _chart(actor.agency_id, day, below | Q(unit__path__in=above) if scope.paths else Q())
    inside = (person for person, path in chart.homes.items() if scope.covers(path) and person != actor.person_id)
    return {person for person in inside if chart.superior_of(person) in {actor.person_id, None}}


def direct_superior_of(agency_id: int, unit_path: str, person_id: int, day: date) -> int | None:
    """Return the direct superior of a person whose definitive post is in the unit with this path; two queries."""
    return _chart(agency_id, day, Q(unit__path__in=_upwards(unit_path))).superior_of(person_id)


def chart_at(agency_id: int, unit_path: str, day: date) -> Chart:
    """Return who leads and who works where in the subtree of a unit and in the units above it; two queries."""
    return _chart(agency_id, day, Q(unit__path__startswith=unit_path) | Q(unit__path__in=_upwards(unit_path)))


def _chart(agency_id: int | None, day: date, which: Q) -> Chart:
    """Return who works in and who leads the units whose posts fit ``which``."""
    posts = {row[0]: row[1:] for row in posts_at(agency_id or 0, day).filter(which).values_list("id", "unit__path", "kind")}
    highest: dict[str, int] = {}
    for path, kind in posts.values():
        if kind in RANK:
            highest[path] = min(RANK[kind], highest.get(path, RANK[kind]))
    chart, heads = Chart(), dict[str, set[int]]()
    rows = Incumbency.objects.as_at(day).filter(agency_id=agency_id, kind__in=LEADING)
    found = rows.filter(post__in=posts_at(agency_id or 0, day).filter(which).order_by().values("id"))
    for person, post, kind in found.values_list("person_id", "post_id", "kind"):
        path, post_kind = posts[post]
        if kind == IncumbencyKind.DEFINITIVE:
            chart.homes[person] = path
        if post_kind in RANK and RANK[post_kind] == highest[path]:
            heads.setdefault(path, set()).add(person)
    chart.leaders = {path: next(iter(people)) for path, people in heads.items() if len(people) == 1}
    return chart


def _upwards(path: str) -> list[str]:
    """Return the paths of a unit and of the units above it, the nearest first: ``/1/7/``, ``/1/``."""
    parts = [part for part in path.split("/") if part]
    return ["/" + "/".join(parts[:depth]) + "/" for depth in range(len(parts), 0, -1)]
