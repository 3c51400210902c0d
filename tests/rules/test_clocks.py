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


@pytest.mark.parametrize("key", ["social_data.when_published", "social_data.when_refreshed"])
def test_every_day_of_a_year_has_the_same_next_day_for_one_and_for_many(key: str) -> None:
    """Day by day through a leap year: columns and single cases agree, and the next day lies ahead."""
    calculation = rules.CALCULATIONS[key]
    days = [date(2027, 12, 1) + timedelta(days=number) for number in range(460)]
    low, high = calculation.columns(rules.columns(proposed_on=days), on=days[0])
    single = [calculation.trace({"proposed_on": day}, on=days[0]).value for day in days]
    assert low.tolist() == high.tolist() == single
    assert all(day.toordinal() < (found or 0) <= day.toordinal() + 92 for day, found in zip(days, single, strict=True))


def test_where_the_book_sets_no_day_some_later_day_is_meant() -> None:
    """An unknown day of publication or length of period leaves a span, the same for one and for many."""
    empty = rules.Book(rules.SOURCES, {
        key: rules.Parameter(key, known.label, known.unit, known.by, {})
        for key, known in rules.PARAMETERS.items() if key.startswith("social_data.")
    })  # fmt: skip
    asked = {"proposed_on": date(2026, 11, 19)}
    columns = rules.columns(proposed_on=[date(2026, 11, 19)])
    for key, begin, end in (
        ("social_data.when_published", date(2026, 11, 20), date(2027, 1, 1)),
        ("social_data.when_refreshed", date(2026, 12, 1), date(2027, 11, 1)),
    ):
        found = rules.CALCULATIONS[key].trace(asked, on=date(2026, 11, 21), book=empty)
        assert (found.low, found.high) == (begin.toordinal(), end.toordinal())
        low, high = rules.CALCULATIONS[key].columns(columns, on=date(2026, 11, 21), book=empty)
        assert (low.tolist(), high.tolist()) == ([found.low], [found.high])
