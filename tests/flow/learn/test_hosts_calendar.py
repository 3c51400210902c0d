"""The calendar of an agency as a host: what it reads, what it asks, and how a question is answered."""

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from matang.flow.learn.models import Host, HostArrangement, HostOffering, HostVisit, Sending
from matang.flow.learn.selectors.hosts.calendar import month_of, open_questions, seats_offered, stays_of
from matang.flow.learn.selectors.hosts.conflicts import Crowd
from matang.flow.learn.services.hosts.visits import cancel_visit, complete_hosted, resume_visit, save_visit
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.factories.journeys import ordered, submitted
from tests.http import ActorClient

pytestmark = pytest.mark.django_db
SEPTEMBER = date(2024, 9, 1)


def visit(cast: Cast, guest: str, **more: object) -> HostVisit:
    """Enter guests of Palu's health agency."""
    facts: dict[str, object] = {"kind": "internship", "unit": cast.units["health"], "people": 1}
    return save_visit(actor=actor_of(cast.users["host_coordinator"]), visit=HostVisit(guest=guest, **(facts | more)))


def seats(cast: Cast, number: int | None, kind: str = "internship") -> HostOffering:
    """Let Palu's health agency offer seats all year."""
    ours, _new = Host.objects.get_or_create(agency=cast.palu, partner=None)
    unit = cast.units["health"]
    return HostOffering.objects.create(
        agency=cast.palu, host=ours, kind=kind, unit=unit, unit_name=unit.name, topic="T", seats=number,
        starts_on=date(2024, 1, 1), ends_on=date(2024, 12, 31),
    )  # fmt: skip


def crowded_september(cast: Cast) -> None:
    """Three interns in one office of two seats, and visits of 120 and 31 on one morning."""
    seats(cast, 2)
    visit(cast, "Kota Jauh", people=2, starts_on=date(2024, 7, 15), ends_on=date(2024, 10, 15))
    visit(cast, "Provinsi Jauh", people=1, starts_on=date(2024, 9, 9))
    morning = {"kind": "study_visit", "starts_on": date(2024, 9, 12), "ends_on": date(2024, 9, 12), "part": "morning"}
    visit(cast, "Kabupaten Besar", people=120, **morning)
    visit(cast, "Kota Kecil", people=31, **morning)


def test_a_month_has_a_row_for_each_unit_and_a_cell_for_each_week(cast: Cast) -> None:
    crowded_september(cast)
    actor = actor_of(cast.users["host_coordinator"])
    month = month_of(stays_of(actor), seats_offered(actor), SEPTEMBER)
    assert [(week.first.day, week.last.day) for week in month.weeks] == [(1, 1), (2, 8), (9, 15), (16, 22), (23, 29), (30, 30)]
    (row,) = month.rows
    assert row.unit == "Dinas Kesehatan"
    assert [cell.fullest for cell in row.cells] == [Crowd(2, 2, 0)] * 2 + [Crowd(3, 3, 0)] + [Crowd(2, 3, 0)] * 3
    assert [cell.seats for cell in row.cells] == [2] * 6
    assert [int(cell.over) for cell in row.cells] == [0, 0, 2, 1, 1, 1]
    assert [stay.guest for stay, _sure in row.cells[2].stays] == ["Kota Jauh", "Provinsi Jauh", "Kabupaten Besar", "Kota Kecil"]
    assert [sure for _stay, sure in row.cells[3].stays] == [True, False]


def test_the_page_says_what_clashes_and_asks_for_the_missing_day(cast: Cast, browse: type[ActorClient]) -> None:
    crowded_september(cast)
    page = browse(cast.users["host_coordinator"]).get(reverse("learn:calendar"), {"bulan": "2024-09"}).content.decode()
    assert "Dinas Kesehatan: 3 orang, kursi 2" in page
    assert "2 studi tiru pada pagi yang sama: 151 orang" in page
    assert "Yang masih ditanyakan" in page
    reader = browse(cast.users["unit_head"]).get(reverse("learn:calendar"), {"bulan": "2024-09"}).content.decode()
    assert "Dinas Kesehatan: 3 orang, kursi 2" in reader
    assert "Catat kunjungan" not in reader


