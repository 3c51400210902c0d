"""Matching rounds: list, one while it is prepared and when it is done, compute, decide."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.learn import jobs
from matang.flow.learn.choices import MatchMethod, RoundState
from matang.flow.learn.models import MatchingRound
from matang.flow.learn.pages.hosts.asking import demand_keeper, form_page
from matang.flow.learn.pages.matching.forms import FixForm, RoundForm
from matang.flow.learn.permissions import HOST_ROLES, ROUND_ROLES, may_fix_round, may_keep_hosts
from matang.flow.learn.selectors.calls import standing_of_call
from matang.flow.learn.selectors.matching import (
    SORTS,
    ApplicantQuestion,
    applicants_of,
    ceilings_of,
    filled_of,
    left_to_write,
    places_of,
    progress_of_round,
    regions_of,
    round_of,
    rounds_of,
    seats_of_round,
)
from matang.flow.learn.services.matching.rounds import change_round, fix_round, open_round, remove_round
from matang.flow.learn.services.matching.solving import missing_of_round, queue_round, solve_round
from matang.foundation.access import gate
from matang.foundation.access.roles import Role
from matang.ui.asking import query_of, word
from matang.ui.paging import page_of
from matang.ui.refusals import onto, telling

INLINE = 300
"""Up to so many applicants a round is computed at once; more wait for a job."""
MOST_OFFERED = 100
"""More places than this are not offered in a list of choices; the table leads to each of them."""
CHIPS = {"draft": "", "running": "info", "solved": "warn", "failed": "fail", "fixed": "pass"}


@gate.roles(*ROUND_ROLES)
def rounds(request: HttpRequest) -> HttpResponse:
    """List the matching rounds."""
    found = rounds_of(request.actor)
    page = page_of(request, found.count())
    context = {
        "rounds": list(found[page.window]) if page.total else [],
        "page": page,
        "chips": CHIPS,
        "may_keep": bool(may_keep_hosts(request.actor)),
    }
    return render(request, "learn/matching/rounds.html", context)


def round_or_404(request: HttpRequest, round_id: int) -> MatchingRound:
    """Return a round of the actor's agency."""
    found = round_of(request.actor, round_id)
    if found is None:
        raise Http404
    return found


def crumbs_of(found: MatchingRound | None, title: str) -> list[tuple[str, str | None]]:
    """Return the way from the list to a page of a round."""
    way: list[tuple[str, str | None]] = [(_("Putaran pencocokan"), reverse("learn:rounds"))]
    if found is not None:
        way.append((found.name, reverse("learn:round", args=[found.pk])))
    return [*way, (title, None)]


def question_of(request: HttpRequest) -> ApplicantQuestion:
    """Return what the list of applicants is asked for."""
    region = word(request, "daerah")
    return ApplicantQuestion(
        text=word(request, "q"),
        region_id=int(region) if region.isdecimal() and len(region) < 16 else None,
        place=word(request, "tempat")[:15],
        sort=word(request, "urut", SORTS) or "nomor",
    )


