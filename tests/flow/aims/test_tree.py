"""The tree of aims: what may hang where, who may change it, and that paths always tell the truth."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from matang.flow.aims.models import Aim, AimLink, AimPlan, Indicator
from matang.flow.aims.public import AimDetails, AimLevel, aim_line, aims_at, create_aim, mission_of, save_plan, set_indicator
from matang.flow.aims.services.aims import change_aim, details_of, move_aim, restore_aim, retire_aim, shift_aim
from matang.flow.aims.services.levels import children_for, may_hang
from matang.flow.aims.services.links import link_aims
from matang.flow.aims.services.writing import version_of
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.models import Grant
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.audit.selectors import history_of
from matang.foundation.clock.services import today
from tests.cast import START, Cast
from tests.flow.aims.planting import grow, planner, plant


def unit_planner(cast: Cast, unit: str = "health"):
    user = cast.users["mentor"]
    Grant.objects.filter(user=user).delete()
    place = cast.units[unit]
    Grant.objects.create(
        agency=cast.palu, user=user, role="programme_planner", unit_id=place.pk, unit_path=place.path, valid_from=START
    )
    return actor_of(user)


def test_the_line_runs_from_the_vision_to_the_sub_activity(cast: Cast) -> None:
    grove = plant(cast)
    sub = grove.at["sub"]
    assert sub.path == "/" + "/".join(str(aim.pk) for aim in grove.at.values()) + "/"
    assert [step.level for step in aim_line(sub.pk, today())] == [
        "vision", "mission", "goal", "objective", "programme", "activity", "sub_activity",
    ]  # fmt: skip
    assert str(mission_of(sub.pk, today())) == "Meningkatkan mutu hidup warga"
    assert mission_of(grove.at["vision"].pk, today()) is None
    assert sub.valid_from == date(2025, 1, 1)
    assert aim_line(sub.pk, date(2024, 12, 31)) == ()
    assert aims_at(planner(cast), date(2025, 1, 1)).count() == 7


@pytest.mark.parametrize(
    ("level", "parent", "words"),
    [
        ("vision", "mission", "puncak pohon"),
        ("mission", "goal", "Misi bergantung pada visi, bukan pada tujuan"),
        ("activity", "objective", "Kegiatan bergantung pada program, bukan pada sasaran"),
        ("activity", None, "Kegiatan harus bergantung pada program"),
        ("sub_activity", "programme", "Subkegiatan bergantung pada kegiatan, bukan pada program"),
        ("intermediate_condition", None, "harus bergantung"),
        ("goal", "objective", "Tujuan bergantung pada misi, bukan pada sasaran"),
        ("nothing", "objective", "Pilih tingkatnya"),
    ],
)
def test_what_hangs_wrong_is_refused_and_nothing_is_made(cast: Cast, level: str, parent: str | None, words: str) -> None:
    grove = plant(cast)
    with pytest.raises(RefusedError, match=words):
        grow(cast, grove.plan, level, "Simpul baru", grove.at[parent] if parent else None)
    assert Aim.objects.count() == 7


def test_the_goals_of_a_unit_s_plan_hang_under_the_city_s_objectives(cast: Cast) -> None:
    grove = plant(cast)
    actor = unit_planner(cast)
    renstra = save_plan(
        actor=actor, kind="renstra", name="Renstra Dinkes", year_from=2025, year_to=2029, unit_id=cast.units["health"].pk
    )
    goal = create_aim(actor=actor, plan_id=renstra.pk, level="goal", title="Gizi balita baik", parent_id=grove.at["objective"].pk)
    assert str(mission_of(goal.pk, today())) == "Meningkatkan mutu hidup warga"
    assert children_for("objective") == ("critical_success_factor", "intermediate_condition", "programme")
    assert "goal" in children_for("objective", same_plan=False)


def test_every_level_but_the_tops_has_a_place_in_the_tree() -> None:
    assert {level for level in AimLevel.values if may_hang(level, 1, None)} == {
        "vision", "mission", "goal", "objective", "programme",
    }  # fmt: skip


def test_a_planner_of_one_unit_changes_only_what_is_of_that_unit(cast: Cast) -> None:
    grove = plant(cast)
    actor = unit_planner(cast, "social")
    own = create_aim(
        actor=actor,
        plan_id=grove.plan.pk,
        level="programme",
        title="Program Pemberdayaan Sosial",
        parent_id=grove.at["objective"].pk,
        details=AimDetails(unit_id=cast.units["social"].pk),
    )
    assert own.path == f"{grove.at['objective'].path}{own.pk}/"
    calls = (
        lambda: change_aim(actor=actor, aim_id=grove.at["sub"].pk, title="x", details=AimDetails()),
        lambda: change_aim(actor=actor, aim_id=own.pk, title="x", details=AimDetails(unit_id=cast.units["health"].pk)),
        lambda: change_aim(actor=actor, aim_id=own.pk, title="x", details=AimDetails()),
        lambda: move_aim(actor=actor, aim_id=grove.at["programme"].pk, parent_id=None, reason="x"),
        lambda: retire_aim(actor=actor, aim_id=grove.at["programme"].pk, day=today(), reason="x"),
        lambda: shift_aim(actor=actor, aim_id=grove.at["programme"].pk, up=False),
        lambda: create_aim(actor=actor, plan_id=grove.plan.pk, level="vision", title="x"),
        lambda: save_plan(actor=actor, kind="rkpd", name="RKPD", year_from=2026, year_to=2026),
        lambda: set_indicator(actor=actor, aim_id=grove.at["sub"].pk, name="x", measure_unit="Orang"),
        lambda: link_aims(actor=actor, source_id=grove.at["sub"].pk, target_id=own.pk, kind="needs"),
    )
    for call in calls:
        with pytest.raises(RefusedError, match="di luar lingkup"):
            call()
    own.refresh_from_db()
    assert (own.title, own.unit_id, AimPlan.objects.count(), Aim.objects.count()) == (
        "Program Pemberdayaan Sosial", cast.units["social"].pk, 1, 8,
    )  # fmt: skip
    assert (Indicator.objects.count(), AimLink.objects.count()) == (0, 0)


@pytest.mark.parametrize("name", ["hr_officer", "unit_head", "civil_servant", "no_role", "malang_officer"])
def test_nobody_else_makes_aims(cast: Cast, name: str) -> None:
    grove = plant(cast)
    with pytest.raises(RefusedError):
        create_aim(actor=actor_of(cast.users[name]), plan_id=grove.plan.pk, level="vision", title="x")
    assert Aim.objects.count() == 7


def test_moving_takes_all_below_along_and_keeps_why(cast: Cast) -> None:
    grove = plant(cast)
    other = grow(cast, grove.plan, "objective", "Naiknya cakupan imunisasi", grove.at["goal"])
    move_aim(actor=planner(cast), aim_id=grove.at["programme"].pk, parent_id=other.pk, reason="Salah tempat")
    sub = Aim.objects.get(pk=grove.at["sub"].pk)
    assert sub.path == f"{other.path}{grove.at['programme'].pk}/{grove.at['activity'].pk}/{sub.pk}/"
    assert [step.title for step in aim_line(sub.pk, today())][3] == "Naiknya cakupan imunisasi"
    assert history_of(Aim, grove.at["programme"].pk)[0].why == "Salah tempat"


def test_an_aim_is_not_moved_below_itself_nor_without_a_reason(cast: Cast) -> None:
    grove = plant(cast)
    upper = grow(cast, grove.plan, "intermediate_condition", "Kader terlatih", grove.at["objective"])
    lower = grow(cast, grove.plan, "intermediate_condition", "Kader ditunjuk", upper)
    for parent, reason, words in (
        (lower, "x", "bawah dirinya"),
        (grove.at["objective"], "x", "sudah berada"),
        (lower, " ", "alasan"),
    ):
        with pytest.raises(RefusedError, match=words):
            move_aim(actor=planner(cast), aim_id=upper.pk, parent_id=parent.pk, reason=reason)
    lower.refresh_from_db()
    assert lower.path == f"{upper.path}{lower.pk}/"


def test_the_same_aim_is_made_once_also_on_a_double_click(cast: Cast) -> None:
    grove = plant(cast)
    with pytest.raises(ValidationError, match="sudah ada di tempat ini"):
        grow(cast, grove.plan, "mission", "Meningkatkan  mutu hidup warga", grove.at["vision"])
    assert Aim.objects.count() == 7


def test_who_was_slower_is_told_and_overwrites_nothing(cast: Cast) -> None:
    grove = plant(cast)
    sub, actor = grove.at["sub"], planner(cast)
    seen = version_of(sub)
    change_aim(actor=actor, aim_id=sub.pk, title="Pertama", details=details_of(sub), seen=seen)
    with pytest.raises(RefusedError, match="diubah oleh orang lain"):
        change_aim(actor=actor, aim_id=sub.pk, title="Kedua", details=AimDetails(), seen=seen)
    sub.refresh_from_db()
    assert (sub.title, sub.code) == ("Pertama", "1.02.02.2.02.0015")


def test_a_retired_branch_ends_whole_and_comes_back_whole(cast: Cast) -> None:
    grove = plant(cast)
    actor, day = planner(cast), today()
    made = set_indicator(actor=actor, aim_id=grove.at["sub"].pk, name="Balita gizi buruk", measure_unit="Orang")
    tie = link_aims(actor=actor, source_id=grove.at["sub"].pk, target_id=grove.at["objective"].pk, kind="contributes_to")
    AimLink.objects.filter(pk=tie.pk).update(valid_from=day - timedelta(days=9))
    assert retire_aim(actor=actor, aim_id=grove.at["programme"].pk, day=day, reason="Digabung") == 3
    assert aims_at(actor, day).count() == 4
    assert aims_at(actor, day - timedelta(days=1)).count() == 7
    made.refresh_from_db(), tie.refresh_from_db()
    assert (made.valid_to, tie.valid_to) == (day, day)
    with pytest.raises(RefusedError, match="sudah berakhir"):
        retire_aim(actor=actor, aim_id=grove.at["programme"].pk, day=day, reason="Digabung")
    with pytest.raises(RefusedError, match="Induknya sudah berakhir"):
        restore_aim(actor=actor, aim_id=grove.at["sub"].pk, reason="Keliru")
    assert restore_aim(actor=actor, aim_id=grove.at["programme"].pk, reason="Keliru") == 3
    made.refresh_from_db(), tie.refresh_from_db()
    assert (aims_at(actor, day).count(), made.valid_to, tie.valid_to) == (7, None, None)
    kinds = list(Decision.objects.order_by("sequence").values_list("kind", "reason"))
    assert kinds == [("aims.retired", "Digabung"), ("aims.restored", "Keliru")]


def test_a_branch_with_aims_of_another_unit_is_not_retired_by_one_unit_s_planner(cast: Cast) -> None:
    grove = plant(cast)
    grow(cast, grove.plan, "sub_activity", "Bantuan keluarga", grove.at["activity"], unit_id=cast.units["social"].pk)
    with pytest.raises(RefusedError, match="di luar lingkup"):
        retire_aim(actor=unit_planner(cast), aim_id=grove.at["programme"].pk, day=today(), reason="x")
    assert Aim.objects.filter(valid_to__isnull=True).count() == 8


def test_siblings_change_places(cast: Cast) -> None:
    grove = plant(cast)
    second = grow(cast, grove.plan, "mission", "Kedua", grove.at["vision"])
    shift_aim(actor=planner(cast), aim_id=second.pk, up=True)
    shift_aim(actor=planner(cast), aim_id=second.pk, up=True)
    titles = list(Aim.objects.filter(parent=grove.at["vision"]).values_list("title", flat=True))
    assert titles == ["Kedua", "Meningkatkan mutu hidup warga"]


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("aim_has_title", {"title": ""}),
        ("aim_vision_on_top", {"level": "vision"}),
        ("aim_hangs_under_something", {"parent": None}),
        ("aim_ends_after_start", {"valid_to": date(2025, 1, 1)}),
        ("aim_done_after_begun", {"started_on": date(2026, 2, 2), "ends_on": date(2026, 2, 1)}),
    ],
)
def test_the_database_keeps_the_walls_too(cast: Cast, name: str, change: dict[str, object]) -> None:
    grove = plant(cast)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Aim.objects.filter(pk=grove.at["sub"].pk).update(**change)
