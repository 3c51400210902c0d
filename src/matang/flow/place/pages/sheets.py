"""The sheet of a post in a meeting: read it, vote or agree on it, and print it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from matang.flow.place.choices import AdviceWay, AgendaState, Ballot, MeetingState
from matang.flow.place.models import AgendaItem, MeetingMember, PanelMeeting, PanelVote
from matang.flow.place.pages.meeting import found_meeting
from matang.flow.place.permissions import LOOKING_ROLES, may_decide
from matang.flow.place.selectors.decisions import standing_for
from matang.flow.place.selectors.meetings import Seats, members_of, needed, present, seat_in
from matang.flow.place.selectors.recusals import recusals
from matang.flow.place.services.advice import Choice, cast_vote, close_vote, may_advise, record_consensus, reopen_advice
from matang.flow.place.services.sheets import Candidate, Sheet, sheet_of
from matang.flow.plan.public import ScenarioPost
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.access.roles import Role


def label_of(row: Candidate) -> str:
    """Return how a candidate is named on a form; whoever may not be seen is told by their rank."""
    if row.name:
        return row.name
    if row.let_in:
        return _("Calon lewat pengecualian (di luar lingkup Anda)")
    return _("Calon ke-%(rank)s (di luar lingkup Anda)") % {"rank": row.proposal.rank}


def _item(request: HttpRequest, meeting_id: int, item_id: int) -> tuple[PanelMeeting, AgendaItem]:
    found = found_meeting(request, meeting_id)
    rows = AgendaItem.objects.select_related("scenario", "post__unit", "advised_person", "advised_by")
    item = rows.filter(pk=item_id, meeting=found).first()
    if item is None:
        raise Http404
    item.meeting = found
    return found, item


def _sheet(request: HttpRequest, item: AgendaItem) -> Sheet:
    asked = ScenarioPost.objects.select_related("post__unit").get(scenario_id=item.scenario_id, post_id=item.post_id)
    return sheet_of(request.actor, item.scenario, asked)


def _silent(seat: Seats) -> bool:
    return seat.member is not None and not hasattr(seat.member, "statement")


@gate.roles(*LOOKING_ROLES)
def sheet(request: HttpRequest, meeting_id: int, item_id: int) -> HttpResponse:
    """Show the sheet of a post with the vote, or the form for what was agreed on; a silent member states interests first."""
    found, item = _item(request, meeting_id, item_id)
    members = members_of(found)
    seat = seat_in(request.actor, members)
    if _silent(seat):
        messages.info(request, _("Sebelum membuka lembar pertama, berikan dulu pernyataan konflik kepentingan Anda."))
        return redirect("place:statement", found.pk)
    shown = _sheet(request, item)
    out = recusals([item], members)[item.pk]
    context = {
        "meeting": found,
        "item": item,
        "sheet": shown,
        "scenario": item.scenario,
        "post": item.post,
        "out": out,
        "label": label_of,
        "decision": standing_for(item.scenario_id).get(item.post_id),
        "may_waive": bool(may_decide(request.actor, item.post.unit.path)),
        "decides": request.actor.has(Role.APPOINTING_OFFICIAL),
        "neighbours": _neighbours(found, item),
        **_advising(found, item, members, seat, out),
    }
    return render(request, "place/sheet.html", context)


def _advising(found: PanelMeeting, item: AgendaItem, members: list[MeetingMember], seat: Seats, out: list) -> dict[str, object]:
    """Return what the vote of a post needs; other members' votes are shown only when the vote is closed."""
    votes = list(PanelVote.objects.filter(item=item).select_related("member__user", "person").order_by("member_id"))
    recused = [row.member.pk for row in out]
    mine = next((vote for vote in votes if seat.member is not None and vote.member_id == seat.member.pk), None)
    open_now = found.state == MeetingState.OPENED and item.state == AgendaState.WAITING
    by_vote = found.way == AdviceWay.VOTE
    allowed = may_advise(seat.member, recused)
    return {
        "may_vote": bool(allowed) and open_now and by_vote and seat.member in present(members),
        "may_agree": open_now and not by_vote and seat.leads,
        "may_close": open_now and by_vote and seat.leads,
        "may_reopen": found.state == MeetingState.OPENED and item.state == AgendaState.ADVISED and seat.leads,
        "absent": open_now and by_vote and bool(allowed) and seat.member not in present(members),
        "refusal": "" if allowed or seat.member is None else allowed.reason,
        "open_now": open_now,
        "mine": mine,
        "votes": votes if item.state != AgendaState.WAITING else [],
        "cast": len(votes),
        "entitled": len(members) - len(out),
        "least": needed(found, len(members)),
        "seat": seat,
    }


