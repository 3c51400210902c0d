"""The command line: help, exit codes, accounts, jobs, the log of decisions."""

import re

import pytest
from click.testing import CliRunner

from matang.config.cli import ENTRIES, cli
from matang.config.cli.options import Options
from tests.config.installation import CommandLine


@pytest.mark.parametrize("name", [entry.name for entry in ENTRIES if entry.name != "manage"])
def test_every_command_explains_itself_and_knows_the_data_folder(name: str) -> None:
    shown = CliRunner().invoke(cli, [name, "--help"], obj=Options())
    assert shown.exit_code == 0, shown.output
    assert "--data FOLDER" in shown.output


def test_the_help_lists_every_command_and_the_exit_codes() -> None:
    shown = CliRunner().invoke(cli, ["--help"]).output
    assert [entry.name for entry in ENTRIES if not re.search(rf"^  {entry.name} +\S", shown, re.MULTILINE)] == []
    assert "1 a problem was found, 2 wrong usage, 3 the surroundings" in re.sub(r"\s+", " ", shown)


@pytest.mark.parametrize("arguments", [["nothing"], ["createuser"], ["serve", "--port", "99999"], ["--no-such"]])
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(cli, arguments, obj=Options()).exit_code == 2


def test_the_port_may_stand_before_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    monkeypatch.setattr("matang.config.environment.prepare", lambda *_arguments: None)
    monkeypatch.setattr("matang.config.cli.serve.run", lambda _context, **options: seen.append(options["port"]))
    for arguments in (
        ["--port", "8111", "serve"],
        ["serve", "--port", "8112"],
        ["--port", "8111", "serve", "--port", "8113"],
        ["serve"],
    ):
        assert CliRunner().invoke(cli, arguments, obj=Options()).exit_code == 0
    assert seen == [8111, 8112, 8113, 8000]


def test_an_unreachable_database_ends_with_3_and_the_way_out(matang: CommandLine) -> None:
    answer = matang("jobs", "list", DATABASE_URL="postgresql://nobody@127.0.0.1:1/none")
    assert answer.code == 3
    assert "./matang doctor" in answer.err
    assert "Traceback" not in answer.err


def test_a_refused_setting_ends_with_3(matang: CommandLine) -> None:
    answer = matang("jobs", "list", DATABASE_URL="mysql://somewhere/db")
    assert (answer.code, "Traceback" in answer.err) == (3, False)
    assert "DATABASE_URL must be a PostgreSQL address" in answer.err


def test_an_account_gets_a_password_that_is_shown_once(matang: CommandLine) -> None:
    made = matang("createuser", "planner.one", "--role", "planner", "--json")
    assert made.code == 0
    password = made.document.pop("password")
    assert re.fullmatch(r"[a-z0-9]{4}(-[a-z0-9]{4}){3}", password)
    assert {key: made.document[key] for key in ("username", "role", "agency")} == {
        "username": "planner.one", "role": "planner", "agency": "7271",
    }  # fmt: skip
    again = matang("createuser", "planner.one", "--role", "planner")
    assert (again.code, again.out) == (1, "")
    count = matang(
        "shell", "--agency", "7271", "--sql", stdin="SELECT count(*) FROM identity_user WHERE username = 'planner.one'"
    )
    assert re.search(r"^\s+1$", count.out, re.MULTILINE)


REFUSALS = (
    (["x", "--role", "planner", "--agency", "9999"], 1, "There is no agency 9999; known: 7271"),
    (["x", "--role", "planner", "--unit", "P99"], 1, "No unit of this agency has the code P99"),
    (["x", "--role", "civil_servant", "--person", "1"], 1, "No civil servant of this agency has NIP 1"),
    (["x", "--role", "planner", "--new-agency", "B"], 2, "--new-agency needs --agency"),
    (["x", "--role", "planner", "--agency", "7271", "--new-agency", "B"], 1, "There is an agency with code 7271 already"),
)


def test_a_refused_account_says_why_and_leaves_nothing(matang: CommandLine) -> None:
    for arguments, code, said in REFUSALS:
        answer = matang("createuser", *arguments)
        assert (answer.code, said in answer.err) == (code, True), answer.err
    count = matang("shell", "--agency", "7271", "--sql", stdin="SELECT count(*) FROM identity_user WHERE username = 'x'")
    assert re.search(r"^\s+0$", count.out, re.MULTILINE)


def test_a_chosen_password_must_be_good(matang: CommandLine) -> None:
    weak = matang("createuser", "y", "--role", "auditor", "--ask-password", stdin="short\n")
    assert weak.code == 1
    assert "The password is refused" in weak.err
    good = matang("createuser", "y", "--role", "auditor", "--ask-password", "--json", stdin="seratus gajah di danau 7\n")
    assert good.code == 0, good.err
    assert good.document["password"] is None


def test_without_an_agency_the_shell_sees_no_rows_of_agencies(matang: CommandLine) -> None:
    seen = matang("shell", "--sql", stdin="SELECT count(*) FROM access_grant")
    assert re.search(r"^\s+0$", seen.out, re.MULTILINE)
    inside = matang("shell", "--agency", "7271", "--sql", stdin="SELECT count(*) > 0 FROM access_grant")
    assert re.search(r"^\s+t$", inside.out, re.MULTILINE)


def test_the_log_of_decisions_holds_until_a_byte_changes(matang: CommandLine) -> None:
    whole = matang("audit", "verify", "--json")
    assert (whole.code, whole.document["agencies"][0]["ok"]) == (0, True)
    head = whole.document["agencies"][0]["head"]
    assert matang("audit", "verify", "--agency", "7271", "--anchor", head).code == 0
    assert matang("audit", "verify", "--anchor", "1:" + "0" * 64).code == 1
    assert matang("audit", "verify", "--agency", "none").code == 1


def test_jobs_are_listed_and_only_a_failed_one_is_repeated(matang: CommandLine) -> None:
    assert matang("jobs", "list", "--state", "failed", "--json").document == {"jobs": []}
    refused = matang("jobs", "retry", "12345")
    assert (refused.code, "there is no such job" in refused.err) == (1, True)
    fail = (
        "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, attempts) "
        "VALUES ('default', 'test.nothing', '{\"agency_id\": 1}', 'failed', 6) RETURNING id"
    )
    number = re.search(r"^\s+(\d+)$", matang("shell", "--sql", stdin=fail).out, re.MULTILINE)[1]
    listed = matang("jobs", "list", "--state", "failed", "--json").document["jobs"]
    assert [(job["id"], job["task"], job["attempts"]) for job in listed] == [(int(number), "test.nothing", 6)]
    assert matang("jobs", "retry", number, "--json").document == {"job": int(number), "state": "todo"}
    assert matang("jobs", "list", "--state", "failed", "--json").document == {"jobs": []}
    matang("shell", "--sql", stdin=f"DELETE FROM procrastinate_jobs WHERE id = {number}")


def test_djangos_own_commands_run_inside_the_installation(matang: CommandLine) -> None:
    assert matang("manage", "check").code == 0
    assert "register" in matang("manage", "showmigrations", "register").out
