"""The pages that join stages: home, search, a page for each stage, and the switches of language and appearance."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from matang.foundation.access import gate
from matang.portal.figures import figures_for
from matang.portal.search import SHORTEST
from matang.portal.search import search as find
from matang.portal.stages import DOES
from matang.portal.tasks import tasks_for
from matang.ui.context import THEME_COOKIE, THEMES
from matang.ui.navigation import stages_for

YEAR_SECONDS = 365 * 24 * 60 * 60


@gate.public
def home(request: HttpRequest) -> HttpResponse:
    """Show a visitor what this is, and an account what is expected of it."""
    actor = request.actor
    if not actor.signed_in:
        return render(request, "portal/landing.html")
    if not actor.held:
        return render(request, "portal/no_role.html")
    roles = [str(role.label) for role in dict.fromkeys(held.role for held in actor.held)]
    context = {"tasks": tasks_for(actor), "figures": figures_for(actor), "roles": roles}
    return render(request, "portal/home.html", context)


@gate.signed_in
def search(request: HttpRequest) -> HttpResponse:
    """Find people, units and posts in the actor's reach."""
    words = request.GET.get("q", "").strip()[:100]
    context = {"q": words, "groups": find(request.actor, words), "shortest": SHORTEST}
    return render(request, "portal/search.html", context)


@gate.signed_in
def stage(request: HttpRequest, key: str) -> HttpResponse:
    """Say what a stage decides and which pages it has."""
    found = next((item for item in stages_for(request.actor) if item.key == key), None)
    if found is None:
        raise Http404
    return render(request, "portal/stage.html", {"found": found, "does": DOES[key]})


@gate.public
@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language and appearance in cookies, and go back."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = reverse("portal:home")
    response = redirect(back)
    options = {"max_age": YEAR_SECONDS, "secure": settings.SESSION_COOKIE_SECURE, "httponly": True, "samesite": "Lax"}
    if request.POST.get("language") in dict(settings.LANGUAGES):
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, request.POST["language"], **options)
    theme = request.POST.get("theme")
    if theme in THEMES:
        response.set_cookie(THEME_COOKIE, theme, **options)
    elif theme == "auto":
        response.delete_cookie(THEME_COOKIE)
    return response
