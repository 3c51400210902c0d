"""Meetings: the list, one with its agenda, and what its members and leaders do in it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.place.choices import DecisionState, MeetingState
from matang.flow.place.models import PanelMeeting, PlacementDecision
from matang.flow.place.pages.panel import MEETING_CHIPS
from matang.flow.place.permissions import CONVENING_ROLES, LOOKING_ROLES
from matang.flow.place.selectors.chains import ChainBook, newly_vacant
from matang.flow.place.selectors.meetings import (
    agenda_of,
    free_posts,
    meetings_visible_to,
    members_of,
    needed,
    present,
    seat_in,
    with_progress,
)
from matang.flow.place.selectors.recusals import candidates_on, recusals
from matang.flow.place.services import meetings as acts
from matang.flow.place.services.interests import Conflict, state_interests
from matang.flow.plan.public import ScenarioState, scenarios_visible_to
from matang.flow.register.public import Person, people_visible_to
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today

SHOWN = 50


@gate.roles(*LOOKING_ROLES)
def meetings(request: HttpRequest) -> HttpResponse:
    """List the meetings, those that go on first."""
    found = with_progress(meetings_visible_to(request.actor))
    last = max(1, -(-found.count() // SHOWN))
    asked = request.GET.get("halaman", "")
    page = min(int(asked), last) if asked.isdecimal() and int(asked[:6]) > 0 else 1
    context = {
        "meetings": list(found[(page - 1) * SHOWN : page * SHOWN]),
        "chips": MEETING_CHIPS,
        "page": page,
        "last": last,
        "may_convene": request.actor.has(*CONVENING_ROLES),
    }
    return render(request, "place/meetings.html", context)


def found_meeting(request: HttpRequest, meeting_id: int) -> PanelMeeting:
    """Return the meeting if the actor may see it."""
    found = meetings_visible_to(request.actor).select_related("created_by").filter(pk=meeting_id).first()
    if found is None:
        raise Http404
    return found


@gate.roles(*LOOKING_ROLES)
def meeting(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Show one meeting: what is decided, what is open, who sits in it, and what follows from it."""
    actor, found = request.actor, found_meeting(request, meeting_id)
    members, agenda = members_of(found), agenda_of(found)
    seat = seat_in(actor, members)
    settled = PlacementDecision.objects.filter(item__in=agenda, state=DecisionState.STANDS).select_related("person")
    decisions = {row.item_id: row for row in settled}
    book = ChainBook(found.agency_id, {row.scenario_id for row in agenda})
    out = recusals(agenda, members)
    context = {
        "meeting": found,
        "chip": MEETING_CHIPS[found.state],
        "rows": [
            (row, decisions.get(row.pk), book.proposed.get((row.scenario_id, row.post_id)), _mine_out(out[row.pk], seat))
            for row in agenda
        ],
        "seen": _seen(request, book),
        "out": [(row, out[row.pk]) for row in agenda if out[row.pk]],
        "members": members,
        "here": len(present(members)),
        "least": needed(found, len(members)),
        "seat": seat,
        "stated": seat.member is None or hasattr(seat.member, "statement"),
        "silent": [row for row in members if not hasattr(row, "statement")],
        "decided": len(decisions),
        "advised": sum(row.state == "advised" for row in agenda),
        "waiting": sum(row.state == "waiting" for row in agenda),
        "vacant": newly_vacant(book, decisions.values()),
        "may_change": found.state == MeetingState.DRAFT and (seat.leads or actor.has(*CONVENING_ROLES)),
        "more": _more(request, found),
        "decides": actor.has(Role.APPOINTING_OFFICIAL),
    }
    return render(request, "place/meeting.html", context)


def _seen(request: HttpRequest, book: ChainBook) -> set[int]:
    """Return whom of the proposed the actor may see."""
    people = [row.person_id for row in book.proposed.values()]
    return set(people_visible_to(request.actor, today()).filter(pk__in=people).values_list("pk", flat=True))


def _mine_out(out: list, seat: object) -> bool:
    return any(seat.member is not None and row.member.pk == seat.member.pk for row in out)


def _more(request: HttpRequest, found: PanelMeeting) -> list[tuple[int, str]]:
    """Return the scenarios with posts that could still be put on the agenda."""
    if found.state == MeetingState.CLOSED or not request.actor.has(*CONVENING_ROLES):
        return []
    waiting = list(scenarios_visible_to(request.actor).filter(state=ScenarioState.PROPOSED))
    free = {row.scenario_id for row in free_posts(waiting)}
    return [(row.pk, row.name) for row in waiting if row.pk in free]


