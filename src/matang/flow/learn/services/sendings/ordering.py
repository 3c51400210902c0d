"""Order a sending: the decision of the appointing official, from which on the host reads the participants' cards."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import HostAnswer, ParticipantState, SendingState
from matang.flow.learn.models import Participant, Sending, SendingOrder
from matang.flow.learn.permissions import may_order_sending
from matang.flow.learn.selectors.costs import compare_costs, cost_of, days_of, frozen
from matang.flow.learn.services.sendings.locking import lock_own, step
from matang.flow.register.public import EDUCATION_RANK, Education, EducationLevel, Incumbency, IncumbencyKind
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import today


@dataclass(frozen=True, slots=True)
class Order:
    """What the official signs: the number of the letter of duty, and why these people."""

    number: str
    reason: str


def order_sending(*, actor: Actor, sending_id: int, order: Order) -> Sending:
    """Decide that the chosen go. Ordering twice is refused.

    Raises:
        RefusedError: not the official, the host has not accepted, nobody is chosen, or no rule of costs was chosen.
    """
    with transaction.atomic():
        sending = lock_own(actor, sending_id)
        require(may_order_sending(actor))
        if not order.number.strip() or not order.reason.strip():
            raise refuse(_("Isi nomor surat tugas dan alasan putusan."))
        if sending.host_answer != HostAnswer.ACCEPTED:
            raise refuse(_("Tuan rumah belum menerima permintaan ini."))
        if not sending.cost_rule:
            raise refuse(_("Pilih dulu aturan biayanya: uang harian diklat dan perjalanan biasa berbeda beberapa kali lipat."))
        chosen = list(sending.participants.select_for_update().filter(state=ParticipantState.CHOSEN).select_related("person"))
        if not chosen:
            raise refuse(_("Belum ada peserta yang terpilih."))
        step(actor, sending, SendingState.ORDERED, order.reason)
        _write_cards(sending, chosen, today())
        kept = _freeze(actor, sending, order, len(chosen))
        record_decision(
            agency_id=sending.agency_id,
            actor_id=actor.user_id,
            kind="learn.ordered",
            subject=f"sending:{sending.pk}",
            payload={
                "number": order.number.strip(),
                "title": sending.title,
                "need": sending.need_id,
                "indicator": sending.indicator_id,
                "cost_rule": sending.cost_rule,
                "cost": kept.total,
                "cost_at_least": kept.at_least,
                "starts_on": sending.starts_on,
                "ends_on": sending.ends_on,
                "people": sorted(row.person_id for row in chosen),
            },
            reason=order.reason.strip(),
        )
    return sending


def _freeze(actor: Actor, sending: Sending, order: Order, people: int) -> SendingOrder:
    """Keep the decision with the costs as they are known today, by the chosen rule and by those it was compared with."""
    day = today()
    chosen = cost_of(sending, sending.cost_rule, day)
    compared = {cost.rule: cost for cost in (*compare_costs(sending, day).rules, chosen)}
    return SendingOrder.objects.create(
        agency_id=sending.agency_id,
        sending=sending,
        number=order.number.strip()[:80],
        reason=order.reason.strip()[:500],
        signed_on=day,
        signed_account=actor.user_id,
        signed_name=actor.name[:150],
        cost_rule=sending.cost_rule,
        people=people,
        days=days_of(sending),
        lines=frozen(compared.values()),
        total=chosen.total,
        at_least=chosen.at_least,
    )


def _write_cards(sending: Sending, chosen: list[Participant], day: date) -> None:
    """Write what the host may read of each participant: name, post, unit, level of education. Nothing else leaves."""
    people = [row.person_id for row in chosen]
    held = {
        person: (post, unit)
        for person, post, unit in Incumbency.objects.as_at(day)
        .filter(person_id__in=people, kind=IncumbencyKind.DEFINITIVE)
        .values_list("person_id", "post__name", "post__unit__name")
    }
    levels: dict[int, str] = {}
    for person, level in Education.objects.filter(person_id__in=people).values_list("person_id", "level"):
        if person not in levels or EDUCATION_RANK[level] > EDUCATION_RANK[levels[person]]:
            levels[person] = level
    for row in chosen:
        row.card_name = row.person.display_name
        row.card_post, row.card_unit = held.get(row.person_id, ("", sending.unit_name))
        row.card_education = str(EducationLevel(levels[row.person_id]).label) if row.person_id in levels else ""
        row.host_agency_id = sending.host_agency_id
        row.save(update_fields=["card_name", "card_post", "card_unit", "card_education", "host_agency"])
