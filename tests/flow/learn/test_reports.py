"""Reports: written part by part, decided by the mentor or HR officer, and the hours that they earn, once."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from matang.flow.learn.choices import ReportState, SendingState
from matang.flow.learn.models import Alumnus, LearningHours, Sending, SendingReport, SendingStep
from matang.flow.learn.selectors.reports import alumni_of, hours_in_year, reports_visible_to, year_of
from matang.flow.learn.services.reports import (
    accept_report,
    offer_help,
    save_part,
    send_back_report,
    stop_helping,
    submit_report,
    take_back_acceptance,
)
from matang.flow.learn.services.reports.hours import book
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from matang.rules import Outcome
from tests.cast import Cast
from tests.factories.journeys import returned, under_way
from tests.flow.apply.homecoming import Homecoming, accepted_report, submitted_report

pytestmark = pytest.mark.django_db


def state() -> list[object]:
    """Return everything that reports hold."""
    return [list(model.objects.order_by("pk").values()) for model in (SendingReport, LearningHours, SendingStep, Alumnus)]


def refused(work: Callable[[], object], words: str) -> None:
    """Assert that the work is refused with these words and that nothing has changed."""
    before = state()
    with pytest.raises(RefusedError, match=words):
        work()
    assert state() == before


def accept(made: Homecoming, who: str = "direct_superior", place: str = "national") -> SendingReport:
    """Accept the report as somebody of the cast."""
    return accept_report(actor=made.actor(who), report_id=made.report.pk, place=place)


def test_a_report_is_kept_part_by_part_and_names_what_is_missing(cast: Cast) -> None:
    made = returned(cast)
    from matang.foundation.access.selectors import actor_of

    servant = actor_of(cast.users["civil_servant"])
    save_part(actor=servant, participant_id=made.participant.pk, part="seen", text="  Regu perawatan  ")
    report = save_part(actor=servant, participant_id=made.participant.pk, part="action_plan", text="Maret: bentuk regu")
    assert (report.seen, report.action_plan, report.state) == ("Regu perawatan", "Maret: bentuk regu", ReportState.DRAFT)
    refused(
        lambda: submit_report(actor=servant, participant_id=made.participant.pk),
        "Belum diisi: Mengapa berhasil di sana, Yang berbeda di sini",
    )
    refused(lambda: save_part(actor=servant, participant_id=made.participant.pk, part="state", text="x"), "tidak ada")


def test_a_study_visit_is_asked_for_less(cast: Cast) -> None:
    made = returned(cast)
    Sending.objects.filter(pk=made.sending.pk).update(kind="study_visit")
    home = Homecoming(made, cast, SendingReport())
    servant = home.actor("civil_servant")
    for part in ("seen", "action_plan"):
        save_part(actor=servant, participant_id=made.participant.pk, part=part, text="Isi")
    home.report = submit_report(actor=servant, participant_id=made.participant.pk)
    accept(home)
    assert LearningHours.objects.get().hours == Decimal(10)


def test_only_who_went_and_is_back_writes(cast: Cast) -> None:
    made = under_way(cast)
    home = Homecoming(made, cast, SendingReport())
    for who in ("civil_servant", "direct_superior", "hr_officer", "other_servant"):
        actor = home.actor(who)
        refused(
            lambda actor=actor: save_part(actor=actor, participant_id=made.participant.pk, part="seen", text="Isi"),
            "peserta yang sudah kembali",
        )


@pytest.mark.parametrize(
    "who", ["civil_servant", "mentor", "unit_head", "appointing_official", "other_unit_head", "other_servant"]
)
def test_others_do_not_decide(cast: Cast, who: str) -> None:
    made = submitted_report(cast)
    refused(lambda: accept(made, who), "diperiksa")


def test_accepting_books_twenty_hours_once_and_reports_the_sending(cast: Cast) -> None:
    made = submitted_report(cast)
    refused(lambda: accept(made, place=""), "dalam atau di luar negeri")
    accept(made)
    accept(made)
    row = LearningHours.objects.get()
    assert (row.hours, row.kind, row.year, row.rule) == (
        Decimal("20.00"), "internship", today().year, "learning.how_many_hours",
    )  # fmt: skip
    assert (row.confidence, row.unverified) == ("V2", True)
    assert row.article.endswith("lampiran")
    sending = Sending.objects.get(pk=made.journey.sending.pk)
    assert sending.state == SendingState.REPORTED
    assert sending.steps.filter(after=SendingState.REPORTED).count() == 1
    made.report.refresh_from_db()
    assert book(made.actor("hr_officer"), made.report).pk == row.pk
    row.pk = None
    with pytest.raises(IntegrityError, match="hours_booked_once"), transaction.atomic():
        row.save(force_insert=True)


def test_abroad_counts_more(cast: Cast) -> None:
    made = submitted_report(cast)
    accept(made, place="abroad")
    assert LearningHours.objects.get().hours == Decimal(24)


def test_taking_an_acceptance_back_withdraws_by_a_row_and_accepting_again_books_anew(cast: Cast) -> None:
    made = accepted_report(cast)
    hr = made.actor("hr_officer")
    refused(lambda: take_back_acceptance(actor=hr, report_id=made.report.pk, reason=" "), "Tulis alasannya")
    take_back_acceptance(actor=hr, report_id=made.report.pk, reason="Lampiran keliru")
    person = cast.people["servant"]
    assert list(LearningHours.objects.order_by("pk").values_list("hours", "reason")) == [
        (Decimal(20), ""), (Decimal(-20), "Lampiran keliru"),
    ]  # fmt: skip
    assert hours_in_year(person.pk, today().year) == (Decimal(0), 0)
    assert Sending.objects.get(pk=made.journey.sending.pk).state == SendingState.RETURNED
    accept(made)
    assert hours_in_year(person.pk, today().year) == (Decimal(20), 0)
    assert LearningHours.objects.count() == 3
    assert Sending.objects.get(pk=made.journey.sending.pk).state == SendingState.REPORTED


def test_a_closed_sending_keeps_its_acceptance(cast: Cast) -> None:
    made = accepted_report(cast)
    Sending.objects.filter(pk=made.journey.sending.pk).update(state=SendingState.CLOSED)
    hr = made.actor("hr_officer")
    refused(lambda: take_back_acceptance(actor=hr, report_id=made.report.pk, reason="Keliru"), "Buka kembali dulu")


def test_sent_back_it_can_be_written_again(cast: Cast) -> None:
    made = submitted_report(cast)
    servant, hr = made.actor("civil_servant"), made.actor("hr_officer")
    again = made.journey.participant.pk
    refused(lambda: save_part(actor=servant, participant_id=again, part="seen", text="Lain"), "sudah diajukan")
    refused(lambda: send_back_report(actor=hr, report_id=made.report.pk, reason=""), "perlu diperbaiki")
    send_back_report(actor=hr, report_id=made.report.pk, reason="Sebut biayanya")
    save_part(actor=servant, participant_id=again, part="action_plan", text="Maret, Rp5.000.000")
    assert submit_report(actor=servant, participant_id=again).state == ReportState.SUBMITTED


def test_a_draft_is_read_by_nobody_else_and_nothing_by_the_host(cast: Cast) -> None:
    made = submitted_report(cast)
    assert reports_visible_to(made.actor("mentor")).count() == 1
    SendingReport.objects.update(state=ReportState.DRAFT)
    readers = {who: reports_visible_to(made.actor(who)).count() for who in ("civil_servant", "direct_superior", "hr_officer")}
    assert readers == {"civil_servant": 1, "direct_superior": 0, "hr_officer": 0}
    SendingReport.objects.update(state=ReportState.SUBMITTED)
    assert reports_visible_to(made.actor("other_unit_head")).count() == 0
    with acting_in(cast.malang.pk):
        assert SendingReport.objects.count() == LearningHours.objects.count() == Alumnus.objects.count() == 0


def test_the_year_is_held_against_floor_and_ceiling(cast: Cast) -> None:
    accepted_report(cast)
    person = cast.people["servant"]
    found = year_of(person, today().year, today())
    assert (found.total, found.unknown) == (Decimal(20), 0)
    assert (found.floor.outcome, found.ceiling.outcome) == (Outcome.PASS, Outcome.PASS)
    empty = year_of(person, today().year - 1, today())
    assert (empty.total, empty.floor.outcome) == (Decimal(0), Outcome.FAIL)
    person.kind = "pppk"
    LearningHours.objects.create(
        agency=cast.palu, person=person, report=SendingReport.objects.get(), acceptance=9, activity="Magang", kind="exchange",
        place="national", year=today().year, ended_on=today(), hours=Decimal("4.01"), rule="r", article="a", confidence="V2",
        unverified=True, booked_at=SendingReport.objects.get().saved_at,
    )  # fmt: skip
    assert year_of(person, today().year, today()).ceiling.outcome == Outcome.FAIL


def test_alumni_say_so_themselves_and_may_stop(cast: Cast) -> None:
    made = accepted_report(cast)
    hr = made.actor("hr_officer")
    refused(lambda: offer_help(actor=hr, report_id=made.report.pk, role="mentor"), "ditulis sendiri")
    servant = made.actor("civil_servant")
    refused(lambda: offer_help(actor=servant, report_id=made.report.pk, role="boss"), "sebagai apa")
    offer_help(actor=servant, report_id=made.report.pk, role="speaker", topic="Air limbah")
    offer_help(actor=servant, report_id=made.report.pk, role="both", topic="Air limbah")
    assert [(one.topic, one.role) for one in alumni_of(cast.palu.pk, text="limbah")] == [("Air limbah", "both")]
    assert list(alumni_of(cast.palu.pk, text="pajak")) == []
    assert list(alumni_of(cast.malang.pk)) == []
    stop_helping(actor=servant, report_id=made.report.pk)
    assert list(alumni_of(cast.palu.pk)) == []


def test_an_alumnus_leaves_the_list_when_the_acceptance_is_taken_back(cast: Cast) -> None:
    made = accepted_report(cast)
    offer_help(actor=made.actor("civil_servant"), report_id=made.report.pk, role="mentor")
    take_back_acceptance(actor=made.actor("hr_officer"), report_id=made.report.pk, reason="Keliru")
    assert list(alumni_of(cast.palu.pk)) == []
