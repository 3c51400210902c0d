"""The agency's own calendar as a host: a month, its conflicts, its questions, and guests entered by hand."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.learn.choices import DayPart, SendingKind, SendingState
from matang.flow.learn.models import HostArrangement, HostVisit, Sending
from matang.flow.learn.pages.hosts.asking import demand_keeper, form_page
from matang.flow.learn.pages.hosts.forms import HostedForm, ReasonForm, VisitForm
from matang.flow.learn.permissions import CALENDAR_ROLES, HOST_ROLES, may_keep_hosts
from matang.flow.learn.selectors.hosts.calendar import month_of, open_questions, seats_offered, stays_of
from matang.flow.learn.selectors.hosts.stays import plain
from matang.flow.learn.services.hosts.visits import cancel_visit, complete_hosted, resume_visit, save_visit
from matang.flow.register.public import unit_tree
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.asking import word
from matang.ui.formats import MONTHS, language, tanggal
from matang.ui.refusals import onto, telling
from matang.ui.workbooks import workbook

EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 1)
ASKED = {
    "starts_on": gettext_lazy("tanggal mulai"),
    "ends_on": gettext_lazy("hari terakhir"),
    "people": gettext_lazy("jumlah orang"),
    "unit": gettext_lazy("unit penerima"),
    "part": gettext_lazy("pagi atau siang"),
}


def _first_day(request: HttpRequest) -> date:
    """Return the first day of the month asked for, ``?bulan=2024-09``; this month where that makes no sense."""
    try:
        day = date.fromisoformat(f"{word(request, 'bulan')}-01")
    except ValueError:
        return today().replace(day=1)
    return day if EARLIEST <= day <= LATEST else today().replace(day=1)


def month_name(day: date) -> str:
    """Return ``September 2024``."""
    return f"{MONTHS[language()][day.month - 1]} {day.year}"


@gate.roles(*CALENDAR_ROLES)
def calendar(request: HttpRequest) -> HttpResponse:
    """Show a month: who is with us, unit by unit and week by week, what clashes, and what is not known."""
    actor, first, unit = request.actor, _first_day(request), word(request, "unit")
    stays = stays_of(actor)
    units = {plain(stay.unit): stay.unit for stay in reversed(stays) if stay.unit}
    month = month_of(stays, seats_offered(actor), first, unit)
    questions = open_questions(stays, today())
    before, after = (first - timedelta(days=1)).replace(day=1), month.last + timedelta(days=1)
    context = {
        "month": month,
        "title": month_name(first),
        "before": (f"{before:%Y-%m}", month_name(before)),
        "after": (f"{after:%Y-%m}", month_name(after)),
        "this": f"{first:%Y-%m}",
        "now": f"{today():%Y-%m}",
        "unit": unit,
        "units": [units[key] for key in sorted(units)],
        "questions": [(stay, [ASKED[name] for name in stay.unknown], _answer_at(stay.key)) for stay in questions],
        "at": {stay.key: _answer_at(stay.key) for row in month.rows for cell in row.cells for stay, _sure in cell.stays},
        "any": bool(stays),
        "kinds": dict(SendingKind.choices),
        "parts_of_day": dict(DayPart.choices),
        "may_keep": bool(may_keep_hosts(actor)),
        "day": today(),
    }
    return render(request, "learn/hosts/calendar.html", context)


def _answer_at(key: str) -> str:
    """Return the address where what is known of a stay is written down."""
    what, number = key.split(":")
    return reverse(
        {"visit": "learn:visit_change", "sending": "learn:hosted_complete", "own": "learn:sending"}[what], args=[int(number)]
    )


@gate.roles(*CALENDAR_ROLES)
def calendar_download(request: HttpRequest) -> HttpResponse:
    """Download the month: who is with us, what clashes, and what is not known."""
    actor, first, unit = request.actor, _first_day(request), word(request, "unit")
    stays, kinds, parts = stays_of(actor), dict(SendingKind.choices), dict(DayPart.choices)
    month = month_of(stays, seats_offered(actor), first, unit)
    unknown = _("belum diketahui")
    present = {stay.key: stay for row in month.rows for cell in row.cells for stay, _sure in cell.stays}
    guests = [
        (stay.unit or unknown, kinds[stay.kind], stay.guest, stay.topic, unknown if stay.people is None else stay.people,
         stay.starts_on, stay.ends_on or unknown, str(parts.get(stay.part, "")), _("ya") if stay.firm else _("menunggu jawaban"))
        for stay in present.values()
    ]  # fmt: skip
    clashes = [
        (_("Kursi"), one.unit, one.first, one.last, _names(one.stays), one.crowd.known,
         unknown if one.seats is None else one.seats, _("pasti") if one.sure else _("mungkin"))
        for one in month.conflicts
    ] + [
        (_("Studi tiru bersamaan"), "; ".join(sorted({stay.unit or unknown for stay in one.stays})), one.day, one.day,
         _names(one.stays), one.known, "", _("pasti") if one.sure else _("mungkin"))
        for one in month.clashes
    ]  # fmt: skip
    asked = [
        (stay.guest, stay.topic, stay.unit or unknown, ", ".join(str(ASKED[name]) for name in stay.unknown))
        for stay in open_questions(stays, today())
    ]
    sheets = [
        (
            _("Tamu"),
            [
                _("Unit"),
                _("Jenis"),
                _("Dari"),
                _("Topik"),
                _("Orang"),
                _("Mulai"),
                _("Hari terakhir"),
                _("Waktu"),
                _("Sudah diterima"),
            ],
            guests,
        ),
        (
            _("Benturan"),
            [_("Jenis"), _("Unit"), _("Dari"), _("Sampai"), _("Siapa"), _("Orang"), _("Kursi"), _("Kepastian")],
            clashes,
        ),
        (_("Pertanyaan"), [_("Dari"), _("Topik"), _("Unit"), _("Belum diketahui")], asked),
    ]
    notes = [_("Dibuat %(day)s") % {"day": tanggal(today())}, *([unit] if unit else [])]
    return workbook(f"kalender-{first:%Y-%m}", _("Kalender tuan rumah, %(month)s") % {"month": month_name(first)}, notes, sheets)


def _names(stays: object) -> str:
    return "; ".join(stay.guest for stay in stays)  # type: ignore[attr-defined]


def _crumbs(title: str) -> list[tuple[str, str | None]]:
    return [(_("Kalender tuan rumah"), reverse("learn:calendar")), (title, None)]


def _month_at(day: date | None) -> str:
    """Return the address of the calendar's month with this day."""
    return reverse("learn:calendar") + (f"?bulan={day:%Y-%m}" if day else "")


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def visit_new(request: HttpRequest) -> HttpResponse:
    """Enter guests from elsewhere."""
    demand_keeper(request)
    form = VisitForm(request.POST or None, actor=request.actor, instance=HostVisit(agency_id=request.actor.agency_id))
    if request.method == "POST" and form.is_valid():
        with onto(form):
            made = save_visit(actor=request.actor, visit=form.instance)
            messages.success(request, _("Kunjungan dari %(guest)s dicatat.") % {"guest": made.guest})
            return redirect(_month_at(made.starts_on))
    title = _("Catat kunjungan")
    lead = _("Peserta magang atau tamu studi tiru dari instansi yang tidak mengirim lewat Matang.")
    return form_page(
        request, form, title, _("Simpan kunjungan"), crumbs=_crumbs(title), back=reverse("learn:calendar"), lead=lead
    )


