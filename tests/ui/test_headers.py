"""Every answer carries a policy that forbids inline script and style."""

import re
from collections.abc import Callable

import pytest
from django.test import override_settings
from django.urls import reverse

from matang.foundation.access.actor import Actor
from tests.cast import Cast
from tests.http import ActorClient


def policy(client: ActorClient, path: str, **options: object) -> dict[str, list[str]]:
    """Return the directives of the answer to a GET."""
    header = client.get(path, **options).headers["Content-Security-Policy"]
    return {part.split()[0]: part.split()[1:] for part in header.split("; ")}


@pytest.mark.parametrize("path", ["/", "/akun/masuk/", "/gaya/", "/tidak-ada/", "/cari/", "/pilihan/", "/akun/dua-langkah/"])
def test_answers_to_visitors_carry_the_policy(browse: Callable[..., ActorClient], cast: Cast, path: str) -> None:
    found = policy(browse(), path)
    assert found["default-src"] == ["'none'"]
    assert found["object-src"] == found["frame-ancestors"] == found["base-uri"] == ["'none'"]
    for directive in ("script-src", "style-src"):
        assert found[directive][0] == "'self'"
        assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "data:"} & set(found[directive])


def test_a_refusal_and_a_wrong_host_carry_it_too(browse: Callable[..., ActorClient], cast: Cast) -> None:
    assert "script-src" in policy(browse(cast.users["no_role"]), reverse("portal:search"))
    assert "script-src" in policy(browse(), "/", headers={"host": "elsewhere.example"})


def test_a_fault_of_ours_carries_it_and_shows_no_trace(
    browse: Callable[..., ActorClient], cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def burst(actor: Actor) -> None:
        raise ZeroDivisionError(actor.name)

    monkeypatch.setattr("matang.portal.pages.tasks_for", burst)
    client = browse(cast.users["hr_officer"], raise_request_exception=False)
    response = client.get(reverse("portal:home"))
    assert response.status_code == 500
    assert "script-src" in response.headers["Content-Security-Policy"]
    assert "ZeroDivisionError" not in response.content.decode()


def test_the_nonce_of_the_page_is_the_nonce_of_the_header_and_new_each_time(
    browse: Callable[..., ActorClient], cast: Cast
) -> None:
    seen = set()
    for _ in range(2):
        response = browse().get("/")
        in_page = set(re.findall(r'nonce="([^"]+)"', response.content.decode()))
        assert len(in_page) == 1
        nonce = in_page.pop()
        assert f"'nonce-{nonce}'" in response.headers["Content-Security-Policy"]
        seen.add(nonce)
    assert len(seen) == 2


@pytest.mark.parametrize("path", ["/", "/gaya/", "/akun/masuk/"])
def test_no_page_has_inline_styles_or_handlers(browse: Callable[..., ActorClient], cast: Cast, path: str) -> None:
    text = browse().get(path).content.decode()
    assert not re.search(r"<[a-z]+[^>]*\s(style|on[a-z]+)=", text)
    for script in re.findall(r"<script\b[^>]*>", text):
        assert "src=" in script or 'type="application/json"' in script


def test_htmx_needs_no_eval(browse: Callable[..., ActorClient], cast: Cast) -> None:
    text = browse().get("/").content.decode()
    assert '"allowEval":false' in text
    assert '"includeIndicatorStyles":false' in text


def test_nothing_uses_camera_or_position(browse: Callable[..., ActorClient], cast: Cast) -> None:
    header = browse().get("/").headers["Permissions-Policy"]
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(header.split(", "))


@override_settings(DEBUG=False)
def test_a_form_without_token_is_refused_with_the_way_out(cast: Cast) -> None:
    client = ActorClient(enforce_csrf_checks=True)
    response = client.post(reverse("portal:preferences"), {"language": "en"})
    assert response.status_code == 403
    assert "Formulir sudah kedaluwarsa" in response.content.decode()
    assert "django_language" not in response.cookies
