"""Attendance of one intern by week or month: what each side says, and for who guides them a form over all days shown."""

from calendar import monthrange
from datetime import date, datetime, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.learn.choices import AttendanceState
from matang.flow.learn.pages.daily.book import trainee_or_404
from matang.flow.learn.pages.daily.people import head_of
from matang.flow.learn.permissions import may_guide
from matang.flow.learn.selectors.daily.days import grid_of, tally
from matang.flow.learn.selectors.daily.reach import window_of
from matang.flow.learn.services.daily.attendance import Said, fill_present, note_days, unfill
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.formats import angka
from matang.ui.refusals import demand, telling

WEEK, MONTH = "minggu", "bulan"


def _span(request: HttpRequest, fallback: date) -> tuple[str, date, date]:
    """Return which view is asked for and its first and last day; anything unreadable shows the week of ``fallback``."""
    for view, text in ((MONTH, f"{request.GET.get(MONTH, '')}-01"), (WEEK, request.GET.get(WEEK, ""))):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            continue
        if 1970 < day.year < 9000:
            return view, *_ends(view, day)
    return WEEK, *_ends(WEEK, fallback)


def _ends(view: str, day: date) -> tuple[date, date]:
    if view == MONTH:
        first = day.replace(day=1)
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _address(view: str, first: date) -> str:
    return f"?{MONTH}={first:%Y-%m}" if view == MONTH else f"?{WEEK}={first}"


@gate.signed_in
@require_http_methods(["GET", "POST"])
def attendance(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Show a week or a month of days with what each side says; who guides the intern says it for their side, all at once."""
    found = trainee_or_404(request, participant_id)
    guides = may_guide(mentors=found.mentors, leads=found.leads)
    window = window_of(found)
    latest = min(today(), window.last) if window.last else today()
    view, first, last = _span(request, latest)
    if request.method == "POST":
        demand(guides)
        with telling(request):
            many = note_days(actor=request.actor, participant_id=found.pk, days=_said(request))
            told = ngettext("Kehadiran satu hari disimpan.", "Kehadiran %(number)s hari disimpan.", many)
            messages.success(request, told % {"number": angka(many)} if many else _("Tidak ada hari yang berubah."))
        return redirect(request.path + _address(view, first))
    days = grid_of(found, window, first, last)
    other = WEEK if view == MONTH else MONTH
    context = head_of(found, "learn:attendance") | {
        "days": [row for row in days if row.inside and row.day <= today() and (row.working or row.said or row.entries)],
        "view": view,
        "first": first,
        "last": last,
        "before": _address(view, first - timedelta(days=1) if view == MONTH else first - timedelta(days=7)),
        "after": _address(view, last + timedelta(days=1)),
        "other": _address(other, min(max(first, latest.replace(day=1)) if view == MONTH else first, last)),
        "tally": tally(days, today()),
        "guides": bool(guides),
        "fillable": sum(row.working and row.inside and row.day <= today() and found.side not in row.said for row in days),
        "filled": _stamp(request.GET.get("isi", "")),
        "states": AttendanceState.choices,
    }
    return render(request, "learn/daily/attendance.html", context)


def _said(request: HttpRequest) -> dict[date, Said]:
    """Return what the form says of each day on it; a field that is no day is passed over."""
    found = {}
    for text in request.POST.getlist("day"):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            continue
        found[day] = Said(request.POST.get(f"state-{text}", ""), request.POST.get(f"note-{text}", ""))
    return found


def _stamp(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None


@gate.signed_in
@require_POST
def attendance_fill(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Say "present" of all open working days of the week or month, or take the last such entry back."""
    found = trainee_or_404(request, participant_id)
    demand(may_guide(mentors=found.mentors, leads=found.leads))
    view, first, last = _span(request, today())
    back = reverse("learn:attendance", args=[found.pk]) + _address(view, first)
    stamp = _stamp(request.POST.get("undo", ""))
    with telling(request):
        if stamp is not None:
            many = unfill(actor=request.actor, participant_id=found.pk, stamp=stamp)
            told = ngettext("Satu hari kembali belum dicatat.", "%(number)s hari kembali belum dicatat.", many)
            messages.success(request, told % {"number": angka(many)} if many else _("Tidak ada yang dibatalkan."))
            return redirect(back)
        made = fill_present(actor=request.actor, participant_id=found.pk, first=first, last=last)
        told = ngettext("Satu hari dicatat hadir.", "%(number)s hari dicatat hadir.", made.days)
        nothing = _("Tidak ada hari kerja yang masih kosong, atau pihak lain mencatatnya berbeda.")
        messages.success(request, told % {"number": angka(made.days)} if made.days else nothing)
        if made.days:
            back += f"&isi={made.stamp.isoformat().replace('+', '%2B')}"
    return redirect(back)
