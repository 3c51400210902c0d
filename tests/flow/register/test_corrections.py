"""A person asks for a correction; the clock runs for 3×24 hours; an officer answers."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError

from matang.flow.register.choices import CorrectionState
from matang.flow.register.models import CorrectionRequest, Person
from matang.flow.register.selectors.corrections import clock_of, corrections_visible_to
from matang.flow.register.services.corrections import (
    accept_correction,
    ask_correction,
    reject_correction,
    withdraw_correction,
)
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.models import Grant
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.selectors import history_of
from matang.foundation.identity.models import User
from tests.cast import Cast, make_user
from tests.http import ActorClient

FRIDAY = datetime(2026, 3, 20, 8, 0, tzinfo=UTC)


def ask(cast: Cast, field: str = "full_name", value: str = "Nurul Benar") -> CorrectionRequest:
    """The servant asks."""
    actor = actor_of(cast.users["civil_servant"])
    return ask_correction(actor=actor, person=cast.people["servant"], field=field, asked_value=value, explanation="Ijazah")


def test_the_clock_runs_through_the_weekend(cast: Cast) -> None:
    with time_machine.travel(FRIDAY, tick=False):
        made = ask(cast)
    assert made.due_at == FRIDAY + timedelta(hours=72)
    assert (made.held_value, made.state) == ("Nurul Pegawai", CorrectionState.OPEN)
    clock = clock_of(made, FRIDAY + timedelta(hours=71, minutes=30))
    assert (clock.hours_left, clock.overdue) == (0, False)
    assert clock_of(made, FRIDAY + timedelta(hours=75)).overdue


def test_accepting_puts_the_data_right_with_the_request_as_reason(cast: Cast) -> None:
    made = accept_correction(actor=actor_of(cast.users["hr_officer"]), correction=ask(cast), answer="")
    cast.people["servant"].refresh_from_db()
    assert cast.people["servant"].full_name == "Nurul Benar"
    assert (made.state, made.answered_by) == (CorrectionState.ACCEPTED, cast.users["hr_officer"])
    last = history_of(Person, cast.people["servant"].pk)[0]
    assert last.why == f"Permintaan perbaikan #{made.pk}: Ijazah"
    assert "full_name" in [change.field for change in last.changes]


def test_dates_are_read_as_an_office_writes_them(cast: Cast) -> None:
    accept_correction(actor=actor_of(cast.users["hr_officer"]), correction=ask(cast, "birth_date", "05-03-1990"))
    cast.people["servant"].refresh_from_db()
    assert str(cast.people["servant"].birth_date) == "1990-03-05"


@pytest.mark.parametrize(
    ("field", "value"),
    [("birth_date", "31-02-1990"), ("birth_date", "1990"), ("sex", "x"), ("nip", "12"), ("title_front", "D" * 61)],
)
def test_what_makes_no_sense_is_refused_when_asked(cast: Cast, field: str, value: str) -> None:
    with pytest.raises(ValidationError) as caught:
        ask(cast, field, value)
    assert list(caught.value.message_dict) == ["asked_value"]
    assert CorrectionRequest.objects.count() == 0


def test_a_nip_that_another_has_is_refused_and_the_request_stays_open(cast: Cast) -> None:
    made = ask(cast, "nip", cast.people["other"].nip)
    with pytest.raises(ValidationError) as caught:
        accept_correction(actor=actor_of(cast.users["hr_officer"]), correction=made)
    assert list(caught.value.message_dict) == ["answer"]
    made.refresh_from_db()
    assert made.state == CorrectionState.OPEN


def test_history_needs_words_because_it_is_mended_by_hand(cast: Cast) -> None:
    made = ask(cast, "posts", "Kepala Seksi sejak 2021")
    officer = actor_of(cast.users["hr_officer"])
    with pytest.raises(ValidationError):
        accept_correction(actor=officer, correction=made, answer=" ")
    assert accept_correction(actor=officer, correction=made, answer="Ditambahkan").state == CorrectionState.ACCEPTED


def test_a_rejection_needs_its_reason(cast: Cast) -> None:
    made, officer = ask(cast), actor_of(cast.users["hr_officer"])
    with pytest.raises(ValidationError):
        reject_correction(actor=officer, correction=made, answer="")
    assert reject_correction(actor=officer, correction=made, answer="Tidak sesuai SK").answer == "Tidak sesuai SK"
    with pytest.raises(RefusedError):
        accept_correction(actor=officer, correction=made)


def test_the_person_may_withdraw_and_ask_again(cast: Cast) -> None:
    made = ask(cast)
    with pytest.raises(ValidationError):
        ask(cast)
    withdraw_correction(actor=actor_of(cast.users["civil_servant"]), correction=made)
    assert ask(cast).state == CorrectionState.OPEN


def test_nobody_answers_their_own_request(cast: Cast) -> None:
    made = ask(cast)
    Grant.objects.filter(user=cast.users["civil_servant"]).update(role=Role.HR_OFFICER, unit_id=None, unit_path="")
    with pytest.raises(RefusedError):
        accept_correction(actor=actor_of(cast.users["civil_servant"]), correction=made)


def test_only_the_person_asks(cast: Cast) -> None:
    with pytest.raises(RefusedError):
        ask_correction(
            actor=actor_of(cast.users["direct_superior"]), person=cast.people["servant"], field="full_name", asked_value="X"
        )


def test_an_officer_of_another_unit_does_not_see_the_request(cast: Cast) -> None:
    made = ask(cast)
    stranger: User = make_user(cast.palu, "hr_sosial", Role.HR_OFFICER, cast.units["social"])
    assert list(corrections_visible_to(actor_of(stranger))) == []
    assert list(corrections_visible_to(actor_of(cast.users["hr_officer"]))) == [made]
    assert list(corrections_visible_to(actor_of(cast.users["direct_superior"]))) == []
    assert ActorClient(stranger).post(f"/daftar/perbaikan/{made.pk}/jawab/", {"verdict": "accept"}).status_code == 404


def test_the_queue_shows_the_nearest_end_first_and_marks_what_is_overdue(cast: Cast) -> None:
    with time_machine.travel(FRIDAY - timedelta(days=10), tick=False):
        late = ask(cast, "birth_place", "Donggala")
    fresh = ask(cast)
    page = ActorClient(cast.users["hr_officer"]).get("/daftar/perbaikan/").content.decode()
    assert page.index(f"#{late.pk} ") < page.index(f"#{fresh.pk} ")
    assert "lewat batas" in page


def test_the_whole_way_in_the_browser(cast: Cast) -> None:
    person, servant = cast.people["servant"], ActorClient(cast.users["civil_servant"])
    data = {"field": "birth_place", "asked_value": "Donggala", "explanation": "Akta"}
    receipt = servant.post(f"/daftar/pegawai/{person.pk}/perbaikan/", data, follow=True)
    made = CorrectionRequest.objects.get()
    assert receipt.redirect_chain == [(f"/daftar/perbaikan/{made.pk}/", 302)]
    assert f"Permintaan #{made.pk} diterima" in receipt.content.decode()
    officer = ActorClient(cast.users["hr_officer"])
    refused = officer.post(f"/daftar/perbaikan/{made.pk}/jawab/", {"verdict": "reject", "answer": ""})
    assert "Tulis alasan penolakan" in refused.content.decode()
    officer.post(f"/daftar/perbaikan/{made.pk}/jawab/", {"verdict": "accept", "answer": "Sudah"})
    page = servant.get(f"/daftar/perbaikan/{made.pk}/").content.decode()
    assert "Data sudah diperbaiki" in page
    assert "Donggala" in servant.get(f"/daftar/pegawai/{person.pk}/data/").content.decode()
