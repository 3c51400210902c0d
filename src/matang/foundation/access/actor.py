"""Who is asking: an account, its agency and the grants that hold today."""

from dataclasses import dataclass

from matang.foundation.access.roles import Role


@dataclass(frozen=True, slots=True)
class Held:
    """A role that holds today over ``unit_path`` and below; an empty path is the whole agency."""

    role: Role
    unit_path: str


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of an agency that an actor reaches: everything, or the subtrees in ``paths`` (none = nothing)."""

    everything: bool
    paths: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """True when the actor reaches nothing."""
        return not self.everything and not self.paths

    def covers(self, unit_path: str) -> bool:
        """True when the unit with this path lies inside the scope."""
        return self.everything or any(unit_path.startswith(path) for path in self.paths)


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who asks. Built once a request; selectors and permissions take it as their first argument."""

    user_id: int | None = None
    agency_id: int | None = None
    person_id: int | None = None
    name: str = ""
    held: tuple[Held, ...] = ()

    @property
    def signed_in(self) -> bool:
        """True for an account, false for a visitor."""
        return self.user_id is not None

    def has(self, *roles: Role) -> bool:
        """True when at least one of ``roles`` is held anywhere."""
        return any(held.role in roles for held in self.held)

    def scope(self, *roles: Role) -> Scope:
        """Return the union of what the actor reaches through ``roles``."""
        paths = tuple(sorted({held.unit_path for held in self.held if held.role in roles}))
        if "" in paths:
            return Scope(everything=True, paths=())
        return Scope(everything=False, paths=paths)


NOBODY = Actor()
