"""Health: what is missing is said, the gravest first; unknown is never good, and nothing above broken aims is green."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from matang.flow.aims.models import Aim
from matang.flow.aims.public import IndicatorDetails, aims_at, set_indicator
from matang.flow.aims.selectors.forest import forest_at, health_of
from matang.flow.aims.selectors.health import REASONS, Facts, Verdict, health
from matang.flow.aims.services.aims import change_aim, details_of, move_aim
from matang.flow.register.models import Unit
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from tests.cast import Cast
from tests.flow.aims.planting import grow, planner, plant

DAY = date(2026, 6, 1)
SOUND = Facts(
    level="sub_activity",
    under_mission=True,
    owner=True,
    owner_gone=False,
    place=True,
    doer=True,
    carer=True,
    upkeep=True,
    ends_on=None,
    indicators=1,
    baselines=1,
    targets=1,
    last_target=date(2029, 12, 31),
    children=0,
    red_below=0,
)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, Verdict("green")),
        ({"under_mission": False}, Verdict("red", ("no_mission",))),
        ({"owner": False}, Verdict("red", ("no_owner",))),
        ({"owner_gone": True}, Verdict("red", ("owner_gone",))),
        ({"indicators": 0, "baselines": 0, "targets": 0}, Verdict("red", ("no_indicator",))),
        ({"ends_on": DAY}, Verdict("green")),
        ({"ends_on": DAY - timedelta(days=1)}, Verdict("red", ("overdue",))),
        ({"baselines": 0}, Verdict("amber", ("no_baseline",))),
        ({"targets": 0, "last_target": None}, Verdict("amber", ("no_target",))),
        ({"last_target": DAY}, Verdict("green")),
        ({"last_target": DAY - timedelta(days=1)}, Verdict("amber", ("target_past",))),
        ({"place": False}, Verdict("amber", ("no_place",))),
        ({"doer": False}, Verdict("amber", ("no_doer",))),
        ({"carer": False, "owner": False}, Verdict("red", ("no_owner", "no_carer"))),
        ({"upkeep": False}, Verdict("amber", ("no_upkeep",))),
        ({"level": "programme", "carer": False, "upkeep": False, "children": 1}, Verdict("green")),
        ({"level": "programme", "children": 0}, Verdict("amber", ("nothing_below",))),
        ({"level": "objective", "children": 2, "red_below": 1}, Verdict("amber", ("red_below",))),
        ({"level": "vision", "children": 0, "owner": False, "indicators": 0}, Verdict("unknown", ("empty",))),
        ({"level": "mission", "children": 3, "owner": False, "under_mission": False}, Verdict("green")),
        ({"level": "vision", "children": 3, "red_below": 9}, Verdict("amber", ("red_below",))),
    ],
)
def test_each_thing_that_is_missing_has_its_reason(change: dict[str, object], expected: Verdict) -> None:
    assert health(replace(SOUND, **change), DAY) == expected


def test_every_reason_can_be_given() -> None:
    worst = replace(
        SOUND, under_mission=False, owner=False, owner_gone=True, place=False, doer=False, carer=False, upkeep=False,
        ends_on=date(2020, 1, 1), indicators=2, baselines=0, targets=1, last_target=date(2020, 1, 1),
    )  # fmt: skip
    given = set(health(worst, DAY).reasons) | set(health(replace(SOUND, level="goal", indicators=0, red_below=1), DAY).reasons)
    given |= set(health(replace(SOUND, level="vision"), DAY).reasons)
    assert given == set(REASONS)


def test_the_forest_tells_each_aim_and_counts_below(cast: Cast) -> None:
    grove = plant(cast)
    actor, day = planner(cast), today()
    forest = forest_at(actor, day)
    assert [node.id for node in forest.walk()] == [aim.pk for aim in grove.at.values()]
    sub, top = forest.by_id[grove.at["sub"].pk], forest.by_id[grove.at["vision"].pk]
    assert sub.verdict == Verdict("red", ("no_indicator", "no_place", "no_doer", "no_carer", "no_upkeep"))
    assert (top.count, top.below, top.verdict) == (
        6,
        {"green": 0, "amber": 1, "red": 5, "unknown": 0},
        Verdict("amber", ("red_below",)),
    )
    assert [node.level for node in forest.line(sub)][:2] == ["vision", "mission"]


def test_the_forest_follows_every_change_at_once(cast: Cast, django_assert_num_queries) -> None:
    grove = plant(cast)
    actor, day, sub = planner(cast), today(), grove.at["sub"]
    assert health_of(actor, sub.pk, day).reasons[0] == "no_indicator"
    with django_assert_num_queries(2):
        health_of(actor, sub.pk, day)
    measured = IndicatorDetails(
        baseline_value=Decimal("12.5"), baseline_on=date(2025, 1, 1), target_value=Decimal(5), target_on=date(2029, 12, 31)
    )
    set_indicator(actor=actor, aim_id=sub.pk, name="Balita gizi buruk", measure_unit="%", details=measured)
    said = replace(
        details_of(sub),
        place="Palu Barat",
        doer_unit_id=sub.unit_id,
        carer_unit_id=sub.unit_id,
        upkeep_rupiah=0,
        upkeep_source="DPA",
    )
    change_aim(actor=actor, aim_id=sub.pk, title=sub.title, details=said)
    assert health_of(actor, sub.pk, day) == Verdict("green")
    move_aim(actor=actor, aim_id=grove.at["programme"].pk, parent_id=None, reason="Uji")
    assert health_of(actor, sub.pk, day) == Verdict("red", ("no_mission",))


def test_an_aim_of_a_unit_that_has_ended_says_so_at_once(cast: Cast) -> None:
    grove = plant(cast)
    actor, day, sub = planner(cast), today(), grove.at["sub"]
    assert "owner_gone" not in health_of(actor, sub.pk, day).reasons
    Unit.objects.filter(pk=cast.units["health"].pk).update(valid_to=day)
    assert health_of(actor, sub.pk, day).reasons[:2] == ("owner_gone", "no_indicator")
    assert "owner_gone" not in health_of(actor, sub.pk, day - timedelta(days=1)).reasons


def test_who_is_elsewhere_sees_no_aim_of_ours(cast: Cast) -> None:
    grove = plant(cast)
    stranger = actor_of(cast.users["malang_officer"])
    assert (aims_at(stranger, today()).count(), health_of(stranger, grove.at["sub"].pk, today())) == (0, None)


def test_an_aim_holds_from_its_first_day_to_before_its_last(cast: Cast) -> None:
    grove = plant(cast)
    late = grow(cast, grove.plan, "goal", "Tujuan sementara", grove.at["mission"])
    Aim.objects.filter(pk=late.pk).update(valid_from=date(2026, 1, 1), valid_to=date(2026, 3, 1))
    actor = planner(cast)
    there = [
        late.pk in forest_at(actor, day).by_id
        for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 2, 28), date(2026, 3, 1))
    ]
    assert there == [False, True, True, False]
