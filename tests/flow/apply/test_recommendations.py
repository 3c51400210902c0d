"""Recommendations: what the gate asks, the timer since the return, the day, and who decides what."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from matang.flow.apply.choices import DecisionKind, RecommendationState
from matang.flow.apply.models import Adoption, Presentation, Recommendation, RecommendationCondition, RecommendationDecision
from matang.flow.apply.selectors.recommendations import missing_of, recommendations_visible_to, timer_of, turn_of
from matang.flow.apply.services.deciding import Verdict, decide_recommendation
from matang.flow.apply.services.presenting import cancel_day, hold_day, plan_presentation
from matang.flow.apply.services.recommending import (
    Condition,
    Details,
    change_recommendation,
    delete_recommendation,
    recommend_from_report,
    submit_recommendation,
    take_back_recommendation,
)
from matang.foundation.access.answers import RefusedError
from matang.foundation.audit.models import Decision
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.flow.apply.homecoming import (
    TITLE,
    Homecoming,
    accepted_report,
    drafted,
    full_details,
    handed_in,
    presented,
    submitted_report,
)

pytestmark = pytest.mark.django_db
MODELS = (Recommendation, RecommendationCondition, RecommendationDecision, Presentation, Adoption, Decision)


def refused(work: Callable[[], object], words: str) -> None:
    """Assert that the work is refused with these words and that nothing has changed."""
    before = [list(model.objects.order_by("pk").values()) for model in MODELS]
    with pytest.raises(RefusedError, match=words):
        work()
    assert [list(model.objects.order_by("pk").values()) for model in MODELS] == before


def decide(made: Homecoming, kind: str, who: str = "appointing_official", **more: object) -> RecommendationDecision:
    """Decide as somebody of the cast."""
    verdict = Verdict(kind, "Alasan", **more)  # type: ignore[arg-type]
    return decide_recommendation(actor=made.actor(who), recommendation_id=made.recommendation.pk, verdict=verdict)


def test_no_recommendation_of_a_report_that_nobody_accepted(cast: Cast) -> None:
    made = submitted_report(cast)
    servant = made.actor("civil_servant")
    refused(lambda: recommend_from_report(actor=servant, report_id=made.report.pk, title=TITLE), "sudah diterima")


def test_one_report_brings_several_and_no_title_twice(cast: Cast) -> None:
    made = accepted_report(cast)
    servant = made.actor("civil_servant")
    first = recommend_from_report(actor=servant, report_id=made.report.pk, title=TITLE)
    recommend_from_report(actor=servant, report_id=made.report.pk, title="Lain")
    refused(lambda: recommend_from_report(actor=servant, report_id=made.report.pk, title=TITLE), "judul yang sama")
    assert (first.practice, first.returned_on, first.origin_agency_id) == ("Isi seen", today(), cast.malang.pk)
    assert first.conditions.count() == 5


def test_the_gate_names_everything_that_is_missing(cast: Cast) -> None:
    made = accepted_report(cast)
    servant = made.actor("civil_servant")
    row = recommend_from_report(actor=servant, report_id=made.report.pk, title=TITLE)
    change_recommendation(actor=servant, recommendation_id=row.pk, details=Details(title=TITLE))
    row.refresh_from_db()
    five = ["there_law", "there_money", "there_people", "there_network", "there_leadership"]
    assert [one.code for one in missing_of(row)] == ["practice", "seen_at", *five, "owner", "aim", "risk", "cost"]
    Recommendation.objects.filter(pk=row.pk).update(light=True)
    row.refresh_from_db()
    assert [one.code for one in missing_of(row)] == ["practice", "seen_at", "owner", "aim"]
    refused(lambda: submit_recommendation(actor=servant, recommendation_id=row.pk), "Belum ditulis praktik yang dilihat")


def test_a_fit_that_is_claimed_says_what_is_here(cast: Cast) -> None:
    made = drafted(cast)
    row, servant = made.recommendation, made.actor("civil_servant")
    details = full_details(made)
    unsaid = {"law": Condition("Ada perwali.", "", "unknown"), "money": Condition("APBD.", "", "fits")}
    change_recommendation(actor=servant, recommendation_id=row.pk, details=details, conditions=unsaid)
    assert [one.code for one in missing_of(Recommendation.objects.get(pk=row.pk))] == ["here_money"]


def test_nothing_of_another_agency_is_named(cast: Cast) -> None:
    made = drafted(cast)
    details = Details(title=TITLE, owner_unit_id=cast.units["malang"].pk)
    servant = made.actor("civil_servant")
    refused(
        lambda: change_recommendation(actor=servant, recommendation_id=made.recommendation.pk, details=details),
        "tidak ada di instansi ini",
    )


def test_two_hundred_and_forty_six_days_since_the_return(cast: Cast) -> None:
    made = handed_in(cast)
    row = made.recommendation
    row.returned_on = date(2026, 1, 1)
    timer = timer_of(row, date(2026, 9, 4))
    assert (timer.days, timer.running) == (246, True)
    row.presentation = Presentation(day=date(2026, 3, 2), held_at=made.report.saved_at)
    timer = timer_of(row, date(2026, 9, 4))
    assert (timer.days, timer.running) == (60, False)
    row.presentation = Presentation(day=date(2026, 3, 2))
    assert timer_of(row, date(2026, 9, 4)).running


def test_it_is_always_somebodys_turn(cast: Cast) -> None:
    made = drafted(cast)
    assert turn_of(made.recommendation) == "Penulis: Nurul Pegawai"
    row = submit_recommendation(actor=made.actor("civil_servant"), recommendation_id=made.recommendation.pk)
    assert turn_of(row) == "Kepala unit atau pengelola kepegawaian: tetapkan hari paparan"
    row.state = RecommendationState.PRESENTED
    assert turn_of(row) == "Pejabat yang memutus"
    row.state = RecommendationState.DECIDED
    assert turn_of(row) == ""


def test_a_day_to_come_did_not_take_place_and_one_is_not_planned_twice(cast: Cast) -> None:
    made = handed_in(cast)
    head, keys = made.actor("unit_head"), [made.recommendation.pk]
    later = today() + timedelta(days=1)
    plan = lambda who: plan_presentation(  # noqa: E731
        actor=made.actor(who), unit_id=cast.units["clinic"].pk, title="Paparan", day=later, place="", recommendation_ids=keys
    )
    for who in ("other_unit_head", "direct_superior", "civil_servant"):
        refused(lambda who=who: plan(who), "kepala unit itu")
    day = plan("unit_head")
    refused(lambda: plan("unit_head"), "menunggu dipaparkan")
    refused(lambda: hold_day(actor=head, presentation_id=day.pk, attendees="Semua"), "belum tiba")
    refused(lambda: hold_day(actor=head, presentation_id=day.pk, attendees=" ", day=today()), "siapa yang hadir")
    cancel_day(actor=head, presentation_id=day.pk)
    assert Recommendation.objects.get(pk=made.recommendation.pk).presentation_id is None


@pytest.mark.parametrize("kind", ["adopt", "adapt", "pilot"])
def test_what_is_to_be_put_to_work_becomes_an_adoption_of_its_owner(cast: Cast, kind: str) -> None:
    made = presented(cast)
    decide(made, kind)
    row = Adoption.objects.get()
    assert (row.kind, row.unit_id, row.decided_on, row.result) == (kind, cast.units["clinic"].pk, today(), "")
    assert row.indicator_id == made.journey.indicator.pk
    last = Decision.objects.order_by("-sequence")[0]
    assert (last.kind, last.subject, last.reason) == ("apply.decided", f"recommendation:{made.recommendation.pk}", "Alasan")
    refused(lambda: decide(made, "reject"), "sudah diputus")


def test_rejected_ends_without_an_adoption(cast: Cast) -> None:
    made = presented(cast)
    decide(made, DecisionKind.REJECT)
    assert not Adoption.objects.exists()
    assert Recommendation.objects.get().state == RecommendationState.DECIDED


def test_need_more_gives_it_back_with_what_is_missing_and_until_when(cast: Cast) -> None:
    made = presented(cast)
    refused(lambda: decide(made, DecisionKind.NEED_MORE), "sampai kapan")
    refused(lambda: decide(made, DecisionKind.NEED_MORE, missing="Biaya", due_on=today() - timedelta(days=1)), "sudah lewat")
    decide(made, DecisionKind.NEED_MORE, missing="Biaya", due_on=today())
    row = Recommendation.objects.get()
    assert (row.state, row.decisions.get().missing) == (RecommendationState.DRAFT, "Biaya")
    assert not Adoption.objects.exists()
    servant = made.actor("civil_servant")
    refused(lambda: delete_recommendation(actor=servant, recommendation_id=row.pk), "pernah diputus")
    again = submit_recommendation(actor=servant, recommendation_id=row.pk)
    assert (again.state, again.presentation_id) == (RecommendationState.SUBMITTED, None)


def test_it_is_presented_before_it_is_decided(cast: Cast) -> None:
    made = handed_in(cast)
    refused(lambda: decide(made, "adopt"), "belum dipaparkan")


def test_a_head_decides_inside_the_own_unit_only(cast: Cast) -> None:
    made = presented(cast)
    for who in ("other_unit_head", "hr_officer", "direct_superior", "civil_servant", "programme_planner"):
        refused(lambda who=who: decide(made, "adopt", who), "diputus")
    Recommendation.objects.update(owner_unit=cast.units["social"])
    for who in ("unit_head", "other_unit_head"):
        refused(lambda who=who: decide(made, "adopt", who), "diputus Pejabat Pembina Kepegawaian")
    Recommendation.objects.update(owner_unit=cast.units["clinic"])
    assert decide(made, "adopt", "unit_head").official_role == "unit_head"


def test_nobody_decides_about_what_they_brought_home(cast: Cast) -> None:
    made = presented(cast)
    Recommendation.objects.update(person=cast.people["head"])
    refused(lambda: decide(made, "adopt", "unit_head"), "Rekomendasi sendiri")


def test_taken_back_it_leaves_the_day(cast: Cast) -> None:
    made = handed_in(cast)
    row = take_back_recommendation(actor=made.actor("civil_servant"), recommendation_id=made.recommendation.pk)
    assert row.state == RecommendationState.DRAFT
    delete_recommendation(actor=made.actor("civil_servant"), recommendation_id=row.pk)
    assert not Recommendation.objects.exists()


def test_an_insider_of_another_unit_and_the_host_read_nothing(cast: Cast) -> None:
    made = presented(cast)
    seen = {who: recommendations_visible_to(made.actor(who)).count() for who in ("other_unit_head", "other_servant", "mentor")}
    assert seen == {"other_unit_head": 0, "other_servant": 0, "mentor": 1}
    Recommendation.objects.update(owner_unit=cast.units["social"])
    assert recommendations_visible_to(made.actor("other_unit_head")).count() == 1
    with acting_in(cast.malang.pk):
        assert [model.objects.count() for model in MODELS[:-1]] == [0, 0, 0, 0, 0]
