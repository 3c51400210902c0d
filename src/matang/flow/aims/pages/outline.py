"""The tree of aims as nested lists. A page carries only the branches that are open; the rest comes when it is opened."""

from dataclasses import dataclass, field

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from matang.flow.aims.choices import AimLevel
from matang.flow.aims.pages.asking import plan_asked
from matang.flow.aims.pages.showing import unit_names, words
from matang.flow.aims.permissions import EDITOR_ROLES
from matang.flow.aims.selectors.forest import Forest, Node, forest_at
from matang.foundation.access import gate
from matang.ui.asking import day_of, query_of, tail

SHOWN = 120
"""Branches are opened by themselves, from the top, while no more aims than this stand on the page."""

LARGEST_OPEN = 1_500


@dataclass(slots=True)
class Branch:
    """An aim on the page: ``open`` when the aims below it are on the page too."""

    node: Node
    open: bool = False
    branches: list["Branch"] = field(default_factory=list)


@gate.signed_in
@require_safe
def outline(request: HttpRequest) -> HttpResponse:
    """Show a plan's aims from the top, with health; ``?buka=1,2`` opens branches besides, words lead to the list."""
    if request.GET.get("q", "").strip():
        return redirect(f"{reverse('aims:aims')}?{query_of(request, 'buka')}")
    day = day_of(request)
    forest = forest_at(request.actor, day)
    plan, plans = plan_asked(request, day)
    tops = forest.tops_of(plan.pk) if plan else []
    wanted = _opened(request.GET.get("buka", ""), forest)
    branches, shown = unfold(tops, wanted)
    loose = [node for node in tops if node.parent_id is None and node.level != AimLevel.VISION]
    context = {
        "day": day,
        "tail": tail(request),
        "plan": plan,
        "plans": plans,
        "branches": branches,
        "total": sum(1 + node.count for node in tops),
        "tally_all": tally_of(tops),
        "loose": len(loose),
        "units": unit_names(request.actor, day, (node.unit_id for node in shown)),
        "query": query_of(request, "buka"),
        "opened": ",".join(map(str, sorted(wanted))),
        "may_edit": request.actor.has(*EDITOR_ROLES),
        **words(),
    }
    return render(request, "aims/outline.html", context)


@gate.signed_in
@require_safe
def branch(request: HttpRequest, aim_id: int) -> HttpResponse:
    """Return the aims right below one, to be put into the outline when it is opened."""
    day = day_of(request)
    node = forest_at(request.actor, day).by_id.get(aim_id)
    if node is None:
        raise Http404
    context = {
        "branches": [Branch(child) for child in node.children],
        "tail": tail(request),
        "units": unit_names(request.actor, day, (child.unit_id for child in node.children)),
        "query": "",
        "opened": "",
        "part": True,
        **words(),
    }
    return render(request, "aims/branch.html", context)


def unfold(tops: list[Node], wanted: set[int]) -> tuple[list[Branch], list[Node]]:
    """Return the branches to show and their aims: a level at a time while there is room, and what was asked for."""
    branches = [Branch(node) for node in tops]
    shown, row = list(tops), list(branches)
    room = SHOWN - len(tops)
    while row:
        size = sum(len(each.node.children) for each in row)
        fits = size <= room
        below: list[Branch] = []
        for each in row:
            each.open = bool(each.node.children) and (fits or each.node.id in wanted) and len(shown) < LARGEST_OPEN
            if each.open:
                each.branches = [Branch(child) for child in each.node.children]
                shown += each.node.children
                below += each.branches
        room = room - size if fits else -1
        row = below
    return branches, shown


def tally_of(tops: list[Node]) -> dict[str, int]:
    """Return how many aims there are of each health, the tops included."""
    counts = dict.fromkeys(("red", "amber", "unknown", "green"), 0)
    for node in tops:
        counts[node.verdict.health] += 1
        for key, count in node.below.items():
            counts[key] += count
    return counts


def _opened(text: str, forest: Forest) -> set[int]:
    """Return the keys asked for, with all above them, so that what was asked for is seen."""
    keys = {int(part) for part in text.split(",")[:200] if part.isdecimal() and len(part) < 16}
    found = {key for key in keys if key in forest.by_id}
    return found | {above.id for key in found for above in forest.line(forest.by_id[key])}
