"""The dictionary as a workbook that can be loaded again without changing anything."""

import io
from collections.abc import Iterable

import xlsxwriter
from django.utils.translation import gettext as _

from matang.flow.needs.choices import CompetencyField
from matang.flow.needs.models import CompetencyText
from matang.ui.workbooks import PLAIN

HEADINGS = (
    ("Kode", 12), ("Kompetensi", 36), ("Kelompok", 16), ("Bidang atau urusan", 28), ("Definisi", 48), ("Level", 8),
    ("Rumusan ringkas", 48), ("Deskripsi level", 48), ("No indikator", 12), ("Indikator perilaku", 60),
)  # fmt: skip
"""Indonesian in every language, so that the file is understood on its way back."""


def dictionary_workbook(texts: Iterable[CompetencyText]) -> bytes:
    """Return an xlsx with one row for each indicator, or for each level without any."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, PLAIN)
    sheet = book.add_worksheet("Kamus")
    bold = book.add_format({"bold": True, "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (heading, width) in enumerate(HEADINGS):
        sheet.set_column(column, column, width, wrap)
        sheet.write_string(0, column, heading, bold)
    sheet.freeze_panes(1, 2)
    line = 0
    for text in texts:
        for row in _rows(text):
            line += 1
            for column, value in enumerate(row):
                if value != "":
                    sheet.write(line, column, value)
    sheet.data_validation(
        1, 2, max(line, 500), 2, {"validate": "list", "source": ["Manajerial", "Sosial kultural", "Teknis"], "ignore_blank": True}
    )
    sheet.data_validation(1, 5, max(line, 500), 5, {"validate": "list", "source": [1, 2, 3, 4, 5]})
    book.add_worksheet("Petunjuk").write_column(0, 0, _help())
    book.close()
    return file.getvalue()


def _rows(text: CompetencyText) -> Iterable[tuple[object, ...]]:
    words = {
        CompetencyField.MANAGERIAL: "Manajerial",
        CompetencyField.CULTURAL: "Sosial kultural",
        CompetencyField.TECHNICAL: "Teknis",
    }
    head = (text.code, text.name, words[CompetencyField(text.field)], text.area, text.definition)
    for number, level in enumerate(text.levels, start=1):
        body = (number, level["short"], level["official"])
        for at, indicator in enumerate(level["indicators"] or [""], start=1):
            yield (*head, *body, f"{number}.{at}" if indicator else "", indicator)


def _help() -> list[str]:
    return [
        _("Satu baris untuk satu indikator, atau satu baris untuk satu level bila belum ada indikatornya."),
        _("Kode mengenali kompetensi. Mengganti nama dengan kode yang sama berarti ganti nama, bukan kompetensi baru."),
        _("Sel yang dikosongkan tidak menghapus apa pun; kolom yang dibuang tidak mengubah apa pun."),
        _("Sesudah diunggah, Anda melihat dahulu apa yang akan dibuat, berganti nama, pindah, berubah, atau berakhir."),
    ]
