"""A solved problem as plain arrays, beside its files: read in milliseconds where a page needs one number of it."""

import io
from dataclasses import fields

import numpy as np

from matang import engine

PROBLEM = ("people", "posts", "capacity", "edge_people", "edge_posts", "score", "unplaced_cost", "vacancy_cost")
RESULT = ("assigned", "person_price", "post_price")


def packed_arrays(problem: engine.Problem, result: engine.Result) -> bytes:
    """Return problem and result as one binary file, without pickled objects."""
    file = io.BytesIO()
    columns = {name: getattr(problem, name) for name in PROBLEM} | {name: getattr(result, name) for name in RESULT}
    narrow = {name: _narrow(column) for name, column in columns.items()}
    np.savez(file, objective=np.array([result.objective]), **narrow)
    return file.getvalue()


def _narrow(column: np.ndarray) -> np.ndarray:
    """Return a column in half the room where its numbers allow it."""
    fits = not column.size or max(abs(int(column.max())), abs(int(column.min()))) < 2**31
    return column.astype(np.int32) if fits else column


def unpacked_arrays(content: bytes) -> tuple[engine.Problem, engine.Result]:
    """Return the problem and the result of a binary file."""
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        found = {name: file[name].astype(np.int64) for name in (*PROBLEM, *RESULT, "objective")}
    problem = engine.Problem(*(found[name] for name in PROBLEM))
    return problem, engine.Result(
        problem_digest="",
        people=problem.people,
        posts=problem.posts,
        assigned=found["assigned"],
        objective=int(found["objective"][0]),
        person_price=found["person_price"],
        post_price=found["post_price"],
    )


def packed_brief(brief: engine.Brief) -> bytes:
    """Return the short form of a result as one compressed file: a city of 9,000 in some 90 KB."""
    file = io.BytesIO()
    np.savez_compressed(file, **{each.name: _narrow(getattr(brief, each.name)) for each in fields(brief)})
    return file.getvalue()


def unpacked_brief(content: bytes) -> engine.Brief:
    """Return the short form of a file."""
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        return engine.Brief(**{each.name: file[each.name].astype(np.int64) for each in fields(engine.Brief)})
