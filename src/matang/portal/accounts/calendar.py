"""The calendar of days off: shown to everybody, changed by officers."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import require
from matang.foundation.access.roles import Role
from matang.foundation.clock import calendar as service
from matang.foundation.clock.models import Holiday, HolidayKind
from matang.foundation.clock.permissions import may_edit_calendar, may_edit_national_calendar
from matang.foundation.clock.selectors import calendar_rows, calendar_state
from matang.foundation.clock.services import today
from matang.portal.accounts.forms import ConfirmForm, ConfirmYearForm, HolidayForm, ReasonForm
from matang.ui.asking import number_in
from matang.ui.formats import tanggal

EDITORS = (Role.HR_OFFICER, Role.SYSTEM_OPERATOR)
EARLIEST, LATEST = 2000, 2100


@gate.signed_in
def calendar(request: HttpRequest) -> HttpResponse:
    """Show the days off of a year."""
    asked = number_in(request, "tahun") or 0
    year = asked if EARLIEST <= asked <= LATEST else today().year
    actor = request.actor
    own, national = bool(may_edit_calendar(actor)), bool(may_edit_national_calendar(actor))
    rows = calendar_rows(actor.agency_id, date(year, 1, 1), date(year, 12, 31))
    lines = [(row, own if row.agency_id else national) for row in rows]
    context = {
        "year": year,
        "state": calendar_state(year),
        "rows": lines,
        "may_edit": own,
        "may_confirm": any(row.estimated and may_change for row, may_change in lines),
    }
    return render(request, "accounts/calendar.html", context)


@gate.roles(*EDITORS)
def add(request: HttpRequest) -> HttpResponse:
    """Ask for a day off of this agency and add it."""
    require(may_edit_calendar(request.actor))
    form = HolidayForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and added(request.actor, form):
        messages.success(request, _("Tanggal ditambahkan."))
        return back_to(form.cleaned_data["day"])
    return render(request, "accounts/add_day.html", {"form": form})


def added(actor: Actor, form: HolidayForm) -> bool:
    """Add the day of the form; put what does not fit into the form."""
    data = form.cleaned_data
    try:
        service.add_day(
            actor,
            day=data["day"],
            name=data["name"],
            kind=HolidayKind(data["kind"]),
            source=data["source"],
            working=data["working"],
        )
    except ValidationError as fault:
        put_into(form, fault)
        return False
    return True


def put_into(form: Form, fault: ValidationError) -> None:
    """Show the messages of a model's validation on the form."""
    for message in fault.messages:
        form.add_error(None, message)


def editable(request: HttpRequest, holiday_id: int) -> Holiday:
    """Return a row of the calendar that the actor may change.

    Raises:
        Http404: no such row for this agency.
        RefusedError: the actor may not change it.
    """
    row = Holiday.objects.filter(pk=holiday_id).first()
    if row is None or row.agency_id not in {None, request.actor.agency_id}:
        raise Http404
    require(may_edit_calendar(request.actor) if row.agency_id else may_edit_national_calendar(request.actor))
    return row


@gate.roles(*EDITORS)
def confirm(request: HttpRequest, holiday_id: int) -> HttpResponse:
    """Ask for the decree in which a day stands, and mark the day as confirmed."""
    row = editable(request, holiday_id)
    form = ConfirmForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            service.confirm_day(request.actor, row, source=form.cleaned_data["source"])
        except ValidationError as fault:
            put_into(form, fault)
        else:
            messages.success(request, _("Tanggal dipastikan."))
            return back_to(row.day)
    return render(request, "accounts/confirm_day.html", {"form": form, "row": row})


@gate.roles(*EDITORS)
def confirm_year(request: HttpRequest, year: int) -> HttpResponse:
    """Ask for one decree for all days of a year that are still estimated, and mark those that stand in it."""
    if not EARLIEST <= year <= LATEST:
        raise Http404
    open_days = {str(row.pk): row for row in estimated_rows(request.actor, year)}
    days = [(key, f"{tanggal(row.day, 'full')} – {row.name}") for key, row in open_days.items()]
    form = ConfirmYearForm(request.POST or None, days=days)
    if request.method == "POST" and form.is_valid():
        chosen = [open_days[key] for key in form.cleaned_data["days"]]
        for row in chosen:
            service.confirm_day(request.actor, row, source=form.cleaned_data["source"])
        said = ngettext("%(n)s tanggal dipastikan.", "%(n)s tanggal dipastikan.", len(chosen))
        messages.success(request, said % {"n": len(chosen)})
        return back_to(date(year, 1, 1))
    return render(request, "accounts/confirm_year.html", {"form": form, "year": year})


def estimated_rows(actor: Actor, year: int) -> list[Holiday]:
    """Return the days of a year that nobody has confirmed yet and the actor may confirm."""
    own, national = may_edit_calendar(actor), may_edit_national_calendar(actor)
    rows = calendar_rows(actor.agency_id, date(year, 1, 1), date(year, 12, 31)).filter(estimated=True)
    return [row for row in rows if (own if row.agency_id else national)]


@gate.roles(*EDITORS)
def remove(request: HttpRequest, holiday_id: int) -> HttpResponse:
    """Ask why, and take a day out of the calendar."""
    row = editable(request, holiday_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        service.remove_day(request.actor, row, reason=form.cleaned_data["reason"])
        messages.success(request, _("Tanggal dihapus dari kalender."))
        return back_to(row.day)
    return render(request, "accounts/remove_day.html", {"form": form, "row": row})


def back_to(day: date) -> HttpResponse:
    """Return the way to the calendar of the day's year."""
    response = redirect("accounts:calendar")
    response["Location"] += f"?tahun={day.year}"
    return response
