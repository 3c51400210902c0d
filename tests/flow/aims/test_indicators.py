"""Indicators and ties: exact values, ended and taken back with a reason, kept by the database as well."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from matang.flow.aims.models import Aim, AimLink, Indicator
from matang.flow.aims.public import IndicatorDetails, indicators_of, link_aims, links_of, set_indicator
from matang.flow.aims.services.aims import retire_aim
from matang.flow.aims.services.indicators import end_indicator, restore_indicator
from matang.flow.aims.services.links import end_link
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.selectors import history_of
from matang.foundation.clock.services import today
from tests.cast import Cast
from tests.flow.aims.planting import planner, plant

SAID = IndicatorDetails(
    decimals=2,
    baseline_value=Decimal("24.75"),
    baseline_on=date(2024, 12, 31),
    baseline_source="SSGI",
    target_value=Decimal("14.5"),
    target_on=date(2029, 12, 31),
    direction="down",
)
REVERSED = IndicatorDetails(
    baseline_value=Decimal(1), baseline_on=date(2026, 1, 2), target_value=Decimal(2), target_on=date(2026, 1, 1)
)


def made(cast: Cast, aim: Aim, **said: object) -> Indicator:
    asked = {"name": "Prevalensi  stunting", "measure_unit": "%", "details": SAID} | said
    return set_indicator(actor=planner(cast), aim_id=aim.pk, **asked)


def test_values_are_kept_exact_and_the_trail_keeps_what_was_said_before(cast: Cast) -> None:
    sub = plant(cast).at["sub"]
    one = made(cast, sub)
    one.refresh_from_db()
    assert (one.name, one.valid_from) == ("Prevalensi stunting", sub.valid_from)
    assert (one.baseline_value, one.target_value) == (Decimal("24.7500"), Decimal("14.5000"))
    made(cast, sub, details=IndicatorDetails(), indicator_id=one.pk)
    one.refresh_from_db()
    assert (one.baseline_value, one.target_value) == (None, None)
    changes = {change.field: change.before for change in history_of(Indicator, one.pk)[0].changes}
    assert changes["baseline_value"] == Decimal("24.7500")


def test_an_indicator_ends_and_is_taken_back_with_a_reason(cast: Cast) -> None:
    sub = plant(cast).at["sub"]
    one, actor, day = made(cast, sub), planner(cast), today()
    end_indicator(actor=actor, indicator_id=one.pk, day=day, reason="Diganti")
    assert list(indicators_of(actor, sub.pk, day)) == []
    assert list(indicators_of(actor, sub.pk, day - timedelta(days=1))) == [one]
    with pytest.raises(RefusedError, match="sudah berakhir"):
        end_indicator(actor=actor, indicator_id=one.pk, day=day, reason="Diganti")
    restore_indicator(actor=actor, indicator_id=one.pk, reason="Keliru")
    assert list(indicators_of(actor, sub.pk, day)) == [one]
    assert history_of(Indicator, one.pk)[0].why == "Keliru"
    with pytest.raises(RefusedError, match="masih berlaku"):
        restore_indicator(actor=actor, indicator_id=one.pk, reason="Keliru")


def test_what_is_ended_does_not_come_back_beside_its_heir(cast: Cast) -> None:
    sub = plant(cast).at["sub"]
    one = made(cast, sub)
    end_indicator(actor=planner(cast), indicator_id=one.pk, day=today(), reason="Diganti")
    made(cast, sub)
    with pytest.raises(ValidationError, match="sudah ada pada simpul ini"):
        restore_indicator(actor=planner(cast), indicator_id=one.pk, reason="Keliru")
    assert Indicator.objects.filter(valid_to__isnull=True).count() == 1


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"name": " "}, "name"),
        ({"measure_unit": ""}, "measure_unit"),
        ({"details": IndicatorDetails(target_on=date(2029, 1, 1))}, "target_on"),
        ({"details": IndicatorDetails(baseline_value=Decimal("NaN"))}, "baseline_value"),
        ({"details": IndicatorDetails(target_value=Decimal(10) ** 16)}, "target_value"),
        ({"details": REVERSED}, "target_on"),
    ],
)
def test_what_makes_no_sense_stands_at_its_field(cast: Cast, said: dict[str, object], field: str) -> None:
    sub = plant(cast).at["sub"]
    with pytest.raises(ValidationError) as caught:
        made(cast, sub, **said)
    assert list(caught.value.error_dict) == [field]
    assert Indicator.objects.count() == 0


def test_an_indicator_of_another_aim_or_agency_is_not_changed(cast: Cast) -> None:
    grove = plant(cast)
    one = made(cast, grove.at["sub"])
    with pytest.raises(RefusedError, match="tidak ada pada simpul itu"):
        made(cast, grove.at["activity"], indicator_id=one.pk)
    with pytest.raises(RefusedError, match="tidak ada dalam instansi"):
        end_indicator(actor=actor_of(cast.users["malang_officer"]), indicator_id=one.pk, day=today(), reason="x")
    one.refresh_from_db()
    assert (one.aim_id, one.valid_to) == (grove.at["sub"].pk, None)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("indicator_dates_have_values", {"baseline_value": None}),
        ("indicator_decimals", {"decimals": 5}),
        ("indicator_ends_after_start", {"valid_to": date(2025, 1, 1)}),
        ("indicator_target_after_baseline", {"target_on": date(2024, 12, 30)}),
    ],
)
def test_the_database_keeps_indicators_whole(cast: Cast, name: str, change: dict[str, object]) -> None:
    one = made(cast, plant(cast).at["sub"])
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Indicator.objects.filter(pk=one.pk).update(**change)


def test_ties_stand_once_in_either_direction_and_end_with_a_reason(cast: Cast) -> None:
    grove = plant(cast)
    actor, one, other = planner(cast), grove.at["sub"].pk, grove.at["objective"].pk
    tie = link_aims(actor=actor, source_id=one, target_id=other, kind="same_as", note=" dua  dinas ")
    assert (tie.note, list(links_of(actor, other, today()))) == ("dua dinas", [tie])
    for source, target in ((one, other), (other, one)):
        with pytest.raises(ValidationError, match="sudah tercatat"):
            link_aims(actor=actor, source_id=source, target_id=target, kind="same_as")
    with pytest.raises(ValidationError, match="dirinya sendiri"):
        link_aims(actor=actor, source_id=one, target_id=one, kind="needs")
    AimLink.objects.filter(pk=tie.pk).update(valid_from=date(2026, 1, 1))
    with pytest.raises(RefusedError, match="alasan"):
        end_link(actor=actor, link_id=tie.pk, reason=" ")
    end_link(actor=actor, link_id=tie.pk, reason="Tidak sama")
    tie.refresh_from_db()
    assert (tie.valid_to, list(links_of(actor, other, today()))) == (today(), [])
    with pytest.raises(RefusedError, match="sudah diputus"):
        end_link(actor=actor, link_id=tie.pk, reason="Tidak sama")


def test_a_tie_that_would_begin_later_goes_with_a_retired_aim(cast: Cast) -> None:
    grove = plant(cast)
    actor = planner(cast)
    link_aims(actor=actor, source_id=grove.at["sub"].pk, target_id=grove.at["objective"].pk, kind="needs")
    retire_aim(actor=actor, aim_id=grove.at["sub"].pk, day=date(2026, 1, 5), reason="Digabung")
    assert AimLink.objects.count() == 0
    late = set_indicator(actor=actor, aim_id=grove.at["activity"].pk, name="Baru", measure_unit="Orang", valid_from=today())
    with pytest.raises(ValidationError, match="indikator baru mulai"):
        retire_aim(actor=actor, aim_id=grove.at["activity"].pk, day=date(2026, 1, 5), reason="x")
    late.refresh_from_db()
    assert late.valid_to is None
