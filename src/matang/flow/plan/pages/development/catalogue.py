"""The catalogue of acts: list, one, offered or withdrawn, removed."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.plan.models import DevelopmentAct
from matang.flow.plan.pages.development.forms import ActForm
from matang.flow.plan.permissions import LOOKING_ROLES, PLANNING_ROLES, may_keep_catalogue
from matang.flow.plan.selectors.development.reading import acts_visible_to
from matang.flow.plan.services.development.acts import delete_act, offer_act, save_act
from matang.flow.plan.services.development.hours import hours_by_law
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.ui.paging import page_of
from matang.ui.refusals import demand


def _filtered(request: HttpRequest) -> QuerySet[DevelopmentAct]:
    """Return the acts that the search and the filter leave."""
    acts, text, state = acts_visible_to(request.actor), request.GET.get("cari", "").strip(), request.GET.get("status", "")
    if text:
        acts = acts.filter(Q(name__icontains=text) | Q(code__icontains=text) | Q(competency__name__icontains=text))
    if state == "tanpa-biaya":
        acts = acts.filter(Q(cost_per_person__isnull=True) | Q(cost_per_class__isnull=True))
    elif state in {"ditarik", "ditawarkan"}:
        acts = acts.filter(active=state == "ditawarkan")
    return acts.order_by("competency__position", "from_level", "name", "pk")


@gate.roles(*LOOKING_ROLES)
def acts(request: HttpRequest) -> HttpResponse:
    """List the catalogue."""
    found = _filtered(request)
    page = page_of(request, found.count())
    shown, day = list(found[page.window]), today()
    hours = {act.pk: hours_by_law(act.kind, day) for act in shown if act.hours is None}
    context = {
        "acts": shown,
        "hours": hours,
        "by_law": any(hours.values()),
        "unverified": any(row.unverified for row in hours.values() if row),
        "page": page,
        "text": request.GET.get("cari", ""),
        "state": request.GET.get("status", ""),
        "filtered": bool(request.GET.get("cari") or request.GET.get("status")),
        "may_keep": bool(may_keep_catalogue(request.actor)),
        "day": day,
    }
    return render(request, "plan/development/acts.html", context)


def found_act(request: HttpRequest, act_id: int) -> DevelopmentAct:
    """Return the act when the actor sees it, else not found."""
    act = acts_visible_to(request.actor).filter(pk=act_id).first()
    if act is None:
        raise Http404
    return act


def _keep(request: HttpRequest, form: ActForm, heading: str, act: DevelopmentAct | None) -> HttpResponse:
    """Show the form, or store what it says."""
    if request.method == "POST" and form.is_valid():
        try:
            saved = save_act(actor=request.actor, act=form.instance)
        except RefusedError as error:
            raise PermissionDenied(error.answer.reason) from error
        except ValidationError as error:
            _told(form, error)
        else:
            messages.success(request, _("Kegiatan %(name)s disimpan.") % {"name": saved.name})
            return redirect("plan:acts")
    context = {"form": form, "heading": heading, "act": act}
    return render(request, "plan/development/act.html", context)


def _told(form: forms.BaseForm, error: ValidationError) -> None:
    """Hand the model's findings to the fields that the form has; the rest stands above the form."""
    for name, found in error.message_dict.items() if hasattr(error, "error_dict") else [("", error.messages)]:
        form.add_error(name if name in form.fields else None, found)


@gate.roles(*PLANNING_ROLES)
@require_http_methods(["GET", "POST"])
def act_new(request: HttpRequest) -> HttpResponse:
    """Add an act."""
    _require_keeper(request)
    form = ActForm(request.POST or None, agency_id=request.actor.agency_id, initial={"classes": 1})
    return _keep(request, form, _("Kegiatan baru"), None)


@gate.roles(*PLANNING_ROLES)
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, act_id: int) -> HttpResponse:
    """Change an act. Proposals that were computed keep what they knew and say that the catalogue has changed."""
    found = found_act(request, act_id)
    _require_keeper(request)
    name = found.name
    form = ActForm(request.POST or None, agency_id=request.actor.agency_id, instance=found)
    return _keep(request, form, name, found)


def _require_keeper(request: HttpRequest) -> None:
    demand(may_keep_catalogue(request.actor))


@gate.roles(*PLANNING_ROLES)
@require_POST
def act_offer(request: HttpRequest, act_id: int) -> HttpResponse:
    """Offer an act, or withdraw it."""
    found = found_act(request, act_id)
    try:
        changed = offer_act(actor=request.actor, act_id=found.pk, active=request.POST.get("tawarkan") == "ya")
    except RefusedError as error:
        raise PermissionDenied(error.answer.reason) from error
    said = _("%(name)s ditawarkan lagi.") if changed.active else _("%(name)s ditarik dari penawaran.")
    messages.success(request, said % {"name": changed.name})
    return redirect("plan:act", changed.pk)


@gate.roles(*PLANNING_ROLES)
@require_POST
def act_delete(request: HttpRequest, act_id: int) -> HttpResponse:
    """Remove an act that no proposal uses."""
    found = found_act(request, act_id)
    _require_keeper(request)
    try:
        delete_act(actor=request.actor, act_id=found.pk)
    except RefusedError as error:
        messages.error(request, error.answer.reason)
        return redirect("plan:act", found.pk)
    messages.success(request, _("%(name)s dihapus dari katalog.") % {"name": found.name})
    return redirect("plan:acts")
