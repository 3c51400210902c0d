"""What an expression rests on: the facts it asks for and the parameters it reads."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from matang.rules.core.expressions import Expression
from matang.rules.core.parameters import Parameter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from matang.rules.core.facts import Fact


def below(part: object) -> Iterator[Expression | Parameter]:
    """Yield an expression and everything inside it, from the outside in."""
    if isinstance(part, Parameter):
        yield part
    elif isinstance(part, Expression):
        yield part
        for field in fields(part):  # type: ignore[arg-type]  # every expression is a dataclass
            yield from below(getattr(part, field.name))
    elif isinstance(part, tuple):
        for item in part:
            yield from below(item)


def facts_of(parts: Iterable[Expression]) -> tuple[Fact, ...]:
    """Return the facts that expressions ask for, each once, in the order of asking."""
    found = (fact for part in parts for inner in below(part) if isinstance(inner, Expression) for fact in inner.asks)
    return tuple(dict.fromkeys(found))


def parameters_of(parts: Iterable[Expression]) -> tuple[Parameter, ...]:
    """Return the parameters that expressions read, each once."""
    found = {inner.key: inner for part in parts for inner in below(part) if isinstance(inner, Parameter)}
    return tuple(found.values())
