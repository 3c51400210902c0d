"""The independent check: accepts what is right, refuses every altered number, and says which."""

import copy
import hashlib
import json
import random
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matang.engine import Problem, Verification, check, solve, verify
from tests.engine.brute import best_value, problems


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Return the files of a small city: two seats, three people, one post nobody may hold, one left empty."""
    problem = Problem.build(
        people=[11, 12, 13, 14],
        posts=[7, 8, 9, 10],
        capacity=[1, 2, 1, 0],
        pairs=([11, 11, 12, 12, 13, 13, 14], [7, 8, 7, 8, 8, 10, 7], [90, 70, 85, 40, 60, 66, 88]),
        unplaced_cost=5,
        vacancy_cost=[50, 50, 3, 0],
    )
    problem.write(tmp_path / "problem.json")
    solve(problem).write(tmp_path / "result.json")
    return tmp_path / "problem.json", tmp_path / "result.json"


def altered(files: tuple[Path, Path], which: int, *path: Any, value: Any) -> Verification:
    """Return the verification after one number of one file was replaced."""
    content = json.loads(files[which].read_text())
    place = content
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    files[which].write_text(json.dumps(content))
    return verify(*files)


def codes(found: Verification) -> set[str]:
    """Return the codes of all violations but the fingerprint's, which every alteration breaks."""
    return {violation.code for violation in found.violations} - {"fingerprint"}


def mended(content: dict[str, Any]) -> dict[str, Any]:
    """Return a result whose fingerprint fits its altered content: the work of somebody who means it."""
    rest = {key: value for key, value in content.items() if key != "fingerprint"}
    compact = json.dumps(rest, sort_keys=True, separators=(",", ":"))
    return {**rest, "fingerprint": hashlib.sha256(compact.encode()).hexdigest()}


def test_a_right_result_is_accepted(files: tuple[Path, Path]) -> None:
    """Nothing is wrong with what the solver wrote."""
    found = verify(*files)
    assert (found.ok, found.people, found.placed) == (True, 4, 3)


def test_one_assignment_changed_is_refused(files: tuple[Path, Path]) -> None:
    """Person 12 put on post 9, for which 12 is no candidate: said so, with both identifiers."""
    found = altered(files, 1, "assignment", 1, value=9)
    assert "not_candidate" in codes(found)
    assert "Orang 12 ditempatkan pada jabatan 9, padahal pasangan itu bukan calon." in [v.message for v in found.violations]


def test_one_person_too_many_is_refused(files: tuple[Path, Path]) -> None:
    """Two people on the only seat of post 7."""
    content = json.loads(files[1].read_text())
    at = content["assignment"].index(7)
    other = next(row for row in (0, 1, 3) if row != at)
    assert "over_capacity" in codes(altered(files, 1, "assignment", other, value=7))


def test_a_post_that_is_not_in_the_problem_is_refused(files: tuple[Path, Path]) -> None:
    """An unknown identifier is named."""
    assert "unknown_post" in codes(altered(files, 1, "assignment", 0, value=777))


def test_the_value_changed_is_refused_with_the_right_one(files: tuple[Path, Path]) -> None:
    """The recomputed value stands beside the stated one."""
    right = json.loads(files[1].read_text())["objective"]
    found = altered(files, 1, "objective", value=right + 1)
    assert [violation.message for violation in found.violations][1:] == [
        f"Nilai keseluruhan tertulis {right + 1}, hasil hitung ulang {right}."
    ]


def test_one_price_changed_is_refused(files: tuple[Path, Path]) -> None:
    """A price too low makes a pair look better than its price; too high breaks the chosen pair."""
    prices = json.loads(files[1].read_text())["person_price"]
    assert "pair_better" in codes(altered(files, 1, "person_price", 0, value=prices[0] - 1))
    assert codes(altered(files, 1, "person_price", 0, value=prices[0] + 1)) == {"chosen_not_tight"}


def test_the_price_of_an_empty_and_of_a_closed_post_is_pinned_too(files: tuple[Path, Path]) -> None:
    """Post 9 has an empty seat (price 0), post 10 none at all (least price that fits)."""
    prices = json.loads(files[1].read_text())["post_price"]
    assert codes(altered(files, 1, "post_price", 2, value=1)) == {"vacant_price"}
    altered(files, 1, "post_price", 2, value=prices[2])
    assert codes(altered(files, 1, "post_price", 3, value=prices[3] + 1)) == {"closed_price"}
    assert "pair_better" in codes(altered(files, 1, "post_price", 3, value=prices[3] - 1)) or prices[3] == 0


def test_one_score_of_the_problem_changed_is_refused(files: tuple[Path, Path]) -> None:
    """The fingerprint no longer fits, whatever the number does to the answer."""
    assert "digest" in codes(altered(files, 0, "score", 3, value=39))


