"""The few numbers of the home page. Each actor's reach gives its own; they are counted again after a minute."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from time import monotonic

from matang.flow.register import public as register
from matang.foundation.access.actor import Actor, Scope
from matang.foundation.clock.services import today

KEPT_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Figures:
    """What the actor reaches on ``day``: people, units (of the whole agency only the OPDs), posts and free places."""

    day: date
    whole: bool
    people: int
    units: int
    posts: int
    vacancies: int


def figures_for(actor: Actor) -> Figures | None:
    """Return the numbers for this actor; nothing for somebody who reads no unit."""
    scope = register.reading_scope(actor)
    if actor.agency_id is None or scope.empty:
        return None
    return _counted(actor, scope, today(), int(monotonic() // KEPT_SECONDS))


@lru_cache(maxsize=512)
def _counted(actor: Actor, scope: Scope, day: date, _minute: int) -> Figures:
    agency_id = actor.agency_id or 0
    posts = [row for row in register.posts_at(agency_id, day).values_list("unit__path", "id") if scope.covers(row[0])]
    tree = register.unit_tree(agency_id, day)
    free = register.vacant_posts(agency_id, day).values_list("unit__path", "vacancies")
    return Figures(
        day=day,
        whole=scope.everything,
        people=register.people_visible_to(actor, day).count(),
        units=len(tree.roots) if scope.everything else sum(scope.covers(unit.path) for unit in tree.walk()),
        posts=len(posts),
        vacancies=sum(number for path, number in free if scope.covers(path)),
    )
