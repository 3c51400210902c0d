"""An answer as the page tells it: the chip, the sentence, every step with its articles, and what is still missing."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matang import rules
from matang.portal.rules.examples import Scenario, Worked, as_typed
from matang.portal.rules.words import Mark, begun, fact_label, mark, term, told

STATES = {rules.Outcome.PASS: "pass", rules.Outcome.FAIL: "fail", rules.Outcome.CANNOT_TELL: "unknown"}
MONTHS_OF_YEAR = 12


@dataclass(frozen=True, slots=True)
class Cited:
    """An article as it stands under a sentence."""

    text: str
    source: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its state and the articles it rests on."""

    state: str
    word: str
    text: str
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A whole answer."""

    state: str
    word: str
    text: str
    detail: str
    steps: tuple[Told, ...]
    cited: tuple[Cited, ...]
    missing: tuple[str, ...]
    doubt: str
    note: str
    unverified: bool


def shown(finding: rules.Finding) -> Shown:
    """Return a finding as the page tells it."""
    state = state_of(finding)
    warns = isinstance(finding.item, rules.Rule) and finding.item.warns
    steps = tuple(_step(step, warns=warns) for step in finding.steps)
    in_steps = {cited for step in steps for cited in step.cited}
    alone = isinstance(finding.item, rules.Rule) and len(steps) == 1
    return Shown(
        state=state,
        word=word_of(state),
        text=begun(told(finding.shown)),
        detail=term(finding.category.detail) if finding.category else "",
        steps=() if alone else steps,
        cited=tuple(cited for cited in _cited(finding.references) if alone or cited not in in_steps),
        missing=tuple(begun(fact_label(fact)) for fact in finding.missing)
        if finding.outcome is rules.Outcome.CANNOT_TELL
        else (),
        doubt=told(finding.doubt) if finding.doubt is not None and finding.doubt != finding.shown else "",
        note=term(finding.item.note),
        unverified=finding.unverified,
    )


def _step(step: rules.Step, *, warns: bool) -> Told:
    state = "warn" if warns and step.outcome is rules.Outcome.FAIL else STATES[step.outcome]
    return Told(state, word_of(state), told(step.text), _cited(step.references))


def state_of(finding: rules.Finding) -> str:
    """Return the chip: pass, fail, warn, unknown, or info for an answer that is neither good nor bad."""
    if finding.outcome is rules.Outcome.CANNOT_TELL:
        return "unknown"
    if not isinstance(finding.item, rules.Rule):
        return "info"
    return "warn" if finding.item.warns and finding.outcome is rules.Outcome.FAIL else STATES[finding.outcome]


def word_of(state: str) -> str:
    """Return the word on the chip."""
    words = {
        "pass": _("terpenuhi"), "fail": _("tidak terpenuhi"), "warn": _("peringatan"), "unknown": _("belum dapat dipastikan"),
        "info": _("jawaban"),
    }  # fmt: skip
    return words[state]


def _cited(references: tuple[rules.Reference, ...]) -> tuple[Cited, ...]:
    """Return articles, each once: values of one article are cited together."""
    found = (Cited(str(reference), reference.source.key, mark(reference)) for reference in references)
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Example:
    """One worked case in the list of examples; ``query`` leads to it in the form, empty where it must not stand in an address."""

    value: str
    span: str
    answer: Shown
    query: str


@dataclass(frozen=True, slots=True)
class Examples:
    """Cases that differ in one fact, told."""

    pivot: str
    fixed: tuple[tuple[str, str], ...]
    cases: tuple[Example, ...]


def examples_of(scenario: Scenario, on: date, *, addressed: bool) -> Examples:
    """Return a scenario as the page tells it."""
    return Examples(
        pivot=begun(fact_label(scenario.pivot)),
        fixed=tuple((begun(fact_label(fact)), told(value)) for fact, value in scenario.fixed),
        cases=tuple(_example(scenario, case, on, addressed=addressed) for case in scenario.cases),
    )


def _example(scenario: Scenario, case: Worked, on: date, *, addressed: bool) -> Example:
    query = {key: as_typed(value) for key, value in case.facts.items()} | {"per": on.isoformat(), "coba": "1"}
    since = case.value if isinstance(case.value, date) and case.value <= on else None
    return Example(
        value=told(case.shown),
        span=span(scenario.pivot.key, since, on) if since else "",
        answer=shown(case.finding),
        query=urlencode(query) if addressed else "",
    )


def span(key: str, since: date, on: date) -> str:
    """Return how long ago a day was: an age in years and days, any other span in months and days."""
    months = (on.year - since.year) * MONTHS_OF_YEAR + on.month - since.month - (on.day < since.day)
    if key == "birth_date":
        years = months // MONTHS_OF_YEAR
        left = (on - _completed(since, years * MONTHS_OF_YEAR)).days
        if not left:
            return _("tepat berusia %(years)s tahun") % {"years": years}
        return _("usia %(years)s tahun %(rest)s") % {"years": years, "rest": _days(left)}
    left = (on - _completed(since, months)).days
    if not left:
        return _("tepat %(months)s bulan") % {"months": months}
    return _("%(months)s bulan %(rest)s") % {"months": months, "rest": _days(left)}


def _days(number: int) -> str:
    return ngettext("%(n)s hari", "%(n)s hari", number) % {"n": number}


def _completed(since: date, months: int) -> date:
    """Return the day on which so many months are completed; the first of the next month where the day does not exist."""
    year, month = divmod(since.year * MONTHS_OF_YEAR + since.month - 1 + months, MONTHS_OF_YEAR)
    try:
        return date(year, month + 1, since.day)
    except ValueError:
        return date(year + (month + 1) // MONTHS_OF_YEAR, (month + 1) % MONTHS_OF_YEAR + 1, 1)
