"""Effects: ask, look at the answer with its interval and its reasons, compute again, and stand up for it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.apply.public import adoptions_of_indicator
from matang.flow.measure.choices import EffectVerdict
from matang.flow.measure.models import EffectQuestion, EffectResult
from matang.flow.measure.models.periods import period_name, start_of
from matang.flow.measure.pages.asking import form_page
from matang.flow.measure.pages.drawing import Lines, draw_band, draw_lines
from matang.flow.measure.pages.forms import EffectForm, ReasonForm
from matang.flow.measure.pages.indicators import VERDICT_CHIPS, indicator_or_404
from matang.flow.measure.pages.series import crumbs_of
from matang.flow.measure.permissions import EFFECT_ROLES, PUBLISHER_ROLES, may_ask_effect, may_publish
from matang.flow.measure.selectors.effects import Inputs, inputs_of, question_visible_to, results_of
from matang.flow.measure.selectors.sayings import decimals_for, told, way_out
from matang.flow.measure.selectors.series import series_of
from matang.flow.measure.services.effects import NewQuestion, ask_effect, close_question, compute_effect, publish_effect
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.asking import number_in
from matang.ui.formats import tanggal
from matang.ui.refusals import demand, onto, telling

METHODS = {
    "difference_in_differences": gettext_noop("Selisih perubahan terhadap pembanding"),
    "controlled_trend": gettext_noop("Penyimpangan dari garis gerak, terhadap pembanding"),
    "controlled_series": gettext_noop("Jarak terhadap rata-rata pembanding dari waktu ke waktu"),
    "series_alone": gettext_noop("Deret sendiri terhadap garis geraknya sebelum penerapan"),
}


def question_or_404(request: HttpRequest, question_id: int) -> EffectQuestion:
    """Return a question of the actor's agency."""
    found = question_visible_to(request.actor, question_id)
    if found is None:
        raise Http404
    return found


@gate.roles(*EFFECT_ROLES)
@require_http_methods(["GET", "POST"])
def effect_new(request: HttpRequest, indicator_id: int) -> HttpResponse:
    """Fix a question about an effect before anybody looks at the numbers."""
    indicator = indicator_or_404(request, indicator_id)
    demand(may_ask_effect(request.actor))
    series = series_of(request.actor, indicator.pk)
    adoptions = adoptions_of_indicator(request.actor.agency_id, indicator.pk)
    number = number_in(request, "penerapan")
    adoption = next((one for one in adoptions if one.adoption_id == number), None)
    said = {}
    if adoption is not None:
        treated = next((one for one in series if one.unit_id == adoption.unit_id), None)
        said = {"treated": treated, "started_on": adoption.began_on}
    form = EffectForm(request.POST or None, series=series, initial=said)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with onto(form):
            names = ("started_on", "reason", "comparison_reason", "design", "settling")
            chosen = [one.pk for one in data["comparisons"]]
            about = adoption.adoption_id if adoption is not None else None
            new = NewQuestion(comparison_ids=chosen, adoption_id=about, **{name: data[name] for name in names})
            made = ask_effect(actor=request.actor, treated_id=data["treated"].pk, new=new)
            return redirect("measure:effect", made.pk)
    title, back = _("Tanyakan pengaruh"), reverse("measure:indicator", args=[indicator.pk])
    lead = _("Pembanding dan caranya ditetapkan sekarang, sebelum hasilnya terlihat, agar hasilnya dapat dipercaya.")
    ways = [
        (_("Penerapan sejak %(day)s") % {"day": tanggal(one.began_on)}, f"?penerapan={one.adoption_id}")
        for one in adoptions
        if one != adoption
    ]
    crumbs = crumbs_of(indicator, (title, None))
    return form_page(request, form, title, _("Simpan dan hitung"), crumbs=crumbs, back=back, lead=lead, ways=ways)


