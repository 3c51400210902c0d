"""Gaps of the agency, of a unit and of families of posts: a heat map that is a table, and the same as a workbook."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from matang.flow.needs.choices import CompetencyField
from matang.flow.needs.models import Competency
from matang.flow.needs.pages.gaps.asking import EVERY, KINDS, Asked, asked_for
from matang.flow.needs.permissions import OVERVIEW_ROLES
from matang.flow.needs.selectors.gaps import Cell, OpdGaps, gaps_by_family, gaps_by_unit
from matang.foundation.access import gate
from matang.ui.asking import query_of
from matang.ui.formats import tanggal
from matang.ui.paging import page_of
from matang.ui.workbooks import long_workbook

SORTS = ("terbukti", "nama", "belum", "bawah", "orang")
STEPS = 5
MEASURES: dict[str, Callable[[Cell], tuple[int, int]]] = {
    "terbukti": lambda cell: (cell.meets, cell.total),
    "bawah": lambda cell: (cell.below, cell.assessed),
    "belum": lambda cell: (cell.no_evidence, cell.total),
}
"""What the map may show: part and whole. Who is below is counted among those about whom there is evidence."""
FIELDS = {"teknis": (CompetencyField.TECHNICAL,), "semua": tuple(CompetencyField)}
CORE = (CompetencyField.MANAGERIAL, CompetencyField.CULTURAL)


@dataclass(frozen=True, slots=True)
class Shade:
    """One cell of the heat map: percent shown to be met (None = nothing is known), colour, and where it leads."""

    percent: int | None
    css: str
    href: str
    cell: Cell | None


def ordered(found: list[OpdGaps], sort: str) -> list[OpdGaps]:
    """Sort groups; what nobody knows anything about comes last where it is sorted by what is known."""
    if sort == "nama":
        return sorted(found, key=lambda group: (group.name.lower(), group.family))
    if sort == "orang":
        return sorted(found, key=lambda group: (-group.people, group.name))
    if sort == "belum":
        return sorted(found, key=lambda group: (-group.total.no_evidence / group.total.total, group.name))
    if sort == "bawah":
        return sorted(found, key=lambda group: (-group.total.below / group.total.total, group.name))
    return sorted(found, key=lambda group: (group.total.unknown, group.total.shown or 0, group.name))


def shade_of(cell: Cell | None, href: str, measure: str = "terbukti") -> Shade:
    """Return how a cell is drawn: five steps of colour and the number itself, a pattern where nothing is known."""
    if cell is None or not cell.total:
        return Shade(None, "heat-blank", "", None)
    if cell.unknown and measure != "belum":
        return Shade(None, "heat-unknown", href, cell)
    part, whole = MEASURES[measure](cell)
    percent = round(100 * part / whole)
    return Shade(percent, f"heat-{min(percent * STEPS // 100, STEPS - 1) + 1}", href, cell)


def named(asked: Asked, found: list[OpdGaps]) -> list[OpdGaps]:
    """Give groups of units their names."""
    for group in found:
        node = asked.tree.by_id.get(group.unit_id)
        group.name = node.name if node else _("Unit yang sudah tidak ada")
        if asked.unit and group.unit_id == asked.unit.id:
            group.name = _("%(unit)s (langsung)") % {"unit": group.name}
    return found


def columns_of(asked: Asked, found: list[OpdGaps], fields: tuple[str, ...] = tuple(CompetencyField)) -> list[Competency]:
    """Return the competencies of these groups that any post of the view asks for, in dictionary order."""
    used = {key for group in found for key in group.cells}
    return [competency for competency in asked.dictionary if competency.pk in used and competency.field in fields]


def summed(found: list[OpdGaps]) -> tuple[Cell, dict[int, Cell]]:
    """Return the sum of all groups, whole and by competency."""
    total, by_competency = Cell(), {}
    for group in found:
        total.add(group.total)
        for key, cell in group.cells.items():
            by_competency.setdefault(key, Cell()).add(cell)
    return total, by_competency


def query_with(request: HttpRequest, **changes: object) -> str:
    """Return the filters of the page with some of them changed."""
    kept = {key: request.GET[key] for key in ("per", "jabatan", "mutlak", "unit", "bidang", "ukur") if request.GET.get(key)}
    return urlencode({key: value for key, value in (kept | changes).items() if value not in {None, ""}})


def context_of(request: HttpRequest, asked: Asked, found: list[OpdGaps], *, by: str) -> dict[str, object]:
    """Return what both overviews show."""
    sort = request.GET.get("urut") if request.GET.get("urut") in SORTS else SORTS[0]
    total, by_competency = summed(found)
    field = request.GET.get("bidang") if request.GET.get("bidang") in FIELDS else ""
    measure = request.GET.get("ukur") if request.GET.get("ukur") in MEASURES else "terbukti"
    columns = columns_of(asked, found, FIELDS.get(field, CORE))
    page = page_of(request, len(found))
    people = reverse("needs:gap_people")
    kept = {"per": request.GET.get("per"), "mutlak": request.GET.get("mutlak"), "jabatan": asked.kind or "manajerial"}

    def cell_link(group: OpdGaps, competency: int | str = "") -> str:
        key = {"unit": group.unit_id} if by == "unit" else {"rumpun": group.family, "unit": request.GET.get("unit")}
        said = {name: value for name, value in (kept | key | {"kompetensi": competency}).items() if value}
        return f"{people}?{urlencode(said)}"

    rows = [
        (group, cell_link(group), shade_of(group.total, cell_link(group), measure),
         [shade_of(group.cells.get(c.pk), cell_link(group, c.pk), measure) for c in columns])
        for group in ordered(found, sort)[page.window]
    ]  # fmt: skip
    return {
        "asked": asked,
        "day": asked.day,
        "by": by,
        "rows": rows,
        "columns": columns,
        "total": total,
        "sums": [shade_of(by_competency[column.pk], "", measure) for column in columns],
        "sum": shade_of(total, "", measure),
        "field": field,
        "measure": measure,
        "people": sum(group.people for group in found),
        "page": page,
        "sort": sort,
        "sort_query": query_of(request, "urut", "halaman"),
        "tab_query": query_with(request),
        "opening": {group.unit_id: query_with(request, unit=group.unit_id) for group in found},
        "below": {group.unit_id: bool(node.children) for group in found if (node := asked.tree.by_id.get(group.unit_id))},
        "every": EVERY,
        "kinds": KINDS,
    }


@gate.roles(*OVERVIEW_ROLES)
def gaps(request: HttpRequest) -> HttpResponse:
    """Show, for every OPD in reach or the parts of one unit, how much of what its posts ask for has been shown."""
    asked = asked_for(request)
    found = named(asked, gaps_by_unit(request.actor, asked.question))
    context = context_of(request, asked, found, by="unit")
    context["line"] = asked.tree.line(asked.unit.path) if asked.unit else []
    return render(request, "needs/gaps.html", context)


@gate.roles(*OVERVIEW_ROLES)
def families(request: HttpRequest) -> HttpResponse:
    """Show the same by families of posts: those of one kind that differ only by their place."""
    asked = asked_for(request)
    found = gaps_by_family(request.actor, asked.question)
    return render(request, "needs/gaps.html", context_of(request, asked, found, by="rumpun") | {"line": []})


@gate.roles(*OVERVIEW_ROLES)
def download(request: HttpRequest) -> HttpResponse:
    """Download the numbers behind the heat map: every group and competency, with how many requirements stand how."""
    asked = asked_for(request)
    families_asked = request.GET.get("menurut") == "rumpun"
    if families_asked:
        found = gaps_by_family(request.actor, asked.question)
    else:
        found = named(asked, gaps_by_unit(request.actor, asked.question))
    columns = columns_of(asked, found)
    headings = [
        _("Rumpun jabatan") if families_asked else _("Unit"), _("Jenis jabatan"), _("Pegawai"), _("Kompetensi"), _("Syarat"),
        _("Terbukti memenuhi"), _("Di bawah syarat"), _("Belum terbukti pasti"), _("Belum ada bukti"), _("Terbukti (%)"),
    ]  # fmt: skip
    rows = (
        (group.name, kinds, group.people, name, *figures(cell))
        for group in ordered(found, "nama")
        for kinds in [", ".join(str(KINDS[kind]) for kind in group.kinds)]
        for name, cell in [
            (_("Semua kompetensi"), group.total),
            *((c.name, group.cells[c.pk]) for c in columns if c.pk in group.cells),
        ]
    )
    notes = [_("Keadaan per %(day)s") % {"day": tanggal(asked.day)}, "; ".join(asked.notes),
             _("Belum ada bukti bukan berarti di bawah syarat.")]  # fmt: skip
    return long_workbook(f"kesenjangan-{asked.day}", _("Kesenjangan kompetensi"), headings, rows, notes)


def figures(cell: Cell) -> tuple[int | None, ...]:
    """Return the numbers of a cell for a workbook; the share is empty where nothing is known."""
    share = None if cell.unknown or cell.shown is None else round(cell.shown * 100)
    return (cell.total, cell.meets, cell.below, cell.unsure, cell.no_evidence, share)
