"""Numbers that are compared, added or chosen between are held in the same smallest parts (hundredths with hundredths)."""

import pytest

from matang import rules
from matang.rules.core.arithmetic import Product, When
from matang.rules.core.conditions import AtLeast
from matang.rules.core.expressions import Number, Value
from matang.rules.core.limits import Limit
from matang.rules.core.sums import Named, Smaller, Sum
from matang.rules.core.tables import ByLevel
from matang.rules.core.walk import below


def places(number: Number) -> int | None:
    """Return how many decimals a number is held with, None where any will do (a constant) or it cannot be said (a quotient)."""
    if isinstance(number, Value):
        return number.fact.decimals
    if isinstance(number, Limit | ByLevel):
        return number.parameter.decimals
    if isinstance(number, Named):
        return number.fact.decimals
    if isinstance(number, Product):
        found = (places(number.first), places(number.second))
        return None if None in found else sum(part or 0 for part in found)
    if isinstance(number, Sum | Smaller | When):
        return next((part for part in map(places, inside(number)) if part is not None), None)
    return None


def inside(part: object) -> tuple[Number, ...]:
    """Return the numbers that a comparison, sum, cap or choice puts side by side."""
    if isinstance(part, AtLeast | Smaller):
        return part.first, part.second
    if isinstance(part, Sum):
        return part.parts
    if isinstance(part, When):
        return part.then, part.otherwise
    return ()


def written(item: rules.Rule | rules.Calculation | rules.Classification) -> tuple[object, ...]:
    """Return what an item is written with."""
    if isinstance(item, rules.Rule):
        return tuple(criterion.condition for criterion in item.criteria)
    if isinstance(item, rules.Classification):
        return tuple(category.condition for category in item.categories)
    return (item.expression,)


@pytest.mark.parametrize("key", sorted(rules.ALL))
def test_what_stands_side_by_side_has_the_same_scale(key: str) -> None:
    """Every comparison, sum, cap and choice inside; and a named number is held as its unit says."""
    for part in below(written(rules.ALL[key])):
        scales = {found for found in map(places, inside(part)) if found is not None}
        assert len(scales) <= 1, part
        if isinstance(part, Named):
            assert places(part.number) in {None, part.fact.decimals}, part.label
