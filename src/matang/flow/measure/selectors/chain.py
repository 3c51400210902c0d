"""From needs to outcomes: what the mayor's page counts. Unknown stays unknown; a sum over an unknown is a minimum."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from matang.flow.aims.public import Aim, AimLevel, Indicator
from matang.flow.learn.public import (
    SINCE_DEPARTURE,
    SINCE_ORDER,
    SINCE_RETURN,
    Cohort,
    HostAnswer,
    SendingState,
    SentRow,
    WantedField,
    sent_rows,
)
from matang.flow.measure.choices import EffectVerdict, OutcomeStanding
from matang.flow.measure.models import EffectQuestion
from matang.flow.measure.permissions import CHAIN_ROLES
from matang.flow.measure.selectors.applied import Applied, Waiting, applied_of
from matang.flow.measure.selectors.effects import newest_results
from matang.flow.measure.selectors.outcomes import standings_of
from matang.flow.needs.public import NeedState, UnitNeed
from matang.foundation.access.actor import Actor

OVER = (SendingState.REFUSED, SendingState.CANCELLED)


@dataclass(frozen=True, slots=True)
class ChainQuestion:
    """What the page was asked for: below which aim, of which cohort."""

    aim_id: int | None = None
    cohort_id: int | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """A sum: None = nothing of it is known; ``at_least`` = something of it is not."""

    value: int | None
    at_least: bool


def total(values: Iterable[tuple[int | None, bool]]) -> Total:
    """Return the sum of (value, whole) pairs; an unknown value, or one that is not whole, makes it a minimum."""
    pairs = list(values)
    known = [value for value, _whole in pairs if value is not None]
    if pairs and not known:
        return Total(None, at_least=False)
    return Total(sum(known), at_least=len(known) < len(pairs) or not all(whole for value, whole in pairs if value is not None))


@dataclass(frozen=True, slots=True)
class Figures:
    """Sums over some sendings; ``adopted`` counts adoptions that were decided and not given up, which is not improvement.

    From ``sendings`` to ``improved`` each count is of sendings and, from ``adopting`` on, part of the one before. ``closed``
    counts those to which nothing is owed any more; ``reported`` leaves out what was closed without its reports;
    ``uncounted`` counts the sendings of before of which nobody knows how many went.
    """

    needs: int
    needs_sent: int
    sendings: int
    gone: int
    back: int
    reported: int
    closed: int
    recommending: int
    adopting: int
    measured: int
    improved: int
    people: int
    uncounted: int
    days: Total
    money: Total
    recommendations: int
    adopted: int
    reached: int
    missed: int


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """The sums of one programme; ``aim`` is None for sendings that serve none."""

    aim: Aim | None
    figures: Figures


@dataclass(frozen=True, slots=True)
class Wanted:
    """A field that was asked for, against the people sent; ``sent`` is None where nobody said which unit deals with it."""

    field: WantedField
    sent: int | None


@dataclass(frozen=True, slots=True)
class CohortLine:
    """A cohort: how many people were sent, and how many of each field that was asked for."""

    cohort: Cohort
    people: int
    wanted: list[Wanted]


@dataclass(frozen=True, slots=True)
class Stuck:
    """Something that waits: at which step (``code``; ``what`` in words where another stage says it), with whom, since when.

    ``owner`` is empty for the appointing official; ``days`` since then, ``late`` days past a day that was set.
    """

    code: str
    title: str
    owner: str
    since: date
    days: int
    late: int
    address: str
    key: int
    what: str = ""


@dataclass(frozen=True)
class Chain:
    """Everything the page shows."""

    figures: Figures
    programmes: list[ProgrammeLine]
    cohorts: list[CohortLine]
    stuck: list[Stuck]


@dataclass(frozen=True)
class _Sheet:
    """What the sums are made from."""

    applied: Applied
    outcomes: dict[int, tuple[str, bool]]
    improved: set[int]


def chain_of(actor: Actor, question: ChainQuestion, day: date) -> Chain:
    """Return the chain of what the actor reads, as at the day. About fifteen queries, whatever the number of sendings."""
    cohorts = list(Cohort.objects.filter(agency_id=actor.agency_id).prefetch_related("wanted__unit"))
    rows = [row for row in sent_rows(actor) if row.state not in OVER]
    if question.aim_id:
        rows = [row for row in rows if f"/{question.aim_id}/" in row.aim_path]
    if question.cohort_id:
        rows = [row for row in rows if row.cohort_id == question.cohort_id]
        cohorts = [one for one in cohorts if one.pk == question.cohort_id]
    whole = not (question.aim_id or question.cohort_id)
    needs = _needs(actor, rows, whole=whole)
    applied, waiting = applied_of(actor, rows, day, whole=whole)
    sheet = _Sheet(applied, _outcomes(actor, rows, day), _improved(actor))
    return Chain(
        figures=_figures(rows, needs, sheet),
        programmes=_programmes(actor, rows, needs, sheet),
        cohorts=[_cohort(one, rows) for one in cohorts],
        stuck=_stuck(rows, needs, waiting, day),
    )


class Need(NamedTuple):
    """A need in the columns that are counted and shown."""

    pk: int
    what: str
    state: str
    opened_at: datetime
    unit: str
    path: str


def _needs(actor: Actor, rows: list[SentRow], *, whole: bool) -> list[Need]:
    """Return the needs in the actor's reach; with a filter only those that its sendings serve, for no other tie is kept."""
    found = UnitNeed.objects.filter(agency_id=actor.agency_id).exclude(state=NeedState.WITHDRAWN)
    columns = found.values_list("pk", "what", "state", "opened_at", "unit__name", "unit__path")
    if not whole:
        return [Need(*row) for row in columns.filter(pk__in={row.need_id for row in rows if row.need_id})]
    scope = actor.scope(*CHAIN_ROLES)
    return [Need(*row) for row in columns if scope.everything or scope.covers(row[-1])]


