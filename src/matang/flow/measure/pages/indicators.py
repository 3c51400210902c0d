"""Indicators with their outcomes: the list, one indicator, and the need that a missed target opens."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from matang.flow.aims.public import Indicator, aim_line, indicator_visible_to
from matang.flow.measure.choices import EffectVerdict, OutcomeStanding
from matang.flow.measure.pages.drawing import draw_lines
from matang.flow.measure.permissions import (
    NEED_ROLES,
    may_ask_effect,
    may_enter_values,
    may_keep_series,
    may_open_from_outcome,
)
from matang.flow.measure.selectors.afterwards import CHIPS as STANDING_CHIPS
from matang.flow.measure.selectors.afterwards import chain_behind
from matang.flow.measure.selectors.effects import newest_results, questions_of
from matang.flow.measure.selectors.outcomes import needs_from, outcome_of, outcomes_of
from matang.flow.measure.selectors.overview import MEASURED, UNMEASURED, IndicatorQuestion, indicators_asked
from matang.flow.measure.selectors.owed import unfilled
from matang.flow.measure.selectors.series import points_of, revised_periods, series_of
from matang.flow.measure.services.outcomes import open_need_for
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.asking import query_of, word
from matang.ui.paging import page_of
from matang.ui.refusals import telling

VERDICT_CHIPS = {
    "improved": "pass", "worsened": "fail", "no_difference_shown": "", "changed_cause_unproven": "warn", "unproven": "unknown",
}  # fmt: skip
SHOWN_POINTS = 60


def indicator_or_404(request: HttpRequest, indicator_id: int) -> Indicator:
    """Return an indicator of the actor's agency."""
    found = indicator_visible_to(request.actor, indicator_id)
    if found is None:
        raise Http404
    return found


def indicator_question(request: HttpRequest) -> IndicatorQuestion:
    """Return what the address asks the list for."""
    return IndicatorQuestion(word(request, "q"), "", word(request, "deret", {MEASURED, UNMEASURED}))


@gate.signed_in
def indicators(request: HttpRequest) -> HttpResponse:
    """List the indicators with sparkline, newest value, target and standing."""
    question, day = indicator_question(request), today()
    found = indicators_asked(request.actor, question, day)
    page = page_of(request, found.count())
    context = {
        "outcomes": outcomes_of(request.actor, found[page.window], day) if page.total else [],
        "page": page,
        "question": question,
        "filtered": bool(question.text or question.measured),
        "states": [(MEASURED, _("Sudah ada deretnya")), (UNMEASURED, _("Belum ada deretnya"))],
        "standings": dict(OutcomeStanding.choices),
        "chips": STANDING_CHIPS,
        "owed": len(unfilled(request.actor, day)),
        "fills": bool(may_enter_values(request.actor, "")) or not request.actor.scope(*NEED_ROLES).empty,
        "query": query_of(request, "halaman"),
        "day": day,
    }
    return render(request, "measure/indicators.html", context)


@gate.signed_in
def indicator(request: HttpRequest, indicator_id: int) -> HttpResponse:
    """Show an indicator: its outcome with picture and table, series, effects, and what a missed target opened."""
    found, day, actor = indicator_or_404(request, indicator_id), today(), request.actor
    outcome = outcome_of(actor, found, day)
    points = outcome.points[-SHOWN_POINTS:]
    target = float(found.target_value) if found.target_value is not None else None
    shown = [float(point.value) if point.value is not None else None for point in points]
    every = list(series_of(actor, found.pk))
    newest = {key: rows[-1] for key, rows in points_of(every, day).items() if rows}
    questions = list(questions_of(actor, found.pk))
    opened = needs_from(actor, found.pk)
    may_open = bool(found.unit) and bool(may_open_from_outcome(actor, found.unit.path))
    context = {
        "indicator": found,
        "line": aim_line(found.aim_id, day)[-3:],
        "outcome": outcome,
        "standing": OutcomeStanding(outcome.standing),
        "chips": STANDING_CHIPS,
        "points": points,
        "chart": draw_lines([(found.name, shown)], target=target) if sum(value is not None for value in shown) > 1 else None,
        "revised": revised_periods([outcome.series.pk]) if outcome.series else set(),
        "series": [(one, newest.get(one.pk)) for one in every],
        "questions": questions,
        "results": newest_results([one.pk for one in questions]),
        "verdicts": dict(EffectVerdict.choices),
        "verdict_chips": VERDICT_CHIPS,
        "chain": chain_behind(actor, found),
        "opens": outcome.standing == OutcomeStanding.MISSED and not opened and may_open,
        "waits": outcome.standing == OutcomeStanding.MISSED and not opened and not may_open,
        "keeps": bool(may_keep_series(actor)) or bool(found.unit and may_keep_series(actor, found.unit.path)),
        "asks": bool(may_ask_effect(actor)),
        "day": day,
        "crumbs": [(_("Capaian indikator"), reverse("measure:indicators")), (found.name[:60], None)],
    }
    return render(request, "measure/indicator.html", context)


@gate.roles(*NEED_ROLES)
@require_POST
def need_open(request: HttpRequest, indicator_id: int) -> HttpResponse:
    """Open the need of the responsible unit because the target was missed."""
    found = indicator_or_404(request, indicator_id)
    with telling(request):
        made = open_need_for(actor=request.actor, indicator_id=found.pk)
        messages.success(request, _("Kebutuhan dibuka untuk %(unit)s.") % {"unit": made.unit})
    return redirect(f"{reverse('measure:indicator', args=[found.pk])}#kebutuhan")
