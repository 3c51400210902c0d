"""Record the rating of a person's year, put a wrong one right, and take the last change back."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.register.choices import AppraisalRating
from matang.flow.register.models import AppraisalRecord, Person
from matang.flow.register.permissions import may_edit_person
from matang.flow.register.selectors.people import unit_path_of
from matang.flow.register.services.refusals import named_refusals
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.audit.context import because
from matang.foundation.audit.selectors import history_of
from matang.foundation.clock.services import today

MANUAL = "manual"
FIRST_YEAR = 2000
FIELDS = ("rating", "document", "origin")
"""What may change of an appraisal; whose it is and of which year never does."""


def year_fault(year: int, person_start: int | None = None) -> str:
    """Return why an appraisal of this year cannot be recorded today, empty when it can: a year is rated once it is over."""
    if year >= today().year:
        return _("Penilaian tahun %(year)s baru dapat dicatat mulai 1 Januari %(next)s.") % {"year": year, "next": year + 1}
    if year < FIRST_YEAR:
        return _("Tahun penilaian paling awal %(year)s.") % {"year": FIRST_YEAR}
    if person_start is not None and year < person_start:
        return _("Pegawai ini baru bekerja sejak %(year)s.") % {"year": person_start}
    return ""


def record_appraisal(
    *, actor: Actor, person: Person, year: int, rating: str, document: str = "", replace: bool = False, reason: str = ""
) -> AppraisalRecord:
    """Record the rating of a year; with ``replace`` put the one that is held right. The trail keeps what was held.

    Raises:
        RefusedError: the actor may not record facts about the person.
        ValidationError: the year is not over, or another rating is held and ``replace`` was not said.
    """
    require(may_edit_person(actor, lambda: unit_path_of(person.pk, today())))
    if fault := year_fault(year, person.service_start.year if person.service_start else None):
        raise ValidationError({"year": fault})
    with transaction.atomic():
        held = AppraisalRecord.objects.select_for_update().filter(person=person, year=year).first()
        if held is None:
            with because(reason), named_refusals():
                return AppraisalRecord.objects.create(
                    agency_id=person.agency_id, person=person, year=year, rating=rating, document=document, origin=MANUAL
                )
        words = {"year": year, "rating": AppraisalRating(held.rating).label}
        if (held.rating, held.document) == (rating, document):
            raise ValidationError({"rating": _("Predikat %(year)s sudah tercatat %(rating)s.") % words})
        if not replace:
            said = _("Predikat %(year)s sudah tercatat %(rating)s. Centang untuk menggantinya, atau pilih tahun lain.")
            raise ValidationError({"replace": said % words})
        held.rating, held.document, held.origin = rating, document, MANUAL
        with because(reason), named_refusals():
            held.save(update_fields=FIELDS)
        return held


@dataclass(frozen=True, slots=True)
class Held:
    """What was held of an appraisal at one time, and who put it there (None = the system)."""

    values: tuple[str, ...]
    actor_id: int | None


def standing(record: AppraisalRecord) -> list[Held]:
    """Return what was held of an appraisal, oldest first, without what was taken back again."""
    kept: list[Held] = []
    now: dict[str, str] = {}
    for entry in reversed(history_of(AppraisalRecord, record.pk)):
        now |= {change.field: change.after for change in entry.changes if change.field in FIELDS}
        values = tuple(now.get(name) or "" for name in FIELDS)
        if len(kept) > 1 and kept[-2].values == values:
            kept.pop()
        else:
            kept.append(Held(values, entry.actor_id))
    return kept


def undo_appraisal(*, actor: Actor, person: Person, record_id: int) -> None:
    """Take back the last change of an appraisal: a new one goes, a replaced one becomes again what it was.

    Only the account that made the change may, and only a change made by hand.
    """
    require(may_edit_person(actor, lambda: unit_path_of(person.pk, today())))
    with transaction.atomic(), because(_("Pembatalan catatan")), named_refusals():
        record = AppraisalRecord.objects.select_for_update().get(pk=record_id, person=person)
        held = standing(record)
        if record.origin != MANUAL or not held or held[-1].actor_id != actor.user_id:
            raise RefusedError(Denied(_("Catatan hanya dapat dibatalkan oleh petugas yang mencatatnya.")))
        if len(held) == 1:
            record.delete()
            return
        record.rating, record.document, record.origin = held[-2].values
        record.save(update_fields=FIELDS)
