"""A page is called the same in the menu, in its heading, in the browser's tab, and in the trail that leads back to it."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.urls import reverse

import matang
from matang.foundation.access.actor import Actor, Held
from matang.foundation.access.models import Grant
from matang.foundation.access.roles import Role
from matang.ui.navigation import STAGES, address, stages_for
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


SEEN: dict[Role, dict[str, list[str]]] = {
    Role.CIVIL_SERVANT: {
        "Mengirim": ["Pengiriman belajar", "Laporan belajar"],
        "Tempat belajar": ["Tuan rumah"],
        "Belajar sendiri": ["Diajukan untuk belajar", "Buku harian", "Hasil putaran saya"],
    },
    Role.PROGRAMME_PLANNER: {
        "Mengirim": ["Pengiriman belajar", "Laporan belajar", "Angkatan", "Tarif biaya", "Arsip pengiriman"],
        "Tempat belajar": ["Tuan rumah", "Penawaran tempat belajar", "Perjanjian belajar"],
        "Menerima": ["Kalender tuan rumah"],
        "Belajar sendiri": ["Diajukan untuk belajar", "Buku harian", "Hasil putaran saya"],
    },
    Role.HOST_COORDINATOR: {
        "Mengirim": ["Pengiriman belajar", "Laporan belajar", "Arsip pengiriman"],
        "Tempat belajar": ["Tuan rumah", "Penawaran tempat belajar", "Perjanjian belajar", "Putaran pencocokan"],
        "Menerima": ["Permintaan ke sini", "Kalender tuan rumah", "Peserta magang di sini"],
        "Belajar sendiri": ["Diajukan untuk belajar", "Buku harian", "Hasil putaran saya"],
    },
}


def test_a_long_menu_stands_in_groups_and_each_role_sees_what_it_uses() -> None:
    for role, groups in SEEN.items():
        found = stages_for(Actor(user_id=1, agency_id=1, person_id=1, held=(Held(role, ""),)))
        learn = next(stage for stage in found if stage.key == "learn")
        assert {group.label: [link.label for link in group.links] for group in learn.groups} == groups
        assert learn.folds is (role != Role.CIVIL_SERVANT)
        flat = next(stage for stage in found if stage.key == "register")
        assert [(group.label, group.links) for group in flat.groups] == [("", flat.pages)]


def test_who_is_no_person_of_the_register_has_no_menu_of_one_s_own() -> None:
    learn = next(stage for stage in stages_for(Actor(1, 1, held=(Held(Role.AUDITOR, ""),))) if stage.key == "learn")
    assert [group.label for group in learn.groups] == ["Mengirim", "Tempat belajar", "Menerima"]
    assert "Buku harian" in [link.label for link in learn.pages]  # the search still leads there


def test_the_group_of_the_page_stands_open_and_the_others_fold(everywhere: ActorClient) -> None:
    def opened(address: str) -> list[str]:
        return re.findall(r"<details open>\s*<summary>([^<]+)", everywhere.get(address, follow=True).content.decode())

    assert opened(reverse("learn:agreements")) == ["Tempat belajar"]
    assert opened(reverse("portal:stage", args=["learn"])) == ["Mengirim"]
    assert opened(reverse("learn:cohort_new")) == ["Mengirim"]


def test_a_page_below_two_of_the_menu_belongs_to_the_one_that_its_crumbs_name() -> None:
    learn = next(stage for stage in stages_for(Actor(1, 1, held=(Held(Role.MENTOR, ""),))) if stage.key == "learn")
    here, ours, page = reverse("learn:hosted_trainees"), reverse("learn:trainees"), reverse("learn:attendance", args=[1])
    assert learn.nearest(page) == ours
    assert learn.nearest(page, [("Peserta magang di sini", f"{here}?q=a"), ("Seseorang", None)]) == here
    assert learn.nearest(here, [("Peserta magang kami", ours)]) == here
