"""Everything can be reached with the Tab key and then has a ring around it; the way to the content comes first."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.journeys.browser import WIDTHS, Visitor

# Every element that the keyboard should reach, numbered; of radio buttons only one in each group.
NUMBER = """() => {
    const groups = new Set();
    const reachable = it => {
        if (it.disabled || it.tabIndex < 0 || !it.getClientRects().length) return false;
        if (!it.checkVisibility({visibilityProperty: true})) return false;
        if (it.type !== "radio") return true;
        const name = it.form ? [...document.forms].indexOf(it.form) + it.name : it.name;
        const chosen = document.querySelector(`input[type=radio][name="${it.name}"]:checked`);
        if (chosen ? chosen !== it : groups.has(name)) return false;
        groups.add(name);
        return true;
    };
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(reachable);
    all.forEach((it, number) => { it.dataset.stop = number; });
    return all.map(it => it.outerHTML.slice(0, 120));
}"""
# Which of them has the focus, and whether a ring shows it: an outline, or a shadow in the colour of focus, on it or around it.
FOCUSED = """() => {
    const it = document.activeElement;
    if (!it || it === document.body) return null;
    const ringed = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
        || (style.boxShadow !== "none" && /0px 0px 0px [2-9]px/.test(style.boxShadow));
    const around = [it, it.parentElement, it.parentElement?.parentElement].filter(Boolean);
    const shown = around.some(one => ringed(getComputedStyle(one))) || ringed(getComputedStyle(it, "::after"));
    return {stop: it.dataset.stop === undefined ? null : Number(it.dataset.stop), shown, text: it.outerHTML.slice(0, 120)};
}"""
KEYBOARD = (
    "portal:home",
    "register:people",
    "plan:new",
    "register:import_new",
    "accounts:calendar",
    "register:unit_new",
    "ui:style",
)


@pytest.mark.parametrize("width", list(WIDTHS))
def test_the_keyboard_reaches_everything_and_shows_where_it_is(width: str, visit: Callable[..., Visitor], city: Cast) -> None:
    page = visit(city.users["hr_officer"]).page(width)
    faults = []
    for name in KEYBOARD:
        page.goto(reverse(name))
        expected, reached, unseen = page.evaluate(NUMBER), set(), set()
        for press in range(6 * len(expected)):
            page.keyboard.press("Tab")
            focused = page.evaluate(FOCUSED)
            if focused is None or (press and focused["stop"] == 0):
                break
            reached.add(focused["stop"])
            if not focused["shown"]:
                unseen.add(focused["text"])
        if not expected or "skip" not in expected[0]:
            faults.append(f"{name}: the way to the content is not the first stop")
        faults += [f"{name}: not reached: {text}" for number, text in enumerate(expected) if number not in reached]
        faults += [f"{name}: no ring on {text}" for text in sorted(unseen)]
    page.context.close()
    assert faults == []
