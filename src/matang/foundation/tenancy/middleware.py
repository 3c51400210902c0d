"""One transaction for one request."""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse


class TransactionMiddleware:
    """Wrap the whole request, session and permissions included, in one transaction.

    The tenant settings are local to a transaction (so that a connection pooler may stand between), and one
    BEGIN/COMMIT is cheaper than several. A server error rolls everything back, and so does a refusal.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        with transaction.atomic():
            response = self.get_response(request)
            if response.status_code >= 500 or getattr(response, "refused", False):
                transaction.set_rollback(True)
            return response
