"""A sending: what the gate asks for, who may take which step, and what the other government reads."""

from collections.abc import Callable

import pytest
from django.db import connection

from matang.flow.learn.choices import HostAnswer, SendingState
from matang.flow.learn.models import Participant, Sending, SendingStep
from matang.flow.learn.selectors.gate import missing_of
from matang.flow.learn.services.sendings import (
    NewParticipant,
    Order,
    SendingDetails,
    add_participant,
    answer_request,
    cancel_sending,
    change_sending,
    choose_participant,
    create_sending,
    drop_participant,
    note_host_answer,
    order_sending,
    refuse_sending,
    return_from,
    start_sending,
    submit_sending,
    take_back,
)
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.factories.journeys import TITLE, Journey, ordered, prepare, returned, submitted, under_way

pytestmark = pytest.mark.django_db


def codes(sending: Sending) -> list[str]:
    """Return what the gate says is missing."""
    return [row.code for row in missing_of(Sending.objects.get(pk=sending.pk), today())]


def refused(work: Callable[[], object], words: str) -> None:
    """Assert that the work is refused with these words and that no sending, participant or step has changed."""
    before = state()
    with pytest.raises(RefusedError, match=words):
        work()
    assert state() == before


def state() -> list[object]:
    """Return everything a sending holds."""
    return [list(model.objects.order_by("pk").values()) for model in (Sending, Participant, SendingStep)]


def test_an_empty_draft_lacks_everything(cast: Cast) -> None:
    head = actor_of(cast.users["unit_head"])
    made = create_sending(actor=head, unit_id=cast.units["clinic"].pk, details=SendingDetails("internship", "Belajar sesuatu"))
    assert codes(made) == [
        "need", "aim", "after_return", "indicator", "host", "starts_on", "ends_on", "seats", "participants",
    ]  # fmt: skip
    refused(lambda: submit_sending(actor=head, sending_id=made.pk), "Belum ada kebutuhan unit yang menjadi alasannya")
    made.refresh_from_db()
    assert made.state == SendingState.DRAFT


def test_a_full_draft_passes_and_asks_the_host(cast: Cast) -> None:
    made = submitted(cast)
    assert codes(made.sending) == []
    assert (made.sending.state, made.sending.host_answer) == (SendingState.SUBMITTED, HostAnswer.ASKED)
    assert made.sending.host_agency_id == cast.malang.pk
    assert made.participant.host_agency_id is None
    assert list(SendingStep.objects.values_list("before", "after", "made_by_account")) == [
        ("draft", "submitted", cast.users["unit_head"].pk)
    ]


def test_submitting_twice_leaves_one_step(cast: Cast) -> None:
    made = submitted(cast)
    submit_sending(actor=actor_of(cast.users["unit_head"]), sending_id=made.sending.pk)
    assert SendingStep.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("baseline_value", None, "baseline"),
        ("target_value", None, "target"),
    ],
)
def test_an_indicator_without_numbers_shuts_the_gate(cast: Cast, field: str, value: object, code: str) -> None:
    made = prepare(cast)
    setattr(made.indicator, field, value)
    setattr(made.indicator, field.replace("_value", "_on"), None)
    made.indicator.save()
    assert codes(made.sending) == [code, f"{code}_on"]


def test_a_settled_need_shuts_the_gate(cast: Cast) -> None:
    made = prepare(cast)
    made.need.state = "met"
    made.need.save()
    assert codes(made.sending) == ["need_settled"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"competency": None}, "gap"),
        ({"level_required": None}, "gap_not_asked"),
        ({"level_shown": 1, "level_required": 1}, "no_gap"),
        ({"mentor": None}, "mentor"),
        ({"commitment": " "}, "commitment"),
    ],
)
def test_each_participant_needs_gap_mentor_and_commitment(cast: Cast, changes: dict[str, object], code: str) -> None:
    made = prepare(cast)
    Participant.objects.update(**changes)
    assert codes(made.sending) == [code]


def test_a_colleague_is_no_mentor(cast: Cast) -> None:
    made = prepare(cast)
    Participant.objects.update(mentor=cast.people["other_head"])
    assert codes(made.sending) == ["mentor_no_superior"]
    Participant.objects.update(mentor=cast.people["head"])
    assert codes(made.sending) == []


def test_a_study_visit_needs_neither_gap_nor_mentor(cast: Cast) -> None:
    made = prepare(cast)
    Participant.objects.update(competency=None, mentor=None, commitment="")
    Sending.objects.update(kind="study_visit")
    assert codes(made.sending) == ["questions", "take_home"]


