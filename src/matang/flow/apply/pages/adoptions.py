"""Adoptions: the list, one with its clocks, its actions and steps, and what is stuck with whom."""

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.apply.choices import AdoptionResult, Barrier, CheckFinding
from matang.flow.apply.models import Adoption, AdoptionAction
from matang.flow.apply.pages.asking import day_said, done, form_page, said
from matang.flow.apply.pages.forms import ActionForm
from matang.flow.apply.pages.recommendations import VERDICTS
from matang.flow.apply.permissions import DECIDING_ROLES, KEEPING_ROLES, may_close_adoption, may_keep_adoption
from matang.flow.apply.selectors.adoptions import (
    actions_of,
    adoption_visible_to,
    adoptions_visible_to,
    clocks_of,
    flower_of,
    missing_of,
    next_clock,
)
from matang.flow.apply.selectors.stuck import stuck_for
from matang.flow.apply.services.adopting import (
    ActionDetails,
    Found,
    begin_adoption,
    close_adoption,
    record_check,
    remove_action,
    reopen_adoption,
    save_action,
)
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.asking import query_of, word
from matang.ui.paging import NUMBER, page_of
from matang.ui.refusals import demand, onto

CLOCK_CHIPS = {"done": "pass", "open": "info", "late": "fail", "coming": "", "stopped": ""}
OPEN = "open"
STATES = (OPEN, *AdoptionResult.values)
RESULTS = {"applied": "pass", "partly": "warn", "not_applied": "fail"}
FINDINGS = {"going": "pass", "partly": "warn", "stuck": "fail"}
KEYS = ("doer_unit", "carer_unit", "doer_post", "carer_post", "indicator", "aim")
PLAIN = ("what", "place", "upkeep_rupiah", "upkeep_source", "due_on", "done_on")


def adoption_or_404(request: HttpRequest, adoption_id: int) -> Adoption:
    """Return the adoption when the actor reads it."""
    found = adoption_visible_to(request.actor, adoption_id)
    if found is None:
        raise Http404
    return found


def adoptions_asked(request: HttpRequest) -> QuerySet[Adoption]:
    """Return the adoptions in reach that the filters of the address ask for, the latest first, with their checks."""
    rows = adoptions_visible_to(request.actor)
    if state := word(request, "status", STATES):
        rows = rows.filter(result="" if state == OPEN else state)
    for one in word(request, "q").split():
        rows = rows.filter(Q(recommendation__title__icontains=one) | Q(unit__name__icontains=one))
    return rows.prefetch_related("checks").order_by("-decided_on", "-pk")


@gate.signed_in
def adoptions(request: HttpRequest) -> HttpResponse:
    """List the adoptions in reach, with the clock that is next or late."""
    rows, state, text = adoptions_asked(request), word(request, "status", STATES), word(request, "q")
    page, day = page_of(request, rows.count()), today()
    found = rows.select_related("unit", "recommendation")[page.window] if page.total else ()
    listed = [(row, next_clock(clocks_of(row, row.checks.all(), day))) for row in found]
    context = {
        "rows": listed, "any": bool(page.total) or bool(state or text), "page": page, "state": state, "text": text,
        "states": [(OPEN, _("Belum ditutup")), *AdoptionResult.choices], "results": RESULTS, "verdicts": VERDICTS,
        "clock_chips": CLOCK_CHIPS, "query": query_of(request, NUMBER),
    }  # fmt: skip
    return render(request, "apply/adoptions.html", context)


@gate.signed_in
def stuck(request: HttpRequest) -> HttpResponse:
    """List what waits, with whom, and since how many days."""
    found = stuck_for(request.actor, today())
    page = page_of(request, len(found))
    return render(request, "apply/stuck.html", {"rows": found[page.window], "page": page, "day": today()})


@gate.signed_in
def adoption(request: HttpRequest, adoption_id: int) -> HttpResponse:
    """Show an adoption: its clocks, its actions with what they lack, and how it ended."""
    return _page(request, adoption_or_404(request, adoption_id))


def _page(request: HttpRequest, row: Adoption, tried: str = "") -> HttpResponse:
    """Return the page of an adoption; with the form that was tried and refused open, and what was typed still in it."""
    actions, day = actions_of(row), today()
    still = not row.result
    clocks = clocks_of(row, row.checks.all(), day)
    context = {
        "row": row,
        "actions": [(one, flower_of(one)) for one in actions],
        "missing": missing_of(row, actions) if still and row.began_on is None else [],
        "clocks": clocks,
        "asked": [one for one in clocks if one.state in {"open", "late"}],
        "checks": list(row.checks.order_by("-recorded_at", "-pk")),
        "steps": list(row.steps.all()),
        "keeps": still and bool(may_keep_adoption(request.actor, row.unit.path)),
        "closes": bool(may_close_adoption(request.actor, row.unit.path)),
        "practice": getattr(row, "practice", None),
        "tried": tried, "posted": request.POST if tried else {}, "day": day, "results": AdoptionResult.choices,
        "result_chips": RESULTS, "barriers": Barrier.choices,
        "findings": CheckFinding.choices, "finding_chips": FINDINGS, "clock_chips": CLOCK_CHIPS, "verdicts": VERDICTS,
    }  # fmt: skip
    return render(request, "apply/adoption.html", context)


