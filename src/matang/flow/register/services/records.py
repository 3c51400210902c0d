"""Record what becomes true of a person from a day on, and take the last record back.

Nothing is overwritten: the record that held until then ends, and the new one starts.
"""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from matang.flow.register.choices import ENDED_STATES, PNS_GRADES, PPPK_GRADES, EmploymentKind
from matang.flow.register.models import AppraisalRecord, CareerEntry, Education, GradeRecord, Incumbency, Person, ServiceRecord
from matang.flow.register.permissions import may_edit_person
from matang.flow.register.selectors.people import unit_path_of
from matang.flow.register.services.appraisals import MANUAL, undo_appraisal
from matang.flow.register.services.refusals import REFUSALS, named_refusals
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require
from matang.foundation.audit.context import because
from matang.foundation.audit.selectors import HistoryEntry, history_of
from matang.foundation.clock.services import today

RECORDS: dict[str, type[models.Model]] = {
    "grade": GradeRecord,
    "state": ServiceRecord,
    "education": Education,
    "career": CareerEntry,
    "appraisal": AppraisalRecord,
}


def require_editor(actor: Actor, person: Person) -> None:
    """Raise ``RefusedError`` unless the actor may change what is recorded about the person."""
    require(may_edit_person(actor, lambda: unit_path_of(person.pk, today())))


def record_grade(*, actor: Actor, person: Person, grade: str, day: date, decree: str = "", reason: str = "") -> GradeRecord:
    """Record the grade that a person has from ``day`` on; the one before ends."""
    require_editor(actor, person)
    if grade not in (PPPK_GRADES if person.kind == EmploymentKind.PPPK else PNS_GRADES):
        message = _("Golongan %(grade)s bukan golongan %(kind)s.") % {"grade": grade, "kind": person.get_kind_display()}
        raise ValidationError({"grade": message})
    return follow(GradeRecord, person, day, reason, grade=grade, decree=decree)


def record_state(
    *, actor: Actor, person: Person, state: str, day: date, reason: str = "", end_posts: bool = False
) -> ServiceRecord:
    """Record the legal standing of a person from ``day`` on; the one before ends.

    ``end_posts`` also ends, that day, the posts that somebody who leaves the service still holds.
    """
    require_editor(actor, person)
    with transaction.atomic():
        made = follow(ServiceRecord, person, day, reason, state=state)
        if end_posts and state in ENDED_STATES:
            held = Incumbency.objects.filter(lasting(day), person=person)
            if held.filter(valid_from__gte=day).exists():
                raise ValidationError({"day": _("Pegawai ini tercatat memangku jabatan sejak tanggal itu atau sesudahnya.")})
            with because(reason):
                held.update(valid_to=day)
    return made


def record_education(
    *, actor: Actor, person: Person, level: str, field: str = "", institution: str = "", year: int | None = None, reason: str = ""
) -> Education:
    """Record a formal education that the person completed."""
    require_editor(actor, person)
    if year is not None and not (person.birth_date.year if person.birth_date else 1900) < year <= today().year:
        raise ValidationError({"year": _("Tahun lulus harus sesudah tahun lahir dan tidak di masa depan.")})
    with because(reason), named_refusals():
        return Education.objects.create(
            agency_id=person.agency_id,
            person=person,
            level=level,
            field=field,
            institution=institution,
            year=year,
            origin=MANUAL,
        )


def record_career(
    *,
    actor: Actor,
    person: Person,
    post_name: str,
    day: date,
    valid_to: date | None = None,
    unit_name: str = "",
    kind: str = "",
    reason: str = "",
) -> CareerEntry:
    """Record a past post that is not in the register, such as one in another agency."""
    require_editor(actor, person)
    if valid_to is not None and valid_to <= day:
        raise ValidationError({"valid_to": REFUSALS["career_ends_after_start"][1]})
    same = CareerEntry.objects.filter(lasting(day), person=person, post_name__iexact=post_name)
    if valid_to is not None:
        same = same.filter(valid_from__lt=valid_to)
    if same.exists():
        raise ValidationError({"day": _("Jabatan bernama sama sudah tercatat pada masa itu. Pilih tanggal lain.")})
    with because(reason), named_refusals():
        return CareerEntry.objects.create(
            agency_id=person.agency_id,
            person=person,
            post_name=post_name,
            unit_name=unit_name,
            kind=kind,
            valid_from=day,
            valid_to=valid_to,
            origin=MANUAL,
        )


def lasting(day: date) -> Q:
    """Return the condition that a dated row holds on the day or starts later."""
    return Q(valid_to__isnull=True) | Q(valid_to__gt=day)


def follow(model: type, person: Person, day: date, reason: str, **facts: Any) -> Any:
    """End the record of the day and start another. Refused when a record starts on the day or later."""
    held = model.objects.filter(person=person)
    if held.filter(valid_from__gte=day).exists():
        raise ValidationError({"day": _("Sudah ada catatan sejak tanggal itu atau sesudahnya. Pilih tanggal sesudahnya.")})
    with because(reason), named_refusals():
        held.filter(lasting(day)).update(valid_to=day)
        return model.objects.create(agency_id=person.agency_id, person=person, valid_from=day, origin=MANUAL, **facts)


def undo_record(*, actor: Actor, person: Person, what: str, record_id: int) -> None:
    """Take back the newest record of a kind and give what it ended its earlier end again.

    Only the account that recorded it may. Raises ``ValidationError`` when a later record stands upon it.
    """
    require_editor(actor, person)
    if what == "appraisal":
        undo_appraisal(actor=actor, person=person, record_id=record_id)
        return
    model = RECORDS[what]
    record: Any = model._default_manager.get(pk=record_id, person=person)
    made = next((entry for entry in history_of(model, record.pk) if entry.kind == "insert"), None)
    if record.origin != MANUAL or made is None or made.actor_id != actor.user_id:
        raise RefusedError(Denied(_("Catatan hanya dapat dibatalkan oleh petugas yang mencatatnya.")))
    followed = what in {"grade", "state"}
    if followed and model._default_manager.filter(person=person, valid_from__gt=record.valid_from).exists():
        raise ValidationError(_("Sudah ada catatan sesudahnya; batalkan dulu yang terbaru."))
    with because(_("Pembatalan catatan")), named_refusals():
        day = record.valid_from if followed else None
        record.delete()
        if followed:
            reopen(model, person, day, made)
        if what == "state":
            reopen(Incumbency, person, day, made)


def reopen(model: type[models.Model], person: Person, day: date | None, made: HistoryEntry) -> None:
    """Give the rows that the transaction of ``made`` ended on ``day`` the end they had before."""
    for row in model._default_manager.filter(person=person, valid_to=day):
        last = history_of(model, row.pk)[0]
        if last.at != made.at or last.kind != "update":
            continue
        for change in last.changes:
            if change.field == "valid_to":
                row.valid_to = change.before  # type: ignore[attr-defined]
                row.save(update_fields=["valid_to"])
