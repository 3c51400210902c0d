"""What is published keeps its secret: from all editions together nobody works out a count under five. No database."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matang.flow.measure.selectors.protected import Figure, protected
from matang.flow.measure.selectors.published import Line, dated, lines_of, sums_of

Pair = tuple[int, int]
"""A whole and a part of it, as they truly are."""
Edition = dict[str, Figure]
FIRST = date(2026, 1, 1)
MARGIN = 10
"""How far beyond the largest count of a story other stories are looked for."""


def edition(pair: Pair, earlier: list[Edition]) -> Edition:
    """Return what is said of a whole and a part after earlier editions (the newest first)."""
    counts = {"sendings": pair[0], "reported": pair[1]}
    return protected(counts, (None, False), earlier, FIRST + timedelta(days=len(earlier)))


def series(key: str, *values: int, money: tuple[int | None, ...] = ()) -> list[Edition]:
    """Return the editions of one line, the oldest first."""
    found: list[Edition] = []
    for number, value in enumerate(values):
        said = (money[number] if money else None, False)
        found.insert(0, protected({key: value}, said, found, FIRST + timedelta(days=number)))
    return found[::-1]


def told(editions: Iterable[Edition], key: str) -> list[object]:
    """Return what stands there: the figure with the edition it is from, or why there is none."""
    days = {(FIRST + timedelta(days=number)).isoformat(): number for number in range(20)}
    return [(one[key]["value"], days[one[key]["as_at"]]) if "as_at" in one[key] else one[key]["state"] for one in editions]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ((12, 14), [(12, 0), (12, 0)]),
        ((12, 16, 17), [(12, 0), (12, 0), (17, 2)]),
        ((12, 12), [(12, 0), (12, 0)]),
        ((12, 8, 7), [(12, 0), (12, 0), (7, 2)]),
        ((12, 17, 13, 11, 7), [(12, 0), (17, 1), (17, 1), (17, 1), (7, 4)]),
        ((12, 17, 12), [(12, 0), (17, 1), (12, 2)]),
        ((0, 4, 5, 0), [(0, 0), "few", (5, 2), (0, 3)]),
        ((6, 1, 5, 11), [(6, 0), "few", (6, 0), (11, 3)]),
        ((6, 0, 5), [(6, 0), (0, 1), (6, 0)]),
    ],
)
def test_a_figure_stays_until_it_is_five_away_from_all_that_was_said(values: tuple[int, ...], found: list[object]) -> None:
    assert told(series("needs", *values), "needs") == found


def test_a_part_tells_neither_itself_nor_what_is_missing() -> None:
    said = {pair: told([edition(pair, [])], "reported")[0] for pair in [(w, p) for w in (0, 4, 5, 6, 9) for p in range(w + 1)]}
    assert (said[0, 0], said[4, 0], said[4, 4], said[5, 0], said[5, 5]) == ((0, 0), (0, 0), "few", (0, 0), (5, 0))
    assert {said[5, part] for part in (1, 2, 3, 4)} == {said[6, part] for part in (1, 2, 3, 4, 5)} == {"hidden"}
    assert [said[9, part] for part in range(10)] == [(0, 0), *["few"] * 4, *["hidden"] * 4, (9, 0)]


def test_what_is_missing_is_held_against_earlier_editions_too() -> None:
    first = edition((16, 9), [])
    assert (told([first], "sendings"), told([first], "reported")) == ([(16, 0)], [(9, 0)])
    second = edition((23, 14), [first])  # seven were missing, now nine
    assert (told([second], "sendings"), told([second], "reported")) == ([(23, 1)], ["hidden"])
    third = edition((26, 21), [second, first])  # looks as if two were missing, for the whole is held
    assert (told([third], "sendings"), told([third], "reported")) == ([(23, 1)], ["hidden"])


def test_money_follows_the_people_it_was_spent_on() -> None:
    lines = series("people", 4, 12, 13, 17, 3, money=(90, None, 100, 150, 30))
    assert told(lines, "money") == ["hidden", "unknown", (100, 2), (150, 3), "hidden"]
    assert told(series("people", 12, 14, 12, money=(100, 108, 101)), "money") == [(100, 0)] * 3
    least = protected({"people": 9}, (50, True), [], FIRST)
    assert least["money"] == {"state": "at_least", "value": 50, "as_at": "2026-01-01"}


def pairs(most: int) -> Iterator[Pair]:
    """Give every whole with every part."""
    return ((whole, part) for whole in range(most + 1) for part in range(whole + 1))


def betrayed(stories: list[list[Pair]]) -> list[object]:
    """Return the counts of 1 to 4, and changes so small, that follow from editions whose possible truths are given."""
    views = {"whole": lambda one: one[0], "part": lambda one: one[1], "missing": lambda one: one[0] - one[1]}
    found: list[object] = []
    for name, view in views.items():
        seen = [{view(one) for one in truths} for truths in stories]
        sure = [next(iter(values)) if len(values) == 1 else None for values in seen]
        found += [(name, number, value) for number, value in enumerate(sure) if value is not None and 0 < value < 5]
        for (one, before), (two, after) in combinations(enumerate(sure), 2):
            if before is not None and after is not None and 0 < abs(after - before) < 5:
                found.append((name, one, two, after - before))
    return found


def test_of_every_story_of_two_editions_another_would_have_read_the_same() -> None:
    most = 24
    first: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs(most):
        first[repr(edition(pair, []))].append(pair)
    for truths in first.values():
        second: dict[str, list[Pair]] = defaultdict(list)
        before = edition(truths[0], [])
        for pair in pairs(most):
            second[repr(edition(pair, [before]))].append(pair)
        for later in second.values():
            if max(whole for whole, _part in (*truths, *later)) <= most - MARGIN:
                assert betrayed([truths, later]) == []


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 24).flatmap(lambda whole: st.tuples(st.just(whole), st.integers(0, whole))), min_size=3, max_size=6)
)
def test_of_a_long_story_too(story: list[Pair]) -> None:
    earlier: list[Edition] = []
    truths = []
    most = max(whole for whole, _part in story) + MARGIN
    for pair in story:
        said = edition(pair, earlier)
        truths.append([other for other in pairs(most) if edition(other, earlier) == said])
        earlier.insert(0, said)
    assert betrayed(truths) == []
    for key in ("sendings", "reported"):
        figures = {one[key]["value"] for one in earlier if one[key]["value"]}
        assert all(abs(one - two) >= 5 for one, two in combinations(figures, 2))


def test_a_sum_over_governments_holds_only_what_each_of_them_said() -> None:
    rows = [edition(pair, []) for pair in ((30, 20), (4, 4), (7, 3))]
    sums = sums_of(rows)
    assert [(sums[key]["state"], sums[key]["value"]) for key in ("sendings", "reported")] == [("at_least", 37), ("at_least", 20)]
    assert sums_of(rows[1:2])["sendings"] == {"state": "unknown", "value": None}
    assert sums_of([])["sendings"] == {"state": "unknown", "value": None}


def test_an_edition_from_before_figures_bore_days_stands_at_its_own() -> None:
    old = dated({"needs": {"state": "exact", "value": 12}, "people": {"state": "few", "value": None}}, FIRST)
    new = protected({"needs": 14, "people": 5}, (None, False), [old], FIRST + timedelta(days=9))
    lines = lines_of(new, FIRST + timedelta(days=9))
    assert lines["needs"] == Line("exact", 12, FIRST)
    assert lines["people"] == Line("exact", 5)
