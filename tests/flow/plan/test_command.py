"""``./matang plan`` and its verify, as a script calls them."""

import json
from pathlib import Path

from click.testing import CliRunner

from matang import engine
from matang.config.cli.plan import _document, command
from matang.flow.needs.public import gaps_by_opd
from tests.flow.plan.world import DAY, World

LARGE = engine.Problem.build(people=[1, 2], posts=[7], pairs=([1, 2], [7, 7], [1_234_500, 4]), vacancy_cost=10)
PROBLEM = engine.Problem.build(people=[1, 2], posts=[7], pairs=([1, 2], [7, 7], [5, 4]), vacancy_cost=10)


def files(folder: Path) -> tuple[Path, Path]:
    problem, result = folder / "problem.json", folder / "result.json"
    PROBLEM.write(problem)
    engine.solve(PROBLEM).write(result)
    return problem, result


def test_verify_needs_no_database_and_says_that_the_result_holds(tmp_path: Path) -> None:
    problem, result = files(tmp_path)
    said = CliRunner().invoke(command, ["verify", str(result), "--problem", str(problem), "--json"])
    assert (said.exit_code, json.loads(said.output)["ok"], json.loads(said.output)["placed"]) == (0, True, 1)


def test_verify_names_what_was_altered_and_fails(tmp_path: Path) -> None:
    problem, result = files(tmp_path)
    result.write_text(result.read_text().replace('"assignment":[7,null]', '"assignment":[null,7]'))
    said = CliRunner().invoke(command, ["verify", str(result), "--problem", str(problem)])
    assert said.exit_code == 1
    lines = said.output.splitlines()
    assert lines[0] == f"Tidak berlaku. Yang salah: {len(lines) - 1}."
    assert lines[1].startswith("- Isi berkas hasil berubah sesudah ditulis: sidik jarinya ")


def test_verify_answers_in_indonesian_when_the_result_holds_too(tmp_path: Path) -> None:
    file = tmp_path / "bukti.json"
    file.write_bytes(engine.certificate(LARGE, engine.solve(LARGE)))
    said = CliRunner().invoke(command, ["verify", str(file)])
    assert (said.exit_code, said.output) == (
        0,
        "Berlaku: layak dan optimal. 1 dari 2 orang ditempatkan, nilai 1.234.500.\n",
    )


def test_one_certificate_is_enough_and_the_altered_number_is_named(tmp_path: Path) -> None:
    file = tmp_path / "bukti.json"
    file.write_bytes(engine.certificate(PROBLEM, engine.solve(PROBLEM)))
    said = CliRunner().invoke(command, ["verify", str(file), "--json"])
    assert (said.exit_code, json.loads(said.output)["ok"], json.loads(said.output)["objective"]) == (0, True, 5)
    file.write_text(file.read_text().replace('"score":[5,4]', '"score":[5,9]'))
    said = CliRunner().invoke(command, ["verify", str(file)])
    assert said.exit_code == 1
    assert said.output.splitlines()[1] == "- Angka ke-2 pada isian problem.score berubah: semula 4, kini 9."


def test_a_bare_result_without_its_problem_is_sent_back_with_the_way_out(tmp_path: Path) -> None:
    _problem, result = files(tmp_path)
    said = CliRunner().invoke(command, ["verify", str(result)])
    assert said.exit_code == 2
    assert "sebut berkas soalnya dengan --problem" in " ".join(said.output.split())


def test_the_document_for_a_script_is_complete(world: World) -> None:
    scenario = world.scenario()
    document = _document(scenario, gaps_by_opd(world.actor("hr_officer"), DAY))
    assert (document["posts"], document["filled"], document["checked"]["optimal"]) == (1, 1, True)
    assert [(row["proposed"], row["runner_up"], row["distance"]) for row in document["proposals"]] == [("Ani", "Budi", 10)]
    json.dumps(document, default=str)
