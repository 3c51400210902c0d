"""What every page needs."""

from functools import lru_cache
from time import monotonic

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from matang.foundation.access.actor import NOBODY, Actor
from matang.foundation.clock.services import today
from matang.foundation.tenancy.models import Agency
from matang.ui import formats
from matang.ui.navigation import stages_for

THEMES = ("terang", "gelap")
THEME_COOKIE = "matang_tema"
AGENCY_SECONDS = 60


@lru_cache(maxsize=1024)
def _agency(agency_id: int, _minute: int) -> tuple[str, bool]:
    return Agency.objects.values_list("name", "synthetic").get(pk=agency_id)


def agency_of(actor: Actor) -> tuple[str, bool]:
    """Return (name, synthetic) of the actor's agency; asked once a minute and process, since every page shows it."""
    if actor.agency_id is None:
        return "", settings.SYNTHETIC
    name, synthetic = _agency(actor.agency_id, int(monotonic() // AGENCY_SECONDS))
    return name, synthetic or settings.SYNTHETIC


def shell(request: HttpRequest) -> dict[str, object]:
    """Return the context of the page shell."""
    actor = getattr(request, "actor", NOBODY)
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return {
        "actor": actor,
        "agency": SimpleLazyObject(lambda: agency_of(actor)),
        "csp_nonce": getattr(request, "csp_nonce", ""),
        "messages": get_messages(request),
        "lang": formats.language(),
        "theme": theme if theme in THEMES else "",
        "nav": stages_for(actor),
        "today": SimpleLazyObject(today),
    }
