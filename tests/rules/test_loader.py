"""What nobody can answer for is refused when it is read."""

from datetime import date
from pathlib import Path

import pytest

from matang import rules
from matang.rules.core.loader import LoadError, load_parameters, load_sources
from matang.rules.core.parameters import Parameter
from matang.rules.core.sources import Confidence

SOURCES = """
uu-1:
  title: UU 1/2000
  about: contoh
  in_force: 2000-01-01
  url: ""
"""
FIRST = (
    "{from: 2000-01-01, until: 2010-01-01, value: 20, source: uu-1, article: pasal 1, confidence: V1, last_checked: 2026-01-01}"
)
SECOND = "{from: 2010-01-01, value: 24, source: uu-1, article: pasal 2, confidence: V1, last_checked: 2026-01-01}"


def load(folder: Path, *lines: str, head: str = "hours:\n  label: jam\n  unit: JP\n  values:\n") -> dict[str, Parameter]:
    """Return the parameters of one file made of dated lines."""
    (folder / "sources").mkdir()
    (folder / "sources" / "all.yaml").write_text(SOURCES)
    (folder / "parameters").mkdir()
    (folder / "parameters" / "all.yaml").write_text(head + "".join(f"    - {line}\n" for line in lines))
    return load_parameters(folder / "parameters", load_sources(folder / "sources"))


def test_a_value_is_the_one_of_its_day(tmp_path: Path) -> None:
    """The day of change belongs to the new value; before the first there is none."""
    hours = load(tmp_path, FIRST, SECOND)["hours"]
    days = [date(1999, 12, 31), date(2000, 1, 1), date(2009, 12, 31), date(2010, 1, 1)]
    assert [found.value if (found := hours.on(day)) else None for day in days] == [None, 20, 20, 24]
    assert str(hours.on(date(2010, 1, 1)).reference) == "UU 1/2000 pasal 2"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ((FIRST.replace("source: uu-1, ", ""),), "source is missing"),
        ((FIRST.replace("article: pasal 1, ", ""),), "article is missing"),
        ((FIRST.replace("pasal 1", '""'),), "article is empty"),
        ((FIRST.replace(", last_checked: 2026-01-01", ""),), "last_checked is missing"),
        ((FIRST.replace("confidence: V1, ", ""),), "confidence is missing"),
        ((FIRST.replace("V1", "V9"),), "confidence 'V9' is not one of"),
        ((FIRST.replace("V1", "V2"),), "must be marked unverified"),
        ((FIRST.replace("V1", "M"),), "must be marked unverified"),
        ((FIRST.replace("V1", "M, unverified: perhaps"),), "unverified must be true or false"),
        ((FIRST.replace("uu-1", "uu-2"),), "source 'uu-2' is not in sources/"),
        ((FIRST.replace("value: 20", "value: 20, wert: 3"),), "unknown field wert"),
        ((FIRST.replace("value: 20", "value: 20, value: 21"),), "key 'value' stands twice"),
        ((FIRST.replace("value: 20", "value: 20.5"),), "no value a parameter can have"),
        ((FIRST.replace("value: 20", "value: [5, 4]"),), "no value a parameter can have"),
        ((FIRST.replace("2000-01-01", '"2000"', 1),), "is not a date"),
        ((FIRST.replace("until: 2010-01-01", "until: 1999-01-01"),), "ends before it begins"),
        ((FIRST, SECOND.replace("2010-01-01", "2010-01-02")), "leaves a gap after the value from 2000-01-01"),
        ((FIRST, SECOND.replace("2010-01-01", "2009-12-31")), "overlaps the value from 2000-01-01"),
        ((FIRST.replace("until: 2010-01-01, ", ""), SECOND), "overlaps the value from 2000-01-01"),
        ((), "expected a list of dated values"),
    ],
)
def test_a_value_nobody_answers_for_is_refused(tmp_path: Path, lines: tuple[str, ...], message: str) -> None:
    """The message names file, parameter and what is wrong."""
    with pytest.raises(LoadError, match=message) as refused:
        load(tmp_path, *lines)
    assert "all.yaml" in str(refused.value)


def test_a_key_given_twice_is_refused(tmp_path: Path) -> None:
    """In one file, and across two."""
    head = "hours:\n  label: jam\n  unit: JP\n  values:\n"
    with pytest.raises(LoadError, match="key 'hours' stands twice"):
        load(tmp_path, FIRST, head=head + f"    - {FIRST}\n" + head)
    (tmp_path / "parameters" / "all.yaml").write_text(head + f"    - {SECOND}\n")
    (tmp_path / "parameters" / "more.yaml").write_text(head + f"    - {SECOND}\n")
    with pytest.raises(LoadError, match="hours: stands in two files"):
        load_parameters(tmp_path / "parameters", load_sources(tmp_path / "sources"))
    (tmp_path / "sources" / "more.yaml").write_text(SOURCES)
    with pytest.raises(LoadError, match="uu-1: stands in two files"):
        load_sources(tmp_path / "sources")


