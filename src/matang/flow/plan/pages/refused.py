"""Why not: everybody whom a post's requirements refuse, by reason and with the article."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from matang.flow.plan.models import ScenarioPost
from matang.flow.plan.pages.scenarios import found_or_404
from matang.flow.plan.permissions import LOOKING_ROLES
from matang.flow.plan.services.refusals import refused_people, said_refusals
from matang.flow.plan.services.sayings import said
from matang.foundation.access import gate
from matang.ui.asking import query_of
from matang.ui.paging import page_of


@gate.roles(*LOOKING_ROLES)
def refused(request: HttpRequest, scenario_id: int, post_id: int) -> HttpResponse:
    """List the refused of one post, one reason or all, by name; computed from the register for the scenario's day."""
    found = found_or_404(request, scenario_id)
    asked = ScenarioPost.objects.filter(scenario=found, post_id=post_id).select_related("post__unit").first()
    if asked is None:
        raise Http404
    text, reason = request.GET.get("q", "").strip()[:100], request.GET.get("sebab", "")
    every = refused_people(request.actor, found, post_id, reason=reason, text=text)
    page = page_of(request, len(every), size=50)
    rows = every.told(page.window)
    for _key, _name, _post, checks in rows:
        checks.sort(key=lambda check: check.key != reason)
    context = {
        "scenario": found,
        "asked": asked,
        "post": asked.post,
        "counts": said_refusals(asked.refusals),
        "rows": rows,
        "said": said,
        "page": page,
        "text": text,
        "reason": reason,
        "reason_query": query_of(request, "sebab", "halaman"),
    }
    return render(request, "plan/refused.html", context)
