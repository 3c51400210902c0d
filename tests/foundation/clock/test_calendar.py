"""Working days and deadlines, on exact dates; who may change the calendar."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.utils import DatabaseError

from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.selectors import history_of
from matang.foundation.clock.calendar import add_day, confirm_day, remove_day, suggest_national
from matang.foundation.clock.models import Holiday, HolidayKind
from matang.foundation.clock.selectors import CalendarState, calendar_rows, calendar_state
from matang.foundation.clock.services import add_working_days, deadline_hours, is_working_day, working_days_between
from matang.foundation.clock.suggestions import national_days
from matang.foundation.tenancy import context
from tests.cast import Cast

PALU = ZoneInfo("Asia/Makassar")


@pytest.fixture
def agency(cast: Cast) -> int:
    """Return Palu's key; the national days of 2026 and 2027 are there."""
    suggest_national(2026, 2027)
    return cast.palu.pk


@pytest.fixture
def actor(cast: Cast, agency: int) -> Callable[[str], Actor]:
    """Return a function from a name of the cast to the actor."""
    return lambda name: actor_of(cast.users[name])


def test_the_library_knows_the_decree_of_2026() -> None:
    days = {day.day: day for day in national_days(2026)}
    assert len(days) == 25
    assert sum(day.joint for day in days.values()) == 8
    assert (days[date(2026, 3, 21)].name, days[date(2026, 3, 21)].joint) == ("Hari Raya Idul Fitri", False)
    assert days[date(2026, 12, 24)].joint


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),  # Friday → Monday
        (date(2026, 11, 21), 1, date(2026, 11, 23)),  # Saturday → Monday
        (date(2026, 3, 17), 1, date(2026, 3, 25)),  # Nyepi, Idul Fitri and their joint leave
        (date(2026, 3, 17), 3, date(2026, 3, 27)),
        (date(2026, 12, 23), 1, date(2026, 12, 28)),  # Christmas
        (date(2026, 12, 23), 5, date(2027, 1, 4)),  # over New Year
        (date(2026, 1, 1), 5, date(2026, 1, 8)),
        (date(2026, 1, 2), 60, date(2026, 4, 9)),
    ],
)
def test_adding_working_days(agency: int, start: date, days: int, end: date) -> None:
    assert add_working_days(start, days, agency_id=agency) == end
    assert working_days_between(start, end, agency_id=agency) == days
    assert is_working_day(end, agency_id=agency)


def test_adding_no_days_is_refused(agency: int) -> None:
    with pytest.raises(ValueError, match="1 or more"):
        add_working_days(date(2026, 1, 1), 0, agency_id=agency)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2026, 3, 17), date(2026, 3, 24), 0),
        (date(2026, 3, 17), date(2026, 3, 17), 0),
        (date(2026, 3, 24), date(2026, 3, 17), 0),
        (date(2025, 12, 31), date(2026, 12, 31), 240),
    ],
)
def test_counting_working_days(agency: int, start: date, end: date, days: int) -> None:
    assert working_days_between(start, end, agency_id=agency) == days


def test_hours_run_through_weekends_and_holidays() -> None:
    friday = datetime(2026, 3, 20, 16, 45, tzinfo=PALU)
    assert deadline_hours(friday, 72) == datetime(2026, 3, 23, 16, 45, tzinfo=PALU)
    with pytest.raises(ValueError, match="time zone"):
        deadline_hours(datetime(2026, 3, 20), 72)  # noqa: DTZ001 - that is the point


def test_a_long_span_takes_few_queries(agency: int, django_assert_max_num_queries: Callable[[int], object]) -> None:
    with django_assert_max_num_queries(3):  # type: ignore[attr-defined]
        assert add_working_days(date(2026, 1, 1), 300, agency_id=agency) == date(2027, 4, 9)


def test_an_officer_adds_a_local_day_for_their_agency_only(cast: Cast, actor: Callable[[str], Actor]) -> None:
    day = add_day(actor("hr_officer"), day=date(2026, 9, 28), name="Hari jadi kota", kind=HolidayKind.LOCAL, source="SK 1/2026")
    assert (day.agency_id, day.estimated) == (cast.palu.pk, False)
    assert not is_working_day(date(2026, 9, 28), agency_id=cast.palu.pk)
    context.enter(cast.malang.pk, None)
    assert is_working_day(date(2026, 9, 28), agency_id=cast.malang.pk)
    assert not Holiday.objects.filter(pk=day.pk).exists()


def test_an_agency_may_work_on_a_national_day(cast: Cast, actor: Callable[[str], Actor]) -> None:
    add_day(actor("hr_officer"), day=date(2026, 12, 24), name="Tetap masuk", kind=HolidayKind.JOINT_LEAVE, working=True)
    assert is_working_day(date(2026, 12, 24), agency_id=cast.palu.pk)
    assert not is_working_day(date(2026, 12, 24), agency_id=cast.malang.pk)
    rows = calendar_rows(cast.palu.pk, date(2026, 12, 24), date(2026, 12, 25)).order_by("day", "agency_id")
    assert list(rows.values_list("day", "agency_id")) == [
        (date(2026, 12, 24), cast.palu.pk),
        (date(2026, 12, 24), None),
        (date(2026, 12, 25), None),
    ]


