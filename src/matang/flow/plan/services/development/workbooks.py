"""Tables as xlsx files. No cell ever becomes a formula or a link."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import xlsxwriter

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDEST = 44


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, a row of headings, and rows of texts, numbers and days."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[object]]


def workbook(title: str, notes: Sequence[str], sheets: Sequence[Sheet]) -> bytes:
    """Return the bytes of an xlsx file; title and notes stand above the first sheet's table."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        money = book.add_format({"num_format": "#,##0"})
        for number, sheet in enumerate(sheets):
            page = book.add_worksheet(sheet.name[:31])
            top = 0
            if number == 0 and title:
                page.write_string(0, 0, title, bold)
                for line, note in enumerate(notes, start=1):
                    page.write_string(line, 0, note)
                top = len(notes) + 2
            page.write_row(top, 0, sheet.headings, head)
            page.freeze_panes(top + 1, 0)
            for column, heading in enumerate(sheet.headings):
                page.set_column(column, column, min(WIDEST, max(14, len(heading) + 2)))
            for line, row in enumerate(sheet.rows, start=top + 1):
                for column, value in enumerate(row):
                    if isinstance(value, date):
                        page.write_datetime(line, column, value, day)
                    elif isinstance(value, int):
                        page.write_number(line, column, value, money)
                    elif value not in {None, ""}:
                        page.write_string(line, column, str(value))
    return file.getvalue()
