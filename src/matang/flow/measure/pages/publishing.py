"""What governments say about themselves: publish the own sums, read all of them, and the page that anybody may read."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matang.flow.measure.permissions import CHAIN_ROLES, PUBLISHER_ROLES, may_publish
from matang.flow.measure.selectors.chain import ChainQuestion, Figures, Total, chain_of
from matang.flow.measure.selectors.protected import FEW, HIDDEN, MONEY
from matang.flow.measure.selectors.published import (
    LABELS,
    Line,
    counts_of,
    figures_to_publish,
    lines_of,
    published_before,
    published_by_all,
    published_by_own,
    sums_of,
)
from matang.flow.measure.services.publishing import publish_figures, withdraw_figures
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from matang.ui.refusals import telling


@gate.roles(*PUBLISHER_ROLES)
@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest) -> HttpResponse:
    """Look at exactly what would be said, and say it or take it back."""
    if request.method == "POST":
        reason = request.POST.get("reason", "")
        with telling(request):
            if request.POST.get("deed") == "withdraw":
                withdraw_figures(actor=request.actor, reason=reason)
                messages.success(request, _("Angka instansi ini tidak lagi tampil."))
            else:
                publish_figures(actor=request.actor, reason=reason)
                messages.success(request, _("Angka diterbitkan dan tercatat permanen."))
        return redirect("measure:publish")
    day = today()
    figures, before = chain_of(request.actor, ChainQuestion(), day).figures, published_before(request.actor.agency_id or 0)
    context = {
        "lines": preview_of(figures, lines_of(figures_to_publish(figures, before, day), day)),
        "rows": published_by_own(request.actor),
        "may_publish": bool(may_publish(request.actor)),
        "day": day,
    }
    return render(request, "measure/publish.html", context)


def preview_of(figures: Figures, lines: Mapping[str, Line]) -> list[tuple[str, object, Total, Line, str]]:
    """Return each line with what is true today, what would be said, and why the two differ (empty where they don't)."""
    now = {key: Total(count, at_least=False) for key, count in counts_of(figures).items()} | {MONEY: figures.money}
    return [(key, label, now[key], lines[key], why_of(key, now[key], lines[key])) for key, label in LABELS.items()]


def why_of(key: str, now: Total, line: Line) -> str:
    """Return why a line would not say what is true today; empty where it does."""
    if line.state == FEW:
        return _("Jumlah 1 sampai 4 ditulis “kurang dari 5”.")
    if line.state == HIDDEN and key == MONEY:
        return _("Biaya untuk kurang dari 5 orang tidak ditulis.")
    if line.state == HIDDEN:
        return _("Bersama angka lain atau terbitan dulu, dari sini dapat dihitung jumlah di bawah 5.")
    if line.value == now.value:
        return ""
    if key == MONEY:
        return _("Tetap bersama jumlah orangnya; selisihnya menunjukkan biaya beberapa orang saja.")
    return _("Tetap sampai bedanya sedikitnya 5 dari setiap angka yang pernah terbit.")


@gate.roles(*CHAIN_ROLES)
def governments(request: HttpRequest) -> HttpResponse:
    """Show what all governments of this installation say about themselves, side by side."""
    return render(request, "measure/governments.html", _said())


@gate.public
def public(request: HttpRequest) -> HttpResponse:
    """Show the same to anybody, signed in or not."""
    anyone = request.actor.agency_id or Agency.objects.order_by("pk").values_list("pk", flat=True).first()
    if anyone is None:
        return render(request, "measure/public.html", {"labels": LABELS, "rows": [], "sums": {}})
    with acting_in(anyone, request.actor.user_id):
        context = _said()
    return render(request, "measure/public.html", context)


def _said() -> dict[str, object]:
    rows = published_by_all()
    sums = lines_of(sums_of([one.row.figures for one in rows]), today())
    return {"labels": LABELS, "rows": rows, "sums": sums}
