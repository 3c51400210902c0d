"""When a sending is over: closed by the rule once everything is settled, by an officer with a reason, and opened again."""

from datetime import timedelta

import pgtrigger
import pytest

from matang.config.subscriptions import SUBSCRIPTIONS
from matang.flow.apply.models import AdoptionClosed, RecommendationDecided
from matang.flow.apply.services.adopting import begin_adoption, close_adoption
from matang.flow.apply.services.deciding import Verdict, decide_recommendation
from matang.flow.apply.services.presenting import hold_day, plan_presentation
from matang.flow.apply.services.recommending import submit_recommendation
from matang.flow.apply.services.settling import settle_after_closing, settle_after_decision
from matang.flow.learn.models import Sending, SendingStep
from matang.flow.learn.public import open_ends
from matang.flow.learn.services.reports import accept_report, take_back_acceptance
from matang.flow.learn.services.sendings import close_sending, reopen_sending
from matang.flow.learn.services.sendings.closing import settle_in
from matang.foundation.access.answers import RefusedError
from matang.foundation.audit.models import Decision
from matang.foundation.clock.services import today
from tests.cast import Cast
from tests.flow.apply.homecoming import Homecoming, adopted, drafted, full_action, handed_in, presented, submitted_report

pytestmark = pytest.mark.django_db


def state_of(made: Homecoming) -> str:
    """Return the state of the sending as stored."""
    return Sending.objects.values_list("state", flat=True).get(pk=made.journey.sending.pk)


def ends_of(made: Homecoming) -> dict[str, int]:
    """Return what is open, by code."""
    return {end.code: end.count for end in open_ends(Sending.objects.get(pk=made.journey.sending.pk))}


def logged(kind: str) -> list[tuple[dict[str, object], int | None]]:
    """Return the payloads and accounts of one kind of decision."""
    return [(row.payload, row.actor_id) for row in Decision.objects.filter(kind=kind).order_by("sequence")]


def decide(made: Homecoming, kind: str) -> None:
    """Let the mayor decide, and tell whoever listens."""
    key, mayor = made.recommendation.pk, made.actor("appointing_official")
    verdict = Verdict(kind, "Alasan", "Biaya", today() + timedelta(days=7)) if kind == "need_more" else Verdict(kind, "Alasan")
    decide_recommendation(actor=mayor, recommendation_id=key, verdict=verdict)
    agency = made.cast.palu.pk
    settle_after_decision(RecommendationDecided(agency_id=agency, recommendation_id=key, kind=kind, decided_on=today()))


def test_every_link_of_the_chain_is_named_while_it_is_open(cast: Cast) -> None:
    made = submitted_report(cast)
    assert ends_of(made) == {"report": 1, "unwritten": 1}
    assert settle_in(cast.palu.pk) == 0


def test_a_rejected_recommendation_settles_its_sending_by_the_event(cast: Cast) -> None:
    assert SUBSCRIPTIONS[RecommendationDecided] == (settle_after_decision,)
    made = presented(cast)
    assert (ends_of(made), state_of(made), settle_in(cast.palu.pk)) == ({"undecided": 1}, "reported", 0)
    decide(made, "reject")
    step = SendingStep.objects.filter(sending=made.journey.sending).order_by("-pk")[0]
    assert (state_of(made), step.before, step.after) == ("closed", "reported", "closed")
    assert (step.reason, step.made_by_account) == ("Semua laporan, JP, rekomendasi, dan penerapannya tuntas", None)
    assert logged("learn.closed") == [({"title": made.journey.sending.title, "by": "rule", "open": {}}, None)]
    again = RecommendationDecided(
        agency_id=cast.palu.pk, recommendation_id=made.recommendation.pk, kind="reject", decided_on=today()
    )
    settle_after_decision(again)
    assert (len(logged("learn.closed")), settle_in(cast.palu.pk)) == (1, 0)


def test_need_more_and_drafts_keep_it_open(cast: Cast) -> None:
    made = drafted(cast)
    assert ends_of(made) == {"draft": 1}
    made = presented_of(made)
    decide(made, "need_more")
    assert (ends_of(made), state_of(made)) == ({"draft": 1}, "reported")


def presented_of(made: Homecoming) -> Homecoming:
    """Hand a draft in and present it today."""
    submit_recommendation(actor=made.actor("civil_servant"), recommendation_id=made.recommendation.pk)
    head, key = made.actor("unit_head"), made.recommendation.pk
    day = plan_presentation(
        actor=head, unit_id=made.cast.units["clinic"].pk, title="Paparan", day=today(), place="Aula", recommendation_ids=[key]
    )
    hold_day(actor=head, presentation_id=day.pk, attendees="Kepala dinas")
    return made