@gate.roles(*ROUND_ROLES)
def round_page(request: HttpRequest, round_id: int) -> HttpResponse:
    """Show a round: what is prepared, what is missing, and, once computed, who goes where."""
    found, question = round_or_404(request, round_id), question_of(request)
    people = applicants_of(found, question)
    page = page_of(request, people.count())
    filled = filled_of(found)
    places, regions = places_of(found), regions_of(found)
    place_page = page_of(request, len(places), "tempat-ke")
    done = found.state in {RoundState.SOLVED, RoundState.FIXED}
    keeps = bool(may_keep_hosts(request.actor))
    job = progress_of_round(found)
    context = {
        "round": found,
        "done": done,
        "job": job,
        "halted": found.state == RoundState.RUNNING and job is None,
        "chips": CHIPS,
        "ceilings": ceilings_of(found),
        "standing": standing_of_call(found),
        "writable": found.state == RoundState.FIXED and keeps and left_to_write(found),
        "missing": missing_of_round(found) if not done else [],
        "places": [(place, *filled.get(place.pk, (0, None))) for place in places[place_page.window]],
        "place_page": place_page,
        "offered": places if len(places) <= MOST_OFFERED else [place for place in places if str(place.pk) == question.place],
        "regions": regions,
        "periods": list(found.periods.all()),
        "seats": seats_of_round(found),
        "people": list(people[page.window]) if page.total else [],
        "page": page,
        "question": question,
        "stable": found.method == MatchMethod.STABLE,
        "may_keep": keeps,
        "may_prepare": keeps and found.state not in {RoundState.FIXED, RoundState.RUNNING},
        "may_fix": bool(may_fix_round(request.actor)) and found.state == RoundState.SOLVED,
        "query": query_of(request, "halaman"),
    }
    return render(request, "learn/matching/round.html", context)


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def round_new(request: HttpRequest) -> HttpResponse:
    """Begin a round."""
    demand_keeper(request)
    form = RoundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            made = open_round(actor=request.actor, **form.cleaned_data)
            messages.success(request, _("Putaran dibuat. Tambahkan masa, tempat, lalu pelamar."))
            return redirect("learn:round", made.pk)
    title = _("Putaran baru")
    return form_page(request, form, title, _("Buat putaran"), crumbs=crumbs_of(None, title), back=reverse("learn:rounds"))


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def round_change(request: HttpRequest, round_id: int) -> HttpResponse:
    """Mend a round's name or method; what was computed is dropped."""
    found = round_or_404(request, round_id)
    demand_keeper(request)
    form = RoundForm(request.POST or None, fixed_seed=True, initial={"name": found.name, "method": found.method})
    if request.method == "POST" and form.is_valid():
        with onto(form):
            change_round(actor=request.actor, round_id=found.pk, **form.cleaned_data)
            messages.success(request, _("Putaran disimpan."))
            return redirect("learn:round", found.pk)
    title = _("Ubah putaran")
    warning = _("Hasil hitungan yang ada dihapus bila ini disimpan.") if found.computed_at else ""
    return form_page(
        request, form, title, _("Simpan"), crumbs=crumbs_of(found, title), back=reverse("learn:round", args=[found.pk]),
        warning=warning, remove=(_("Hapus putaran"), reverse("learn:round_remove", args=[found.pk])),
    )  # fmt: skip


@gate.roles(*HOST_ROLES)
@require_POST
def round_remove(request: HttpRequest, round_id: int) -> HttpResponse:
    """Remove a round that was not decided."""
    found = round_or_404(request, round_id)
    demand_keeper(request)
    with telling(request):
        remove_round(actor=request.actor, round_id=found.pk)
        messages.success(request, _("Putaran %(name)s dihapus.") % {"name": found.name})
        return redirect("learn:rounds")
    return redirect("learn:round", found.pk)


@gate.roles(*HOST_ROLES)
@require_POST
def round_compute(request: HttpRequest, round_id: int) -> HttpResponse:
    """Compute a round: at once, or by a job where it is large."""
    found, actor = round_or_404(request, round_id), request.actor
    demand_keeper(request)
    if progress_of_round(found) is not None:
        messages.info(request, _("Putaran ini sedang dihitung."))
        return redirect("learn:round", found.pk)
    with telling(request):
        if found.people <= INLINE:
            done = solve_round(actor=actor, round_id=found.pk)
            if done.state == RoundState.SOLVED:
                messages.success(request, _("Putaran selesai dihitung dan lulus pemeriksaan mandiri."))
        else:
            with transaction.atomic():
                queue_round(
                    actor=actor,
                    round_id=found.pk,
                    job=lambda: jobs.match.defer(agency_id=actor.agency_id, actor_id=actor.user_id, round_id=found.pk),
                )
    return redirect("learn:round", found.pk)


@gate.roles(*ROUND_ROLES)
def round_progress(request: HttpRequest, round_id: int) -> HttpResponse:
    """Answer a page that waits for a job: the bar again, or the way to the result."""
    found = round_or_404(request, round_id)
    job = progress_of_round(found)
    if job is None:
        answer = HttpResponse()
        answer["HX-Redirect"] = reverse("learn:round", args=[found.pk])
        return answer
    return render(request, "learn/matching/progress.html", {"round": found, "job": job})


@gate.roles(Role.APPOINTING_OFFICIAL)
@require_http_methods(["GET", "POST"])
def round_fix(request: HttpRequest, round_id: int) -> HttpResponse:
    """Decide that the result holds."""
    found = round_or_404(request, round_id)
    form = FixForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            fix_round(actor=request.actor, round_id=found.pk, **form.cleaned_data)
            messages.success(request, _("Hasil putaran ditetapkan. Pelamar dapat membaca hasil dan alasannya."))
            return redirect("learn:round", found.pk)
    title = _("Tetapkan hasil")
    warning = _("Sesudah ditetapkan, putaran ini tidak dapat diubah atau dihitung lagi.")
    back = reverse("learn:round", args=[found.pk])
    return form_page(
        request, form, title, _("Tetapkan hasil"), crumbs=crumbs_of(found, title), back=back, lead=found.name, warning=warning
    )
