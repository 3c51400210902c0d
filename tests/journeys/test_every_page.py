"""Every page of the product in a real browser, taken from the permission tables: a new page is looked at by itself.

Each page that the tables promise is opened on a phone and on a desk, by day and by night, by somebody who may see it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from unittest import mock
from urllib.parse import urlencode

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import transaction
from django.http import Http404
from django.test import Client
from django.urls import reverse
from playwright.sync_api import ConsoleMessage, Page

from matang.foundation.tenancy import context
from tests.cast import Cast
from tests.journeys.browser import CONTRAST, LAYOUT, WIDTHS, Visitor, axe
from tests.journeys.words import FOREIGN, in_the_other_language
from tests.permissions import table
from tests.permissions.table import VISITOR

Visit = Callable[..., Visitor]

# Who looks at a page: the first of these who may. The more somebody may do, the more stands on the page.
PASSWORD = "sandi-contoh-2026-matang"
LOOKERS = (
    "hr_officer", "system_operator", "panel_member", "civil_servant", "mentor", "programme_planner", "appointing_official",
    "host_coordinator", "unit_head", "direct_superior", VISITOR,
)  # fmt: skip
WITHOUT_PAGES = {"aims_picking"}  # areas whose addresses answer with data only
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
OVERFLOWING = """
    [...document.querySelectorAll("body *")].filter(it => it.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 3).map(it => it.tagName.toLowerCase() + "." + it.className).join(", ")
