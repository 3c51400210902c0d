"""Close a sending: by the rule where everything is settled, by an officer with a reason where not; and open it again."""

import logging

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import ParticipantState, ReportState, SendingState
from matang.flow.learn.models import Sending
from matang.flow.learn.permissions import may_close_sending
from matang.flow.learn.selectors.closing import CLOSABLE, OpenEnd, closable_from, open_ends, perhaps_settled, was_reopened
from matang.flow.learn.services.sendings.locking import lock_own, step
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from matang.ui.formats import tanggal

logger = logging.getLogger(__name__)
RULE, OFFICER = "rule", "officer"


def close_sending(*, actor: Actor, sending_id: int, reason: str) -> Sending:
    """Close a sending that is back, as an officer; what stays open is written into the log beside the reason.

    Raises:
        RefusedError: not the officer, not back, no reason, or reports are missing that are not overdue yet.
    """
    with transaction.atomic():
        sending = lock_own(actor, sending_id)
        require(may_close_sending(actor, sending.unit.path))
        if sending.state not in CLOSABLE:
            raise refuse(_("Hanya pengiriman yang sudah kembali yang dapat ditutup."))
        ends = open_ends(sending)
        day = closable_from(sending)
        if sending.state == SendingState.RETURNED and (day is None or today() < day):
            until = tanggal(day) if day else _("hari kepulangan dicatat")
            raise refuse(_("Laporan peserta masih ditunggu; tanpa laporan, pengiriman baru dapat ditutup sejak %(day)s.")
                         % {"day": until})  # fmt: skip
        step(actor, sending, SendingState.CLOSED, reason)
        _log(actor, sending, "learn.closed", reason, {"by": OFFICER, "open": _codes(ends)})
    return sending


def reopen_sending(*, actor: Actor, sending_id: int, reason: str) -> Sending:
    """Open a closed sending again: reported where every report is accepted, else returned. Only a person closes it after that.

    Raises:
        RefusedError: not the officer, not closed, or no reason.
    """
    with transaction.atomic():
        sending = lock_own(actor, sending_id)
        require(may_close_sending(actor, sending.unit.path))
        if sending.state != SendingState.CLOSED:
            raise refuse(_("Pengiriman ini belum ditutup."))
        going = set(sending.participants.filter(state=ParticipantState.CHOSEN).values_list("pk", flat=True))
        done = set(sending.reports.filter(state=ReportState.ACCEPTED).values_list("participant_id", flat=True))
        back = SendingState.REPORTED if going and going <= done else SendingState.RETURNED
        step(actor, sending, back, reason)
        _log(actor, sending, "learn.reopened", reason, {"to": back.value})
    return sending


def close_if_settled(agency_id: int, sending_id: int) -> bool:
    """Close a reported sending to which nothing is open any more; return whether it was closed now.

    Told twice, it closes once. A sending that somebody opened again is left to people.
    """
    system = Actor(agency_id=agency_id)
    with transaction.atomic():
        sending = lock_own(system, sending_id)
        if sending.state != SendingState.REPORTED or was_reopened(sending) or open_ends(sending):
            return False
        reason = _("Semua laporan, JP, rekomendasi, dan penerapannya tuntas")
        step(system, sending, SendingState.CLOSED, reason)
        _log(system, sending, "learn.closed", reason, {"by": RULE, "open": {}})
    return True


def settle_in(agency_id: int) -> int:
    """Close every settled sending of the agency in whose context this runs; return how many."""
    return sum(close_if_settled(agency_id, key) for key in perhaps_settled(agency_id).values_list("pk", flat=True))


def settle_all() -> None:
    """Close what was settled without an event, such as an adoption that took effect. A chore of the night."""
    for agency_id in Agency.objects.order_by("id").values_list("id", flat=True):
        try:
            with acting_in(agency_id):
                settle_in(agency_id)
        except Exception:  # one agency's fault must not keep the others waiting
            logger.exception("settled sendings of agency %s could not be closed", agency_id)


def _codes(ends: list[OpenEnd]) -> dict[str, int]:
    return {end.code: end.count for end in ends}


def _log(actor: Actor, sending: Sending, kind: str, reason: str, more: dict[str, object]) -> None:
    record_decision(
        agency_id=sending.agency_id,
        actor_id=actor.user_id,
        kind=kind,
        subject=f"sending:{sending.pk}",
        payload={"title": sending.title, **more},
        reason=reason.strip(),
    )
