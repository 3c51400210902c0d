"""Choose by which rule the days of a sending are paid. There is no default."""

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import BEING_PREPARED, SendingCost
from matang.flow.learn.models import CostBasis, Sending
from matang.flow.learn.permissions import may_prepare_sending
from matang.flow.learn.services.sendings.locking import lock_own
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require

MOST_TRIPS = 200


def choose_cost_rule(*, actor: Actor, sending_id: int, rule: str, place: str, local_trips: int = 0) -> Sending:
    """Choose the rule, the place whose tariffs hold, and how many local trips each is paid; until the order is given.

    Raises:
        RefusedError: not the actor's, already ordered, or an unknown rule. An empty rule means "not chosen yet".
    """
    with transaction.atomic():
        sending = lock_own(actor, sending_id)
        require(may_prepare_sending(actor, sending.unit.path))
        if sending.state not in BEING_PREPARED:
            raise refuse(_("Surat tugas sudah terbit; biayanya dibekukan bersama putusan."))
        if rule and rule not in SendingCost.values:
            raise refuse(_("Aturan biaya itu tidak dikenal."))
        if not 0 <= local_trips <= MOST_TRIPS:
            raise refuse(_("Angkutan setempat antara 0 dan 200 kali."))
        said = {"place": " ".join(place.split())[:120], "local_trips": local_trips}
        CostBasis.objects.update_or_create(agency_id=actor.agency_id, sending=sending, defaults=said)
        sending.cost_rule = rule
        sending.save(update_fields=["cost_rule"])
    return sending
