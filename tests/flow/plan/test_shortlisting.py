"""What is written once of many sentences: two that differ in numbers and dates only are one."""

import json
from itertools import product

from matang.flow.plan.models.books import filled, hollow
from matang.flow.plan.services.shortlisting import _shape

DAY, OTHER_DAY = {"date": "2026-01-02"}, {"date": "2026-03-04"}
PARTS = (None, True, False, 0, 1, 2.5, "n", "#", "{", "[", DAY, OTHER_DAY, {"date": 1, "text": "n"}, {}, [])
VALUES = (
    *PARTS,
    *([part] for part in PARTS),
    *({"text": part} for part in PARTS),
    *({"text": one, "with": [other, {"day": one}]} for one, other in product(PARTS, PARTS)),
)


def test_a_shape_is_the_same_exactly_where_the_hollow_value_is() -> None:
    """So a sentence finds its number without being written out: true is not one, a list is not its first element."""
    by_shape: dict[object, set[str]] = {}
    by_hollow: dict[str, set[object]] = {}
    for value in VALUES:
        seen: list[object] = []
        kept: list[object] = []
        shape, written = _shape(value, seen), json.dumps(hollow(value, kept), sort_keys=True)
        assert seen == kept
        by_shape.setdefault(shape, set()).add(written)
        by_hollow.setdefault(written, set()).add(shape)
    assert {len(found) for found in (*by_shape.values(), *by_hollow.values())} == {1}
    assert 100 < len(by_shape) < len(VALUES)


def test_a_sentence_of_another_number_and_day_has_the_same_shape() -> None:
    """What differs goes into the row."""
    first = {"text": "Sudah %(n)s bulan per %(day)s.", "with": {"n": 7, "day": {"date": "2026-01-02"}}}
    second = {"with": {"day": {"date": "2026-03-04"}, "n": 24}, "text": "Sudah %(n)s bulan per %(day)s."}
    leaves: list[object] = []
    assert _shape(first, []) == _shape(second, leaves)
    assert leaves == ["2026-03-04", 24]
    assert filled(hollow(first, []), leaves) == second
    assert _shape({**second, "text": "Baru %(n)s bulan per %(day)s."}, []) != _shape(first, [])