def test_only_the_unit_and_the_officers_prepare(cast: Cast) -> None:
    made = prepare(cast)
    for name in ("other_unit_head", "direct_superior", "civil_servant", "auditor", "appointing_official"):
        actor = actor_of(cast.users[name])
        refused(lambda actor=actor: submit_sending(actor=actor, sending_id=made.sending.pk), "kepala unit itu")
        refused(lambda actor=actor: drop_participant(actor=actor, participant_id=made.participant.pk), "kepala unit itu")
    with acting_in(cast.malang.pk):
        officer = actor_of(cast.users["malang_officer"])
    refused(lambda: submit_sending(actor=officer, sending_id=made.sending.pk), "tidak ada dalam lingkup")


def test_a_person_of_another_unit_is_not_put_forward(cast: Cast) -> None:
    made = prepare(cast)
    officer = actor_of(cast.users["hr_officer"])
    new = NewParticipant(cast.people["other"].pk)
    refused(lambda: add_participant(actor=officer, sending_id=made.sending.pk, new=new), "tidak bertugas di unit pengirim")


def test_putting_the_same_person_forward_again_says_it_better(cast: Cast) -> None:
    made = prepare(cast)
    new = NewParticipant(cast.people["servant"].pk, cast.people["head"].pk, made.competency.pk, "Lebih baik.")
    add_participant(actor=actor_of(cast.users["unit_head"]), sending_id=made.sending.pk, new=new)
    assert list(Participant.objects.values_list("mentor_id", "commitment", "level_required", "level_shown")) == [
        (cast.people["head"].pk, "Lebih baik.", 1, None)
    ]


def test_a_submitted_sending_is_changed_only_after_taking_it_back(cast: Cast) -> None:
    made = submitted(cast)
    head = actor_of(cast.users["unit_head"])
    details = SendingDetails("internship", "Lain")
    refused(lambda: change_sending(actor=head, sending_id=made.sending.pk, details=details), "sudah diajukan")
    refused(lambda: take_back(actor=head, sending_id=made.sending.pk, reason=" "), "Tulis alasannya")
    back = take_back(actor=head, sending_id=made.sending.pk, reason="Tanggal berubah")
    assert (back.state, back.host_agency_id, back.host_answer) == ("draft", None, "not_asked")


def test_the_host_reads_the_request_but_no_name_before_the_order(cast: Cast) -> None:
    made = submitted(cast)
    with acting_in(cast.malang.pk, made.hosting.pk):
        assert list(Sending.objects.values_list("title", flat=True)) == [TITLE]
        assert Participant.objects.count() == 0
        assert SendingStep.objects.count() == 0


def test_the_host_reads_nothing_of_a_draft(cast: Cast) -> None:
    made = prepare(cast)
    with acting_in(cast.malang.pk, made.hosting.pk):
        assert Sending.objects.count() == 0


def test_the_host_answers_in_its_own_log(cast: Cast) -> None:
    made = submitted(cast)
    with acting_in(cast.malang.pk, made.hosting.pk):
        answer_request(actor=actor_of(made.hosting), sending_id=made.sending.pk, accept=True, reason="", host_unit="Bidang SDA")
        assert list(Decision.objects.values_list("kind", "agency_id")) == [("learn.host_answered", cast.malang.pk)]
    made.sending.refresh_from_db()
    assert (made.sending.host_answer, made.sending.host_unit) == ("accepted", "Bidang SDA")
    assert Decision.objects.count() == 0


def test_the_host_declines_only_with_a_reason(cast: Cast) -> None:
    made = submitted(cast)
    with acting_in(cast.malang.pk, made.hosting.pk):
        actor = actor_of(made.hosting)
        with pytest.raises(RefusedError, match="Tulis mengapa"):
            answer_request(actor=actor, sending_id=made.sending.pk, accept=False, reason="")
        answer_request(actor=actor, sending_id=made.sending.pk, accept=False, reason="Penuh pada bulan itu")
    made.sending.refresh_from_db()
    assert (made.sending.host_answer, made.sending.host_answer_reason) == ("declined", "Penuh pada bulan itu")


def test_nobody_but_the_coordinator_answers(cast: Cast) -> None:
    made = submitted(cast)
    with acting_in(cast.malang.pk, made.host_mentor.pk), pytest.raises(RefusedError, match="koordinator tuan rumah"):
        answer_request(actor=actor_of(made.host_mentor), sending_id=made.sending.pk, accept=True, reason="")
    palus = actor_of(cast.users["host_coordinator"])
    refused(lambda: answer_request(actor=palus, sending_id=made.sending.pk, accept=True, reason=""), "tidak ada di instansi Anda")


def test_the_sender_does_not_answer_for_a_host_that_is_here(cast: Cast) -> None:
    made = submitted(cast)
    head = actor_of(cast.users["unit_head"])
    refused(lambda: note_host_answer(actor=head, sending_id=made.sending.pk, accept=True, letter="Surat 1"), "menjawab sendiri")


