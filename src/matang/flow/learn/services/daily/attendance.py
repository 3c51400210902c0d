"""Attendance of several days at once: what changed is written, the rest stays; a bulk entry can be taken back as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.choices import AttendanceState
from matang.flow.learn.models import AttendanceDay, Participant
from matang.flow.learn.permissions import may_guide
from matang.flow.learn.selectors.daily.days import grid_of
from matang.flow.learn.selectors.daily.reach import Trainee, latest_day, window_of
from matang.flow.learn.services.daily.looking import still_open, trainee_of
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now
from matang.ui.formats import tanggal

MOST_DAYS = 62


@dataclass(frozen=True, slots=True)
class Said:
    """What one side says of a day: a value of ``AttendanceState`` (empty = nothing any more) and a note."""

    state: str
    note: str = ""


def note_days(*, actor: Actor, participant_id: int, days: Mapping[date, Said]) -> int:
    """Say where an intern was on several days, as the actor's side sees it; return how many days changed.

    An empty state takes back what this side said of the day; the trail keeps it. What other sides said stays.

    Raises:
        RefusedError: not the actor's to say, a state that is none, or a day that is not of the internship or has not come.
        Nothing was written.
    """
    with transaction.atomic():
        trainee = _held(actor, participant_id)
        window, changed = window_of(trainee), 0
        kept = {row.day: row for row in AttendanceDay.objects.filter(participant_id=trainee.pk, side=trainee.side)}
        if len(days) > MOST_DAYS:
            raise refuse(_("Paling banyak %(most)s hari sekaligus.") % {"most": MOST_DAYS})
        for day, said in sorted(days.items()):
            row, note = kept.get(day), said.note.strip()[:200]
            if (row.state, row.note) == (said.state, note) if row else not said.state:
                continue
            if said.state and said.state not in AttendanceState.values:
                raise refuse(_("Pilihan kehadiran itu tidak dikenal."))
            if day > latest_day(None):
                raise refuse(_("%(day)s belum tiba.") % {"day": tanggal(day)})
            if not window.holds(day):
                shown = {"day": tanggal(day), "first": tanggal(window.first), "last": tanggal(window.last)}
                raise refuse(_("%(day)s di luar masa magang (%(first)s – %(last)s).") % shown)
            _write(actor, trainee, day, Said(said.state, note), row)
            changed += 1
    return changed


def _write(actor: Actor, trainee: Trainee, day: date, said: Said, row: AttendanceDay | None) -> None:
    if not said.state and row is not None:
        row.delete()
        return
    row = row or AttendanceDay(
        agency_id=trainee.agency_id, host_agency_id=trainee.host_agency_id, participant_id=trainee.pk, day=day, side=trainee.side
    )
    row.state, row.note, row.noted_at = said.state, said.note, now()
    row.noted_by_account, row.noted_by_name = actor.user_id or 0, actor.name
    row.save()


@dataclass(frozen=True, slots=True)
class Filled:
    """What a bulk entry did: how many days became present, and ``stamp`` by which it can be taken back."""

    days: int
    stamp: datetime


def fill_present(*, actor: Actor, participant_id: int, first: date, last: date) -> Filled:
    """Say "present" of every working day from ``first`` to ``last`` that has come and of which this side has not spoken.

    Days of which somebody else says otherwise are left out: whoever fills in bulk contradicts nobody.

    Raises:
        RefusedError: not the actor's to say, or too many days.
    """
    with transaction.atomic():
        trainee = _held(actor, participant_id)
        if not 0 <= (last - first).days < MOST_DAYS:
            raise refuse(_("Paling banyak %(most)s hari sekaligus.") % {"most": MOST_DAYS})
        stamp, open_to = now(), latest_day(None)
        rows = [
            AttendanceDay(
                agency_id=trainee.agency_id, host_agency_id=trainee.host_agency_id, participant_id=trainee.pk, day=row.day,
                side=trainee.side, state=AttendanceState.PRESENT, noted_at=stamp, noted_by_account=actor.user_id or 0,
                noted_by_name=actor.name,
            )
            for row in grid_of(trainee, window_of(trainee), first, last)
            if row.working and row.inside and row.day <= open_to and trainee.side not in row.said and _agreed(row.said.values())
        ]  # fmt: skip
        for one in rows:
            one.save()
    return Filled(len(rows), stamp)


def _agreed(said: Sequence[tuple[str, str, str]]) -> bool:
    return all(state in {AttendanceState.PRESENT, AttendanceState.UNKNOWN} for state, _note, _name in said)


def unfill(*, actor: Actor, participant_id: int, stamp: datetime) -> int:
    """Take back what the actor filled in bulk at ``stamp`` and nobody changed since; return how many days.

    Taking back twice changes nothing.
    """
    with transaction.atomic():
        trainee = _held(actor, participant_id)
        rows = AttendanceDay.objects.filter(
            participant_id=trainee.pk, side=trainee.side, noted_at=stamp, noted_by_account=actor.user_id,
            state=AttendanceState.PRESENT, note="",
        )  # fmt: skip
        found = list(rows)
        for row in found:
            row.delete()
    return len(found)


def _held(actor: Actor, participant_id: int) -> Trainee:
    """Return the intern whom the actor guides; two who fill the same days at once come one after the other."""
    trainee = trainee_of(actor, participant_id)
    require(may_guide(mentors=trainee.mentors, leads=trainee.leads))
    still_open(trainee)
    Participant.objects.select_for_update(of=("self",), no_key=True).get(pk=trainee.pk)
    return trainee
