"""Temporary passwords, one-time links, and second factors that an office asks for."""

import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.urls import reverse
from pytest_django.fixtures import Settings

from matang.foundation.clock.services import now
from matang.foundation.identity import services
from matang.foundation.identity.models import User
from matang.foundation.identity.secrets import seal, temporary_password, unseal
from tests.cast import Cast
from tests.foundation.identity.conftest import PASSWORD, SignIn
from tests.http import ActorClient

NEW = "kelapa-muda-segar-88"
HOME = "/"
HOUR = 60 * 60


def test_a_temporary_password_must_be_changed_before_anything_else(officer: User, sign_in: SignIn) -> None:
    officer.must_change_password = True
    officer.save()
    client = ActorClient()
    sign_in(client, "hr_officer")
    assert client.get(HOME)["Location"] == reverse("account_change_password")
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert client.get(HOME).status_code == 200
    officer.refresh_from_db()
    assert officer.must_change_password is False


def test_a_new_account_gets_a_password_that_can_be_read_out(cast: Cast) -> None:
    user, password = services.create_account(agency_id=cast.palu.pk, username="baru", name="Akun Baru")
    assert len(password) == 19
    assert password.count("-") == 3
    assert user.check_password(password)
    assert user.must_change_password is True
    assert len({temporary_password() for _ in range(100)}) == 100


def test_a_link_sets_a_password_once(officer: User, sign_in: SignIn) -> None:
    link = services.password_link(officer)
    officer.refresh_from_db()
    client = ActorClient()
    form = client.get(link)["Location"]
    assert client.post(form, {"password1": NEW, "password2": NEW})["Location"] == reverse("account_reset_password_from_key_done")
    assert sign_in(ActorClient(), "hr_officer", NEW).status_code == 302
    again = ActorClient().get(link)
    assert again.status_code == 200
    assert again.context["token_fail"] is True


def test_a_link_dies_after_a_day(officer: User) -> None:
    link = services.password_link(officer)
    start = now().timestamp()  # a number, so that the local zone of the tokens stays as it is
    with time_machine.travel(start + 24 * HOUR - 60, tick=False):
        assert ActorClient().get(link).status_code == 302
    with time_machine.travel(start + 24 * HOUR + 60, tick=False):
        assert ActorClient().get(link).context["token_fail"] is True


def test_guessing_links_is_slowed_down(officer: User) -> None:
    addresses = [reverse("account_reset_password_from_key", kwargs={"uidb36": "1", "key": f"abc-{n}"}) for n in range(21)]
    answers = [ActorClient().post(address).status_code for address in addresses]
    assert answers == [200] * 20 + [429]


def code_for(secret: str) -> str:
    """Return the code that an authenticator app shows now."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def test_an_authenticator_app_is_asked_for_after_the_password(officer: User, sign_in: SignIn) -> None:
    secret = generate_totp_secret()
    TOTP.activate(officer, secret)
    stored = Authenticator.objects.get(user=officer, type="totp").data["secret"]
    assert secret not in stored
    client = ActorClient()
    assert sign_in(client, "hr_officer")["Location"] == reverse("mfa_authenticate")
    assert client.get(reverse("portal:search"))["Location"].startswith(reverse("account_login"))
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    assert client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})["Location"] == HOME


def test_recovery_codes_work_once(officer: User, sign_in: SignIn) -> None:
    TOTP.activate(officer, generate_totp_secret())
    client = ActorClient(officer)
    client.post(reverse("mfa_reauthenticate"), {"code": "x"})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("mfa_generate_recovery_codes"))
    codes = client.get(reverse("mfa_download_recovery_codes")).content.decode().split()
    assert len(codes) == 10
    first, second = ActorClient(), ActorClient()
    sign_in(first, "hr_officer")
    assert first.post(reverse("mfa_authenticate"), {"code": codes[0]})["Location"] == HOME
    sign_in(second, "hr_officer")
    assert second.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == 200


def test_an_office_may_ask_for_a_second_factor(officer: User, cast: Cast, settings: Settings) -> None:
    assert ActorClient(officer).get(HOME).status_code == 200
    settings.REQUIRE_MFA = True
    assert ActorClient(officer).get(HOME)["Location"] == reverse("mfa_index")
    assert ActorClient(cast.users["system_operator"]).get(HOME)["Location"] == reverse("mfa_index")
    assert ActorClient(cast.users["planner"]).get(HOME).status_code == 200
    TOTP.activate(officer, generate_totp_secret())
    assert ActorClient(officer).get(HOME).status_code == 200


def test_secrets_survive_a_change_of_the_installation_s_key(settings: Settings) -> None:
    sealed = seal("rahasia")
    old, settings.SECRET_KEY = settings.SECRET_KEY, "x" * 60
    settings.SECRET_KEY_FALLBACKS = [old]
    assert unseal(sealed) == "rahasia"
    assert unseal(seal("baru")) == "baru"


def test_the_page_for_passkeys_offers_to_add_one(officer: User, sign_in: SignIn) -> None:
    client = ActorClient()
    sign_in(client, "hr_officer")
    assert client.get(reverse("mfa_add_webauthn"))["Location"].startswith(reverse("account_reauthenticate"))
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    response = client.get(reverse("mfa_add_webauthn"))
    assert response.status_code == 200
    assert response.context["js_data"]["creation_options"]["publicKey"]["user"]["name"] == "hr_officer"
