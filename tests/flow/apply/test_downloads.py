"""The lists as files: the rows of the screen with the same filters, and no cell a formula."""

from datetime import datetime
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from matang.flow.apply.models import Practice, Recommendation
from matang.foundation.clock.services import now, today
from tests.cast import Cast
from tests.flow.apply.homecoming import TITLE, adopted, copied
from tests.http import ActorClient

pytestmark = pytest.mark.django_db


def file_of(client: ActorClient, name: str, **filters: str) -> list[list[object]]:
    """Return the rows of a file below its headings, with the heading row first; every cell is a value."""
    answer = client.get(reverse(f"apply:{name}_download"), filters)
    assert answer.status_code == 200
    book = load_workbook(BytesIO(answer.content))
    rows = [[cell.value for cell in row] for row in book.active.iter_rows()]
    assert not any(cell.data_type == "f" for row in book.active.iter_rows() for cell in row)
    return rows[3:]


def test_each_list_is_a_file_with_its_filters_and_only_what_one_reads(cast: Cast) -> None:
    made = adopted(cast)
    Recommendation.objects.filter(pk=made.recommendation.pk).update(title="=HYPERLINK(1)")
    copied(made, "submitted", returned_on=today())
    Practice.objects.create(
        agency=cast.palu, title="Regu pompa", what="Regu", result="failed", government="Palu", unit_name="Puskesmas",
        person=cast.people["servant"], changed_at=now(), need_money="needed",
    )  # fmt: skip
    mayor, other = ActorClient(cast.users["appointing_official"]), ActorClient(cast.users["other_unit_head"])
    day = datetime.combine(today(), datetime.min.time())
    head, *rows = file_of(mayor, "recommendations", urut="judul")
    assert head[:7] == [
        "Rekomendasi", "Dilihat di", "Dibawa pulang oleh", "Unit pengusul", "Unit pemilik", "Status", "Giliran",
    ]  # fmt: skip
    assert [(row[0], row[5], row[10], row[11], row[12]) for row in rows] == [
        ("=HYPERLINK(1)", "Sudah diputus", "Terapkan", day, 48_000_000),
        (f"{TITLE} submitted", "Diajukan", None, None, 48_000_000),
    ]
    assert [row[0] for row in file_of(mayor, "recommendations", status="submitted")[1:]] == [f"{TITLE} submitted"]
    assert [row[:8] for row in file_of(mayor, "adoptions")[1:]] == [
        ["=HYPERLINK(1)", "Terapkan", "Puskesmas Contoh", day, None, made.journey.indicator.name, 30, head_due(day)]
    ]
    assert file_of(mayor, "adoptions", status="applied")[1:] == []
    assert [row[1] for row in file_of(mayor, "stuck")[1:]] == ["Belum ada tindakan", "Belum dipaparkan"]
    found = file_of(mayor, "practices", q="pompa", hasil="failed")[1:]
    assert [(row[0], row[4], row[9]) for row in found] == [("Regu pompa", "Tidak berhasil diterapkan", "Diperlukan")]
    assert cast.people["servant"].full_name not in str(found)
    assert file_of(mayor, "practices", hasil="worked")[1:] == []
    assert [file_of(other, name)[1:] for name in ("recommendations", "adoptions", "stuck")] == [[], [], []]
    page = mayor.get(reverse("apply:recommendations"), {"status": "submitted"}).content.decode()
    assert f'{reverse("apply:recommendations_download")}?status=submitted"' in page


def head_due(day: datetime) -> datetime:
    """Return the last day of the first clock."""
    return day.fromordinal(day.toordinal() + 30)


def test_a_file_of_many_asks_the_database_no_more_than_of_one(cast: Cast) -> None:
    made = adopted(cast)
    client = ActorClient(cast.users["appointing_official"])
    counts = []
    for more in (0, 5):
        for number in range(more):
            copied(made, "submitted", title=f"Lagi {number}")
        with CaptureQueriesContext(connection) as asked:
            file_of(client, "recommendations")
        counts.append(len(asked))
    assert counts[0] == counts[1]
