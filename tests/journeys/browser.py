"""What journeys share: Chromium, signing in, and axe."""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
RULES: dict[str, Any] = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
# Beyond WCAG: what somebody who listens to a page finds their way by.
LAYOUT = RULES | {"rules": {name: {"enabled": True} for name in ("region", "heading-order", "landmark-unique", "empty-heading")}}
CONTRAST = RULES | {"runOnly": ["color-contrast"]}
WIDTHS = {"phone": (390, 844), "desk": (1280, 900)}
SCHEMES = ("light", "dark")


def find_chromium() -> str | None:
    """Return the browser named in MATANG_CHROMIUM, else the first that is installed."""
    named = os.environ.get("MATANG_CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@dataclass(frozen=True)
class Fault:
    """One place where axe found a rule broken."""

    rule: str
    where: str
    text: str

    def __str__(self) -> str:
        return f"{self.rule} at {self.where}: {self.text}"


def axe(page: Page, rules: dict[str, Any] = RULES) -> list[Fault]:
    """Return what breaks the rules, WCAG 2.2 AA unless told, on the page as it stands."""
    results: dict[str, Any] = Axe().run(page, options=rules).response
    return [
        Fault(rule["id"], " ".join(node["target"]), node["failureSummary"].replace("\n", " "))
        for rule in results["violations"]
        for node in rule["nodes"]
    ]


def axe_everywhere(visitor: "Visitor", paths: Iterable[str]) -> list[str]:
    """Open every path on phone and desk, by day and by night; return all faults, each with its page."""
    found = []
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = visitor.page(width, scheme)
            for path in paths:
                page.goto(visitor.base + path)
                found += [f"{path} ({width}, {scheme}): {fault}" for fault in axe(page)]
                if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                    found.append(f"{path} ({width}, {scheme}): the page is wider than the screen")
            page.context.close()
    return found


@dataclass
class Visitor:
    """Somebody with a browser; ``session`` is the cookie of a signed-in account, empty for a visitor."""

    browser: Browser
    base: str
    session: str = ""
    language: str = ""

    def context(self, width: str = "desk", scheme: str = "light") -> BrowserContext:
        """Return a fresh browser context of this width and colour scheme; pages complain about errors in the console."""
        size = WIDTHS[width]
        made = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            base_url=self.base,
            locale="id-ID",
            reduced_motion="reduce",
        )
        cookies = {"sessionid": self.session, "django_language": self.language}
        made.add_cookies([{"name": name, "value": value, "url": self.base} for name, value in cookies.items() if value])
        return made

    def page(self, width: str = "desk", scheme: str = "light") -> Page:
        """Return a page in a fresh context."""
        return self.context(width, scheme).new_page()


def sound(page: Page, title: str) -> None:
    """The page shows its title, fits its screen, and breaks no rule of accessibility."""
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert axe(page) == []


def says(page: Page, *sentences: str) -> None:
    """The page shows every one of these sentences, word for word."""
    for sentence in sentences:
        expect(page.get_by_role("main")).to_contain_text(sentence, use_inner_text=True)


def press(page: Page, name: str) -> None:
    """Press the only button of this name."""
    page.get_by_role("button", name=name, exact=True).click()