def test_an_answer_settles_the_question_and_the_conflict_becomes_certain(cast: Cast, browse: type[ActorClient]) -> None:
    crowded_september(cast)
    actor, open_one = actor_of(cast.users["host_coordinator"]), HostVisit.objects.get(guest="Provinsi Jauh")
    asked = {stay.guest: stay.unknown for stay in open_questions(stays_of(actor), today())}
    assert asked == {"Provinsi Jauh": ("ends_on",)}
    said = {
        "kind": "internship", "guest": "Provinsi Jauh", "unit": cast.units["health"].pk, "people": "1",
        "starts_on": "2024-09-09", "ends_on": "2024-10-23",
    }  # fmt: skip
    answer = browse(cast.users["host_coordinator"]).post(reverse("learn:visit_change", args=[open_one.pk]), said)
    assert answer["Location"] == reverse("learn:calendar") + "?bulan=2024-09"
    assert open_questions(stays_of(actor), today()) == []
    month = month_of(stays_of(actor), seats_offered(actor), SEPTEMBER)
    assert [(one.first, one.last, one.sure) for one in month.conflicts] == [(date(2024, 9, 9), date(2024, 9, 30), True)]


def test_a_cancelled_visit_leaves_the_calendar_and_comes_back(cast: Cast) -> None:
    actor, one = actor_of(cast.users["host_coordinator"]), visit(cast, "Kota Jauh", starts_on=SEPTEMBER)
    with pytest.raises(ValidationError, match="Tulis alasannya"):
        cancel_visit(actor=actor, visit_id=one.pk, reason="  ")
    assert len(stays_of(actor)) == 1
    cancel_visit(actor=actor, visit_id=one.pk, reason="Banjir")
    assert stays_of(actor) == []
    resume_visit(actor=actor, visit_id=one.pk)
    assert len(stays_of(actor)) == 1


def test_visits_are_entered_by_the_coordinator_of_this_government_only(cast: Cast) -> None:
    one = visit(cast, "Kota Jauh", starts_on=SEPTEMBER)
    head = actor_of(cast.users["unit_head"])
    with pytest.raises(RefusedError, match="koordinator tuan rumah"):
        save_visit(actor=head, visit=HostVisit(kind="internship", guest="X"))
    with acting_in(cast.malang.pk), pytest.raises(RefusedError, match="tidak ada di instansi Anda"):
        cancel_visit(actor=actor_of(cast.users["malang_officer"]), visit_id=one.pk, reason="X")
    assert list(HostVisit.objects.values_list("guest", "cancelled_because")) == [("Kota Jauh", "")]


def test_the_host_sees_a_request_as_possible_until_it_has_accepted(cast: Cast) -> None:
    journey = submitted(cast)
    begin = journey.sending.starts_on
    assert begin is not None
    with acting_in(cast.malang.pk, journey.hosting.pk):
        (asked,) = stays_of(actor_of(journey.hosting))
        assert (asked.guest, asked.unit, asked.people, asked.firm) == (cast.palu.name, "Dinas Pekerjaan Umum", 1, False)
        assert int(asked.on(begin)) == 1


def test_the_host_reads_no_name_and_no_draft(cast: Cast) -> None:
    journey = ordered(cast)
    with acting_in(cast.malang.pk, journey.hosting.pk), CaptureQueriesContext(connection) as queries:
        (stay,) = stays_of(actor_of(journey.hosting))
    assert (stay.people, stay.firm) == (1, True)
    assert not any("register_person" in query["sql"] or "card_name" in query["sql"] for query in queries.captured_queries)
    journey.sending.pk, journey.sending.state, journey.sending.host_agency = None, "draft", None
    journey.sending.save()
    with acting_in(cast.malang.pk, journey.hosting.pk):
        assert stays_of(actor_of(journey.hosting)) == [stay]


def test_the_host_fills_in_what_is_missing_and_never_overrides_the_sender(cast: Cast) -> None:
    journey = ordered(cast)
    last = journey.sending.ends_on
    assert last is not None
    with acting_in(cast.malang.pk, journey.hosting.pk):
        actor = actor_of(journey.hosting)
        with pytest.raises(ValidationError, match="sudah disebut pengirim"):
            complete_hosted(actor=actor, sending_id=journey.sending.pk, host_unit="", ends_on=last + timedelta(days=1))
        done = complete_hosted(actor=actor, sending_id=journey.sending.pk, host_unit="Bappeda", ends_on=None)
        assert (done.host_unit, done.ends_on) == ("Bappeda", last)
        Sending.objects.filter(pk=done.pk).update(ends_on=None)
        with pytest.raises(ValidationError, match="sebelum hari mulai"):
            complete_hosted(actor=actor, sending_id=done.pk, host_unit="", ends_on=date(2020, 1, 1))
        assert complete_hosted(actor=actor, sending_id=done.pk, host_unit="", ends_on=last).ends_on == last
    with pytest.raises(RefusedError, match="tidak ada di kalender"):
        complete_hosted(
            actor=actor_of(cast.users["host_coordinator"]), sending_id=journey.sending.pk, host_unit="X", ends_on=None
        )


