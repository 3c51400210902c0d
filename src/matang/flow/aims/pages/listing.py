"""All aims as a list: search, filters, order, pages, and the same as a workbook."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from matang.flow.aims.choices import AimLevel, Health, IndicatorDirection
from matang.flow.aims.models import Aim, AimPlan, Indicator
from matang.flow.aims.pages.asking import plan_asked
from matang.flow.aims.pages.showing import unit_names, words
from matang.flow.aims.selectors.forest import Forest, Node
from matang.flow.aims.selectors.health import REASONS
from matang.flow.aims.selectors.search import SORTS, AimQuestion, nodes_asked
from matang.flow.register.public import UnitTree, unit_tree
from matang.foundation.access import gate
from matang.ui.asking import day_of, number_in, query_of, tail
from matang.ui.formats import tanggal
from matang.ui.paging import page_of
from matang.ui.workbooks import long_workbook

NOBODY = "tanpa"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a list, understood: the question, the tree of units, and what the filters show."""

    question: AimQuestion
    tree: UnitTree
    plan: AimPlan | None
    plans: list[AimPlan]
    unit: str


def _asked(request: HttpRequest) -> Asked:
    get, day = request.GET.get, day_of(request)
    tree = unit_tree(request.actor.agency_id, day)
    chosen, plans = plan_asked(request, day)
    plan = chosen if number_in(request, "dokumen") else None
    unit = tree.by_id.get(number_in(request, "unit") or 0)
    inside = frozenset(node.id for node in unit.walk()) if unit else None
    if get("unit") == NOBODY:
        inside = frozenset()
    question = AimQuestion(
        text=get("q", "").strip()[:100],
        level=get("tingkat", "") if get("tingkat") in AimLevel.values else "",
        health=get("kesehatan", "") if get("kesehatan") in Health.values else "",
        reason=get("sebab", "") if get("sebab") in REASONS else "",
        plan_id=plan.pk if plan else None,
        unit_ids=inside,
        sort=get("urut", "") if get("urut") in SORTS else "pohon",
    )
    return Asked(question, tree, plan, plans, str(unit.id) if unit else (NOBODY if inside is not None else ""))


@gate.signed_in
@require_safe
def aims(request: HttpRequest) -> HttpResponse:
    """Search and filter the aims."""
    asked, day = _asked(request), day_of(request)
    found, forest = nodes_asked(request.actor, day, asked.question)
    page = page_of(request, len(found))
    rows = found[page.window]
    context = {
        "day": day,
        "tail": tail(request),
        "question": asked.question,
        "plan": asked.plan,
        "plans": asked.plans,
        "unit": asked.unit,
        "unit_options": [(node.id, node.name) for node in asked.tree.roots],
        "page": page,
        "rows": [(node, " › ".join(above.title for above in forest.line(node)[-2:])) for node in rows],
        "any": bool(forest.by_id),
        "units": unit_names(request.actor, day, (node.unit_id for node in rows)),
        "query": query_of(request, "halaman"),
        **words(),
    }
    return render(request, "aims/aims.html", context)


@gate.signed_in
@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """Download what the list shows with the same filters, all pages of it, with its indicators: a row for each."""
    asked, day = _asked(request), day_of(request)
    found, forest = nodes_asked(request.actor, day, asked.question)
    headings = [
        _("Dokumen"), _("Tingkat"), _("Kode"), _("Rumusan"), _("Berada di bawah"), _("Kinerja"), _("Unit penanggung jawab"),
        _("Jabatan penanggung jawab"), _("Kesehatan"), _("Sebab"), _("Indikator"), _("Satuan"), _("Arah"), _("Nilai awal"),
        _("Nilai awal per"), _("Target"), _("Target pada"), _("Sumber data"), _("Tempat"), _("Unit pelaksana"), _("Unit perawat"),
        _("Biaya perawatan setahun (Rp)"), _("Selesai paling lambat"),
    ]  # fmt: skip
    notes = [_("Keadaan per %(day)s") % {"day": tanggal(day)}, _("%(count)s simpul") % {"count": len(found)}]
    rows = _rows(request, found, forest, asked)
    return long_workbook(f"tujuan-{day}", _("Pohon tujuan"), headings, rows, notes)


def _rows(request: HttpRequest, found: list[Node], forest: Forest, asked: Asked) -> Iterator[list[object]]:
    """Yield a row for every indicator, and one for an aim without."""
    day = day_of(request)
    shown = words()
    keys = [node.id for node in found]
    aims = Aim.objects.filter(pk__in=keys).select_related("post").in_bulk()
    measured: dict[int, list[Indicator]] = {}
    for indicator in Indicator.objects.filter(agency_id=request.actor.agency_id).as_at(day).order_by("position", "id"):
        measured.setdefault(indicator.aim_id, []).append(indicator)
    wanted = {key for aim in aims.values() for key in (aim.unit_id, aim.doer_unit_id, aim.carer_unit_id)}
    units = unit_names(request.actor, day, wanted)
    plans, directions = {plan.pk: plan.name for plan in asked.plans}, dict(IndicatorDirection.choices)
    for node in found:
        aim = aims[node.id]
        head: list[object] = [
            plans.get(node.plan_id, ""), str(shown["levels"][node.level]), node.code, node.title,
            " › ".join(above.title for above in forest.line(node)[-1:]), aim.output, units.get(aim.unit_id or 0, ""),
            aim.post.name if aim.post else "", str(shown["healths"][node.verdict.health]),
            ", ".join(shown["reasons"][key] for key in node.verdict.reasons),
        ]  # fmt: skip
        foot: list[object] = [
            aim.place, units.get(aim.doer_unit_id or 0, ""), units.get(aim.carer_unit_id or 0, ""), aim.upkeep_rupiah,
            aim.ends_on,
        ]  # fmt: skip
        for one in measured.get(node.id, [None]):
            middle: list[object] = [""] * 8
            if one:
                middle = [
                    one.name, one.measure_unit, str(directions[one.direction]), one.baseline_value, one.baseline_on,
                    one.target_value, one.target_on, one.data_source,
                ]  # fmt: skip
            yield [*head, *middle, *foot]
