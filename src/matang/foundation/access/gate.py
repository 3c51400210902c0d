"""The gate in front of every page: a view says who may call it, and a view that says nothing is closed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from matang.foundation.access.roles import Role

View = TypeVar("View", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may call a view: everybody, any signed-in account, or the holders of one of ``roles``."""

    public: bool = False
    roles: frozenset[Role] = frozenset()


def public(view: View) -> View:
    """Mark a view as open to everybody, signed in or not."""
    view.access = Rule(public=True)  # type: ignore[attr-defined]
    return view


def signed_in(view: View) -> View:
    """Mark a view as open to every account that holds any role in the agency."""
    view.access = Rule()  # type: ignore[attr-defined]
    return view


def roles(*allowed: Role) -> Callable[[View], View]:
    """Mark a view as open to holders of one of ``allowed``."""

    def mark(view: View) -> View:
        view.access = Rule(roles=frozenset(allowed))  # type: ignore[attr-defined]
        return view

    return mark
