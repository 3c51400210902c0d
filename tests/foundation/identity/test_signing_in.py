"""Signing in and out, sessions, and what a password must be."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.urls import reverse

from matang.foundation.clock.services import now
from matang.foundation.identity import services
from matang.foundation.identity.models import Session, User
from tests.cast import Cast
from tests.foundation.identity.conftest import PASSWORD, SignIn
from tests.http import ActorClient

HOME = "/"


def signed_in(client: ActorClient) -> bool:
    """Return true when a page for everybody who is signed in does not ask to sign in."""
    response = client.get(reverse("mfa_index"))
    return response.status_code == 200 or (response.status_code == 302 and "masuk" not in response["Location"])


def test_name_and_password_lead_home_and_the_session_key_changes(officer: User, sign_in: SignIn) -> None:
    client = ActorClient()
    client.get(reverse("account_login"))
    response = sign_in(client, "hr_officer")
    assert (response.status_code, response["Location"]) == (302, HOME)
    first = client.cookies["sessionid"].value
    row = Session.objects.get(user=officer)
    assert (row.session_key, row.address, row.browser) == (first, "127.0.0.1", "")
    other = ActorClient()
    sign_in(other, "hr_officer")
    assert other.cookies["sessionid"].value != first


def test_a_session_key_from_before_the_sign_in_is_worth_nothing(officer: User, sign_in: SignIn) -> None:
    client = ActorClient()
    session = client.session
    session["planted"] = 1
    session.save()
    client.cookies["sessionid"] = session.session_key
    before = session.session_key
    sign_in(client, "hr_officer")
    assert client.cookies["sessionid"].value != before
    assert not Session.objects.filter(session_key=before).exists()


def test_a_nip_may_be_typed_with_spaces(cast: Cast, sign_in: SignIn) -> None:
    user = cast.users["civil_servant"]
    user.username = "199001012015012003"
    user.set_password(PASSWORD)
    user.save()
    assert sign_in(ActorClient(), "19900101 201501 2 003")["Location"] == HOME


def test_a_wrong_password_stays_on_the_page_and_opens_no_session(officer: User, sign_in: SignIn) -> None:
    client = ActorClient()
    response = sign_in(client, "hr_officer", "salah-sekali")
    assert response.status_code == 200
    assert Session.objects.filter(user=officer).count() == 0


def test_the_same_answer_for_an_unknown_name(officer: User, sign_in: SignIn) -> None:
    known = sign_in(ActorClient(), "hr_officer", "salah-sekali").context["form"].errors
    unknown = sign_in(ActorClient(), "tidak_ada", "salah-sekali").context["form"].errors
    assert known == unknown


def test_signing_out_ends_the_session(officer: User, sign_in: SignIn) -> None:
    client = ActorClient()
    sign_in(client, "hr_officer")
    key = client.cookies["sessionid"].value
    assert client.post(reverse("account_logout")).status_code == 302
    assert not Session.objects.filter(session_key=key).exists()
    client.cookies["sessionid"] = key
    assert not signed_in(client)


def test_sign_out_everywhere_keeps_only_the_browser_in_hand(officer: User, sign_in: SignIn) -> None:
    here, there = ActorClient(), ActorClient()
    sign_in(here, "hr_officer")
    sign_in(there, "hr_officer")
    assert services.sign_out_everywhere(officer, keep=here.cookies["sessionid"].value) == 1
    assert (signed_in(here), signed_in(there)) == (True, False)


def test_a_session_ends_after_twelve_hours(officer: User, sign_in: SignIn) -> None:
    client = ActorClient()
    sign_in(client, "hr_officer")
    with time_machine.travel(now() + timedelta(hours=11, minutes=59), tick=False):
        assert signed_in(client)
    with time_machine.travel(now() + timedelta(hours=12, minutes=1), tick=False):
        assert not signed_in(client)


def test_a_new_password_ends_sessions_elsewhere(officer: User, sign_in: SignIn) -> None:
    here, there = ActorClient(), ActorClient()
    sign_in(here, "hr_officer")
    sign_in(there, "hr_officer")
    fields = {"oldpassword": PASSWORD, "password1": "kelapa-muda-segar-88", "password2": "kelapa-muda-segar-88"}
    assert here.post(reverse("account_change_password"), fields)["Location"] == HOME
    assert (signed_in(here), signed_in(there)) == (True, False)


def test_a_closed_account_is_out_at_once_and_stays_out(officer: User, sign_in: SignIn) -> None:
    client = ActorClient()
    sign_in(client, "hr_officer")
    services.close_account(officer)
    assert not signed_in(client)
    assert sign_in(client, "hr_officer")["Location"] == reverse("account_inactive")
    services.reopen_account(officer)
    assert sign_in(client, "hr_officer")["Location"] == HOME


def test_passwords_are_kept_as_argon2(officer: User) -> None:
    assert officer.password.startswith("argon2$argon2id$")


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("pendek-saja", "password_too_short"),
        ("123456789012", "password_entirely_numeric"),
        ("hr_officer-1", "password_too_similar"),
        ("password1234", "password_too_common"),
    ],
)
def test_weak_passwords_are_refused(officer: User, password: str, code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        validate_password(password, officer)
    assert code in [error.code for error in refusal.value.error_list]


def test_there_is_no_sign_up(db: None) -> None:
    assert ActorClient().get("/akun/signup/").status_code == 404
