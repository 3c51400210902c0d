"""The tree of aims in a browser: branches come when they are opened, the picture is walked by keys and printed on one sheet."""

import re
from collections.abc import Callable

import pytest
from django.db import transaction
from django.urls import reverse

from bench.aims_tree import grow
from matang.foundation.tenancy import context
from tests.cast import Cast
from tests.journeys.browser import Visitor, axe

FOCUSED = "document.activeElement.getAttribute('aria-label')"
SHEET = rb"/MediaBox\s*\[0 0 1191[.\d]* 84[12][.\d]*\]"  # A3 landscape in points


@pytest.fixture
def grown(city: Cast) -> list[int]:
    """Return the keys of 600 aims: too many to be shown at once."""
    with transaction.atomic(), context.acting_in(city.palu.pk):
        return grow(city.palu, 600, [city.units["health"].pk])


def test_a_branch_comes_when_it_is_opened(city: Cast, grown: list[int], visit: Callable[..., Visitor]) -> None:
    page = visit(city.users["unit_head"]).page("phone")
    page.goto(reverse("aims:outline"))
    closed = page.locator("details[hx-get]").first
    before = page.locator(".aim-tree li").count()
    closed.locator("summary").click()
    closed.locator(".aim-below ul").first.wait_for()
    assert page.locator(".aim-tree li").count() == before + 8
    assert closed.evaluate("it => it.open")
    page.context.close()


def test_the_picture_is_walked_by_keys_zoomed_and_opened(city: Cast, grown: list[int], visit: Callable[..., Visitor]) -> None:
    page = visit(city.users["appointing_official"]).page("desk")
    page.goto(reverse("aims:picture"))
    assert axe(page) == []
    assert page.locator("[data-card][tabindex='0']").count() == 1
    page.focus(".picture")
    said = []
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        said.append(page.evaluate(FOCUSED).split(":")[0])
    assert said == ["Visi", "Misi", "Tujuan", "Misi", "Visi"]
    page.keyboard.press("0")
    width = page.locator(".picture-sheet").get_attribute("width")
    page.keyboard.press("+")
    assert page.locator(".picture-sheet").get_attribute("width") == str(int(width) * 3 // 2)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"/tujuan/{grown[0]}/$"))
    page.go_back()
    page.locator(".picture-more").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"\?akar=\d+$"))
    page.context.close()


def test_the_picture_prints_on_one_sheet_of_a3(city: Cast, grown: list[int], visit: Callable[..., Visitor]) -> None:
    page = visit(city.users["planner"]).page("desk")
    for query in ("", f"?akar={grown[13]}"):
        page.goto(reverse("aims:picture") + query)
        printed = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1, query
        assert len(re.findall(SHEET, printed)) == 1, query
    page.context.close()
