"""Every gap of a proposal, person by person: what is planned, or why nothing is."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from matang.flow.plan.models import DevelopmentLine, DevelopmentProposal
from matang.flow.plan.pages.development.proposals import found_development
from matang.flow.plan.permissions import LOOKING_ROLES
from matang.flow.plan.selectors.development.reading import own_lines
from matang.flow.plan.services.development.hours import hours_of
from matang.flow.plan.services.development.reasons import headings, told
from matang.flow.register.public import Unit, people_visible_to
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.paging import page_of

OWN_SHOWN = 200


def _lines(request: HttpRequest, found: DevelopmentProposal) -> QuerySet[DevelopmentLine]:
    """Return the lines that the filters leave, of people whom the actor sees."""
    seen = people_visible_to(request.actor, today()).values("pk")
    lines = DevelopmentLine.objects.filter(proposal=found, person__in=seen).select_related("person", "opd", "competency", "act")
    text, why, opd, act = (request.GET.get(name, "").strip() for name in ("cari", "alasan", "opd", "kegiatan"))
    if text:
        lines = lines.filter(Q(person__full_name__icontains=text) | Q(person__nip=text))
    if why in headings():
        lines = lines.filter(why=why)
    elif why == "belum":
        lines = lines.filter(act__isnull=True)
    if opd.isdecimal():
        lines = lines.filter(opd_id=int(opd[:18]))
    if act.isdecimal():
        lines = lines.filter(act_id=int(act[:18]))
    return lines.order_by("opd__name", "person__full_name", "person_id", "-must", "competency__position")


@gate.roles(*LOOKING_ROLES)
def development_lines(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """List the gaps of a proposal with their answers."""
    found = found_development(request, proposal_id)
    result = getattr(found, "result", None)
    lines = _lines(request, found)
    page = page_of(request, lines.count())
    opds = Unit.objects.filter(agency_id=found.agency_id, pk__in=found.lines.values("opd_id")).order_by("name")
    context = {
        "proposal": found,
        "page": page,
        "lines": [(line, told(line, found, result.acts)) for line in lines[page.window]] if result else [],
        "words": headings(),
        "opds": opds,
        "asked": {name: request.GET.get(name, "") for name in ("cari", "alasan", "opd", "kegiatan")},
    }
    return render(request, "plan/development/lines.html", context)


def _submitted(line: DevelopmentLine) -> dict[str, Any]:
    """Return the act of a line as it was submitted, with its days and hours; empty where there is none."""
    act: dict[str, Any] = line.proposal.result.acts.get(str(line.act_id), {})
    if not act:
        return {}
    days = {name: date.fromisoformat(act[name]) if act[name] else None for name in ("starts_on", "ends_on")}
    return {**act, **days, "hours": hours_of(act["kind"], act["hours"], line.proposal.as_at)}


@gate.signed_in
def my_development(request: HttpRequest) -> HttpResponse:
    """Show the actor's own acts in proposals that were submitted, and what could not be planned, with the reason."""
    lines = list(own_lines(request.actor).select_related("proposal__result")[:OWN_SHOWN])
    proposals: dict[int, tuple[DevelopmentProposal, list[tuple[DevelopmentLine, str, dict[str, Any]]]]] = {}
    for line in lines:
        entry = proposals.setdefault(line.proposal_id, (line.proposal, []))
        entry[1].append((line, told(line, line.proposal, line.proposal.result.acts), _submitted(line)))
    context = {
        "proposals": list(proposals.values()),
        "person": request.actor.person_id,
    }
    return render(request, "plan/development/mine.html", context)
