"""Agreements with hosts: list, one with its counters, write, renew, stop, and what either side owes."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.learn.choices import AgreementStanding, ObligationCounts, ObligationSide
from matang.flow.learn.models import Agreement, AgreementObligation, ObligationEntry
from matang.flow.learn.pages.hosts.asking import demand_keeper, form_page
from matang.flow.learn.pages.hosts.forms import AgreementForm, EntryForm, ObligationForm, StopForm
from matang.flow.learn.pages.hosts.listing import STANDING_CHIPS
from matang.flow.learn.permissions import HOST_ROLES, may_keep_hosts
from matang.flow.learn.selectors.hosts.agreements import (
    WARN_DAYS,
    Figure,
    agreement_of,
    agreements_of,
    asked_agreements,
    counters_of,
    in_standing,
    obligations_of,
    progress_of,
    standing_of,
)
from matang.flow.learn.selectors.hosts.listing import hosts_of
from matang.flow.learn.services.hosts.agreements import (
    record_entry,
    remove_agreement,
    remove_entry,
    remove_obligation,
    renew_agreement,
    resume_agreement,
    save_agreement,
    save_obligation,
    stop_agreement,
)
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.asking import query_of, word
from matang.ui.formats import angka, tanggal
from matang.ui.paging import page_of
from matang.ui.refusals import onto, telling
from matang.ui.workbooks import workbook


@gate.signed_in
def agreements(request: HttpRequest) -> HttpResponse:
    """List the agreements; those that end soon, or of which nobody knows when they end, are named first."""
    text, standing, day = word(request, "q"), word(request, "keadaan", AgreementStanding.values), today()
    found = asked_agreements(request.actor, text, standing, day)
    page = page_of(request, found.count())
    shown = list(found[page.window]) if page.total else []
    counters = counters_of(request.actor, shown)
    every = agreements_of(request.actor)
    context = {
        "rows": [(one, standing_of(one, day), counters[one.pk, "theirs"], counters[one.pk, "ours"]) for one in shown],
        "any": bool(page.total) or every.exists(),
        "page": page,
        "text": text,
        "standing": standing,
        "standings": AgreementStanding.choices,
        "ending": in_standing(every, AgreementStanding.ENDING, day).count(),
        "unknown": in_standing(every, AgreementStanding.UNKNOWN, day).count(),
        "days": WARN_DAYS,
        "standing_chips": STANDING_CHIPS,
        "query": query_of(request, "halaman"),
        "has_hosts": hosts_of(request.actor).filter(partner__isnull=False).exists(),
        "may_keep": bool(may_keep_hosts(request.actor)),
    }
    return render(request, "learn/hosts/agreements.html", context)


def said(figure: Figure | None) -> str:
    """Return a figure in words: "paling sedikit 3" where a part of it is unknown."""
    if figure is None:
        return _("belum diketahui")
    text = angka(figure.known)
    if figure.at_least:
        return _("paling sedikit %(number)s") % {"number": text} if figure.known else _("belum diketahui")
    return text


@gate.signed_in
def agreements_download(request: HttpRequest) -> HttpResponse:
    """Download the agreements of the list, and on a second sheet what either side owes."""
    day = today()
    found = list(asked_agreements(request.actor, word(request, "q"), word(request, "keadaan", AgreementStanding.values), day))
    counters = counters_of(request.actor, found)
    head = [
        _("Nomor"), _("Tentang"), _("Tuan rumah"), _("Pihak kami"), _("Pihak mitra"), _("Ditandatangani"), _("Mulai"),
        _("Hari terakhir"), _("Keadaan"), _("Kursi ditawarkan"), _("terpakai"), _("laporan diterima"), _("diterapkan"),
    ]  # fmt: skip
    rows = [
        (one.number, one.title, str(one.host), one.our_party, one.their_party, one.signed_on, one.starts_on,
         one.stopped_on or one.ends_on or _("belum diketahui"), standing_of(one, day).label, said(them.offered), said(them.used),
         said(them.learned), _("belum diketahui") if them.returned is None else them.returned)
        for one in found
        for them in [counters[one.pk, "theirs"]]
    ]  # fmt: skip
    sheets = [(_("Perjanjian"), head, rows), (_("Kewajiban"), *_duties(found, counters))]
    return workbook(f"perjanjian-{day}", _("Perjanjian belajar"), [_("Per %(day)s") % {"day": tanggal(day)}], sheets)


def _duties(found: Iterable[Agreement], counters: dict) -> tuple[list[str], list[tuple[object, ...]]]:
    head = [
        _("Nomor"),
        _("Sisi"),
        _("Kewajiban"),
        _("Banyaknya"),
        _("Satuan"),
        _("Paling lambat"),
        _("Dipenuhi"),
        _("Lewat waktu"),
    ]
    rows: list[tuple[object, ...]] = []
    for agreement in found:
        for each in progress_of(obligations_of(agreement), counters, today()):
            one = each.obligation
            rows.append(
                (agreement.number, one.get_side_display(), one.what, one.quantity, one.measure, one.due_on, said(each.done),
                 _("ya") if each.late else "")
            )  # fmt: skip
    return head, rows


def _agreement(request: HttpRequest, agreement_id: int) -> Agreement:
    found = agreement_of(request.actor, agreement_id)
    if found is None:
        raise Http404
    return found


@gate.signed_in
def agreement(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Show one agreement: its dates, its counters in both directions, and what either side owes."""
    found, day = _agreement(request, agreement_id), today()
    counters = counters_of(request.actor, [found])
    progress = progress_of(obligations_of(found), counters, day)
    standing = standing_of(found, day)
    context = {
        "agreement": found,
        "standing": standing,
        "standing_chips": STANDING_CHIPS,
        "theirs": counters[found.pk, ObligationSide.THEIRS],
        "ours": counters[found.pk, ObligationSide.OURS],
        "duties": [(side.label, [one for one in progress if one.obligation.side == side]) for side in ObligationSide],
        "late": sum(one.late for one in progress),
        "renewed": getattr(found, "renewed_by", None),
        "by_hand": ObligationCounts.OTHER,
        "may_keep": bool(may_keep_hosts(request.actor)),
        "may_renew": standing != AgreementStanding.COMING and not hasattr(found, "renewed_by") and found.last_day is not None,
        "day": day,
        "left": (found.last_day - day).days if found.last_day and found.last_day >= day else None,
    }
    return render(request, "learn/hosts/agreement.html", context)


