"""The whole round of single sign-on against a provider that answers over HTTP."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.http import HttpResponse
from django.urls import reverse
from pytest_django.fixtures import Settings

from matang.foundation.identity.models import User
from tests.cast import Cast
from tests.foundation.identity.provider import CLIENT, CODE, SECRET, Provider, running
from tests.http import ActorClient

LOGIN = "/akun/sso/oidc/"
CALLBACK = "/akun/sso/oidc/kembali/"


@pytest.fixture
def provider(cast: Cast, settings: Settings) -> Iterator[Provider]:
    """Return a running provider that this installation trusts."""
    with running() as server:
        app = {"provider_id": "oidc", "name": "SSO", "client_id": CLIENT, "secret": SECRET}
        app["settings"] = {"server_url": server.address, "oauth_pkce_enabled": True}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
        yield server


def go_round(client: ActorClient, provider: Provider, *, code: str = CODE, state: str = "") -> HttpResponse:
    """Start at our sign-in page, pass the provider's, and come back with a code."""
    away = client.post(LOGIN)
    assert away.status_code == 302
    asked = parse_qs(urlsplit(away["Location"]).query)
    assert away["Location"].startswith(f"{provider.address}/authorize?")
    assert asked["redirect_uri"] == [f"http://testserver{CALLBACK}"]
    assert asked["code_challenge_method"] == ["S256"]
    return client.get(CALLBACK, {"code": code, "state": state or asked["state"][0]})


def test_a_known_name_signs_in_and_is_tied_to_the_provider_s_key(provider: Provider, cast: Cast) -> None:
    client = ActorClient()
    response = go_round(client, provider)
    assert (response.status_code, response["Location"]) == (302, "/")
    tied = SocialAccount.objects.get()
    assert (tied.user_id, tied.provider, tied.uid) == (cast.users["hr_officer"].pk, "oidc", "idp-7")
    assert len(provider.seen[0]["code_verifier"][0]) >= 43
    assert client.get(reverse("portal:search")).status_code == 200


def test_the_second_time_the_key_counts_not_the_name(provider: Provider, cast: Cast) -> None:
    go_round(ActorClient(), provider)
    provider.facts["preferred_username"] = "auditor"
    client = ActorClient()
    go_round(client, provider)
    assert client.session["_auth_user_id"] == str(cast.users["hr_officer"].pk)


def test_an_unknown_name_is_told_so_and_no_account_is_made(provider: Provider) -> None:
    provider.facts["preferred_username"] = "orang_asing"
    before = User.objects.count()
    client = ActorClient()
    response = go_round(client, provider)
    assert response.status_code == 403
    assert "orang_asing" in response.content.decode()
    assert (User.objects.count(), SocialAccount.objects.count()) == (before, 0)
    assert "_auth_user_id" not in client.session


def test_a_closed_account_cannot_come_in_by_single_sign_on(provider: Provider, cast: Cast) -> None:
    cast.users["hr_officer"].is_active = False
    cast.users["hr_officer"].save()
    assert go_round(ActorClient(), provider).status_code == 403


def test_a_provider_that_states_no_name_is_refused(provider: Provider) -> None:
    del provider.facts["preferred_username"]
    assert go_round(ActorClient(), provider).status_code == 403


@pytest.mark.parametrize(("code", "state"), [("kode-palsu", ""), (CODE, "keadaan-palsu")])
def test_a_false_code_or_state_signs_nobody_in(provider: Provider, code: str, state: str) -> None:
    client = ActorClient()
    response = go_round(client, provider, code=code, state=state)
    assert response.status_code == 401
    assert "_auth_user_id" not in client.session


def test_a_token_for_somebody_else_s_application_is_refused(provider: Provider) -> None:
    provider.audience = "aplikasi-lain"
    client = ActorClient()
    assert go_round(client, provider).status_code == 401
    assert "_auth_user_id" not in client.session


def test_without_the_setting_there_is_no_single_sign_on(db: None) -> None:
    assert ActorClient().post(LOGIN).status_code == 404
