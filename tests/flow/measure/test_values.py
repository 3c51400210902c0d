"""Values: two right numbers for two days, nothing written over, and who may fill what."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from threading import Event, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from matang.flow.aims.public import set_indicator
from matang.flow.measure.models import Series, SeriesValue
from matang.flow.measure.selectors.owed import unfilled
from matang.flow.measure.selectors.series import values_as_at
from matang.flow.measure.services.series import SeriesDetails, change_series, create_series
from matang.flow.measure.services.values import NewValue, enter_value, withdraw_value
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import Cast, build_cast
from tests.flow.measure.world import indicator_of, planner, series_of_clinic
from tests.http import ActorClient

pytestmark = pytest.mark.django_db
JANUARY = date(2026, 1, 1)


def state() -> list[object]:
    """Return everything recorded."""
    return [list(model.objects.order_by("pk").values()) for model in (Series, SeriesValue)]


def refused(work: Callable[[], object], words: str) -> None:
    """Assert that the work is refused with these words and nothing has changed."""
    before = state()
    with pytest.raises(RefusedError, match=words):
        work()
    assert state() == before


@pytest.fixture
def series(cast: Cast) -> Series:
    return series_of_clinic(cast, indicator_of(cast))


def test_a_revision_leaves_two_right_numbers_for_two_days(cast: Cast, series: Series) -> None:
    actor = planner(cast)
    enter_value(actor=actor, series_id=series.pk, new=NewValue(date(2026, 1, 17), Decimal("61.5"), date(2026, 2, 5)))
    enter_value(actor=actor, series_id=series.pk, new=NewValue(JANUARY, Decimal(59), date(2026, 4, 1)))

    def known(day: date) -> list[Decimal | None]:
        return [point.value for point in values_as_at(actor, series.indicator_id, day)[series.pk]]

    assert known(date(2026, 2, 4)) == []
    assert known(date(2026, 2, 5)) == [Decimal("61.5000")]
    assert known(date(2026, 3, 31)) == [Decimal("61.5000")]
    assert known(date(2026, 4, 1)) == [Decimal("59.0000")]


def test_the_same_value_sent_twice_is_kept_once_and_another_for_the_same_day_is_refused(cast: Cast, series: Series) -> None:
    actor, new = planner(cast), NewValue(JANUARY, Decimal(61), date(2026, 2, 5))
    first = enter_value(actor=actor, series_id=series.pk, new=new)
    assert enter_value(actor=actor, series_id=series.pk, new=new) == first
    other = NewValue(JANUARY, Decimal(60), date(2026, 2, 5))
    refused(lambda: enter_value(actor=actor, series_id=series.pk, new=other), "sudah punya nilai lain")


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (NewValue(date(2024, 12, 31), Decimal(1), date(2025, 1, 5)), "baru mulai Januari 2025"),
        (NewValue(JANUARY, Decimal(1), date(2025, 12, 31)), "sebelum periodenya mulai"),
        (NewValue(JANUARY, Decimal(1), date(2999, 1, 1)), "belum tiba"),
        (NewValue(JANUARY, Decimal(1), date(2026, 2, 1), numerator=3), "Pembilang tanpa penyebut"),
        (NewValue(JANUARY, Decimal(1), date(2026, 2, 1), denominator=0), "paling sedikit 1"),
        (NewValue(JANUARY, Decimal(1), date(2026, 2, 1), -1, 5), "tidak boleh negatif"),
    ],
)
def test_a_value_that_cannot_be_is_refused(cast: Cast, series: Series, new: NewValue, words: str) -> None:
    refused(lambda: enter_value(actor=planner(cast), series_id=series.pk, new=new), words)


def test_the_first_day_of_a_period_is_the_earliest_on_which_its_value_can_be_known(cast: Cast, series: Series) -> None:
    made = enter_value(actor=planner(cast), series_id=series.pk, new=NewValue(date(2026, 1, 31), Decimal(1), JANUARY))
    assert (made.period_start, made.as_at) == (JANUARY, JANUARY)


def test_only_the_responsible_unit_and_the_planner_fill_a_series(cast: Cast, series: Series) -> None:
    new = NewValue(JANUARY, Decimal(61), date(2026, 2, 5))
    for name in ("other_unit_head", "civil_servant", "hr_officer", "appointing_official"):
        refused(lambda name=name: enter_value(actor=actor_of(cast.users[name]), series_id=series.pk, new=new), "Nilai diisi oleh")
    made = enter_value(actor=actor_of(cast.users["unit_head"]), series_id=series.pk, new=new)
    assert made.recorded_by_id == cast.users["unit_head"].pk


def test_malang_finds_no_series_of_palu(cast: Cast, series: Series) -> None:
    new = NewValue(JANUARY, Decimal(1), date(2026, 2, 1))
    with acting_in(cast.malang.pk):
        actor = actor_of(cast.users["malang_officer"])
        with pytest.raises(Series.DoesNotExist):
            enter_value(actor=actor, series_id=series.pk, new=new)
        assert Series.objects.count() == 0
        assert SeriesValue.objects.count() == 0


def test_a_withdrawn_value_counts_on_no_day_but_stays_readable(cast: Cast, series: Series) -> None:
    actor = planner(cast)
    made = enter_value(actor=actor, series_id=series.pk, new=NewValue(JANUARY, Decimal(61), date(2026, 2, 5)))
    refused(lambda: withdraw_value(actor=actor, value_id=made.pk, reason=" "), "Tulis alasan")
    refused(lambda: withdraw_value(actor=actor_of(cast.users["other_unit_head"]), value_id=made.pk, reason="x"), "Nilai diisi")
    withdraw_value(actor=actor, value_id=made.pk, reason="Salah ketik")
    again = withdraw_value(actor=actor, value_id=made.pk, reason="Lain")
    assert again.withdrawn_reason == "Salah ketik"
    assert values_as_at(actor, series.indicator_id, today())[series.pk] == []
    right = enter_value(actor=actor, series_id=series.pk, new=NewValue(JANUARY, Decimal(16), date(2026, 2, 5)))
    assert [point.value for point in values_as_at(actor, series.indicator_id, today())[series.pk]] == [right.value]


def test_the_database_refuses_to_write_over_or_remove_a_value(cast: Cast, series: Series) -> None:
    made = enter_value(actor=planner(cast), series_id=series.pk, new=NewValue(JANUARY, Decimal(61), date(2026, 2, 5)))
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        SeriesValue.objects.filter(pk=made.pk).update(value=1)
    with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM measure_seriesvalue WHERE id = %s", [made.pk])
    withdraw_value(actor=planner(cast), value_id=made.pk, reason="Salah")
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        SeriesValue.objects.filter(pk=made.pk).update(withdrawn_at=None, withdrawn_reason="")


def test_small_numbers_are_hidden_and_their_share_with_them(cast: Cast, series: Series) -> None:
    actor = planner(cast)
    for month, (above, below) in enumerate([(0, 40), (1, 40), (4, 40), (5, 40), (36, 40), (35, 40), (40, 40), (2, 4)], start=1):
        day = date(2025, month, 1)
        new = NewValue(day, Decimal(100 * above) / below, day, above, below)
        enter_value(actor=actor, series_id=series.pk, new=new)
    shown = [point.value for point in values_as_at(actor, series.indicator_id, today())[series.pk]]
    assert shown == [Decimal(0), None, None, Decimal("12.5"), None, Decimal("87.5"), Decimal(100), None]


def test_a_count_that_is_the_value_itself_is_hidden_when_small(cast: Cast) -> None:
    series = series_of_clinic(cast, indicator_of(cast), counts=True)
    for month, value in ((1, 0), (2, 4), (3, 5)):
        day = date(2025, month, 1)
        enter_value(actor=planner(cast), series_id=series.pk, new=NewValue(day, Decimal(value), day))
    assert [p.value for p in values_as_at(planner(cast), series.indicator_id, today())[series.pk]] == [0, None, 5]


def test_a_series_has_one_subject_one_source_and_one_main(cast: Cast, series: Series) -> None:
    actor, key = planner(cast), series.indicator_id
    for details, words in (
        (SeriesDetails("month", "S", JANUARY), "Pilih unit"),
        (SeriesDetails("month", "S", JANUARY, unit_id=cast.units["clinic"].pk, place="Kota"), "Pilih unit"),
        (SeriesDetails("month", "", JANUARY, place="Kota"), "tidak boleh kosong|Tulis sumber"),
        (SeriesDetails("month", "S", JANUARY, place="Kota", main=True), "deret utama"),
        (SeriesDetails("month", "Aplikasi antrean", JANUARY, unit_id=cast.units["clinic"].pk), "Deret ini sudah ada"),
    ):
        before = state()
        with pytest.raises(ValidationError, match=words), transaction.atomic():
            create_series(actor=actor, indicator_id=key, details=details)
        assert state() == before
    head = actor_of(cast.users["unit_head"])
    refused(
        lambda: create_series(actor=head, indicator_id=key, details=SeriesDetails("month", "S", JANUARY, place="K")), "perencana"
    )
    quarterly = create_series(actor=actor, indicator_id=key, details=SeriesDetails("quarter", "S", date(2026, 5, 20), place="K"))
    assert quarterly.starts_on == date(2026, 4, 1)


def test_the_period_of_a_filled_series_stays(cast: Cast, series: Series) -> None:
    actor = planner(cast)
    enter_value(actor=actor, series_id=series.pk, new=NewValue(JANUARY, Decimal(61), date(2026, 2, 5)))
    details = SeriesDetails("year", "Aplikasi antrean", JANUARY, unit_id=series.unit_id)
    refused(lambda: change_series(actor=actor, series_id=series.pk, details=details), "tidak dapat diubah")


def test_what_is_owed_counts_days_after_the_due_day_and_stops_with_a_value(cast: Cast) -> None:
    day = today()
    first = day.replace(day=1)
    last_month = (first - timedelta(days=1)).replace(day=1)
    series = series_of_clinic(cast, indicator_of(cast), starts_on=last_month, due_days=0)
    head, other = actor_of(cast.users["unit_head"]), actor_of(cast.users["other_unit_head"])
    late = (day - (first - timedelta(days=1))).days
    assert [(row.start, row.days_late) for row in unfilled(head, day)] == [(last_month, late)]
    assert unfilled(other, day) == []
    assert [row.series.pk for row in unfilled(planner(cast), day)] == [series.pk]
    assert unfilled(head, first - timedelta(days=1))[0].days_late == 0
    assert unfilled(head, first - timedelta(days=2)) == []
    enter_value(actor=head, series_id=series.pk, new=NewValue(last_month, Decimal(3), day))
    assert unfilled(head, day) == []


def test_a_percentage_fits_its_counts_and_passes_a_hundred_only_with_them(cast: Cast) -> None:
    actor, first = planner(cast), indicator_of(cast)
    indicator = set_indicator(actor=actor, aim_id=first.aim_id, name="Terlayani", measure_unit="Persen ")
    share = series_of_clinic(cast, indicator)

    def enter(value: str, above: int | None = None, below: int | None = None, day: date = date(2026, 2, 1)) -> SeriesValue:
        return enter_value(actor=actor, series_id=share.pk, new=NewValue(JANUARY, Decimal(value), day, above, below))

    refused(lambda: enter("100.1"), "Lebih dari 100 persen")
    refused(lambda: enter("120", 5, 40), "Nilai 120 persen tidak sesuai dengan 5 dari 40, yaitu 12,5 persen")
    refused(lambda: enter("12.5", 50, 405), "yaitu 12,3 persen")
    for number, (value, above, below) in enumerate([("100", None, None), ("120", 48, 40), ("12.3", 50, 405), ("33", 10, 30)]):
        assert enter(value, above, below, date(2026, 2, 1 + number)).value == Decimal(value)


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(cast: Cast, series: Series) -> None:
    client = ActorClient(cast.users["unit_head"])
    address = reverse("measure:value_new", args=[series.pk])
    said = {"period": "2026-01-01", "value": "1.234,5", "as_at": "2025-12-31", "note": "Salah ketik?"}
    page = client.post(address, said).content.decode()
    after = page.split('id="id_as_at"')
    assert "Nilai tidak mungkin diketahui sebelum periodenya mulai." in page
    assert 'value="1.234,5"' in after[0]
    assert 'value="Salah ketik?"' in after[1]
    assert "id_as_at_error" in page
    assert SeriesValue.objects.count() == 0
    client.post(address, said | {"as_at": "2026-03-01"})
    page = client.post(address, said | {"as_at": "2026-02-01", "value": "9"}, follow=True).content.decode()
    assert "Yang berlaku tetap nilai yang diketahui per 1 Maret 2026" in page
    known = values_as_at(planner(cast), series.indicator_id, today())[series.pk]
    assert [(point.value, point.as_at) for point in known] == [(Decimal("1234.5000"), date(2026, 3, 1))]
    refused_page = client.post(address, said | {"as_at": "2026-02-01", "value": "8"}).content.decode()
    assert "Bila ini revisi, isi tanggal terbit yang baru; bila yang lama salah, tarik dulu." in refused_page
    assert SeriesValue.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_the_second_of_two_who_enter_at_once_waits_and_is_told(palu: Agency, malang: Agency) -> None:
    with transaction.atomic():
        cast = build_cast(palu, malang)
        series = series_of_clinic(cast, indicator_of(cast))
    with acting_in(palu.pk):
        first, second = planner(cast), actor_of(cast.users["unit_head"])
    began, told = Event(), list[str]()

    def enter() -> None:
        try:
            began.set()
            with acting_in(palu.pk), pytest.raises(RefusedError) as refusal:
                enter_value(actor=second, series_id=series.pk, new=NewValue(JANUARY, Decimal(60), date(2026, 2, 5)))
            told.append(refusal.value.answer.reason)
        finally:
            connection.close()

    with acting_in(palu.pk):
        enter_value(actor=first, series_id=series.pk, new=NewValue(JANUARY, Decimal(61), date(2026, 2, 5)))
        other = Thread(target=enter)
        other.start()
        began.wait()
        other.join(0.3)
        assert (other.is_alive(), told) == (True, [])
    other.join(20)
    assert [text.split(".")[0] for text in told] == ["Januari 2026 sudah punya nilai lain yang diketahui per tanggal itu"]
    with acting_in(palu.pk):
        assert list(SeriesValue.objects.values_list("value", flat=True)) == [Decimal("61.0000")]
