"""Posts written with "Plt." or "Plh." before the name."""

from datetime import date

import pytest

from matang.flow.register.choices import IncumbencyKind
from matang.flow.register.models import Incumbency, Post
from matang.flow.register.services.imports.acting import read_holding
from matang.foundation.tenancy.models import Agency
from tests.flow.register.imports.files import nip, person, siasn
from tests.flow.register.imports.road import found, write

HEAD = {
    "JABATAN_NAMA": "Kepala Dinas Kesehatan",
    "JENIS_JABATAN_NAMA": "Jabatan Struktural",
    "UNOR_NAMA": "Dinas Kesehatan",
    "TMT_JABATAN": "01-09-2026",
}


@pytest.mark.parametrize(
    ("written", "kind", "name"),
    [
        ("Plt. Kepala Dinas", "acting", "Kepala Dinas"),
        ("PLT Kepala Dinas", "acting", "Kepala Dinas"),
        ("plt.Kepala Dinas", "acting", "Kepala Dinas"),
        ("Pelaksana  Tugas Camat", "acting", "Camat"),
        ("Plh. Camat", "stand_in", "Camat"),
        ("PELAKSANA HARIAN CAMAT", "stand_in", "CAMAT"),
        ("Plt.", "acting", ""),
        ("Pltu Operator", "definitive", "Pltu Operator"),
        ("Pelaksana", "definitive", "Pelaksana"),
        ("Kepala Dinas", "definitive", "Kepala Dinas"),
    ],
)
def test_how_a_post_is_held(written: str, kind: str, name: str) -> None:
    assert read_holding(written) == (kind, name)


def held(number: int) -> list[tuple[str, str, date, date | None, bool]]:
    """Return how a person holds posts: post, kind, start, end, alone."""
    rows = Incumbency.objects.filter(person__nip=nip(number)).order_by("valid_from", "kind")
    return list(rows.values_list("post__name", "kind", "valid_from", "valid_to", "sole"))


def test_acting_is_added_to_the_post_itself_beside_the_definitive_one(agency: Agency) -> None:
    write(agency, siasn([person(1), person(2, **HEAD)]))
    before = held(1)
    acting = siasn([person(1, **HEAD | {"JABATAN_NAMA": "Plt. Kepala Dinas Kesehatan"})])
    plan = write(agency, acting)
    assert found(plan) == [("Data Utama", 2, "acting_post", "Plt. Kepala Dinas Kesehatan")]
    assert plan.rows[0].changes == [("post", "", "Pelaksana tugas (Plt.): Kepala Dinas Kesehatan, Dinas Kesehatan (01-09-2026)")]
    assert held(1) == [*before, ("Kepala Dinas Kesehatan", IncumbencyKind.ACTING, date(2026, 9, 1), None, False)]
    assert held(2) == [("Kepala Dinas Kesehatan", IncumbencyKind.DEFINITIVE, date(2026, 9, 1), None, True)]
    assert write(agency, acting).tally["unchanged"] == 1
    assert Post.objects.count() == 2


def test_a_post_in_which_only_somebody_acts_is_made_under_its_own_name(agency: Agency) -> None:
    write(agency, siasn([person(1, **HEAD | {"JABATAN_NAMA": "PLH KEPALA DINAS KESEHATAN"})]))
    assert list(Post.objects.values_list("name", "kind", "capacity")) == [("KEPALA DINAS KESEHATAN", "jpt_pratama", 1)]
    assert held(1) == [("KEPALA DINAS KESEHATAN", IncumbencyKind.STAND_IN, date(2026, 9, 1), None, False)]
    definitive = write(agency, siasn([person(2, **HEAD)]))
    assert (definitive.tally["create"], found(definitive)) == (1, [])


def test_a_mark_without_a_post_is_refused(agency: Agency) -> None:
    plan = write(agency, siasn([person(1, JABATAN_NAMA="Plt.")]))
    assert found(plan) == [("Data Utama", 2, "post_blank", "Plt.")]


def test_a_refused_row_shows_its_post_and_unit_as_written(agency: Agency) -> None:
    plan = write(agency, siasn([person(1, NIP_BARU="123", UNOR_NAMA="Puskesmas  Contoh", JABATAN_NAMA="Plt. Kepala")]))
    assert [(row.post, row.unit) for row in plan.rows] == [("Plt. Kepala", "Puskesmas Contoh")]
    assert Incumbency.objects.count() == 0
