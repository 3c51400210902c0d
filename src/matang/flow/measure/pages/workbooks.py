"""Lists as xlsx files; no cell ever becomes a formula or a link."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO

import xlsxwriter
from django.http import HttpResponse

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDEST = 48

Sheet = tuple[str, Sequence[str], Iterable[Sequence[object]]]


def workbook(name: str, title: str, notes: Sequence[str], sheets: Sequence[Sheet]) -> HttpResponse:
    """Return the answer that downloads ``sheets`` (name, headings, rows) as ``name``.xlsx; title and notes stand on the first.

    Without title and notes the headings are the first row, so that the file can be filled and sent back.
    """
    file = BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        bold = book.add_format({"bold": True})
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd-mm-yyyy", "valign": "top"})
        number = book.add_format({"num_format": "#,##0.####", "valign": "top"})
        for position, (label, headings, rows) in enumerate(sheets):
            sheet = book.add_worksheet(label[:31])
            top = 0
            if position == 0 and title:
                sheet.write_string(0, 0, title, bold)
                for line, note in enumerate(notes, start=1):
                    sheet.write_string(line, 0, note)
                top = len(notes) + 2
            sheet.write_row(top, 0, headings, head)
            sheet.freeze_panes(top + 1, 0)
            for column, heading in enumerate(headings):
                sheet.set_column(column, column, min(WIDEST, max(14, len(heading) + 2)))
            for line, row in enumerate(rows, start=top + 1):
                for column, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(line, column, value, day)
                    elif isinstance(value, int | Decimal):
                        sheet.write_number(line, column, value, number)
                    elif value is not None and value != "":
                        sheet.write_string(line, column, str(value))
    disposition = f'attachment; filename="{name}.xlsx"'
    return HttpResponse(file.getvalue(), content_type=XLSX, headers={"Content-Disposition": disposition})
