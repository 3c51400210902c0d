"""Load a sending of before the gate existed from its records. It says so of itself: it never passed the gate."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import ParticipantState, SendingKind, SendingOrigin, SendingState
from matang.flow.learn.models import Cohort, Host, Participant, Sending, SendingStep
from matang.flow.learn.permissions import may_keep_cases
from matang.flow.register.public import Unit, people_visible_to
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now, today


@dataclass(frozen=True, slots=True)
class PastSending:
    """What the records say: who went where and when, and which records these are (``source``).

    Unknown stays unknown: of the two days one may be empty, ``people`` may name nobody, and ``count`` (how many went, where
    nobody is named) may be None.
    """

    kind: str
    title: str
    unit_id: int
    host_id: int
    host_unit: str
    starts_on: date | None
    ends_on: date | None
    people: tuple[int, ...]
    source: str
    cohort_id: int | None = None
    count: int | None = None


def record_past_sending(*, actor: Actor, past: PastSending) -> Sending:
    """Write a sending down as over and returned; need, aim, indicator and host's answer stay empty, as they were.

    Raises:
        RefusedError: not the actor's, not over yet, no source, or something that isn't this agency's.
    """
    require(may_keep_cases(actor))
    unit = Unit.objects.filter(pk=past.unit_id, agency_id=actor.agency_id).first()
    own = {"agency_id": actor.agency_id}
    if unit is None or not Host.objects.filter(pk=past.host_id, **own).exists() or past.kind not in SendingKind.values:
        raise refuse(_("Unit, tuan rumah, atau jenis itu tidak ada dalam lingkup Anda."))
    if past.cohort_id is not None and not Cohort.objects.filter(pk=past.cohort_id, **own).exists():
        raise refuse(_("Angkatan itu tidak ada."))
    if not past.source.strip() or not past.title.strip():
        raise refuse(_("Sebutkan yang dipelajari dan catatan yang menjadi sumbernya."))
    days = [day for day in (past.starts_on, past.ends_on) if day is not None]
    if not days:
        raise refuse(_("Isi sedikitnya hari mulai atau hari terakhir menurut catatan; yang lain boleh kosong."))
    if days != sorted(days) or days[-1] >= today():
        raise refuse(_("Yang dimuat dari catatan lama adalah pengiriman yang sudah selesai."))
    if past.people and past.count is not None and past.count < len(set(past.people)):
        raise refuse(_("Jumlah orang kurang dari yang disebut namanya."))
    people = list(people_visible_to(actor, today()).filter(pk__in=past.people))
    if len(people) != len(set(past.people)):
        raise refuse(_("Pegawai itu tidak ada dalam lingkup Anda."))
    with transaction.atomic():
        made = Sending.objects.create(
            unit=unit, unit_name=unit.name, kind=past.kind, title=past.title.strip(), host_id=past.host_id,
            host_unit=past.host_unit, seats=past.count or len(people) or None, starts_on=past.starts_on,
            ends_on=past.ends_on,
            cohort_id=past.cohort_id, origin=SendingOrigin.RECORDS, state=SendingState.RETURNED, opened_at=now(),
            opened_by_id=actor.user_id, **own,
        )  # fmt: skip
        for person in people:
            Participant.objects.create(
                sending=made, person=person, card_name=person.display_name, card_unit=unit.name,
                state=ParticipantState.CHOSEN, state_reason=_("Menurut catatan lama"), **own,
            )  # fmt: skip
        SendingStep.objects.create(
            sending=made, before=SendingState.DRAFT, after=SendingState.RETURNED, made_on=days[-1], made_at=now(),
            reason=_("Dimuat dari catatan lama: %(source)s") % {"source": past.source.strip()[:400]},
            made_by_account=actor.user_id, made_by_name=actor.name, **own,
        )  # fmt: skip
    return made
