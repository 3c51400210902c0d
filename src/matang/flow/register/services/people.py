"""Make people, and record their grade and legal standing from a day on."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from matang.flow.register.models import GradeRecord, Person, ServiceRecord
from matang.flow.register.permissions import may_edit_unit
from matang.flow.register.services.refusals import named_refusals
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import require
from matang.foundation.audit.context import because


def create_person(*, actor: Actor, nip: str, full_name: str, kind: str, origin: str = "manual", **facts: Any) -> Person:
    """Add a person to the agency. ``facts`` are further fields of the model."""
    require(may_edit_unit(actor, ""))
    with named_refusals():
        return Person.objects.create(agency_id=actor.agency_id, nip=nip, full_name=full_name, kind=kind, origin=origin, **facts)


def record_grade(*, actor: Actor, person: Person, grade: str, day: date, decree: str, reason: str) -> GradeRecord:
    """Record the grade that a person has from ``day`` on; the one before ends."""
    require(may_edit_unit(actor, ""))
    return follow(GradeRecord, person, day, reason, grade=grade, decree=decree)


def record_state(*, actor: Actor, person: Person, state: str, day: date, reason: str) -> ServiceRecord:
    """Record the legal standing of a person from ``day`` on; the one before ends."""
    require(may_edit_unit(actor, ""))
    return follow(ServiceRecord, person, day, reason, state=state)


def follow(model: type, person: Person, day: date, reason: str, **facts: Any) -> Any:
    """End the record of the day and start another. Refused when a record starts on the day or later."""
    held = model.objects.filter(person=person)
    if held.filter(valid_from__gte=day).exists():
        raise ValidationError({"day": _("Sudah ada catatan sejak tanggal itu atau sesudahnya. Pilih tanggal sesudahnya.")})
    with because(reason), named_refusals():
        held.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day)).update(valid_to=day)
        return model.objects.create(agency_id=person.agency_id, person=person, valid_from=day, origin="manual", **facts)
