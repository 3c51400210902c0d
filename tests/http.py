"""A test client that asks as one account and leaves the test's own tenant settings as they were."""

from typing import Any

from django.http import HttpResponse
from django.test import Client

from matang.foundation.identity.models import User
from matang.foundation.tenancy import context

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class ActorClient(Client):
    """``ActorClient(user)`` is signed in; ``ActorClient()`` is a visitor.

    A request sees only the tenant settings that its own middleware makes, never those of the test around it.
    """

    def __init__(self, user: User | None = None, **defaults: Any) -> None:
        super().__init__(**defaults)
        if user is not None:
            before = context.current()
            context.enter(None, None)
            self.force_login(user, backend=BACKEND)
            context.enter(*before)

    def request(self, **request: Any) -> HttpResponse:
        """Send one request."""
        before = context.current()
        context.enter(None, None)
        try:
            return super().request(**request)
        finally:
            context.enter(*before)
