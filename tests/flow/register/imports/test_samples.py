"""Sample files with an oracle beside them, where a machine has some: every planted defect is found, nothing else."""

import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from matang.flow.register.models import Person
from matang.foundation.tenancy.models import Agency
from tests.flow.register.imports.road import write

FOLDER = Path(__file__).resolve().parents[5] / "shared" / "data" / "register"
ORACLES = sorted(FOLDER.glob("*.oracle.json"))


@pytest.mark.parametrize("oracle_file", ORACLES, ids=lambda path: path.name.split(".")[0])
def test_exactly_the_planted_defects_are_found(palu: Agency, oracle_file: Path) -> None:
    stem = oracle_file.name.removesuffix(".oracle.json")
    oracle = json.loads(oracle_file.read_text())
    write(palu, (FOLDER / f"{stem}.units.csv").read_bytes(), "unit.csv")
    plan = write(palu, (FOLDER / f"{stem}.xlsx").read_bytes(), f"{stem}.xlsx")
    assert plan.tally["rows"] == oracle["rows_written"]
    assert dict(Counter(finding.code for finding in plan.findings)) == oracle["defect_counts"]
    by_number = all(isinstance(key, int) for keys in oracle["defects"].values() for key in keys)
    said = defaultdict(list)
    for finding in plan.findings:
        written = finding.args["person"].rsplit("NIP ", 1)[-1]
        said[finding.code].append(finding.row if by_number else written)
    assert {code: sorted(keys) for code, keys in said.items()} == {code: sorted(keys) for code, keys in oracle["defects"].items()}
    assert Person.objects.count() == plan.tally["create"] == plan.tally["rows"] - plan.tally["refused"]
    again = write(palu, (FOLDER / f"{stem}.xlsx").read_bytes(), f"{stem}.xlsx")
    assert (again.tally["create"], again.tally["update"], again.tally["unchanged"]) == (0, 0, plan.tally["create"])
