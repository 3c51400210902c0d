"""Lists as xlsx files: every row that the filters found, none more, and no cell ever becomes a formula or a link."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any, NamedTuple

import xlsxwriter
from django.http import HttpResponse
from django.utils.http import content_disposition_header

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""Options of every workbook that is written here: what is a text stays a text."""
NARROWEST, WIDEST = 14, 48
LAST_ROW = 1_048_575
FIRST_DAY = date(1900, 3, 1)
"""Before it the calendars of the spreadsheets differ; such a day is written as a text."""
NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
LONGEST_NAME = 31


class Sheet(NamedTuple):
    """One sheet: its name, a row of headings, and rows of texts, numbers and days. A plain tuple of the three will do."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[object]]


def attached(name: str, content: bytes) -> HttpResponse:
    """Return the answer that saves a workbook as ``name``, which ends in ``.xlsx``."""
    headers = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name)}
    return HttpResponse(content, content_type=XLSX, headers=headers)


def workbook(name: str, title: str, notes: Sequence[str], sheets: Sequence[tuple[Any, ...]]) -> HttpResponse:
    """Return the answer that downloads ``sheets`` (see ``Sheet``) as ``name``.xlsx; title and notes stand on the first.

    Without a title the headings are the first row, so that the file can be filled and sent back.
    """
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, **PLAIN}) as book:
        formats = _formats(book)
        for position, sheet in enumerate(sheets):
            _write(book, formats, title if position == 0 else "", notes, Sheet(*sheet))
    return attached(f"{name}.xlsx", file.getvalue())


def long_workbook(
    name: str,
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[object]],
    notes: Sequence[str],
    *,
    choices: Mapping[int, Sequence[str]] | None = None,
) -> HttpResponse:
    """Return the answer that downloads ``rows`` as ``name``.xlsx with one sheet: title, notes, a row of headings, the rows.

    The rows are written as they come and wait on disk, so that a long list needs little memory beside the file itself.
    ``choices`` names, by column, the words that a cell to be filled in offers.
    """
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"constant_memory": True, **PLAIN}) as book:
        formats = {**_formats(book), "text": None, "whole": None, "parts": None}
        page, top = _write(book, formats, title, notes, Sheet(title, headings, rows))
        for column, words in (choices or {}).items():
            page.data_validation(top + 1, column, LAST_ROW, column, {"validate": "list", "source": list(words)})
    return attached(f"{name}.xlsx", file.getvalue())


def sheet_name(label: object) -> str:
    """Return the label as a name that spreadsheets accept."""
    return NOT_IN_A_NAME.sub(" ", str(label))[:LONGEST_NAME].strip("' ") or "1"


def _formats(book: Any) -> dict[str, Any]:
    top = {"valign": "top"}
    return {
        "bold": book.add_format({"bold": True}),
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, **top}),
        "text": book.add_format({"text_wrap": True, **top}),
        "day": book.add_format({"num_format": "dd-mm-yyyy", **top}),
        "whole": book.add_format({"num_format": "#,##0", **top}),
        "parts": book.add_format({"num_format": "#,##0.0###", **top}),
    }


def _write(book: Any, formats: Mapping[str, Any], title: str, notes: Sequence[str], sheet: Sheet) -> tuple[Any, int]:
    """Add a sheet and return it with the row of its headings."""
    page, top = book.add_worksheet(sheet_name(sheet.name)), 0
    for column, heading in enumerate(sheet.headings):
        page.set_column(column, column, min(WIDEST, max(NARROWEST, len(heading) + 2)))
    if title:
        page.write_string(0, 0, str(title), formats["bold"])
        for line, note in enumerate(notes, start=1):
            page.write_string(line, 0, str(note))
        top = len(notes) + 2
    page.write_row(top, 0, [str(heading) for heading in sheet.headings], formats["head"])
    page.freeze_panes(top + 1, 0)
    for line, row in enumerate(sheet.rows, start=top + 1):
        for column, value in enumerate(row):
            _cell(page, line, column, value, formats)
    return page, top


def _cell(page: Any, line: int, column: int, value: object, formats: Mapping[str, Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        page.write_boolean(line, column, value, formats["text"])
    elif isinstance(value, date):
        if value >= FIRST_DAY:
            page.write_datetime(line, column, value, formats["day"])
        else:
            page.write_string(line, column, f"{value:%d-%m}-{value.year:04}", formats["text"])
    elif isinstance(value, int | float | Decimal):
        page.write_number(line, column, value, formats["whole" if value == int(value) else "parts"])
    else:
        page.write_string(line, column, str(value), formats["text"])
