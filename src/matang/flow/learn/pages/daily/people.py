"""Those who look after interns: whom, who waits for a look, and a week's entries to read and sign off at once."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from matang.flow.learn.choices import LOGBOOK_OPEN, AttendanceState, LookerSide, SendingState
from matang.flow.learn.pages.daily.book import trainee_or_404
from matang.flow.learn.permissions import DAILY_READERS, may_host, may_mentor
from matang.flow.learn.selectors.daily.entries import entries_of, latest_entry
from matang.flow.learn.selectors.daily.people import lines, oldest_unseen, trainee_lines
from matang.flow.learn.selectors.daily.reach import Trainee, home_trainees, hosted_trainees, window_of
from matang.flow.learn.services.daily.looking import name_host_mentor, sign_entries
from matang.foundation.access import gate
from matang.foundation.access.answers import Denied
from matang.foundation.access.roles import Role
from matang.foundation.access.selectors import holders
from matang.foundation.clock.services import today
from matang.ui.asking import query_of, word
from matang.ui.paging import page_of
from matang.ui.refusals import demand, telling

HOME_ROLES = (*DAILY_READERS, Role.DIRECT_SUPERIOR, Role.MENTOR)
HOSTING_ROLES = (Role.HOST_COORDINATOR, Role.HR_OFFICER, Role.MENTOR)
WEEK = timedelta(days=7)


def tabs_of(trainee: Trainee, current: str) -> list[dict[str, object]]:
    """Return the tabs of an intern's pages."""
    pages = (
        (_("Catatan"), "learn:trainee"),
        (_("Kehadiran"), "learn:attendance"),
        (_("Rotasi"), "learn:rotation"),
        (_("Keselamatan dan sikap"), "learn:notes"),
        (_("Tinjauan tengah"), "learn:review"),
        (_("Penilaian"), "learn:levels"),
    )
    return [{"label": label, "href": reverse(name, args=[trainee.pk]), "current": name == current} for label, name in pages]


def head_of(trainee: Trainee, current: str) -> dict[str, Any]:
    """Return what every page about an intern shows above."""
    if trainee.own:
        crumbs = [(_("Buku harian"), reverse("learn:logbook"))]
    elif trainee.side == LookerSide.HOST:
        crumbs = [(_("Peserta magang di sini"), reverse("learn:hosted_trainees"))]
    else:
        crumbs = [(_("Peserta magang kami"), reverse("learn:trainees"))]
    return {
        "trainee": trainee,
        "tabs": tabs_of(trainee, current),
        "crumbs": [*crumbs, (trainee.name, None)],
        "open": trainee.state in LOGBOOK_OPEN,
        "side_labels": dict(LookerSide.choices),
        "attendance_labels": dict(AttendanceState.choices),
    }


def _list(request: HttpRequest, side: str, title: str, lead: str) -> HttpResponse:
    question = {"text": word(request, "q"), "waiting": word(request, "tunggu", ("ya",))}
    rows = trainee_lines(request.actor, side, text=question["text"], waiting_only=bool(question["waiting"]))
    page = page_of(request, rows.count())
    everybody = home_trainees(request.actor) if side == LookerSide.HOME else hosted_trainees(request.actor)
    context = {
        "title": title,
        "lead": lead,
        "side": side,
        "rows": lines(rows[page.window]) if page.total else [],
        "page": page,
        "query": query_of(request),
        "question": question,
        "any": bool(page.total) or everybody.exists(),
        "states": dict(SendingState.choices),
    }
    return render(request, "learn/daily/trainees.html", context)


@gate.roles(*HOME_ROLES)
@require_GET
def trainees(request: HttpRequest) -> HttpResponse:
    """List the interns whom the actor mentors or whose unit is in reach."""
    lead = _("Pegawai kita yang belajar di tempat lain. Yang menunggu dibaca berdiri di atas.")
    return _list(request, LookerSide.HOME, _("Peserta magang kami"), lead)


@gate.roles(*HOSTING_ROLES)
@require_GET
def hosted(request: HttpRequest) -> HttpResponse:
    """List the interns who learn here: all for the coordinator, one's own for a mentor."""
    lead = _("Pegawai instansi lain yang belajar di sini. Yang tampak hanya kartu dan catatan magangnya.")
    return _list(request, LookerSide.HOST, _("Peserta magang di sini"), lead)


def _monday(text: str, fallback: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = fallback
    if not 1970 < day.year < 9000:
        day = fallback
    return day - timedelta(days=day.weekday())


@gate.signed_in
@require_GET
def trainee(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Show a week of an intern's entries."""
    found = trainee_or_404(request, participant_id)
    window = window_of(found)
    last = latest_entry(found) or (min(today(), window.last) if window.last else today())
    oldest, waiting = oldest_unseen(found) if found.mentors else (None, 0)
    monday = _monday(request.GET.get("minggu", ""), oldest or last)
    entries = entries_of(found, first=monday, last=monday + WEEK - timedelta(days=1))
    names = may_host(request.actor) and found.side == LookerSide.HOST
    mentors = holders(Role.MENTOR, today()).filter(agency_id=request.actor.agency_id) if names else []
    context = head_of(found, "learn:trainee") | {
        "window": window,
        "monday": monday,
        "sunday": monday + WEEK - timedelta(days=1),
        "before": monday - WEEK,
        "after": monday + WEEK,
        "entries": sorted(entries, key=lambda line: (line.day, line.received_at)),
        "signs": found.mentors and found.state in LOGBOOK_OPEN,
        "mentors": [(row.pk, row.get_full_name() or row.username) for row in mentors],
        "unseen": [line for line in entries if found.side not in line.signs],
        "oldest": oldest,
        "elsewhere": waiting - sum(found.side not in line.signs for line in entries),
    }
    return render(request, "learn/daily/trainee.html", context)


@gate.signed_in
@require_POST
def log_sign(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Sign off the chosen entries, or ask back."""
    found = trainee_or_404(request, participant_id)
    demand(may_mentor(mentors=found.mentors))
    keys = [int(text) for text in request.POST.getlist("entry") if text.isdecimal() and len(text) < 18]
    kind, comment = request.POST.get("kind", ""), request.POST.get("comment", "")
    with telling(request):
        many = sign_entries(actor=request.actor, participant_id=found.pk, entry_ids=keys, kind=kind, comment=comment)
        told = ngettext("%(many)s catatan ditanggapi.", "%(many)s catatan ditanggapi.", many) % {"many": many}
        messages.success(request, told if many else _("Catatan itu sudah ditanggapi demikian; tidak ada yang berubah."))
    monday = _monday(request.POST.get("week", ""), today())
    return redirect(f"{reverse('learn:trainee', args=[found.pk])}?minggu={monday}")


@gate.signed_in
@require_POST
def host_mentor(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Name the mentor at the host."""
    found = trainee_or_404(request, participant_id)
    demand(may_host(request.actor) if found.side == LookerSide.HOST else Denied(_("Mentor tuan rumah ditunjuk di sana.")))
    text = request.POST.get("account", "")
    with telling(request):
        account = int(text) if text.isdecimal() and len(text) < 18 else 0
        made = name_host_mentor(actor=request.actor, participant_id=found.pk, account_id=account)
        messages.success(request, _("%(name)s menjadi mentor di sini.") % {"name": made.host_mentor_name})
    return redirect("learn:trainee", found.pk)