def _visit(request: HttpRequest, visit_id: int) -> HostVisit:
    found = HostVisit.objects.select_related("unit").filter(pk=visit_id, agency_id=request.actor.agency_id).first()
    if found is None:
        raise Http404
    return found


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def visit_change(request: HttpRequest, visit_id: int) -> HttpResponse:
    """Mend what is known of guests, or answer what the calendar asks."""
    found = _visit(request, visit_id)
    demand_keeper(request)
    form = VisitForm(request.POST or None, actor=request.actor, instance=found)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            saved = save_visit(actor=request.actor, visit=form.instance)
            messages.success(request, _("Kunjungan disimpan."))
            return redirect(_month_at(saved.starts_on))
    title = _("Ubah kunjungan")
    warning = _("Kunjungan ini batal: %(reason)s") % {"reason": found.cancelled_because} if found.cancelled_because else ""
    more = [(_("Batalkan kunjungan"), reverse("learn:visit_cancel", args=[found.pk]))] if not found.cancelled_because else []
    undo = (_("Jadikan berlaku lagi"), reverse("learn:visit_resume", args=[found.pk])) if found.cancelled_because else None
    back = _month_at(found.starts_on)
    return form_page(
        request, form, title, _("Simpan kunjungan"), crumbs=_crumbs(title), back=back, warning=warning, more=more, undo=undo
    )


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def visit_cancel(request: HttpRequest, visit_id: int) -> HttpResponse:
    """Say that guests don't come."""
    found = _visit(request, visit_id)
    demand_keeper(request)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            cancel_visit(actor=request.actor, visit_id=found.pk, **form.cleaned_data)
            messages.success(request, _("Kunjungan dari %(guest)s dibatalkan.") % {"guest": found.guest})
            return redirect(f"{reverse('learn:calendar')}?batal={found.pk}")
    title, back = _("Batalkan kunjungan"), reverse("learn:visit_change", args=[found.pk])
    warning = _("Kunjungan ini tidak lagi tampil di kalender. Pembatalan dapat ditarik kembali.")
    return form_page(
        request,
        form,
        title,
        _("Ya, batalkan"),
        crumbs=_crumbs(title),
        back=back,
        lead=found.guest,
        warning=warning,
        kind="danger",
    )


