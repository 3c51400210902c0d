"""What does not go together in a host's calendar. The cases are those that cities told of."""

from datetime import date

from matang.flow.learn.selectors.hosts.conflicts import (
    Crowd,
    overfull_visits,
    seat_conflicts,
    seats_of,
    visit_clashes,
)
from matang.flow.learn.selectors.hosts.stays import Seats, Stay, Sureness

WORKS = "Dinas Pekerjaan Umum"
SEPTEMBER = date(2024, 9, 1), date(2024, 9, 30)
PALU = Stay("sending:1", "internship", "Palu", "Tata ruang", WORKS, 2, date(2024, 7, 15), date(2024, 10, 15))
PAPUA = Stay("visit:1", "internship", "Papua Tengah", "Kawasan kumuh", WORKS, 1, date(2024, 9, 9), date(2024, 10, 20))
PAPUA_OPEN = Stay("visit:1", "internship", "Papua Tengah", "Kawasan kumuh", WORKS, 1, date(2024, 9, 9), None)
TWO_SEATS = Seats(WORKS, False, 2, date(2024, 1, 1), date(2024, 12, 31))
VISIT_DAY = date(2024, 9, 12)
BIG = Stay("visit:2", "study_visit", "Kabupaten Besar", "Layanan", "Bappeda", 120, VISIT_DAY, VISIT_DAY, "morning")
SMALL = Stay("visit:3", "study_visit", "Kota Kecil", "Layanan", "Bappeda", 31, VISIT_DAY, VISIT_DAY, "morning")


def test_three_interns_in_an_office_of_two_seats_in_september() -> None:
    (found,) = seat_conflicts([PALU, PAPUA], [TWO_SEATS], *SEPTEMBER)
    assert (found.unit, found.first, found.last) == (WORKS, date(2024, 9, 9), date(2024, 9, 30))
    assert (found.seats, found.crowd, found.sure) == (2, Crowd(known=3, most=3, uncounted=0), True)
    assert found.stays == (PALU, PAPUA)


def test_over_the_whole_time_the_conflict_ends_when_the_first_leave() -> None:
    (found,) = seat_conflicts([PALU, PAPUA], [TWO_SEATS], date(2024, 1, 1), date(2024, 12, 31))
    assert (found.first, found.last) == (date(2024, 9, 9), date(2024, 10, 15))


def test_without_a_last_day_only_the_first_day_is_certain() -> None:
    sure, perhaps = seat_conflicts([PALU, PAPUA_OPEN], [TWO_SEATS], date(2024, 1, 1), date(2024, 12, 31))
    assert (sure.first, sure.last, sure.sure) == (date(2024, 9, 9), date(2024, 9, 9), True)
    assert (perhaps.first, perhaps.last, perhaps.sure) == (date(2024, 9, 10), date(2024, 10, 15), False)
    assert perhaps.crowd == Crowd(known=2, most=3, uncounted=0)


def test_a_stay_without_a_last_day_ends_in_no_cell_on_its_own_but_is_asked_about() -> None:
    assert PAPUA_OPEN.unknown == ("ends_on",)
    assert PAPUA_OPEN.on(date(2024, 9, 8)) == Sureness.NO
    assert PAPUA_OPEN.on(date(2024, 9, 9)) == Sureness.SURE
    assert PAPUA_OPEN.on(date(2024, 9, 10)) == Sureness.PERHAPS
    assert PAPUA_OPEN.on(date(2025, 9, 10)) == Sureness.PERHAPS
    assert PAPUA_OPEN.on(date(2025, 9, 11)) == Sureness.NO


def test_the_last_day_still_counts_and_the_next_does_not() -> None:
    assert PALU.on(date(2024, 10, 15)) == Sureness.SURE
    assert PALU.on(date(2024, 10, 16)) == Sureness.NO
    handover = Stay("visit:9", "internship", "Kota Lain", "", WORKS, 2, date(2024, 10, 16), date(2024, 10, 31))
    assert seat_conflicts([PALU, handover], [TWO_SEATS], date(2024, 10, 1), date(2024, 10, 31)) == []
    same_day = Stay("visit:9", "internship", "Kota Lain", "", WORKS, 2, date(2024, 10, 15), date(2024, 10, 31))
    (found,) = seat_conflicts([PALU, same_day], [TWO_SEATS], date(2024, 10, 1), date(2024, 10, 31))
    assert (found.first, found.last, found.crowd.known) == (date(2024, 10, 15), date(2024, 10, 15), 4)


def test_a_unit_is_the_same_however_its_name_is_written() -> None:
    shouted = Stay("visit:1", "internship", "Papua Tengah", "", "DINAS  pekerjaan umum ", 1, date(2024, 9, 9), date(2024, 9, 10))
    (found,) = seat_conflicts([PALU, shouted], [TWO_SEATS], *SEPTEMBER)
    assert found.crowd.known == 3


def test_other_units_and_visitors_take_no_desk() -> None:
    elsewhere = Stay("visit:1", "internship", "Papua Tengah", "", "Dinas Sosial", 1, date(2024, 9, 9), date(2024, 9, 10))
    visitor = Stay("visit:2", "study_visit", "Kota Lain", "", WORKS, 40, date(2024, 9, 9), date(2024, 9, 9), "morning")
    assert seat_conflicts([PALU, elsewhere, visitor], [TWO_SEATS], *SEPTEMBER) == []


