"""Series: set up, look at with every revision, fill, and take wrong values back; and who has not filled what."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matang.flow.aims.public import Indicator
from matang.flow.measure.models import Series
from matang.flow.measure.models.periods import last_whole, period_name, start_of
from matang.flow.measure.pages.asking import form_page
from matang.flow.measure.pages.forms import VALUE_FIELDS, ReasonForm, SeriesChangeForm, SeriesForm, ValueForm
from matang.flow.measure.pages.indicators import indicator_or_404
from matang.flow.measure.permissions import ENTRY_ROLES, SERIES_ROLES, may_enter_values, may_keep_series
from matang.flow.measure.selectors.owed import unfilled
from matang.flow.measure.selectors.series import history_of_values, points_of, series_visible_to, value_visible_to
from matang.flow.measure.selectors.small import small
from matang.flow.measure.services.series import SeriesDetails, change_series, create_series
from matang.flow.measure.services.values import NewValue, enter_value, later_known, withdraw_value
from matang.flow.register.public import unit_tree
from matang.foundation.access import gate
from matang.foundation.clock.services import now, today
from matang.ui.formats import tanggal, waktu
from matang.ui.paging import page_of
from matang.ui.refusals import demand, onto

DETAILS = ("kind", "source", "starts_on", "place", "main", "counts", "due_days")


def series_or_404(request: HttpRequest, series_id: int) -> Series:
    """Return a series of the actor's agency."""
    found = series_visible_to(request.actor, series_id)
    if found is None:
        raise Http404
    return found


