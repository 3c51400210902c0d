"""The dictionary as a list, one competency with its levels and history, and the download."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from matang.flow.needs.choices import CompetencyField
from matang.flow.needs.models import CompetencyText
from matang.flow.needs.permissions import may_edit_dictionary
from matang.flow.needs.selectors.dictionary import (
    DictionaryQuestion,
    areas_at,
    fields_count,
    own_requirements,
    text_history,
    texts_asked,
)
from matang.flow.needs.services.dictionary.workbook import dictionary_workbook
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.asking import day_of, query_of
from matang.ui.paging import page_of
from matang.ui.workbooks import attached

FIELDS = dict(CompetencyField.choices)


def question_of(request: HttpRequest) -> DictionaryQuestion:
    """Return what the address asks for; a group that is none is ignored."""
    get = request.GET.get
    field = get("kelompok", "")
    return DictionaryQuestion(
        day_of(request), get("q", "").strip()[:100], field if field in FIELDS else "", get("bidang", "")[:120]
    )


@gate.signed_in
@require_safe
def dictionary(request: HttpRequest) -> HttpResponse:
    """List the competencies of a day, with how many posts ask for each."""
    actor, question = request.actor, question_of(request)
    asked = texts_asked(actor, question)
    page = page_of(request, asked.count())
    rows = list(asked.defer("levels")[page.window]) if page.total else []
    counts = own_requirements(actor.agency_id, question.day, [row.competency_id for row in rows])
    context = {
        "question": question,
        "day": question.day,
        "page": page,
        "rows": [(row, sum(counts[row.competency_id])) for row in rows],
        "fields": FIELDS,
        "areas": areas_at(actor, question.day),
        "totals": fields_count(actor, question.day),
        "tab_query": query_of(request, "kelompok", "bidang", "halaman"),
        "may_edit": bool(may_edit_dictionary(actor)),
        "carried": query_of(request, "halaman"),
    }
    return render(request, "needs/dictionary.html", context)


@gate.signed_in
@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """Download what the list shows with the same filters, all pages of it; it loads again without a change."""
    question = question_of(request)
    return attached(f"kamus-kompetensi-{question.day}.xlsx", dictionary_workbook(texts_asked(request.actor, question)))


@gate.signed_in
@require_safe
def competency(request: HttpRequest, competency_id: int) -> HttpResponse:
    """Show one competency on a day: its levels, where it is asked for, and how it came to be worded so."""
    actor, day = request.actor, day_of(request)
    history = text_history(actor, competency_id)
    if not history:
        raise Http404
    current = next((text for text in history if text.valid_from <= day and (text.valid_to is None or text.valid_to > day)), None)
    shown = current or history[-1]
    counts = own_requirements(actor.agency_id, day, [competency_id])[competency_id]
    context = {
        "text": shown,
        "current": current,
        "day": day,
        "other_day": day != today(),
        "levels": list(zip(range(1, 6), shown.levels, counts, strict=True)),
        "has_official": any(level["official"] or level["indicators"] for level in shown.levels),
        "required": sum(counts),
        "core": shown.field != CompetencyField.TECHNICAL,
        "history": _told(history),
        "may_edit": bool(may_edit_dictionary(actor)),
        "technical": history[-1].field == CompetencyField.TECHNICAL,
        "ended": history[-1].valid_to is not None,
    }
    return render(request, "needs/competency.html", context)


def _told(history: list[CompetencyText]) -> list[dict[str, object]]:
    """Return the history as lines of a timeline, the newest first, each saying what changed."""
    lines: list[dict[str, object]] = []
    for before, text in zip([None, *history], history, strict=False):
        named = text.edition.title if text.edition and text.edition.title not in {text.name, text.source} else ""
        said = "; ".join(part for part in (*_changed(before, text), named, text.source) if part)
        lines.append({"date": text.valid_from, "title": text.name, "text": said})
        following = next(
            (each for each in history if each.valid_from >= (text.valid_to or text.valid_from) and each is not text), None
        )
        if text.valid_to and (following is None or following.valid_from > text.valid_to):
            lines.append({"date": text.valid_to, "title": _("Berakhir"), "text": "", "kind": "fail"})
    if history[-1].valid_to is None:
        lines[-1]["kind"] = "current"
    return lines[::-1]


def _changed(before: CompetencyText | None, text: CompetencyText) -> list[str]:
    if before is None:
        return [_("Pertama kali masuk kamus")]
    words = {
        "name": _("nama dari “%(old)s”") % {"old": before.name},
        "code": _("kode dari %(old)s") % {"old": before.code},
        "field": _("kelompok dari %(old)s") % {"old": before.get_field_display()},
        "area": _("bidang dari %(old)s") % {"old": before.area or "–"},
        "definition": _("definisi"),
        "levels": _("bunyi level"),
    }
    parts = [said for part, said in words.items() if getattr(before, part) != getattr(text, part)]
    return [_("Berubah: %(parts)s") % {"parts": ", ".join(parts)}] if parts else [_("Berlaku lagi")]