@gate.roles(*HOST_ROLES)
@require_POST
def visit_resume(request: HttpRequest, visit_id: int) -> HttpResponse:
    """Take back that guests don't come."""
    found = _visit(request, visit_id)
    demand_keeper(request)
    with telling(request):
        resume_visit(actor=request.actor, visit_id=found.pk)
        messages.success(request, _("Kunjungan dari %(guest)s berlaku lagi.") % {"guest": found.guest})
    return redirect(_month_at(found.starts_on))


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def hosted_complete(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Say, as the host, which unit receives a sending, and its last day where nobody has said."""
    actor = request.actor
    columns = ("title", "agency__name", "host_unit", "starts_on", "ends_on")
    rows = Sending.objects.filter(pk=sending_id, host_agency_id=actor.agency_id).exclude(state=SendingState.DRAFT)
    found = rows.values_list(*columns).first()
    if found is None:
        raise Http404
    demand_keeper(request)
    topic, guest, unit, starts, ends = found
    names = {plain(node.name): node.id for node in unit_tree(actor.agency_id, today()).walk()}
    part = (
        HostArrangement.objects.filter(agency_id=actor.agency_id, sending_number=sending_id)
        .values_list("part", flat=True)
        .first()
    )
    form = HostedForm(request.POST or None, initial={"host_unit": names.get(plain(unit)), "ends_on": ends, "part": part or ""})
    form.fields["host_unit"].offer(actor, unit or _("Belum ditentukan"))
    if ends is not None:
        form.fields["ends_on"].disabled = True
        form.fields["ends_on"].help_text = _("Disebut oleh pengirim; hanya pengirim yang mengubahnya.")
    if request.method == "POST" and form.is_valid():
        chosen = unit_tree(actor.agency_id, today()).by_id.get(form.cleaned_data["host_unit"])
        with onto(form):
            complete_hosted(
                actor=actor,
                sending_id=sending_id,
                host_unit=chosen.name if chosen else "",
                ends_on=form.cleaned_data["ends_on"],
                part=form.cleaned_data["part"],
            )
            messages.success(request, _("Kalender diperbarui."))
            return redirect(_month_at(starts))
    title = _("Lengkapi kiriman")
    lead = _("%(guest)s: %(topic)s") % {"guest": guest, "topic": topic}
    return form_page(request, form, title, _("Simpan"), crumbs=_crumbs(title), back=_month_at(starts), lead=lead)
