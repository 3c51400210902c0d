"""The light form: what a delegation asks and takes home, and what guests and host say afterwards."""

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import SINCE_DEPARTURE, VISIBLE_TO_HOST, SendingState
from matang.flow.learn.models import Sending, VisitBrief
from matang.flow.learn.permissions import may_host, may_prepare_sending
from matang.flow.learn.selectors.gate import LIGHT
from matang.flow.learn.services.sendings.locking import lock_own
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now

MOST = 4000


def say_brief(*, actor: Actor, sending_id: int, questions: str, take_home: str) -> VisitBrief:
    """Write the questions of a delegation and what is to be taken home, while it is a draft."""
    with transaction.atomic():
        sending = _light(actor, sending_id)
        if sending.state != SendingState.DRAFT:
            raise refuse(_("Kunjungan ini sudah diajukan. Tarik dulu menjadi konsep bila masih ada yang diubah."))
        said = {"questions": questions.strip()[:MOST], "take_home": take_home.strip()[:MOST]}
        brief, _created = VisitBrief.objects.update_or_create(agency_id=actor.agency_id, sending=sending, defaults=said)
    return brief


def say_guest_feedback(*, actor: Actor, sending_id: int, words: str) -> VisitBrief:
    """Write, as the guest, which answers were found; the host reads it."""
    with transaction.atomic():
        sending = _light(actor, sending_id)
        if sending.state not in SINCE_DEPARTURE:
            raise refuse(_("Kesan ditulis setelah rombongan berangkat."))
        if not words.strip():
            raise refuse(_("Tulis kesannya."))
        said = {"guest_feedback": words.strip()[:MOST], "guest_name": actor.name[:150], "guest_at": now()}
        brief, _created = VisitBrief.objects.update_or_create(agency_id=actor.agency_id, sending=sending, defaults=said)
    return brief


def say_host_feedback(*, actor: Actor, sending_id: int, words: str) -> VisitBrief:
    """Write, as the host of a study visit, how it went; the guests read it.

    Raises:
        RefusedError: not the coordinator, no such visit, not begun yet, or nothing written.
    """
    with transaction.atomic():
        require(may_host(actor))
        rows = Sending.objects.select_for_update(of=("self",)).filter(pk=sending_id, host_agency_id=actor.agency_id)
        sending = rows.filter(state__in=VISIBLE_TO_HOST, kind__in=LIGHT).first()
        if sending is None:
            raise refuse(_("Kunjungan ini tidak ada di instansi Anda."))
        if sending.state not in SINCE_DEPARTURE:
            raise refuse(_("Kesan ditulis setelah rombongan berangkat."))
        if not words.strip():
            raise refuse(_("Tulis kesannya."))
        brief, _created = VisitBrief.objects.get_or_create(sending_id=sending.pk, defaults={"agency_id": sending.agency_id})
        brief.host_feedback, brief.host_name, brief.host_at = words.strip()[:MOST], actor.name[:150], now()
        brief.save(update_fields=["host_feedback", "host_name", "host_at"])
    return brief


def _light(actor: Actor, sending_id: int) -> Sending:
    sending = lock_own(actor, sending_id)
    require(may_prepare_sending(actor, sending.unit.path))
    if sending.kind not in LIGHT:
        raise refuse(_("Bagian ini hanya untuk studi tiru."))
    return sending
