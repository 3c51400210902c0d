"""The hosts: the list, one host, and what other governments offer."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from matang.flow.learn.choices import ObligationSide, SendingKind, SendingState
from matang.flow.learn.models import Host
from matang.flow.learn.pages.hosts.asking import demand_keeper
from matang.flow.learn.permissions import CALENDAR_ROLES, HOST_ROLES, READING_ROLES, may_keep_hosts
from matang.flow.learn.selectors.alumni import learned_there
from matang.flow.learn.selectors.hosts.agreements import agreements_of, counters_of, returned_from, standing_of
from matang.flow.learn.selectors.hosts.calendar import stays_of
from matang.flow.learn.selectors.hosts.listing import (
    AGREED,
    BARE,
    OPEN,
    OURS,
    SORTS,
    HostQuestion,
    host_of,
    hosts_asked,
    hosts_of,
    learned_at,
    topics_of,
)
from matang.flow.learn.selectors.hosts.offers import OfferQuestion, known_publishers, offers_of, published_offer, published_offers
from matang.flow.learn.selectors.hosts.stays import Stay
from matang.flow.learn.services.hosts.hosts import host_from_offer
from matang.flow.register.public import PartnerKind
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.foundation.tenancy.models import Agency
from matang.ui.asking import query_of, word
from matang.ui.formats import tanggal
from matang.ui.paging import page_of
from matang.ui.refusals import telling
from matang.ui.workbooks import workbook

MOST_GUESTS = 50
STANDING_CHIPS = {"coming": "info", "valid": "pass", "ending": "warn", "unknown": "unknown", "ended": "", "stopped": ""}


def _question(request: HttpRequest) -> HostQuestion:
    return HostQuestion(
        text=word(request, "q"),
        topic=word(request, "topik"),
        kind=word(request, "jenis", {*PartnerKind.values, OURS}),
        state=word(request, "punya", {OPEN, AGREED, BARE}),
        sort=word(request, "urut", SORTS) or "nama",
    )


@gate.signed_in
def hosts(request: HttpRequest) -> HttpResponse:
    """List the hosts: search, topic, kind, what they have, order."""
    question, day = _question(request), today()
    found = hosts_asked(request.actor, question, day)
    page = page_of(request, found.count())
    context = {
        "hosts": list(found[page.window]) if page.total else [],
        "any": bool(page.total) or hosts_of(request.actor).exists(),
        "page": page,
        "question": question,
        "kinds": [(OURS, _("Instansi kami sendiri")), *PartnerKind.choices],
        "states": [
            (OPEN, _("Ada kursi yang ditawarkan")),
            (AGREED, _("Ada perjanjian yang berlaku")),
            (BARE, _("Keunggulannya belum berbukti")),
        ],
        "topics": topics_of(request.actor),
        "query": query_of(request, "halaman"),
        "sorted_query": query_of(request, "halaman", "urut"),
        "may_keep": bool(may_keep_hosts(request.actor)),
    }
    return render(request, "learn/hosts/hosts.html", context)


@gate.signed_in
def hosts_download(request: HttpRequest) -> HttpResponse:
    """Download exactly the hosts that the list shows with the same filters."""
    headings = [
        _("Tuan rumah"), _("Jenis"), _("Instansi di Matang"), _("Keunggulan tercatat"), _("tanpa bukti"),
        _("Penawaran terbuka"), _("Perjanjian berlaku"), _("Pegawai kami yang belajar di sana"),
    ]  # fmt: skip
    rows = (
        (one.shown_name, one.partner.get_kind_display() if one.partner else _("Instansi kami sendiri"),
         one.linked.name if one.linked else "", one.strengths_shown, one.strengths_bare, one.offered,
         _("ya") if one.agreed else _("tidak"), one.learned_here)
        for one in hosts_asked(request.actor, _question(request), today())
    )  # fmt: skip
    note = _("Per %(day)s") % {"day": tanggal(today())}
    return workbook(f"tuan-rumah-{today()}", _("Tuan rumah"), [note], [(_("Tuan rumah"), headings, rows)])


def host_or_404(request: HttpRequest, host_id: int) -> Host:
    """Return a host of the actor's agency."""
    found = host_of(request.actor, host_id)
    if found is None:
        raise Http404
    return found


