"""The best posts of each person and the best people of each class of posts, block by block."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from matang.engine.kernel.compiled import compiled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Long = NDArray[np.int64]
    Truth = NDArray[np.bool_]


class Rows(NamedTuple):
    """People from ``start`` on against every class: allowed, and points."""

    allowed: Truth
    score: Long
    start: int


class Classes(NamedTuple):
    """Posts grouped by class: ``posts[first[c] : first[c] + size[c]]`` are those of class ``c``, ascending.

    ``spread`` is an odd number that scatters people over the posts of a class.
    """

    posts: Long
    first: Long
    size: Long
    spread: int


class Pairs(NamedTuple):
    """Room for pairs: person, post, points."""

    people: Long
    posts: Long
    score: Long


@compiled
def best_posts(block: Rows, classes: Classes, keep: int, out: Pairs, end: int) -> int:
    """Write the best ``keep`` posts of each person of a block from ``end`` on, posts ascending; return the new end.

    Better classes first, the lower class among equals; in the last class the posts from the person's own place on.
    """
    chosen = np.empty(min(keep, len(classes.size)) + 1, np.int64)
    for row in range(len(block.score)):
        person = block.start + row
        count = best_classes(block.allowed[row], block.score[row], classes.size, keep, chosen)
        begin = end
        for at in range(count):
            kind = chosen[at]
            size = classes.size[kind]
            turn = (person * classes.spread) % 2**32 % size
            for inside in range(min(size, keep - (end - begin))):
                post = classes.posts[classes.first[kind] + (inside + turn) % size]
                spot = end
                while spot > begin and out.posts[spot - 1] > post:
                    out.posts[spot], out.score[spot] = out.posts[spot - 1], out.score[spot - 1]
                    spot -= 1
                out.posts[spot], out.score[spot] = post, block.score[row, kind]
                out.people[end] = person
                end += 1
    return end


@compiled
def best_classes(allowed: Truth, score: Long, size: Long, keep: int, chosen: Long) -> int:
    """Write the fewest best classes that together have ``keep`` posts (or all there are); return how many.

    ``chosen`` stays ordered, best first. A class comes after an equal one with a lower number, so it goes behind.
    """
    count, posts = 0, 0
    for kind in range(len(score)):
        if not allowed[kind] or size[kind] == 0:
            continue
        if posts >= keep and score[kind] <= score[chosen[count - 1]]:
            continue
        spot = count
        while spot > 0 and score[chosen[spot - 1]] < score[kind]:
            chosen[spot] = chosen[spot - 1]
            spot -= 1
        chosen[spot] = kind
        count += 1
        posts += size[kind]
        while posts - size[chosen[count - 1]] >= keep:
            count -= 1
            posts -= size[chosen[count]]
    return count


@compiled
def best_people(block: Rows, who: Long, points: Long, filled: Long) -> None:
    """Hold a block against the best people of each class found so far (``who`` and ``points``: classes × wanted).

    Better people first, the lower number among equals.
    """
    wanted = who.shape[1]
    for row in range(len(block.score)):
        for kind in range(len(filled)):
            score = block.score[row, kind]
            if not block.allowed[row, kind] or (filled[kind] == wanted and score <= points[kind, wanted - 1]):
                continue
            spot = min(filled[kind], wanted - 1)
            filled[kind] = min(filled[kind] + 1, wanted)
            while spot > 0 and points[kind, spot - 1] < score:
                points[kind, spot], who[kind, spot] = points[kind, spot - 1], who[kind, spot - 1]
                spot -= 1
            points[kind, spot], who[kind, spot] = score, block.start + row
