"""Points from terms: capped at what is asked, must-haves as gates, unknown never a pass."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matang.engine import NOT_SHOWN, Gates, ScoreSheet, ScoreTerm, build_candidates, levers
from matang.engine.candidates import TablePairs


def term(name: str, weight: int, measured: list[int], required: list[int], *, must: bool = False) -> ScoreTerm:
    """Return a term from plain lists."""
    return ScoreTerm(name, weight, np.array(measured, dtype=np.int64), np.array(required, dtype=np.int64), must=must)


def test_surplus_in_one_term_never_buys_a_lack_in_another() -> None:
    """Level 5 where 3 is asked counts 3; the lack in the other term stays a lack."""
    sheet = ScoreSheet((term("A", 10, [5, 3], [3]), term("B", 10, [1, 3], [3])), 2, 1)
    assert [sheet.score(0, 0), sheet.score(1, 0)] == [40, 60]


def test_a_must_have_refuses_whatever_the_other_points() -> None:
    """Below the must-have the pair is no candidate, however strong elsewhere; unknown is a doubt, not a refusal."""
    sheet = ScoreSheet((term("must", 1, [2, 1, NOT_SHOWN], [2], must=True), term("rich", 1000, [0, 9, 9], [9])), 3, 1)
    assert [sheet.gate_of(person, 0) for person in range(3)] == [1, 0, -1]
    assert sheet.block(0, 3).allowed[:, 0].tolist() == [True, False, False]
    lenient = ScoreSheet(sheet.terms, 3, 1, doubtful_allowed=True)
    assert lenient.block(0, 3).allowed[:, 0].tolist() == [True, False, True]


def test_the_law_s_gate_is_not_softened_by_points() -> None:
    """A refusal by law keeps the pair out even where doubts are let through."""
    law = Gates(np.array([[1], [0], [-1]], dtype=np.int8), np.array([0]))
    sheet = ScoreSheet((term("A", 1, [1, 1, 1], [1]),), 3, 1, gates=law, doubtful_allowed=True)
    assert [sheet.gate_of(person, 0) for person in range(3)] == [1, 0, -1]
    assert sheet.block(0, 3).allowed[:, 0].tolist() == [True, False, True]


def test_the_breakdown_says_what_would_still_count() -> None:
    """Shown, asked, counted, points and lacking, and the levers made of them."""
    sheet = ScoreSheet((term("A", 10, [1], [3]), term("B", 5, [NOT_SHOWN], [2]), term("C", 7, [4], [4])), 1, 1)
    rows = sheet.breakdown(0, 0)
    assert [(row.shown, row.asked, row.counted, row.points, row.lacking) for row in rows] == [
        (1, 3, 1, 10, 2),
        (None, 2, 0, 0, 2),
        (4, 4, 4, 28, 0),
    ]
    assert levers(rows) == [("A", 10, 2), ("B", 5, 2)]


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_columns_and_single_pairs_agree(data: st.DataObject) -> None:
    """The block of a sheet says for every pair what the pair alone says."""
    people, posts = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 5))
    levels, asked = st.integers(-1, 5), st.integers(0, 5)
    terms = tuple(
        term(
            f"T{at}", data.draw(st.integers(0, 9)), [data.draw(levels) for _ in range(people)],
            [data.draw(asked) for _ in range(posts)], must=data.draw(st.booleans()),
        )
        for at in range(data.draw(st.integers(0, 3)))
    )  # fmt: skip
    outcome = np.array([[data.draw(st.sampled_from([-1, 0, 1])) for _ in range(2)] for _ in range(people)], dtype=np.int8)
    gates = Gates(outcome, np.array([data.draw(st.integers(0, 1)) for _ in range(posts)]))
    lenient = data.draw(st.booleans())
    sheet = ScoreSheet(terms, people, posts, gates=gates, doubtful_allowed=lenient)
    block = sheet.block(0, people)
    for person in range(people):
        for post in range(posts):
            kind = sheet.post_class[post]
            assert block.score[person, kind] == sheet.score(person, post)
            gate = sheet.gate_of(person, post)
            assert bool(block.allowed[person, kind]) == (gate == 1 or (lenient and gate == -1))


def test_a_negative_weight_or_requirement_is_refused() -> None:
    """Weights and requirements are what they say."""
    with pytest.raises(ValueError, match="weight"):
        term("A", -1, [1], [1])
    with pytest.raises(ValueError, match="requirement"):
        term("A", 1, [1], [-1])
    with pytest.raises(ValueError, match="wrong length"):
        ScoreSheet((term("A", 1, [1], [1]),), 2, 1)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_each_person_keeps_the_best_and_each_post_too(data: st.DataObject) -> None:
    """Against sorting everything: the points kept are the best ones, every pair is allowed, each stands once, ascending."""
    people, classes = data.draw(st.integers(0, 5)), data.draw(st.integers(1, 4))
    post_class = np.array(data.draw(st.lists(st.integers(0, classes - 1), max_size=7)), dtype=np.int64)
    allowed = np.array([[data.draw(st.booleans()) for _ in range(classes)] for _ in range(people)], dtype=bool).reshape(
        people, classes
    )
    score = np.array([[data.draw(st.integers(-2, 3)) for _ in range(classes)] for _ in range(people)], dtype=np.int64)
    source = TablePairs(allowed, score.reshape(people, classes), post_class)
    keep, per_post = data.draw(st.integers(0, 5)), data.draw(st.integers(0, 3))
    edges = build_candidates(source, per_person=keep, per_post=per_post)
    pairs = list(zip(edges.people.tolist(), edges.posts.tolist(), strict=True))
    assert pairs == sorted(set(pairs))
    for (person, post), points in zip(pairs, edges.score.tolist(), strict=True):
        assert allowed[person, post_class[post]]
        assert points == score[person, post_class[post]]
    for person in range(people):
        every = sorted((score[person, kind] for kind in post_class if allowed[person, kind]), reverse=True)
        mine = sorted((int(score[i, post_class[j]]) for i, j in pairs if i == person), reverse=True)
        assert mine[: min(keep, len(every))] == every[:keep]
    for post, kind in enumerate(post_class):
        every = sorted((score[i, kind] for i in range(people) if allowed[i, kind]), reverse=True)
        mine = sorted((int(score[i, kind]) for i, j in pairs if j == post), reverse=True)
        assert mine[: min(per_post, len(every))] == every[:per_post]


def test_equal_people_are_spread_over_equal_posts() -> None:
    """A hundred equal people with ten candidates each reach every one of a hundred equal posts."""
    source = TablePairs(np.ones((100, 1), dtype=bool), np.full((100, 1), 5), np.zeros(100, dtype=np.int64))
    edges = build_candidates(source, per_person=10)
    assert len(edges) == 1000
    assert len(set(edges.posts.tolist())) == 100


def test_an_own_post_is_kept_with_its_own_points() -> None:
    """Pairs that always stay win over the source's points for the same pair."""
    source = TablePairs.of_posts(np.array([[True, False]]), np.array([[5, 5]]))
    edges = build_candidates(source, per_person=1, always=(np.array([0, 0]), np.array([0, 1]), np.array([9, 8])))
    assert list(zip(edges.posts.tolist(), edges.score.tolist(), strict=True)) == [(0, 9), (1, 8)]
