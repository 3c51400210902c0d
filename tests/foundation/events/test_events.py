"""Events: written with what happened, delivered at least once, in order, to each subscriber by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import ClassVar

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from matang.flow.register.models import Partner
from matang.foundation.clock.services import now, today
from matang.foundation.events import subscribers
from matang.foundation.events.base import Event, from_json, to_json
from matang.foundation.events.models import Delivery, OutboxEvent
from matang.foundation.events.selectors import Undelivered, undelivered
from matang.foundation.events.services import publish, sweep
from matang.foundation.jobs.selectors import list_jobs
from matang.foundation.jobs.services import Drained, run_pending
from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency


class Colour(Enum):
    """Something with a value."""

    RED = "red"


@dataclass(frozen=True)
class Line:
    """A part of an event."""

    day: date
    share: Decimal | None


@dataclass(frozen=True, kw_only=True)
class Moved(Event):
    """An event with every type that one may carry."""

    name: ClassVar[str] = "tests.moved"

    person_id: int
    at: datetime
    on: date
    pay: Decimal
    note: str | None = None
    sure: bool = True
    colour: Colour = Colour.RED
    lines: tuple[Line, ...] = ()

    @property
    def subject(self) -> str:
        """Order by person."""
        return f"person:{self.person_id}"


HEARD: list[tuple[str, object]] = []
BROKEN: set[int] = set()


def hear(event: Moved) -> None:
    HEARD.append(("hear", event))


def also_hear(event: Moved) -> None:
    Partner.objects.create(agency_id=event.agency_id, name=f"Mitra {event.person_id}", kind="university", valid_from=today())
    if event.person_id in BROKEN:
        raise RuntimeError("penerima rusak")
    HEARD.append(("also", event.person_id))


@pytest.fixture(autouse=True)
def _subscriptions(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    HEARD.clear()
    BROKEN.clear()
    monkeypatch.setattr(subscribers, "table", lambda: {Moved: (hear, also_hear)})
    monkeypatch.setattr("matang.foundation.events.services.table", lambda: {Moved: (hear, also_hear)})
    yield
    HEARD.clear()


def moved(agency: Agency, person_id: int = 1) -> Moved:
    return Moved(
        agency_id=agency.pk,
        person_id=person_id,
        at=datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
        on=date(2026, 3, 2),
        pay=Decimal("4500000.50"),
        lines=(Line(date(2026, 1, 1), Decimal("0.1")), Line(date(2026, 2, 1), None)),
    )


def due_now() -> None:
    """Let every waiting job be due."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'")


def test_an_event_arrives_as_it_was_sent(palu: Agency) -> None:
    event = moved(palu)
    context.enter(palu.pk, 5)
    row = publish(event)
    assert (row.name, row.version, row.subject, row.actor_id) == ("tests.moved", 1, "person:1", 5)
    assert row.body["pay"] == "4500000.50"
    assert HEARD == []
    assert run_pending() == Drained(2, 0, 0)
    assert [("hear", event), ("also", 1)] == HEARD
    assert undelivered() == []


def test_json_and_back() -> None:
    event = Moved(agency_id=1, person_id=2, at=datetime(2026, 1, 1, tzinfo=UTC), on=date(2026, 1, 1), pay=Decimal("1.10"))
    assert from_json(Moved, to_json(event)) == event


@pytest.mark.parametrize("value", [1.5, [1], {"a": 1}, object()])
def test_a_value_that_would_change_on_the_way_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="cannot carry"):
        to_json((value,))


def test_a_rollback_takes_the_event_back(palu: Agency) -> None:
    with transaction.atomic():
        publish(moved(palu))
        transaction.set_rollback(True)
    assert (OutboxEvent.objects.count(), Delivery.objects.count(), list_jobs()) == (0, 0, [])


