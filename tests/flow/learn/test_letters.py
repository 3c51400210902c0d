"""Letters of a sending: issued with a code, on the chained log, replaced, and withdrawn with what they were for."""

import pytest

from matang.flow.learn.services.letters import issue_order_letter, issue_request_letter
from matang.flow.learn.services.sendings import cancel_sending, take_back
from matang.flow.learn.services.sendings.withdrawing import letters_of
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.documents.models import IssuedDocument
from tests.cast import Cast
from tests.factories.journeys import ordered, prepare, submitted
from tests.http import ActorClient

pytestmark = pytest.mark.django_db


def test_the_letter_of_duty_is_issued_anew_and_the_older_one_withdrawn(cast: Cast) -> None:
    made = ordered(cast)
    mayor = actor_of(cast.users["appointing_official"])
    first = issue_order_letter(actor=mayor, sending_id=made.sending.pk)
    second = issue_order_letter(actor=mayor, sending_id=made.sending.pk)
    assert [(row.pk, row.withdrawn_reason) for row in letters_of(made.sending)] == [
        (second.pk, ""), (first.pk, "Digantikan terbitan berikutnya"),
    ]  # fmt: skip
    assert Decision.objects.filter(kind="learn.order_letter_issued").count() == 2
    answer = ActorClient(cast.users["civil_servant"]).get(f"/belajar/{made.sending.pk}/surat/{second.pk}/")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert ActorClient(cast.users["other_unit_head"]).get(f"/belajar/{made.sending.pk}/surat/{second.pk}/").status_code == 404


def test_no_letter_of_duty_before_the_order(cast: Cast) -> None:
    made = submitted(cast)
    with pytest.raises(RefusedError, match="setelah pejabat memutuskan"):
        issue_order_letter(actor=actor_of(cast.users["appointing_official"]), sending_id=made.sending.pk)
    assert IssuedDocument.objects.count() == 0


def test_the_request_needs_a_submitted_sending_a_number_and_a_signer(cast: Cast) -> None:
    head = actor_of(cast.users["unit_head"])
    made = prepare(cast)
    with pytest.raises(RefusedError, match="setelah pengiriman diajukan"):
        issue_request_letter(actor=head, sending_id=made.sending.pk, number="1", signer="Kepala")
    assert IssuedDocument.objects.count() == 0


def test_a_letter_goes_with_the_sending_it_was_for(cast: Cast) -> None:
    head = actor_of(cast.users["unit_head"])
    made = submitted(cast)
    with pytest.raises(RefusedError, match="nomor surat"):
        issue_request_letter(actor=head, sending_id=made.sending.pk, number=" ", signer="Kepala")
    issue_request_letter(actor=head, sending_id=made.sending.pk, number="005/1", signer="Kepala Dinas Kesehatan")
    take_back(actor=head, sending_id=made.sending.pk, reason="Salah tanggal")
    assert [row.withdrawn_reason for row in letters_of(made.sending)] == ["Pengiriman ditarik menjadi konsep"]


def test_a_cancelled_sending_withdraws_its_letter_of_duty(cast: Cast) -> None:
    made = ordered(cast)
    mayor = actor_of(cast.users["appointing_official"])
    issue_order_letter(actor=mayor, sending_id=made.sending.pk)
    cancel_sending(actor=mayor, sending_id=made.sending.pk, reason="Bencana di kota tujuan.")
    assert [row.withdrawn_reason for row in letters_of(made.sending)] == ["Pengiriman dibatalkan"]
    assert Decision.objects.filter(kind="learn.letter_withdrawn").count() == 1
