"""Find the account of a request in the query that read its session."""

from functools import partial
from typing import cast

from django.conf import settings
from django.contrib import auth
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from matang.foundation.identity.models import User
from matang.foundation.identity.sessions import SessionStore


def account_of(request: HttpRequest) -> User | AnonymousUser:
    """Return the account of the request's session.

    The ordinary case costs no query. Everything unusual (a hash that no longer fits, an account without its column)
    is left to Django, which knows how to end a session.
    """
    kept: User | AnonymousUser | None = getattr(request, "_cached_user", None)
    if kept is None:
        session = cast("SessionStore", request.session)
        backend = session.get(auth.BACKEND_SESSION_KEY)
        signed = session.signed
        if str(signed.user.pk if signed is not None else None) != str(session.get(auth.SESSION_KEY)):
            session.flush()  # the row and what it holds speak of two accounts
            signed = None
        if (
            signed is not None
            and signed.user.is_active
            and backend in settings.AUTHENTICATION_BACKENDS
            and constant_time_compare(session.get(auth.HASH_SESSION_KEY, ""), signed.user.get_session_auth_hash())
        ):
            kept = signed.user
        else:
            kept = auth.get_user(request)
        request._cached_user = kept  # type: ignore[attr-defined] # Django's own name for it
    return kept


class AccountMiddleware(AuthenticationMiddleware):
    """Sets ``request.user``."""

    def process_request(self, request: HttpRequest) -> None:
        """Set the account, which is looked up on first use."""
        request.user = SimpleLazyObject(partial(account_of, request))  # type: ignore[assignment]
