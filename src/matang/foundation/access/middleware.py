"""Build the actor of a request, tell the database, and hold the gate."""

from collections.abc import Callable
from typing import Any, cast
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.core.handlers.exception import response_for_exception
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from matang.foundation.access.actor import NOBODY
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.gate import Rule
from matang.foundation.access.requests import ActorRequest
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import enter_as
from matang.foundation.identity.selectors import has_second_factor

OPEN_THIRD_PARTY = ("allauth.", "django.contrib.staticfiles", "django.views.i18n")
NEEDS_SECOND_FACTOR = (Role.HR_OFFICER, Role.APPOINTING_OFFICIAL, Role.SYSTEM_OPERATOR)
View = Callable[..., HttpResponse]


class AccessMiddleware:
    """Sets ``request.actor``; refuses every view that declares no rule or whose rule the actor does not meet.

    The rest of the request runs in the time zone of the actor's agency.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        signed_in = request.user.is_authenticated
        request = cast("ActorRequest", request)
        request.agency = None
        request.actor = NOBODY
        if not signed_in:
            return self.get_response(request)
        signed = request.session.signed
        request.agency = agency = signed.agency if signed is not None else None
        with timezone.override(ZoneInfo(agency.time_zone) if agency else None):
            request.actor = enter_as(request.user)
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, _args: list[Any], _kwargs: dict[str, Any]) -> HttpResponse | None:
        """Refuse before the view runs, or lead to what must be done first."""
        request = cast("ActorRequest", request)
        rule: Rule | None = getattr(view, "access", None)
        third_party = (getattr(view, "__module__", "") or "").startswith(OPEN_THIRD_PARTY)
        if rule is None and third_party:
            return None
        if rule is None:
            raise PermissionDenied
        if not request.actor.signed_in:
            return None if rule.public else redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        if rule.public:
            return first_things_first(request) if request.method == "GET" else None
        if not request.actor.held or (rule.roles and not request.actor.has(*rule.roles)):
            raise PermissionDenied
        return first_things_first(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Show the reason of a refusal that no page caught; what the request has changed until then is taken back."""
        if not isinstance(exception, RefusedError):
            return None
        response = response_for_exception(request, PermissionDenied(exception.answer.reason))
        response.refused = True  # type: ignore[attr-defined] # read by the transaction middleware
        return response


def first_things_first(request: ActorRequest) -> HttpResponse | None:
    """Return the way to what an account must do before anything else: a password of its own, a second factor."""
    if request.user.must_change_password:
        return redirect("account_change_password")
    if settings.REQUIRE_MFA and request.actor.has(*NEEDS_SECOND_FACTOR) and not has_second_factor(request.user):
        return redirect("mfa_index")
    return None
