"""The flower test of one activity: its six questions, answered in place."""

from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from matang.flow.aims.choices import DEED_LEVELS
from matang.flow.aims.models import Aim
from matang.flow.aims.pages.aims import aim_or_404
from matang.flow.aims.pages.editing import crumbs_of
from matang.flow.aims.pages.fields import unit_choices
from matang.flow.aims.pages.forms import key_field
from matang.flow.aims.permissions import may_edit_aims
from matang.flow.aims.selectors.flower.asking import PETALS, WORDS, flowers_at
from matang.flow.aims.selectors.forest import forest_at
from matang.flow.aims.selectors.indicators import indicators_of
from matang.flow.aims.services.aims import change_aim, details_of
from matang.flow.aims.services.writing import owner_path, version_of
from matang.flow.register.public import Post, UnitTree, unit_tree
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.fields import day_field
from matang.ui.refusals import demand, onto

PLAIN = ("place", "upkeep_rupiah", "upkeep_source", "started_on", "ends_on")
KEYS = ("doer_unit", "doer_post", "carer_unit", "carer_post")


class FlowerForm(forms.Form):
    """Where, who does it, who tends it afterwards, with what money, when."""

    place = forms.CharField(
        label=_("Ditanam di mana"), max_length=200, required=False,
        help_text=_("Kelurahan, gedung, atau kantor tempat hasilnya berada."),
    )  # fmt: skip
    doer_unit = key_field(_("Unit pelaksana"), _("Yang mengerjakan."))
    doer_post = key_field(_("Jabatan pelaksana"))
    carer_unit = key_field(_("Unit perawat"), _("Yang merawat hasilnya sesudah kegiatan selesai."))
    carer_post = key_field(_("Jabatan perawat"))
    upkeep_rupiah = forms.IntegerField(
        label=_("Biaya perawatan setahun (Rp)"), min_value=0, max_value=10**15, required=False,
        help_text=_("Kosong berarti belum diketahui; 0 berarti memang tanpa biaya."),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    upkeep_source = forms.CharField(
        label=_("Sumber biaya"), max_length=200, required=False, help_text=_("Contoh: DPA Dinas Kesehatan 2026")
    )
    started_on = day_field(_("Dimulai pada"), required=False)
    ends_on = day_field(_("Selesai paling lambat"), required=False)

    def __init__(self, *args: Any, tree: UnitTree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for role in ("doer", "carer"):
            self.fields[f"{role}_unit"].choices = unit_choices(tree)
            chosen = self.data.get(f"{role}_unit") if self.is_bound else self.initial.get(f"{role}_unit")
            if not str(chosen or "").isdecimal() or int(chosen) not in tree.by_id:
                del self.fields[f"{role}_post"]
                continue
            rows = Post.objects.filter(unit_id=int(chosen)).as_at(today()).order_by("name").values_list("pk", "name")
            self.fields[f"{role}_post"].choices = [("", now("Belum diketahui")), *rows]

    def said(self) -> dict[str, Any]:
        """Return what the form says, by the names of ``AimDetails``; a post goes with its unit."""
        data = self.cleaned_data
        return {name: data[name] for name in PLAIN} | {f"{name}_id": data.get(name) for name in KEYS}


@gate.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def flower(request: HttpRequest, aim_id: int) -> HttpResponse:
    """Show the test of an activity, and take its answers from whoever may change it."""
    aim = aim_or_404(request, aim_id)
    if aim.level not in DEED_LEVELS:
        raise Http404
    answer = may_edit_aims(request.actor, owner_path(aim))
    form, seen = None, ""
    if request.method == "POST":
        demand(answer)
    if answer and aim.valid_to is None:
        form, seen = _form(request, aim), request.POST.get("seen") or str(version_of(aim))
        if request.method == "POST" and form.is_valid():
            with onto(form):
                details = replace(details_of(aim), **form.said())
                change_aim(
                    actor=request.actor,
                    aim_id=aim.pk,
                    title=aim.title,
                    details=details,
                    seen=int(seen) if seen.isdecimal() else None,
                )
                messages.success(request, now("Jawaban uji bunga disimpan."))
                return redirect("aims:flower", aim.pk)
    return _page(request, aim, form, seen)


def _form(request: HttpRequest, aim: Aim) -> FlowerForm:
    initial = {name: getattr(aim, name) for name in PLAIN} | {name: getattr(aim, f"{name}_id") for name in KEYS}
    return FlowerForm(request.POST or None, tree=unit_tree(request.actor.agency_id, today()), initial=initial)


def _page(request: HttpRequest, aim: Aim, form: FlowerForm | None, seen: str) -> HttpResponse:
    forest = forest_at(request.actor, today())
    found = flowers_at(request.actor, today(), forest).get(aim.pk)
    said = found.faults if found else ()
    mission = next((one for one in forest.line(found.node) if one.level == "mission"), None) if found else None
    context = {
        "aim": aim,
        "flower": found,
        "petals": [(key, name, [WORDS[one] for one in faults if one in said]) for key, (name, faults) in PETALS.items()],
        "answers": {
            "place": aim.place,
            "doer": ", ".join(str(one) for one in (aim.doer_post, aim.doer_unit) if one),
            "carer": ", ".join(str(one) for one in (aim.carer_post, aim.carer_unit) if one),
            "mission": mission.title if mission else "",
        },
        "indicators": list(indicators_of(request.actor, aim.pk, today())),
        "form": form,
        "seen": seen,
        "crumbs": crumbs_of(request, aim, now("Uji bunga")),
    }  # fmt: skip
    return render(request, "aims/flower/test.html", context, status=422 if form is not None and form.errors else 200)
