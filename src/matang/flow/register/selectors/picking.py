"""Offer people to whoever names one in a form: by name or NIP, only those whom the actor sees."""

from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from matang.flow.register.models import Incumbency, Person
from matang.flow.register.selectors.listing import PeopleQuestion, ordered, people_asked
from matang.foundation.access.actor import Actor
from matang.ui.picking import Offer


def people_to_pick(actor: Actor, day: date, text: str = "") -> QuerySet[Person]:
    """Return the people in service whom the actor sees and the words find, by name, each with a post and its unit."""
    held = Incumbency.objects.as_at(day).filter(person=OuterRef("pk")).order_by("kind", "pk")
    rows = ordered(people_asked(actor, PeopleQuestion(day=day, text=text)), "nama")
    return rows.annotate(post=Subquery(held.values("post__name")[:1]), of=Subquery(held.values("post__unit__name")[:1]))


def person_offer(person: Person) -> Offer:
    """Return how a person is offered: NIP, name, post and unit. The key is the NIP, which an office knows by heart."""
    told = (getattr(person, name, None) for name in ("post", "of"))
    return Offer(person.nip, person.display_name, person.nip, ", ".join(part for part in told if part))