def test_a_person_renamed_is_refused(files: tuple[Path, Path]) -> None:
    """The first place at which the lists differ is named."""
    found = altered(files, 1, "people", 2, value=99)
    assert found.violations[-1].message == "Daftar orang pada hasil berbeda dari soal, mulai urutan ke-3."


@pytest.mark.parametrize(
    ("which", "path", "value", "code"),
    [
        (1, ("format",), "other", "format"),
        (1, ("objective",), "165", "field"),
        (1, ("objective",), True, "field"),
        (1, ("person_price", 0), 1.0, "field"),
        (1, ("person_price", 0), 2**70, "field"),
        (1, ("assignment", 0), "7", "field"),
        (1, ("assignment",), [], "length"),
        (1, ("post_price",), [1], "length"),
        (0, ("edge_posts", 0), 99, "problem"),
        (0, ("capacity", 0), -1, "problem"),
        (0, ("people",), [14, 13, 12, 11], "problem"),
    ],
)
def test_files_that_are_no_problem_and_no_result_are_named(
    files: tuple[Path, Path], which: int, path: tuple[Any, ...], value: Any, code: str
) -> None:
    """A missing, wrong or absurd field ends the check with its name."""
    assert code in codes(altered(files, which, *path, value=value))


def test_a_file_that_is_no_json_is_named(files: tuple[Path, Path]) -> None:
    """An unreadable or absent file is a violation, not a crash."""
    files[1].write_text("{")
    assert codes(verify(*files)) == {"unreadable"}
    files[1].unlink()
    assert codes(verify(*files)) == {"unreadable"}
    files[1].write_text("[]")
    assert codes(verify(*files)) == {"unreadable"}


def numbers_in(content: dict[str, Any]) -> list[tuple[str, int | None]]:
    """Return the place of every number of a file."""
    found: list[tuple[str, int | None]] = []
    for key, value in content.items():
        if isinstance(value, list):
            found += [(key, at) for at in range(len(value))]
        elif isinstance(value, int):
            found.append((key, None))
    return found


def some_post(posts: list[int], step: int) -> int:
    """Return one of the posts, or an identifier of none."""
    return posts[step % len(posts)] if posts else step


def tampered(content: dict[str, Any], place: tuple[str, int | None], step: int) -> dict[str, Any]:
    """Return a copy with one number moved by ``step``; who is unplaced gets a post, who is placed may lose it."""
    changed = copy.deepcopy(content)
    key, at = place
    if at is None:
        changed[key] += step
    elif changed[key][at] is None:
        changed[key][at] = some_post(changed["posts"], step)
    elif key == "assignment" and step % 2:
        changed[key][at] = None
    else:
        changed[key][at] += step
    return changed


def test_a_thousand_single_alterations_are_all_found(files: tuple[Path, Path]) -> None:
    """Whatever number of the result is moved by whatever amount, the check refuses it, even with a mended fingerprint."""
    rng = random.Random(7)  # noqa: S311 - not a secret
    problem, result = (json.loads(path.read_text()) for path in files)
    places = numbers_in(result)
    for _ in range(1000):
        wrong = tampered(result, rng.choice(places), rng.choice([-1000, -5, -2, -1, 1, 2, 3, 7, 1000]))
        assert codes(check(problem, mended(wrong))), wrong


@settings(max_examples=200, deadline=None)
@given(problems(), st.randoms(use_true_random=False))
def test_one_altered_number_of_any_result_is_found(problem: Problem, rng: random.Random) -> None:
    """On drawn problems a placement may be moved to another of equal value; the fingerprint finds that too."""
    result = json.loads(solve(problem).canonical())
    places = numbers_in(result)
    if places:
        wrong = tampered(result, rng.choice(places), rng.choice([-3, -1, 1, 2]))
        found = check(json.loads(problem.canonical), wrong)
        assert "fingerprint" in {violation.code for violation in found.violations} or found.violations[0].code == "field"
        again = check(json.loads(problem.canonical), mended(wrong))
        if again.ok:
            assert wrong["objective"] == best_value(problem)
            assert [key for key in result if result[key] != wrong[key]] == ["assignment"]


def test_pairs_are_held_against_the_rules_in_pieces_without_a_seam(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However few pairs are looked at together, the same violations are found; also where only a seam is out of order."""
    rng = random.Random(11)  # noqa: S311 - not a secret
    problem, result = (json.loads(path.read_text()) for path in files)
    wrong = [tampered(result, place, rng.choice([-5, -1, 1, 7])) for place in numbers_in(result)]
    whole = [check(problem, each).violations for each in [result, *wrong]]
    swapped = copy.deepcopy(problem)
    for field in ("edge_people", "edge_posts", "score"):
        swapped[field][2:4] = swapped[field][3:1:-1]
    for pieces in (1, 2, 3):
        monkeypatch.setattr(sys.modules["matang.engine.check"], "PAIRS_AT_ONCE", pieces)
        assert [check(problem, each).violations for each in [result, *wrong]] == whole
        assert "problem" in codes(check(swapped, result))
    assert whole[0] == ()
    assert all(whole[1:])