def _outcomes(actor: Actor, rows: list[SentRow], day: date) -> dict[int, tuple[str, bool]]:
    keys = {row.indicator_id for row in rows if row.indicator_id}
    return standings_of(actor, Indicator.objects.filter(agency_id=actor.agency_id, pk__in=keys), day) if keys else {}


def _improved(actor: Actor) -> set[int]:
    """Return the indicators with an open question whose newest answer is a proven improvement."""
    asked = EffectQuestion.objects.filter(agency_id=actor.agency_id, closed_at__isnull=True)
    of = dict(asked.values_list("pk", "treated__indicator_id"))
    return {of[key] for key, result in newest_results(of).items() if result.verdict == EffectVerdict.IMPROVED}


def _figures(rows: list[SentRow], needs: list[Need], sheet: _Sheet) -> Figures:
    gone = [row for row in rows if row.state in SINCE_DEPARTURE]
    served = {row.need_id for row in rows if row.need_id}
    applied = sheet.applied
    standings = [sheet.outcomes[key][0] for key in {row.indicator_id for row in rows} if key in sheet.outcomes]
    adopting = [row for row in rows if row.id in applied.adopted]
    measured = [row for row in adopting if sheet.outcomes.get(row.indicator_id or 0, ("", False))[1]]
    return Figures(
        needs=len(needs),
        needs_sent=sum(need.pk in served for need in needs),
        sendings=len(rows),
        gone=len(gone),
        back=sum(row.state in SINCE_RETURN for row in rows),
        reported=sum(_reported(row) for row in rows),
        closed=sum(row.state == SendingState.CLOSED for row in rows),
        recommending=sum(row.id in applied.recommendations for row in rows),
        adopting=len(adopting),
        measured=len(measured),
        improved=sum(row.indicator_id in sheet.improved for row in measured),
        people=sum(row.people for row in gone),
        uncounted=sum(not row.people_known for row in gone),
        days=total((_days(row), True) for row in gone),
        money=total((row.total, not row.at_least) for row in gone),
        recommendations=sum(applied.recommendations.get(row.id, 0) for row in rows),
        adopted=sum(applied.adopted.get(row.id, 0) for row in rows),
        reached=standings.count(OutcomeStanding.REACHED),
        missed=standings.count(OutcomeStanding.MISSED),
    )


