"""Workbooks: what is a text stays a text, and nothing that people write makes the file fail."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from django.http import HttpResponse
from openpyxl import load_workbook

from matang.ui.workbooks import long_workbook, workbook

UGLY = "=HYPERLINK(1)", "{=1+1}", "+1", "@x", "http://x.y", "a\x00\x0b\ud7ff", "x" * 40_000, "", None
VALUES = 2026, Decimal("12.5"), Decimal("3.00"), True, date(2026, 1, 31), date(1, 2, 3)


def cells(answer: HttpResponse) -> tuple[str, list[Sequence[object]], list[str]]:
    """Return the first sheet's name, its rows, and the types of its cells."""
    book = load_workbook(BytesIO(answer.content))
    page = book.worksheets[0]
    return page.title, list(page.iter_rows(values_only=True)), [cell.data_type for row in page for cell in row if cell.value]


@pytest.mark.parametrize("long", [False, True])
def test_texts_stay_texts_and_numbers_and_days_keep_their_kind(long: bool) -> None:
    headings, rows, label = ["A", "B"], [[text, 1] for text in UGLY] + [[value, 2] for value in VALUES], "'Nilai [1/2]: a*b?'"
    answer = long_workbook("x", label, headings, rows, ["n"]) if long else workbook("x", "T", ["n"], [(label, headings, rows)])
    title, found, types = cells(answer)
    assert title == "Nilai  1 2   a b"
    assert "f" not in types
    texts = [row[0] for row in found[4:13]]
    assert texts[:5] == list(UGLY[:5])
    assert (len(texts[6]), texts[7:]) == (32_767, [None, None])
    day = datetime(2026, 1, 31)  # noqa: DTZ001 - cells know no zone
    assert [row[0] for row in found[13:]] == [2026, 12.5, 3, True, day, "03-02-0001"]
    assert found[3] == ("A", "B")


def test_a_workbook_to_fill_in_begins_with_its_headings() -> None:
    assert cells(workbook("x", "", [], [("S", ["A"], [["b"]])]))[1] == [("A",), ("b",)]


def test_the_name_of_the_file_cannot_break_the_header() -> None:
    answer = workbook('a"b', "", [], [("", ["A"], [])])
    assert answer["Content-Disposition"] == 'attachment; filename="a\\"b.xlsx"'
    assert cells(answer)[0] == "1"
