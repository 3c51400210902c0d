"""Steps of a sending: submit, take back, note the host's answer, choose, decide, leave, return, cancel."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from matang.flow.learn.choices import SendingState
from matang.flow.learn.models import Participant
from matang.flow.learn.pages.sendings.page import sending_or_404
from matang.flow.learn.permissions import (
    CLOSING_ROLES,
    SENDER_ROLES,
    may_close_sending,
    may_order_sending,
    may_prepare_sending,
)
from matang.flow.learn.services.sendings import (
    Order,
    cancel_sending,
    choose_participant,
    close_sending,
    drop_participant,
    note_host_answer,
    order_sending,
    refuse_sending,
    reopen_sending,
    return_from,
    start_sending,
    submit_sending,
    take_back,
)
from matang.foundation.access import gate
from matang.foundation.access.roles import Role
from matang.ui.refusals import demand, telling


def act(request: HttpRequest, sending_id: int, work: Callable[[], object], told: str, *, decides: bool = False) -> HttpResponse:
    """Do a step of a sending that the actor reads, and go back to its page; who may not at all gets 403 with the reason."""
    found = sending_or_404(request, sending_id)
    demand(may_order_sending(request.actor) if decides else may_prepare_sending(request.actor, found.unit.path))
    return _done(request, sending_id, work, told)


def _done(request: HttpRequest, sending_id: int, work: Callable[[], object], told: str) -> HttpResponse:
    with telling(request):
        work()
        messages.success(request, told)
    return redirect("learn:sending", sending_id)


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "").strip()


def _day(request: HttpRequest) -> date | None:
    try:
        return date.fromisoformat(request.POST.get("day", ""))
    except ValueError:
        return None


@gate.roles(*SENDER_ROLES)
@require_POST
def sending_submit(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Submit a draft and ask the host."""
    told = _("Pengiriman diajukan dan tuan rumah diminta menjawab.")
    return act(request, sending_id, lambda: submit_sending(actor=request.actor, sending_id=sending_id), told)


@gate.roles(*SENDER_ROLES)
@require_POST
def sending_take_back(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Make it a draft again."""
    work = lambda: take_back(actor=request.actor, sending_id=sending_id, reason=_reason(request))  # noqa: E731
    return act(request, sending_id, work, _("Pengiriman kembali menjadi konsep."))


@gate.roles(*SENDER_ROLES)
@require_POST
def sending_note_answer(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Note the answer of a host that is not here."""
    accept = request.POST.get("answer") == "accepted"
    work = lambda: note_host_answer(  # noqa: E731
        actor=request.actor, sending_id=sending_id, accept=accept, letter=_reason(request)
    )
    return act(request, sending_id, work, _("Jawaban tuan rumah dicatat."))


@gate.roles(Role.APPOINTING_OFFICIAL)
@require_POST
def sending_decide(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Order or refuse, as the appointing official."""
    if request.POST.get("decision") == "refused":
        work: Callable[[], object] = lambda: refuse_sending(  # noqa: E731
            actor=request.actor, sending_id=sending_id, reason=_reason(request)
        )
        return act(request, sending_id, work, _("Pengiriman ditolak."), decides=True)
    order = Order(request.POST.get("number", ""), _reason(request))
    work = lambda: order_sending(actor=request.actor, sending_id=sending_id, order=order)  # noqa: E731
    return act(request, sending_id, work, _("Surat tugas diputuskan."), decides=True)


@gate.roles(*SENDER_ROLES, Role.APPOINTING_OFFICIAL)
@require_POST
def sending_cancel(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Cancel what has not come back."""
    work = lambda: cancel_sending(actor=request.actor, sending_id=sending_id, reason=_reason(request))  # noqa: E731
    ordered = sending_or_404(request, sending_id).state in {SendingState.ORDERED, SendingState.UNDER_WAY}
    return act(request, sending_id, work, _("Pengiriman dibatalkan."), decides=ordered)


@gate.roles(*SENDER_ROLES)
@require_POST
def sending_start(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Note that they have left."""
    work = lambda: start_sending(actor=request.actor, sending_id=sending_id, day=_day(request))  # noqa: E731
    return act(request, sending_id, work, _("Keberangkatan dicatat."))


@gate.roles(*SENDER_ROLES)
@require_POST
def sending_return(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Note that they are back."""
    work = lambda: return_from(actor=request.actor, sending_id=sending_id, day=_day(request))  # noqa: E731
    return act(request, sending_id, work, _("Kepulangan dicatat."))


@gate.roles(*CLOSING_ROLES)
@require_POST
def sending_close(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Close what is back, with the reason; what stays open is kept in the log."""
    demand(may_close_sending(request.actor, sending_or_404(request, sending_id).unit.path))
    work = lambda: close_sending(actor=request.actor, sending_id=sending_id, reason=_reason(request))  # noqa: E731
    return _done(request, sending_id, work, _("Pengiriman ditutup."))


@gate.roles(*CLOSING_ROLES)
@require_POST
def sending_reopen(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Open a closed sending again, with the reason."""
    demand(may_close_sending(request.actor, sending_or_404(request, sending_id).unit.path))
    work = lambda: reopen_sending(actor=request.actor, sending_id=sending_id, reason=_reason(request))  # noqa: E731
    return _done(request, sending_id, work, _("Pengiriman dibuka kembali."))


def _sending_of(request: HttpRequest, participant_id: int) -> int:
    key = Participant.objects.filter(pk=participant_id, agency_id=request.actor.agency_id).values_list("sending_id", flat=True)
    found: int | None = key.first()
    if found is None:
        raise Http404
    return found


@gate.roles(*SENDER_ROLES)
@require_POST
def participant_choose(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Say whether a candidate goes, with the reason."""
    state = request.POST.get("state", "")
    work = lambda: choose_participant(  # noqa: E731
        actor=request.actor, participant_id=participant_id, state=state, reason=_reason(request)
    )
    return act(request, _sending_of(request, participant_id), work, _("Pilihan disimpan."))


@gate.roles(*SENDER_ROLES)
@require_POST
def participant_drop(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Take somebody off a draft."""
    work = lambda: drop_participant(actor=request.actor, participant_id=participant_id)  # noqa: E731
    return act(request, _sending_of(request, participant_id), work, _("Calon peserta dihapus dari konsep."))
