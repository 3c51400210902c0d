"""What every page needs."""

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, object]:
    """Return the context of the page shell."""
    return {"actor": getattr(request, "actor", None)}
