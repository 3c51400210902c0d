"""Effects: fixed before the numbers, never a bare success, outdated when a revision arrives, and stood up for by name."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse

from matang.flow.apply.public import TookEffect
from matang.flow.measure.models import EffectPublication, EffectQuestion, EffectResult
from matang.flow.measure.selectors.sayings import decimals_for, told
from matang.flow.measure.services.effects import ask_effect, close_question, compute_effect, publish_effect
from matang.flow.measure.services.values import NewValue, enter_value, withdraw_value
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.audit.selectors import verify_chain
from matang.foundation.clock.services import today
from tests.cast import Cast
from tests.flow.measure.world import ADOPTED, World, build, filled, indicator_of, planner, series_of_clinic
from tests.http import ActorClient

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast: Cast) -> World:
    return build(cast)


def state() -> list[object]:
    """Return every question and answer."""
    return [list(model.objects.order_by("pk").values()) for model in (EffectQuestion, EffectResult, EffectPublication, Decision)]


def refused(work: Callable[[], object], words: str) -> None:
    """Assert that the work is refused with these words and nothing has changed."""
    before = state()
    with pytest.raises(RefusedError, match=words):
        work()
    assert state() == before


def newest(question: EffectQuestion) -> EffectResult:
    """Return the newest answer."""
    return EffectResult.objects.filter(question=question).order_by("-pk")[0]


def test_a_real_fall_beside_four_steady_cities_is_an_improvement_with_its_interval(cast: Cast, world: World) -> None:
    question = ask_effect(actor=planner(cast), treated_id=world.treated.pk, new=world.question())
    result = newest(question)
    # the clinic changed by 49.8 − 62.3 = −12.5; the others by −0.7, +1.6, +1.1 and −1.0, on average 0.25
    assert result.verdict == "improved"
    assert result.method == "difference_in_differences"
    assert (result.low, result.estimate, result.high) == pytest.approx((-17.348059, -12.75, -8.151943))
    assert told(result.sayings[0]) == (
        "Membaik: sesudah penerapan, angkanya antara 8,2 dan 17,3 hari lebih rendah daripada bila bergerak seperti pembanding."
    )
    assert (result.figures["before"], result.figures["after"]) == (10, 5)


def test_without_comparison_nothing_is_proven_and_the_page_says_what_would_help(cast: Cast, world: World) -> None:
    question = ask_effect(actor=planner(cast), treated_id=world.treated.pk, new=world.question(comparison_ids=[]))
    result = newest(question)
    assert result.verdict == "unproven"
    assert (result.estimate, result.low, result.high) == (None, None, None)
    assert result.figures["reasons"] == ["too_few_points_before", "too_few_points_after", "no_comparison"]
    page = ActorClient(cast.users["unit_head"]).get(reverse("measure:effect", args=[question.pk])).content.decode()
    assert "Belum terbukti." in page
    assert "Pilih sedikitnya empat unit atau kota lain" in page
    assert "Tunggu dan isi 1 periode lagi sesudah penerapan." in page


def test_an_adoption_in_the_middle_of_a_month_leaves_that_month_out(cast: Cast, world: World) -> None:
    question = ask_effect(actor=planner(cast), treated_id=world.treated.pk, new=world.question(started_on=date(2025, 11, 2)))
    assert (newest(question).figures["before"], newest(question).figures["after"]) == (10, 4)


def test_a_revision_brings_a_new_answer_and_keeps_the_old_one(cast: Cast, world: World) -> None:
    question = ask_effect(actor=planner(cast), treated_id=world.treated.pk, new=world.question())
    first = newest(question)
    new = NewValue(date(2026, 3, 1), Decimal(62), today())
    made = enter_value(actor=actor_of(cast.users["unit_head"]), series_id=world.treated.pk, new=new)
    second = newest(question)
    assert second.pk != first.pk
    assert second.estimate == pytest.approx(first.estimate + 13 / 5)
    assert EffectResult.objects.filter(question=question).count() == 2
    withdraw_value(actor=planner(cast), value_id=made.pk, reason="Salah")
    assert newest(question).fingerprint == first.fingerprint
    assert compute_effect(actor=planner(cast), question_id=question.pk) == newest(question)


def test_a_changed_target_makes_an_answer_outdated_until_it_is_computed_again(cast: Cast, world: World) -> None:
    question = ask_effect(actor=planner(cast), treated_id=world.treated.pk, new=world.question())
    world.indicator.target_value = Decimal(40)
    world.indicator.save(update_fields=["target_value"])
    address = reverse("measure:effect", args=[question.pk])
    mayor = actor_of(cast.users["appointing_official"])
    assert "Hasil ini sudah usang" in ActorClient(cast.users["programme_planner"]).get(address).content.decode()
    refused(lambda: publish_effect(actor=mayor, result_id=newest(question).pk, reason="Rapat"), "tidak sesuai dengan data")
    compute_effect(actor=planner(cast), question_id=question.pk)
    assert "Hasil ini sudah usang" not in ActorClient(cast.users["programme_planner"]).get(address).content.decode()


def test_a_small_number_hides_every_value_of_the_study_on_page_and_file(cast: Cast) -> None:
    indicator = indicator_of(cast)
    series = series_of_clinic(cast, indicator)
    actor = planner(cast)
    for month in range(1, 11):
        day = date(2025, month, 1)
        enter_value(actor=actor, series_id=series.pk, new=NewValue(day, Decimal("7.77"), day, 3, 40))
    question = ask_effect(
        actor=actor, treated_id=series.pk, new=World(indicator, series, []).question(started_on=date(2025, 8, 1))
    )
    result = newest(question)
    assert (result.hidden, result.verdict, result.estimate) == (True, "unproven", None)
    assert {key: result.figures[key] for key in ("treated_before", "treated_after")} == {
        "treated_before": None,
        "treated_after": None,
    }
    client = ActorClient(cast.users["auditor"])
    for name, key in (("effect", question.pk), ("indicator", indicator.pk), ("series", series.pk)):
        assert "7,77" not in client.get(reverse(f"measure:{name}", args=[key])).content.decode()


def test_what_cannot_be_asked_is_refused(cast: Cast, world: World) -> None:
    actor, key = planner(cast), world.treated.pk
    refused(
        lambda: ask_effect(actor=actor, treated_id=key, new=world.question(started_on=today() + timedelta(days=1))), "belum tiba"
    )
    refused(lambda: ask_effect(actor=actor, treated_id=key, new=world.question(comparison_reason=" ")), "mengapa pembanding")
    refused(lambda: ask_effect(actor=actor, treated_id=key, new=world.question(reason=" ")), "apa yang diterapkan")
    yearly = series_of_clinic(cast, world.indicator, kind="year", main=False)
    refused(lambda: ask_effect(actor=actor, treated_id=key, new=world.question(comparison_ids=[yearly.pk])), "periode yang sama")
    for name in ("unit_head", "hr_officer", "appointing_official"):
        asker = actor_of(cast.users[name])
        refused(lambda asker=asker: ask_effect(actor=asker, treated_id=key, new=world.question()), "perencana program")
    ask_effect(actor=actor, treated_id=key, new=world.question())
    before = state()
    with pytest.raises(ValidationError, match="sudah ditanyakan"), transaction.atomic():
        ask_effect(actor=actor, treated_id=key, new=world.question())
    assert state() == before


def test_a_comparison_that_adopted_something_itself_is_refused(cast: Cast, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    health = cast.units["health"]
    other = series_of_clinic(cast, world.indicator, unit_id=health.pk, main=False)
    took = TookEffect(1, health.pk, health.path, date(2025, 6, 1), "")
    monkeypatch.setattr("matang.flow.measure.services.effects.adoptions_of_indicator", lambda _agency, _indicator: [took])
    new = world.question(comparison_ids=[one.pk for one in [*world.others, other]])
    refused(
        lambda: ask_effect(actor=planner(cast), treated_id=world.treated.pk, new=new),
        "Dinas Kesehatan juga menerapkan sesuatu untuk indikator ini sejak 1 Juni 2025",
    )
    ask_effect(actor=planner(cast), treated_id=world.treated.pk, new=world.question())


def test_a_baseline_of_zero_is_a_baseline_and_a_day_before_all_data_proves_nothing(cast: Cast) -> None:
    indicator = indicator_of(cast, baseline_value=Decimal(0))
    series = series_of_clinic(cast, indicator, starts_on=date(2025, 6, 1))
    filled(cast, series, (3, 5, 4, 6, 5))
    world = World(indicator, series, [])
    reasons = []
    for day in (date(2025, 6, 1), date(1990, 1, 1)):
        question = ask_effect(actor=planner(cast), treated_id=series.pk, new=world.question(started_on=day))
        assert newest(question).verdict == "unproven"
        reasons.append(newest(question).figures["reasons"])
        page = ActorClient(cast.users["auditor"]).get(reverse("measure:effect", args=[question.pk]))
        assert (page.status_code, "Keadaan awal sebelum penerapan tidak tercatat." in page.content.decode()) == (200, False)
    assert reasons == [["too_few_points_before", "too_few_points_after", "no_comparison"]] * 2


def test_a_closed_question_is_answered_no_more_and_another_may_be_asked(cast: Cast, world: World) -> None:
    actor = planner(cast)
    question = ask_effect(actor=actor, treated_id=world.treated.pk, new=world.question())
    close_question(actor=actor, question_id=question.pk, reason="Pembanding keliru")
    refused(lambda: compute_effect(actor=actor, question_id=question.pk), "sudah ditutup")
    filled(cast, series_of_clinic(cast, world.indicator, source="Lain", main=False), (1.0,))
    assert EffectResult.objects.filter(question=question).count() == 1
    assert ask_effect(actor=actor, treated_id=world.treated.pk, new=world.question()).pk != question.pk


def test_an_official_stands_up_for_an_answer_once_on_the_chained_log(cast: Cast, world: World) -> None:
    question = ask_effect(actor=planner(cast), treated_id=world.treated.pk, new=world.question())
    result, mayor = newest(question), actor_of(cast.users["appointing_official"])
    refused(lambda: publish_effect(actor=planner(cast), result_id=result.pk, reason="x"), "Pejabat Pembina Kepegawaian")
    refused(lambda: publish_effect(actor=mayor, result_id=result.pk, reason=" "), "dasar penetapan")
    made = publish_effect(actor=mayor, result_id=result.pk, reason="Rapat pimpinan")
    assert publish_effect(actor=mayor, result_id=result.pk, reason="Lagi") == made
    entry = Decision.objects.get(pk=made.log_id)
    assert (entry.kind, entry.subject) == ("measure.effect_published", f"effect:{question.pk}")
    assert entry.payload["verdict"] == "improved"
    assert verify_chain(cast.palu.pk).ok
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        EffectResult.objects.filter(pk=result.pk).update(verdict="worsened")


def test_both_ends_of_a_range_are_said_with_the_same_decimals() -> None:
    said = {
        "text": "antara %(low)s dan %(high)s %(unit)s; %(tipping)s",
        "with": {"low": 0.5, "high": 3, "unit": "hari", "tipping": 2},
    }
    assert told(said) == "antara 0,5 dan 3,0 hari; 2"


def test_an_interval_is_shown_with_two_digits_of_half_its_width() -> None:
    assert [decimals_for(*ends) for ends in ((-13.4, -11.6), (-4.0, 96.0), (0.01, 0.05), (5.0, 5.0))] == [2, 0, 3, 0]


def test_the_effect_page_asks_the_database_little_however_many_points_there_are(
    cast: Cast, world: World, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    question = ask_effect(actor=planner(cast), treated_id=world.treated.pk, new=world.question())
    client = ActorClient(cast.users["programme_planner"])
    client.get(reverse("measure:effect", args=[question.pk]))
    with django_assert_max_num_queries(20):  # type: ignore[attr-defined]
        client.get(reverse("measure:effect", args=[question.pk]))
    with django_assert_max_num_queries(28):  # type: ignore[attr-defined]
        client.get(reverse("measure:indicator", args=[world.indicator.pk]))
    assert question.started_on == ADOPTED
