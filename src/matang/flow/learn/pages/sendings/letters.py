"""The letters of a sending: what was issued, issuing anew, and the files."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from matang.flow.learn.choices import SINCE_ORDER
from matang.flow.learn.models import SendingOrder
from matang.flow.learn.pages.sendings.page import sending_or_404
from matang.flow.learn.permissions import SENDER_ROLES, may_order_sending, may_prepare_sending
from matang.flow.learn.services.letters import ASKING, issue_order_letter, issue_request_letter
from matang.flow.learn.services.sendings.withdrawing import ORDER, letters_of
from matang.foundation.access import gate
from matang.foundation.access.roles import Role
from matang.foundation.files.downloads import download_whole
from matang.foundation.files.services import GoneError
from matang.ui.refusals import telling


@gate.signed_in
@require_safe
def letters(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Show the letters of a sending."""
    actor, found = request.actor, sending_or_404(request, sending_id)
    prepares, decides = bool(may_prepare_sending(actor, found.unit.path)), bool(may_order_sending(actor))
    papers = letters_of(found)
    context = {
        "sending": found,
        "order": SendingOrder.objects.filter(sending=found).first(),
        "order_letters": [paper for paper in papers if paper.subject.startswith(ORDER)],
        "request_letters": [paper for paper in papers if not paper.subject.startswith(ORDER)],
        "may_order": (prepares or decides) and found.state in SINCE_ORDER,
        "may_ask": prepares and found.state in ASKING,
    }
    return render(request, "learn/sendings/letters.html", context)


@gate.roles(*SENDER_ROLES, Role.APPOINTING_OFFICIAL)
@require_POST
def letter_issue(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Issue the letter of duty or the request to the host."""
    actor, found = request.actor, sending_or_404(request, sending_id)
    check_at = request.build_absolute_uri(reverse("documents:ask"))
    with telling(request):
        if request.POST.get("letter") == "order":
            made = issue_order_letter(actor=actor, sending_id=found.pk, check_at=check_at)
        else:
            number, signer = request.POST.get("number", ""), request.POST.get("signer", "")
            made = issue_request_letter(actor=actor, sending_id=found.pk, number=number, signer=signer, check_at=check_at)
        messages.success(request, _("Diterbitkan dengan kode %(code)s.") % {"code": made.code})
    return redirect("learn:letters", found.pk)


@gate.signed_in
@require_safe
def letter(request: HttpRequest, sending_id: int, document_id: int) -> HttpResponse:
    """Hand over a letter to whoever reads the sending."""
    found = sending_or_404(request, sending_id)
    paper = next((row for row in letters_of(found) if row.pk == document_id), None)
    if paper is None:
        raise Http404
    try:
        return download_whole(paper.file)
    except GoneError as error:
        raise Http404 from error
