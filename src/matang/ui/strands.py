"""The chain from a need to a measured result, as pages of several stages draw it (macro ``strands``).

A stage tells the one before it what came of something through a reader that it hands over when it starts: imports never point
forward.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from matang.foundation.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Strand:
    """A link of the chain: what it is, its words, its page (empty where the actor has none), its state, and what came of it."""

    kind: str
    title: str
    href: str = ""
    state: str = ""
    chip: str = ""
    note: str = ""
    after: tuple["Strand", ...] = ()


Reader = Callable[[Actor, Collection[int]], Mapping[int, tuple[Strand, ...]]]
"""Given an actor and keys of something that it sees, return what the actor sees came of each; those of which nothing came are
left out. The same number of queries whatever the number of keys."""


class Provided:
    """A reader that a later stage provides; without one nothing came of anything."""

    def __init__(self) -> None:
        self._readers: list[Reader] = []

    def by(self, reader: Reader) -> None:
        """Take the reader; the later stage calls this once when it starts."""
        self._readers[:] = [reader]

    def of(self, actor: Actor, keys: Collection[int]) -> Mapping[int, tuple[Strand, ...]]:
        """Return what came of these keys."""
        return self._readers[0](actor, keys) if self._readers and keys else {}
