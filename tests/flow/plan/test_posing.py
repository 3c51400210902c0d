"""Who comes nearest to each post, where many are equally near."""

import numpy as np
import pytest

from matang import engine
from matang.flow.plan.services import posing


@pytest.mark.parametrize("at_once", [1, 10, 10_000])
def test_the_first_among_equals_are_kept_however_the_people_are_read(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """So the same register gives the same shortlist, byte for byte, whatever the machine reads at once."""
    monkeypatch.setattr(posing, "PAIRS_AT_ONCE", at_once)
    people, score = 40, np.tile(np.array([[5], [7], [7], [5]]), (10, 2))
    allowed = np.ones((people, 2), dtype=bool)
    allowed[1, 1] = False
    source = engine.TablePairs.of_posts(allowed, score)
    person, post, points = posing._best_of_each(source, np.zeros(people, np.int64), 3)
    assert (person.tolist(), post.tolist(), set(points.tolist())) == ([1, 2, 5, 6, 2, 5, 6, 9], [0, 0, 0, 0, 1, 1, 1, 1], {7})
