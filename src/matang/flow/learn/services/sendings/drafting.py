"""Write a sending while it is a draft. A draft may lack nearly everything; the gate says what."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.aims.public import Aim, Indicator
from matang.flow.learn.choices import SendingCost, SendingKind, SendingState
from matang.flow.learn.models import Cohort, Host, Participant, Sending
from matang.flow.learn.permissions import may_prepare_sending
from matang.flow.learn.selectors.gaps import gap_of
from matang.flow.learn.services.sendings.locking import lock_own
from matang.flow.needs.public import Competency, UnitNeed
from matang.flow.register.public import Unit, people_visible_to
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now, today


@dataclass(frozen=True, slots=True)
class SendingDetails:
    """What a draft says. None and empty = not said yet."""

    kind: str
    title: str
    cohort_id: int | None = None
    need_id: int | None = None
    aim_id: int | None = None
    indicator_id: int | None = None
    host_id: int | None = None
    host_unit: str = ""
    seats: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    after_return: str = ""
    cost_rule: str = ""


@dataclass(frozen=True, slots=True)
class NewParticipant:
    """Somebody who may go: the gap (a competency), the direct superior as mentor, and what they commit themselves to."""

    person_id: int
    mentor_id: int | None = None
    competency_id: int | None = None
    commitment: str = ""


def create_sending(*, actor: Actor, unit_id: int, details: SendingDetails) -> Sending:
    """Begin a draft of a unit.

    Raises:
        RefusedError: not the actor's unit, no title, dates the wrong way round, or something of another agency.
    """
    unit = Unit.objects.filter(pk=unit_id, agency_id=actor.agency_id).first()
    if unit is None:
        raise refuse(_("Unit ini tidak ada dalam lingkup Anda."))
    require(may_prepare_sending(actor, unit.path))
    with transaction.atomic():
        return Sending.objects.create(
            agency_id=actor.agency_id,
            unit=unit,
            unit_name=unit.name,
            opened_at=now(),
            opened_by_id=actor.user_id,
            **_checked(actor, unit, details),
        )


def change_sending(*, actor: Actor, sending_id: int, details: SendingDetails) -> Sending:
    """Say a draft better. Raises ``RefusedError`` as ``create_sending`` does, and when it is no draft any more."""
    with transaction.atomic():
        sending = _draft(actor, sending_id)
        for name, value in _checked(actor, sending.unit, details).items():
            setattr(sending, name, value)
        sending.save()
    return sending


def _draft(actor: Actor, sending_id: int) -> Sending:
    sending = lock_own(actor, sending_id)
    require(may_prepare_sending(actor, sending.unit.path))
    if sending.state != SendingState.DRAFT:
        raise refuse(_("Pengiriman ini sudah diajukan. Tarik dulu menjadi konsep bila masih ada yang diubah."))
    return sending


def _checked(actor: Actor, unit: Unit, details: SendingDetails) -> dict[str, object]:
    if not details.title.strip():
        raise refuse(_("Tulis apa yang akan dipelajari."))
    if details.kind not in SendingKind.values:
        raise refuse(_("Pilih jenis pengiriman."))
    if details.cost_rule and details.cost_rule not in SendingCost.values:
        raise refuse(_("Aturan biaya itu tidak dikenal."))
    if details.starts_on and details.ends_on and details.ends_on < details.starts_on:
        raise refuse(_("Hari terakhir tidak boleh sebelum hari mulai."))
    owned = {
        "cohort_id": (Cohort, _("Angkatan itu tidak ada.")),
        "aim_id": (Aim, _("Tujuan itu tidak ada.")),
        "indicator_id": (Indicator, _("Indikator itu tidak ada.")),
        "host_id": (Host, _("Tuan rumah itu tidak ada.")),
    }
    said = asdict(details)
    for name, (model, missing) in owned.items():
        if said[name] and not model.objects.filter(pk=said[name], agency_id=actor.agency_id).exists():
            raise refuse(missing)
    if details.indicator_id and details.aim_id:
        _serves(details.indicator_id, details.aim_id)
    if details.need_id:
        need = UnitNeed.objects.select_related("unit").filter(pk=details.need_id, agency_id=actor.agency_id).first()
        if need is None or not (unit.path.startswith(need.unit.path) or need.unit.path.startswith(unit.path)):
            raise refuse(_("Kebutuhan itu bukan milik unit ini atau unit di atas atau di bawahnya."))
    return said | {name: said[name].strip() for name in ("title", "host_unit", "after_return")}


def _serves(indicator_id: int, aim_id: int) -> None:
    """Refuse an indicator that measures another aim than the one named or one above or below it."""
    measured, named = Indicator.objects.select_related("aim").get(pk=indicator_id).aim.path, Aim.objects.get(pk=aim_id).path
    if not (measured.startswith(named) or named.startswith(measured)):
        raise refuse(_("Indikator itu mengukur tujuan lain. Pilih indikator dari tujuan yang dilayani pengiriman ini."))


def add_participant(*, actor: Actor, sending_id: int, new: NewParticipant) -> Participant:
    """Put somebody of the unit forward; the gap is computed from the evidence of today. Repeating says it better.

    Raises:
        RefusedError: not a draft of the actor's, or a person whom the actor doesn't see or who serves in another unit.
    """
    with transaction.atomic():
        sending = _draft(actor, sending_id)
        day = today()
        people = people_visible_to(actor, day)
        person = people.filter(pk=new.person_id).first()
        mentor = people.filter(pk=new.mentor_id).first() if new.mentor_id else None
        if person is None or (new.mentor_id and mentor is None):
            raise refuse(_("Pegawai itu tidak ada dalam lingkup Anda."))
        if mentor is not None and mentor.pk == person.pk:
            raise refuse(_("Mentor harus orang lain, yaitu atasan langsungnya."))
        competency = _competency(actor, new.competency_id)
        found = gap_of(actor.agency_id, person.pk, competency.pk if competency else None, day)
        if not found.unit_path.startswith(sending.unit.path):
            raise refuse(_("Pegawai itu tidak bertugas di unit pengirim."))
        said = {
            "mentor": mentor,
            "competency": competency,
            "level_required": found.required,
            "level_shown": found.shown,
            "commitment": new.commitment.strip(),
        }
        if Participant.objects.filter(sending=sending, person=person, committed_at__isnull=False).exists():
            del said["commitment"]  # what the person wrote stays the person's
        made, _created = Participant.objects.update_or_create(
            agency_id=actor.agency_id, sending=sending, person=person, defaults=said
        )
    return made


def _competency(actor: Actor, competency_id: int | None) -> Competency | None:
    if competency_id is None:
        return None
    found = Competency.objects.filter(pk=competency_id, agency_id=actor.agency_id).first()
    if found is None:
        raise refuse(_("Kompetensi itu tidak ada di kamus."))
    return found


def drop_participant(*, actor: Actor, participant_id: int) -> None:
    """Take somebody off a draft."""
    with transaction.atomic():
        row = Participant.objects.filter(pk=participant_id, agency_id=actor.agency_id).first()
        if row is None:
            raise refuse(_("Peserta itu tidak ada dalam lingkup Anda."))
        _draft(actor, row.sending_id)
        row.delete()
