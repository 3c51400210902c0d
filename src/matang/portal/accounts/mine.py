"""One's own account: what I hold, where I am signed in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from matang.foundation.access import gate
from matang.foundation.access.selectors import grants_of
from matang.foundation.identity.models import Session
from matang.foundation.identity.selectors import has_second_factor, sessions_of
from matang.foundation.identity.services import sign_out_everywhere as end_sessions
from matang.portal.accounts.browsers import browser_name
from matang.portal.accounts.words import grant_lines


@gate.signed_in
def mine(request: HttpRequest) -> HttpResponse:
    """Show the actor's own account."""
    user = request.user
    context = {
        "account": user,
        "grants": grant_lines(request.actor, list(grants_of(user))),
        "sessions": [session_line(request, session) for session in sessions_of(user)],
        "second_factor": has_second_factor(user),
    }
    return render(request, "accounts/mine.html", context)


def session_line(request: HttpRequest, session: Session) -> dict[str, object]:
    """Return a session as the page shows it."""
    return {
        "browser": browser_name(session.browser),
        "address": session.address,
        "since": session.created_at,
        "here": session.session_key == request.session.session_key,
    }


@gate.signed_in
@require_POST
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End all other sessions of the actor."""
    count = end_sessions(request.user, keep=request.session.session_key)
    messages.success(request, ngettext("%(n)s sesi lain diakhiri.", "%(n)s sesi lain diakhiri.", count) % {"n": count})
    return redirect("accounts:mine")
