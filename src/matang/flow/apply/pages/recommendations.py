"""Recommendations: the list, one of them, and its steps up to the decision."""

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from matang.flow.apply.choices import DecisionKind, RecommendationState
from matang.flow.apply.models import Recommendation
from matang.flow.apply.pages.asking import day_said, done, said
from matang.flow.apply.permissions import DECIDING_ROLES, may_decide_recommendation, may_write_recommendation
from matang.flow.apply.selectors.recommendations import (
    NAMED,
    SORTS,
    missing_of,
    recommendation_visible_to,
    recommendations_visible_to,
    timer_of,
    turn_of,
)
from matang.flow.apply.services.deciding import Verdict, decide_recommendation
from matang.flow.apply.services.recommending import (
    delete_recommendation,
    submit_recommendation,
    take_back_recommendation,
)
from matang.flow.learn.public import ReportState, reports_visible_to
from matang.foundation.access import gate
from matang.foundation.access.answers import Answer
from matang.foundation.clock.services import today
from matang.ui.asking import query_of, word
from matang.ui.paging import NUMBER, page_of
from matang.ui.refusals import demand

CHIPS = {"draft": "", "submitted": "info", "presented": "warn", "decided": "pass"}
VERDICTS = {"adopt": "pass", "adapt": "pass", "pilot": "info", "reject": "fail", "need_more": "warn"}
FITS = {"fits": "pass", "lacks": "fail", "unknown": "unknown"}


def recommendation_or_404(request: HttpRequest, recommendation_id: int) -> Recommendation:
    """Return the recommendation when the actor reads it."""
    found = recommendation_visible_to(request.actor, recommendation_id)
    if found is None:
        raise Http404
    return found


def deciding(request: HttpRequest, row: Recommendation) -> Answer:
    """Answer whether the actor may decide about it."""
    owner = row.owner_unit.path if row.owner_unit else ""
    return may_decide_recommendation(request.actor, row.unit.path, owner, row.person_id)


def writing(request: HttpRequest, row: Recommendation) -> Answer:
    """Answer whether the actor may write it."""
    return may_write_recommendation(request.actor, row.unit.path, row.person_id)


def recommendations_asked(request: HttpRequest) -> tuple[QuerySet[Recommendation], tuple[str, ...]]:
    """Return the recommendations in reach that the filters of the address ask for, and their order."""
    rows, state = recommendations_visible_to(request.actor), word(request, "status", RecommendationState.values)
    if state:
        rows = rows.filter(state=state)
    for one in word(request, "q").split():
        rows = rows.filter(Q(title__icontains=one) | Q(practice__icontains=one))
    return rows, SORTS[word(request, "urut", SORTS) or "baru"]


@gate.signed_in
def recommendations(request: HttpRequest) -> HttpResponse:
    """List the recommendations in reach: search, filter, order, pages; whose turn it is and since when."""
    state, text, sort = word(request, "status", RecommendationState.values), word(request, "q"), word(request, "urut", SORTS)
    rows, order = recommendations_asked(request)
    page = page_of(request, rows.count())
    found = list(rows.select_related(*NAMED).order_by(*order)[page.window]) if page.total else []
    day = today()
    mine = reports_visible_to(request.actor).filter(state=ReportState.ACCEPTED, person_id=request.actor.person_id or 0)
    context = {
        "rows": [(row, timer_of(row, day), turn_of(row)) for row in found],
        "any": bool(page.total) or bool(state or text),
        "page": page, "state": state, "text": text, "sort": sort, "states": RecommendationState.choices, "chips": CHIPS,
        "query": query_of(request, NUMBER), "may_write": mine.exists(),
    }  # fmt: skip
    return render(request, "apply/recommendations.html", context)


@gate.signed_in
def recommendation(request: HttpRequest, recommendation_id: int) -> HttpResponse:
    """Show a recommendation, what is missing, whose turn it is, and what was decided."""
    row = recommendation_or_404(request, recommendation_id)
    writes, draft = bool(writing(request, row)), row.state == RecommendationState.DRAFT
    context = {
        "row": row,
        "conditions": list(row.conditions.order_by("pk")),
        "missing": missing_of(row) if draft else [],
        "timer": timer_of(row, today()),
        "turn": turn_of(row),
        "decisions": list(row.decisions.all()),
        "adoption": getattr(row, "adoption", None),
        "edits": writes and draft,
        "takes_back": writes and row.state == RecommendationState.SUBMITTED,
        "decides": row.state == RecommendationState.PRESENTED and bool(deciding(request, row)),
        "chips": CHIPS, "verdicts": VERDICTS, "fits": FITS,
    }  # fmt: skip
    return render(request, "apply/recommendation.html", context)


@gate.roles(*DECIDING_ROLES)
def recommendation_decide(request: HttpRequest, recommendation_id: int) -> HttpResponse:
    """Decide about a presented recommendation, with everything that speaks for and against it on one page."""
    row = recommendation_or_404(request, recommendation_id)
    demand(deciding(request, row))
    if row.state != RecommendationState.PRESENTED and request.method != "POST":
        return redirect("apply:recommendation", row.pk)
    if request.method == "POST":
        verdict = Verdict(said(request, "kind"), said(request, "reason"), said(request, "missing"), day_said(request, "due_on"))
        work = lambda: decide_recommendation(actor=request.actor, recommendation_id=row.pk, verdict=verdict)  # noqa: E731
        if done(request, work, _("Putusan dicatat pada catatan berantai.")):
            return redirect("apply:recommendation", row.pk)
    context = {
        "row": row, "conditions": list(row.conditions.order_by("pk")), "timer": timer_of(row, today()), "fits": FITS,
        "kinds": DecisionKind.choices, "earlier": list(row.decisions.all()), "verdicts": VERDICTS, "posted": request.POST,
    }  # fmt: skip
    return render(request, "apply/decide.html", context)


@gate.signed_in
@require_POST
def recommendation_submit(request: HttpRequest, recommendation_id: int) -> HttpResponse:
    """Hand a draft in."""
    row = recommendation_or_404(request, recommendation_id)
    demand(writing(request, row))
    work = lambda: submit_recommendation(actor=request.actor, recommendation_id=row.pk)  # noqa: E731
    done(request, work, _("Rekomendasi diajukan dan menunggu hari paparan."))
    return redirect("apply:recommendation", row.pk)


@gate.signed_in
@require_POST
def recommendation_take_back(request: HttpRequest, recommendation_id: int) -> HttpResponse:
    """Make it a draft again."""
    row = recommendation_or_404(request, recommendation_id)
    demand(writing(request, row))
    work = lambda: take_back_recommendation(actor=request.actor, recommendation_id=row.pk)  # noqa: E731
    done(request, work, _("Rekomendasi kembali menjadi konsep."))
    return redirect("apply:recommendation", row.pk)


@gate.signed_in
@require_POST
def recommendation_delete(request: HttpRequest, recommendation_id: int) -> HttpResponse:
    """Throw a draft away."""
    row = recommendation_or_404(request, recommendation_id)
    demand(writing(request, row))
    work = lambda: delete_recommendation(actor=request.actor, recommendation_id=row.pk)  # noqa: E731
    if done(request, work, _("Konsep dihapus.")):
        return redirect("apply:recommendations")
    return redirect("apply:recommendation", row.pk)
