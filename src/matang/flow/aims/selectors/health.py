"""Whether an aim can be reached at all: red, amber, green or not known, each with its reasons."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from matang.flow.aims.choices import DEED_LEVELS, AimLevel, Health

TOP = (AimLevel.VISION, AimLevel.MISSION)
CARRIED = (
    AimLevel.MISSION,
    AimLevel.GOAL,
    AimLevel.OBJECTIVE,
    AimLevel.CRITICAL_SUCCESS_FACTOR,
    AimLevel.INTERMEDIATE_CONDITION,
    AimLevel.PROGRAMME,
)
"""Levels that mean nothing while nobody works on something below them."""

REASONS = {
    "no_mission": (Health.RED, _("belum terhubung ke misi")),
    "no_owner": (Health.RED, _("belum ada penanggung jawab")),
    "owner_gone": (Health.RED, _("unit penanggung jawabnya sudah berakhir")),
    "no_indicator": (Health.RED, _("belum ada indikator")),
    "overdue": (Health.RED, _("lewat batas waktunya")),
    "no_baseline": (Health.AMBER, _("indikator belum punya nilai awal")),
    "no_target": (Health.AMBER, _("indikator belum punya target dan tanggalnya")),
    "target_past": (Health.AMBER, _("tanggal target sudah lewat; tetapkan target berikutnya")),
    "no_place": (Health.AMBER, _("tempatnya belum disebut")),
    "no_doer": (Health.AMBER, _("belum ada pelaksana")),
    "no_carer": (Health.AMBER, _("belum ada yang merawat sesudahnya")),
    "no_upkeep": (Health.AMBER, _("biaya perawatan belum diketahui")),
    "nothing_below": (Health.AMBER, _("belum ada yang mengerjakannya")),
    "red_below": (Health.AMBER, _("ada simpul di bawahnya yang terputus")),
    "empty": (Health.UNKNOWN, _("belum ada isinya")),
}
"""What can be said against an aim: how grave it is, and in which words."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What health is judged by. ``indicators`` counts those that hold; ``baselines``, ``targets`` those with value and day.

    ``owner_gone`` is true where the unit that answers does not exist on the day. ``last_target`` is the latest day of a
    target; ``children`` and ``red_below`` count aims below, of the first row and all.
    """

    level: str
    under_mission: bool
    owner: bool
    owner_gone: bool
    place: bool
    doer: bool
    carer: bool
    upkeep: bool
    ends_on: date | None
    indicators: int
    baselines: int
    targets: int
    last_target: date | None
    children: int
    red_below: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an aim looks, and why: keys of ``REASONS``, the gravest first."""

    health: str
    reasons: tuple[str, ...] = ()


def health(facts: Facts, day: date) -> Verdict:
    """Return how an aim looks on the day. Unknown is never good, and an aim above broken ones is not green."""
    if facts.level in TOP:
        if not facts.children:
            return Verdict(Health.UNKNOWN, ("empty",))
        return Verdict(Health.AMBER, ("red_below",)) if facts.red_below else Verdict(Health.GREEN)
    found = [
        key
        for key, holds in (
            ("no_mission", not facts.under_mission),
            ("no_owner", not facts.owner),
            ("owner_gone", facts.owner_gone),
            ("no_indicator", not facts.indicators),
            ("overdue", facts.ends_on is not None and facts.ends_on < day),
            ("no_baseline", facts.baselines < facts.indicators),
            ("no_target", facts.targets < facts.indicators),
            ("target_past", facts.last_target is not None and facts.last_target < day),
            ("nothing_below", facts.level in CARRIED and not facts.children),
            ("red_below", facts.red_below > 0),
        )
        if holds
    ]
    if facts.level in DEED_LEVELS:
        found += [
            key
            for key, known in (
                ("no_place", facts.place), ("no_doer", facts.doer), ("no_carer", facts.carer), ("no_upkeep", facts.upkeep),
            )
            if not known
        ]  # fmt: skip
    graves = {REASONS[key][0] for key in found}
    worst = next((grave for grave in (Health.RED, Health.AMBER) if grave in graves), Health.GREEN)
    return Verdict(worst, tuple(sorted(found, key=lambda key: REASONS[key][0] != Health.RED)))
