"""Two scenarios side by side."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from matang.flow.plan.permissions import LOOKING_ROLES
from matang.flow.plan.selectors.scenarios import scenarios_visible_to
from matang.flow.plan.services.asked import asked_lines
from matang.flow.plan.services.comparing import compare_scenarios
from matang.foundation.access import gate
from matang.ui.paging import page_of

OFFERED = 100


@gate.roles(*LOOKING_ROLES)
def compare(request: HttpRequest) -> HttpResponse:
    """Compare the two scenarios named in the address; ask for two where there are not."""
    visible = scenarios_visible_to(request.actor)
    keys = [int(key) for key in dict.fromkeys(request.GET.getlist("s")) if key.isdecimal() and len(key) < 18]
    found = {row.pk: row for row in visible.filter(pk__in=keys)}
    if len(found) < len(keys):
        raise Http404
    chosen = [found[key] for key in keys]
    if len(chosen) != 2:
        fault = _("Pilih tepat dua skenario.") if keys else ""
        return render(request, "plan/compare.html", {"offered": visible[:OFFERED], "keys": keys, "fault": fault})
    made = compare_scenarios(*chosen)
    only = request.GET.get("beda", "1") != "0"
    rows = [row for row in made.posts if row.differs] if only else made.posts
    page = page_of(request, len(rows), size=60)
    lines = [asked_lines(scenario) for scenario in chosen]
    shared = {line for line in lines[0] if line in lines[1]}
    context = {
        "offered": visible[:OFFERED],
        "keys": keys,
        "fault": "",
        "chosen": chosen,
        "made": made,
        "rows": rows[page.window],
        "page": page,
        "only": only,
        "differing": sum(row.differs for row in made.posts),
        "asked": [[line for line in own if line not in shared] for own in lines],
    }
    return render(request, "plan/compare.html", context)
