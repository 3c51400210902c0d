"""Publish events and deliver them."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from matang.foundation.clock.services import now
from matang.foundation.events.base import Event, from_json, to_json
from matang.foundation.events.models import Delivery, OutboxEvent
from matang.foundation.events.subscribers import event_class, handler_named, name_of, table
from matang.foundation.jobs.retries import Retry
from matang.foundation.jobs.running import KeptError
from matang.foundation.jobs.tasks import task
from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency

RETRY = Retry(times=8, first=5)
KEPT = timedelta(days=365)


class UndeliverableError(Exception):
    """The subscription that a delivery waits for is gone."""


def publish(event: Event) -> OutboxEvent:
    """Write ``event`` to the outbox and a delivery for each subscriber, in the caller's transaction.

    A rollback takes all of it away. The subscribers are told by a worker, soon after the commit, at least once.
    """
    _agency, actor_id = context.current()
    with context.acting_in(event.agency_id, actor_id):
        row = OutboxEvent.objects.create(
            agency_id=event.agency_id,
            name=event.name,
            version=event.version,
            subject=event.subject,
            body=to_json(event),
            actor_id=actor_id,
            at=now(),
        )
        names = [name_of(handler) for handler in table().get(type(event), ())]
        deliveries = Delivery.objects.bulk_create(Delivery(agency_id=row.agency_id, event=row, subscriber=name) for name in names)
        for delivery in deliveries:
            key = f"event:{delivery.subscriber}:{event.agency_id}:{event.subject}" if event.subject else ""
            deliver.options(lock=key).defer(agency_id=event.agency_id, actor_id=actor_id, delivery_id=delivery.pk)
    return row


@task(name="events.deliver", retry=RETRY)
def deliver(*, agency_id: int, actor_id: int | None, delivery_id: int) -> None:  # noqa: ARG001
    """Tell one subscriber of one event, unless that has been done."""
    delivery = Delivery.objects.select_for_update(of=("self",)).select_related("event").get(pk=delivery_id)
    if delivery.done_at is not None:
        return
    delivery.attempts += 1
    try:
        with transaction.atomic():
            tell(delivery)
    except Exception as error:
        delivery.last_error = f"{type(error).__name__}: {error}"
        delivery.save(update_fields=["attempts", "last_error"])
        raise KeptError(delivery.last_error) from error
    delivery.done_at = now()
    delivery.last_error = ""
    delivery.save(update_fields=["attempts", "done_at", "last_error"])


def tell(delivery: Delivery) -> None:
    """Call the subscriber of ``delivery`` with its event.

    Raises:
        UndeliverableError: the event or the subscriber is no longer in the list of subscriptions.
    """
    row = delivery.event
    kind = event_class(row.name, row.version)
    handler = handler_named(kind, delivery.subscriber) if kind else None
    if kind is None or handler is None:
        raise UndeliverableError(f"{row.name} v{row.version} → {delivery.subscriber}: not in the subscriptions any more")
    handler(from_json(kind, row.body))


def sweep() -> None:
    """Remove events of more than a year ago that everybody has been told of. A chore."""
    before = now() - KEPT
    for agency_id in Agency.objects.order_by("id").values_list("id", flat=True):
        with context.acting_in(agency_id):
            waiting = Delivery.objects.filter(event=OuterRef("pk"), done_at__isnull=True)
            OutboxEvent.objects.filter(~Exists(waiting), agency_id=agency_id, at__lt=before).delete()