def _crumbs(found: Agreement | None, title: str) -> list[tuple[str, str | None]]:
    way: list[tuple[str, str | None]] = [(_("Perjanjian belajar"), reverse("learn:agreements"))]
    if found is not None:
        way.append((found.number, reverse("learn:agreement", args=[found.pk])))
    return [*way, (title, None)]


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def agreement_new(request: HttpRequest) -> HttpResponse:
    """Write down an agreement."""
    demand_keeper(request)
    chosen = word(request, "tuan_rumah")
    agency = request.actor.agency_id
    form = AgreementForm(
        request.POST or None, actor=request.actor, instance=Agreement(agency_id=agency), initial={"host": chosen}
    )
    if request.method == "POST" and form.is_valid():
        with onto(form):
            made = save_agreement(actor=request.actor, agreement=form.instance)
            messages.success(
                request, _("Perjanjian %(number)s dicatat. Tambahkan kewajiban kedua pihak.") % {"number": made.number}
            )
            return redirect("learn:agreement", made.pk)
    title = _("Perjanjian baru")
    back = reverse("learn:agreements")
    return form_page(request, form, title, _("Simpan perjanjian"), crumbs=_crumbs(None, title), back=back)


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def agreement_change(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Mend an agreement, or say when it ends."""
    found = _agreement(request, agreement_id)
    demand_keeper(request)
    form = AgreementForm(request.POST or None, actor=request.actor, fixed=True, instance=found)
    number = found.number
    if request.method == "POST" and form.is_valid():
        with onto(form):
            save_agreement(actor=request.actor, agreement=form.instance)
            messages.success(request, _("Perjanjian disimpan."))
            return redirect("learn:agreement", found.pk)
    found.number, title = number, _("Ubah perjanjian")
    remove = (_("Hapus perjanjian"), reverse("learn:agreement_remove", args=[found.pk]))
    back = reverse("learn:agreement", args=[found.pk])
    return form_page(
        request, form, title, _("Simpan"), crumbs=_crumbs(found, title), back=back, lead=str(found.host), remove=remove
    )


@gate.roles(*HOST_ROLES)
@require_POST
def agreement_remove(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Remove an agreement entered by mistake."""
    found = _agreement(request, agreement_id)
    demand_keeper(request)
    with telling(request):
        remove_agreement(actor=request.actor, agreement_id=found.pk)
        messages.success(request, _("Perjanjian %(number)s dihapus.") % {"number": found.number})
        return redirect("learn:agreements")
    return redirect("learn:agreement", agreement_id)


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def agreement_renew(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Continue an agreement by a new one; its obligations are carried over."""
    old = _agreement(request, agreement_id)
    demand_keeper(request)
    begin = {"title": old.title, "our_party": old.our_party, "their_party": old.their_party}
    new = Agreement(agency_id=old.agency_id, host=old.host)
    form = AgreementForm(request.POST or None, actor=request.actor, fixed=True, instance=new, initial=begin)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            made = renew_agreement(actor=request.actor, old_id=old.pk, new=form.instance)
            messages.success(request, _("Perjanjian diperpanjang. Kewajibannya ikut; isi batas waktunya."))
            return redirect("learn:agreement", made.pk)
    title, back = _("Perpanjang perjanjian"), reverse("learn:agreement", args=[old.pk])
    lead = _("Melanjutkan %(number)s dengan %(host)s.") % {"number": old.number, "host": old.host}
    return form_page(request, form, title, _("Simpan perpanjangan"), crumbs=_crumbs(old, title), back=back, lead=lead)


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def agreement_stop(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """End an agreement early."""
    found = _agreement(request, agreement_id)
    demand_keeper(request)
    form = StopForm(request.POST or None, initial={"day": today()})
    if request.method == "POST" and form.is_valid():
        with onto(form):
            stop_agreement(actor=request.actor, agreement_id=found.pk, **form.cleaned_data)
            messages.success(request, _("Perjanjian %(number)s dihentikan.") % {"number": found.number})
            return redirect("learn:agreement", found.pk)
    title, back = _("Hentikan perjanjian"), reverse("learn:agreement", args=[found.pk])
    warning = _("Pengiriman yang sedang berjalan tidak berubah. Penghentian dapat dibatalkan di halaman perjanjian.")
    return form_page(
        request, form, title, _("Ya, hentikan"), crumbs=_crumbs(found, title), back=back, lead=str(found.host), warning=warning,
        kind="danger",
    )  # fmt: skip


@gate.roles(*HOST_ROLES)
@require_POST
def agreement_resume(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Take back that an agreement was ended early."""
    found = _agreement(request, agreement_id)
    demand_keeper(request)
    with telling(request):
        resume_agreement(actor=request.actor, agreement_id=found.pk)
        messages.success(request, _("Penghentian dibatalkan."))
    return redirect("learn:agreement", found.pk)


def _keep_duty(request: HttpRequest, duty: AgreementObligation, title: str) -> HttpResponse:
    demand_keeper(request)
    found = duty.agreement
    form = ObligationForm(request.POST or None, instance=duty)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            save_obligation(actor=request.actor, obligation=form.instance)
            messages.success(request, _("Kewajiban disimpan."))
            return redirect("learn:agreement", found.pk)
    remove = (_("Hapus kewajiban"), reverse("learn:obligation_remove", args=[duty.pk])) if duty.pk else None
    back = reverse("learn:agreement", args=[found.pk])
    return form_page(
        request, form, title, _("Simpan kewajiban"), crumbs=_crumbs(found, title), back=back, lead=str(found.host), remove=remove
    )


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def obligation_new(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Add what a side owes."""
    found = _agreement(request, agreement_id)
    return _keep_duty(request, AgreementObligation(agency_id=found.agency_id, agreement=found), _("Kewajiban baru"))


def _duty(request: HttpRequest, obligation_id: int) -> AgreementObligation:
    rows = AgreementObligation.objects.filter(pk=obligation_id, agency_id=request.actor.agency_id)
    found = rows.select_related("agreement__host__partner", "agreement__host__agency").first()
    if found is None:
        raise Http404
    return found


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def obligation_change(request: HttpRequest, obligation_id: int) -> HttpResponse:
    """Mend what a side owes."""
    return _keep_duty(request, _duty(request, obligation_id), _("Ubah kewajiban"))


@gate.roles(*HOST_ROLES)
@require_POST
def obligation_remove(request: HttpRequest, obligation_id: int) -> HttpResponse:
    """Remove an obligation."""
    found = _duty(request, obligation_id)
    demand_keeper(request)
    with telling(request):
        remove_obligation(actor=request.actor, obligation_id=found.pk)
        messages.success(request, _("Kewajiban dihapus."))
    return redirect("learn:agreement", found.agreement_id)


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def entry_new(request: HttpRequest, obligation_id: int) -> HttpResponse:
    """Record that something was done about an obligation."""
    duty = _duty(request, obligation_id)
    demand_keeper(request)
    form = EntryForm(request.POST or None, initial={"done_on": today()})
    if request.method == "POST" and form.is_valid():
        with onto(form):
            record_entry(actor=request.actor, obligation_id=duty.pk, **form.cleaned_data)
            messages.success(request, _("Pemenuhan dicatat."))
            return redirect("learn:agreement", duty.agreement_id)
    title, back = _("Catat pemenuhan"), reverse("learn:agreement", args=[duty.agreement_id])
    return form_page(request, form, title, _("Catat"), crumbs=_crumbs(duty.agreement, title), back=back, lead=duty.what)


@gate.roles(*HOST_ROLES)
@require_POST
def entry_remove(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Take back something recorded by mistake."""
    rows = ObligationEntry.objects.filter(pk=entry_id, agency_id=request.actor.agency_id)
    found = rows.select_related("obligation").first()
    if found is None:
        raise Http404
    demand_keeper(request)
    with telling(request):
        remove_entry(actor=request.actor, entry_id=found.pk)
        messages.success(request, _("Catatan pemenuhan dihapus."))
    return redirect("learn:agreement", found.obligation.agreement_id)