def test_an_adoption_settles_when_it_is_closed_or_has_taken_effect(cast: Cast) -> None:
    assert SUBSCRIPTIONS[AdoptionClosed] == (settle_after_closing,)
    made = adopted(cast)
    assert (ends_of(made), settle_in(cast.palu.pk)) == ({"idle": 1}, 0)
    mayor = made.actor("appointing_official")
    full_action(made)
    begin_adoption(actor=made.actor("unit_head"), adoption_id=made.adoption.pk, day=today())
    assert (ends_of(made), state_of(made)) == ({}, "reported")  # no event tells of a beginning: the night does
    assert (settle_in(cast.palu.pk), state_of(made), settle_in(cast.palu.pk)) == (1, "closed", 0)
    with pytest.raises(RefusedError, match="Buka kembali dulu"):
        take_back_acceptance(actor=made.actor("hr_officer"), report_id=made.report.pk, reason="Salah")
    reopen_sending(actor=mayor, sending_id=made.journey.sending.pk, reason="Ada temuan")
    close_adoption(actor=mayor, adoption_id=made.adoption.pk, result="applied", evidence="Foto", reason="Jalan")
    settle_after_closing(
        AdoptionClosed(agency_id=cast.palu.pk, adoption_id=made.adoption.pk, result="applied", closed_on=today())
    )
    assert (state_of(made), settle_in(cast.palu.pk)) == ("reported", 0)  # whoever opened it again closes it
    assert logged("learn.reopened") == [({"title": made.journey.sending.title, "to": "reported"}, mayor.user_id)]


def test_an_officer_closes_with_a_reason_and_the_log_keeps_what_stays_open(cast: Cast) -> None:
    made = handed_in(cast)
    sending, hr = made.journey.sending.pk, made.actor("hr_officer")
    for who, reason, words in (
        ("unit_head", "Selesai", "pengelola kepegawaian"),
        ("malang_officer", "Selesai", "tidak ada dalam lingkup"),
        ("hr_officer", " ", "Tulis alasannya"),
    ):
        with pytest.raises(RefusedError, match=words):
            close_sending(actor=made.actor(who), sending_id=sending, reason=reason)
    assert (state_of(made), logged("learn.closed")) == ("reported", [])
    close_sending(actor=hr, sending_id=sending, reason="Paparan ditiadakan")
    title = made.journey.sending.title
    assert logged("learn.closed") == [({"title": title, "by": "officer", "open": {"undecided": 1}}, hr.user_id)]
    with pytest.raises(RefusedError, match="Hanya pengiriman yang sudah kembali"):
        close_sending(actor=hr, sending_id=sending, reason="Lagi")
    with pytest.raises(RefusedError, match="Tulis alasannya"):
        reopen_sending(actor=hr, sending_id=sending, reason="")
    reopen_sending(actor=hr, sending_id=sending, reason="Paparan jadi")
    with pytest.raises(RefusedError, match="belum ditutup"):
        reopen_sending(actor=hr, sending_id=sending, reason="Lagi")
    assert (state_of(made), ends_of(made)) == ("reported", {"undecided": 1})


def test_a_missing_report_is_waited_for_thirty_days(cast: Cast) -> None:
    made = submitted_report(cast)
    sending, hr = made.journey.sending.pk, made.actor("hr_officer")
    back = SendingStep.objects.filter(sending_id=sending, after="returned")
    _shift(back, 29)
    with pytest.raises(RefusedError, match="masih ditunggu"):
        close_sending(actor=hr, sending_id=sending, reason="Peserta pindah")
    assert state_of(made) == "returned"
    _shift(back, 30)
    close_sending(actor=hr, sending_id=sending, reason="Peserta pindah")
    assert logged("learn.closed")[0][0]["open"] == {"report": 1, "unwritten": 1}
    accept_report(actor=made.actor("direct_superior"), report_id=made.report.pk, place="national")  # late, and still booked
    reopen_sending(actor=hr, sending_id=sending, reason="Laporan datang")
    assert (state_of(made), ends_of(made)) == ("reported", {"unwritten": 1})


def _shift(rows: object, days: int) -> None:
    """Let the return have been noted some days ago; steps are append-only, so the trigger is set aside."""
    with pgtrigger.ignore("learn.SendingStep:append_only"):
        rows.update(made_on=today() - timedelta(days=days))  # type: ignore[attr-defined]
