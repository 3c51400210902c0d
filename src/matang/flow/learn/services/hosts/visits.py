"""Keep the calendar of the agency as a host, and answer what it asks."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import DayPart, SendingState
from matang.flow.learn.models import HostArrangement, HostVisit, Sending
from matang.flow.learn.permissions import may_keep_hosts
from matang.flow.learn.services.hosts.keeping import keep, own
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require

SETTLED = (SendingState.DRAFT, SendingState.REFUSED, SendingState.CANCELLED, SendingState.CLOSED)


def save_visit(*, actor: Actor, visit: HostVisit) -> HostVisit:
    """Store guests from elsewhere."""
    if visit.unit is not None:
        visit.unit_name = visit.unit.name
    return keep(actor, visit)


def cancel_visit(*, actor: Actor, visit_id: int, reason: str) -> HostVisit:
    """Say that guests don't come, and why."""
    if not reason.strip():
        raise ValidationError({"reason": _("Tulis alasannya.")})
    with transaction.atomic():
        visit = own(actor, HostVisit, visit_id)
        visit.cancelled_because = reason.strip()[:300]
        return keep(actor, visit)


def resume_visit(*, actor: Actor, visit_id: int) -> HostVisit:
    """Take back that guests don't come."""
    with transaction.atomic():
        visit = own(actor, HostVisit, visit_id)
        visit.cancelled_because = ""
        return keep(actor, visit)


def complete_hosted(*, actor: Actor, sending_id: int, host_unit: str, ends_on: date | None, part: str = "") -> Sending:
    """Say, as the host of a sending, which unit receives it, at what part of the day, and its last day where nobody has said.

    What the sender has said stays: the host asks the sender to change it.

    Raises:
        RefusedError: not the coordinator, no such sending, or one that is over.
        ValidationError: a last day before the first.
    """
    require(may_keep_hosts(actor))
    with transaction.atomic():
        rows = Sending.objects.select_for_update(of=("self",)).filter(pk=sending_id, host_agency_id=actor.agency_id)
        sending = rows.exclude(state__in=SETTLED).first()
        if sending is None:
            raise refuse(_("Pengiriman ini tidak ada di kalender instansi Anda, atau sudah selesai."))
        if ends_on and sending.ends_on and ends_on != sending.ends_on:
            raise ValidationError({"ends_on": _("Hari terakhir sudah disebut pengirim. Minta pengirim mengubahnya.")})
        if ends_on and sending.starts_on and ends_on < sending.starts_on:
            raise ValidationError({"ends_on": _("Hari terakhir tidak boleh sebelum hari mulai.")})
        sending.host_unit = host_unit.strip()[:200] or sending.host_unit
        sending.ends_on = sending.ends_on or ends_on
        sending.save(update_fields=["host_unit", "ends_on"])
        HostArrangement.objects.update_or_create(
            agency_id=actor.agency_id,
            sending_number=sending.pk,
            defaults={"part": part if part in DayPart.values else ""},
        )
    return sending
