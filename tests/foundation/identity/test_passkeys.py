"""A passkey is added after the password was asked for again, and then signs in alone."""

import json
import re

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from matang.foundation.identity.models import User
from tests.foundation.identity.conftest import PASSWORD, SignIn
from tests.foundation.identity.passkey import Passkey
from tests.http import ActorClient

AJAX = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}


@pytest.fixture
def passkey(officer: User, sign_in: SignIn) -> Passkey:
    """Return a passkey of the officer's."""
    client = ActorClient()
    sign_in(client, "hr_officer")
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = client.get(reverse("mfa_add_webauthn")).context
    key = Passkey()
    options = json.loads(json.dumps(page["js_data"]["creation_options"]["publicKey"], default=dict))
    fields = {"name": "Ponsel", "passwordless": "on", "credential": key.create(options)}
    response = client.post(reverse("mfa_add_webauthn"), fields)
    assert response.status_code == 302, re.findall(r"errorlist.*", response.content.decode())
    return key


def ask(client: ActorClient) -> dict:
    """Return what the sign-in page asks a passkey."""
    return client.get(reverse("mfa_login_webauthn"), **AJAX).json()["request_options"]["publicKey"]


def test_a_passkey_signs_in_without_a_password(passkey: Passkey, officer: User) -> None:
    client = ActorClient()
    response = client.post(reverse("mfa_login_webauthn"), {"credential": passkey.sign(ask(client))})
    assert (response.status_code, response["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(officer.pk)
    assert client.get(reverse("portal:search")).status_code == 200


def test_an_answer_to_another_question_signs_nobody_in(passkey: Passkey) -> None:
    client, other = ActorClient(), ActorClient()
    ask(client)
    response = client.post(reverse("mfa_login_webauthn"), {"credential": passkey.sign(ask(other))})
    assert "_auth_user_id" not in client.session
    assert response["Location"] == reverse("account_login")


def test_another_key_with_the_same_name_signs_nobody_in(passkey: Passkey) -> None:
    client = ActorClient()
    forged = Passkey(credential_id=passkey.credential_id, user_handle=passkey.user_handle)
    client.post(reverse("mfa_login_webauthn"), {"credential": forged.sign(ask(client))})
    assert "_auth_user_id" not in client.session


def test_a_removed_passkey_signs_nobody_in(passkey: Passkey) -> None:
    Authenticator.objects.filter(type="webauthn").delete()
    client = ActorClient()
    client.post(reverse("mfa_login_webauthn"), {"credential": passkey.sign(ask(client))})
    assert "_auth_user_id" not in client.session


def test_a_closed_account_is_not_opened_by_its_passkey(passkey: Passkey, officer: User) -> None:
    officer.is_active = False
    officer.save()
    client = ActorClient()
    client.post(reverse("mfa_login_webauthn"), {"credential": passkey.sign(ask(client))})
    assert "_auth_user_id" not in client.session
