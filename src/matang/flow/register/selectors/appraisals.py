"""Whose rating of a year the register still lacks."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q

from matang.flow.register.choices import ENDED_STATES
from matang.flow.register.models import AppraisalRecord, ServiceRecord
from matang.flow.register.selectors.people import people_visible_to
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today


def without_appraisal(actor: Actor, year: int) -> Iterator[tuple[str, str]]:
    """Yield (NIP, name) of those the actor sees who serve, were in service by the end of ``year`` and have no rating of it."""
    day = today()
    rated = AppraisalRecord.objects.filter(person_id=OuterRef("pk"), year=year)
    gone = ServiceRecord.objects.as_at(day).filter(person_id=OuterRef("pk"), state__in=ENDED_STATES)
    people = people_visible_to(actor, day).filter(~Exists(rated), ~Exists(gone))
    people = people.filter(Q(service_start__isnull=True) | Q(service_start__year__lte=year))
    return people.order_by("full_name", "id").values_list("nip", "full_name").iterator(chunk_size=2000)
