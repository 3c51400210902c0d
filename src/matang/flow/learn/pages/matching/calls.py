"""Open rounds: the coordinator opens, closes and takes; senders of other governments hand in and write the result back."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from matang.flow.learn.models import RoundCall, RoundRequest
from matang.flow.learn.pages.hosts.asking import demand_keeper, form_page
from matang.flow.learn.pages.matching.forms import CallForm
from matang.flow.learn.pages.matching.rounds import crumbs_of, round_or_404
from matang.flow.learn.pages.matching.wording import why_not
from matang.flow.learn.permissions import HOST_ROLES, SENDER_ROLES
from matang.flow.learn.selectors.calls import (
    calls_for,
    may_be_handed_in,
    requests_handed_in,
    standing_of_call,
    takes_more,
)
from matang.flow.learn.services.matching.calls import close_call, hand_in, open_call, take_requests, withdraw_request
from matang.flow.learn.services.matching.writing import Written, write_answers, write_round
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.formats import angka
from matang.ui.paging import page_of
from matang.ui.refusals import onto, telling

DAYS = (("first", "starts_on"), ("last", "ends_on"))
STATE_CHIPS = {"handed_in": "info", "taken": "info", "answered": "pass", "withdrawn": ""}


def _call(request: HttpRequest, call_id: int) -> RoundCall:
    found = calls_for(request.actor).filter(pk=call_id).first()
    if found is None:
        raise Http404
    return found


@gate.roles(*SENDER_ROLES)
@require_safe
def calls(request: HttpRequest) -> HttpResponse:
    """List the rounds of other governments that take applications, and those to which we handed something in."""
    rows = calls_for(request.actor)
    page = page_of(request, rows.count())
    shown = [(call, takes_more(call, today())) for call in rows[page.window]] if page.total else []
    return render(request, "learn/matching/calls.html", {"calls": shown, "page": page})


@gate.roles(*SENDER_ROLES)
@require_http_methods(["GET", "POST"])
def call(request: HttpRequest, call_id: int) -> HttpResponse:
    """Show one open round: its places, what we handed in with the answers, and who may still be handed in."""
    found = _call(request, call_id)
    if request.method == "POST":
        wishes = {
            int(key): [code.strip() for code in text.replace(";", ",").split(",") if code.strip()]
            for key, text in ((name.removeprefix("wish-"), value) for name, value in request.POST.items() if name[:5] == "wish-")
            if key.isdecimal() and len(key) < 18 and text.strip()
        }
        with telling(request):
            if not wishes:
                messages.info(request, _("Isi pilihan tempat sedikitnya satu peserta."))
            elif many := hand_in(actor=request.actor, call_id=found.pk, wishes=wishes):
                told = ngettext("Satu lamaran diserahkan.", "%(number)s lamaran diserahkan.", many)
                messages.success(request, told % {"number": angka(many)})
        return redirect("learn:round_call", found.pk)
    places = {place["code"]: place for place in found.places}
    handed = list(requests_handed_in(request.actor, found))
    context = {
        "call": found,
        "places": [place | {name: date.fromisoformat(place[key]) for name, key in DAYS} for place in found.places],
        "open": takes_more(found, today()),
        "requests": [(row, places.get(row.result_code), _above(row, places)) for row in handed],
        "people": list(may_be_handed_in(request.actor, found)) if takes_more(found, today()) else [],
        "writable": any(row.state == "answered" and row.written_at is None for row in handed),
        "chips": STATE_CHIPS,
    }
    return render(request, "learn/matching/call.html", context)


def _above(row: RoundRequest, places: dict[str, dict[str, object]]) -> list[tuple[str, str]]:
    """Return why an application didn't get a place it wished more: the place's name and the words."""
    return [(f"{place['host']}, {place['period']}", why_not(one)) for one in row.result_why if (place := places.get(one["code"]))]


@gate.roles(*SENDER_ROLES)
@require_POST
def request_withdraw(request: HttpRequest, request_id: int) -> HttpResponse:
    """Take an application back that was not taken into the round yet."""
    row = RoundRequest.objects.filter(pk=request_id, agency_id=request.actor.agency_id).first()
    if row is None or not requests_handed_in(request.actor, _call(request, row.call_number)).filter(pk=row.pk).exists():
        raise Http404
    with telling(request):
        withdraw_request(actor=request.actor, request_id=row.pk)
        messages.success(request, _("Lamaran %(name)s ditarik.") % {"name": row.name})
    return redirect("learn:round_call", row.call_number)


def _told(request: HttpRequest, made: Written) -> None:
    done = ngettext("Satu pengiriman mendapat tuan rumahnya.", "%(number)s pengiriman mendapat tuan rumahnya.", made.sendings)
    left = ngettext("Satu peserta tidak dapat ditulis.", "%(number)s peserta tidak dapat ditulis.", made.lines)
    if made.sendings:
        messages.success(request, done % {"number": angka(made.sendings)})
    if made.lines:
        messages.warning(request, left % {"number": angka(made.lines)} + " " + _("Sebabnya tertulis pada baris masing-masing."))
    if not made.sendings and not made.lines:
        messages.info(request, _("Tidak ada yang perlu ditulis lagi."))


@gate.roles(*SENDER_ROLES)
@require_POST
def call_write(request: HttpRequest, call_id: int) -> HttpResponse:
    """Write the answers into our sendings."""
    found = _call(request, call_id)
    with telling(request):
        _told(request, write_answers(actor=request.actor, call_id=found.pk))
    return redirect("learn:round_call", found.pk)


@gate.roles(*HOST_ROLES)
@require_POST
def round_write(request: HttpRequest, round_id: int) -> HttpResponse:
    """Write the result of a decided round into the own sendings."""
    found = round_or_404(request, round_id)
    demand_keeper(request)
    with telling(request):
        _told(request, write_round(actor=request.actor, round_id=found.pk))
    return redirect(reverse("learn:round", args=[found.pk]) + "#pelamar")


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def call_open(request: HttpRequest, round_id: int) -> HttpResponse:
    """Open a round to other governments, or move its last day."""
    found = round_or_404(request, round_id)
    demand_keeper(request)
    standing = standing_of_call(found)
    form = CallForm(request.POST or None, initial={"closes_on": standing.call.closes_on} if standing.call else None)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            open_call(actor=request.actor, round_id=found.pk, closes_on=form.cleaned_data["closes_on"])
            messages.success(request, _("Putaran dibuka. Pengirim di pemerintah lain dapat menyerahkan lamaran."))
            return redirect("learn:round", found.pk)
    title = _("Buka untuk pemerintah lain")
    warning = _("Hasil hitungan yang ada dihapus bila ini disimpan.") if found.computed_at else ""
    lead = _("Nama putaran, tempat, masa, dan jumlah kursi dapat dibaca semua pemerintah di Matang ini.")
    back = reverse("learn:round", args=[found.pk])
    return form_page(request, form, title, title, crumbs=crumbs_of(found, title), back=back, lead=lead, warning=warning)


@gate.roles(*HOST_ROLES)
@require_POST
def call_close(request: HttpRequest, round_id: int) -> HttpResponse:
    """Take no more applications."""
    found = round_or_404(request, round_id)
    demand_keeper(request)
    with telling(request):
        close_call(actor=request.actor, round_id=found.pk)
        messages.success(request, _("Putaran tidak menerima lamaran lagi."))
    return redirect("learn:round", found.pk)


@gate.roles(*HOST_ROLES)
@require_POST
def requests_take(request: HttpRequest, round_id: int) -> HttpResponse:
    """Take what other governments handed in into the round."""
    found = round_or_404(request, round_id)
    demand_keeper(request)
    with telling(request):
        made = take_requests(actor=request.actor, round_id=found.pk)
        told = ngettext("Satu lamaran masuk putaran.", "%(number)s lamaran masuk putaran.", made.people)
        messages.success(request, told % {"number": angka(made.people)})
        if made.lost:
            messages.warning(request, _("Tempat pilihannya sudah tidak ada: %(names)s.") % {"names": ", ".join(made.lost)})
    return redirect(reverse("learn:round", args=[found.pk]) + "#pelamar")
