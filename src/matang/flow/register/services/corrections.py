"""A person asks that what is held about them be put right; an officer answers within 3×24 hours (UU 27/2022)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matang.flow.register.choices import CorrectionState, EmploymentKind, Sex
from matang.flow.register.models import CorrectionRequest, Person
from matang.flow.register.permissions import may_answer_corrections, may_ask_correction
from matang.flow.register.services.refusals import named_refusals
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Allowed, Answer, Denied, RefusedError, require
from matang.foundation.audit.context import because
from matang.foundation.clock.services import deadline_hours, now, today
from matang.rules import number
from matang.rules.core.parameters import DatedValue


@dataclass(frozen=True, slots=True)
class Correctable:
    """A thing that may be asked to be put right. ``applied`` tells whether accepting changes the field by itself."""

    name: str
    label: str | Promise
    applied: bool = True


FIELDS = (
    Correctable("full_name", gettext_lazy("Nama")),
    Correctable("title_front", gettext_lazy("Gelar depan")),
    Correctable("title_back", gettext_lazy("Gelar belakang")),
    Correctable("nip", gettext_lazy("NIP")),
    Correctable("birth_date", gettext_lazy("Tanggal lahir")),
    Correctable("birth_place", gettext_lazy("Tempat lahir")),
    Correctable("sex", gettext_lazy("Jenis kelamin")),
    Correctable("kind", gettext_lazy("Jenis pegawai")),
    Correctable("service_start", gettext_lazy("Mulai bekerja (TMT CPNS/PPPK)")),
    Correctable("posts", gettext_lazy("Riwayat jabatan"), applied=False),
    Correctable("grades", gettext_lazy("Riwayat golongan"), applied=False),
    Correctable("education", gettext_lazy("Pendidikan"), applied=False),
    Correctable("appraisals", gettext_lazy("Predikat kinerja"), applied=False),
    Correctable("state", gettext_lazy("Kedudukan hukum"), applied=False),
    Correctable("other", gettext_lazy("Lainnya"), applied=False),
)
BY_NAME = {field.name: field for field in FIELDS}
DATES = {"birth_date", "service_start"}
LISTS = {"sex": Sex, "kind": EmploymentKind}


def hours() -> DatedValue:
    """Return how many hours the law gives for an answer, with its source."""
    return number("personal_data.correction_hours", on=today())


def held_value(person: Person, field: str) -> str:
    """Return what is recorded in a field, as people read it; empty for what is not one field."""
    if not BY_NAME[field].applied:
        return ""
    if field in LISTS:
        return str(LISTS[field](getattr(person, field)).label)
    value = getattr(person, field)
    return value.strftime("%d-%m-%Y") if isinstance(value, date) else str(value or "")


def parsed(field: str, text: str) -> Any:
    """Return the value to be stored for what was asked. Raises ``ValidationError`` at ``asked_value`` when it makes no sense."""
    if field in DATES:
        try:
            day, month, year = (int(part) for part in text.replace("/", "-").split("-"))
            return date(year, month, day)
        except ValueError:
            raise ValidationError({"asked_value": _("Tulis tanggal sebagai hari-bulan-tahun, misalnya 05-03-1980.")}) from None
    if field in LISTS:
        for value, label in LISTS[field].choices:
            if text.casefold() in {str(label).casefold(), value}:
                return value
        names = ", ".join(str(label) for _value, label in LISTS[field].choices)
        raise ValidationError({"asked_value": _("Pilih salah satu: %(names)s.") % {"names": names}})
    model_field = Person._meta.get_field(field)
    if model_field.max_length and len(text) > model_field.max_length:
        raise ValidationError({"asked_value": _("Paling banyak %(n)s huruf.") % {"n": model_field.max_length}})
    if field == "nip" and not (len(text) == 18 and text.isdecimal()):
        raise ValidationError({"asked_value": _("NIP harus terdiri atas 18 angka.")})
    return text


def ask_correction(*, actor: Actor, person: Person, field: str, asked_value: str, explanation: str = "") -> CorrectionRequest:
    """Record a person's request; its clock of 3×24 hours starts now. The same field cannot be asked for twice at once."""
    require(may_ask_correction(actor, person.pk))
    asked_value = asked_value.strip()
    if BY_NAME[field].applied:
        parsed(field, asked_value)
    if CorrectionRequest.objects.filter(person=person, field=field, state=CorrectionState.OPEN).exists() and field != "other":
        message = _("Permintaan untuk data ini masih menunggu jawaban. Tarik dulu permintaan itu bila ingin mengubahnya.")
        raise ValidationError({"field": message})
    at = now()
    return CorrectionRequest.objects.create(
        agency_id=person.agency_id,
        person=person,
        asked_by_id=actor.user_id,
        asked_at=at,
        due_at=deadline_hours(at, hours().value),
        field=field,
        held_value=held_value(person, field)[:250],
        asked_value=asked_value,
        explanation=explanation.strip(),
    )