@gate.roles(*KEEPING_ROLES)
@require_http_methods(["GET", "POST"])
def action_write(request: HttpRequest, adoption_id: int, action_id: int | None = None) -> HttpResponse:
    """Add an action, or say one better."""
    row = adoption_or_404(request, adoption_id)
    demand(may_keep_adoption(request.actor, row.unit.path))
    action = AdoptionAction.objects.filter(pk=action_id, adoption=row).first() if action_id is not None else None
    if action_id is not None and action is None:
        raise Http404
    first: dict[str, object] = {"doer_unit": row.unit_id, "indicator": row.indicator_id, "aim": row.recommendation.aim_id}
    if action is not None:
        first = {name: getattr(action, name) for name in PLAIN} | {name: getattr(action, f"{name}_id") for name in KEYS}
    named = (action.aim, action.indicator) if action else (row.recommendation.aim, row.indicator)
    form = ActionForm(request.POST or None, actor=request.actor, unit=row.unit, named=named, initial=first)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        keys = {f"{name}_id": getattr(data[name], "pk", data[name]) for name in KEYS}
        with onto(form):
            details = ActionDetails(**{name: data[name] for name in PLAIN}, **keys)
            save_action(actor=request.actor, adoption_id=row.pk, details=details, action_id=action_id)
            return redirect(f"{reverse('apply:adoption', args=[row.pk])}#actions")
    title, back = _("Ubah tindakan") if action else _("Tambah tindakan"), reverse("apply:adoption", args=[row.pk])
    crumbs = [(_("Penerapan"), reverse("apply:adoptions")), (str(row)[:40], back), (title, None)]
    lead = _(
        "Sebelum membeli bunga: di mana ditanam, siapa menanam, siapa merawat, dengan uang apa. Boleh disimpan belum lengkap."
    )
    return form_page(request, form, title, _("Simpan"), crumbs=crumbs, back=back, lead=lead)


def _steps(request: HttpRequest, adoption_id: int, *, closing: bool = False) -> Adoption:
    row = adoption_or_404(request, adoption_id)
    demand((may_close_adoption if closing else may_keep_adoption)(request.actor, row.unit.path))
    return row


@gate.roles(*KEEPING_ROLES)
@require_POST
def action_remove(request: HttpRequest, adoption_id: int, action_id: int) -> HttpResponse:
    """Take an action out."""
    row = _steps(request, adoption_id)
    if not AdoptionAction.objects.filter(pk=action_id, adoption=row).exists():
        raise Http404
    done(request, lambda: remove_action(actor=request.actor, action_id=action_id), _("Tindakan dihapus."))
    return redirect("apply:adoption", row.pk)


@gate.roles(*KEEPING_ROLES)
@require_POST
def adoption_begin(request: HttpRequest, adoption_id: int) -> HttpResponse:
    """Say from which day it took effect."""
    row = _steps(request, adoption_id)
    day = day_said(request, "day") or today()
    done(request, lambda: begin_adoption(actor=request.actor, adoption_id=row.pk, day=day), _("Hari mulai berlaku dicatat."))
    return redirect("apply:adoption", row.pk)


@gate.roles(*KEEPING_ROLES)
@require_POST
def adoption_check(request: HttpRequest, adoption_id: int) -> HttpResponse:
    """Note what was found."""
    row = _steps(request, adoption_id)
    clock = said(request, "clock")
    found = Found(
        int(clock) if clock.isdecimal() and len(clock) < 5 else 0,
        *(said(request, name) for name in ("finding", "found", "evidence", "barrier", "barrier_text")),
    )
    if done(request, lambda: record_check(actor=request.actor, adoption_id=row.pk, found=found), _("Pemeriksaan dicatat.")):
        return redirect("apply:adoption", row.pk)
    return _page(request, row, "check")


@gate.roles(*DECIDING_ROLES)
@require_POST
def adoption_close(request: HttpRequest, adoption_id: int) -> HttpResponse:
    """Close it as applied, partly or not applied."""
    row = _steps(request, adoption_id, closing=True)
    said_so = {name: said(request, name) for name in ("result", "evidence", "reason")}
    work = lambda: close_adoption(actor=request.actor, adoption_id=row.pk, **said_so)  # noqa: E731
    if done(request, work, _("Penerapan ditutup dan masuk pustaka praktik.")):
        return redirect("apply:adoption", row.pk)
    return _page(request, row, "close")


@gate.roles(*DECIDING_ROLES)
@require_POST
def adoption_reopen(request: HttpRequest, adoption_id: int) -> HttpResponse:
    """Open it again."""
    row = _steps(request, adoption_id, closing=True)
    work = lambda: reopen_adoption(actor=request.actor, adoption_id=row.pk, reason=said(request, "reason"))  # noqa: E731
    done(request, work, _("Penerapan dibuka kembali."))
    return redirect("apply:adoption", row.pk)