@gate.signed_in
def host(request: HttpRequest, host_id: int) -> HttpResponse:
    """Show one host: what it is good at, what it offers, what was agreed, who learned there and what came home."""
    found, day = host_or_404(request, host_id), today()
    agreements = list(agreements_of(request.actor).filter(host=found))
    counters = counters_of(request.actor, agreements)
    theirs = {one.pk: counters[one.pk, ObligationSide.THEIRS] for one in agreements}
    learned = learned_at(found)
    context = {
        "host": found,
        "ours": found.partner_id is None,
        "strengths": list(found.strengths.select_related("competency").order_by("topic", "pk")),
        "offers": list(offers_of(found)),
        "agreements": [(one, standing_of(one, day), theirs[one.pk]) for one in agreements],
        "learned": learned,
        "alumni": learned_there(request.actor, found, day),
        "returned": returned_from(request.actor, [one.sending_id for one in learned]),
        "may_open": request.actor.has(*READING_ROLES),
        "guests": _guests(request, day) if found.partner_id is None else [],
        "people": sum(one.people or 0 for one in learned),
        "uncounted": sum(one.people is None for one in learned),
        "kinds": dict(SendingKind.choices),
        "states": dict(SendingState.choices),
        "standing_chips": STANDING_CHIPS,
        "day": day,
        "may_keep": bool(may_keep_hosts(request.actor)),
    }
    return render(request, "learn/hosts/host.html", context)


def _guests(request: HttpRequest, day: date) -> list[Stay]:
    """Return who has come to learn with us so far, newest first: for those who read the calendar."""
    if not request.actor.has(*CALENDAR_ROLES):
        return []
    came = [stay for stay in stays_of(request.actor) if stay.firm and stay.starts_on and stay.starts_on <= day]
    return sorted(came, key=lambda stay: stay.starts_on or day, reverse=True)[:MOST_GUESTS]


@gate.signed_in
def offers(request: HttpRequest) -> HttpResponse:
    """List what all governments of this installation have published: seats to learn."""
    number = word(request, "instansi")
    question = OfferQuestion(
        text=word(request, "q"),
        kind=word(request, "jenis", SendingKind.values),
        agency_id=int(number) if number.isdecimal() and len(number) < 16 else None,
    )
    day = today()
    found = published_offers(request.actor, question, day)
    page = page_of(request, found.count())
    every = published_offers(request.actor, OfferQuestion(), day)
    context = {
        "offers": list(found[page.window]) if page.total else [],
        "page": page,
        "question": question,
        "kinds": SendingKind.choices,
        "agencies": list(Agency.objects.filter(pk__in=every.order_by().values("agency_id")).order_by("name")),
        "known": known_publishers(request.actor),
        "own": request.actor.agency_id,
        "own_host": Host.objects.filter(agency_id=request.actor.agency_id, partner__isnull=True)
        .values_list("pk", flat=True)
        .first(),
        "any": bool(page.total) or every.exists(),
        "may_keep": bool(may_keep_hosts(request.actor)),
        "day": day,
    }
    return render(request, "learn/hosts/offers.html", context)


@gate.roles(*HOST_ROLES)
@require_POST
def offer_take(request: HttpRequest, offering_id: int) -> HttpResponse:
    """Take the government behind a published offering up among the hosts."""
    demand_keeper(request)
    if published_offer(request.actor, offering_id, today()) is None:
        raise Http404
    with telling(request):
        made = host_from_offer(actor=request.actor, offering_id=offering_id)
        messages.success(request, _("%(name)s tercatat sebagai tuan rumah.") % {"name": made})
        return redirect("learn:host", made.pk)
    return redirect("learn:offers")
