# ruff: noqa: E501 - tables read best as tables
"""Names of units: exact and confirmed spellings are taken, everything else is asked or refused."""

import pytest

from matang.flow.register.services.imports.units import KnownUnit, UnitIndex, plain_name
from tests.flow.register.imports.files import UNITS

KNOWN = [
    KnownUnit(number, name, plain_name(parent or name)) for number, (_code, name, parent, _kind) in enumerate(UNITS, start=1)
]
INDEX = UnitIndex(KNOWN, {plain_name("Dinkes Kota"): 1, plain_name("Dihapus"): 99})


def outcome(written: str, top: str = "", index: UnitIndex = INDEX) -> tuple[str, list[str]]:
    match = index.match(written, top)
    return match.code, [unit.name for unit in ([match.unit] if match.unit else match.candidates)]


@pytest.mark.parametrize(
    ("written", "code", "first"),
    [
        ("Dinas Kesehatan", "", "Dinas Kesehatan"),
        ("Dinkes Kota", "", "Dinas Kesehatan"),
        ("DINKES  KOTA", "", "Dinas Kesehatan"),
        ("dinas kesehatan", "unit_spelling", "Dinas Kesehatan"),
        ("Dinas Kesehatan ", "unit_spelling", "Dinas Kesehatan"),
        ("Dinkes", "unit_spelling", "Dinas Kesehatan"),
        ("PKM Contoh", "unit_spelling", "Puskesmas Contoh"),
        ("SDN 5 Contoh", "unit_spelling", "SD Negeri 5 Contoh"),
        ("BKPSDMD", "unit_spelling", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah"),
        ("BKPSDM", "unit_spelling", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah"),
        ("BPSDMD", "unit_spelling", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah"),
        ("Badan Kepegawaian & Pengembangan Sumber Daya Manusia Daerah", "unit_spelling", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah"),
        ("Kelurahan Panau", "unit_spelling", "Kelurahan Panawu"),
    ],
)  # fmt: skip
def test_known_and_near_names(written: str, code: str, first: str) -> None:
    found, names = outcome(written)
    assert (found, names[0]) == (code, first)


@pytest.mark.parametrize("written", ["Dinas Antah Berantah", "SD Negeri 7 Contoh", "Dihapus", "X"])
def test_another_number_or_word_is_another_unit(written: str) -> None:
    assert outcome(written) == ("unit_unknown", [])


def test_a_name_of_several_units_is_told_by_the_department_or_asked() -> None:
    twins = [KnownUnit(1, "Sekretariat", "DINAS A"), KnownUnit(2, "Sekretariat", "DINAS B"), KnownUnit(3, "Dinas A", "DINAS A")]
    index = UnitIndex(twins, {})
    assert index.match("Sekretariat", "Dinas B").unit == twins[1]
    assert outcome("Sekretariat", "", index) == ("unit_ambiguous", ["Sekretariat", "Sekretariat"])
    confirmed = UnitIndex(twins, {"SEKRETARIAT": 1})
    assert confirmed.match("Sekretariat", "").unit == twins[0]
    assert confirmed.match("Sekretariat", "Dinas B").unit == twins[1]
