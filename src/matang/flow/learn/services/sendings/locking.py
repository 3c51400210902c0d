"""Hold a sending while it changes, and write down each change of its state."""

from datetime import date

from django.utils.translation import gettext as _

from matang.flow.learn.choices import SENDING_STEPS, SendingState
from matang.flow.learn.models import Sending, SendingStep
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse
from matang.foundation.clock.services import now, today


def lock_own(actor: Actor, sending_id: int) -> Sending:
    """Return a sending of the actor's own agency and hold it until the transaction ends.

    Raises:
        RefusedError: there is none.
    """
    rows = Sending.objects.select_for_update(of=("self",)).select_related("unit", "host__linked", "need", "indicator")
    found = rows.filter(pk=sending_id, agency_id=actor.agency_id).first()
    if found is None:
        raise refuse(_("Pengiriman ini tidak ada dalam lingkup Anda."))
    return found


def step(actor: Actor, sending: Sending, state: str, reason: str, day: date | None = None) -> SendingStep:
    """Let a held sending go to another state.

    Raises:
        RefusedError: no such step from here, no reason, or a day to come.
    """
    day = day or today()
    if state not in SENDING_STEPS[SendingState(sending.state)]:
        before, after = sending.get_state_display(), SendingState(state).label
        raise refuse(_("Pengiriman berstatus “%(before)s” tidak dapat menjadi “%(after)s”.") % {"before": before, "after": after})
    if not reason.strip():
        raise refuse(_("Tulis alasannya."))
    if day > today():
        raise refuse(_("Tanggal itu belum tiba."))
    made = SendingStep.objects.create(
        agency_id=sending.agency_id,
        host_agency_id=sending.host_agency_id,
        sending=sending,
        before=sending.state,
        after=state,
        reason=reason.strip()[:500],
        made_on=day,
        made_at=now(),
        made_by_account=actor.user_id,
        made_by_name=actor.name,
    )
    sending.state = state
    sending.save(update_fields=["state"])
    return made
