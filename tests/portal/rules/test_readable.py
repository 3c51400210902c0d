"""Conditions and formulas are read aloud as an official would say them."""

from datetime import date

import pytest

from matang import rules
from matang.portal.rules.readable import Clause, Reader

READER = Reader(date(2026, 11, 23))


def answered(key: str) -> dict[str, str]:
    """Return the condition of each answer of a classification."""
    item = rules.ALL[key]
    assert isinstance(item, rules.Classification)
    return {found.label: found.clause.flat for found in READER.answers(item)}


def defined(key: str) -> list[str]:
    """Return what the named numbers of an item mean."""
    return [said.flat for said in READER.definitions(rules.ALL[key])]


def test_a_requirement_names_the_value_that_differs_by_post() -> None:
    rule = rules.RULES["eligibility.has_enough_education"]
    assert READER.criteria(rule) == (
        Clause(
            "salah satu dari ini:",
            (
                Clause("peraturan tidak menetapkan “pendidikan minimum”"),
                Clause("pendidikan tertinggi sama dengan atau di atas “pendidikan minimum”"),
            ),
        ),
    )


def test_numbers_that_are_the_same_for_everybody_are_said_as_they_stand_on_the_day() -> None:
    assert defined("transfer.may_be_transferred") == ["paling awal dapat dimutasi = mulai memegang jabatan ditambah 24 bulan"]
    assert answered("index.category_of_index") == {
        "Sangat Tinggi": "nilai IP ASN lebih dari 90 poin",
        "Tinggi": "nilai IP ASN lebih dari 80 poin",
        "Sedang": "nilai IP ASN lebih dari 70 poin",
        "Rendah": "nilai IP ASN lebih dari 60 poin",
        "Sangat Rendah": "selain itu",
    }
    before = Reader(date(2019, 4, 4)).definitions(rules.ALL["transfer.may_be_transferred"])
    assert [said.flat for said in before] == [
        "paling awal dapat dimutasi = mulai memegang jabatan ditambah “masa jabatan paling singkat sebelum mutasi”"
    ]


def test_a_later_answer_does_not_repeat_what_an_earlier_one_took() -> None:
    assert answered("transfer.is_it_time") == {
        "terlalu awal": "tanggal pemeriksaan sebelum paling awal dapat dimutasi",
        "sudah waktunya": "tanggal pemeriksaan pada atau sebelum paling lambat dimutasi",
        "terlambat": "selain itu",
    }


def test_a_share_is_said_as_a_share() -> None:
    rule = rules.RULES["rating.does_distribution_fit"]
    assert READER.criteria(rule)[0].parts[1].text == (
        "jumlah pegawai Sangat Baik paling banyak “bagian Sangat Baik paling banyak” dari jumlah pegawai yang dinilai"
    )


def test_a_formula_shows_weights_and_cases() -> None:
    assert defined("talent.how_high_performance") == [
        "sumbu kinerja = 60 persen × nilai kinerja utama + 40 persen × nilai penguat kinerja"
    ]
    competency = next(said for said in READER.definitions(rules.ALL["index.how_professional"]) if "Kompetensi" in said.text)
    assert [part.text for part in competency.parts[2].parts] == [
        "22,5 poin, bila JP pelatihan teknis setahun terakhir paling sedikit 20 JP",
        "17,5 poin, bila seminar atau sejenisnya dua tahun terakhir: ada",
    ]


def test_a_table_is_shown_as_a_table() -> None:
    found = READER.matrix(rules.ALL["talent.which_box"])
    assert found is not None
    assert (found.rows_label, found.columns_label, found.columns) == (
        "tingkat kinerja", "tingkat potensial", ("rendah", "menengah", "tinggi"),
    )  # fmt: skip
    assert found.rows[2] == ("di atas ekspektasi", ("Kotak 4", "Kotak 7", "Kotak 9"))
    assert READER.matrix(rules.ALL["transfer.is_it_time"]) is None


@pytest.mark.parametrize("key", rules.ALL)
def test_everything_there_is_can_be_read_aloud(key: str) -> None:
    item = rules.ALL[key]
    said = [clause.flat for clause in READER.definitions(item)]
    if isinstance(item, rules.Rule):
        said += [clause.flat for clause in READER.criteria(item)]
    elif isinstance(item, rules.Classification):
        said += [found.clause.flat for found in READER.answers(item)]
    else:
        said.append(READER.name(item.expression))
    assert said
    for line in said:
        assert line.strip() == line
        assert "  " not in line
        assert "%(" not in line
        left, equal, right = line.partition(" = ")
        assert not equal or left != right
