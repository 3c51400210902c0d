"""From where a request changes things."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from matang.foundation.audit.context import WHERE, set_local
from matang.foundation.identity.network import client_address

READS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class PlaceMiddleware:
    """Tell the trail the method, the path and the address of a request that may change something; reading costs nothing.

    Stands inside ``TransactionMiddleware``, since the setting ends with the transaction.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Handle one request."""
        if request.method not in READS:
            set_local(WHERE, f"{request.method} {request.path} {client_address(request) or ''}".rstrip())
        return self.get_response(request)
