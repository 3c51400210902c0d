"""Candidates by compiled loops and by columns are the same; so is text written either way."""

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from matang.engine import Problem, TablePairs, build_candidates, candidates, problem
from matang.engine.problem import canonical_json


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_loops_and_columns_give_the_same_candidates(data: st.DataObject) -> None:
    """Few points, so that ties abound; classes without posts; own posts kept; any number wanted."""
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32)))
    people, classes, posts = (data.draw(st.integers(*span)) for span in ((0, 12), (1, 9), (0, 20)))
    score = rng.integers(-2, 4, (people, classes))
    source = TablePairs(rng.random((people, classes)) < 0.7, score, rng.integers(0, classes, posts))
    own = np.flatnonzero(rng.random(people) < 0.5) if posts else np.empty(0, np.int64)
    wanted = {
        "per_person": data.draw(st.integers(0, 12)),
        "per_post": data.draw(st.integers(0, 6)),
        "always": (own, own % max(posts, 1), own + 9) if data.draw(st.booleans()) else None,
    }
    loops, columns = (build_candidates(source, **wanted, loops=way) for way in (True, False))
    assert loops.people.tolist() == columns.people.tolist()
    assert loops.posts.tolist() == columns.posts.tolist()
    assert loops.score.tolist() == columns.score.tolist()


def test_blocks_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    """However the people are cut into blocks, the candidates are the same."""
    rng = np.random.default_rng(1)
    source = TablePairs(rng.random((50, 6)) < 0.6, rng.integers(0, 5, (50, 6)), rng.integers(0, 6, 40))
    whole = build_candidates(source, per_person=7, per_post=3, loops=True)
    monkeypatch.setattr(candidates, "PAIRS_A_LOOP", 20)
    monkeypatch.setattr(candidates, "PAIRS_AT_ONCE", 20)
    for loops in (True, False):
        cut = build_candidates(source, per_person=7, per_post=3, loops=loops)
        assert (cut.people.tolist(), cut.posts.tolist()) == (whole.people.tolist(), whole.posts.tolist())
        assert cut.score.tolist() == whole.score.tolist()


def test_the_size_decides_how_and_the_answer_is_closed_for_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the bound on loops do it; a problem takes their arrays over without a copy."""
    source = TablePairs.of_posts(np.ones((3, 4), dtype=bool), np.arange(12).reshape(3, 4))
    monkeypatch.setattr(candidates, "LOOPS_FROM", 12)
    edges = build_candidates(source, per_person=2)
    assert not edges.people.flags.writeable
    one = np.ones(4, np.int64)
    posed = Problem(np.arange(3), np.arange(4), one, edges.people, edges.posts, edges.score, one[:3] * 0, one * 0)
    assert posed.edge_people is edges.people
    assert posed.score.tolist() == [2, 3, 6, 7, 10, 11]


def test_an_array_somebody_may_still_write_to_is_copied() -> None:
    """What happens to the numbers afterwards does not reach the problem."""
    score = np.array([5])
    view = score[:]
    view.flags.writeable = False
    posed = Problem.build(people=[1], posts=[2], pairs=([1], [2], view))
    score[0] = 6
    assert posed.score.tolist() == [5]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(-(2**63) + 1, 2**63 - 1), max_size=40), st.integers(1, 9))
@example([7, 7, 7, -7, -7, 0, 0, 0, 9, 10, 10, 99, 100, 100, -100, 999, 1000, 2**63 - 1, 2**63 - 1], 4)
def test_numbers_are_written_alike_by_the_loop(numbers: list[int], piece: int) -> None:
    """Byte for byte what JSON says, in pieces of any size."""
    content = {"posts": np.array(numbers, dtype=np.int64), "format": "é", "assignment": [1, None], "empty": np.empty(0, np.int64)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(problem, "PIECE", piece)
        few = canonical_json(content)
        patch.setattr(problem, "LOOPS_FROM", 0)
        assert canonical_json(content) == few
    assert json.loads(few) == {"posts": numbers, "format": "é", "assignment": [1, None], "empty": []}
    assert few.startswith(b'{\n"assignment":[1,null],\n"empty":[],\n"format":')


def test_a_file_written_in_pieces_is_the_one_that_is_hashed(tmp_path: Path) -> None:
    """The file, its bytes in memory and the fingerprint agree."""
    posed = Problem.build(people=[3, 1], posts=[2], pairs=([1, 3], [2, 2], [5, 6]))
    path = tmp_path / "problem.json"
    posed.write(path)
    assert path.read_bytes() == posed.canonical
    assert hashlib.sha256(posed.canonical).hexdigest() == posed.digest


@pytest.mark.parametrize("ids", [[7, 8, 9], [7, 9, 12]])
def test_an_identifier_that_is_not_known_is_refused_with_and_without_gaps(ids: list[int]) -> None:
    """Below, above and between."""
    posed = Problem.build(people=ids, posts=[2], pairs=([ids[1]], [2], [5]))
    assert [posed.person_at(person) for person in ids] == [0, 1, 2]
    for wrong in (6, 13, -(2**40)):
        with pytest.raises(problem.ProblemError, match=f"person: {wrong} is not known"):
            posed.person_at(wrong)


@pytest.mark.parametrize("width", [np.int32, np.int64])
@pytest.mark.parametrize("loops", [True, False])
def test_a_refused_pair_is_no_candidate_however_wide_the_points_are(width: type[np.signedinteger], *, loops: bool) -> None:
    """Nobody may hold the second post; the third person may hold none, though there is room on every list."""
    allowed = np.array([[True, False], [True, False], [False, False]])
    source = TablePairs.of_posts(allowed, np.full((3, 2), 7, width))
    for wanted in ({"per_person": 5}, {"per_person": 0, "per_post": 5}):
        edges = build_candidates(source, **wanted, loops=loops)
        assert (edges.people.tolist(), edges.posts.tolist(), edges.score.tolist()) == ([0, 1], [0, 0], [7, 7])
