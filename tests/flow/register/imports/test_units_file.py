# ruff: noqa: E501 - tables read best as tables
"""Files of units: parents by name or code; cycles and repeats refused."""

from matang.flow.register.models import Unit
from matang.foundation.access.models import Grant
from matang.foundation.access.roles import Role
from matang.foundation.tenancy.models import Agency
from tests.cast import START, make_user
from tests.flow.register.imports.files import UNITS, book, unit_file
from tests.flow.register.imports.road import found, take, write


def test_units_are_written_with_their_paths(agency: Agency) -> None:
    rows = {unit.code: unit for unit in Unit.objects.select_related("parent")}
    assert {code: (unit.name, unit.parent.name if unit.parent else "", unit.kind) for code, unit in rows.items()} == {
        code: (name, parent, kind) for code, name, parent, kind in UNITS
    }
    assert rows["U1"].path == f"/{rows['U1'].pk}/"
    assert rows["U2"].path == f"/{rows['U1'].pk}/{rows['U2'].pk}/"


def test_the_same_units_again_change_nothing(agency: Agency) -> None:
    plan = write(agency, unit_file(), "unit.csv")
    assert plan.tally == {"rows": 6, "create": 0, "update": 0, "unchanged": 6, "refused": 0}


def test_a_workbook_below_a_title_is_read_too(palu: Agency) -> None:
    table = [
        ["Daftar OPD"],
        [],
        ["Kode", "Organisasi", "Keterangan"],
        *[[code, name, kind] for code, name, _parent, kind in UNITS],
    ]
    assert write(palu, book({"OPD": table})).tally["create"] == 6


def test_a_child_may_stand_before_its_parent_and_name_it_by_code(palu: Agency) -> None:
    plan = write(palu, unit_file([("C", "Seksi", "B", ""), ("B", "Bidang", "A", ""), ("A", "Dinas", "", "")]), "unit.csv")
    assert plan.tally["create"] == 3
    units = {unit.code: unit for unit in Unit.objects.all()}
    assert units["C"].path == f"/{units['A'].pk}/{units['B'].pk}/{units['C'].pk}/"


def test_what_cannot_be_a_tree_is_refused_and_the_rest_taken(palu: Agency) -> None:
    rows = [
        ("A", "Dinas A", "", ""), ("A", "Dinas A Lagi", "", ""), ("B", "Dinas A", "", ""), ("", "Tanpa Kode", "", ""), ("D", "", "", ""),
        ("E", "Putar E", "F", ""), ("F", "Putar F", "E", ""), ("G", "Bawah Putar", "F", ""), ("H", "Yatim", "Tidak Ada", ""),
        ("I", "Sekretariat", "A", ""), ("J", "Sekretariat", "", ""), ("K", "Subbagian", "Sekretariat", ""), ("L", "Diri", "L", ""),
    ]  # fmt: skip
    plan = write(palu, unit_file(rows), "unit.csv")
    assert [(row, code) for _sheet, row, code, _value in found(plan)] == [
        (3, "unit_code_twice"), (4, "unit_name_twice"), (5, "unit_code_missing"), (6, "unit_name_missing"), (7, "unit_cycle"),
        (8, "unit_cycle"), (9, "unit_parent_refused"), (10, "unit_parent_unknown"), (13, "unit_parent_ambiguous"), (14, "unit_cycle"),
    ]  # fmt: skip
    assert set(Unit.objects.values_list("code", flat=True)) == {"A", "I", "J"}


def test_a_changed_parent_moves_the_whole_branch_and_the_grants_over_it(agency: Agency) -> None:
    clinic = Unit.objects.get(code="U2")
    head = make_user(agency, "kepala", Role.UNIT_HEAD, clinic)
    moved = [("U2", "Puskesmas Contoh Baru", "Kelurahan Panawu", "Puskesmas")]
    _run, plan = take(agency, unit_file(moved), "unit.csv")
    assert plan.rows[0].changes == [
        ("name", "Puskesmas Contoh", "Puskesmas Contoh Baru"), ("parent", str(clinic.parent_id), "Kelurahan Panawu"),
    ]  # fmt: skip
    write(agency, unit_file(moved), "unit.csv")
    ward = Unit.objects.get(code="U4")
    clinic.refresh_from_db()
    assert (clinic.name, clinic.parent_id, clinic.path) == ("Puskesmas Contoh Baru", ward.pk, f"/{ward.pk}/{clinic.pk}/")
    assert Grant.objects.get(user=head, valid_from=START).unit_path == clinic.path