@gate.roles(Role.PANEL_MEMBER)
@require_POST
def attendance(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Note who is there."""
    found = found_meeting(request, meeting_id)
    here = {int(key) for key in request.POST.getlist("hadir") if key.isdecimal()}
    try:
        acts.record_attendance(actor=request.actor, meeting_id=found.pk, here=here)
    except RefusedError as error:
        messages.error(request, error.answer.reason)
    else:
        messages.success(request, _("Kehadiran dicatat."))
    return redirect("place:meeting", found.pk)


@gate.roles(*CONVENING_ROLES)
@require_POST
def add_posts(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Put the free posts of a scenario on the agenda."""
    found = found_meeting(request, meeting_id)
    wanted = request.POST.get("skenario", "")
    scenario = scenarios_visible_to(request.actor).filter(pk=int(wanted) if wanted.isdecimal() else 0).first()
    if scenario is None:
        raise Http404
    try:
        added = acts.take_up(actor=request.actor, meeting_id=found.pk, scenario_id=scenario.pk)
    except RefusedError as error:
        messages.error(request, error.answer.reason)
    else:
        messages.success(request, _("%(n)s jabatan ditambahkan ke agenda.") % {"n": added})
    return redirect("place:meeting", found.pk)


@gate.roles(*CONVENING_ROLES)
@require_POST
def act(request: HttpRequest, meeting_id: int, act: str) -> HttpResponse:
    """Open, adjourn, close or drop a meeting."""
    found, actor = found_meeting(request, meeting_id), request.actor
    reason = request.POST.get("reason", "")
    does = {
        "buka": lambda: acts.open_meeting(actor=actor, meeting_id=found.pk),
        "skors": lambda: acts.adjourn_meeting(actor=actor, meeting_id=found.pk, reason=reason),
        "tutup": lambda: acts.close_meeting(actor=actor, meeting_id=found.pk, note=reason),
        "hapus": lambda: acts.drop_meeting(actor=actor, meeting_id=found.pk),
    }
    said = {
        "buka": _("Sidang dibuka."),
        "skors": _("Sidang diskors."),
        "tutup": _("Sidang ditutup."),
        "hapus": _("Sidang dihapus; jabatannya bebas untuk sidang lain."),
    }
    if act not in does:
        raise Http404
    try:
        does[act]()
    except RefusedError as error:
        messages.error(request, error.answer.reason)
        return redirect("place:meeting", found.pk)
    messages.success(request, said[act])
    return redirect("place:meetings") if act == "hapus" else redirect("place:meeting", found.pk)


@gate.roles(Role.PANEL_MEMBER)
@require_http_methods(["GET", "POST"])
def statement(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Let a member state whether they have a conflict of interest, and add to it later."""
    actor, found = request.actor, found_meeting(request, meeting_id)
    agenda, members = agenda_of(found), members_of(found)
    member = seat_in(actor, members).member
    if member is None:
        raise Http404
    candidates = candidates_on(agenda)
    people = Person.objects.filter(pk__in=set().union(*candidates.values())).order_by("full_name", "pk")
    fault = ""
    if request.method == "POST":
        conflicts, fault = _stated(request)
        if not fault:
            try:
                state_interests(actor=actor, meeting_id=found.pk, conflicts=conflicts)
            except RefusedError as error:
                fault = error.answer.reason
            else:
                messages.success(request, _("Pernyataan Anda dicatat dalam buku putusan."))
                return redirect("place:meeting", found.pk)
    given = getattr(member, "statement", None)
    context = {
        "meeting": found,
        "agenda": agenda,
        "people": list(people),
        "given": given,
        "conflicts": list(given.conflicts.select_related("item__post", "person")) if given else [],
        "fault": fault,
        "typed": request.POST,
        "own": [row for row in agenda if actor.person_id and actor.person_id in candidates[row.pk]],
        "open": found.state != MeetingState.CLOSED,
        "lines": range(3),
    }
    return render(request, "place/statement.html", context)


def _stated(request: HttpRequest) -> tuple[list[Conflict], str]:
    """Return the conflicts that were filled in, and what is wrong with them."""
    conflicts = []
    for number in range(3):
        about = request.POST.get(f"tentang_{number}", "")
        relation = request.POST.get(f"hubungan_{number}", "").strip()
        if not about and not relation:
            continue
        kind, _colon, key = about.partition(":")
        if kind not in {"jabatan", "calon"} or not key.isdecimal():
            return [], _("Pilih jabatan atau calon untuk hubungan yang Anda tulis.")
        if not relation:
            return [], _("Tulis hubungan Anda dengan jabatan atau calon itu.")
        item, person = (int(key), None) if kind == "jabatan" else (None, int(key))
        conflicts.append(Conflict(relation[:200], item, person))
    answer = request.POST.get("konflik", "")
    if answer == "ada" and not conflicts:
        return [], _("Sebut sedikitnya satu jabatan atau calon, dan hubungannya.")
    if answer == "tidak" and conflicts:
        return [], _("Anda menulis suatu hubungan. Pilih “Ada”, atau kosongkan tulisannya.")
    if answer not in {"ada", "tidak"}:
        return [], _("Pilih: ada atau tidak ada konflik kepentingan.")
    return conflicts, ""
