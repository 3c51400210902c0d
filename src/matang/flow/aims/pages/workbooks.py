"""Lists as xlsx files: every row that the filters found, none more, no cell ever a formula."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO

import xlsxwriter
from django.http import HttpResponse

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDEST = 48


def workbook(
    name: str, title: str, headings: Sequence[str], rows: Iterable[Sequence[object]], notes: Sequence[str]
) -> HttpResponse:
    """Return the answer that downloads ``rows`` as ``name``.xlsx: the title, the notes, a row of headings, then the rows."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    bold = book.add_format({"bold": True})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    sheet = book.add_worksheet(title[:31])
    for column, heading in enumerate(headings):
        sheet.set_column(column, column, min(WIDEST, max(12, len(heading) + 2)))
    sheet.write_string(0, 0, title, bold)
    for number, note in enumerate(notes, start=1):
        sheet.write_string(number, 0, note)
    top = len(notes) + 2
    sheet.write_row(top, 0, headings, head)
    for number, row in enumerate(rows, start=top + 1):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, column, value, day)
            elif value is not None and value != "":
                sheet.write(number, column, value)
    sheet.freeze_panes(top + 1, 0)
    book.close()
    return attached(f"{name}.xlsx", file.getvalue())


def attached(name: str, content: bytes) -> HttpResponse:
    """Return the answer that saves a workbook under a name."""
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'})
