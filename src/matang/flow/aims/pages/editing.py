"""Make, reword, move, retire and bring back aims."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.aims.choices import ACROSS_PLANS, ALONE, AimLevel
from matang.flow.aims.models import Aim
from matang.flow.aims.pages.aims import aim_or_404
from matang.flow.aims.pages.forms import AimForm, EndForm, MoveForm, ReasonForm
from matang.flow.aims.pages.showing import crumbs_to
from matang.flow.aims.permissions import EDITOR_ROLES, may_edit_aims
from matang.flow.aims.selectors.forest import forest_at
from matang.flow.aims.selectors.picking import parents_to_pick
from matang.flow.aims.selectors.trees import plans_of
from matang.flow.aims.services import aims as service
from matang.flow.aims.services.levels import children_for, parents_for
from matang.flow.aims.services.writing import owner_path, version_of
from matang.flow.register.public import unit_tree
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.ui.asking import number_in
from matang.ui.refusals import demand, onto

CHANGING = ["GET", "POST"]


def crumbs_of(request: HttpRequest, aim: Aim, here: str) -> list[tuple[str, str | None]]:
    """Return the way to a page about an aim."""
    node = forest_at(request.actor, today()).by_id.get(aim.pk)
    if node:
        return crumbs_to(node, here)
    return [(_("Pohon tujuan"), reverse("aims:outline")), (aim.title[:40], reverse("aims:aim", args=[aim.pk])), (here, None)]


def changeable(request: HttpRequest, aim_id: int) -> Aim:
    """Return an aim that the actor may change: 404 where it is not of the agency, 403 with the reason otherwise."""
    found = aim_or_404(request, aim_id)
    demand(may_edit_aims(request.actor, owner_path(found)))
    return found


def form_page(request: HttpRequest, form: object, title: str, action: str, **more: Any) -> HttpResponse:
    """Return the page of a form; 422 where it was refused."""
    context = {"form": form, "title": title, "action": action, **more}
    return render(request, "aims/form.html", context, status=422 if getattr(form, "errors", None) else 200)


@gate.roles(*EDITOR_ROLES)
@require_http_methods(CHANGING)
def aim_new(request: HttpRequest) -> HttpResponse:
    """Make an aim that hangs under nothing (yet)."""
    plans = list(plans_of(request.actor))
    if not plans:
        messages.info(request, _("Buat dokumen perencanaannya dahulu; simpul berdiri di dalam sebuah dokumen."))
        return redirect("aims:plan_new")
    wanted = number_in(request, "dokumen")
    plan = next((one for one in plans if one.pk == wanted), plans[0])
    initial = {"plan": plan.pk, "level": AimLevel.VISION}
    form = AimForm(request.POST or None, tree=_tree(request), levels=ALONE, plans=plans, initial=initial)
    return _made(request, form, None, plan.pk)


@gate.roles(*EDITOR_ROLES)
@require_http_methods(CHANGING)
def aim_add(request: HttpRequest, aim_id: int) -> HttpResponse:
    """Make an aim right below another: of the same plan, or a goal of a unit's plan below the city's objective."""
    above = aim_or_404(request, aim_id)
    levels = children_for(above.level)
    across = tuple(level for level, parents in ACROSS_PLANS.items() if above.level in parents)
    renstra = [plan for plan in plans_of(request.actor) if plan.pk != above.plan_id] if across else []
    own = [above.plan] if levels else []
    form = AimForm(
        request.POST or None,
        tree=_tree(request),
        levels=(*levels, *(across if renstra else ())),
        plans=[*own, *renstra],
        unit=above.unit,
        initial={"plan": above.plan_id, "unit": above.unit_id, "level": levels[-1] if levels else ""},
    )
    return _made(request, form, above, above.plan_id)


def _tree(request: HttpRequest) -> Any:
    return unit_tree(request.actor.agency_id, today())


def _made(request: HttpRequest, form: AimForm, above: Aim | None, plan_id: int) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with onto(form):
            made = service.create_aim(
                actor=request.actor,
                plan_id=data.get("plan") or plan_id,
                level=data["level"],
                title=data["title"],
                parent_id=above.pk if above else None,
                details=service.AimDetails(**form.details()),
            )
            messages.success(request, _("%(level)s dicatat.") % {"level": made.get_level_display()})
            return redirect("aims:aim", made.pk)
    if above is None:
        back = reverse("aims:outline")
        crumbs = [(_("Tujuan"), back), (_("Baru"), None)]
        return form_page(request, form, _("Simpul baru"), _("Simpan"), crumbs=crumbs, back=back)
    return form_page(
        request, form, _("Tambah di bawahnya"), _("Simpan"), crumbs=crumbs_of(request, above, _("Tambah")),
        back=reverse("aims:aim", args=[above.pk]), lead=f"{above.get_level_display()}: {above.title}",
    )  # fmt: skip


@gate.roles(*EDITOR_ROLES)
@require_http_methods(CHANGING)
def aim_change(request: HttpRequest, aim_id: int) -> HttpResponse:
    """Reword an aim, or say who answers for it."""
    found = changeable(request, aim_id)
    before = service.details_of(found)
    initial = {
        "title": found.title, "code": found.code, "output": found.output, "unit": found.unit_id, "post": found.post_id,
        "ends_on": found.ends_on,
    }  # fmt: skip
    form = AimForm(request.POST or None, tree=_tree(request), unit=found.unit, initial=initial)
    if request.method == "POST" and form.is_valid():
        seen = request.POST.get("seen", "")
        with onto(form):
            service.change_aim(
                actor=request.actor,
                aim_id=found.pk,
                title=form.cleaned_data["title"],
                details=replace(before, **form.details(before)),
                seen=int(seen) if seen.isdecimal() and len(seen) < 16 else None,
            )
            messages.success(request, _("Perubahan disimpan."))
            return redirect("aims:aim", found.pk)
    level = found.get_level_display()
    return form_page(
        request,
        form,
        _("Ubah %(level)s") % {"level": level.lower()},
        _("Simpan perubahan"),
        crumbs=crumbs_of(request, found, _("Ubah")),
        back=reverse("aims:aim", args=[found.pk]),
        seen=request.POST.get("seen") or version_of(found),
    )


@gate.roles(*EDITOR_ROLES)
@require_http_methods(CHANGING)
def aim_move(request: HttpRequest, aim_id: int) -> HttpResponse:
    """Hang an aim with all below it under another that was searched for."""
    found = changeable(request, aim_id)
    form = MoveForm(
        request.POST or None,
        rows=lambda text: parents_to_pick(request.actor, today(), text, aim=found),
        address=f"{reverse('aims:aim_pick')}?pindah={found.pk}",
    )
    if request.method == "POST" and form.is_valid():
        with onto(form):
            data = form.cleaned_data
            service.move_aim(actor=request.actor, aim_id=found.pk, parent_id=data["target"].pk, reason=data["reason"])
            messages.success(request, _("Simpul dipindahkan bersama semua yang di bawahnya."))
            return redirect("aims:aim", found.pk)
    node = forest_at(request.actor, today()).by_id.get(found.pk)
    context = {
        "form": form,
        "aim": found,
        "wanted": [str(AimLevel(level).label).lower() for level in parents_for(found.level, same_plan=False)],
        "count": node.count if node else 0,
        "crumbs": crumbs_of(request, found, _("Pindahkan")),
    }
    return render(request, "aims/move.html", context, status=422 if form.errors else 200)


@gate.roles(*EDITOR_ROLES)
@require_http_methods(CHANGING)
def aim_retire(request: HttpRequest, aim_id: int) -> HttpResponse:
    """End an aim and all below it, after asking."""
    found = changeable(request, aim_id)
    form = EndForm(request.POST or None, initial={"day": today()})
    if request.method == "POST" and form.is_valid():
        with onto(form):
            count = service.retire_aim(actor=request.actor, aim_id=found.pk, **form.cleaned_data)
            messages.success(
                request, _("%(count)s simpul diakhiri. Halaman ini dapat mengaktifkannya kembali.") % {"count": count}
            )
            return redirect("aims:aim", found.pk)
    node = forest_at(request.actor, today()).by_id.get(found.pk)
    count = node.count if node else 0
    warning = _("Simpul ini berakhir bersama indikator dan hubungannya.")
    if count:
        warning = _("Simpul ini berakhir bersama %(count)s simpul di bawahnya, dengan indikator dan hubungannya.") % {
            "count": count
        }
    return form_page(
        request, form, _("Akhiri simpul"), _("Ya, akhiri"), crumbs=crumbs_of(request, found, _("Akhiri")),
        back=reverse("aims:aim", args=[found.pk]), lead=found.title, warning=warning, kind="danger",
    )  # fmt: skip


@gate.roles(*EDITOR_ROLES)
@require_http_methods(CHANGING)
def aim_restore(request: HttpRequest, aim_id: int) -> HttpResponse:
    """Take a retirement back."""
    found = changeable(request, aim_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            count = service.restore_aim(actor=request.actor, aim_id=found.pk, reason=form.cleaned_data["reason"])
            messages.success(request, _("%(count)s simpul berlaku lagi.") % {"count": count})
            return redirect("aims:aim", found.pk)
    return form_page(
        request, form, _("Aktifkan kembali"), _("Aktifkan kembali"), crumbs=crumbs_of(request, found, _("Aktifkan kembali")),
        back=reverse("aims:aim", args=[found.pk]), lead=found.title,
    )  # fmt: skip


@gate.roles(*EDITOR_ROLES)
@require_POST
def aim_shift(request: HttpRequest, aim_id: int) -> HttpResponse:
    """Let an aim change places with the sibling before or after it."""
    found = changeable(request, aim_id)
    try:
        service.shift_aim(actor=request.actor, aim_id=found.pk, up=request.POST.get("arah") == "naik")
    except RefusedError as error:
        messages.error(request, error.answer.reason)
    return redirect("aims:aim", found.parent_id or found.pk)
