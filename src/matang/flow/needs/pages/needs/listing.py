"""The needs that units have stated: the list, one need with its history, a new one, a better wording, another state."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.needs.choices import NEED_STEPS, NeedState, Urgency
from matang.flow.needs.models import UnitNeed
from matang.flow.needs.pages.gaps.asking import offered
from matang.flow.needs.pages.needs.forms import NeedForm
from matang.flow.needs.permissions import NEED_ROLES, OVERVIEW_ROLES, may_open_need
from matang.flow.needs.selectors.afterwards import origin_of, what_came
from matang.flow.needs.selectors.needs import SORTS, NeedQuestion, need_visible_to, needs_asked, needs_visible_to, steps_of
from matang.flow.needs.selectors.standards import competencies_at
from matang.flow.needs.services.needs import change_need, move_need, open_need
from matang.flow.register.public import unit_tree
from matang.foundation.access import gate
from matang.foundation.access.answers import Denied, RefusedError
from matang.foundation.clock.services import today
from matang.ui.asking import number_in, query_of
from matang.ui.formats import tanggal
from matang.ui.paging import page_of
from matang.ui.workbooks import long_workbook

STATE_CHIPS = {"open": "warn", "under_way": "info", "met": "pass", "withdrawn": ""}
URGENCY_CHIPS = {"high": "fail", "normal": "", "low": ""}


def _question(request: HttpRequest) -> tuple[NeedQuestion, object]:
    get = request.GET.get
    tree = unit_tree(request.actor.agency_id, today())
    unit = tree.by_id.get(number_in(request, "unit") or 0)
    question = NeedQuestion(
        text=get("q", "").strip()[:100],
        unit_path=unit.path if unit else "",
        competency_id=number_in(request, "kompetensi"),
        state=get("status", "") if get("status") in {*NeedState.values, "all"} else "",
        urgency=get("urgensi", "") if get("urgensi") in Urgency.values else "",
        sort=get("urut", "") if get("urut") in SORTS else "urgensi",
    )
    return question, tree


@gate.roles(*OVERVIEW_ROLES)
def needs(request: HttpRequest) -> HttpResponse:
    """List the needs in reach: search, filters, order, pages."""
    question, tree = _question(request)
    found = needs_asked(request.actor, question)
    page = page_of(request, found.count())
    context = {
        "needs": list(found[page.window]) if page.total else [],
        "any": bool(page.total) or needs_visible_to(request.actor).exists(),
        "page": page,
        "question": question,
        "units": offered(request.actor, tree),
        "unit_id": number_in(request, "unit"),
        "dictionary": competencies_at(request.actor.agency_id, today()),
        "states": NeedState.choices,
        "urgencies": Urgency.choices,
        "query": query_of(request, "halaman"),
        "may_open": not request.actor.scope(*NEED_ROLES).empty,
        "chips": STATE_CHIPS,
        "urgency_chips": URGENCY_CHIPS,
    }
    return render(request, "needs/needs.html", context)


@gate.roles(*OVERVIEW_ROLES)
def needs_download(request: HttpRequest) -> HttpResponse:
    """Download exactly the needs that the list shows with the same filters, all pages of it."""
    question, _tree = _question(request)
    headings = [
        _("Yang dibutuhkan"), _("Kompetensi"), _("Unit"), _("Mengapa"), _("Buktinya"), _("Hasil yang diharapkan"),
        _("Pegawai yang terkait"), _("Terjadi sejak"), _("Urgensi"), _("Penanggung jawab"), _("Tujuan atau program"),
        _("Status"), _("Dibuka"),
    ]  # fmt: skip
    rows = (
        (need.what, need.competency.name if need.competency else "", need.unit.name, need.why, need.shown_by, need.wished,
         need.people_affected, need.since, need.get_urgency_display(), need.owner.display_name if need.owner else "", need.aim,
         need.get_state_display(), need.opened_at.date())
        for need in needs_asked(request.actor, question)
    )  # fmt: skip
    return long_workbook(
        f"kebutuhan-unit-{today()}", _("Kebutuhan unit"), headings, rows, [_("Per %(day)s") % {"day": tanggal(today())}]
    )


def _need(request: HttpRequest, need_id: int) -> UnitNeed:
    found = need_visible_to(request.actor, need_id)
    if found is None:
        raise Http404
    return found


@gate.roles(*OVERVIEW_ROLES)
def need(request: HttpRequest, need_id: int) -> HttpResponse:
    """Show one need, what became of it and why, and what may become of it."""
    found = _need(request, need_id)
    state = NeedState(found.state)
    may_change = not isinstance(may_open_need(request.actor, found.unit.path), Denied)
    context = {
        "need": found,
        "steps": list(steps_of(found)),
        "next": [(step.value, step.label) for step in NEED_STEPS[state]] if may_change else [],
        "may_edit": may_change and state in {NeedState.OPEN, NeedState.UNDER_WAY},
        "by_hand": found.origin in {"", "unit"},
        "origin": origin_of(request.actor, found),
        "came": what_came(request.actor, found),
        "chips": STATE_CHIPS,
        "urgency_chips": URGENCY_CHIPS,
        "today": today(),
        "labels": dict(NeedState.choices),
    }
    return render(request, "needs/need.html", context)


@gate.roles(*NEED_ROLES)
@require_http_methods(["GET", "POST"])
def open_one(request: HttpRequest) -> HttpResponse:
    """State a need."""
    actor = request.actor
    form = NeedForm(request.POST or None, actor=actor, tree=unit_tree(actor.agency_id, today()))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            made = open_need(
                actor=actor,
                unit_id=data["unit"],
                what=data["what"],
                why=data["why"],
                competency_id=data["competency"].pk if data["competency"] else None,
                details=form.details(),
            )
        except RefusedError as error:
            raise PermissionDenied(error.answer.reason) from error
        messages.success(request, _("Kebutuhan dicatat."))
        return redirect("needs:need", made.pk)
    return render(request, "needs/open_need.html", {"form": form})


@gate.roles(*NEED_ROLES)
@require_http_methods(["GET", "POST"])
def change_one(request: HttpRequest, need_id: int) -> HttpResponse:
    """Say a need better."""
    found, actor = _need(request, need_id), request.actor
    answer = may_open_need(actor, found.unit.path)
    if isinstance(answer, Denied):
        raise PermissionDenied(answer.reason)
    names = ("what", "why", "shown_by", "wished", "people_affected", "since", "urgency")
    said = {name: getattr(found, name) for name in names}
    said |= {"unit": found.unit_id, "competency": found.competency_id, "owner": found.owner.nip if found.owner else ""}
    said |= {"serves": found.serves_id, "aim": found.aim if found.serves is None else ""}
    form = NeedForm(
        request.POST or None,
        actor=actor,
        tree=unit_tree(actor.agency_id, today()),
        of_unit=found.unit,
        serves=found.serves,
        initial=said,
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            change_need(
                actor=actor,
                need_id=found.pk,
                what=data["what"],
                why=data["why"],
                competency_id=data["competency"].pk if data["competency"] else None,
                details=form.details(),
            )
        except RefusedError as error:
            form.add_error(None, error.answer.reason)
        else:
            messages.success(request, _("Perubahan disimpan."))
            return redirect("needs:need", found.pk)
    return render(request, "needs/open_need.html", {"form": form, "need": found})


@gate.roles(*NEED_ROLES)
@require_POST
def move_one(request: HttpRequest, need_id: int) -> HttpResponse:
    """Let a need go to another state, with a reason."""
    found = _need(request, need_id)
    try:
        move_need(
            actor=request.actor,
            need_id=found.pk,
            expected=request.POST.get("expected", ""),
            state=request.POST.get("state", ""),
            reason=request.POST.get("reason", ""),
        )
    except RefusedError as error:
        answer = may_open_need(request.actor, found.unit.path)
        if isinstance(answer, Denied):
            raise PermissionDenied(answer.reason) from error
        messages.error(request, error.answer.reason)
    else:
        messages.success(request, _("Status kebutuhan diubah."))
    return redirect("needs:need", found.pk)