def _neighbours(found: PanelMeeting, item: AgendaItem) -> tuple[int | None, int | None]:
    """Return the items before and after this one on the agenda."""
    keys = list(found.items.values_list("pk", flat=True))
    at = keys.index(item.pk)
    return (keys[at - 1] if at else None, keys[at + 1] if at + 1 < len(keys) else None)


@gate.roles(*LOOKING_ROLES)
def printed(request: HttpRequest, meeting_id: int, item_id: int) -> HttpResponse:
    """Show the sheet whole, for paper: everything open, no form."""
    found, item = _item(request, meeting_id, item_id)
    members = members_of(found)
    if _silent(seat_in(request.actor, members)):
        return redirect("place:statement", found.pk)
    context = {
        "meeting": found,
        "item": item,
        "sheet": _sheet(request, item),
        "scenario": item.scenario,
        "post": item.post,
        "out": recusals([item], members)[item.pk],
        "label": label_of,
        "whole": True,
    }
    return render(request, "place/sheet_print.html", context)


def _choice(request: HttpRequest, name: str = "pilihan") -> Choice | None:
    """Return what was chosen: ``person:12``, ``vacant`` or ``abstain``; None for nothing."""
    ballot, _colon, key = request.POST.get(name, "").partition(":")
    if not ballot:
        return None
    return Choice.of(ballot, int(key) if key.isdecimal() else None)


@gate.roles(Role.PANEL_MEMBER)
@require_POST
def vote(request: HttpRequest, meeting_id: int, item_id: int) -> HttpResponse:
    """Keep a member's vote."""
    found, item = _item(request, meeting_id, item_id)
    try:
        cast_vote(actor=request.actor, item_id=item.pk, choice=_choice(request) or Choice.of("", None))
    except RefusedError as error:
        messages.error(request, error.answer.reason)
    else:
        messages.success(request, _("Suara Anda tersimpan. Anda dapat mengubahnya sampai pemungutan suara ditutup."))
    return redirect("place:sheet", found.pk, item.pk)


@gate.roles(Role.PANEL_MEMBER)
@require_POST
def close(request: HttpRequest, meeting_id: int, item_id: int) -> HttpResponse:
    """Close the vote on a post, or keep what was agreed on."""
    found, item = _item(request, meeting_id, item_id)
    note = request.POST.get("note", "")
    try:
        if found.way == AdviceWay.VOTE:
            done = close_vote(actor=request.actor, item_id=item.pk, chair_says=_choice(request, "ketua"), note=note)
        else:
            done = record_consensus(
                actor=request.actor, item_id=item.pk, choice=_choice(request) or Choice.of("", None), note=note
            )
    except RefusedError as error:
        messages.error(request, error.answer.reason)
    else:
        messages.success(request, _said(done))
    return redirect("place:sheet", found.pk, item.pk)


def _said(item: AgendaItem) -> str:
    if item.advice == Ballot.PERSON:
        return _("Pertimbangan dicatat: %(person)s.") % {"person": str(item.advised_person).rstrip(".")}
    if item.advice == Ballot.VACANT:
        return _("Pertimbangan dicatat: jabatan dibiarkan kosong.")
    return _("Pertimbangan dicatat: tim penilai tidak memilih siapa pun.")


@gate.roles(Role.PANEL_MEMBER)
@require_POST
def reopen(request: HttpRequest, meeting_id: int, item_id: int) -> HttpResponse:
    """Let the panel advise on a post again."""
    found, item = _item(request, meeting_id, item_id)
    try:
        reopen_advice(actor=request.actor, item_id=item.pk, reason=request.POST.get("reason", ""))
    except RefusedError as error:
        messages.error(request, error.answer.reason)
    else:
        messages.success(request, _("Pertimbangan dibuka lagi."))
    return redirect("place:sheet", found.pk, item.pk)
