"""The calendar of an agency as a host: who is with us, unit by unit and week by week, what clashes, and what is not known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Q

from matang.flow.learn.choices import HostAnswer, ParticipantState, SendingKind, SendingState
from matang.flow.learn.models import HostArrangement, HostOffering, HostVisit, Sending
from matang.flow.learn.selectors.hosts.conflicts import (
    Crowd,
    SeatConflict,
    VisitClash,
    crowd_of,
    overfull_visits,
    seat_conflicts,
    seats_of,
    visit_clashes,
)
from matang.flow.learn.selectors.hosts.stays import Seats, Stay, Sureness, plain
from matang.foundation.access.actor import Actor

A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)
NOT_COMING = (SendingState.DRAFT, SendingState.REFUSED, SendingState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Sunday, and the days of it that the month has."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Cell:
    """One unit in one week: each stay with how sure it is, the fullest day, and the fewest seats (none = unknown)."""

    stays: tuple[tuple[Stay, bool], ...]
    fullest: Crowd
    seats: int | None
    over: Sureness


@dataclass(frozen=True, slots=True)
class Row:
    """One unit with a cell for each week; an empty name stands for stays of which no unit is known."""

    unit: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the host's calendar."""

    first: date
    last: date
    weeks: tuple[Week, ...]
    rows: tuple[Row, ...]
    conflicts: list[SeatConflict] = field(default_factory=list)
    clashes: list[VisitClash] = field(default_factory=list)


def stays_of(actor: Actor) -> list[Stay]:
    """Return everybody who is, was or wants to be with us: sendings to this agency, and what was entered by hand."""
    return [*_sent(actor), *_entered(actor)]


def _sent(actor: Actor) -> list[Stay]:
    to_us = Q(host_agency_id=actor.agency_id) | Q(agency_id=actor.agency_id, host__isnull=False, host__partner__isnull=True)
    chosen = Count("participants", filter=Q(participants__state=ParticipantState.CHOSEN))
    arranged = dict(HostArrangement.objects.filter(agency_id=actor.agency_id).values_list("sending_number", "part"))
    rows = Sending.objects.filter(to_us).exclude(state__in=NOT_COMING).exclude(host_answer=HostAnswer.DECLINED)
    columns = (
        "pk", "kind", "agency__name", "unit_name", "title", "host_unit", "chosen", "seats", "starts_on", "ends_on", "host_answer",
        "agency_id",
    )  # fmt: skip
    return [
        Stay(
            key=f"{'own' if agency_id == actor.agency_id else 'sending'}:{pk}",
            kind=kind,
            guest=unit_name if agency_id == actor.agency_id else agency,
            topic=title,
            unit=unit,
            people=chosen or seats,
            starts_on=starts,
            ends_on=ends,
            part=arranged.get(pk, ""),
            firm=answer == HostAnswer.ACCEPTED or agency_id == actor.agency_id,
        )
        for pk, kind, agency, unit_name, title, unit, chosen, seats, starts, ends, answer, agency_id in (
            rows.annotate(chosen=chosen).order_by("starts_on", "pk").values_list(*columns)
        )
    ]


def _entered(actor: Actor) -> list[Stay]:
    rows = HostVisit.objects.filter(agency_id=actor.agency_id, cancelled_because="").order_by("starts_on", "guest", "pk")
    columns = ("pk", "kind", "guest", "topic", "unit_name", "people", "starts_on", "ends_on", "part")
    return [
        Stay(f"visit:{pk}", kind, guest, topic, unit, people, starts, ends, part)
        for pk, kind, guest, topic, unit, people, starts, ends, part in rows.values_list(*columns)
    ]


def seats_offered(actor: Actor) -> list[Seats]:
    """Return what our own units offer."""
    rows = HostOffering.objects.filter(agency_id=actor.agency_id, unit__isnull=False)
    return [
        Seats(unit, kind == SendingKind.STUDY_VISIT, seats, starts, ends)
        for unit, kind, seats, starts, ends in rows.values_list("unit_name", "kind", "seats", "starts_on", "ends_on")
    ]


def open_questions(stays: Iterable[Stay], day: date) -> list[Stay]:
    """Return the stays of which something is not known: those that may still matter first, by their first day."""
    asked = [stay for stay in stays if stay.unknown]
    return sorted(asked, key=lambda stay: (not _matters(stay, day), stay.starts_on or date.max, stay.guest))


def _matters(stay: Stay, day: date) -> bool:
    return stay.starts_on is None or stay.last_shown is None or stay.last_shown >= day


def month_of(stays: Sequence[Stay], offers: Sequence[Seats], first: date, unit: str = "") -> Month:
    """Return the month that begins on ``first``; ``unit`` keeps one unit (by name)."""
    last = (first + timedelta(days=31)).replace(day=1) - A_DAY
    shown = [stay for stay in stays if not unit or plain(stay.unit) == plain(unit)]
    present = [
        stay for stay in shown if stay.starts_on and stay.last_shown and stay.starts_on <= last and stay.last_shown >= first
    ]
    weeks = _weeks(first, last)
    return Month(
        first=first,
        last=last,
        weeks=weeks,
        rows=tuple(_row(name, inside, offers, weeks) for name, inside in _units(present)),
        conflicts=seat_conflicts(present, offers, first, last) + overfull_visits(present, offers, first, last),
        clashes=visit_clashes(present, first, last),
    )


def _weeks(first: date, last: date) -> tuple[Week, ...]:
    monday = first - first.weekday() * A_DAY
    starts = [monday + number * A_WEEK for number in range(6) if monday + number * A_WEEK <= last]
    return tuple(Week(max(start, first), min(start + 6 * A_DAY, last)) for start in starts)


def _units(stays: Iterable[Stay]) -> list[tuple[str, list[Stay]]]:
    """Return the stays by unit, in the order of the names; those without a unit last."""
    names: dict[str, str] = {}
    found: dict[str, list[Stay]] = {}
    for stay in stays:
        found.setdefault(names.setdefault(plain(stay.unit), stay.unit), []).append(stay)
    return sorted(found.items(), key=lambda pair: (not pair[0], plain(pair[0])))


def _row(unit: str, stays: Sequence[Stay], offers: Sequence[Seats], weeks: Iterable[Week]) -> Row:
    return Row(unit, tuple(_cell(unit, stays, offers, week) for week in weeks))


def _cell(unit: str, stays: Sequence[Stay], offers: Sequence[Seats], week: Week) -> Cell:
    days = [week.first + number * A_DAY for number in range((week.last - week.first).days + 1)]
    level = {stay.key: max(stay.on(day) for day in days) for stay in stays}
    there = [stay for stay in stays if level[stay.key]]
    desks = [stay for stay in there if not stay.visiting]
    by_day = [(crowd_of(desks, day), seats_of(offers, unit, day, visiting=False)) for day in days]
    fullest = max((crowd for crowd, _seats in by_day), key=lambda crowd: (crowd.most + crowd.uncounted, crowd.known))
    known = [seats for _crowd, seats in by_day if seats is not None]
    return Cell(
        stays=tuple((stay, level[stay.key] == Sureness.SURE) for stay in there),
        fullest=fullest,
        seats=min(known) if len(known) == len(days) else None,
        over=max((crowd.against(seats) for crowd, seats in by_day if seats is not None), default=Sureness.NO),
    )
