"""What rules say to people: translatable, complete, and never about something nobody knows."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matang import rules
from matang.rules.core.message import Message
from tests.rules.drawn import ON as ON_DAYS
from tests.rules.drawn import case_of

ON = date(2026, 11, 21)
LISTED = frozenset(rules.templates())


def test_a_sentence_is_translated_with_its_words() -> None:
    """Template, words of lists, units and dates all pass through the page's language."""
    catalogue = {
        "Pendidikan %(education)s di bawah syarat: paling rendah %(minimum)s.": "%(education)s is below %(minimum)s.",
        "SMA/sederajat": "Senior high school",
        "S-1": "Bachelor",
    }
    verdict = rules.RULES["eligibility.has_enough_education"].trace({"post_kind": "administrator", "education": "sma"}, on=ON)
    assert verdict.reason.text(lambda text: catalogue.get(text, text)) == "Senior high school is below Bachelor."


def test_dates_and_numbers_are_written_by_the_page() -> None:
    """The page's formatter gets dates and numbers; months are named without it."""
    message = Message.of("%(day)s: %(months)s", day=ON, months=rules.Quantity(1200, "bulan"))
    assert message.text() == "21 November 2026: 1200 bulan"
    assert (
        message.text(show=lambda value: value.isoformat() if isinstance(value, date) else f"{value:,}")
        == "2026-11-21: 1,200 bulan"
    )


def test_numbers_with_decimals_are_written_with_a_comma() -> None:
    """In Indonesian letters; the page's formatter gets the number itself."""
    message = Message.of("%(value)s", value=rules.Quantity(Decimal("18.75"), "angka kredit"))
    assert message.text() == "18,75 angka kredit"
    assert message.text(show=lambda value: f"{value:.1f}") == "18.8 angka kredit"


def test_every_template_is_listed_for_translation() -> None:
    """Whatever any rule may say is in the list that the catalogue of translations is checked against."""
    listed = set(rules.templates())
    for rule in rules.RULES.values():
        for criterion in rule.criteria:
            assert {criterion.passed, criterion.failed, criterion.unknown, rule.question} <= listed
    assert {"bulan", "JPT pratama", "batas usia pensiun", "tidak diketahui"} <= listed


def texts_in(value: object) -> Iterator[str]:
    """Yield every text inside something shown that a translation must know."""
    if isinstance(value, rules.Message):
        if value.template != "%(value)s":
            yield value.template
        for _, argument in value.arguments:
            yield from texts_in(argument)
    elif isinstance(value, rules.Term):
        yield value.label
    elif isinstance(value, rules.Quantity):
        yield value.unit


@pytest.mark.parametrize("key", sorted(rules.ALL))
@settings(max_examples=40, deadline=None)
@given(data=st.data(), on=ON_DAYS)
def test_whatever_is_shown_can_be_translated(key: str, data: st.DataObject, on: date) -> None:
    """Answers, steps and doubts of any case: each template, word and unit is in the list; grades are the same everywhere."""
    found = rules.answer(key, data.draw(case_of(*rules.needs(key))), on)
    shown = [found.message(), *(step.text for step in found.steps), *([found.doubt] if found.doubt else [])]
    texts = {text for message in shown for text in texts_in(message)}
    assert texts <= LISTED
    for text in (message.text() for message in shown):
        assert "%(" not in text
        assert text == " ".join(text.split())


@pytest.mark.parametrize("key", sorted(rules.RULES))
def test_a_case_about_which_nothing_is_known_gets_a_sentence_all_the_same(key: str) -> None:
    """No rule fails or crashes on an empty case, and what is missing is named."""
    verdict = rules.RULES[key].trace({}, on=ON)
    assert verdict.outcome is rules.Outcome.CANNOT_TELL
    assert verdict.reason.text()
    assert verdict.missing


def test_a_value_a_fact_cannot_have_is_refused() -> None:
    """An unknown word, a wrong type, an empty interval and an impossible number name the fact."""
    education = rules.RULES["eligibility.has_enough_education"]
    for wrong in ("universitas", 3.5, True, rules.Between("s3", "s1")):
        with pytest.raises(rules.FactError, match="education"):
            education.trace({"post_kind": "administrator", "education": wrong}, on=ON)
    with pytest.raises(rules.FactError, match="field_months"):
        rules.columns(field_months=[-1])
    with pytest.raises(rules.FactError, match="post_kind"):
        rules.columns(post_kind=["mayor"])


def test_a_nip_is_read_into_its_parts() -> None:
    """Birth, entry, sex and serial number; of a PPPK only the year of entry is known."""
    pns = rules.read_nip("198005012005011003", kind="pns", on=ON)
    assert (pns.birth_date, pns.start, pns.start_is_year_only, pns.sex, pns.serial) == (
        date(1980, 5, 1), date(2005, 1, 1), False, "male", "003",
    )  # fmt: skip
    pppk = rules.read_nip("199005012021212014", kind="pppk", on=ON)
    assert (pppk.readable, pppk.start, pppk.start_is_year_only, pppk.sex) == (True, date(2021, 1, 1), True, "female")
    wrong = rules.read_nip("1980", kind="pns", on=ON)
    assert (wrong.readable, wrong.birth_date, wrong.start, wrong.sex, wrong.serial) == (False, None, None, None, None)
    empty = rules.read_nip("", kind=None, on=ON)
    assert (empty.readable, empty.verdict.outcome) == (True, rules.Outcome.CANNOT_TELL)


def test_a_verdict_shows_its_way_and_its_sources() -> None:
    """The trace holds every criterion; the article is that of the number that decided; the mark travels."""
    verdict = rules.IS_NIP_READABLE.trace({"nip": "198005012005211003", "employment_kind": "pns"}, on=ON)
    assert [step.outcome.name for step in verdict.trace] == ["PASS", "PASS", "FAIL", "PASS", "PASS"]
    assert verdict.deciding is verdict.trace[2]
    first = rules.assess(rules.ELIGIBILITY, {"post_kind": "jpt_pratama", "education": "s1"}, on=ON).verdicts[1]
    assert (first.article, first.reference.confidence.value, first.reference.unverified) == (
        "PP 11/2017 pasal 107 huruf c",
        "V1",
        False,
    )
