"""Five failures close an account for one address, for fifteen minutes."""

from datetime import timedelta

import pytest
import time_machine
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from matang.foundation.clock.services import now
from matang.foundation.identity import services
from matang.foundation.identity.models import User
from matang.foundation.identity.network import client_address
from tests.cast import Cast
from tests.foundation.identity.conftest import PASSWORD, SignIn
from tests.http import ActorClient


@pytest.fixture
def locked(officer: User, sign_in: SignIn) -> User:
    """Return the officer after five failures from 127.0.0.1."""
    for number in range(1, 6):
        response = sign_in(ActorClient(), "hr_officer", f"salah-{number}")
        assert response.status_code == (429 if number == 5 else 200)
    return officer


def test_after_five_failures_even_the_right_password_is_refused_with_the_reason(locked: User, sign_in: SignIn) -> None:
    response = sign_in(ActorClient(), "hr_officer")
    assert response.status_code == 429
    assert "lima belas menit" in response.content.decode()
    assert services.locked_names(["hr_officer", "auditor"]) == {"hr_officer"}


def test_four_failures_are_forgiven_by_the_right_password(officer: User, sign_in: SignIn) -> None:
    for _ in range(2):
        for number in range(4):
            assert sign_in(ActorClient(), "hr_officer", f"salah-{number}").status_code == 200
        assert sign_in(ActorClient(), "hr_officer").status_code == 302


def test_it_opens_after_fifteen_minutes_and_not_before(locked: User, sign_in: SignIn) -> None:
    with time_machine.travel(now() + timedelta(minutes=14, seconds=50), tick=False):
        assert sign_in(ActorClient(), "hr_officer").status_code == 429
    with time_machine.travel(now() + timedelta(minutes=15, seconds=10), tick=False):
        assert services.locked_names(["hr_officer"]) == set()
        assert sign_in(ActorClient(), "hr_officer").status_code == 302


def test_another_account_from_the_same_place_is_not_affected(locked: User, cast: Cast, sign_in: SignIn) -> None:
    cast.users["auditor"].set_password(PASSWORD)
    cast.users["auditor"].save()
    assert sign_in(ActorClient(), "auditor").status_code == 302


def test_the_holder_can_sign_in_from_elsewhere(locked: User, sign_in: SignIn) -> None:
    assert sign_in(ActorClient(), "hr_officer", REMOTE_ADDR="10.0.0.9").status_code == 302


def test_an_operator_unlocks(locked: User, sign_in: SignIn) -> None:
    assert services.unlock(locked) == 1
    assert services.locked_names(["hr_officer"]) == set()
    assert sign_in(ActorClient(), "hr_officer").status_code == 302


def test_behind_a_proxy_each_client_is_counted_for_itself(officer: User, sign_in: SignIn, settings: Settings) -> None:
    settings.PROXIES = 1
    for number in range(5):
        sign_in(ActorClient(), "hr_officer", f"salah-{number}", HTTP_X_FORWARDED_FOR="203.0.113.5")
    assert sign_in(ActorClient(), "hr_officer", HTTP_X_FORWARDED_FOR="203.0.113.5").status_code == 429
    assert sign_in(ActorClient(), "hr_officer", HTTP_X_FORWARDED_FOR="203.0.113.6").status_code == 302


def test_a_client_cannot_escape_by_writing_the_header_itself(officer: User, sign_in: SignIn) -> None:
    for number in range(5):
        sign_in(ActorClient(), "hr_officer", f"salah-{number}", HTTP_X_FORWARDED_FOR=f"198.51.100.{number}")
    assert sign_in(ActorClient(), "hr_officer", HTTP_X_FORWARDED_FOR="198.51.100.77").status_code == 429


@pytest.mark.parametrize(
    ("proxies", "header", "expected"),
    [
        (0, "203.0.113.5", "127.0.0.1"),
        (1, "203.0.113.5", "203.0.113.5"),
        (1, "1.1.1.1, 203.0.113.5", "203.0.113.5"),
        (2, "1.1.1.1, 203.0.113.5, 10.0.0.1", "203.0.113.5"),
        (2, "203.0.113.5", "127.0.0.1"),
        (1, "not-an-address", "127.0.0.1"),
        (1, "2001:db8::1", "2001:db8::1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_the_outermost_proxy_of_ours_says_who_calls(proxies: int, header: str, expected: str, settings: Settings) -> None:
    settings.PROXIES = proxies
    request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR=header)
    assert client_address(request) == expected
