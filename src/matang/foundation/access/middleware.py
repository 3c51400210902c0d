"""Build the actor of a request, tell the database, and hold the gate."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from matang.foundation.access.actor import NOBODY
from matang.foundation.access.gate import Rule
from matang.foundation.access.selectors import actor_of
from matang.foundation.tenancy import context

OPEN_THIRD_PARTY = ("allauth.", "django.contrib.staticfiles", "django.views.i18n")


class AccessMiddleware:
    """Sets ``request.actor``; refuses every view that declares no rule or whose rule the actor does not meet."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        if user.is_authenticated:
            context.enter(user.agency_id, user.pk)
            request.actor = actor_of(user)
        else:
            request.actor = NOBODY
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> HttpResponse | None:
        """Refuse before the view runs."""
        rule: Rule | None = getattr(view, "access", None)
        if rule is None and (getattr(view, "__module__", "") or "").startswith(OPEN_THIRD_PARTY):
            return None
        if rule is None:
            raise PermissionDenied
        if rule.public:
            return None
        if not request.actor.signed_in:
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        if not request.actor.held or (rule.roles and not request.actor.has(*rule.roles)):
            raise PermissionDenied
        return None