def not_own(actor: Actor, correction: CorrectionRequest) -> Answer:
    """Answer whether the request is somebody else's: nobody answers their own."""
    if actor.person_id == correction.person_id or actor.user_id == correction.asked_by_id:
        return Denied(_("Permintaan sendiri dijawab oleh pengelola kepegawaian lain."))
    return Allowed()


def locked(correction: CorrectionRequest) -> CorrectionRequest:
    """Return the request as it is now, locked; raise when it is no longer open."""
    current = CorrectionRequest.objects.select_for_update(of=("self",)).select_related("person").get(pk=correction.pk)
    if current.state != CorrectionState.OPEN:
        raise RefusedError(Denied(_("Permintaan ini sudah dijawab atau ditarik.")))
    return current


def accept_correction(*, actor: Actor, correction: CorrectionRequest, answer: str = "") -> CorrectionRequest:
    """Put the data right and tell the person. Where it is not one field, the officer must say what was changed."""
    require(may_answer_corrections(actor))
    require(not_own(actor, correction))
    with transaction.atomic():
        current = locked(correction)
        field = BY_NAME[current.field]
        if field.applied:
            apply(current)
        elif not answer.strip():
            raise ValidationError({"answer": _("Tulis apa yang sudah diperbaiki: data ini tidak dapat diubah secara otomatis.")})
        return close(current, CorrectionState.ACCEPTED, actor, answer)


def apply(correction: CorrectionRequest) -> None:
    """Write the value asked for, with the request as the reason in the audit trail."""
    person = correction.person
    setattr(person, correction.field, parsed(correction.field, correction.asked_value))
    reason = _("Permintaan perbaikan #%(number)s: %(text)s") % {"number": correction.pk, "text": correction.explanation}
    try:
        with because(reason.strip(": ")), named_refusals():
            person.save(update_fields=[correction.field])
    except ValidationError as error:
        raise ValidationError({"answer": error.messages}) from error


def reject_correction(*, actor: Actor, correction: CorrectionRequest, answer: str) -> CorrectionRequest:
    """Leave the data as it is and say why."""
    require(may_answer_corrections(actor))
    require(not_own(actor, correction))
    if not answer.strip():
        raise ValidationError({"answer": _("Tulis alasan penolakan: pegawai berhak mengetahuinya.")})
    with transaction.atomic():
        return close(locked(correction), CorrectionState.REJECTED, actor, answer)


def withdraw_correction(*, actor: Actor, correction: CorrectionRequest) -> CorrectionRequest:
    """Take a request back; only the person may."""
    require(may_ask_correction(actor, correction.person_id))
    with transaction.atomic():
        current = locked(correction)
        current.state = CorrectionState.WITHDRAWN
        current.save(update_fields=["state"])
        return current


def close(correction: CorrectionRequest, state: CorrectionState, actor: Actor, answer: str) -> CorrectionRequest:
    """Write the answer, its author and its time."""
    correction.state = state
    correction.answer = answer.strip()
    correction.answered_by_id = actor.user_id
    correction.answered_at = now()
    correction.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    return correction
