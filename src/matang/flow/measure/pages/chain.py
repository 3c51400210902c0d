"""From a need to an outcome: the mayor's page, with filters, funnel, what is stuck with whom, and one page of paper."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from matang.flow.aims.public import Aim, AimLevel
from matang.flow.learn.public import Cohort
from matang.flow.measure.permissions import CHAIN_ROLES
from matang.flow.measure.selectors.chain import Chain, ChainQuestion, chain_of
from matang.flow.measure.services.papers import STUCK_AT, issue_summary, papers_of
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today
from matang.foundation.files.downloads import download_whole
from matang.foundation.files.services import GoneError
from matang.ui.asking import query_of
from matang.ui.navigation import address
from matang.ui.paging import page_of
from matang.ui.refusals import telling

OFFICIAL = gettext_lazy("Pejabat Pembina Kepegawaian")


def question_of(request: HttpRequest, source: Any) -> ChainQuestion:
    """Return what was asked for, by numbers of the actor's own agency only."""
    actor, numbers = request.actor, {}
    for name, model in (("simpul", Aim), ("angkatan", Cohort)):
        text = source.get(name, "")
        number = int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else None
        numbers[name] = number if number and model.objects.filter(agency_id=actor.agency_id, pk=number).exists() else None
    return ChainQuestion(numbers["simpul"], numbers["angkatan"])


def choices_of(actor: Actor) -> dict[str, Any]:
    """Return what the filters offer: missions and programmes, and cohorts."""
    levels = (AimLevel.MISSION, AimLevel.PROGRAMME)
    aims = Aim.objects.filter(agency_id=actor.agency_id, level__in=levels).as_at(today()).order_by("level", "code", "title")
    found = list(aims.values_list("pk", "level", "title"))
    return {
        "missions": [(key, title) for key, level, title in found if level == AimLevel.MISSION],
        "programmes": [(key, title) for key, level, title in found if level == AimLevel.PROGRAMME],
        "cohort_choices": list(Cohort.objects.filter(agency_id=actor.agency_id).values_list("pk", "name")),
    }


def funnel_of(chain: Chain) -> list[tuple[str, int]]:
    """Return the steps of the funnel, counted in sendings."""
    figures = chain.figures
    return [
        (_("Diusulkan"), figures.sendings),
        (_("Berangkat"), figures.gone),
        (_("Kembali"), figures.back),
        (_("Laporan diterima"), figures.reported),
        (_("Ada rekomendasi"), figures.recommending),
        (_("Diterapkan"), figures.adopting),
        (_("Indikatornya terukur"), figures.measured),
        (_("Terbukti membaik"), figures.improved),
    ]


@gate.roles(*CHAIN_ROLES)
def chain(request: HttpRequest) -> HttpResponse:
    """Show how needs became sendings, adoptions and outcomes, and what waits with whom."""
    question, day = question_of(request, request.GET), today()
    found = chain_of(request.actor, question, day)
    page = page_of(request, len(found.stuck))
    context = {
        "chain": found,
        "figures": found.figures,
        "funnel": funnel_of(found),
        "stuck": found.stuck[page.window],
        "page": page,
        "steps": STUCK_AT,
        "official": OFFICIAL,
        "address": address,
        "question": question,
        "filtered": bool(question.aim_id or question.cohort_id),
        "query": query_of(request, "halaman"),
        "papers": papers_of(request.actor)[:5],
        "whole_agency": request.actor.scope(*CHAIN_ROLES).everything,
        "day": day,
        **choices_of(request.actor),
    }
    return render(request, "measure/chain.html", context)


@gate.roles(*CHAIN_ROLES)
@require_POST
def chain_paper(request: HttpRequest) -> HttpResponse:
    """Issue the one page for the meeting, of what the actor sees with these filters."""
    with telling(request):
        check_at = request.build_absolute_uri(reverse("documents:ask"))
        made = issue_summary(actor=request.actor, question=question_of(request, request.POST), check_at=check_at)
        messages.success(request, _("Lembar rapat terbit dengan kode %(code)s.") % {"code": made.code})
        return redirect("measure:paper", made.pk)
    return redirect("measure:chain")


@gate.roles(*CHAIN_ROLES)
def paper(request: HttpRequest, document_id: int) -> HttpResponse:
    """Download a page for the meeting that was issued to the actor's own account."""
    found = next((one for one in papers_of(request.actor) if one.pk == document_id), None)
    if found is None:
        raise Http404
    try:
        return download_whole(found.file)
    except GoneError as error:
        raise Http404 from error
