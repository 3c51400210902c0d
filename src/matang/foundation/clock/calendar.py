"""Change the calendar: an agency its own days, an operator the national ones."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import require
from matang.foundation.audit.context import because, set_local
from matang.foundation.clock.models import Holiday, HolidayKind
from matang.foundation.clock.permissions import may_edit_calendar, may_edit_national_calendar
from matang.foundation.clock.suggestions import SOURCE, national_days

NATIONAL = "matang.national_calendar"
SEED_LOCK = "matang.national_calendar"


@contextmanager
def _writing_national() -> Iterator[None]:
    """Let the row policy accept national rows. Only after the actor's right has been asked for."""
    with transaction.atomic():
        before = set_local(NATIONAL, "on")
        yield
        set_local(NATIONAL, before)


def add_day(
    actor: Actor, *, day: date, name: str, kind: HolidayKind, source: str = "", working: bool = False, national: bool = False
) -> Holiday:
    """Add a day off to the actor's agency, or for everybody with ``national``.

    Args:
        actor: who asks.
        day: the date.
        name: what it is called.
        kind: national, joint leave or local.
        source: the decree; without one the day counts, but stays marked as estimated.
        working: true makes a national day off a working day in this agency.
        national: for every agency; operators only.

    Raises:
        RefusedError: the actor may not.
        ValidationError: the day stands in this calendar already, or the facts do not fit together.
    """
    require(may_edit_national_calendar(actor) if national else may_edit_calendar(actor))
    holiday = Holiday(
        agency_id=None if national else actor.agency_id,
        day=day,
        name=name,
        kind=kind,
        working=working,
        source=source,
        estimated=not source,
    )
    holiday.full_clean()
    with _writing_for(holiday):
        holiday.save(force_insert=True)
    return holiday


def confirm_day(actor: Actor, holiday: Holiday, *, source: str) -> None:
    """Say that the day stands in a decree.

    Raises:
        RefusedError: the actor may not change this row.
        ValidationError: no decree is named.
    """
    _require_right(actor, holiday)
    before = holiday.source, holiday.estimated
    holiday.source, holiday.estimated = source.strip(), False
    try:
        holiday.full_clean()
    except ValidationError:
        holiday.source, holiday.estimated = before
        raise
    with _writing_for(holiday):
        holiday.save(update_fields=["source", "estimated"])


def remove_day(actor: Actor, holiday: Holiday, *, reason: str) -> None:
    """Take a day out of the calendar; the trail keeps it, with the reason.

    Raises:
        RefusedError: the actor may not change this row.
        ValueError: no reason.
    """
    _require_right(actor, holiday)
    if not reason.strip():
        raise ValueError("a reason is needed")
    with because(reason.strip()), _writing_for(holiday):
        holiday.delete()


def suggest_national(first_year: int, last_year: int) -> int:
    """Fill years that have no national day at all with suggestions, marked as estimated; return how many days were added.

    A year with any national day is left alone, so that what an operator took out does not come back.
    """
    with _writing_national():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [SEED_LOCK])
        rows = [
            Holiday(
                day=day.day,
                name=day.name,
                kind=HolidayKind.JOINT_LEAVE if day.joint else HolidayKind.NATIONAL,
                source=SOURCE,
                estimated=True,
            )
            for year in range(first_year, last_year + 1)
            if not Holiday.objects.filter(agency__isnull=True, day__year=year).exists()
            for day in national_days(year)
        ]
        return len(Holiday.objects.bulk_create(rows))


def _require_right(actor: Actor, holiday: Holiday) -> None:
    require(may_edit_national_calendar(actor) if holiday.agency_id is None else may_edit_calendar(actor))


@contextmanager
def _writing_for(holiday: Holiday) -> Iterator[None]:
    if holiday.agency_id is None:
        with _writing_national():
            yield
    else:
        with transaction.atomic():
            yield