def test_a_broken_subscriber_holds_up_nobody_else_and_is_told_again(palu: Agency) -> None:
    BROKEN.add(1)
    publish(moved(palu, 1))
    publish(moved(palu, 2))
    assert run_pending() == Drained(succeeded=3, retried=1, failed=0)
    assert [entry for entry in HEARD if entry[0] == "also"] == [("also", 2)]
    assert sorted(Partner.objects.values_list("name", flat=True)) == ["Mitra 2"]
    (left,) = undelivered()
    assert (left.event, left.subject, left.attempts, left.error) == ("tests.moved", "person:1", 1, "RuntimeError: penerima rusak")
    assert left.subscriber.endswith("test_events.also_hear")
    BROKEN.clear()
    due_now()
    assert run_pending() == Drained(1, 0, 0)
    assert sorted(Partner.objects.values_list("name", flat=True)) == ["Mitra 1", "Mitra 2"]
    assert undelivered() == []
    delivery = Delivery.objects.get(event__subject="person:1", subscriber__endswith="also_hear")
    assert (delivery.attempts, delivery.last_error) == (2, "")


def test_one_subjects_events_keep_their_order(palu: Agency) -> None:
    BROKEN.add(1)
    publish(moved(palu, 1))
    publish(moved(palu, 1))
    assert run_pending() == Drained(succeeded=2, retried=1, failed=0)
    assert [entry for entry in HEARD if entry[0] == "also"] == []
    BROKEN.clear()
    due_now()
    run_pending()
    told = Delivery.objects.filter(subscriber__endswith="also_hear").order_by("id")
    assert list(told.values_list("attempts", flat=True)) == [2, 1]


def test_a_repeated_delivery_does_nothing(palu: Agency) -> None:
    from matang.foundation.events.services import deliver

    publish(moved(palu))
    run_pending()
    for delivery in Delivery.objects.all():
        deliver(agency_id=palu.pk, actor_id=None, delivery_id=delivery.pk)
    assert len(HEARD) == 2


def test_a_subscription_that_is_gone_is_reported(palu: Agency, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(moved(palu))
    monkeypatch.setattr(subscribers, "table", lambda: {Moved: (hear,)})
    assert run_pending() == Drained(succeeded=1, retried=1, failed=0)
    (left,) = undelivered()
    assert (
        left.error == f"UndeliverableError: tests.moved v1 → {subscribers.name_of(also_hear)}: not in the subscriptions any more"
    )


def test_an_event_without_subscribers_is_kept(palu: Agency, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matang.foundation.events.services.table", dict)
    publish(moved(palu))
    assert (OutboxEvent.objects.count(), Delivery.objects.count(), list_jobs()) == (1, 0, [])


def test_the_handler_works_for_the_events_agency(palu: Agency, malang: Agency) -> None:
    with context.acting_in(malang.pk, 8):
        publish(moved(malang))
    run_pending()
    assert Partner.objects.count() == 0
    assert [entry.agency_id for entry in undelivered()] == []
    context.enter(malang.pk, None)
    assert list(Partner.objects.values_list("name", "agency_id")) == [("Mitra 1", malang.pk)]


def test_events_of_another_agency_are_hidden(palu: Agency, malang: Agency) -> None:
    publish(moved(palu))
    context.enter(malang.pk, None)
    assert (OutboxEvent.objects.count(), Delivery.objects.count()) == (0, 0)
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        OutboxEvent.objects.create(agency=palu, name="x", version=1, body={}, at=datetime(2026, 1, 1, tzinfo=UTC))


def test_undelivered_events_of_every_agency_are_listed(palu: Agency, malang: Agency) -> None:
    publish(moved(palu))
    with context.acting_in(malang.pk):
        publish(moved(malang))
    left = undelivered()
    assert [entry.agency_id for entry in left] == [palu.pk, palu.pk, malang.pk, malang.pk]
    assert isinstance(left[0], Undelivered)
    assert undelivered(older_than=timedelta(minutes=10)) == []
    assert len(undelivered(limit=3)) == 3


def test_old_events_are_swept_once_everybody_has_been_told(palu: Agency) -> None:
    BROKEN.add(2)
    for person_id in (1, 2, 3):
        publish(moved(palu, person_id))
    run_pending()
    OutboxEvent.objects.filter(subject__in=["person:1", "person:2"]).update(at=now() - timedelta(days=366))
    sweep()
    assert list(OutboxEvent.objects.order_by("subject").values_list("subject", flat=True)) == ["person:2", "person:3"]


def test_the_real_list_of_subscriptions_loads() -> None:
    from django.utils.module_loading import import_string

    table = import_string("matang.config.subscriptions.SUBSCRIPTIONS")
    names = [(kind.name, kind.version) for kind in table]
    assert len(set(names)) == len(names)
