"""Values from Excel: every row is taken or told, nothing is stored before somebody says so, and a file can be taken back."""

import io
from collections.abc import Sequence
from decimal import Decimal

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from matang.flow.aims.public import set_indicator
from matang.flow.measure.models import Series, SeriesImport, SeriesValue
from matang.flow.measure.services.imports import (
    HEADINGS,
    UnreadableValuesError,
    discard_import,
    prepare_import,
    store_import,
    undo_import,
)
from matang.flow.measure.services.numbers import NotANumberError, read_number
from matang.flow.measure.services.values import NewValue, enter_value
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from tests.cast import Cast
from tests.flow.measure.world import FIRST, indicator_of, planner, series_of_clinic
from tests.http import ActorClient

pytestmark = pytest.mark.django_db


@pytest.fixture
def series(cast: Cast) -> Series:
    return series_of_clinic(cast, indicator_of(cast))


def file_of(rows: Sequence[Sequence[object]], headings: Sequence[str] = HEADINGS) -> bytes:
    """Return a workbook with these rows."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([headings, *rows]):
            sheet.write_row(number, 0, row)
    return made.getvalue()


def line(series: Series, period: object, value: object, as_at: object, *counts: object) -> list[object]:
    """Return a row of the file."""
    above, below = counts or ("", "")
    return [series.pk, "", "", period, value, "", above, below, as_at, ""]


def test_an_ugly_file_is_taken_where_it_can_be_and_told_where_not(cast: Cast, series: Series) -> None:
    rows = [
        line(series, "01-01-2025", "61,5", "05-02-2025"),
        line(series, "2025-02-01", 60, "5 Maret 2025"),
        line(series, "", "", ""),
        line(series, "01-03-2025", "–", "05-04-2025"),
        line(series, "kapan saja", 3, "05-04-2025"),
        line(series, "01-01-2025", 7, "05-02-2025"),
        line(series, "01-04-2025", 7, "01-01-2999"),
        line(series, "01-05-2025", 7, "01-06-2025", "x", 3),
        [999_999_999, "", "", "01-01-2025", 5, "", "", "", "01-02-2025", ""],
        line(series, "01-12-2024", 5, "01-02-2025"),
    ]
    made = prepare_import(actor=planner(cast), file_name="nilai.xlsx", content=file_of(rows))
    assert [(row["row"], row["period"], row["value"]) for row in made.lines] == [
        (2, "2025-01-01", "61.5"),
        (3, "2025-02-01", "60"),
    ]
    assert [(row, column, code) for row, column, code, _text in made.findings] == [
        (5, "NILAI", "number"),
        (6, "PERIODE", "day"),
        (7, "PERIODE", "twice"),
        (8, "DIKETAHUI PER", "fault"),
        (9, "PEMBILANG", "count"),
        (10, "NOMOR DERET", "series"),
        (11, "PERIODE", "fault"),
    ]
    assert SeriesValue.objects.count() == 0
    store_import(actor=planner(cast), import_id=made.pk)
    store_import(actor=planner(cast), import_id=made.pk)
    assert list(SeriesValue.objects.order_by("period_start").values_list("value", "loaded_id")) == [
        (Decimal("61.5000"), made.pk),
        (Decimal("60.0000"), made.pk),
    ]


def test_a_file_taken_back_withdraws_its_values_and_leaves_those_of_others(cast: Cast, series: Series) -> None:
    actor = planner(cast)
    enter_value(actor=actor, series_id=series.pk, new=NewValue(FIRST, Decimal(1), FIRST))
    made = prepare_import(actor=actor, file_name="a.xlsx", content=file_of([line(series, "01-02-2025", 60, "05-03-2025")]))
    with pytest.raises(RefusedError, match="belum disimpan"):
        undo_import(actor=actor, import_id=made.pk, reason="x")
    store_import(actor=actor, import_id=made.pk)
    with pytest.raises(RefusedError, match="Tulis alasan"):
        undo_import(actor=actor, import_id=made.pk, reason=" ")
    undo_import(actor=actor, import_id=made.pk, reason="Berkas keliru")
    standing = SeriesValue.objects.filter(withdrawn_at__isnull=True)
    assert list(standing.values_list("value", flat=True)) == [Decimal("1.0000")]
    assert SeriesValue.objects.count() == 2


def test_a_row_that_became_wrong_meanwhile_stops_the_whole_file(cast: Cast, series: Series) -> None:
    actor = planner(cast)
    rows = [line(series, "01-02-2025", 60, "05-03-2025"), line(series, "01-03-2025", 61, "05-04-2025")]
    made = prepare_import(actor=actor, file_name="a.xlsx", content=file_of(rows))
    other = NewValue(FIRST.replace(month=3), Decimal(9), FIRST.replace(month=4, day=5))
    enter_value(actor=actor, series_id=series.pk, new=other)
    with pytest.raises(RefusedError, match="Baris 3: Maret 2025 sudah punya nilai lain"):
        store_import(actor=actor, import_id=made.pk)
    assert list(SeriesValue.objects.values_list("value", flat=True)) == [Decimal("9.0000")]
    made.refresh_from_db()
    assert made.state == "ready"
    discard_import(actor=actor, import_id=made.pk)
    with pytest.raises(RefusedError, match="tidak menunggu keputusan"):
        store_import(actor=actor, import_id=made.pk)


def test_a_unit_head_can_only_take_rows_of_the_own_series_and_decides_the_own_file(cast: Cast, series: Series) -> None:
    content = file_of([line(series, "01-02-2025", 60, "05-03-2025")])
    other, head = actor_of(cast.users["other_unit_head"]), actor_of(cast.users["unit_head"])
    assert prepare_import(actor=other, file_name="a.xlsx", content=content).lines == []
    made = prepare_import(actor=head, file_name="a.xlsx", content=content)
    with pytest.raises(RefusedError, match="diputus oleh yang mengunggahnya"):
        store_import(actor=other, import_id=made.pk)
    assert SeriesValue.objects.count() == 0


def test_what_is_no_list_of_values_is_refused_with_the_way_out(cast: Cast, series: Series) -> None:
    for content, words in (
        (b"", "Berkas kosong"),
        (b"PK\x03\x04 rusak", "."),
        (file_of([[1]], ["LAIN"]), "NOMOR DERET"),
        (file_of([[series.pk]], ["NOMOR DERET"]), "Kolom PERIODE, NILAI, DIKETAHUI PER tidak ada"),
    ):
        with pytest.raises(UnreadableValuesError, match=words):
            prepare_import(actor=planner(cast), file_name="x.xlsx", content=content)
    assert SeriesImport.objects.count() == 0


def test_the_template_comes_back_filled(cast: Cast, series: Series) -> None:
    client = ActorClient(cast.users["unit_head"])
    template = client.get(reverse("measure:import_template")).content
    upload = SimpleUploadedFile("isi.xlsx", template)
    answer = client.post(reverse("measure:imports"), {"file": upload})
    made = SeriesImport.objects.get()
    assert answer["Location"] == reverse("measure:import", args=[made.pk])
    assert (made.lines, made.findings) == ([], [])
    assert b"NOMOR DERET" not in client.get(answer["Location"]).content
    assert series.responsible_id == cast.units["clinic"].pk


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.250", "1250"), ("1.234,5", "1234.5"), ("12,5", "12.5"), ("12.5", "12.5"), ("-3", "-3"), ("82,5%", "82.5"), ("0", "0")],
)
def test_numbers_are_read_as_an_office_writes_them(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "–", "1,2,3", "1.23,4", "abc", "1e5", "NaN", "0,12345", "9" * 17])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NotANumberError):
        read_number(text)


def test_numbers_of_excel_are_taken_as_they_are_and_texts_as_an_office_writes_them(cast: Cast, series: Series) -> None:
    rows = [
        line(series, "01-01-2025", 61.125, "05-02-2025"),
        line(series, "01-02-2025", 8 / 3, "05-03-2025"),
        line(series, "01-03-2025", "61.125", "05-04-2025"),
        line(series, "01-04-2025", "61,12345", "05-05-2025"),
        line(series, "01-05-2025", 61.00000001, "05-06-2025"),
    ]
    made = prepare_import(actor=planner(cast), file_name="nilai.xlsx", content=file_of(rows))
    assert [(row["row"], row["value"]) for row in made.lines] == [(2, "61.125"), (3, "2.6667"), (4, "61125"), (6, "61")]
    assert [(row, column, text) for row, column, _code, text in made.findings] == [
        (
            5,
            "NILAI",
            (
                "61,12345 bukan angka dengan paling banyak empat angka di belakang koma. Yang belum diketahui dihapus barisnya, "
                "bukan diisi 0 atau –."
            ),
        )
    ]


def test_another_unit_a_fraction_and_a_contradiction_are_told_row_by_row_with_the_way_out(cast: Cast) -> None:
    actor = planner(cast)
    indicator = indicator_of(cast)
    days = series_of_clinic(cast, indicator)
    share = series_of_clinic(cast, set_indicator(actor=actor, aim_id=indicator.aim_id, name="Terlayani", measure_unit="persen"))
    enter_value(actor=actor, series_id=share.pk, new=NewValue(FIRST, Decimal(44), FIRST.replace(month=2)))
    one = [
        line(days, "01-01-2025", "45%", "05-02-2025"),
        line(days, "01-02-2025", 6, "05-03-2025"),
        line(share, "01-02-2025", 0.45, "05-03-2025"),
        line(share, "01-03-2025", 0.5, "05-04-2025", 2, 400),
        line(share, "01-04-2025", 130, "05-05-2025"),
        line(share, "01-05-2025", "42", "05-06-2025", 30, 400),
        line(share, "01-01-2025", 43, "01-02-2025"),
        line(share, "01-01-2025", 44, "01-02-2025"),
    ]
    one[1][5], one[3][5] = "persen", "%"
    made = prepare_import(actor=actor, file_name="nilai.xlsx", content=file_of(one))
    assert [(found[0], *found[2:]) for found in made.findings] == [
        (2, "unit", "Deret ini dalam hari, bukan %. Ubah nilainya ke hari, atau isi nomor deret yang benar."),
        (3, "unit", "Deret ini dalam hari, bukan persen. Ubah nilainya ke hari, atau isi nomor deret yang benar."),
        (
            4,
            "fraction",
            (
                "0,45 persen, padahal nilai terakhirnya 44 persen. Bila sel Excel berformat persen, tulis angkanya saja, "
                "misalnya 45; bila memang sekecil itu, isi juga pembilang dan penyebutnya."
            ),
        ),
        (
            6,
            "fault",
            "Lebih dari 100 persen. Bila memang begitu, misalnya realisasi terhadap target, isi juga pembilang dan penyebutnya.",
        ),
        (7, "fault", "Nilai 42 persen tidak sesuai dengan 30 dari 400, yaitu 7,5 persen. Perbaiki salah satunya."),
        (
            8,
            "taken",
            (
                "Januari 2025 sudah punya nilai lain yang diketahui per tanggal itu. Bila ini revisi, isi tanggal terbit yang "
                "baru; bila yang lama salah, tarik dulu."
            ),
        ),
        (9, "twice", "Deret dan periode ini sudah ada di baris 8."),
    ]
    assert [column for _row, column, *_rest in made.findings] == [
        "NILAI", "SATUAN", "NILAI", "NILAI", "NILAI", "NILAI", "PERIODE",
    ]  # fmt: skip
    assert [(row["row"], row["value"]) for row in made.lines] == [(5, "0.5")]
    assert SeriesValue.objects.count() == 1
