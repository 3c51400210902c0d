"""Add people to the agency."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from matang.flow.register.models import Person
from matang.flow.register.permissions import may_add_people
from matang.flow.register.services.refusals import named_refusals
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import require
from matang.foundation.clock.services import today


def create_person(*, actor: Actor, nip: str, full_name: str, kind: str, origin: str = "manual", **facts: Any) -> Person:
    """Add a person to the agency. ``facts`` are further fields of the model."""
    require(may_add_people(actor))
    birth: date | None = facts.get("birth_date")
    if birth is not None and birth >= today():
        raise ValidationError({"birth_date": _("Tanggal lahir harus sudah lewat.")})
    with named_refusals():
        return Person.objects.create(agency_id=actor.agency_id, nip=nip, full_name=full_name, kind=kind, origin=origin, **facts)
