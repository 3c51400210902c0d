"""Adoptions: the flower test, the clocks when they were checked, barriers, closing and reopening, what is stuck with whom."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from matang.flow.aims.public import create_aim
from matang.flow.apply.models import Adoption, AdoptionAction, AdoptionCheck, AdoptionStep, Practice, Recommendation
from matang.flow.apply.public import adoptions_of_indicator, adoptions_of_unit, funnel, returned_by_sending, stuck_with_whom
from matang.flow.apply.selectors.adoptions import clocks_of, missing_of
from matang.flow.apply.services.adopting import (
    ActionDetails,
    Found,
    begin_adoption,
    close_adoption,
    record_check,
    remove_action,
    reopen_adoption,
    save_action,
)
from matang.foundation.access.answers import RefusedError
from matang.foundation.audit.models import Decision
from matang.foundation.clock.services import today
from tests.cast import Cast
from tests.flow.apply.homecoming import Homecoming, adopted, begun, full_action, handed_in
from tests.http import ActorClient

pytestmark = pytest.mark.django_db
MODELS = (Adoption, AdoptionAction, AdoptionCheck, AdoptionStep, Practice, Decision)


def refused(work: Callable[[], object], words: str) -> None:
    """Assert that the work is refused with these words and that nothing has changed."""
    before = [list(model.objects.order_by("pk").values()) for model in MODELS]
    with pytest.raises(RefusedError, match=words):
        work()
    assert [list(model.objects.order_by("pk").values()) for model in MODELS] == before


def days_ago(made: Homecoming, days: int) -> None:
    """Let the decision have been made some days ago."""
    Adoption.objects.filter(pk=made.adoption.pk).update(decided_on=today() - timedelta(days=days), began_on=None)
    made.adoption.refresh_from_db()


def check(made: Homecoming, clock: int, finding: str = "going", who: str = "unit_head", **more: str) -> AdoptionCheck:
    """Note what was found as somebody of the cast."""
    found = Found(clock, finding, "Regu bekerja", "Foto", **more)
    return record_check(actor=made.actor(who), adoption_id=made.adoption.pk, found=found)


def test_the_flower_test_names_all_that_an_action_lacks(cast: Cast) -> None:
    made = adopted(cast)
    head = made.actor("unit_head")
    assert [one.code for one in missing_of(made.adoption)] == ["actions"]
    save_action(actor=head, adoption_id=made.adoption.pk, details=ActionDetails("Bentuk regu", upkeep_rupiah=0))
    codes = [one.code for one in missing_of(made.adoption)]
    assert codes == ["place", "doer", "carer", "upkeep_source", "indicator", "aim"]
    refused(lambda: begin_adoption(actor=head, adoption_id=made.adoption.pk, day=today()), "belum disebut di mana")
    action = AdoptionAction.objects.get()
    planner, plan = made.actor("programme_planner"), made.journey.aim.plan_id
    loose = create_aim(actor=planner, plan_id=plan, level="programme", title="Program tanpa misi")
    details = ActionDetails("Bentuk regu", aim_id=loose.pk, indicator_id=made.journey.indicator.pk)
    save_action(actor=head, adoption_id=made.adoption.pk, details=details, action_id=action.pk)
    assert [one.code for one in missing_of(made.adoption)] == ["place", "doer", "carer", "upkeep", "mission"]
    remove_action(actor=head, action_id=action.pk)
    full_action(made)
    assert missing_of(made.adoption) == []


def test_it_takes_effect_between_the_decision_and_today(cast: Cast) -> None:
    made = adopted(cast)
    full_action(made)
    head = made.actor("unit_head")
    for day in (today() - timedelta(days=1), today() + timedelta(days=1)):
        refused(lambda day=day: begin_adoption(actor=head, adoption_id=made.adoption.pk, day=day), "antara hari putusan")
    begin_adoption(actor=made.actor("direct_superior"), adoption_id=made.adoption.pk, day=today())
    found = adoptions_of_indicator(cast.palu.pk, made.journey.indicator.pk)
    assert [(one.unit_id, one.began_on, one.result) for one in found] == [(cast.units["clinic"].pk, today(), "")]


@pytest.mark.parametrize("who", ["civil_servant", "mentor", "other_unit_head", "programme_planner", "appointing_official"])
def test_others_do_not_keep_it(cast: Cast, who: str) -> None:
    made = adopted(cast)
    refused(lambda: check(made, 30, who=who), "pimpinan unit pemiliknya")


@pytest.mark.parametrize(("passed", "late"), [(0, 0), (30, 0), (31, 1)])
def test_a_check_on_the_last_day_is_on_time_and_the_day_after_is_late(cast: Cast, passed: int, late: int) -> None:
    made = adopted(cast)
    days_ago(made, passed)
    check(made, 30)
    first = clocks_of(made.adoption, made.adoption.checks.all(), today())[0]
    assert (first.state, first.late) == ("done", late)


@pytest.mark.parametrize(("clock", "first"), [(90, 31), (180, 91), (365, 181)])
def test_a_clock_opens_the_day_after_the_one_before_it_ended(cast: Cast, clock: int, first: int) -> None:
    made = adopted(cast)
    days_ago(made, first - 1)
    refused(lambda: check(made, clock), "Terlalu dini")
    days_ago(made, first)
    check(made, clock)
    assert AdoptionCheck.objects.get().clock == clock


def test_the_same_check_twice_is_one_and_another_is_kept_beside_it(cast: Cast) -> None:
    made = adopted(cast)
    assert check(made, 30).pk == check(made, 30).pk
    check(made, 30, "stuck", barrier="no_team")
    found = clocks_of(made.adoption, made.adoption.checks.all(), today())[0]
    assert (AdoptionCheck.objects.count(), found.check.finding) == (2, "stuck")


def test_what_is_stuck_says_why(cast: Cast) -> None:
    made = adopted(cast)
    refused(lambda: check(made, 30, "stuck"), "menyebut hambatannya")
    refused(lambda: check(made, 30, "stuck", barrier="other"), "Jelaskan")
    refused(lambda: check(made, 30, "stuck", barrier="lazy"), "tidak ada dalam daftar")
    refused(lambda: check(made, 45), "hari ke-30, 90, 180, atau 365")
    check(made, 30, "stuck", barrier="moved")
    found = stuck_with_whom(made.actor("unit_head"), today())
    assert [(one.kind, one.what, one.whom) for one in found] == [
        ("barrier", "Tidak berjalan: Alumni pindah atau promosi", "Pimpinan Puskesmas Contoh")
    ]


def test_late_checks_are_shown_with_whom_and_since_when(cast: Cast) -> None:
    made = adopted(cast)
    days_ago(made, 95)
    found = stuck_with_whom(made.actor("appointing_official"), today())
    assert [(one.kind, one.what, one.days) for one in found] == [("check", "Pemeriksaan hari ke-90 terlambat", 5)]
    assert stuck_with_whom(made.actor("other_unit_head"), today()) == []


def test_an_adoption_without_actions_is_stuck_from_the_first_day(cast: Cast) -> None:
    made = adopted(cast)
    days_ago(made, 3)
    found = stuck_with_whom(made.actor("unit_head"), today())
    assert [(one.kind, one.what, one.days) for one in found] == [("adoption", "Belum ada tindakan", 3)]


def test_a_recommendation_that_waits_is_stuck_with_somebody(cast: Cast) -> None:
    made = handed_in(cast)
    Recommendation.objects.update(returned_on=today() - timedelta(days=246))
    one = stuck_with_whom(made.actor("appointing_official"), today())[0]
    assert (one.what, one.days) == ("Belum dipaparkan", 246)
    assert one.whom == "Kepala unit atau pengelola kepegawaian: tetapkan hari paparan"


def test_what_is_stuck_is_asked_as_often_for_one_as_for_many(cast: Cast) -> None:
    made = handed_in(cast)
    mayor = made.actor("appointing_official")
    with CaptureQueriesContext(connection) as few:
        stuck_with_whom(mayor, today())
    for number in range(6):
        row = Recommendation.objects.get(pk=made.recommendation.pk)
        row.pk, row.title = None, f"Lagi {number}"
        row.save(force_insert=True)
    with CaptureQueriesContext(connection) as many:
        assert len(stuck_with_whom(mayor, today())) == 7
    assert len(many) == len(few)


def test_applied_needs_a_day_from_which_it_held_and_evidence(cast: Cast) -> None:
    made = adopted(cast)
    head = made.actor("unit_head")
    close = lambda result, evidence="Surat", who=head: close_adoption(  # noqa: E731
        actor=who, adoption_id=made.adoption.pk, result=result, evidence=evidence, reason="Alasan"
    )
    refused(lambda: close("applied"), "hari mulai berlakunya")
    refused(lambda: close("not_applied", ""), "bukti dan alasannya")
    refused(lambda: close("improved"), "sebagai apa")
    for who in ("direct_superior", "hr_officer", "civil_servant", "other_unit_head"):
        refused(lambda who=who: close("not_applied", who=made.actor(who)), "ditutup atau dibuka kembali oleh")
    close("not_applied")
    refused(lambda: close("not_applied"), "sudah ditutup")
    refused(lambda: check(made, 30), "sudah ditutup")
    clocks = clocks_of(Adoption.objects.get(), [], today() + timedelta(days=400))
    assert [one.state for one in clocks] == ["stopped"] * 4
    assert Practice.objects.get().result == "failed"


def test_reopened_with_a_reason_and_closed_again_the_practice_follows(cast: Cast) -> None:
    made = begun(cast)
    head = made.actor("unit_head")
    close_adoption(actor=head, adoption_id=made.adoption.pk, result="partly", evidence="Foto", reason="Dua kelurahan")
    refused(lambda: reopen_adoption(actor=head, adoption_id=made.adoption.pk, reason=""), "Tulis alasannya")
    reopen_adoption(actor=head, adoption_id=made.adoption.pk, reason="Dilanjutkan")
    refused(lambda: reopen_adoption(actor=head, adoption_id=made.adoption.pk, reason="Lagi"), "belum ditutup")
    close_adoption(actor=head, adoption_id=made.adoption.pk, result="applied", evidence="Foto", reason="Lima kelurahan")
    assert list(AdoptionStep.objects.order_by("pk").values_list("result", flat=True)) == ["partly", "", "applied"]
    assert list(Practice.objects.values_list("result", "why")) == [("worked", "Lima kelurahan")]
    kinds = list(Decision.objects.filter(subject__startswith="adoption:").order_by("sequence").values_list("kind", flat=True))
    assert kinds == ["apply.closed", "apply.reopened", "apply.closed"]


def test_the_funnel_counts_each_step(cast: Cast) -> None:
    made = begun(cast)
    found = funnel(cast.palu.pk)
    assert (found.written, found.submitted, found.presented, found.decided, found.rejected) == (1, 1, 1, 1, 0)
    assert (found.adopting, found.began, found.applied, found.partly, found.not_applied) == (1, 1, 0, 0, 0)
    assert funnel(cast.palu.pk, aim_ids=[]).written == 0
    assert funnel(cast.palu.pk, aim_ids=[made.journey.aim.pk], sending_ids=[made.journey.sending.pk]).began == 1
    assert funnel(cast.malang.pk).written == 0
    auditor = made.actor("auditor")
    assert returned_by_sending(auditor, [made.journey.sending.pk]) == {made.journey.sending.pk: 1}
    assert [one.pk for one in adoptions_of_unit(auditor, cast.units["health"].path)] == [made.adoption.pk]
    assert adoptions_of_unit(made.actor("other_unit_head"), cast.units["health"].path) == []


def test_what_was_typed_for_a_check_or_a_closing_that_is_refused_stays_on_the_page(cast: Cast) -> None:
    made = adopted(cast)
    client = ActorClient(cast.users["unit_head"])
    said = {"clock": "30", "finding": "stuck", "found": "Regu bubar", "evidence": "Notula 3 November", "barrier": ""}
    page = client.post(reverse("apply:adoption_check", args=[made.adoption.pk]), said).content.decode()
    assert "menyebut hambatannya" in page
    assert (">Regu bubar</textarea>" in page, ">Notula 3 November</textarea>" in page) == (True, True)
    assert 'value="stuck" required checked' in page
    closing = {"result": "applied", "evidence": "Surat", "reason": "Rampung"}
    page = client.post(reverse("apply:adoption_close", args=[made.adoption.pk]), closing).content.decode()
    assert (page.count(">Surat</textarea>"), ">Rampung</textarea>" in page) == (1, True)
    assert AdoptionCheck.objects.count() == 0
    made.adoption.refresh_from_db()
    assert made.adoption.result == ""
