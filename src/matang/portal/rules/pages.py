"""The "Aturan" pages: the list, one rule with a case to try, the sources, and everything as a workbook."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from matang import rules
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.portal.rules.answering import Shown, examples_of, shown
from matang.portal.rules.examples import scenarios
from matang.portal.rules.forms import CaseForm, FilterForm
from matang.portal.rules.listing import Item, row_of, tally, topic_of, topics
from matang.portal.rules.origins import asked_by
from matang.portal.rules.readable import Reader
from matang.portal.rules.sources import source_page, source_pages
from matang.portal.rules.values import Values, values_of
from matang.portal.rules.words import CONFIDENCE, MEANING, begun, term
from matang.portal.rules.workbook import workbook
from matang.ui.workbooks import attached


@gate.signed_in
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List every rule by topic, with the values of a day."""
    form = FilterForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    on = chosen.get("per") or today()
    found = topics(on, words=chosen.get("q", ""), topic=chosen.get("topik", ""), unverified=chosen.get("periksa") == "belum")
    context = {
        "form": form,
        "on": on,
        "elsewhen": on != today(),
        "topics": found,
        "count": sum(len(topic.rows) for topic in found),
        "tally": tally(on),
        "meanings": [(CONFIDENCE[key], MEANING[key]) for key in CONFIDENCE],
    }
    return render(request, "rules/rules.html", context)


@gate.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def rule(request: HttpRequest, key: str) -> HttpResponse:
    """Explain one rule and answer a case. A case with personal data comes by POST, so that it stands in no address."""
    item = rules.ALL.get(key)
    if item is None:
        raise Http404
    private = any(fact.kind is rules.Kind.TEXT for fact in item.needs)
    if request.method == "POST" and not private:
        return HttpResponseNotAllowed(["GET", "HEAD"])
    form, tried = _form(request, key, private=private)
    asked = form.cleaned_data.get("per") if form.is_bound and form.is_valid() else None
    on = asked or _day(request) or today()
    answer = _answer(key, form, on) if tried and form.is_valid() else None
    return render(request, "rules/rule.html", _explained(item, on) | {"form": form, "answer": answer, "private": private})


def _form(request: HttpRequest, key: str, *, private: bool) -> tuple[CaseForm, bool]:
    """Return the form, and whether a case was sent."""
    if request.method == "POST" or ("coba" in request.GET and not private):
        sent = (request.POST if request.method == "POST" else request.GET).copy()
        if not sent.get("per"):
            sent["per"] = today().isoformat()
        return CaseForm(key, sent), True
    return CaseForm(key, initial={"per": _day(request) or today()}), False


def _day(request: HttpRequest) -> date | None:
    """Return the day in the address, None where it is none."""
    form = FilterForm({"per": request.GET.get("per", "")})
    return form.cleaned_data["per"] if form.is_valid() else None


def _answer(key: str, form: CaseForm, on: date) -> Shown | None:
    """Return the answer to the case that was filled in."""
    try:
        return shown(rules.answer(key, form.facts(), on))
    except rules.FactError as refused:
        form.add_error(None, _("Isian ini tidak dapat dihitung: %(reason)s") % {"reason": refused})
        return None


def _explained(item: Item, on: date) -> dict[str, object]:
    """Return everything that is said about an item on a day."""
    private = any(fact.kind is rules.Kind.TEXT for fact in item.needs)
    values = [values_of(parameter, on) for parameter in item.parameters]
    reader = Reader(on)
    return {
        "item": item,
        "kind": type(item).__name__,
        "row": row_of(item, on),
        "topic": (topic_of(item.key), term(rules.TOPICS[topic_of(item.key)])),
        "note": term(item.note),
        "reference": item.reference,
        "on": on,
        "elsewhen": on != today(),
        "criteria": reader.criteria(item) if isinstance(item, rules.Rule) else (),
        "answers": reader.answers(item) if isinstance(item, rules.Classification) else (),
        "matrix": reader.matrix(item),
        "formula": reader.name(item.expression) if isinstance(item, rules.Calculation) else "",
        "definitions": reader.definitions(item),
        "values": values,
        "single": [value for value in values if value.now and not value.by],
        "several": [value for value in values if value.by or not value.now],
        "notes": _notes(item, values),
        "asked": asked_by(item.needs),
        "examples": [examples_of(scenario, on, addressed=not private) for scenario in scenarios(item.key, on)],
    }


def _notes(item: Item, values: list[Values]) -> list[tuple[str, tuple[str, ...]]]:
    """Return the remarks on what an item rests on: what they are about, and the remarks."""
    own = [(_("Dasar aturan ini"), (term(item.reference.note),))] if item.reference.note else []
    return own + [(begun(value.label), value.notes) for value in values if value.notes]


@gate.signed_in
@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """List the instruments that rules rest on."""
    return render(request, "rules/sources.html", {"pages": source_pages(today())})


@gate.signed_in
@require_safe
def source(request: HttpRequest, key: str) -> HttpResponse:
    """Show one instrument with all that rests on it."""
    found = rules.SOURCES.get(key)
    if found is None:
        raise Http404
    return render(request, "rules/source.html", {"page": source_page(found, today())})


@gate.signed_in
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Download every value, rule and source as a workbook."""
    on = _day(request) or today()
    return attached(f"aturan-{on:%Y-%m-%d}.xlsx", workbook(on))