"""
SEEN = """({
    lang: document.documentElement.lang,
    title: document.title,
    heads: [...document.querySelectorAll("h1")].map(it => it.textContent.trim()),
})"""


@dataclass
class Look:
    """One account's look at pages; ``faults`` says what is wrong, each with the page, the width and the light."""

    visitor: Visitor
    faults: list[str] = field(default_factory=list)
    seen: int = 0

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Return one page for each width, which says when the browser complains."""
        pages = {width: self.visitor.page(width) for width in WIDTHS}
        for page in pages.values():
            page.emulate_media(reduced_motion="reduce")  # colours are measured when they have settled
            page.on("console", self.hear)
            page.on("pageerror", lambda error, page=page: self.faults.append(f"{page.url}: {error}"))
        return pages

    def hear(self, message: ConsoleMessage) -> None:
        """Note an error in the console; that a refusal is a refusal is none."""
        page = message.page
        if message.type == "error" and not (
            page and message.location["url"] == page.url and "the server responded" in message.text
        ):
            self.faults.append(f"{page.url if page else ''}: {message.text}")

    def at(self, path: str) -> None:
        """Open a path on both widths and inspect it by day and by night."""
        self.seen += 1
        for width, page in self.pages.items():
            page.emulate_media(color_scheme="light")
            page.goto(path)
            self.inspect(page, path, width)

    def inspect(self, page: Page, path: str, width: str) -> None:
        """Note every fault of the page as it stands."""
        where = f"{path} ({width})"
        found = page.evaluate(SEEN)
        if found["lang"] != "id":
            self.faults.append(f"{where}: says its language is {found['lang']!r}")
        if len(found["heads"]) != 1 or not found["heads"][0]:
            self.faults.append(f"{where}: its main headings are {found['heads']}")
        if found["title"].removesuffix("· Matang").strip() in {"", "Matang"}:
            self.faults.append(f"{where}: its title is {found['title']!r}")
        if page.evaluate(WIDE):
            self.faults.append(f"{where}: wider than the screen: {page.evaluate(OVERFLOWING)}")
        self.faults += [f"{where}: {fault}" for fault in axe(page, LAYOUT)]
        page.emulate_media(color_scheme="dark")
        self.faults += [f"{where} by night: {fault}" for fault in axe(page, CONTRAST)]

    def close(self) -> None:
        """Close the pages."""
        for page in self.__dict__.get("pages", {}).values():
            page.context.close()


class Tour:
    """The cast with their browsers, each signed in with a password just now."""

    def __init__(self, visit: Visit, prepare_password: Callable[[str], str]) -> None:
        self.visit = visit
        self.prepare_password = prepare_password
        self.looks: dict[str, Look] = {}

    def look(self, name: str) -> Look:
        """Return the look of somebody of the cast."""
        if name not in self.looks:
            visitor: Visitor = self.visit()
            visitor.session = "" if name == VISITOR else self.sign_in(name).cookies[settings.SESSION_COOKIE_NAME].value
            self.looks[name] = Look(visitor)
        return self.looks[name]

    def sign_in(self, name: str) -> Client:
        """Return a client that has signed in with a password, and confirmed it for the pages that ask again."""
        client = Client()
        password = self.prepare_password(name)
        client.post(reverse("account_login"), {"login": name, "password": password})
        client.post(reverse("account_reauthenticate"), {"password": password})
        return client

    def answer(self, name: str, path: str, language: str = "id") -> Any:
        """Return the answer to GET, redirects not followed."""
        client = Client()
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        client.cookies[settings.SESSION_COOKIE_NAME] = self.look(name).visitor.session
        return client.get(path)

    def finish(self) -> None:
        """Close all, and fail with everything that was found."""
        for look in self.looks.values():
            look.close()
        if faults := [fault for look in self.looks.values() for fault in look.faults]:
            pytest.fail("\n".join(sorted(set(faults))), pytrace=False)


@pytest.fixture
def tour(visit: Visit, prepare_password: Callable[[str], str]) -> Iterator[Tour]:
    """Return a tour that fails at the end with every fault that was seen."""
    cache.clear()  # attempts to sign in are counted by address, and the cast shares one
    made = Tour(visit, prepare_password)
    yield made
    made.finish()


def stops(area: str, city: Cast) -> Iterator[tuple[str, str]]:
    """Yield who looks and at which address, for every address of a table that answers GET."""
    with transaction.atomic():
        context.enter(city.palu.pk, None)
        objects = table.objects_of(area, city)
    for entry in table.read(area):
        looker = next((name for name in LOOKERS if name in entry.allowed), None)
        if entry.method != "GET" or looker is None:
            continue
        if prepare := table.preparation(entry):
            with transaction.atomic():
                context.enter(city.palu.pk, None)
                prepare(city)
        path = reverse(entry.name, kwargs={key: objects.get(raw, raw) for key, raw in entry.args.items()})
        yield looker, path + (f"?{urlencode(entry.query)}" if entry.query else "")


def is_page(answer: Any) -> bool:
    """Tell a whole page from a download, a part of a page and a way elsewhere."""
    return answer.status_code == 200 and "html" in answer["Content-Type"] and b"<!doctype html" in answer.content[:200].lower()


@pytest.mark.parametrize("area", table.areas())
def test_every_page_is_sound_on_a_phone_and_on_a_desk_by_day_and_by_night(area: str, city: Cast, tour: Tour) -> None:
    for looker, path in stops(area, city):
        if is_page(tour.answer(looker, path)):
            tour.look(looker).at(path)
    seen = sum(look.seen for look in tour.looks.values())
    assert (seen > 0) is (area not in WITHOUT_PAGES)


@pytest.mark.parametrize("area", table.areas())
def test_every_page_keeps_to_its_language(area: str, city: Cast, tour: Tour) -> None:
    mixed = []
    for looker, path in stops(area, city):
        for language in FOREIGN:
            answer = tour.answer(looker, path, language)
            if is_page(answer):
                texts = in_the_other_language(answer.content.decode(), language)
                texts += re.findall(r"<option[^>]*>\s*-{3,}", answer.content.decode())
                mixed += [f"{path} ({language}): {text}" for text in texts]
    assert mixed == []


def test_the_first_page_of_every_role_is_sound(city: Cast, tour: Tour) -> None:
    for name in table.GROUPS["holders"]:
        look = tour.look(name)
        look.at(reverse("portal:home"))
        assert (name, look.faults) == (name, [])


def test_pages_of_an_account_with_a_second_step_are_sound(city: Cast, tour: Tour) -> None:
    look = tour.look("hr_officer")
    user = city.users["hr_officer"]
    with transaction.atomic():
        context.enter(city.palu.pk, user.pk)
        TOTP.activate(user, generate_totp_secret())
        RecoveryCodes.activate(user)
    for name in ("mfa_index", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp"):
        assert is_page(tour.answer("hr_officer", reverse(name)))
        look.at(reverse(name))
    fresh = tour.look(VISITOR)
    for width, page in fresh.pages.items():
        sign_in(page, "hr_officer", PASSWORD)
        page.wait_for_url("**" + reverse("mfa_authenticate"))
        fresh.inspect(page, "mfa_authenticate", width)


@pytest.mark.parametrize(
    ("fault", "status"),
    [(OSError("disk"), 500), (BadRequest("unreadable"), 400), (PermissionDenied("Bukan lingkup Anda."), 403), (Http404(), 404)],
)
def test_pages_that_refuse_are_sound(
    fault: Exception, status: int, tour: Tour, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("CRITICAL", logger="django.request")
    look = tour.look("hr_officer")
    monkeypatch.setattr("matang.portal.pages.find", mock.Mock(side_effect=fault))
    look.at(reverse("portal:search") + "?q=nurul")
    assert [page.locator(".fault-code").inner_text() for page in look.pages.values()] == [str(status)] * 2


def sign_in(page: Page, name: str, password: str) -> None:
    """Fill in the sign-in page and send it."""
    page.goto(reverse("account_login"))
    page.get_by_label("NIP atau nama akun").fill(name)
    page.get_by_label("Kata sandi", exact=True).fill(password)
    page.get_by_role("button", name="Masuk", exact=True).click()


def test_the_page_of_a_locked_account_is_sound(city: Cast, tour: Tour) -> None:
    look = tour.look(VISITOR)
    for width, page in look.pages.items():
        for _ in range(5 if width == "phone" else 1):
            sign_in(page, "hr_officer", "bukan-sandi-itu")
        assert page.locator(".fault-code").inner_text() == "429"
        look.inspect(page, "locked", width)


def test_the_page_for_a_form_without_token_is_sound(city: Cast, tour: Tour) -> None:
    look = tour.look(VISITOR)
    for width, page in look.pages.items():
        page.goto(reverse("account_login"))
        page.context.clear_cookies()
        page.get_by_label("NIP atau nama akun").fill("hr_officer")
        page.get_by_label("Kata sandi", exact=True).fill("apa-saja-boleh")
        page.get_by_role("button", name="Masuk", exact=True).click()
        assert "kedaluwarsa" in page.get_by_role("heading", level=1).inner_text()
        look.inspect(page, "csrf", width)
