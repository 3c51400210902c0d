"""The national list: dirty values are kept out with row and reason, and a programme goes into the tree once."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import pytest
import xlsxwriter
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from matang.flow.aims.models import Aim, Indicator, Nomenclature, NomenclatureEdition
from matang.flow.aims.public import aim_line
from matang.flow.aims.services.nomenclature import (
    add_programme,
    discard_nomenclature,
    load_nomenclature,
    read_nomenclature,
    use_nomenclature,
)
from matang.flow.aims.services.nomenclature.findings import counted, shown
from matang.flow.register.public import UnreadableFileError
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.selectors import actor_of
from matang.foundation.audit.models import Decision
from matang.foundation.clock.services import today
from tests.cast import Cast
from tests.flow.aims.planting import planner, plant
from tests.http import ActorClient

OWN = (Path(__file__).parent / "files" / "nomenklatur_contoh.csv").read_bytes()
NATIONAL = sorted(
    (Path(__file__).resolve().parents[4] / "shared" / "data" / "programmes").glob("nomenklatur_subkegiatan_*_kabkota.csv")
)
TAKEN = ["9.01.02.2.01.0001", "9.01.02.2.01.0002", "9.01.02.2.01.0006", "X.XX.01.2.01.0001"]


def loaded(cast: Cast, content: bytes = OWN) -> NomenclatureEdition:
    return load_nomenclature(actor=planner(cast), content=content, file_name="n.csv", title="Contoh", source="Kepmen contoh")


def as_workbook(content: bytes) -> bytes:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"strings_to_formulas": False})
    sheet = book.add_worksheet("Lampiran")
    sheet.write(0, 0, "LAMPIRAN KEPUTUSAN CONTOH")
    for number, row in enumerate(csv.reader(StringIO(content.decode())), start=2):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    book.close()
    return file.getvalue()


def test_what_cannot_be_taken_is_kept_out_with_row_and_reason() -> None:
    reading = read_nomenclature(OWN, "n.csv")
    assert [row["code"] for row in reading.rows if row["level"] == "sub_activity"] == TAKEN
    assert [(each["row"], each["code"], each["value"]) for each in reading.kept_out] == [
        (4, "code_missing", ""),
        (5, "code_malformed", "9.01.02.2.01.A3"),
        (6, "code_twice", "9.01.02.2.01.0001"),
        (7, "parent_mismatch", "9.01.03.2.01.0004"),
        (8, "title_missing", "-"),
        (9, "measure_is_number", "12"),
        (9, "nothing_said", "-"),
        (9, "service_unknown", "Mungkin"),
        (9, "title_twice", "Penyusunan peta contoh"),
        (10, "above_missing", "Kegiatannya tanpa nama"),
        (11, "output_is_indicator", "Jumlah rencana"),
    ]
    assert [(each["row"], each["code"]) for each in reading.mended] == [
        (3, "spaces"), (3, "spaces"), (9, "name_differs"), (11, "measure_case"),
    ]  # fmt: skip
    tally = reading.tally
    assert (tally["read"], tally["taken"], tally["kept_out"]) == (10, 4, 6)
    assert (tally["field"], tally["programme"], tally["activity"]) == (2, 2, 2)


def test_values_stay_exact_and_what_says_nothing_stays_unknown() -> None:
    rows = {row["code"]: row for row in read_nomenclature(OWN, "n.csv").rows}
    second, odd = rows["9.01.02.2.01.0002"], rows["9.01.02.2.01.0006"]
    assert (second["title"], second["measure_unit"], second["minimum_service"]) == ("Pelatihan petugas contoh", "Orang", True)
    assert (odd["measure_unit"], odd["output"], odd["minimum_service"]) == ("", "", None)
    assert rows["9.01.02.2.01.0001"]["definition"] == "Cakupan:\n- satu\n- dua"
    assert rows["9.01.02.2.01"] == {
        "level": "activity", "code": "9.01.02.2.01", "parent_code": "9.01.02", "title": "Kegiatan contoh pertama", "row": 2,
    }  # fmt: skip


def test_a_workbook_with_lines_above_the_headings_reads_the_same() -> None:
    own, book = read_nomenclature(OWN, "n.csv"), read_nomenclature(as_workbook(OWN), "n.xlsx")
    assert [(row["code"], row["title"]) for row in book.rows] == [(row["code"], row["title"]) for row in own.rows]
    assert [(each["row"] - 2, each["code"]) for each in book.kept_out] == [(each["row"], each["code"]) for each in own.kept_out]


def test_measures_are_written_one_way_and_slips_are_told() -> None:
    head = "kode_program,program,kode_kegiatan,kegiatan,kode_subkegiatan,subkegiatan,satuan\n"
    lines = [f"1.01.02,P,1.01.02.2.01,K,1.01.02.2.01.{number:04},Nama {number},Dokumen" for number in range(1, 41)]
    lines += [
        "1.01.02,P,1.01.02.2.01,K,1.01.02.2.01.0091,Nama a,Doumen",
        "1.01.02,P,1.01.02.2.01,K,1.01.02.2.01.0092,Nama b,DOKUMEN",
    ]
    reading = read_nomenclature((head + "\n".join(lines)).encode(), "n.csv")
    assert {row["measure_unit"] for row in reading.rows if row["level"] == "sub_activity"} == {"Dokumen"}
    assert [(each["row"], each["code"], each["value"]) for each in reading.mended] == [
        (42, "measure_typo", "Doumen"), (43, "measure_case", "DOKUMEN"),
    ]  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"nama,alamat\na,b\n", b"\x00\x01\x02"])
def test_another_file_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        read_nomenclature(content, "n.csv")


def test_every_finding_reads_as_a_sentence() -> None:
    reading = read_nomenclature(OWN, "n.csv")
    sentences = [shown(each) for each in reading.findings]
    assert all("%(" not in one.reason + one.way_out for one in sentences)
    assert counted(reading.findings)[0][0] == "row"


@pytest.mark.skipif(not NATIONAL, reason="the ministry's list is not on this machine")
def test_the_ministry_s_list_is_taken_whole() -> None:
    reading = read_nomenclature(NATIONAL[-1].read_bytes(), NATIONAL[-1].name)
    assert {key: reading.tally.get(key, 0) for key in ("read", "taken", "kept_out", "field", "programme", "activity")} == {
        "read": 3550, "taken": 3550, "kept_out": 0, "field": 45, "programme": 189, "activity": 713,
    }  # fmt: skip
    assert len(reading.rows) == 4497
    kinds = {key: reading.tally.get(key, 0) for key in ("title_twice", "output_is_indicator", "measure_typo", "nothing_said")}
    assert kinds == {"title_twice": 8, "output_is_indicator": 6, "measure_typo": 1, "nothing_said": 0}


def test_a_list_is_looked_at_first_and_used_by_a_named_officer(cast: Cast) -> None:
    edition = loaded(cast)
    assert (edition.state, Nomenclature.objects.count()) == ("ready", 10)
    with pytest.raises(ValidationError, match="sudah dimuat"):
        loaded(cast)
    use_nomenclature(actor=planner(cast), edition_id=edition.pk)
    use_nomenclature(actor=planner(cast), edition_id=edition.pk)
    assert list(Decision.objects.values_list("kind", "reason")) == [("aims.nomenclature_in_use", "Kepmen contoh")]
    discard_nomenclature(actor=planner(cast), edition_id=edition.pk)
    assert (Nomenclature.objects.count(), loaded(cast).state) == (0, "ready")


@pytest.mark.parametrize("name", ["hr_officer", "unit_head", "malang_officer"])
def test_nobody_else_loads_a_list(cast: Cast, name: str) -> None:
    with pytest.raises(RefusedError):
        load_nomenclature(actor=actor_of(cast.users[name]), content=OWN, file_name="n.csv", title="x")
    assert NomenclatureEdition.objects.count() == 0


@pytest.fixture
def used(cast: Cast) -> NomenclatureEdition:
    return use_nomenclature(actor=planner(cast), edition_id=loaded(cast).pk)


def test_a_programme_goes_into_the_tree_once_and_asking_again_adds_what_is_missing(cast: Cast, used: NomenclatureEdition) -> None:
    grove = plant(cast)
    asked = {
        "actor": planner(cast),
        "edition_id": used.pk,
        "code": "9.01.02",
        "plan_id": grove.plan.pk,
        "unit_id": cast.units["social"].pk,
        "parent_id": grove.at["objective"].pk,
    }
    first = add_programme(**asked, only=frozenset({"9.01.02.2.01.0001"}))
    assert (first.made, first.indicators, first.there) == (3, 1, 0)
    again = add_programme(**asked)
    assert (again.made, again.indicators, again.there) == (2, 1, 3)
    assert again.programme.pk == first.programme.pk
    sub = Aim.objects.get(code="9.01.02.2.01.0002")
    assert [step.level for step in aim_line(sub.pk, today())][-3:] == ["programme", "activity", "sub_activity"]
    assert sub.path.startswith(grove.at["objective"].path)
    one = Indicator.objects.get(aim=sub)
    assert (one.name, one.measure_unit, one.baseline_value, one.unit_id) == (
        "Jumlah petugas",
        "Orang",
        None,
        cast.units["social"].pk,
    )
    assert add_programme(**asked).made == 0


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"code": "9.09.09"}, "tidak ada dalam daftar"),
        ({"only": frozenset()}, "sedikitnya satu"),
        ({"parent": "mission"}, "Program bergantung pada sasaran"),
        ({"unit_id": None}, "Pilih dokumen dan unitnya"),
    ],
)
def test_what_cannot_be_planted_changes_nothing(
    cast: Cast, used: NomenclatureEdition, change: dict[str, object], words: str
) -> None:
    grove = plant(cast)
    asked: dict[str, object] = {
        "edition_id": used.pk, "code": "9.01.02", "plan_id": grove.plan.pk, "unit_id": cast.units["health"].pk,
    }  # fmt: skip
    parent = change.pop("parent", "objective")
    with pytest.raises(RefusedError, match=words):
        add_programme(actor=planner(cast), parent_id=grove.at[str(parent)].pk, **(asked | change))
    assert Aim.objects.count() == 7


def test_an_officer_loads_looks_and_downloads_what_was_kept_out(cast: Cast, browse: type[ActorClient]) -> None:
    client = browse(cast.users["programme_planner"])
    file = SimpleUploadedFile("n.csv", OWN)
    answer = client.post(reverse("aims:edition_new"), {"file": file, "title": "Contoh 2027"}, follow=True)
    page = answer.content.decode()
    assert "Kode berulang" in page
    assert "Pakai daftar ini" in page
    edition = NomenclatureEdition.objects.get()
    book = load_workbook(BytesIO(client.get(reverse("aims:findings_download", args=[edition.pk])).content))
    rows = [[cell.value for cell in row][:4] for row in book.active.iter_rows(min_row=6)]
    assert rows[:2] == [
        ["baris tidak ikut", 4, "kode subkegiatan", None],
        ["baris tidak ikut", 5, "kode subkegiatan", "9.01.02.2.01.A3"],
    ]
    assert len(rows) == 15
    client.post(reverse("aims:edition", args=[edition.pk]), {"act": "use"})
    found = client.get(reverse("aims:nomenclature"), {"q": "petugas"}).content.decode()
    assert "Pelatihan petugas contoh" in found
    grove = plant(cast)
    sent = {
        "plan": grove.plan.pk, "unit": cast.units["health"].pk, "target": grove.at["objective"].pk,
        "codes": ["9.01.02.2.01.0001", "9.01.02.2.01.0002"],
    }  # fmt: skip
    answer = client.post(reverse("aims:plant", args=["9.01.02"]), sent, follow=True).content.decode()
    assert "4 simpul dan 2 indikator ditambahkan." in answer
