"""A legal officer's file is taken whole or refused with every fault, its line and the way out; the shipped values stay."""

from datetime import date
from pathlib import Path

import pytest

from matang import rules
from matang.portal.rules.proposals import Fault, changing_days, read_proposal
from tests.portal.rules.files import GOOD, SOURCE, proposed, value


def test_a_good_file_says_what_it_changes(tmp_path: Path) -> None:
    found = read_proposal(proposed(tmp_path, value(f"from: 2027-01-01, value: 36, {GOOD}")))
    assert found.faults == ()
    assert [
        (change.key, change.subject, change.begin, change.old, change.new, change.unverified) for change in found.changes
    ] == [("transfer.months_minimum", "*", date(2027, 1, 1), "24 bulan", "36 bulan", False)]
    assert found.first == date(2027, 1, 1)
    assert found.book is not None
    assert rules.number("transfer.months_minimum", on=date(2027, 1, 1)).value == 24
    assert rules.number("transfer.months_minimum", on=date(2027, 1, 1), book=found.book).value == 36
    assert rules.number("transfer.months_minimum", on=date(2026, 12, 31), book=found.book).value == 24


FAULTS = (
    (
        value("from: 2027-01-01, value: 36, article: pasal 1, confidence: V1, last_checked: 2026-11-23"),
        (9, "transfer.months_minimum", "source is missing", "source: KEY"),
    ),
    (
        value(f"from: 2027-01-01, value: 36, {GOOD}").replace("source: pp-99-2027", "source: pp-1"),
        (9, "transfer.months_minimum: from 2027-01-01", "source 'pp-1' is not in sources/", "Describe the instrument"),
    ),
    (
        value(f"from: 2027-01-01, until: 2028-01-01, value: 36, {GOOD}") + f"    - {{from: 2028-02-01, value: 40, {GOOD}}}\n",
        (10, "transfer.months_minimum: from 2028-02-01", "leaves a gap after the value from 2027-01-01", "Begin on the day"),
    ),
    (
        value(f"from: 2027-01-01, value: 36, {GOOD}") + f"    - {{from: 2028-02-01, value: 40, {GOOD}}}\n",
        (10, "transfer.months_minimum: from 2028-02-01", "overlaps the value from 2027-01-01", "'until'"),
    ),
    (
        value(f"from: 2027-01-01, value: lama, {GOOD}"),
        (9, "transfer.months_minimum: from 2027-01-01", "expected a number, not a word", "Keep the kind of value"),
    ),
    (
        value(f"from: 2027-01-01, value: 36.5, {GOOD}"),
        (9, "transfer.months_minimum: from 2027-01-01", "36.5 is no value a parameter can have", "as many decimals"),
    ),
    (
        value(f"from: 2027-01-01, value: 36, {GOOD}").replace("V1", "V2"),
        (9, "transfer.months_minimum: from 2027-01-01", "so it must be marked unverified", "Add 'unverified: true'"),
    ),
    (
        value(f"from: 2027-01-01, value: 36, {GOOD}", key="transfer.never"),
        (7, "transfer.never", "no rule reads this parameter", "Use a key of the sheet Nilai"),
    ),
    (
        value(f"from: 2027-01-01, value: 36, {GOOD}") * 2,
        (10, "", "line 10: key 'transfer.months_minimum' stands twice", "Keep one of them."),
    ),
    (
        value(f"from: besok, value: 36, {GOOD}"),
        (9, "transfer.months_minimum", "from: 'besok' is not a date", "Write the date as"),
    ),
    (
        "transfer.months_minimum:\n  unit: tahun\n" + value(f"from: 2027-01-01, value: 3, {GOOD}").split("\n", 1)[1],
        (7, "transfer.months_minimum", "unit is 'bulan' in the book, not 'tahun'", "Leave this field out"),
    ),
    ("transfer.months_minimum: [\n", (None, "", "while parsing", "YAML is indented")),
    (
        "sources:\n  pp-5:\n    title: PP\n",
        (7, "", "line 7: key 'sources' stands twice", "Keep one of them."),
    ),
)  # fmt: skip


@pytest.mark.parametrize(("text", "said"), FAULTS)
def test_each_fault_is_told_with_its_place_and_the_way_out(
    tmp_path: Path, text: str, said: tuple[int | None, str, str, str]
) -> None:
    found = read_proposal(proposed(tmp_path, text))
    assert (found.book, found.changes, len(found.faults)) == (None, (), 1)
    fault = found.faults[0]
    line, key, message, way_out = said
    assert (fault.key, line is None or fault.line == line) == (key, True), fault
    assert message in fault.message
    assert way_out in fault.way_out


def test_every_fault_of_a_file_is_told_at_once_and_a_bad_source_only_once(tmp_path: Path) -> None:
    file = tmp_path / "usulan.yaml"
    file.write_text(
        SOURCE.replace("in_force: 2027-01-01", "in_force: besok")
        + value(f"from: 2027-01-01, value: 36, {GOOD}")
        + value(f"from: 2027-01-01, value: 36, {GOOD}", key="transfer.never"),
        encoding="utf-8",
    )
    told = [(fault.key, fault.message) for fault in read_proposal(file).faults]
    assert told == [
        ("sources: pp-99-2027: in_force", "'besok' is not a date"),
        ("transfer.never", "no rule reads this parameter"),
    ]


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "usulan.yaml"
    file.write_bytes(b"\xff\xfe\x00\x01")
    assert read_proposal(file).faults == (
        Fault("", None, "the file is not UTF-8 text", "Save it as plain text with UTF-8 encoding."),
    )


def test_the_days_on_which_a_book_changes_are_known() -> None:
    days = changing_days(rules.BOOK)
    assert days == sorted(set(days))
    assert date(2019, 4, 5) in days
