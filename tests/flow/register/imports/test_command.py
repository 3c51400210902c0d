"""``./matang import``."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from matang.config.cli import import_
from matang.flow.register.models import ImportRun, Person, Unit
from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency
from tests.flow.register.imports.files import person, siasn, unit_file

KEYS = ["rows", "create", "update", "unchanged", "refused", "findings"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a file of people (one refused, one asked) and a file of units."""
    rows = [person(1), person(2, GOL_AKHIR_NAMA="V/z"), person(3, UNOR_NAMA="Pusk. Contoh")]
    (tmp_path / "orang.xlsx").write_bytes(siasn(rows))
    (tmp_path / "unit.csv").write_bytes(unit_file())
    return tmp_path


def run(*arguments: Any, **options: Any) -> Result:
    """Run the command in the surroundings of the test."""
    return CliRunner().invoke(import_.command, [str(argument) for argument in arguments], catch_exceptions=False, **options)


def test_the_document_has_exactly_the_promised_keys(db: None, folder: Path) -> None:
    result = run(folder / "orang.xlsx", "--units", folder / "unit.csv", "--dry-run", "--json")
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert list(document) == KEYS
    assert [document[key] for key in KEYS[:5]] == [3, 2, 0, 0, 1]
    assert [(entry["row"], entry["code"], entry["severity"]) for entry in document["findings"]] == [
        (3, "grade_unknown", "refused"), (4, "unit_spelling", "asked"),
    ]  # fmt: skip
    assert [list(entry) for entry in document["findings"]] == [
        ["sheet", "row", "column", "code", "severity", "value", "message"]
    ] * 2


def test_a_dry_run_leaves_nothing_not_even_the_agency(db: None, folder: Path) -> None:
    run(folder / "orang.xlsx", "--units", folder / "unit.csv", "--dry-run")
    assert (Agency.objects.count(), Unit.objects.count(), ImportRun.objects.count()) == (0, 0, 0)


def test_yes_writes_and_makes_the_agency_that_the_file_names(db: None, folder: Path) -> None:
    result = run(folder / "orang.xlsx", "--units", folder / "unit.csv", "--yes", "--result", folder / "hasil.xlsx")
    assert (result.exit_code, "Written." in result.stdout) == (0, True)
    agency = Agency.objects.get()
    assert agency.name == "Pemerintah Kota Contoh"
    context.enter(agency.pk, None)
    assert (Person.objects.count(), Unit.objects.count()) == (2, 6)
    assert (folder / "hasil.xlsx").read_bytes().startswith(b"PK")
    again = run(folder / "orang.xlsx", "--yes", "--json")
    assert [json.loads(again.stdout)[key] for key in KEYS[:5]] == [3, 0, 0, 2, 1]


def test_an_answer_on_the_command_line_maps_a_unit(db: None, folder: Path) -> None:
    result = run(folder / "orang.xlsx", "--units", folder / "unit.csv", "--map-unit", "Pusk. Contoh=U2", "--dry-run", "--json")
    assert [entry["code"] for entry in json.loads(result.stdout)["findings"]] == ["grade_unknown"]


def test_strict_fails_when_a_row_is_refused(db: None, folder: Path) -> None:
    assert run(folder / "orang.xlsx", "--units", folder / "unit.csv", "--yes", "--strict").exit_code == 1


def test_nobody_to_ask_is_wrong_usage(db: None, folder: Path) -> None:
    result = run(folder / "orang.xlsx", input="")
    assert result.exit_code == 2
    assert "--yes" in result.output


def test_several_agencies_must_be_told_apart(db: None, folder: Path, palu: Agency, malang: Agency) -> None:
    result = run(folder / "orang.xlsx", "--dry-run")
    assert result.exit_code == 2
    assert "3573, 7271" in result.output
    assert run(folder / "orang.xlsx", "--agency", "9999", "--dry-run").exit_code == 2
    assert run(folder / "orang.xlsx", "--agency", "7271", "--units", folder / "unit.csv", "--dry-run").exit_code == 0


def test_a_file_of_units_alone_is_recognised(db: None, folder: Path) -> None:
    result = run(folder / "unit.csv", "--agency", "7271", "--agency-name", "Kota", "--yes", "--json")
    assert [json.loads(result.stdout)[key] for key in KEYS] == [6, 6, 0, 0, 0, []]
    assert Agency.objects.get().name == "Kota"


def test_a_damaged_file_is_a_problem_told_in_a_sentence(db: None, folder: Path) -> None:
    (folder / "rusak.xlsx").write_bytes(b"PK\x03\x04")
    result = run(folder / "rusak.xlsx", "--yes")
    assert result.exit_code == 1
    assert "rusak" in result.output
    assert Agency.objects.count() == 0
