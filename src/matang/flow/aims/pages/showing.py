"""What several pages show: units by name, health in marks and words, the way from the top."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from matang.flow.aims.choices import AimLevel, Health
from matang.flow.aims.selectors.forest import Node
from matang.flow.aims.selectors.health import REASONS
from matang.flow.register.public import Unit, unit_tree
from matang.foundation.access.actor import Actor

MARKS = {Health.RED: "fail", Health.AMBER: "warn", Health.GREEN: "pass", Health.UNKNOWN: "unknown"}
"""The chip of each health; every chip has its own shape beside its colour."""

ICONS = {Health.RED: "octagon-x", Health.AMBER: "triangle-alert", Health.GREEN: "circle-check", Health.UNKNOWN: "circle-dashed"}
ORDER = (Health.RED, Health.AMBER, Health.UNKNOWN, Health.GREEN)


def words() -> dict[str, dict]:
    """Return what templates need to name levels and healths."""
    return {
        "levels": dict(AimLevel.choices),
        "healths": dict(Health.choices),
        "marks": MARKS,
        "health_icons": ICONS,
        "health_order": ORDER,
        "reasons": {key: str(said[1]) for key, said in REASONS.items()},
    }


def unit_names(actor: Actor, day: date, ids: Iterable[int | None]) -> dict[int, str]:
    """Return the names of units by key; a unit that has ended meanwhile keeps its name."""
    tree = unit_tree(actor.agency_id, day)
    wanted = {key for key in ids if key is not None}
    names = {key: tree.by_id[key].name for key in wanted if key in tree.by_id}
    gone = wanted - names.keys()
    if gone:
        names |= dict(Unit.objects.filter(pk__in=gone, agency_id=actor.agency_id).values_list("pk", "name"))
    return names


def crumbs_to(node: Node | None, here: str | None, day_tail: str = "") -> list[tuple[str, str | None]]:
    """Return the way from the outline to a page about ``node``; ``here`` names the page itself, None for the aim's own."""
    way: list[tuple[str, str | None]] = [(_("Pohon tujuan"), reverse("aims:outline") + day_tail)]
    if node is None:
        return [*way, (here or "", None)]
    label = f"{AimLevel(node.level).label}: {_short(node.title)}"
    if here is None:
        return [*way, (label, None)]
    return [*way, (label, reverse("aims:aim", args=[node.id]) + day_tail), (here, None)]


def _short(text: str, size: int = 40) -> str:
    return text if len(text) <= size else text[: size - 1].rstrip() + "…"
