"""The certificate: one file that holds, and that names the number somebody altered."""

import copy
import hashlib
import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matang.engine import Problem, certificate, fingerprint, is_certificate, solve, verify_certificate
from matang.engine.certificate import PRIMES, Altered
from tests.engine.brute import problems


@pytest.fixture
def problem() -> Problem:
    """Return a small city: two seats in one post, a post nobody may hold, one left empty, one person unplaced."""
    return Problem.build(
        people=[11, 12, 13, 14],
        posts=[7, 8, 9, 10],
        capacity=[1, 2, 1, 0],
        pairs=([11, 11, 12, 12, 13, 13, 14], [7, 8, 7, 8, 8, 10, 7], [90, 70, 85, 40, 60, 66, 88]),
        unplaced_cost=5,
        vacancy_cost=[50, 50, 3, 0],
    )


@pytest.fixture
def file(problem: Problem, tmp_path: Path) -> Path:
    """Return its certificate's file."""
    path = tmp_path / "bukti.json"
    path.write_bytes(certificate(problem, solve(problem)))
    return path


def places(content: dict[str, Any]) -> list[tuple[str, str, int | None]]:
    """Return the place of every number of problem and result."""
    found: list[tuple[str, str, int | None]] = []
    for part in ("problem", "result"):
        for field, value in content[part].items():
            if isinstance(value, list):
                found += [(part, field, at) for at in range(len(value))]
            elif isinstance(value, int):
                found.append((part, field, None))
    return found


def moved(content: dict[str, Any], place: tuple[str, str, int | None], step: int) -> tuple[dict[str, Any], Any, Any]:
    """Return a copy with one number moved by ``step`` (nobody becomes a post, or the other way round), was and now."""
    changed = copy.deepcopy(content)
    part, field, at = place
    if at is None:
        was = changed[part][field]
        changed[part][field] = was + step
        return changed, was, was + step
    was = changed[part][field][at]
    now = 7 + abs(step) if was is None else None if field == "assignment" and step % 2 else was + step
    changed[part][field][at] = now
    return changed, was, now


def mended(content: dict[str, Any]) -> dict[str, Any]:
    """Return a copy whose result names the problem as it now is and bears a fresh fingerprint."""
    changed = copy.deepcopy(content)
    result = changed["result"]
    result.pop("fingerprint")
    compact = json.dumps(result, sort_keys=True, separators=(",", ":"))
    result["fingerprint"] = hashlib.sha256(compact.encode()).hexdigest()
    return changed


def test_what_the_solver_wrote_holds(file: Path) -> None:
    found = verify_certificate(file)
    assert (found.ok, found.people, found.placed) == (True, 4, 3)
    assert is_certificate(file)


def test_the_same_result_gives_the_same_bytes(problem: Problem, file: Path) -> None:
    again = certificate(problem, solve(problem))
    assert again == file.read_bytes()
    assert fingerprint(again) == hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_thousand_alterations_are_refused_and_every_one_is_located(file: Path) -> None:
    """Also where the one who altered it mended the fingerprint of the result."""
    rng = random.Random(11)  # noqa: S311 - not a secret
    content = json.loads(file.read_text())
    every = places(content)
    for _ in range(1000):
        part, field, at = rng.choice(every)
        wrong, was, now = moved(content, (part, field, at), rng.choice([-(2**40), -1000, -5, -1, 1, 2, 7, 1000, 2**40]))
        file.write_text(json.dumps(mended(wrong)))
        found = verify_certificate(file)
        located = [fault for fault in found.violations if isinstance(fault, Altered)]
        assert not found.ok
        assert [dict(fault.numbers) for fault in located] == [
            {"field": f"{part}.{field}", "at": (at or 0) + 1, "was": was, "now": now}
        ]


@settings(max_examples=100, deadline=None)
@given(problems(least_pairs=1), st.randoms(use_true_random=False))
def test_on_any_problem_the_altered_number_is_named(tmp_path_factory: Any, problem: Problem, rng: random.Random) -> None:
    path = tmp_path_factory.mktemp("bukti") / "bukti.json"
    path.write_bytes(certificate(problem, solve(problem)))
    content = json.loads(path.read_text())
    place = rng.choice(places(content))
    wrong, was, now = moved(content, place, rng.choice([-3, -1, 1, 2]))
    path.write_text(json.dumps(wrong))
    first = verify_certificate(path).violations[0]
    assert (first.code, dict(first.numbers)) == (
        "altered", {"field": f"{place[0]}.{place[1]}", "at": (place[2] or 0) + 1, "was": was, "now": now}
    )  # fmt: skip


def test_the_sentence_says_which_number(file: Path) -> None:
    content = json.loads(file.read_text())
    content["problem"]["score"][2] += 4
    file.write_text(json.dumps(content))
    assert verify_certificate(file).violations[0].message == ("Angka ke-3 pada isian problem.score berubah: semula 85, kini 89.")


@pytest.mark.parametrize("prime", PRIMES)
def test_a_difference_that_one_prime_divides_is_located_by_the_other(file: Path, prime: int) -> None:
    content = json.loads(file.read_text())
    content["result"]["post_price"][1] += prime
    file.write_text(json.dumps(content))
    first = verify_certificate(file).violations[0]
    assert (first.code, dict(first.numbers)["at"]) == ("altered", 2)


def test_two_numbers_of_one_list_are_said_to_be_several(file: Path) -> None:
    content = json.loads(file.read_text())
    content["problem"]["score"][0] += 1
    content["problem"]["score"][6] -= 1
    file.write_text(json.dumps(content))
    assert verify_certificate(file).violations[0].code == "altered_many"


@pytest.mark.parametrize("at", range(4))
def test_an_altered_sum_is_said_to_be_the_sum(file: Path, at: int) -> None:
    content = json.loads(file.read_text())
    content["sums"]["result.person_price"][at] += 1
    file.write_text(json.dumps(content))
    first = verify_certificate(file).violations[0]
    assert (first.code, dict(first.numbers)) == ("altered_sum", {"field": "result.person_price"})


def test_a_list_that_lost_a_number_is_said_to_be_shorter(file: Path) -> None:
    content = json.loads(file.read_text())
    content["problem"]["score"].pop()
    file.write_text(json.dumps(content))
    first = verify_certificate(file).violations[0]
    assert (first.code, dict(first.numbers)) == ("resized", {"field": "problem.score", "was": 7, "now": 6})


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("{", "unreadable"),
        ("[]", "format"),
        ('{"format":"matang.engine.result/1"}', "format"),
        ('{"format":"matang.engine.certificate/1"}', "field"),
        ('{"format":"matang.engine.certificate/1","problem":{},"result":{},"sums":{}}', "altered_sum"),
        ('{"format":"matang.engine.certificate/1","problem":{},"result":{},"sums":[]}', "field"),
    ],
)
def test_a_file_that_is_no_certificate_is_named(tmp_path: Path, content: str, code: str) -> None:
    path = tmp_path / "bukti.json"
    path.write_text(content)
    assert verify_certificate(path).violations[0].code == code


def test_a_file_that_is_not_there_is_no_crash(tmp_path: Path) -> None:
    assert verify_certificate(tmp_path / "none.json").violations[0].code == "unreadable"
    assert not is_certificate(tmp_path / "none.json")
