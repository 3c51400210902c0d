"""A first visit fits into 60 KB, without pictures."""

from collections.abc import Callable
from pathlib import Path

import brotli
from django.contrib.staticfiles import finders
from django.urls import reverse

from tests.cast import Cast
from tests.http import ActorClient

ASSETS = ("build/matang.css", "build/matang-sans.woff2", "django_htmx/htmx-2.min.js", "ui/matang.js")
LIMIT = 60 * 1024


def asset(name: str) -> int:
    """Return the size of a static file as a server sends it; a font is compressed already."""
    content = Path(str(finders.find(name))).read_bytes()
    return len(content) if name.endswith(".woff2") else len(brotli.compress(content))


def test_the_first_visit_fits_into_60_kilobytes(browse: Callable[..., ActorClient], cast: Cast) -> None:
    assets = sum(asset(name) for name in ASSETS)
    for client, path in ((browse(), reverse("account_login")), (browse(cast.users["hr_officer"]), reverse("portal:home"))):
        page = client.get(path, headers={"accept-encoding": "gzip"})
        assert page.headers["Content-Encoding"] == "gzip"
        total = assets + len(page.content)
        assert total <= LIMIT, f"{path}: {total} bytes ({assets} of them assets)"
