"""``./matang rules check``, as an operator and a script call it."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from matang import rules
from matang.config.cli.options import Options
from matang.config.cli.rules import command
from matang.flow.register.models import Incumbency
from matang.foundation.clock import services as clock
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.portal.rules.files import GOOD, proposed, value

DAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command find the test's own database, on a known day."""
    monkeypatch.setattr("matang.config.cli.rules._prepare", lambda _context: None)
    monkeypatch.setattr(clock, "today", lambda: DAY)


def run(*arguments: object) -> Result:
    """Call the command."""
    return CliRunner().invoke(command, ["check", *map(str, arguments)], obj=Options())


@pytest.fixture
def flip(cast: Cast, tmp_path: Path) -> Path:
    """Return a file under which one person of Palu may no longer be transferred from 2026-06-02 on."""
    with acting_in(cast.palu.pk, None):
        Incumbency.objects.filter(person=cast.people["servant"]).update(valid_from=date(2023, 6, 2))
    return proposed(tmp_path, value(f"from: 2026-06-02, value: 37, {GOOD}"))


def test_a_good_file_is_checked_without_a_database(tmp_path: Path) -> None:
    said = run(proposed(tmp_path, value(f"from: 2027-01-01, value: 36, {GOOD}")), "--no-people")
    assert said.exit_code == 0, said.output
    assert said.output.splitlines() == [
        "usulan.yaml can be answered for. It changes 1 dated values:",
        "  2027-01-01 transfer.months_minimum: 24 bulan → 36 bulan",
    ]


def test_a_bad_file_is_refused_with_place_and_way_out(tmp_path: Path) -> None:
    said = run(proposed(tmp_path, value("from: 2027-01-01, value: 36, confidence: V1, article: x, last_checked: 2026-11-23")))
    assert said.exit_code == 1
    assert said.output.splitlines() == [
        "usulan.yaml is refused; the values in use are untouched.",
        "line 9 transfer.months_minimum: source is missing",
        "  → Say which instrument it comes from: 'source: KEY'. A value nobody answers for is never taken.",
    ]
    assert rules.number("transfer.months_minimum", on=date(2027, 1, 1)).value == 24


def test_a_script_gets_the_faults_as_json(tmp_path: Path) -> None:
    said = run(proposed(tmp_path, value(f"from: 2027-01-01, value: 36, {GOOD}", key="transfer.never")), "--json")
    document = json.loads(said.output)
    assert (said.exit_code, document["ok"], document["changes"]) == (1, False, [])
    assert [(fault["key"], fault["line"]) for fault in document["faults"]] == [("transfer.never", 7)]


@pytest.mark.parametrize("arguments", [["no-such-file.yaml"], ["--no-people"], ["--from", "kemarin"], ["--wrong"]])
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_the_second_day_may_not_lie_before_the_first(flip: Path) -> None:
    said = run(flip, "--agency", "7271", "--from", "2026-06-02", "--to", "2026-06-01")
    assert (said.exit_code, "--to lies before --from." in said.output) == (2, True)


def test_one_persons_answer_flips_exactly_on_the_day(flip: Path) -> None:
    before = json.loads(run(flip, "--agency", "7271", "--to", "2026-06-01", "--json").output)
    assert (before["affected_by_law"], before["affected"]) == (0, [])
    that_day = json.loads(run(flip, "--agency", "7271", "--json").output)
    assert (that_day["from"], that_day["to"], that_day["people"], that_day["affected_by_law"]) == (
        "2026-03-02", "2026-06-02", 5, 1,
    )  # fmt: skip
    assert that_day["affected"] == [
        {
            "nip": "199001012015012003", "name": "Nurul Pegawai", "rule": "transfer.may_be_transferred", "post_kind": "",
            "old": "pass", "new": "fail", "cause": "law",
        },
        {
            "nip": "199001012015012003", "name": "Nurul Pegawai", "rule": "transfer.is_it_time", "post_kind": "",
            "old": "sudah waktunya", "new": "terlalu awal", "cause": "law",
        },
    ]  # fmt: skip


def test_people_read_counts_first_and_names_last(flip: Path) -> None:
    said = run(flip, "--agency", "7271").output.splitlines()
    assert said[2] == "Pemerintah Kota Contoh Palu, 5 people, from 2026-03-02 to 2026-06-02:"
    assert said[3].startswith("1 people get another answer because values change;")
    assert said[4:6] == [
        "  transfer.may_be_transferred — Apakah jabatan sekarang sudah cukup lama dipegang?",
        "    pass → fail: 1",
    ]
    names = said[said.index("Names follow; treat them like the register.") + 1 :]
    assert names[0] == "  199001012015012003 Nurul Pegawai: transfer.may_be_transferred: pass → fail"


def test_everybody_is_written_to_a_file_with_nothing_a_spreadsheet_would_run(flip: Path, cast: Cast, tmp_path: Path) -> None:
    with acting_in(cast.palu.pk, None):
        person = cast.people["servant"]
        person.full_name = "=1+1"
        person.save(update_fields=["full_name"])
    into = tmp_path / "terdampak.csv"
    said = run(flip, "--agency", "7271", "--csv", into)
    assert (said.exit_code, "keep it like the register" in said.output) == (0, True)
    with into.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    law = [row for row in rows if row["cause"] == "law"]
    assert [(row["nip"], row["name"], row["rule"]) for row in law] == [
        ("199001012015012003", "'=1+1", "transfer.may_be_transferred"), ("199001012015012003", "'=1+1", "transfer.is_it_time"),
    ]  # fmt: skip


def test_without_a_file_the_shipped_values_are_compared_on_two_days(cast: Cast) -> None:
    assert "No value changes after today" in run("--agency", "7271").output
    found = json.loads(run("--agency", "7271", "--from", "2019-04-04", "--to", "2026-03-02", "--json").output)
    assert (found["agency"], found["affected_by_law"]) == ("7271", 0)


def test_the_agency_must_be_named_where_there_are_several(flip: Path) -> None:
    said = run(flip)
    assert (said.exit_code, "Say which agency with --agency; known: 3573, 7271." in said.output) == (2, True)
