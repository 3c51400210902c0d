"""One sending: what it is for, what is missing, who goes, what became of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from matang.flow.learn.choices import BEING_PREPARED, SINCE_DEPARTURE, HostAnswer, ParticipantState, SendingState
from matang.flow.learn.models import Sending, SendingOrder, VisitBrief
from matang.flow.learn.pages.sendings.guiding import next_step
from matang.flow.learn.pages.sendings.listing import CHIPS
from matang.flow.learn.permissions import may_close_sending, may_order_sending, may_prepare_sending
from matang.flow.learn.selectors.afterwards import what_came
from matang.flow.learn.selectors.alumni import companions_for
from matang.flow.learn.selectors.calls import round_behind
from matang.flow.learn.selectors.closing import CLOSABLE, closable_from, open_ends
from matang.flow.learn.selectors.costs import cost_of, days_of
from matang.flow.learn.selectors.gate import LIGHT, missing_of, people_of
from matang.flow.learn.selectors.sendings import sending_visible_to, steps_of
from matang.flow.needs.public import needs_visible_to
from matang.foundation.access import gate
from matang.foundation.clock.services import today

COMPANIED = (SendingState.DRAFT, SendingState.SUBMITTED, SendingState.ORDERED, SendingState.UNDER_WAY)
"""States in which somebody who knows the host or the field can still help."""
ANSWER_CHIPS = {"not_asked": "", "asked": "info", "accepted": "pass", "declined": "fail"}
CHOICE_CHIPS = {"candidate": "", "chosen": "pass", "reserve": "info", "not_chosen": "", "withdrawn": ""}


def sending_or_404(request: HttpRequest, sending_id: int) -> Sending:
    """Return the sending when the actor reads it."""
    found = sending_visible_to(request.actor, sending_id)
    if found is None:
        raise Http404
    return found


@gate.signed_in
def sending(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Show a sending: the next step first, then everything that it stands on."""
    return render(request, "learn/sendings/sending.html", _context(request, sending_id))


@gate.signed_in
@require_safe
def sending_print(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Show a sending on one page to print."""
    return render(request, "learn/sendings/print.html", _context(request, sending_id))


def _context(request: HttpRequest, sending_id: int) -> dict[str, object]:
    found = sending_or_404(request, sending_id)
    state = SendingState(found.state)
    prepares = bool(may_prepare_sending(request.actor, found.unit.path))
    people = people_of(found)
    missing = missing_of(found, today()) if state == SendingState.DRAFT else []
    back = state in {*CLOSABLE, SendingState.CLOSED}
    ends = open_ends(found) if back else []
    order = SendingOrder.objects.filter(sending=found).first()
    return {
        "sending": found,
        "next": next_step(found, people, missing, ends),
        "order": order,
        "cost": order or (cost_of(found, found.cost_rule, today()) if found.cost_rule else None),
        "light": found.kind in LIGHT,
        "brief": VisitBrief.objects.filter(sending=found).first() if found.kind in LIGHT else None,
        "after": state in SINCE_DEPARTURE,
        "day": today(),
        "people": people,
        "missing": missing,
        "missing_parts": {part: [row for row in missing if row.part == part] for part in ("need", "journey", "visit", "people")},
        "steps": steps_of(found),
        "state_labels": dict(SendingState.choices),
        "edits": prepares and state == SendingState.DRAFT,
        "chooses": prepares and state in BEING_PREPARED,
        "prepares": prepares,
        "decides": bool(may_order_sending(request.actor)),
        "notes_answer": prepares and state == SendingState.SUBMITTED and found.host_agency_id is None,
        "chosen": [row for row in people if row.state == ParticipantState.CHOSEN],
        "choices": [pair for pair in ParticipantState.choices if pair[0] != ParticipantState.CANDIDATE],
        "ready": found.host_answer == HostAnswer.ACCEPTED,
        "chips": CHIPS,
        "answer_chips": ANSWER_CHIPS,
        "choice_chips": CHOICE_CHIPS,
        "days": days_of(found),
        "sees_need": needs_visible_to(request.actor).filter(pk=found.need_id).exists() if found.need_id else False,
        "came": what_came(request.actor, found),
        "back": back,
        "companions": companions_for(found) if prepares and state in COMPANIED else [],
        "by_round": round_behind(request.actor, found),
        "ends": ends,
        "closes": back and bool(may_close_sending(request.actor, found.unit.path)),
        "closable_from": closable_from(found) if state == SendingState.RETURNED else None,
    }
