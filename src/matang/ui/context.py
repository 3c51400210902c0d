"""What every page needs."""

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from matang.foundation.access.actor import NOBODY
from matang.foundation.clock.services import today
from matang.ui import formats
from matang.ui.navigation import office_pages, own_pages, stages_for

THEMES = ("terang", "gelap")
THEME_COOKIE = "matang_tema"


def shell(request: HttpRequest) -> dict[str, object]:
    """Return the context of the page shell."""
    actor = getattr(request, "actor", NOBODY)
    agency = getattr(request, "agency", None)
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return {
        "actor": actor,
        "agency_name": agency.name if agency else "",
        "synthetic": settings.SYNTHETIC or bool(agency and agency.synthetic),
        "csp_nonce": getattr(request, "csp_nonce", ""),
        "messages": get_messages(request),
        "lang": formats.language(),
        "theme": theme if theme in THEMES else "",
        "nav": stages_for(actor),
        "own_pages": own_pages(actor),
        "office_pages": office_pages(actor),
        "today": SimpleLazyObject(today),
    }
