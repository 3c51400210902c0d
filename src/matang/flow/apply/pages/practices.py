"""The practice registry: search, one practice with its chain, and keeping the own ones."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from markupsafe import Markup, escape

from matang.flow.apply.choices import ConditionKind, PracticeResult
from matang.flow.apply.models import Practice
from matang.flow.apply.pages.asking import done, form_page, said
from matang.flow.apply.pages.forms import PracticeForm, units_for
from matang.flow.apply.permissions import (
    PLANNING_ROLES,
    PRACTICE_ROLES,
    PUBLISHING_ROLES,
    may_be_credited,
    may_keep_practices,
    may_publish_practices,
)
from matang.flow.apply.selectors.practices import (
    START,
    STOP,
    PracticeQuestion,
    excerpts,
    origin_chain,
    own_practice,
    practice_visible_to,
    practices_asked,
    ranked,
    roots_elsewhere,
    topics_of,
)
from matang.flow.apply.services.practices import PracticeDetails, agree_to_credit, describe_practice, publish_practice
from matang.flow.apply.services.recommending import recommend_from_practice
from matang.foundation.access import gate
from matang.ui.asking import query_of, word
from matang.ui.paging import NUMBER, page_of
from matang.ui.refusals import demand, onto

CHIPS = {"worked": "pass", "partly": "warn", "failed": "fail"}
NEEDS = {"needed": "warn", "not_needed": "pass", "unknown": "unknown"}


def marked(piece: str) -> Markup:
    """Return a found piece with its words marked; everything else in it is text, whatever somebody wrote."""
    return Markup(str(escape(piece)).replace(START, "<strong>").replace(STOP, "</strong>"))  # noqa: S704 - escaped before


def _own_or_404(request: HttpRequest, practice_id: int) -> Practice:
    found = own_practice(request.actor, practice_id)
    if found is None:
        raise Http404
    return found


def question_of(request: HttpRequest) -> PracticeQuestion:
    """Return what the address asks the registry for."""
    return PracticeQuestion(
        text=word(request, "q"), topic=word(request, "topik", topics_of(request.actor)),
        result=word(request, "hasil", PracticeResult.values), whose=word(request, "milik", ("own", "others")),
        without=tuple(kind for kind in request.GET.getlist("tanpa") if kind in ConditionKind.values),
    )  # fmt: skip


@gate.signed_in
def practices(request: HttpRequest) -> HttpResponse:
    """Search the registry: the own practices and what other governments published."""
    actor, question = request.actor, question_of(request)
    rows = practices_asked(actor, question)
    page = page_of(request, rows.count())
    found = list(ranked(rows, question.text)[page.window]) if page.total else []
    pieces = excerpts([row.pk for row in found], question.text)
    context = {
        "rows": [(row, marked(pieces.get(row.pk, ""))) for row in found], "page": page, "question": question,
        "topics": topics_of(actor), "query": query_of(request, NUMBER),
        "results": PracticeResult.choices, "kinds": ConditionKind.choices, "chips": CHIPS, "own": actor.agency_id,
        "asked": bool(request.GET),
    }  # fmt: skip
    return render(request, "apply/practices.html", context)


@gate.signed_in
def practice(request: HttpRequest, practice_id: int) -> HttpResponse:
    """Show a practice, what it needs, where it came from and where it took root."""
    actor = request.actor
    row = practice_visible_to(actor, practice_id)
    if row is None:
        raise Http404
    own = row.agency_id == actor.agency_id
    may_propose = not actor.scope(*PLANNING_ROLES).empty
    context = {
        "row": row, "own": own, "chips": CHIPS, "need_chips": NEEDS,
        "needs": _needs(row),
        "chain": origin_chain(row, actor), "roots": roots_elsewhere(row, actor),
        "keeps": own and bool(may_keep_practices(actor)), "publishes": own and bool(may_publish_practices(actor)),
        "credits": own and bool(may_be_credited(actor, row.person_id)), "proposes": may_propose,
        "units": units_for(actor, empty=_("Pilih unit")) if may_propose else [],
    }  # fmt: skip
    return render(request, "apply/practice.html", context)


def _needs(row: Practice) -> list[tuple[str, str, str]]:
    """Return each condition's name, whether the practice needs it, and that in words."""
    return [
        (str(name), getattr(row, f"need_{kind}"), getattr(row, f"get_need_{kind}_display")())
        for kind, name in ConditionKind.choices
    ]


@gate.roles(*PRACTICE_ROLES)
@require_http_methods(["GET", "POST"])
def practice_change(request: HttpRequest, practice_id: int) -> HttpResponse:
    """Say better what a practice of our own is."""
    row = _own_or_404(request, practice_id)
    demand(may_keep_practices(request.actor))
    names = ("title", "topic", "problem", "what", "why", "conditions", "cost_rupiah")
    form = PracticeForm(request.POST or None, row=row, initial={name: getattr(row, name) for name in names})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        needs = {kind: data[f"need_{kind}"] for kind in ConditionKind.values}
        with onto(form):
            details = PracticeDetails(**{name: data[name] for name in names}, needs=needs)
            describe_practice(actor=request.actor, practice_id=row.pk, details=details)
            return redirect("apply:practice", row.pk)
    title, back = _("Ubah praktik"), reverse("apply:practice", args=[row.pk])
    crumbs = [(_("Pustaka praktik"), reverse("apply:practices")), (row.title[:40], back), (title, None)]
    return form_page(request, form, title, _("Simpan"), crumbs=crumbs, back=back)


@gate.roles(*PUBLISHING_ROLES)
@require_POST
def practice_publish(request: HttpRequest, practice_id: int) -> HttpResponse:
    """Let other governments read a practice, or take it back."""
    row = _own_or_404(request, practice_id)
    demand(may_publish_practices(request.actor))
    published = said(request, "terbit") == "ya"
    told = _("Praktik terbit untuk semua pemerintah.") if published else _("Praktik tidak lagi terbit.")
    done(request, lambda: publish_practice(actor=request.actor, practice_id=row.pk, published=published), told)
    return redirect("apply:practice", row.pk)


@gate.signed_in
@require_POST
def practice_credit(request: HttpRequest, practice_id: int) -> HttpResponse:
    """Let one's own name stand with a practice, or take it away."""
    row = _own_or_404(request, practice_id)
    demand(may_be_credited(request.actor, row.person_id))
    agreed = said(request, "setuju") == "ya"
    told = _("Nama Anda disebut pada praktik ini.") if agreed else _("Nama Anda tidak lagi disebut.")
    done(request, lambda: agree_to_credit(actor=request.actor, practice_id=row.pk, agreed=agreed), told)
    return redirect("apply:practice", row.pk)


@gate.roles(*PLANNING_ROLES)
@require_POST
def practice_propose(request: HttpRequest, practice_id: int) -> HttpResponse:
    """Put a practice forward for a unit here."""
    row = practice_visible_to(request.actor, practice_id)
    if row is None:
        raise Http404
    unit = said(request, "unit")
    made: list[int] = []

    def work() -> None:
        found = recommend_from_practice(
            actor=request.actor, practice_id=row.pk, unit_id=int(unit) if unit.isdecimal() and len(unit) < 18 else 0
        )
        made.append(found.pk)

    if done(request, work, _("Konsep rekomendasi dibuat; asalnya tetap tercatat.")):
        return redirect("apply:recommendation", made[0])
    return redirect("apply:practice", row.pk)
