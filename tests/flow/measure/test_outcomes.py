"""Outcomes against their targets: unknown is neither reached nor missed, and a missed one opens one need, once."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from matang.flow.measure.selectors.outcomes import outcome_of
from matang.flow.measure.selectors.owed import unfilled
from matang.flow.measure.services.outcomes import open_missed, open_need_for
from matang.flow.measure.services.values import NewValue, enter_value, withdraw_value
from matang.flow.needs.public import UnitNeed
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.flow.measure.world import indicator_of, planner, series_of_clinic
from tests.http import ActorClient

pytestmark = pytest.mark.django_db
DECEMBER = date(2025, 12, 1)


def standing(cast: Cast, indicator: object, day: date | None = None) -> str:
    """Return where the indicator stands."""
    return outcome_of(planner(cast), indicator, day or today()).standing  # type: ignore[arg-type]


def test_only_the_last_whole_period_on_the_targets_day_decides(cast: Cast) -> None:
    indicator = indicator_of(cast)
    assert standing(cast, indicator, date(2025, 12, 30)) == "under_way"
    assert standing(cast, indicator, date(2025, 12, 31)) == "not_known"
    series = series_of_clinic(cast, indicator)
    for month in (11, 10):
        day = date(2025, month, 1)
        enter_value(actor=planner(cast), series_id=series.pk, new=NewValue(day, Decimal(50), day))
    assert standing(cast, indicator) == "not_known"
    value = enter_value(actor=planner(cast), series_id=series.pk, new=NewValue(DECEMBER, Decimal(55), date(2026, 1, 10)))
    assert standing(cast, indicator, date(2026, 1, 9)) == "not_known"
    assert standing(cast, indicator, date(2026, 1, 10)) == "reached"
    withdraw_value(actor=planner(cast), value_id=value.pk, reason="Salah")
    enter_value(actor=planner(cast), series_id=series.pk, new=NewValue(DECEMBER, Decimal("55.0001"), date(2026, 1, 10)))
    assert standing(cast, indicator) == "missed"


def test_a_hidden_value_says_nothing_about_the_target(cast: Cast) -> None:
    indicator = indicator_of(cast)
    series = series_of_clinic(cast, indicator)
    enter_value(actor=planner(cast), series_id=series.pk, new=NewValue(DECEMBER, Decimal(99), date(2026, 1, 10), 2, 40))
    assert standing(cast, indicator) == "not_known"


def test_a_missed_target_opens_one_need_however_often_it_is_asked(cast: Cast) -> None:
    indicator = indicator_of(cast)
    series = series_of_clinic(cast, indicator)
    head = actor_of(cast.users["unit_head"])
    with pytest.raises(RefusedError, match="tidak diketahui meleset"):
        open_need_for(actor=head, indicator_id=indicator.pk)
    enter_value(actor=head, series_id=series.pk, new=NewValue(DECEMBER, Decimal(60), date(2026, 1, 10)))
    for name in ("other_unit_head", "programme_planner", "civil_servant"):
        with pytest.raises(RefusedError, match="Kebutuhan dibuka oleh"):
            open_need_for(actor=actor_of(cast.users[name]), indicator_id=indicator.pk)
    assert UnitNeed.objects.count() == 0
    made = open_need_for(actor=head, indicator_id=indicator.pk)
    assert open_need_for(actor=head, indicator_id=indicator.pk) == made
    open_missed()
    assert UnitNeed.objects.count() == 1
    assert (made.unit, made.what) == (cast.units["clinic"], "Target belum tercapai: Lama tunggu layanan")
    assert made.why == "Targetnya 55 hari pada 31 Desember 2025; yang tercapai 60 hari (data per 10 Januari 2026)."
    assert made.origin == f"measure:indicator:{indicator.pk}:2025-12-31"
    page = ActorClient(cast.users["auditor"]).get(reverse("measure:indicator", args=[indicator.pk])).content.decode()
    assert "Target belum tercapai: Lama tunggu layanan" in page
    assert "Belum ada pengiriman belajar untuk kebutuhan ini." in page


def test_the_night_opens_needs_of_every_agency_and_only_of_units_that_answer(cast: Cast) -> None:
    nobody = indicator_of(cast, unit_id=None)
    series = series_of_clinic(cast, nobody)
    enter_value(actor=planner(cast), series_id=series.pk, new=NewValue(DECEMBER, Decimal(60), date(2026, 1, 10)))
    open_missed()
    assert UnitNeed.objects.count() == 0
    with pytest.raises(RefusedError, match="belum punya unit"):
        open_need_for(actor=actor_of(cast.users["unit_head"]), indicator_id=nobody.pk)
    nobody.unit = cast.units["clinic"]
    nobody.save(update_fields=["unit"])
    open_missed()
    assert list(UnitNeed.objects.values_list("unit_id", "opened_by_id")) == [(cast.units["clinic"].pk, None)]
    with acting_in(cast.malang.pk):
        assert UnitNeed.objects.count() == 0


def test_lists_of_outcomes_are_files_with_the_same_rows_and_nothing_small(cast: Cast) -> None:
    indicator = indicator_of(cast)
    series = series_of_clinic(cast, indicator, starts_on=date(2026, 8, 1))
    actor = planner(cast)
    enter_value(actor=actor, series_id=series.pk, new=NewValue(date(2026, 8, 1), Decimal("61.5"), date(2026, 9, 4)))
    enter_value(actor=actor, series_id=series.pk, new=NewValue(date(2026, 9, 1), Decimal("7.5"), date(2026, 10, 1), 3, 40))
    client = ActorClient(cast.users["programme_planner"])

    def rows(name: str, *args: int, **filters: str) -> list[list[object]]:
        book = load_workbook(BytesIO(client.get(reverse(f"measure:{name}_download", args=args), filters).content))
        return [[cell.value for cell in row] for row in book.active.iter_rows()]

    listed = rows("indicators", q="tunggu")[5]
    assert [listed[0], *listed[3:7]] == ["Lama tunggu layanan", "hari", 62, "disembunyikan", "September 2026"]
    assert rows("indicators", deret="belum")[5:] == []
    values = [(row[2], *row[4:7]) for row in rows("series", series.pk)[5:]]
    assert values == [("September 2026", "disembunyikan", None, None), ("Agustus 2026", 61.5, None, None)]
    assert rows("indicator", indicator.pk)[5:] == rows("series", series.pk)[5:]
    owed = rows("owed")
    assert owed[3][:6] == ["Indikator", "Yang diukur", "Unit pengisi", "Periode", "Tenggat", "Terlambat (hari)"]
    assert [row[3] for row in owed[4:]] == [row.period for row in unfilled(actor, today())]
    assert [row[0] for row in rows("chain")[6:]][:2] == ["Diusulkan", "Berangkat"]
