"""Begin a draft and say it better, part by part."""

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matang.flow.aims.public import indicators_of
from matang.flow.learn.choices import SendingKind, SendingState
from matang.flow.learn.models import Participant, Sending
from matang.flow.learn.pages.hosts.asking import form_page
from matang.flow.learn.pages.sendings.forms import BeginForm, JourneyForm, ParticipantForm, PurposeForm
from matang.flow.learn.pages.sendings.page import sending_or_404
from matang.flow.learn.permissions import SENDER_ROLES, may_prepare_sending
from matang.flow.learn.services.sendings import (
    NewParticipant,
    SendingDetails,
    add_participant,
    change_sending,
    create_sending,
)
from matang.flow.needs.public import NeedState, UnitNeed
from matang.flow.register.public import unit_tree
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today
from matang.ui.refusals import demand, onto

JOURNEY = ("cohort", "host", "host_unit", "seats", "starts_on", "ends_on")


def crumbs_of(sending: Sending, title: str) -> list[tuple[str, str | None]]:
    """Return the way from the list to a form of a sending."""
    name = Truncator(sending.title).chars(40)
    return [(_("Pengiriman belajar"), reverse("learn:sendings")), (name, back_to(sending)), (title, None)]


def back_to(sending: Sending) -> str:
    """Return the address of the sending's page."""
    return reverse("learn:sending", args=[sending.pk])


def demand_draft(request: HttpRequest, sending_id: int) -> Sending:
    """Return a draft that the actor may change; refuse the page with the reason otherwise."""
    found = sending_or_404(request, sending_id)
    demand(may_prepare_sending(request.actor, found.unit.path))
    if found.state != SendingState.DRAFT:
        raise PermissionDenied(_("Pengiriman ini sudah diajukan. Tarik dulu menjadi konsep bila masih ada yang diubah."))
    return found


def details_of(sending: Sending) -> SendingDetails:
    """Return what a draft says, to change one part and keep the rest."""
    names = (
        "kind", "title", "cohort_id", "need_id", "aim_id", "indicator_id", "host_id", "host_unit", "seats", "starts_on",
        "ends_on", "after_return", "cost_rule",
    )  # fmt: skip
    return SendingDetails(**{name: getattr(sending, name) for name in names})


def _need_named(request: HttpRequest) -> UnitNeed | None:
    """Return the open need that ``?kebutuhan=`` names, where the actor may prepare a sending of its unit."""
    text = request.GET.get("kebutuhan", "")
    if not text.isdecimal() or len(text) > 17:
        return None
    rows = UnitNeed.objects.select_related("unit").filter(pk=int(text), agency_id=request.actor.agency_id)
    found = rows.filter(state__in=(NeedState.OPEN, NeedState.UNDER_WAY)).first()
    return found if found is not None and may_prepare_sending(request.actor, found.unit.path) else None


def purpose_of(actor: Actor, need: UnitNeed | None) -> dict[str, int | None]:
    """Return what a sending for this need serves: the need, its aim, and the aim's indicator where it has only one."""
    if need is None:
        return {}
    rows = list(indicators_of(actor, need.serves_id, today())[:2]) if need.serves_id else []
    return {"need_id": need.pk, "aim_id": need.serves_id, "indicator_id": rows[0].pk if len(rows) == 1 else None}


@gate.roles(*SENDER_ROLES)
@require_http_methods(["GET", "POST"])
def sending_new(request: HttpRequest) -> HttpResponse:
    """Begin a draft."""
    actor = request.actor
    need = _need_named(request)
    said = {"unit": need.unit_id, "title": need.what, "kind": SendingKind.INTERNSHIP} if need else {}
    form = BeginForm(request.POST or None, initial=said, actor=actor, tree=unit_tree(actor.agency_id, today()))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with onto(form):
            details = SendingDetails(data["kind"], data["title"], **purpose_of(actor, need))
            made = create_sending(actor=actor, unit_id=data["unit"], details=details)
            messages.success(request, _("Konsep tersimpan. Lengkapi yang masih kurang di bawah ini."))
            return redirect("learn:sending", made.pk)
    title, back = _("Pengiriman baru"), reverse("learn:sendings")
    return form_page(
        request, form, title, _("Simpan konsep"), crumbs=[(_("Pengiriman belajar"), back), (title, None)], back=back,
        lead=_("Pengiriman berangkat dari kebutuhan, bukan dari undangan. Konsep boleh belum lengkap; yang kurang akan disebut."),
    )  # fmt: skip


