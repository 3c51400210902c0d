"""Every dated value, rule and source as one workbook, with columns for whoever reviews them."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO

import xlsxwriter
from django.utils.translation import gettext as _

from matang import rules
from matang.portal.rules.listing import topic_of
from matang.portal.rules.sources import source_pages
from matang.portal.rules.values import references_on, users_of, values_of
from matang.portal.rules.words import begun, marks, show, term
from matang.ui.workbooks import PLAIN

WIDTHS = (34, 46, 26, 22, 13, 13, 26, 26, 20, 18, 16, 40, 46, 18, 30)


def workbook(on: date) -> bytes:
    """Return the workbook; values marked as holding are those of the day."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, PLAIN)
    styles = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "day": book.add_format({"num_format": "dd-mm-yyyy", "valign": "top"}),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
        "title": book.add_format({"bold": True}),
    }
    title = _("Nilai yang berlaku dihitung per %(day)s. Kolom Telaah dan Catatan penelaah kosong untuk diisi.") % {
        "day": show(on)
    }
    for name, headings, rows in (
        (_("Nilai"), _value_headings(), _values(on)),
        (_("Aturan"), _rule_headings(), _rules(on)),
        (_("Sumber"), _source_headings(), _sources(on)),
    ):
        page = book.add_worksheet(name)
        page.write_string(0, 0, title, styles["title"])
        _sheet(page, styles, headings, rows)
    book.close()
    return file.getvalue()


def _sheet(
    page: xlsxwriter.worksheet.Worksheet,
    styles: dict[str, xlsxwriter.format.Format],
    headings: Sequence[str],
    rows: Iterable[Sequence[object]],
) -> None:
    """Write a table below the title."""
    page.write_row(2, 0, headings, styles["head"])
    last = 2
    for last, row in enumerate(rows, start=3):
        for column, value in enumerate(row):
            if isinstance(value, date):
                page.write_datetime(last, column, value, styles["day"])
            elif value is not None and value != "":
                page.write(last, column, value, styles["cell"])
    for column in range(len(headings)):
        page.set_column(column, column, WIDTHS[column])
    page.freeze_panes(3, 1)
    page.autofilter(2, 0, max(last, 3), len(headings) - 1)


def _yes(value: object) -> str:
    return _("ya") if value else _("tidak")


def _value_headings() -> tuple[str, ...]:
    return (
        _("Kunci"), _("Nama"), _("Untuk"), _("Nilai"), _("Berlaku mulai"), _("Berlaku sampai sebelum"), _("Sumber"), _("Pasal"),
        _("Keyakinan"), _("Belum diverifikasi"), _("Terakhir diperiksa"), _("Catatan"), _("Dipakai aturan"), _("Telaah"),
        _("Catatan penelaah"),
    )  # fmt: skip


def _values(on: date) -> Iterable[Sequence[object]]:
    for parameter in rules.PARAMETERS.values():
        used = "; ".join(term(item.question) for item in users_of(parameter.key))
        for line in values_of(parameter, on).history:
            reference = line.reference
            yield (
                parameter.key, begun(term(parameter.label)), line.subject, line.value, line.begin, line.end,
                reference.source.title,
                reference.article, line.mark.word, _yes(line.mark.unverified), reference.last_checked, line.note, used,
            )  # fmt: skip


def _rule_headings() -> tuple[str, ...]:
    return (
        _("Kunci"), _("Pertanyaan"), _("Topik"), _("Pasal"), _("Terakhir diperiksa"), _("Belum diverifikasi"), _("Keyakinan"),
        _("Telaah"), _("Catatan penelaah"), "", "", _("Penjelasan"),
    )  # fmt: skip


def _rules(on: date) -> Iterable[Sequence[object]]:
    for item in rules.ALL.values():
        references = references_on(item, on)
        found = marks(references)
        yield (
            item.key, term(item.question), term(rules.TOPICS[topic_of(item.key)]), str(item.reference),
            min(reference.last_checked for reference in references), _yes(found.unverified), found.word, "", "", "", "",
            term(item.explained),
        )  # fmt: skip


def _source_headings() -> tuple[str, ...]:
    return (
        _("Sumber"), _("Tentang"), _("Kunci"), _("Tempat dibaca"), _("Berlaku mulai"), _("Dicabut"), _("Jumlah rujukan"),
        _("Rujukan yang belum dibaca dari naskah"),
    )  # fmt: skip


def _sources(on: date) -> Iterable[Sequence[object]]:
    for page in source_pages(on):
        source = page.source
        yield (
            source.title, term(source.about), source.key, source.url, page.since, source.repealed,
            len(page.items) + len(page.values),
            page.unread,
        )  # fmt: skip
