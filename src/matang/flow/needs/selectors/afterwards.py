"""What came of a need, and what opened it: later stages tell, through readers that they hand over when they start."""

from collections.abc import Callable

from matang.flow.needs.models import UnitNeed
from matang.foundation.access.actor import Actor
from matang.ui.strands import Provided, Strand

served_by = Provided()
"""The sendings that serve a need, each with what came of it; the stage ``learn`` provides them."""
OriginReader = Callable[[Actor, str], Strand | None]
_origin: list[OriginReader] = []


def provide_origin(reader: OriginReader) -> None:
    """Tell this stage how to read what opened a need; the stage ``measure`` calls this once when it starts."""
    _origin[:] = [reader]


def origin_of(actor: Actor, need: UnitNeed) -> Strand | None:
    """Return what opened a need where a later stage did and knows it, else None."""
    return _origin[0](actor, need.origin) if _origin and need.origin not in {"", "unit"} else None


def what_came(actor: Actor, need: UnitNeed) -> tuple[Strand, ...]:
    """Return the sendings that serve a need and that the actor reads, with what came of them."""
    return served_by.of(actor, [need.pk]).get(need.pk, ())
