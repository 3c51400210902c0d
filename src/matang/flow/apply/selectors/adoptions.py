"""Read adoptions: what is missing, what the clocks say, and which took effect."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from matang.flow.aims.public import mission_of
from matang.flow.apply.choices import CLOCKS, AdoptionResult
from matang.flow.apply.models import Adoption, AdoptionAction, AdoptionCheck
from matang.flow.apply.permissions import READING_ROLES
from matang.flow.apply.selectors.recommendations import Missing
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today

BEFORE = dict(zip(CLOCKS, (0, *CLOCKS), strict=False))
"""The clock before each one; 0 before the first."""
NAMED = ("unit", "recommendation__person", "recommendation__aim", "indicator", "decision", "recommendation__sending")


def adoptions_visible_to(actor: Actor) -> QuerySet[Adoption]:
    """Return those of owning or proposing units in reach, and those that came of what the actor brought home."""
    rows = Adoption.objects.filter(agency_id=actor.agency_id)
    scope = actor.scope(*READING_ROLES)
    if scope.everything:
        return rows
    seen = Q(recommendation__author_account=actor.user_id or 0)
    if actor.person_id:
        seen |= Q(recommendation__person_id=actor.person_id)
    for path in scope.paths:
        seen |= Q(unit__path__startswith=path) | Q(recommendation__unit__path__startswith=path)
    return rows.filter(seen)


def adoption_visible_to(actor: Actor, adoption_id: int) -> Adoption | None:
    """Return one of them with what its page names, else None."""
    return adoptions_visible_to(actor).select_related(*NAMED).filter(pk=adoption_id).first()


def actions_of(adoption: Adoption) -> list[AdoptionAction]:
    """Return the actions with everything the flower test looks at."""
    return list(
        adoption.actions.select_related("doer_unit", "doer_post", "carer_unit", "carer_post", "indicator", "aim").order_by("pk")
    )


def missing_of(adoption: Adoption, actions: Sequence[AdoptionAction] | None = None) -> list[Missing]:
    """Return everything that the flower test of the actions still asks for; empty = the adoption may begin."""
    rows = actions_of(adoption) if actions is None else actions
    if not rows:
        return [Missing("actions", _("Belum ada tindakan."), "actions")]
    return [one for row in rows for one in flower_of(row)]


def flower_of(row: AdoptionAction) -> list[Missing]:
    """Return what one action lacks: place, doer, carer, upkeep and its source, indicator with baseline and target, mission."""
    name = {"what": row.what[:60]}
    return [Missing(code, text % name, f"action-{row.pk}") for code, text in _lacks(row)]


def _lacks(row: AdoptionAction) -> Iterator[tuple[str, str]]:
    if not row.place.strip():
        yield "place", _("“%(what)s”: belum disebut di mana.")
    if row.doer_unit_id is None and row.doer_post_id is None:
        yield "doer", _("“%(what)s”: belum disebut siapa yang mengerjakan.")
    if row.carer_unit_id is None and row.carer_post_id is None:
        yield "carer", _("“%(what)s”: belum disebut siapa yang merawat sesudahnya.")
    if row.upkeep_rupiah is None:
        yield "upkeep", _("“%(what)s”: biaya perawatan setahun belum diketahui.")
    elif not row.upkeep_source.strip():
        yield "upkeep_source", _("“%(what)s”: sumber biaya perawatan belum disebut.")
    yield from _serves_nothing(row)


def _serves_nothing(row: AdoptionAction) -> Iterator[tuple[str, str]]:
    if row.indicator is None:
        yield "indicator", _("“%(what)s”: belum ada indikator.")
    else:
        if row.indicator.baseline_value is None:
            yield "baseline", _("“%(what)s”: indikatornya belum punya nilai awal.")
        if row.indicator.target_value is None:
            yield "target", _("“%(what)s”: indikatornya belum punya target.")
    if row.aim_id is None:
        yield "aim", _("“%(what)s”: belum disebut tujuan yang dilayani.")
    elif mission_of(row.aim_id, today()) is None:
        yield "mission", _("“%(what)s”: tujuannya belum sampai pada sebuah misi.")


def due_on(decided_on: date, clock: int) -> date:
    """Return the last day on which the check of a clock is on time: day 30 itself is, day 31 is late."""
    return decided_on + timedelta(days=clock)


def opens_on(decided_on: date, clock: int) -> date:
    """Return the first day on which a clock may be checked: the day after the one before it ended."""
    before = BEFORE[clock]
    return decided_on if before == 0 else decided_on + timedelta(days=before + 1)


@dataclass(frozen=True, slots=True)
class Clock:
    """One of the four clocks on a day. ``late``: days past its last day, until it was checked or today; 0 = on time.

    ``state``: ``done``, ``open`` (may be checked), ``late`` (should have been), ``coming``, or ``stopped`` (closed).
    """

    clock: int
    opens: date
    due: date
    check: AdoptionCheck | None
    late: int
    state: str


def clocks_of(adoption: Adoption, checks: Iterable[AdoptionCheck], day: date) -> list[Clock]:
    """Return the four clocks of an adoption on a day. The first check of a clock decides lateness."""
    first: dict[int, AdoptionCheck] = {}
    latest: dict[int, AdoptionCheck] = {}
    for check in sorted(checks, key=lambda one: (one.recorded_at, one.pk)):
        first.setdefault(check.clock, check)
        latest[check.clock] = check
    found = []
    for clock in CLOCKS:
        opens, due = opens_on(adoption.decided_on, clock), due_on(adoption.decided_on, clock)
        if clock in first:
            late = max(0, (first[clock].checked_on - due).days)
            found.append(Clock(clock, opens, due, latest[clock], late, "done"))
            continue
        until = adoption.closed_on or day
        if adoption.closed_on is not None:
            found.append(Clock(clock, opens, due, None, max(0, (until - due).days), "stopped"))
        elif day > due:
            found.append(Clock(clock, opens, due, None, (day - due).days, "late"))
        else:
            found.append(Clock(clock, opens, due, None, 0, "open" if day >= opens else "coming"))
    return found


def next_clock(clocks: Iterable[Clock]) -> Clock | None:
    """Return the first clock that is late or may be checked, None where none is."""
    return next((one for one in clocks if one.state in {"late", "open"}), None)


def returned_by_sending(actor: Actor, sendings: Sequence[int]) -> Mapping[int, int]:
    """Return how many recommendations of each sending were adopted and not given up; sendings without any are left out."""
    rows = Adoption.objects.filter(agency_id=actor.agency_id, recommendation__sending_id__in=sendings)
    counted = rows.exclude(result=AdoptionResult.NOT_APPLIED).values("recommendation__sending_id").annotate(n=Count("pk"))
    return {row["recommendation__sending_id"]: row["n"] for row in counted}


@dataclass(frozen=True, slots=True)
class TookEffect:
    """An adoption that took effect: in which unit (its key and path), from which day, and how it was closed (empty = open)."""

    adoption_id: int
    unit_id: int
    unit_path: str
    began_on: date
    result: str


def took_effect(agency_id: int, indicator_id: int) -> list[TookEffect]:
    """Return the adoptions of an indicator that took effect, the earliest first; by their own indicator or an action's."""
    rows = Adoption.objects.filter(agency_id=agency_id, began_on__isnull=False).exclude(result=AdoptionResult.NOT_APPLIED)
    named = Q(indicator_id=indicator_id) | Q(
        pk__in=AdoptionAction.objects.filter(indicator_id=indicator_id).values("adoption_id")
    )
    values = rows.filter(named).order_by("began_on", "pk").values_list("pk", "unit_id", "unit__path", "began_on", "result")
    return [TookEffect(*row) for row in values]
