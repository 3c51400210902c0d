"""Whose present post leads to a post: the level below or the same, functional posts only from its own OPD, not its holder.

The law asks for functional posts "in the field"; the register does not hold fields, so the OPD stands for it.
"""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matang.flow.plan.choices import STEPPING
from matang.flow.plan.selectors.facts import PeopleFacts
from matang.flow.plan.services.sheet import AskedPost, opd_of

Mask = NDArray[np.bool_]


class Leading:
    """Answers for the people of some facts; what several posts share is worked out once."""

    def __init__(self, facts: PeopleFacts) -> None:
        self.facts = facts
        self._by_kind: dict[str, Mask] = {}
        self._by_opd: dict[str, Mask] = {}

    @cached_property
    def _kinds(self) -> NDArray[np.str_]:
        return np.array(self.facts.kinds, dtype=np.str_)

    @cached_property
    def _opds(self) -> NDArray[np.str_]:
        return np.array([opd_of(path) for path in self.facts.unit_paths], dtype=np.str_)

    @cached_property
    def _functional(self) -> Mask:
        return np.char.startswith(self._kinds, "jf_")

    def to(self, kind: str, opd: str, held: int = 0) -> Mask:
        """Return whose post leads to one of this kind in this OPD; ``held`` is the post's key where somebody holds it."""
        if kind not in self._by_kind:
            self._by_kind[kind] = np.isin(self._kinds, STEPPING[kind])
        if opd not in self._by_opd:
            self._by_opd[opd] = ~self._functional | (self._opds == opd)
        found = self._by_kind[kind] & self._by_opd[opd]
        return found & (self.facts.post_ids != held) if held else found

    def to_post(self, post: AskedPost) -> Mask:
        """Return whose post leads to this one."""
        return self.to(post.kind, post.opd, post.id)
