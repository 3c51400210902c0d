"""Units: all of them with their numbers, and one of them with its posts and people (the home of an OPD)."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from matang.flow.register.choices import PostKind
from matang.flow.register.models import Unit
from matang.flow.register.pages.people import short_of
from matang.flow.register.permissions import may_edit_unit
from matang.flow.register.selectors.counts import HORIZONS, Counts, own_counts, rolled_up
from matang.flow.register.selectors.home import Attention, attention_in
from matang.flow.register.selectors.people import reading_scope
from matang.flow.register.selectors.posts import PostQuestion, free_posts, post_rows, posts_asked
from matang.flow.register.selectors.retirement import retirement_at
from matang.flow.register.selectors.units import UnitNode, unit_tree
from matang.foundation.access import gate
from matang.ui.asking import day_of, query_of, tail
from matang.ui.formats import tanggal
from matang.ui.paging import page_of
from matang.ui.workbooks import long_workbook

POST_KINDS = dict(PostKind.choices)
FEW = 8


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with its numbers, all below it included; ``retiring`` is empty where the actor does not read its people."""

    node: UnitNode
    counts: Counts
    retiring: tuple[int, ...] | None


SORTS = {
    "kode": lambda row: row.node.code,
    "nama": lambda row: row.node.name,
    "terisi": lambda row: row.counts.filled,
    "lowong": lambda row: row.counts.vacant,
    "plt": lambda row: row.counts.acting,
    **{f"pensiun{months}": lambda row, place=place: (row.retiring or (-1,) * 3)[place] for place, months in enumerate(HORIZONS)},
}


def carried_day(request: HttpRequest) -> dict[str, str]:
    """Return what every template needs to carry the as-at day along and to build addresses in long tables."""
    day = tail(request)
    return {
        "tail": day,
        "amp": day.replace("?", "&"),
        "person_base": reverse("register:people"),
        "post_base": reverse("register:posts"),
        "unit_base": reverse("register:units"),
        "label_unit": _("Unit"),
        "label_holder": _("Pemangku"),
        "label_since": _("Sejak"),
        "label_class": _("kelas"),
        "label_filled": _("terisi"),
        "label_vacant": _("lowong"),
        "label_unknown": _("belum diketahui"),
        "label_capacity": _("Kapasitas"),
        "label_capacity_unknown": _("tidak diketahui"),
    }


def crumbs_to(line: list[UnitNode], day: str, here: str) -> list[tuple[str, str | None]]:
    """Return the way from the list of units down to ``here``."""
    above = [(node.name, reverse("register:unit", args=[node.id]) + day) for node in line]
    return [(_("Unit"), reverse("register:units") + day), *above, (here, None)]


def unit_rows(request: HttpRequest) -> tuple[dict[int, UnitRow], tuple[UnitNode, ...]]:
    """Return all units of the day with their numbers, by key, and the OPDs."""
    actor, day = request.actor, day_of(request)
    tree = unit_tree(actor.agency_id, day)
    counts = rolled_up(tree.roots, own_counts(actor.agency_id, day))
    scope = reading_scope(actor)
    rows = {
        node.id: UnitRow(node, counts[node.id], counts[node.id].retiring if scope.covers(node.path) else None)
        for node in tree.walk()
    }
    return rows, tree.roots


@gate.signed_in
def units(request: HttpRequest) -> HttpResponse:
    """Show the OPDs as a sortable table, or all units as a tree."""
    rows, roots = unit_rows(request)
    sort = request.GET.get("urut", "kode")
    key = SORTS.get(sort.lstrip("-"), SORTS["kode"])
    opds = sorted((rows[root.id] for root in roots), key=key, reverse=sort.startswith("-"))
    total = Counts()
    for row in opds:
        total.add(row.counts)
    context = {
        "day": day_of(request),
        **carried_day(request),
        "as_tree": request.GET.get("tampilan") == "pohon",
        "rows": rows,
        "opds": opds,
        "roots": roots,
        "total": total,
        "all_read": reading_scope(request.actor).everything,
        "horizons": HORIZONS,
        "sort": sort,
        "carried": query_of(request, "urut"),
        "may_edit": bool(may_edit_unit(request.actor, "")),
        "retirement": retirement_at(day_of(request)),
    }
    return render(request, "register/units.html", context)


@gate.signed_in
def units_export(request: HttpRequest) -> HttpResponse:
    """Download all units with their numbers."""
    rows, _roots = unit_rows(request)
    day = day_of(request)
    headings = [
        _("Kode"), _("Unit"), _("Jenis"), _("Tingkat"), _("Jabatan"), _("Terisi"), _("Lowong"), _("Kapasitas tidak diketahui"),
        _("Plt./Plh."), *[_("Pensiun dalam %(n)s bulan") % {"n": months} for months in HORIZONS],
    ]  # fmt: skip
    lines = (
        (
            row.node.code, row.node.name, row.node.kind, row.node.depth + 1, row.counts.posts, row.counts.filled,
            row.counts.vacant, row.counts.uncounted, row.counts.acting, *(row.retiring or ()),
        )
        for row in rows.values()
    )  # fmt: skip
    return long_workbook(f"unit-{day}", _("Unit"), headings, lines, [_("Keadaan per %(day)s") % {"day": tanggal(day)}])


@gate.signed_in
def unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Show one unit on a day: its numbers, the units below it, its posts with holders, who acts and who retires."""
    actor, day = request.actor, day_of(request)
    tree = unit_tree(actor.agency_id, day)
    node = tree.by_id.get(unit_id)
    if node is None:
        return unit_of_another_day(request, unit_id)
    reads = reading_scope(actor).covers(node.path)
    own = own_counts(actor.agency_id, day, node.path)
    counts = rolled_up([node], own)
    total = counts[unit_id]
    posts = posts_asked(actor.agency_id, PostQuestion(day=day, unit_id=unit_id))
    page = page_of(request, own[unit_id].posts if unit_id in own else 0)
    attention = Attention([], [])
    if reads and (total.acting or total.retiring[0]):
        attention = attention_in(actor.agency_id, node.path, day, HORIZONS[0])
    rows = post_rows(posts[page.window], day)
    if not reads:
        for row in rows:
            row.hide_all_but(actor.person_id)
    context = {
        "day": day,
        **carried_day(request),
        "tree": tree,
        "node": node,
        "crumbs": crumbs_to(tree.line(node.path)[:-1], tail(request), node.name),
        "counts": counts,
        "reads": reads,
        "horizons": HORIZONS,
        "page": page,
        "posts": rows,
        "attention": attention,
        "vacant": free_posts(actor.agency_id, day, node.path, FEW) if total.vacant else [],
        "few": FEW,
        "post_kinds": POST_KINDS,
        "short_of": short_of,
        "may_edit": bool(may_edit_unit(actor, node.path)),
        "retirement": retirement_at(day),
    }
    return render(request, "register/unit.html", context)


def unit_of_another_day(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Answer for a unit that exists, but not on the day: say when it did, and what came after it."""
    found = Unit.objects.filter(pk=unit_id, agency_id=request.actor.agency_id).select_related("replaces").first()
    if found is None:
        raise Http404
    context = {"unit": found, "day": day_of(request), "successors": list(found.replaced_by.order_by("valid_from"))}
    return render(request, "register/unit_elsewhen.html", context)
