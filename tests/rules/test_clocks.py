"""When something is due, from the numbers of the rules and a calendar or clock of the caller."""

from datetime import UTC, date, datetime, timedelta

import pytest

from matang import rules
from matang.rules.core import calendar

HOLIDAYS = {date(2026, 12, 25)}


def working_days_after(day: date, number: int) -> date:
    """Return the number-th working day after a day: a calendar as the caller may have it."""
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5 and day not in HOLIDAYS
    return day


def test_a_complaint_is_due_on_a_working_day() -> None:
    """Received on Friday 18 December 2026, verified within three working days, answered within five around Christmas."""
    verify = rules.complaint_due("verify", date(2026, 12, 18), working_days_after)
    assert (verify.at, verify.number, str(verify.reference)) == (
        date(2026, 12, 23),
        3,
        "PermenPANRB 62/2018 tenggat penanganan",
    )
    assert rules.complaint_due("respond", date(2026, 12, 18), working_days_after).at == date(2026, 12, 28)
    with pytest.raises(LookupError, match="settle"):
        rules.complaint_due("settle", date(2026, 12, 18), working_days_after)
    with pytest.raises(LookupError, match="2018-12-30"):
        rules.complaint_due("verify", date(2018, 12, 30), working_days_after)


def test_a_request_about_personal_data_is_due_after_three_times_24_hours() -> None:
    """Over the weekend and to the minute."""
    asked = datetime(2026, 11, 20, 16, 45, tzinfo=UTC)
    due = rules.data_request_due("correction", asked)
    assert (due.at, due.number, str(due.reference)) == (datetime(2026, 11, 23, 16, 45, tzinfo=UTC), 72, "UU 27/2022 pasal 30")
    assert rules.data_request_due("breach", asked).reference.unverified


def test_a_first_response_is_due_after_45_minutes_or_what_the_agency_decided() -> None:
    """The standard is one city's; an agency's own holds from its day on."""
    reported = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    assert rules.first_response_due(reported).at == datetime(2026, 11, 21, 0, 15, tzinfo=UTC)
    book = rules.decided(
        rules.BOOK,
        "response.first_minutes",
        30,
        begin=date(2026, 1, 1),
        source=rules.SOURCES["agency-decision"],
        article="5/2026",
    )
    assert rules.first_response_due(reported, book=book).at == datetime(2026, 11, 21, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize("months", [1, 2, 3, 4, 6, 12])
def test_periods_are_counted_from_january(months: int) -> None:
    """The next period begins on the first of a month that begins one, and later than the day."""
    for number in range(date(2026, 1, 1).toordinal(), date(2028, 1, 1).toordinal(), 7):
        found = date.fromordinal(calendar.next_period(number, months))
        assert (found.day, (found.month - 1) % months) == (1, 0)
        assert 0 < found.toordinal() - number <= months * 31
