"""Put forward to learn: why, one's own commitment, withdrawing, and the choice with its reason."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from matang.flow.learn.choices import BEING_PREPARED
from matang.flow.learn.pages.sendings.listing import CHIPS
from matang.flow.learn.pages.sendings.page import CHOICE_CHIPS
from matang.flow.learn.selectors.selection import own_proposals
from matang.flow.learn.services.selection import commit_myself, withdraw_myself
from matang.foundation.access import gate
from matang.ui.refusals import telling


@gate.signed_in
@require_safe
def my_proposals(request: HttpRequest) -> HttpResponse:
    """Show where the actor was put forward, newest first."""
    context = {
        "rows": list(own_proposals(request.actor)),
        "open_states": BEING_PREPARED,
        "chips": CHIPS,
        "choice_chips": CHOICE_CHIPS,
    }
    return render(request, "learn/sendings/mine.html", context)


def _mine(request: HttpRequest, participant_id: int, work: Callable[[], object], told: str) -> HttpResponse:
    if not own_proposals(request.actor).filter(pk=participant_id).exists():
        raise Http404
    with telling(request):
        work()
        messages.success(request, told)
    return redirect("learn:my_proposals")


@gate.signed_in
@require_POST
def proposal_commit(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Write one's commitment."""
    words = request.POST.get("words", "")
    work = lambda: commit_myself(actor=request.actor, participant_id=participant_id, words=words)  # noqa: E731
    return _mine(request, participant_id, work, _("Komitmen Anda disimpan. Unit Anda dapat membacanya."))


@gate.signed_in
@require_POST
def proposal_withdraw(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Withdraw, with a reason."""
    reason = request.POST.get("reason", "")
    work = lambda: withdraw_myself(actor=request.actor, participant_id=participant_id, reason=reason)  # noqa: E731
    return _mine(request, participant_id, work, _("Anda mengundurkan diri dari pengiriman ini."))