@pytest.mark.parametrize("name", ["civil_servant", "unit_head", "planner", "auditor", "no_role"])
def test_others_may_not_change_the_calendar(actor: Callable[[str], Actor], name: str) -> None:
    before = Holiday.objects.count()
    holiday = Holiday.objects.filter(day=date(2026, 12, 24)).get()
    with pytest.raises(RefusedError, match="pengelola kepegawaian"):
        add_day(actor(name), day=date(2026, 9, 28), name="Libur", kind=HolidayKind.LOCAL)
    with pytest.raises(RefusedError, match="operator sistem"):
        confirm_day(actor(name), holiday, source="SKB")
    with pytest.raises(RefusedError, match="operator sistem"):
        remove_day(actor(name), holiday, reason="x")
    holiday.refresh_from_db()
    assert (Holiday.objects.count(), holiday.estimated) == (before, True)


def test_an_officer_of_a_part_may_not_change_the_calendar(cast: Cast, agency: int) -> None:
    from matang.foundation.access.actor import Held

    part = Actor(user_id=1, agency_id=agency, held=(Held(Role.HR_OFFICER, cast.units["health"].path),))
    with pytest.raises(RefusedError):
        add_day(part, day=date(2026, 9, 28), name="Libur", kind=HolidayKind.LOCAL)


def test_an_officer_may_not_change_national_days(actor: Callable[[str], Actor]) -> None:
    holiday = Holiday.objects.filter(day=date(2026, 12, 24)).get()
    with pytest.raises(RefusedError, match="operator sistem"):
        remove_day(actor("hr_officer"), holiday, reason="salah")
    with pytest.raises(RefusedError, match="operator sistem"):
        add_day(actor("hr_officer"), day=date(2026, 7, 1), name="Pilkada", kind=HolidayKind.NATIONAL, national=True)
    assert Holiday.objects.filter(day=date(2026, 12, 24)).exists()


def test_the_database_refuses_a_national_day_from_elsewhere(agency: int) -> None:
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Holiday.objects.create(day=date(2026, 7, 1), name="Palsu", kind="national")
    assert Holiday.objects.filter(agency__isnull=True).update(name="Palsu") == 0
    assert Holiday.objects.filter(agency__isnull=True).delete() == (0, {})


def test_an_operator_confirms_adds_and_removes_national_days(cast: Cast, actor: Callable[[str], Actor]) -> None:
    operator = actor("system_operator")
    holiday = Holiday.objects.filter(day=date(2026, 12, 24)).get()
    confirm_day(operator, holiday, source="SKB 3 Menteri 2026")
    holiday.refresh_from_db()
    assert (holiday.estimated, holiday.source) == (False, "SKB 3 Menteri 2026")
    added = add_day(
        operator, day=date(2026, 7, 1), name="Pilkada", kind=HolidayKind.NATIONAL, source="Keppres 1/2026", national=True
    )
    assert added.agency_id is None
    context.enter(cast.malang.pk, None)
    assert not is_working_day(date(2026, 7, 1), agency_id=cast.malang.pk)
    context.enter(cast.palu.pk, operator.user_id)
    pk = added.pk
    remove_day(operator, added, reason="Ditunda")
    assert is_working_day(date(2026, 7, 1), agency_id=cast.palu.pk)
    assert next((entry.kind, entry.why, entry.actor_id) for entry in history_of(Holiday, pk)) == (
        "delete",
        "Ditunda",
        operator.user_id,
    )


def test_a_reason_and_a_decree_are_needed(actor: Callable[[str], Actor]) -> None:
    holiday = Holiday.objects.filter(day=date(2026, 12, 24)).get()
    with pytest.raises(ValueError, match="reason"):
        remove_day(actor("system_operator"), holiday, reason=" ")
    with pytest.raises(ValidationError, match="menyebut dasarnya"):
        confirm_day(actor("system_operator"), holiday, source=" ")
    holiday.refresh_from_db()
    assert holiday.estimated


def test_a_day_stands_once(actor: Callable[[str], Actor], agency: int) -> None:
    officer = actor("hr_officer")
    add_day(officer, day=date(2026, 9, 28), name="Hari jadi", kind=HolidayKind.LOCAL)
    with pytest.raises(ValidationError, match="sudah ada di kalender"):
        add_day(officer, day=date(2026, 9, 28), name="Lagi", kind=HolidayKind.LOCAL)
    with pytest.raises(IntegrityError, match="holiday_day_once"), transaction.atomic():
        Holiday.objects.create(agency_id=agency, day=date(2026, 9, 28), name="Lagi", kind="local")
    with pytest.raises(IntegrityError, match="holiday_confirmed_has_source"), transaction.atomic():
        Holiday.objects.create(agency_id=agency, day=date(2026, 9, 29), name="Lagi", kind="local", estimated=False)


def test_suggestions_do_not_come_back_and_say_that_they_are(actor: Callable[[str], Actor]) -> None:
    assert calendar_state(2026) is CalendarState.ESTIMATED
    assert calendar_state(2040) is CalendarState.MISSING
    operator = actor("system_operator")
    remove_day(operator, Holiday.objects.get(day=date(2026, 12, 24)), reason="Dicabut")
    assert suggest_national(2026, 2026) == 0
    assert not Holiday.objects.filter(day=date(2026, 12, 24)).exists()
    for holiday in Holiday.objects.filter(day__year=2026):
        confirm_day(operator, holiday, source="SKB")
    assert calendar_state(2026) is CalendarState.CONFIRMED
    assert suggest_national(2030, 2030) == len(national_days(2030))