def _reported(row: SentRow) -> bool:
    """Return whether every report was accepted; an officer may have closed a sending without."""
    return row.state == SendingState.REPORTED or (row.state == SendingState.CLOSED and 0 < row.people <= row.reports)


def _days(row: SentRow) -> int | None:
    """Return the days of all people of a sending together; None where an end or their number is not known."""
    if row.starts_on is None or row.ends_on is None or not row.people_known:
        return None
    return ((row.ends_on - row.starts_on).days + 1) * row.people


def _programmes(actor: Actor, rows: list[SentRow], needs: list[Need], sheet: _Sheet) -> list[ProgrammeLine]:
    """Return the sums by programme, the one with the most people first; sendings above or beside any programme last."""
    on_paths = {int(part) for row in rows for part in row.aim_path.split("/") if part}
    aims = Aim.objects.filter(agency_id=actor.agency_id, pk__in=on_paths, level=AimLevel.PROGRAMME) if on_paths else []
    programmes = {aim.pk: aim for aim in aims}
    by_key: dict[int | None, list[SentRow]] = {}
    for row in rows:
        key = next((int(part) for part in row.aim_path.split("/") if part and int(part) in programmes), None)
        by_key.setdefault(key, []).append(row)
    by_need = {need.pk: need for need in needs}
    lines = []
    for key, own in by_key.items():
        served = [by_need[need] for need in {row.need_id for row in own} if need in by_need]
        lines.append(ProgrammeLine(programmes.get(key or 0), _figures(own, served, sheet)))
    return sorted(lines, key=lambda line: (line.aim is None, -line.figures.people, line.aim.code if line.aim else ""))


def _cohort(cohort: Cohort, rows: list[SentRow]) -> CohortLine:
    own = [row for row in rows if row.cohort_id == cohort.pk and row.state in SINCE_ORDER]
    wanted = []
    for one in cohort.wanted.all():
        path = one.unit.path if one.unit else ""
        wanted.append(Wanted(one, sum(row.people for row in own if row.unit_path.startswith(path)) if path else None))
    return CohortLine(cohort, sum(row.people for row in own), wanted)


def _stuck(rows: list[SentRow], needs: list[Need], waiting: list[Waiting], day: date) -> list[Stuck]:
    """Return what waits, the longest past a day that was set first, then the longest waiting."""
    served = {row.need_id for row in rows}
    found = [
        _wait("need", need.what, need.unit, need.opened_at.date(), day, address="needs:need", key=need.pk)
        for need in needs
        if need.state == NeedState.OPEN and need.pk not in served
    ]
    found += [made for row in rows if (made := _stuck_sending(row, day)) is not None]
    found += [
        Stuck("apply", one.title, one.whom, one.since, (day - one.since).days, 0, one.address, one.key, one.what)
        for one in waiting
    ]
    return sorted(found, key=lambda one: (-one.late, -one.days, one.title))


def _wait(
    code: str, title: str, owner: str, since: date, day: date, *, address: str, key: int, set_on: date | None = None
) -> Stuck:
    late = max(0, (day - set_on).days) if set_on else 0
    return Stuck(code, title, owner, since, max(0, (day - since).days), late, address, key)


def _stuck_sending(row: SentRow, day: date) -> Stuck | None:
    """Return a sending as something that waits, with whom and which day was set; one on its way in time waits for nobody."""
    asked = row.host_answer == HostAnswer.ASKED
    steps: dict[str, tuple[str, str, date | None]] = {
        SendingState.DRAFT: ("draft", row.unit_name, row.starts_on),
        SendingState.SUBMITTED: ("host", row.host, row.starts_on) if asked else ("order", "", row.starts_on),
        SendingState.ORDERED: ("start", row.unit_name, row.starts_on),
        SendingState.UNDER_WAY: ("return", row.unit_name, row.ends_on),
        SendingState.RETURNED: ("report", row.unit_name, None),
    }
    if row.state not in steps:
        return None
    code, owner, set_on = steps[row.state]
    if row.state in {SendingState.ORDERED, SendingState.UNDER_WAY} and (set_on is None or set_on >= day):
        return None
    return _wait(code, row.title, owner, row.since, day, address="learn:sending", key=row.id, set_on=set_on)
