"""What rules say to people: translatable, complete, and never about something nobody knows."""

from datetime import date

import pytest

from matang import rules
from matang.rules.core.message import Message

ON = date(2026, 11, 21)


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


def test_every_template_is_listed_for_translation() -> None:
    """Whatever any rule may say is in the list that the catalogue of translations is checked against."""
    listed = set(rules.templates())
    for rule in rules.RULES.values():
        for criterion in rule.criteria:
            assert {criterion.passed, criterion.failed, criterion.unknown, rule.question} <= listed
    assert {"bulan", "JPT pratama", "batas usia pensiun", "tidak diketahui"} <= listed


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