def test_the_host_says_at_what_part_of_the_day_a_sending_comes(cast: Cast, browse: type[ActorClient]) -> None:
    journey = submitted(cast)
    Sending.objects.filter(pk=journey.sending.pk).update(kind="study_visit")
    with acting_in(cast.malang.pk, journey.hosting.pk):
        (asked,) = stays_of(actor_of(journey.hosting))
        assert asked.unknown == ("part",)
    client = browse(journey.hosting)
    address = reverse("learn:hosted_complete", args=[journey.sending.pk])
    assert "Waktu" in client.get(address).content.decode()
    for part in ("morning", "afternoon"):
        assert client.post(address, {"host_unit": cast.units["malang"].pk, "part": part}).status_code == 302
        with acting_in(cast.malang.pk, journey.hosting.pk):
            (stay,) = stays_of(actor_of(journey.hosting))
            assert (stay.part, stay.unit, stay.unknown) == (part, "Dinas Kesehatan Malang", ())
    assert HostArrangement.objects.count() == 0


def test_the_download_has_guests_clashes_and_questions(cast: Cast, browse: type[ActorClient]) -> None:
    crowded_september(cast)
    answer = browse(cast.users["auditor"]).get(reverse("learn:calendar_download"), {"bulan": "2024-09"})
    book = load_workbook(BytesIO(answer.content))
    assert book.sheetnames == ["Tamu", "Benturan", "Pertanyaan"]
    assert [row[2].value for row in book["Tamu"].iter_rows(min_row=5)] == [
        "Kota Jauh", "Provinsi Jauh", "Kabupaten Besar", "Kota Kecil",
    ]  # fmt: skip
    assert book["Tamu"].cell(6, 7).value == "belum diketahui"
    assert [(row[0].value, row[5].value) for row in book["Benturan"].iter_rows(min_row=2)] == [
        ("Kursi", 3), ("Kursi", 2), ("Studi tiru bersamaan", 151),
    ]  # fmt: skip
    assert [cell.value for cell in book["Pertanyaan"][2]] == ["Provinsi Jauh", None, "Dinas Kesehatan", "hari terakhir"]


def test_the_own_host_page_names_who_has_come_to_those_who_read_the_calendar(cast: Cast, browse: type[ActorClient]) -> None:
    crowded_september(cast)
    visit(cast, "Kota Nanti", starts_on=date(2199, 1, 1))
    address = reverse("learn:host", args=[Host.objects.get(agency=cast.palu, partner=None).pk])
    page = browse(cast.users["unit_head"]).get(address).content.decode()
    assert [name in page for name in ("Kota Jauh", "Provinsi Jauh", "Kabupaten Besar", "Kota Nanti")] == [True, True, True, False]
    assert "Kota Jauh" not in browse(cast.users["civil_servant"]).get(address).content.decode()


def test_a_month_that_makes_no_sense_is_this_month(cast: Cast, browse: type[ActorClient]) -> None:
    visit(cast, "Kota Jauh", starts_on=SEPTEMBER)
    client = browse(cast.users["host_coordinator"])
    for text in ("2024-13", "x", "9999-12", "0001-01", "2024-09-01"):
        page = client.get(reverse("learn:calendar"), {"bulan": text}).content.decode()
        assert f'value="{today():%Y-%m}"' in page


def test_the_page_asks_the_database_the_same_however_full_it_is(
    cast: Cast, browse: type[ActorClient], django_assert_max_num_queries: Callable[[int], object]
) -> None:
    for number in range(15):
        visit(cast, f"Kota {number}", starts_on=SEPTEMBER, ends_on=date(2024, 9, 20))
    client = browse(cast.users["host_coordinator"])
    client.get(reverse("learn:calendar"), {"bulan": "2024-09"})
    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]
        assert client.get(reverse("learn:calendar"), {"bulan": "2024-09"}).status_code == 200


def test_the_keeper_gets_from_a_guest_to_where_it_is_written_down(cast: Cast, browse: type[ActorClient]) -> None:
    crowded_september(cast)
    journey = ordered(cast)
    one = HostVisit.objects.get(guest="Kota Jauh")
    at = reverse("learn:visit_change", args=[one.pk])
    month = {"bulan": "2024-09"}
    assert at in browse(cast.users["host_coordinator"]).get(reverse("learn:calendar"), month).content.decode()
    assert at not in browse(cast.users["auditor"]).get(reverse("learn:calendar"), month).content.decode()
    begin = journey.sending.starts_on
    page = browse(journey.hosting).get(reverse("learn:calendar"), {"bulan": f"{begin:%Y-%m}"}).content.decode()
    assert reverse("learn:hosted_complete", args=[journey.sending.pk]) in page
