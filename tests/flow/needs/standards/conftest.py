"""A client that also tells what a page was given to show: Jinja pages don't announce it as Django's own do."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.template.backends.jinja2 import Template

from tests.http import ActorClient


@pytest.fixture
def browse(monkeypatch: pytest.MonkeyPatch) -> type[ActorClient]:
    """Return the test client class; its answers carry ``context``, what the last template of the request was given."""
    given: dict[str, Any] = {}
    original = Template.render

    def render(self: Template, context: dict[str, Any] | None = None, request: Any = None) -> str:
        given.clear()
        given.update(context or {})
        return str(original(self, context, request))

    monkeypatch.setattr(Template, "render", render)

    class SeeingClient(ActorClient):
        """Keeps what was given with the answer."""

        def request(self, **request: Any) -> HttpResponse:
            """Send one request."""
            response = super().request(**request)
            response.context = dict(given)
            return response

    return SeeingClient
