"""Requests to the own agency as a host: what is asked, what clashes, the answer, and how the guests are received."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from matang.flow.learn.choices import SINCE_DEPARTURE, HostAnswer, SendingKind, SendingState
from matang.flow.learn.pages.sendings.listing import CHIPS
from matang.flow.learn.pages.sendings.page import ANSWER_CHIPS
from matang.flow.learn.permissions import HOST_ROLES
from matang.flow.learn.selectors.hosts.calendar import seats_offered, stays_of
from matang.flow.learn.selectors.hosts.conflicts import SeatConflict, VisitClash, overfull_visits, seat_conflicts, visit_clashes
from matang.flow.learn.selectors.hosts.stays import Seats, Stay, plain
from matang.flow.learn.selectors.requests import (
    HostRequest,
    RequestQuestion,
    guests_of,
    request_to,
    requests_asked,
    requests_shown,
)
from matang.flow.learn.services.sendings import answer_request, receive_sending, say_host_feedback
from matang.flow.learn.services.sendings.hosting import RECEIVING
from matang.foundation.access import gate
from matang.ui.asking import query_of, word
from matang.ui.paging import page_of
from matang.ui.refusals import telling


def clashes_of(found: HostRequest, stays: Sequence[Stay], offers: Sequence[Seats]) -> tuple[list[SeatConflict], list[VisitClash]]:
    """Return what does not go together with this request in the host's own calendar."""
    key = f"sending:{found.pk}"
    stay = next((row for row in stays if row.key == key), None)
    if stay is None or stay.starts_on is None or stay.last_shown is None:
        return [], []
    first, last = stay.starts_on, stay.last_shown
    same = [row for row in stays if plain(row.unit) == plain(stay.unit)]
    seats = seat_conflicts(same, offers, first, last) + overfull_visits([stay], offers, first, last)
    visits = visit_clashes(stays, first, last) if stay.visiting else []
    return (
        [row for row in seats if any(one.key == key for one in row.stays)],
        [row for row in visits if any(one.key == key for one in row.stays)],
    )


@gate.roles(*HOST_ROLES)
@require_safe
def requests_here(request: HttpRequest) -> HttpResponse:
    """List the requests to this agency; those that wait for an answer come first."""
    question = RequestQuestion(
        word(request, "q"), word(request, "jawaban", HostAnswer.values), word(request, "jenis", SendingKind.values)
    )
    found = requests_asked(request.actor, question)
    page = page_of(request, found.count())
    rows = requests_shown(found, page.window)
    stays, offers = (stays_of(request.actor), seats_offered(request.actor)) if rows else ([], [])
    lines = [(row, *clashes_of(row, stays, offers)) for row in rows]
    context = {
        "lines": lines,
        "page": page,
        "question": question,
        "answers": [pair for pair in HostAnswer.choices if pair[0] != HostAnswer.NOT_ASKED],
        "kinds": SendingKind.choices,
        "answer_chips": ANSWER_CHIPS,
        "chips": CHIPS,
        "query": query_of(request),
        "filtered": bool(request.GET),
    }
    return render(request, "learn/requests/requests.html", context)


@gate.roles(*HOST_ROLES)
@require_safe
def request_here(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Show one request with everything the host may read of it."""
    found = request_to(request.actor, sending_id)
    if found is None:
        raise Http404
    seats, visits = clashes_of(found, stays_of(request.actor), seats_offered(request.actor))
    context = {
        "found": found,
        "guests": guests_of(request.actor, sending_id),
        "seats": seats,
        "visits": visits,
        "answers": found.state == SendingState.SUBMITTED,
        "receives": found.host_answer == HostAnswer.ACCEPTED and found.state in RECEIVING,
        "tells": found.light and found.state in SINCE_DEPARTURE,
        "answer_chips": ANSWER_CHIPS,
        "chips": CHIPS,
    }
    return render(request, "learn/requests/request.html", context)


def _act(request: HttpRequest, sending_id: int, work: Callable[[], object], told: str) -> HttpResponse:
    if request_to(request.actor, sending_id) is None:
        raise Http404
    with telling(request):
        work()
        messages.success(request, told)
    return redirect("learn:request_here", sending_id)


@gate.roles(*HOST_ROLES)
@require_POST
def request_answer(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Accept or decline."""
    said = {"accept": request.POST.get("answer") == "accepted", "reason": request.POST.get("reason", "")}
    if request.POST.get("answer") not in {"accepted", "declined"}:
        messages.error(request, _("Pilih jawabannya."))
        return redirect("learn:request_here", sending_id)
    unit = request.POST.get("host_unit", "")
    work = lambda: answer_request(actor=request.actor, sending_id=sending_id, host_unit=unit, **said)  # noqa: E731
    return _act(request, sending_id, work, _("Jawaban disimpan dan dibaca pengirim."))


@gate.roles(*HOST_ROLES)
@require_POST
def request_receive(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Say which unit receives the guests and whom they contact."""
    said = {name: request.POST.get(name, "") for name in ("host_unit", "host_contact")}
    work = lambda: receive_sending(actor=request.actor, sending_id=sending_id, **said)  # noqa: E731
    return _act(request, sending_id, work, _("Penerimaan disimpan."))


@gate.roles(*HOST_ROLES)
@require_POST
def request_feedback(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Write, as the host of a study visit, how it went."""
    words = request.POST.get("words", "")
    work = lambda: say_host_feedback(actor=request.actor, sending_id=sending_id, words=words)  # noqa: E731
    return _act(request, sending_id, work, _("Kesan tuan rumah disimpan dan dibaca tamu."))