def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path) -> None:
    """A list, a number, broken YAML: named by file."""
    for text, message in (("- 1\n", "expected a mapping"), ("a: [", "all.yaml"), ("hours: 3\n", "expected a mapping")):
        folder = tmp_path / str(abs(hash(text)))
        folder.mkdir()
        with pytest.raises(LoadError, match=message):
            load(folder, head=text)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("decimals: 2", "20.125", "no value a parameter can have"),
        ("decimals: 2", ".nan", "no value a parameter can have"),
        ("decimals: 2", ".inf", "no value a parameter can have"),
        ("decimals: 2", "yes", "no value a parameter can have"),
        ("decimals: 2", "[20.5, 20.5]", "no value a parameter can have"),
        ("decimals: two", "20", "decimals must be a number from 0 to 4"),
        ("decimals: 5", "20", "decimals must be a number from 0 to 4"),
        ("local: perhaps", "20", "local must be true or false"),
        ("wert: 2", "20", "unknown field wert"),
    ],
)
def test_a_field_that_says_nothing_clear_is_refused(tmp_path: Path, field: str, value: str, message: str) -> None:
    """Numbers keep all their decimals or are refused; settings are plain."""
    head = f"hours:\n  label: jam\n  unit: JP\n  {field}\n  values:\n"
    with pytest.raises(LoadError, match=message):
        load(tmp_path, FIRST.replace("value: 20", f"value: {value}"), head=head)


def test_numbers_with_decimals_are_held_in_their_smallest_parts(tmp_path: Path) -> None:
    """Exactly as written: 22.5 is 2250 hundredths, 20 is 2000, and an interval keeps both ends."""
    head = "hours:\n  label: jam\n  unit: JP\n  decimals: 2\n  values:\n"
    lines = (FIRST.replace("value: 20", "value: 22.55"), SECOND.replace("value: 24", "value: [0.29, 20]"))
    found = load(tmp_path, *lines, head=head)["hours"]
    assert [value.value for value in found.values["*"]] == [2255, (29, 2000)]


@pytest.mark.parametrize(
    ("head", "value", "message"),
    [
        ("  by: height\n  values:\n    tall:\n", "20", "hours: 'height' is no fact"),
        ("  words: height\n  values:\n", "tall", "hours: 'height' is no fact"),
        ("  by: post_kind\n  values:\n    lurah:\n", "20", "hours: lurah: post_kind: 'lurah' is not one of"),
        ("  words: grade\n  values:\n", "V/a", r"hours: \*: grade: 'V/a' is not one of"),
        ("  words: talent_box\n  values:\n", '["7", "10"]', r"hours: \*: talent_box: '10' is not one of"),
        ("  values:\n", "baik", "hours: holds words, but does not say of which fact"),
    ],
)
def test_words_that_nobody_knows_are_refused(tmp_path: Path, head: str, value: str, message: str) -> None:
    """Lines and words must be those of facts."""
    load(tmp_path, FIRST)
    path = tmp_path / "parameters" / "all.yaml"
    indent = "      " if "by:" in head else "    "
    path.write_text(f"hours:\n  label: jam\n  unit: JP\n{head}{indent}- {FIRST.replace('value: 20', f'value: {value}')}\n")
    with pytest.raises(LoadError, match=message):
        rules.load_book(tmp_path)


def test_nothing_shipped_pretends_to_be_verified() -> None:
    """Every value not read in the original carries the mark; every value says when somebody last looked."""
    for parameter in rules.PARAMETERS.values():
        for line in parameter.values.values():
            for value in line:
                assert value.reference.unverified or value.reference.confidence is Confidence.READ
                assert value.reference.last_checked >= date(2026, 1, 1)


def test_values_by_kind_name_only_kinds_there_are() -> None:
    """A parameter by a fact has no key that the fact cannot have."""
    for parameter in rules.PARAMETERS.values():
        if parameter.by is not None:
            assert set(parameter.values) <= {term.key for term in rules.FACTS[parameter.by].choices}, parameter.key


def test_the_clock_of_a_correction_is_three_times_24_hours() -> None:
    """UU 27/2022, pasal 30; before the law there is no value."""
    found = rules.number("personal_data.correction_hours", on=date(2026, 11, 21))
    assert (found.value, str(found.reference)) == (72, "UU 27/2022 pasal 30")
    with pytest.raises(LookupError):
        rules.number("personal_data.correction_hours", on=date(2022, 10, 16))
