"""A small tree of aims for the tests. All invented."""

from dataclasses import dataclass, field
from typing import Any

from matang.flow.aims.models import Aim, AimPlan
from matang.flow.aims.public import AimDetails, create_aim, save_plan
from matang.foundation.access.actor import Actor
from matang.foundation.access.selectors import actor_of
from tests.cast import Cast


@dataclass
class Grove:
    """The RPJMD of the city from the vision down to one sub-activity of the health agency; ``at`` finds aims by name."""

    plan: AimPlan
    at: dict[str, Aim] = field(default_factory=dict)


def planner(cast: Cast) -> Actor:
    """Return the planner of the whole agency."""
    return actor_of(cast.users["programme_planner"])


def grow(cast: Cast, plan: AimPlan, level: str, title: str, parent: Aim | None = None, **said: Any) -> Aim:
    """Make an aim as the planner of the whole agency."""
    return create_aim(
        actor=planner(cast),
        plan_id=plan.pk,
        level=level,
        title=title,
        parent_id=parent.pk if parent else None,
        details=AimDetails(**said),
    )


def plant(cast: Cast) -> Grove:
    """Make the tree."""
    plan = save_plan(actor=planner(cast), kind="rpjmd", name="RPJMD Contoh 2025–2029", year_from=2025, year_to=2029)
    grove = Grove(plan)
    health = cast.units["health"].pk
    line = (
        ("vision", "vision", "Kota sehat dan mandiri", {}),
        ("mission", "mission", "Meningkatkan mutu hidup warga", {}),
        ("goal", "goal", "Warga hidup lebih sehat", {}),
        ("objective", "objective", "Turunnya prevalensi stunting", {"unit_id": health}),
        ("programme", "programme", "Program Upaya Kesehatan", {"unit_id": health, "code": "1.02.02"}),
        ("activity", "activity", "Penyediaan layanan kesehatan", {"unit_id": health, "code": "1.02.02.2.02"}),
        ("sub_activity", "sub", "Pengelolaan gizi balita", {"unit_id": health, "code": "1.02.02.2.02.0015"}),
    )
    above = None
    for level, name, title, said in line:
        above = grove.at[name] = grow(cast, plan, level, title, above, **said)
    return grove
