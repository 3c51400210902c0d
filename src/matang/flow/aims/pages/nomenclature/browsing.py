"""Browse and search the national list, and take a programme from it into the tree."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from matang.flow.aims.choices import NomenclatureLevel
from matang.flow.aims.models import Aim, NomenclatureEdition
from matang.flow.aims.pages.asking import plan_asked
from matang.flow.aims.pages.forms import key_field
from matang.flow.aims.permissions import EDITOR_ROLES
from matang.flow.aims.selectors.nomenclature import edition_in_use, line_of, rows_below, rows_like
from matang.flow.aims.selectors.picking import aim_offer, places_to_pick
from matang.flow.aims.services.nomenclature import add_programme
from matang.flow.register.public import unit_tree
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today
from matang.ui.paging import page_of
from matang.ui.picking import PickField, PickForm
from matang.ui.refusals import onto


class PlantForm(PickForm):
    """Where a programme is to stand and who answers for it."""

    plan = key_field(gettext_lazy("Dokumen"), required=True)
    unit = key_field(gettext_lazy("Unit penanggung jawab"), required=True)
    target = PickField(
        Aim,
        required=False,
        label=gettext_lazy("Berada di bawah"),
        empty_label=gettext_lazy("Belum ditentukan; pindahkan nanti"),
        hint=gettext_lazy("Cari sasaran tempat program ini bergantung"),
    )
    codes = forms.MultipleChoiceField(label=gettext_lazy("Subkegiatan"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: object, actor: Actor, plans: list, units: list, codes: list[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plan"].choices = [(plan.pk, plan.name) for plan in plans]
        self.fields["unit"].choices = [("", _("Pilih unit")), *units]
        address = f"{reverse('aims:aim_pick')}?program=1"
        self.fields["target"].offer(lambda text: places_to_pick(actor, today(), text), aim_offer, address)
        self.fields["codes"].choices = [(code, code) for code in codes]
        self.fields["codes"].error_messages["required"] = _("Pilih sedikitnya satu subkegiatan.")


def _current(request: HttpRequest) -> NomenclatureEdition:
    found = edition_in_use(request.actor)
    if found is None:
        raise Http404
    return found


@gate.signed_in
@require_safe
def nomenclature(request: HttpRequest) -> HttpResponse:
    """Show the list a level at a time, or what a search finds in all of it."""
    edition = edition_in_use(request.actor)
    if edition is None:
        return redirect("aims:editions")
    text, code = request.GET.get("q", "").strip()[:100], request.GET.get("kode", "")[:40]
    level = request.GET.get("tingkat", "")
    rows = rows_like(edition, text, level) if text else rows_below(edition, code)
    line = line_of(edition, code) if code and not text else []
    if code and not text and not line:
        raise Http404
    page = page_of(request, rows.count())
    context = {
        "edition": edition,
        "text": text,
        "level": level,
        "line": line,
        "page": page,
        "rows": list(rows[page.window]),
        "levels_of": dict(NomenclatureLevel.choices),
        "may_add": request.actor.has(*EDITOR_ROLES),
    }
    return render(request, "aims/nomenclature/list.html", context)


@gate.roles(*EDITOR_ROLES)
@require_http_methods(["GET", "POST"])
def plant(request: HttpRequest, code: str) -> HttpResponse:
    """Take a programme with chosen sub-activities into the tree."""
    edition, actor, day = _current(request), request.actor, today()
    programme = edition.rows.filter(code=code, level=NomenclatureLevel.PROGRAMME).first()
    if programme is None:
        raise Http404
    activities = list(edition.rows.filter(parent_code=code).order_by("code"))
    subs = list(edition.rows.filter(parent_code__in=[row.code for row in activities]).order_by("code"))
    plan, plans = plan_asked(request, day)
    if plan is None:
        messages.info(request, _("Buat dokumen perencanaannya dahulu; simpul berdiri di dalam sebuah dokumen."))
        return redirect("aims:plan_new")
    scope = actor.scope(*EDITOR_ROLES)
    units = [(node.id, "– " * node.depth + node.name) for node in unit_tree(actor.agency_id, day).walk() if node.depth < 2]
    if not scope.everything:
        tree = unit_tree(actor.agency_id, day)
        units = [(key, name) for key, name in units if scope.covers(tree.by_id[key].path)]
    initial = {"plan": plan.pk, "codes": [row.code for row in subs]}
    form = PlantForm(
        request.POST or None, actor=actor, plans=plans, units=units, codes=[row.code for row in subs], initial=initial
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with onto(form):
            made = add_programme(
                actor=actor, edition_id=edition.pk, code=code, plan_id=data["plan"], unit_id=data["unit"],
                parent_id=data["target"].pk if data["target"] else None, only=frozenset(data["codes"]),
            )  # fmt: skip
            said = _("%(made)s simpul dan %(indicators)s indikator ditambahkan.")
            messages.success(request, said % {"made": made.made, "indicators": made.indicators})
            if made.there:
                messages.info(request, _("%(n)s simpul sudah ada sebelumnya dan tidak diubah.") % {"n": made.there})
            return redirect("aims:aim", made.programme.pk)
    below: dict[str, list] = {row.code: [] for row in activities}
    for row in subs:
        below[row.parent_code].append(row)
    context = {
        "edition": edition, "programme": programme, "form": form,
        "activities": [(row, below[row.code]) for row in activities], "count": len(subs),
        "chosen": set(form["codes"].value() or ()),
    }  # fmt: skip
    return render(request, "aims/nomenclature/plant.html", context, status=422 if form.errors else 200)
