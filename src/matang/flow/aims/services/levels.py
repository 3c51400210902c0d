"""Which aim may hang under which, and why not."""

from django.utils.translation import gettext as _

from matang.flow.aims.choices import ACROSS_PLANS, ALONE, PARENTS, AimLevel
from matang.flow.aims.models import Aim
from matang.foundation.access.answers import Allowed, Answer, Denied


def parents_for(level: str, *, same_plan: bool) -> tuple[str, ...]:
    """Return the levels that an aim of ``level`` may hang under, in its own plan or in another."""
    return PARENTS[level] if same_plan else (*PARENTS[level], *ACROSS_PLANS.get(level, ()))


def children_for(level: str, *, same_plan: bool = True) -> tuple[str, ...]:
    """Return the levels that may hang right under an aim of ``level``, top first."""
    return tuple(below for below in AimLevel.values if level in parents_for(below, same_plan=same_plan))


def may_hang(level: str, plan_id: int, parent: Aim | None) -> Answer:
    """Answer whether an aim of ``level`` in the plan may hang under ``parent`` (None = under nothing)."""
    name = AimLevel(level).label
    if parent is None:
        if level in ALONE:
            return Allowed()
        return Denied(_("%(level)s harus bergantung pada %(parents)s.") % {"level": name, "parents": _names(PARENTS[level])})
    allowed = parents_for(level, same_plan=parent.plan_id == plan_id)
    if parent.level in allowed:
        return Allowed()
    if not allowed:
        return Denied(_("%(level)s adalah puncak pohon dan tidak punya induk.") % {"level": name})
    return Denied(
        _("%(level)s bergantung pada %(parents)s, bukan pada %(parent)s.")
        % {"level": name, "parents": _names(allowed), "parent": parent.get_level_display().lower()}
    )


def _names(levels: tuple[str, ...]) -> str:
    labels = [str(AimLevel(level).label).lower() for level in levels]
    return labels[0] if len(labels) == 1 else ", ".join(labels[:-1]) + _(" atau ") + labels[-1]