def test_a_group_without_a_count_is_at_least_one_person_and_never_summed() -> None:
    uncounted = Stay("visit:1", "internship", "Papua Barat", "", WORKS, None, date(2024, 9, 9), date(2024, 9, 20))
    (found,) = seat_conflicts([PALU, uncounted], [TWO_SEATS], *SEPTEMBER)
    assert (found.crowd, found.sure) == (Crowd(known=2, most=2, uncounted=1), False)
    three = Seats(WORKS, False, 3, date(2024, 1, 1), date(2024, 12, 31))
    assert seat_conflicts([PALU, uncounted], [three], *SEPTEMBER) == []


def test_where_nobody_has_said_how_many_seats_there_are_the_meeting_is_a_question() -> None:
    (found,) = seat_conflicts([PALU, PAPUA], [], *SEPTEMBER)
    assert (found.first, found.last, found.seats, found.sure) == (date(2024, 9, 9), date(2024, 9, 30), None, False)
    assert seat_conflicts([PALU], [], *SEPTEMBER) == []


def test_seats_of_several_offers_add_up_and_one_unknown_makes_all_unknown() -> None:
    more = Seats(WORKS, False, 3, date(2024, 9, 1), date(2024, 9, 15))
    unknown = Seats(WORKS, False, None, date(2024, 9, 20), None)
    visits = Seats(WORKS, True, 60, date(2024, 1, 1), None)
    offers = [TWO_SEATS, more, unknown, visits]
    assert seats_of(offers, WORKS, date(2024, 9, 15), visiting=False) == 5
    assert seats_of(offers, WORKS, date(2024, 9, 16), visiting=False) == 2
    assert seats_of(offers, WORKS, date(2024, 9, 20), visiting=False) is None
    assert seats_of(offers, WORKS, date(2024, 9, 20), visiting=True) == 60
    assert seats_of([], WORKS, date(2024, 9, 20), visiting=True) is None


def test_two_study_visits_on_the_same_morning() -> None:
    (found,) = visit_clashes([BIG, SMALL], *SEPTEMBER)
    assert (found.day, found.part, found.stays) == (VISIT_DAY, "morning", (BIG, SMALL))
    assert (found.known, found.uncounted, found.sure, found.same_unit) == (151, 0, True, True)


def test_a_morning_and_an_afternoon_go_together_and_a_whole_day_with_neither() -> None:
    afternoon = Stay("visit:3", "study_visit", "Kota Kecil", "", "Bappeda", 31, VISIT_DAY, VISIT_DAY, "afternoon")
    whole = Stay("visit:4", "study_visit", "Kota Lain", "", "Bappeda", 5, VISIT_DAY, VISIT_DAY, "whole")
    assert visit_clashes([BIG, afternoon], *SEPTEMBER) == []
    assert [(one.part, one.known) for one in visit_clashes([BIG, afternoon, whole], *SEPTEMBER)] == [
        ("morning", 125),
        ("afternoon", 36),
    ]
    (both,) = visit_clashes(
        [whole, Stay("visit:5", "study_visit", "X", "", "Bappeda", 1, VISIT_DAY, VISIT_DAY, "whole")], *SEPTEMBER
    )
    assert (both.part, both.sure) == ("whole", True)


def test_visits_whose_half_of_the_day_is_unknown_perhaps_meet() -> None:
    unsaid = Stay("visit:3", "study_visit", "Kota Kecil", "", "Bappeda", None, VISIT_DAY, VISIT_DAY)
    (found,) = visit_clashes([BIG, unsaid], *SEPTEMBER)
    assert (found.part, found.known, found.uncounted, found.sure) == ("morning", 120, 1, False)
    other = Stay("visit:4", "study_visit", "Kota Lain", "", "Bappeda", 10, VISIT_DAY, VISIT_DAY)
    (either,) = visit_clashes([unsaid, other], *SEPTEMBER)
    assert (either.part, either.sure) == ("", False)
    assert unsaid.unknown == ("people", "part")


def test_visits_to_different_units_are_told_apart() -> None:
    elsewhere = Stay("visit:3", "study_visit", "Kota Kecil", "", "Dinas Sosial", 31, VISIT_DAY, VISIT_DAY, "morning")
    nowhere = Stay("visit:3", "study_visit", "Kota Kecil", "", "", 31, VISIT_DAY, VISIT_DAY, "morning")
    assert [one.same_unit for one in visit_clashes([BIG, elsewhere], *SEPTEMBER)] == [False]
    assert [one.same_unit for one in visit_clashes([BIG, nowhere], *SEPTEMBER)] == [True]


def test_a_request_that_was_not_answered_is_only_possible() -> None:
    asked = Stay("sending:7", "internship", "Kota Lain", "", WORKS, 1, date(2024, 9, 9), date(2024, 9, 20), firm=False)
    (found,) = seat_conflicts([PALU, asked], [TWO_SEATS], *SEPTEMBER)
    assert (found.crowd, found.sure) == (Crowd(known=2, most=3, uncounted=0), False)


def test_a_visit_alone_may_be_more_than_a_unit_receives() -> None:
    hall = Seats("Bappeda", True, 100, date(2024, 1, 1), None)
    (found,) = overfull_visits([BIG, SMALL], [hall], *SEPTEMBER)
    assert (found.stays, found.seats, found.crowd.known) == ((BIG,), 100, 120)
    assert overfull_visits([BIG], [Seats("Bappeda", True, 120, date(2024, 1, 1), None)], *SEPTEMBER) == []


def test_what_lies_outside_the_asked_time_is_left_out() -> None:
    assert visit_clashes([BIG, SMALL], date(2024, 9, 13), date(2024, 9, 30)) == []
    assert seat_conflicts([PALU, PAPUA], [TWO_SEATS], date(2024, 8, 1), date(2024, 9, 8)) == []
