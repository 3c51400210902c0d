"""The picture of the tree that a mayor looks at: coloured by health, opened branch by branch, printed on A3."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from matang.flow.aims.pages.asking import plan_asked
from matang.flow.aims.pages.outline import Branch, tally_of
from matang.flow.aims.pages.picture.layout import Card, draw
from matang.flow.aims.pages.showing import crumbs_to, unit_names, words
from matang.flow.aims.selectors.forest import forest_at
from matang.foundation.access import gate
from matang.ui.asking import day_of, number_in, query_of, tail

ZOOMS = (50, 75, 100, 150, 200)


@gate.signed_in
@require_safe
def picture(request: HttpRequest) -> HttpResponse:
    """Draw a plan from its top, or the branch ``?akar=7``."""
    day = day_of(request)
    forest = forest_at(request.actor, day)
    plan, plans = plan_asked(request, day)
    wanted = number_in(request, "akar")
    top = forest.by_id.get(wanted) if wanted else None
    if wanted and top is None:
        raise Http404
    if top:
        plan = next((one for one in plans if one.pk == top.plan_id), plan)
    tops = forest.tops_of(plan.pk) if plan else []
    if top is None and len(tops) == 1:
        top = tops[0]
    title = top.title if top else (plan.name if plan else "")
    first = top.children if top else tops
    drawn = draw(top, title, first) if first or top else None
    zoom = number_in(request, "besar")
    shown = [card.node for card in drawn.cards if card.node] if drawn else []
    context = {
        "day": day,
        "tail": tail(request),
        "plan": plan,
        "plans": plans,
        "top": top,
        "title": title,
        "drawn": drawn,
        "zoom": zoom if zoom in ZOOMS else 100,
        "zooms": ZOOMS,
        "tally_all": tally_of([top] if top else tops),
        "crumbs": crumbs_to(top, None, tail(request)) if top and wanted else [],
        "line": forest.line(top) if top else [],
        "branches": [_branch(card) for card in drawn.cards[:1]] if drawn and top else [],
        "units": unit_names(request.actor, day, (node.unit_id for node in shown)),
        "query": query_of(request, "besar"),
        "opened": "",
        **words(),
    }
    return render(request, "aims/picture.html", context)


def _branch(card: Card) -> Branch:
    """Return what is drawn as nested lists."""
    below = [_branch(one) for one in card.below]
    return Branch(card.node, open=bool(below), branches=below)
