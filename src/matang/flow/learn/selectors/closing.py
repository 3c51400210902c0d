"""When a sending is over: what of the chain behind it is still open, each with how many and since when it counts.

A sending is *settled* when every participant's report is accepted and its hours (JP) are booked with a number, at least one
recommendation came home and each was decided, and every adoption that followed is closed or has taken effect: from then on
``apply`` runs its clocks with an owner, and the journey has nothing more to wait for.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matang.flow.learn.choices import ParticipantState, ReportState, SendingState
from matang.flow.learn.models import LearningHours, Participant, Sending, SendingReport, SendingStep
from matang.flow.learn.selectors.reports import returned_on
from matang.foundation.access.actor import Actor, Scope
from matang.ui.formats import angka

REPORT_DAYS = 30
"""How long after the return a report is waited for before an officer may close without it."""
CLOSABLE = (SendingState.RETURNED, SendingState.REPORTED)


@dataclass(frozen=True, slots=True)
class CameHome:
    """What a later stage knows of a sending's recommendations.

    ``drafts`` were begun and not handed in (or given back), ``undecided`` wait for a presentation or a decision; ``idle``
    adoptions have neither taken effect nor been closed, ``running`` ones took effect and are looked at by their clocks.
    """

    written: int = 0
    drafts: int = 0
    undecided: int = 0
    idle: int = 0
    running: int = 0


HomeReader = Callable[[int, Collection[int]], Mapping[int, CameHome]]
"""Given an agency and keys of its sendings, return what came home of each; sendings without anything are left out."""
_reader: list[HomeReader] = []


def provide_came_home(reader: HomeReader) -> None:
    """Tell this stage how to read what came home; the stage ``apply`` calls this once when it starts."""
    _reader[:] = [reader]


@dataclass(frozen=True, slots=True)
class OpenEnd:
    """Something of a sending that is still open: ``code`` for the log, how many, and the words of a page."""

    code: str
    count: int
    text: str


def came_home(sending: Sending) -> CameHome:
    """Return what came home of a sending; nothing where no later stage has told how to read it."""
    found = _reader[0](sending.agency_id, [sending.pk]) if _reader else {}
    return found.get(sending.pk, CameHome())


def open_ends(sending: Sending) -> list[OpenEnd]:
    """Return what keeps a sending from being settled; empty = it is. At most four queries."""
    chosen = Participant.objects.filter(sending=sending, state=ParticipantState.CHOSEN)
    accepted = SendingReport.objects.filter(participant=OuterRef("pk"), state=ReportState.ACCEPTED)
    owing = chosen.exclude(Exists(accepted)).count()
    reports = SendingReport.objects.filter(sending=sending, state=ReportState.ACCEPTED)
    booked = LearningHours.objects.filter(
        report=OuterRef("pk"), acceptance=OuterRef("acceptances"), withdraws=None, withdrawn_by=None, hours__isnull=False
    )
    return _told(owing, reports.exclude(Exists(booked)).count(), came_home(sending))


def _told(owing: int, unbooked: int, home: CameHome) -> list[OpenEnd]:
    said = (
        ("report", owing, ngettext("Laporan satu peserta belum diterima.", "Laporan %(number)s peserta belum diterima.", owing)),
        ("hours", unbooked, ngettext("JP satu laporan belum dapat dihitung.", "JP %(number)s laporan belum dapat dihitung.",
                                     unbooked)),
        ("unwritten", 0 if home.written else 1, _("Belum ada rekomendasi yang dibawa pulang.")),
        ("draft", home.drafts, ngettext("Satu rekomendasi masih berupa konsep.", "%(number)s rekomendasi masih berupa konsep.",
                                        home.drafts)),
        ("undecided", home.undecided, ngettext("Satu rekomendasi belum diputus.", "%(number)s rekomendasi belum diputus.",
                                               home.undecided)),
        ("idle", home.idle, ngettext("Satu penerapan belum mulai berlaku dan belum ditutup.",
                                     "%(number)s penerapan belum mulai berlaku dan belum ditutup.", home.idle)),
    )  # fmt: skip
    return [OpenEnd(code, count, text % {"number": angka(count)}) for code, count, text in said if count]


def came_back_on(sending: Sending) -> date | None:
    """Return the day of return: as it was noted, else the last day that the records of before name."""
    return returned_on(sending.pk) or sending.ends_on


def closable_from(sending: Sending) -> date | None:
    """Return the day from which an officer may close although reports are missing; None = the day of return is not known."""
    back = came_back_on(sending)
    return back + timedelta(days=REPORT_DAYS) if back else None


def was_reopened(sending: Sending) -> bool:
    """Return whether somebody opened the sending again: from then on only a person closes it."""
    return SendingStep.objects.filter(sending=sending, before=SendingState.CLOSED).exists()


def perhaps_settled(agency_id: int) -> QuerySet[Sending]:
    """Return the sendings that the rule may close: reported, and never opened again by somebody."""
    reopened = SendingStep.objects.filter(sending=OuterRef("pk"), before=SendingState.CLOSED)
    return Sending.objects.filter(agency_id=agency_id, state=SendingState.REPORTED).exclude(Exists(reopened)).order_by("pk")


def owing_reports(actor: Actor, scope: Scope, day: date) -> int:
    """Return how many sendings of the units in ``scope`` came back longer than ``REPORT_DAYS`` ago and owe a report.

    Records of before that name nobody owe none: there is nobody to ask.
    """
    if scope.empty:
        return 0
    late = SendingStep.objects.filter(after=SendingState.RETURNED, made_on__lt=day - timedelta(days=REPORT_DAYS))
    rows = Sending.objects.filter(agency_id=actor.agency_id, state=SendingState.RETURNED, pk__in=late.values("sending_id"))
    rows = rows.filter(Exists(Participant.objects.filter(sending=OuterRef("pk"), state=ParticipantState.CHOSEN)))
    if not scope.everything:
        rows = rows.filter(reduce(or_, (Q(unit__path__startswith=path) for path in scope.paths)))
    return rows.count()
