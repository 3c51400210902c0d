"""Who sees whom: the one scoping function behind every list, page, search, picker, export and notice."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from matang.flow.register.choices import IncumbencyKind
from matang.flow.register.models import Incumbency, Person
from matang.flow.register.permissions import READER_ROLES
from matang.foundation.access.actor import Actor, Scope
from matang.foundation.clock.services import today


def reading_scope(actor: Actor) -> Scope:
    """Return the part of the agency whose people the actor reads."""
    return actor.scope(*READER_ROLES)


def people_visible_to(actor: Actor, as_at: date) -> QuerySet[Person]:
    """Return the people the actor sees on the day ``as_at``: themselves, and the holders of posts inside the actor's units.

    A post counts however it is held (definitive, acting, stand-in). People without any post are seen only by those
    who read the whole agency.
    """
    people = Person.objects.filter(agency_id=actor.agency_id)
    scope = reading_scope(actor)
    if scope.everything:
        return people
    seen = Q(pk=actor.person_id) if actor.person_id else Q(pk__in=())
    if scope.paths:
        inside = Q()
        for path in scope.paths:
            inside |= Q(post__unit__path__startswith=path)
        seen |= Exists(Incumbency.objects.as_at(as_at).filter(inside, person_id=OuterRef("pk")))
    return people.filter(seen)


def person_visible_to(actor: Actor, person_id: int, as_at: date | None = None) -> Person | None:
    """Return the person when the actor sees them on ``as_at`` (today when empty), else None."""
    return people_visible_to(actor, as_at or today()).filter(pk=person_id).first()


def unit_path_of(person_id: int, day: date) -> str:
    """Return the path of the unit of a person's definitive post on the day; empty when there is none."""
    held = Incumbency.objects.as_at(day).filter(person_id=person_id, kind=IncumbencyKind.DEFINITIVE)
    return held.values_list("post__unit__path", flat=True).first() or ""
