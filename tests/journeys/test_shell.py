"""The shell in a real browser: accessible at both widths, by day and by night, with and without script."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.journeys.browser import Visitor, axe_everywhere

Visit = Callable[..., Visitor]


def test_pages_for_visitors_break_no_rule_of_wcag(visit: Visit) -> None:
    paths = [reverse("portal:home"), reverse("account_login"), reverse("ui:style"), "/tidak-ada/"]
    assert axe_everywhere(visit(), paths) == []


def test_pages_for_accounts_break_no_rule_of_wcag(visit: Visit, city: Cast) -> None:
    paths = [
        reverse("portal:home"),
        reverse("portal:search") + "?q=nurul",
        reverse("portal:search") + "?q=zzzz",
        reverse("portal:stage", args=["aims"]),
        reverse("portal:stage", args=["register"]),
        reverse("account_change_password"),
        reverse("mfa_index"),
    ]
    assert axe_everywhere(visit(city.users["hr_officer"]), paths) == []


def test_an_account_without_role_is_told_what_to_do(visit: Visit, city: Cast) -> None:
    assert axe_everywhere(visit(city.users["no_role"]), [reverse("portal:home"), reverse("portal:search")]) == []


def listen(page: Page) -> list[str]:
    """Return a list that fills with what the browser complains about."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


def test_the_browser_complains_about_nothing(visit: Visit, city: Cast) -> None:
    page = visit(city.users["hr_officer"]).page()
    complaints = listen(page)
    for path in (reverse("portal:home"), reverse("ui:style"), reverse("mfa_index"), reverse("portal:search") + "?q=nurul"):
        page.goto(path)
    assert complaints == []


def test_the_drawer_opens_and_closes_on_a_phone_by_keyboard(visit: Visit, city: Cast) -> None:
    page = visit(city.users["civil_servant"]).page("phone")
    page.goto(reverse("portal:home"))
    drawer = page.locator("#tahap")
    expect(drawer).to_be_hidden()
    page.get_by_role("button", name="Buka menu tahap").press("Enter")
    expect(drawer).to_be_visible()
    expect(drawer.get_by_role("link", name="Belajar")).to_be_visible()
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()


def test_the_drawer_works_without_script(visit: Visit, city: Cast) -> None:
    visitor = visit(city.users["civil_servant"])
    browser_context = visitor.browser.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=False, base_url=visitor.base
    )
    browser_context.add_cookies([{"name": "sessionid", "value": visitor.session, "url": visitor.base}])
    page = browser_context.new_page()
    page.goto(reverse("portal:home"))
    page.get_by_role("button", name="Buka menu tahap").click()
    page.locator("#tahap").get_by_role("link", name="Kebutuhan").click()
    page.wait_for_url("**" + reverse("portal:stage", args=["needs"]))
    expect(page.get_by_role("heading", level=1)).to_have_text("Kebutuhan")
    expect(page.locator("#tahap")).to_be_hidden()


def test_signing_in_and_out_with_a_password(visit: Visit, city: Cast, prepare_password: Callable[[str], str]) -> None:
    password = prepare_password("hr_officer")
    page = visit().page("phone")
    page.goto(reverse("account_login"))
    page.get_by_label("NIP atau nama akun").fill("hr_officer")
    page.get_by_label("Kata sandi", exact=True).fill(password)
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page.get_by_role("heading", name="Yang diharapkan dari Anda")).to_be_visible()
    page.get_by_role("button", name="Menu akun dan tampilan").click()
    page.get_by_role("button", name="Keluar").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Orang yang tepat")


def test_language_and_appearance_stay_chosen(visit: Visit) -> None:
    page = visit().page()
    page.goto(reverse("portal:home"))
    page.get_by_role("button", name="Menu akun dan tampilan").click()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("The right people")
    page.get_by_role("button", name="Account and appearance").click()
    page.get_by_role("button", name="Dark").click()
    page.goto(reverse("ui:style"))
    assert page.locator("html").get_attribute("data-theme") == "gelap"
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("width", ["phone", "desk"])
def test_the_first_press_of_tab_offers_to_skip_to_the_content(visit: Visit, city: Cast, width: str) -> None:
    page = visit(city.users["hr_officer"]).page(width)
    page.goto(reverse("portal:home"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"
