"""Where a request comes from, also behind proxies."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """Return the client's network address, or None when there is none.

    Behind ``settings.PROXIES`` proxies of our own, each of which appends the address it was called from to
    ``X-Forwarded-For``, the client is the entry that the outermost of them wrote. What stands left of it was sent by
    the client itself and is not believed. Without proxies the header is ignored.
    """
    direct: str | None = request.META.get("REMOTE_ADDR") or None
    if settings.PROXIES == 0:
        return direct
    entries = [entry.strip() for entry in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if entry.strip()]
    if len(entries) < settings.PROXIES:
        return direct
    try:
        return str(ip_address(entries[-settings.PROXIES]))
    except ValueError:
        return direct