@gate.roles(*SENDER_ROLES)
@require_http_methods(["GET", "POST"])
def sending_purpose(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Say why: need, aim, indicator, and what the unit does afterwards."""
    found = demand_draft(request, sending_id)
    said = {"title": found.title, "after_return": found.after_return}
    said |= {name: getattr(found, f"{name}_id") for name in ("need", "aim", "indicator")}
    form = PurposeForm(request.POST or None, sending=found, actor=request.actor, initial=said)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        keys = {f"{name}_id": data[name].pk if data[name] else None for name in ("need", "aim", "indicator")}
        with onto(form):
            details = replace(details_of(found), title=data["title"], after_return=data["after_return"], **keys)
            change_sending(actor=request.actor, sending_id=found.pk, details=details)
            messages.success(request, _("Perubahan disimpan."))
            return redirect(f"{back_to(found)}#need")
    title = _("Alasan dan hasil yang diharapkan")
    more = [(_("Nyatakan kebutuhan unit"), reverse("needs:open_need"))]
    return form_page(
        request, form, title, _("Simpan"), crumbs=crumbs_of(found, title), back=back_to(found), more=more
    )  # fmt: skip


@gate.roles(*SENDER_ROLES)
@require_http_methods(["GET", "POST"])
def sending_journey(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Say where to, when, and how many."""
    found = demand_draft(request, sending_id)
    keys = {"cohort": found.cohort_id, "host": found.host_id}
    form = JourneyForm(request.POST or None, sending=found, initial={name: getattr(found, name) for name in JOURNEY} | keys)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        said = {name: data[name] for name in JOURNEY if name not in keys}
        said |= {f"{name}_id": data[name].pk if data[name] else None for name in keys}
        with onto(form):
            change_sending(actor=request.actor, sending_id=found.pk, details=replace(details_of(found), **said))
            messages.success(request, _("Perubahan disimpan."))
            return redirect(f"{back_to(found)}#journey")
    title = _("Tuan rumah dan waktu")
    more = [(_("Lihat tuan rumah"), reverse("learn:hosts"))]
    return form_page(
        request, form, title, _("Simpan"), crumbs=crumbs_of(found, title), back=back_to(found), more=more
    )  # fmt: skip


@gate.roles(*SENDER_ROLES)
@require_http_methods(["GET", "POST"])
def participant_new(request: HttpRequest, sending_id: int) -> HttpResponse:
    """Put somebody forward, or say it better of somebody who stands there already (``?ubah=`` their number)."""
    found = demand_draft(request, sending_id)
    wanted = request.GET.get("ubah", "")
    row = None
    if wanted.isdecimal() and len(wanted) < 18:
        row = Participant.objects.select_related("person", "mentor").filter(pk=int(wanted), sending=found).first()
    said: dict[str, object] = {"competency": found.need.competency_id if found.need else None}
    if row is not None:
        mentor = row.mentor.nip if row.mentor else ""
        said = {"person": row.person.nip, "mentor": mentor, "competency": row.competency_id, "commitment": row.commitment}
    form = ParticipantForm(request.POST or None, actor=request.actor, initial=said)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        competency = data["competency"].pk if data["competency"] else None
        with onto(form):
            new = NewParticipant(data["person"], data["mentor"], competency, data["commitment"])
            add_participant(actor=request.actor, sending_id=found.pk, new=new)
            messages.success(request, _("Calon peserta disimpan."))
            return redirect(f"{back_to(found)}#people")
    title = _("Ubah calon peserta") if row else _("Calon peserta")
    return form_page(request, form, title, _("Simpan"), crumbs=crumbs_of(found, title), back=back_to(found))