def crumbs_of(indicator: Indicator, *more: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """Return the way from the list over an indicator to a page."""
    first = (_("Capaian indikator"), reverse("measure:indicators"))
    return [first, (indicator.name[:50], reverse("measure:indicator", args=[indicator.pk])), *more]


def _path(series: Series) -> str:
    return series.responsible.path if series.responsible else ""


@gate.signed_in
def series(request: HttpRequest, series_id: int) -> HttpResponse:
    """Show a series with every value ever recorded; what holds today is marked."""
    found, day = series_or_404(request, series_id), today()
    points = points_of([found], day)[found.pk]
    holding = {(point.start, point.as_at) for point in points}
    history = history_of_values(found)
    page = page_of(request, len(history))
    rows = [
        {
            "row": row,
            "period": period_name(found.kind, row.period_start),
            "hidden": small(value=row.value, numerator=row.numerator, denominator=row.denominator, counts=found.counts),
            "holds": row.withdrawn_at is None and (row.period_start, row.as_at) in holding,
        }
        for row in history[page.window]
    ]
    context = {
        "series": found,
        "rows": rows,
        "page": page,
        "values": [point.value for point in points],
        "fills": bool(may_enter_values(request.actor, _path(found))),
        "keeps": bool(may_keep_series(request.actor, _path(found))),
        "crumbs": crumbs_of(found.indicator, (str(found), None)),
        "day": day,
    }
    return render(request, "measure/series.html", context)


@gate.roles(*SERIES_ROLES)
@require_http_methods(["GET", "POST"])
def series_new(request: HttpRequest, indicator_id: int) -> HttpResponse:
    """Set up a series of an indicator."""
    indicator = indicator_or_404(request, indicator_id)
    said = {"unit": indicator.unit_id, "responsible": indicator.unit_id, "source": indicator.data_source}
    form = SeriesForm(request.POST or None, tree=unit_tree(request.actor.agency_id, today()), initial=said)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            made = create_series(actor=request.actor, indicator_id=indicator.pk, details=_details(form))
            messages.success(request, _("Deret tersimpan. Isi nilainya satu per satu, atau impor dari Excel."))
            return redirect("measure:series", made.pk)
    title, back = _("Deret data baru"), reverse("measure:indicator", args=[indicator.pk])
    return form_page(request, form, title, _("Simpan"), crumbs=crumbs_of(indicator, (title, None)), back=back)


@gate.roles(*SERIES_ROLES)
@require_http_methods(["GET", "POST"])
def series_change(request: HttpRequest, series_id: int) -> HttpResponse:
    """Say a series better, or end it."""
    found = series_or_404(request, series_id)
    demand(may_keep_series(request.actor, _path(found)))
    said = {name: getattr(found, name) for name in DETAILS}
    said |= {"unit": found.unit_id, "responsible": found.responsible_id, "closed_on": found.closed_on}
    form = SeriesChangeForm(request.POST or None, tree=unit_tree(request.actor.agency_id, today()), initial=said)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            closed = form.cleaned_data["closed_on"]
            change_series(actor=request.actor, series_id=found.pk, details=_details(form), closed_on=closed)
            messages.success(request, _("Perubahan disimpan."))
            return redirect("measure:series", found.pk)
    title, back = _("Ubah deret"), reverse("measure:series", args=[found.pk])
    crumbs = crumbs_of(found.indicator, (str(found), back), (title, None))
    return form_page(request, form, title, _("Simpan"), crumbs=crumbs, back=back)


def _details(form: SeriesForm) -> SeriesDetails:
    data = form.cleaned_data
    return SeriesDetails(unit_id=data["unit"], responsible_id=data["responsible"], **{name: data[name] for name in DETAILS})


@gate.roles(*ENTRY_ROLES)
@require_http_methods(["GET", "POST"])
def value_new(request: HttpRequest, series_id: int) -> HttpResponse:
    """Enter one value; the receipt names the time."""
    found = series_or_404(request, series_id)
    demand(may_enter_values(request.actor, _path(found)))
    asked = request.GET.get("periode", "")
    newest = start_of(found.kind, last_whole(found.kind, today())).isoformat()
    form = ValueForm(request.POST or None, series=found, initial={"period": asked or newest, "as_at": today()})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with onto(form):
            numbers = {name: data[name] for name in VALUE_FIELDS}
            made = enter_value(actor=request.actor, series_id=found.pk, new=NewValue(**numbers))
            said = {"period": period_name(found.kind, made.period_start), "time": waktu(now())}
            messages.success(request, _("Nilai %(period)s tersimpan pada %(time)s.") % said)
            if later := later_known(made):
                text = _("Yang berlaku tetap nilai yang diketahui per %(day)s: tanggal “diketahui per” yang Anda isi lebih lama.")
                messages.warning(request, text % {"day": tanggal(later.as_at)})
            return redirect("measure:series", found.pk)
    title, back = _("Isi nilai"), reverse("measure:series", args=[found.pk])
    crumbs = crumbs_of(found.indicator, (str(found), back), (title, None))
    lead = f"{found.indicator.name} – {found} – {found.source}"
    return form_page(request, form, title, _("Simpan"), crumbs=crumbs, back=back, lead=lead)


@gate.roles(*ENTRY_ROLES)
@require_http_methods(["GET", "POST"])
def value_withdraw(request: HttpRequest, value_id: int) -> HttpResponse:
    """Take a wrong value back, with the reason."""
    found = value_visible_to(request.actor, value_id)
    if found is None:
        raise Http404
    demand(may_enter_values(request.actor, _path(found.series)))
    form = ReasonForm(request.POST or None)
    period = period_name(found.series.kind, found.period_start)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            withdraw_value(actor=request.actor, value_id=found.pk, reason=form.cleaned_data["reason"])
            messages.success(
                request, _("Nilai %(period)s ditarik. Isi nilai yang benar bila sudah diketahui.") % {"period": period}
            )
            return redirect("measure:series", found.series_id)
    title, back = _("Tarik nilai %(period)s") % {"period": period}, reverse("measure:series", args=[found.series_id])
    lead = _(
        "Hanya untuk nilai yang salah. Bila angkanya direvisi sumbernya, isi nilai baru; yang lama tetap benar pada harinya."
    )
    crumbs = crumbs_of(found.series.indicator, (str(found.series), back), (title, None))
    return form_page(request, form, title, _("Tarik nilai ini"), crumbs=crumbs, back=back, lead=lead, kind="danger")


@gate.signed_in
def owed(request: HttpRequest) -> HttpResponse:
    """List what the reader is asked to fill and has not: by unit, period and days late."""
    day = today()
    rows = unfilled(request.actor, day)
    page = page_of(request, len(rows))
    shown = rows[page.window]
    context = {
        "late": [row for row in shown if row.days_late],
        "soon": [row for row in shown if not row.days_late],
        "late_count": sum(bool(row.days_late) for row in rows),
        "page": page,
        "asked": not request.actor.scope(*ENTRY_ROLES).empty,
        "crumbs": [(_("Capaian indikator"), reverse("measure:indicators")), (_("Nilai yang belum diisi"), None)],
        "day": day,
    }
    return render(request, "measure/owed.html", context)
