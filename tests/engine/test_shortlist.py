"""Shortlists of few posts are searched one by one, with the same answers and without a compiler."""

import subprocess
import sys

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matang.engine import Problem, shortlists, solve
from matang.engine.nearest import nearest
from tests.engine.brute import problems


@settings(max_examples=150, deadline=None)
@given(problems(), st.integers(0, 4))
def test_few_posts_give_what_the_compiled_search_gives(problem: Problem, limit: int) -> None:
    """Only where a holder would go may differ: several places may be equally good."""
    result = solve(problem)
    one, other = shortlists(problem, result, limit), nearest(problem, result, limit)
    for name in ("first", "edge", "holds", "distance"):
        assert np.array_equal(getattr(one, name), getattr(other, name)), name
    assert one.next_post.shape == other.next_post.shape


def test_few_posts_never_load_a_compiler() -> None:
    program = """
import sys
from matang.engine import Problem, shortlists, solve
problem = Problem.build(people=range(3), posts=range(2), pairs=([0, 1, 2, 2], [0, 1, 0, 1], [5, 6, 7, 8]))
print(shortlists(problem, solve(problem), 5).first.tolist(), "numba" in sys.modules)
"""
    said = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert said.stdout == "[0, 2, 4] False\n"
