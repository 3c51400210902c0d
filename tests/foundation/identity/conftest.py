"""An account with a password, and the sign-in page."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.urls import reverse

from matang.foundation.identity.models import User
from tests.cast import Cast
from tests.http import ActorClient

PASSWORD = "pisang-goreng-hangat-77"
SignIn = Callable[..., HttpResponse]


@pytest.fixture
def officer(cast: Cast) -> User:
    """Return the HR officer, who has a password now."""
    user = cast.users["hr_officer"]
    user.set_password(PASSWORD)
    user.save()
    cache.clear()
    return user


@pytest.fixture
def sign_in() -> SignIn:
    """Return a function that sends the sign-in form."""

    def send(client: ActorClient, username: str, password: str = PASSWORD, **extra: str) -> HttpResponse:
        return client.post(reverse("account_login"), {"login": username, "password": password}, **extra)

    return send
