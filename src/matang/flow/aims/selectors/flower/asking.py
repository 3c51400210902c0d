"""The flower test: before buying a flower, know where it is planted and who tends it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from matang.flow.aims.choices import DEED_LEVELS
from matang.flow.aims.selectors.forest import Forest, Node
from matang.flow.aims.selectors.health import REASONS
from matang.flow.aims.selectors.trees import aims_at
from matang.flow.register.public import unit_tree
from matang.foundation.access.actor import Actor

PETALS: dict[str, tuple[str | Promise, tuple[str, ...]]] = {
    "place": (_("Tempat"), ("no_place",)),
    "doer": (_("Pelaksana"), ("no_doer", "doer_gone")),
    "carer": (_("Perawat sesudahnya"), ("no_carer", "carer_gone")),
    "upkeep": (_("Biaya perawatan"), ("no_upkeep",)),
    "indicator": (_("Indikator"), ("no_indicator", "no_baseline", "no_target")),
    "mission": (_("Misi"), ("no_mission",)),
}
"""The six questions: their names, and what can be said against each."""

WORDS: dict[str, str | Promise] = {
    **{key: REASONS[key][1] for _name, keys in PETALS.values() for key in keys if key in REASONS},
    "doer_gone": _("unit pelaksananya sudah berakhir"),
    "carer_gone": _("unit perawatnya sudah berakhir"),
}


@dataclass(frozen=True, slots=True)
class Flower:
    """An activity's test: ``faults`` are keys of ``WORDS`` in the order of the petals; none = passed."""

    node: Node
    faults: tuple[str, ...]
    doer_id: int | None = None
    carer_id: int | None = None

    @property
    def passed(self) -> bool:
        """True when nothing is to be said against it."""
        return not self.faults

    @property
    def petals(self) -> list[tuple[str, bool]]:
        """The six questions and whether each is answered."""
        return [(key, not set(keys) & set(self.faults)) for key, (_name, keys) in PETALS.items()]


def flower_test(reasons: Iterable[str], *, doer_gone: bool, carer_gone: bool) -> tuple[str, ...]:
    """Return what is to be said against an activity, in the order of the six questions; empty = it passes.

    ``reasons`` are what its health says (keys of ``REASONS``); ``doer_gone`` and ``carer_gone`` are true where the unit that was
    named has ended: nobody does the work there any more.
    """
    said = set(reasons)
    if doer_gone:
        said.add("doer_gone")
    if carer_gone:
        said.add("carer_gone")
    return tuple(key for _name, keys in PETALS.values() for key in keys if key in said)


def flowers_at(actor: Actor, day: date, forest: Forest) -> dict[int, Flower]:
    """Return the test of every activity and sub-activity on the day, in the order of the tree. One query of three columns."""
    units = unit_tree(actor.agency_id, day).by_id
    rows = aims_at(actor, day).filter(level__in=DEED_LEVELS).order_by().values_list("id", "doer_unit_id", "carer_unit_id")
    who = {row[0]: row[1:] for row in rows}
    found = {}
    for node in forest.walk():
        if node.level in DEED_LEVELS:
            doer, carer = who.get(node.id, (None, None))
            faults = flower_test(
                node.verdict.reasons,
                doer_gone=doer is not None and doer not in units,
                carer_gone=carer is not None and carer not in units,
            )
            found[node.id] = Flower(node, faults, doer, carer)
    return found