@gate.signed_in
def effect(request: HttpRequest, question_id: int) -> HttpResponse:
    """Show a question with its newest answer: words, interval, pictures with tables, and what stands against it."""
    found, day = question_or_404(request, question_id), today()
    inputs, results = inputs_of(found, day), results_of(found)
    result = results[0] if results else None
    indicator = found.treated.indicator
    title = _("Apakah membaik?")
    context = {
        "question": found,
        "indicator": indicator,
        "result": result,
        "earlier": results[1:],
        "verdict": EffectVerdict(result.verdict) if result else None,
        "verdicts": dict(EffectVerdict.choices),
        "chips": VERDICT_CHIPS,
        "sentences": [told(row) for row in result.sayings] if result else [],
        "ways": [way for reason in result.figures["reasons"] if (way := way_out(reason, result.figures))] if result else [],
        "method": _(METHODS[result.method]) if result and result.method in METHODS else "",
        "band": _band(result),
        "stale": result is not None and found.closed_at is None and result.fingerprint != inputs.fingerprint,
        "others": inputs.series[1:],
        "asks": bool(may_ask_effect(request.actor)) and found.closed_at is None,
        "publishes": bool(may_publish(request.actor)) and found.closed_at is None,
        "published": next((row for row in results if hasattr(row, "publication")), None),
        "crumbs": crumbs_of(indicator, (title, None)),
        "title": title,
        "day": day,
        **_lines(inputs, hidden=bool(result and result.hidden)),
    }
    return render(request, "measure/effect.html", context)


def _band(result: EffectResult | None) -> dict[str, Any] | None:
    if result is None or result.low is None or result.high is None or result.estimate is None:
        return None
    return {"drawn": draw_band(result.low, result.estimate, result.high), "decimals": decimals_for(result.low, result.high)}


def _lines(inputs: Inputs, *, hidden: bool) -> dict[str, Any]:
    """Return the picture of the treated series beside the mean of the others, and its table; nothing where it is hidden."""
    own = {point.number: point for point in inputs.points[inputs.question.treated_id]}
    if hidden or len(own) < 2:
        return {"chart": None, "table": []}
    kind = inputs.question.treated.kind
    numbers = list(range(min(own), max(own) + 1))
    mine = [float(own[number].value) if number in own and own[number].value is not None else None for number in numbers]
    theirs = [_mean(inputs, number) for number in numbers]
    rows = [(str(inputs.question.treated), mine)]
    if inputs.series[1:]:
        rows.append((_("Rata-rata pembanding"), theirs))
    since = inputs.since - numbers[0]
    chart: Lines = draw_lines(rows, adopted=since)
    names = [period_name(kind, start_of(kind, number)) for number in numbers]
    after = [number >= inputs.since for number in numbers]
    return {"chart": chart, "table": list(zip(names, mine, theirs, after, strict=True)), "compares": bool(inputs.series[1:])}


def _mean(inputs: Inputs, number: int) -> float | None:
    """Return the mean of the comparison series in a period; None unless every one has a value that may be shown."""
    others = [{point.number: point for point in inputs.points[one.pk]} for one in inputs.series[1:]]
    found = [rows[number].value for rows in others if number in rows]
    if not others or len(found) < len(others) or any(value is None for value in found):
        return None
    return float(sum(value for value in found if value is not None) / len(found))


@gate.roles(*EFFECT_ROLES)
@require_POST
def effect_compute(request: HttpRequest, question_id: int) -> HttpResponse:
    """Answer a question from what is known today."""
    found = question_or_404(request, question_id)
    with telling(request):
        compute_effect(actor=request.actor, question_id=found.pk)
        messages.success(request, _("Hasilnya dihitung dari data hari ini."))
    return redirect("measure:effect", found.pk)


@gate.roles(*EFFECT_ROLES)
@require_http_methods(["GET", "POST"])
def effect_close(request: HttpRequest, question_id: int) -> HttpResponse:
    """Close a question; its answers stay."""
    found = question_or_404(request, question_id)
    demand(may_ask_effect(request.actor))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            close_question(actor=request.actor, question_id=found.pk, reason=form.cleaned_data["reason"])
            messages.success(request, _("Pertanyaan ditutup; hasilnya tetap dapat dibaca."))
            return redirect("measure:effect", found.pk)
    title, back = _("Tutup pertanyaan"), reverse("measure:effect", args=[found.pk])
    crumbs = crumbs_of(found.treated.indicator, (title, None))
    return form_page(request, form, title, _("Tutup"), crumbs=crumbs, back=back, kind="danger")


@gate.roles(*PUBLISHER_ROLES)
@require_POST
def effect_publish(request: HttpRequest, result_id: int) -> HttpResponse:
    """Stand up for an answer in the name of the agency."""
    result = EffectResult.objects.filter(agency_id=request.actor.agency_id, pk=result_id).first()
    if result is None:
        raise Http404
    with telling(request):
        publish_effect(actor=request.actor, result_id=result.pk, reason=request.POST.get("reason", ""))
        messages.success(request, _("Hasil ini ditetapkan dan tercatat permanen."))
    return redirect("measure:effect", result.question_id)
