"""Which events wait for delivery."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from matang.foundation.clock.services import now
from matang.foundation.events.models import Delivery
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency

NO_TIME = timedelta()


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A subscriber that has not been told yet; ``error`` is what the last try ended with, empty before the first."""

    agency_id: int
    event: str
    subject: str
    subscriber: str
    at: datetime
    attempts: int
    error: str


def undelivered(*, older_than: timedelta = NO_TIME, limit: int = 100) -> list[Undelivered]:
    """Return deliveries that are not done, oldest first for each agency, for the operator: one query for each agency."""
    before = now() - older_than
    found: list[Undelivered] = []
    for agency_id in Agency.objects.order_by("id").values_list("id", flat=True):
        with acting_in(agency_id):
            rows = (
                Delivery.objects.filter(agency_id=agency_id, done_at__isnull=True, event__at__lte=before)
                .order_by("id")
                .values_list("agency_id", "event__name", "event__subject", "subscriber", "event__at", "attempts", "last_error")
            )
            found.extend(Undelivered(*row) for row in rows[: limit - len(found)])
    return found