def test_the_host_reads_cards_after_the_order_and_no_person(cast: Cast) -> None:
    made = ordered(cast)
    with acting_in(cast.malang.pk, made.hosting.pk), connection.cursor() as cursor:
        cursor.execute("SELECT card_name, card_post, card_unit, card_education FROM learn_participant")
        assert cursor.fetchall() == [("Nurul Pegawai", "Pengolah Data dan Informasi", "Puskesmas Contoh", "")]
        cursor.execute("SELECT count(*) FROM register_person WHERE full_name = 'Nurul Pegawai'")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM needs_unitneed")
        assert cursor.fetchone() == (0,)


def order(made: Journey, name: str = "appointing_official", number: str = "800/1") -> Sending:
    """Order the journey as the named account."""
    actor = actor_of(made.cast.users[name])
    return order_sending(actor=actor, sending_id=made.sending.pk, order=Order(number, "Dibutuhkan"))


def test_the_order_waits_for_the_host(cast: Cast) -> None:
    made = submitted(cast)
    refused(lambda: order(made), "Tuan rumah belum menerima")


def test_the_order_needs_a_rule_of_costs_and_somebody_chosen(cast: Cast) -> None:
    made = submitted(cast)
    Sending.objects.update(host_answer="accepted", cost_rule="")
    refused(lambda: order(made), "Pilih dulu aturan biayanya")
    Sending.objects.update(cost_rule="training")
    refused(lambda: order(made), "Belum ada peserta yang terpilih")
    refused(lambda: order(made, number=" "), "Isi nomor surat tugas")
    refused(lambda: order(made, name="hr_officer"), "Pejabat Pembina Kepegawaian")


def test_the_order_is_on_the_log_and_comes_once(cast: Cast) -> None:
    made = ordered(cast)
    assert list(Decision.objects.values_list("kind", "subject")) == [("learn.ordered", f"sending:{made.sending.pk}")]
    refused(lambda: order(made), "Surat tugas terbit")


def test_the_order_freezes_the_choice(cast: Cast) -> None:
    made = ordered(cast)
    head = actor_of(cast.users["unit_head"])
    refused(
        lambda: choose_participant(actor=head, participant_id=made.participant.pk, state="not_chosen", reason="x"),
        "Surat tugas sudah terbit",
    )


def test_no_more_are_chosen_than_seats(cast: Cast) -> None:
    made = prepare(cast)
    head = actor_of(cast.users["unit_head"])
    second = add_participant(actor=head, sending_id=made.sending.pk, new=NewParticipant(cast.people["superior"].pk))
    choose_participant(actor=head, participant_id=made.participant.pk, state="chosen", reason="Terbesar")
    refused(
        lambda: choose_participant(actor=head, participant_id=second.pk, state="chosen", reason="Juga"),
        "Kursi yang diminta hanya 1",
    )
    refused(lambda: choose_participant(actor=head, participant_id=second.pk, state="reserve", reason=""), "Tulis alasan")


def test_refusal_and_cancelling_say_why_and_stand_on_the_log(cast: Cast) -> None:
    made = submitted(cast)
    mayor = actor_of(cast.users["appointing_official"])
    refused(lambda: refuse_sending(actor=mayor, sending_id=made.sending.pk, reason=""), "Tulis alasannya")
    refuse_sending(actor=mayor, sending_id=made.sending.pk, reason="Bukan prioritas")
    assert list(Decision.objects.values_list("kind", "reason")) == [("learn.refused", "Bukan prioritas")]


def test_after_the_order_only_the_official_cancels(cast: Cast) -> None:
    made = under_way(cast)
    head, mayor = actor_of(cast.users["unit_head"]), actor_of(cast.users["appointing_official"])
    refused(lambda: cancel_sending(actor=head, sending_id=made.sending.pk, reason="Sakit"), "Pejabat Pembina Kepegawaian")
    cancel_sending(actor=mayor, sending_id=made.sending.pk, reason="Sakit")
    assert list(Decision.objects.order_by("sequence").values_list("kind", flat=True)) == ["learn.ordered", "learn.cancelled"]


def test_the_way_out_and_home(cast: Cast) -> None:
    made = returned(cast)
    assert list(SendingStep.objects.order_by("pk").values_list("after", flat=True)) == [
        "submitted", "ordered", "under_way", "returned",
    ]  # fmt: skip
    head = actor_of(cast.users["unit_head"])
    refused(lambda: start_sending(actor=head, sending_id=made.sending.pk), "tidak dapat menjadi")
    refused(lambda: return_from(actor=head, sending_id=made.sending.pk), "tidak dapat menjadi")
