"""Choose candidates of a sending: everybody of the unit with gap, commitment, effect and time left."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from matang.flow.learn.choices import SendingState
from matang.flow.learn.models import Participant, Sending
from matang.flow.learn.pages.sendings.page import sending_or_404
from matang.flow.learn.permissions import SENDER_ROLES, may_prepare_sending
from matang.flow.learn.selectors.selection import ORDERS, CandidateQuestion, Group, asked_for, candidates_of
from matang.flow.learn.services.selection import put_forward, say_effect
from matang.flow.needs.public import competencies_at
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.asking import number_in, query_of, whole, word
from matang.ui.paging import page_of
from matang.ui.refusals import demand, telling


def _prepared(request: HttpRequest, sending_id: int) -> Sending:
    found = sending_or_404(request, sending_id)
    demand(may_prepare_sending(request.actor, found.unit.path))
    return found


def _competency(request: HttpRequest, sending: Sending, known: set[int]) -> int | None:
    """Return the competency asked for, else that of the need, else that of somebody who was put forward."""
    chosen = number_in(request, "kompetensi")
    if chosen in known:
        return chosen
    if sending.need and sending.need.competency_id:
        return int(sending.need.competency_id)
    named = sending.participants.filter(competency__isnull=False).order_by("pk")
    return named.values_list("competency_id", flat=True).first()


@gate.roles(*SENDER_ROLES)
@require_safe
def candidates(request: HttpRequest, sending_id: int) -> HttpResponse:
    """List who might go, ranked by rules that stand beside the list."""
    found, day = _prepared(request, sending_id), today()
    dictionary = competencies_at(found.agency_id, day)
    competency = _competency(request, found, {row.pk for row in dictionary})
    groups = [*[str(group) for group in Group], "all"]
    question = CandidateQuestion(word(request, "q"), word(request, "kelompok", groups), word(request, "urut", ORDERS) or "urutan")
    everybody = candidates_of(request.actor, found, competency, day) if competency else []
    asked = asked_for(everybody, question)
    page = page_of(request, len(asked))
    shown = asked[page.window]
    context = {
        "sending": found,
        "day": day,
        "competencies": dictionary,
        "competency": next((row for row in dictionary if row.pk == competency), None),
        "question": question,
        "page": page,
        "below": [row for row in shown if row.group is not Group.NO_EVIDENCE],
        "unproven": [row for row in shown if row.group is Group.NO_EVIDENCE],
        "counts": {str(group): sum(row.group is group for row in everybody) for group in Group},
        "first": page.window.start,
        "may_add": found.state == SendingState.DRAFT,
        "any": bool(everybody),
        "query": query_of(request),
    }
    return render(request, "learn/sendings/candidates.html", context)


@gate.roles(*SENDER_ROLES)
@require_POST
def candidate_add(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Put one of them forward, with the competency that the list was asked for."""
    found = _prepared(request, sending_id)
    person, competency = (whole(request.POST.get(name, "")) for name in ("person", "competency"))
    with telling(request):
        made = put_forward(actor=request.actor, sending_id=found.pk, person_id=person or 0, competency_id=competency)
        messages.success(request, _("%(name)s diajukan sebagai calon.") % {"name": made.person.display_name})
    query = f"?kompetensi={competency}" if competency else ""
    return redirect(f"{reverse('learn:candidates', args=[found.pk])}{query}")


@gate.roles(*SENDER_ROLES)
@require_POST
def candidate_effect(request: HttpRequest, participant_id: int) -> HttpResponse:
    """Say what the unit expects to change."""
    own = Participant.objects.filter(pk=participant_id, agency_id=request.actor.agency_id)
    key = own.values_list("sending_id", flat=True).first()
    if key is None:
        raise Http404
    found = _prepared(request, key)
    with telling(request):
        say_effect(actor=request.actor, participant_id=participant_id, effect=request.POST.get("effect", ""))
        messages.success(request, _("Perubahan disimpan."))
    return redirect(f"{reverse('learn:sending', args=[found.pk])}#people")
