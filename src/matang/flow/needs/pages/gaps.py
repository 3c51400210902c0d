"""Gaps: by OPD, and of one person with the arithmetic."""

from functools import cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from matang.flow.needs.choices import MANAGERIAL_FIRST, SURE, CompetencyField, Standing
from matang.flow.needs.permissions import OVERVIEW_ROLES, may_record_any
from matang.flow.needs.selectors.gaps import Cell, OpdGaps, gaps_by_opd, person_gaps, post_of
from matang.flow.needs.selectors.standards import competencies_at
from matang.flow.register.public import person_visible_to, unit_path_of, unit_tree
from matang.foundation.access import gate
from matang.foundation.clock.services import today

CHIPS = {Standing.MEETS: "pass", Standing.BELOW: "fail", Standing.UNSURE: "warn", Standing.NO_EVIDENCE: "unknown"}
SORTS = ("terbukti", "nama", "belum")


def _ordered(found: list[OpdGaps], sort: str) -> list[OpdGaps]:
    if sort == "nama":
        return sorted(found, key=lambda opd: opd.name)
    if sort == "belum":
        return sorted(found, key=lambda opd: (-opd.total.no_evidence / opd.total.total, opd.name))
    return sorted(found, key=lambda opd: (opd.total.unknown, opd.total.shown or 0, opd.name))


def _percent(cell: Cell | None) -> int | None:
    return None if cell is None or cell.shown is None or cell.unknown else round(cell.shown * 100)


@gate.roles(*OVERVIEW_ROLES)
def gaps(request: HttpRequest) -> HttpResponse:
    """Show, for every OPD in reach, how much of what its posts ask for has been shown."""
    actor, day = request.actor, today()
    everybody = request.GET.get("jabatan") == "semua"
    sort = request.GET.get("urut") if request.GET.get("urut") in SORTS else SORTS[0]
    tree = unit_tree(actor.agency_id, day)
    found = gaps_by_opd(actor, day, kinds=None if everybody else MANAGERIAL_FIRST)
    for opd in found:
        opd.name = tree.by_id[opd.unit_id].name if opd.unit_id in tree.by_id else _("Unit yang sudah tidak ada")
    columns = [c for c in competencies_at(actor.agency_id, day) if c.field != CompetencyField.TECHNICAL]
    total, by_competency = Cell(), {column.pk: Cell() for column in columns}
    for opd in found:
        total.add(opd.total)
        for key, cell in opd.cells.items():
            if key in by_competency:
                by_competency[key].add(cell)
    ordered = _ordered(found, sort)
    context = {
        "day": day,
        "opds": ordered,
        "heat": [(opd.name, [_percent(opd.cells.get(column.pk)) for column in columns]) for opd in ordered],
        "columns": columns,
        "total": total,
        "by_competency": [(column, by_competency[column.pk]) for column in columns],
        "everybody": everybody,
        "sort": sort,
    }
    return render(request, "needs/gaps.html", context)


@gate.signed_in
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show what a person's post asks for, what was shown, and how the gap is computed."""
    day = today()
    found = person_visible_to(request.actor, person_id)
    if found is None:
        raise Http404
    post = post_of(found, day)
    lines = person_gaps(found, post, day)
    asked = [line for line in lines if line.requirement]
    context = {
        "person": found,
        "post": post,
        "day": day,
        "asked": sorted(asked, key=lambda line: (not line.requirement.must, -line.gap, line.competency.position)),
        "beside": [line for line in lines if not line.requirement],
        "default": any(line.requirement.default for line in asked),
        "counts": {standing.value: sum(line.standing == standing for line in asked) for standing in Standing},
        "chips": CHIPS,
        "sure": SURE,
        "own": request.actor.person_id == found.pk,
        "may_record": may_record_any(request.actor, found.pk, cache(lambda: unit_path_of(found.pk, day))),
    }
    return render(request, "needs/person.html", context)
