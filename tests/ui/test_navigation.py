"""A page is called the same in the menu, in its heading, in the browser's tab, and in the trail that leads back to it."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.urls import reverse

import matang
from matang.foundation.access.models import Grant
from matang.foundation.access.roles import Role
from matang.ui.navigation import STAGES, address
from tests.cast import START, Cast
from tests.http import ActorClient

SOURCES = Path(matang.__file__).parent
PAGES = {page.address: str(page.label) for stage in STAGES for page in stage.pages if address(page.address)}
CRUMB = re.compile(r"""\(_\("([^"]+)"\), (?:url|reverse)\("([\w:]+)"\)\)(?!\]\n)""")
"""A step of a trail that leads somewhere. A list of one such step, alone on its line, is no trail but a list of ways on."""


@pytest.fixture
def everywhere(cast: Cast) -> ActorClient:
    """Return a browser of somebody who holds every role, so that no entry of the menu is hidden."""
    user = cast.users["civil_servant"]
    for role in set(Role) - {Role.CIVIL_SERVANT}:
        Grant.objects.create(agency=cast.palu, user=user, role=role, valid_from=START)
    return ActorClient(user)


@pytest.mark.parametrize("name", PAGES)
def test_an_entry_of_the_menu_is_the_heading_and_the_title_of_its_page(everywhere: ActorClient, name: str) -> None:
    page = everywhere.get(reverse(name), follow=True)
    assert page.status_code == 200
    if page.redirect_chain:  # nothing there yet: it leads on to the page where to begin, which has a name of its own
        return
    text = page.content.decode()
    heading = unescape(re.search(r"<h1[^>]*>(.*?)</h1>", text, re.DOTALL)[1]).strip()
    title = unescape(re.search(r"<title>(.*?) · Matang</title>", text, re.DOTALL)[1]).strip()
    assert (heading, title) == (PAGES[name], PAGES[name])
    assert f">{PAGES[name]}</a>" in unescape(text)


def test_a_trail_calls_a_page_of_the_menu_by_its_name() -> None:
    trails = [
        (file.relative_to(SOURCES).as_posix(), label, name)
        for pattern in ("*.html", "*.py")
        for file in sorted(SOURCES.rglob(pattern))
        for label, name in CRUMB.findall(file.read_text())
        if name in PAGES
    ]
    assert len(trails) > 60
    assert [trail for trail in trails if trail[1] != PAGES[trail[2]]] == []
