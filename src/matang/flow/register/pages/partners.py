"""Partners outside the agency: list, add, change, end and resume."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from matang.flow.register.choices import PartnerKind
from matang.flow.register.models import Partner
from matang.flow.register.pages.forms import PartnerChangeForm, PartnerEndForm, PartnerForm
from matang.flow.register.permissions import may_edit_partners
from matang.flow.register.services.partners import change_partner, create_partner, end_partner, resume_partner
from matang.foundation.access import gate
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from matang.ui.asking import day_of
from matang.ui.paging import page_of
from matang.ui.refusals import demand, onto_or_forbid

EDITORS = (Role.HR_OFFICER, Role.HOST_COORDINATOR)


@gate.signed_in
def partners(request: HttpRequest) -> HttpResponse:
    """Show the partners of a day."""
    day, kind, text = day_of(request), request.GET.get("jenis", ""), request.GET.get("q", "").strip()[:100]
    found = Partner.objects.filter(agency_id=request.actor.agency_id).as_at(day).select_related("region")
    if kind in PartnerKind.values:
        found = found.filter(kind=kind)
    for word in text.split():
        found = found.filter(Q(name__icontains=word) | Q(strengths__icontains=word))
    page = page_of(request, found.count())
    context = {
        "day": day,
        "kind": kind,
        "text": text,
        "kinds": PartnerKind.choices,
        "page": page,
        "rows": list(found.order_by("name", "id")[page.window]),
        "may_edit": bool(may_edit_partners(request.actor)),
    }
    return render(request, "register/partners.html", context)


def partner_or_404(request: HttpRequest, partner_id: int) -> Partner:
    """Return a partner of the actor's agency."""
    found = Partner.objects.filter(pk=partner_id, agency_id=request.actor.agency_id).first()
    if found is None:
        raise Http404
    demand(may_edit_partners(request.actor))
    return found


def page_for(request: HttpRequest, form: object, title: str, action: str, **more: object) -> HttpResponse:
    """Return the page of a form about a partner."""
    back = reverse("register:partners")
    context = {
        "form": form,
        "title": title,
        "action": action,
        "back": back,
        "crumbs": [(_("Mitra"), back), (title, None)],
        **more,
    }
    return render(request, "register/form.html", context)


@gate.roles(*EDITORS)
def partner_new(request: HttpRequest) -> HttpResponse:
    """Add a partner."""
    if not may_edit_partners(request.actor):
        raise PermissionDenied
    form = PartnerForm(request.POST or None, initial={"valid_from": today()})
    if request.method == "POST" and form.is_valid():
        with onto_or_forbid(form):
            made = create_partner(actor=request.actor, **form.cleaned_data)
            messages.success(request, _("Mitra %(name)s ditambahkan.") % {"name": made.name})
            return redirect("register:partners")
    return page_for(request, form, _("Mitra baru"), _("Tambah mitra"))


@gate.roles(*EDITORS)
def partner_change(request: HttpRequest, partner_id: int) -> HttpResponse:
    """Mend a partner's facts."""
    found = partner_or_404(request, partner_id)
    initial = {"name": found.name, "kind": found.kind, "region": found.region_id, "strengths": found.strengths}
    form = PartnerChangeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with onto_or_forbid(form):
            change_partner(actor=request.actor, partner=found, **form.cleaned_data)
            messages.success(request, _("Mitra disimpan."))
            return redirect("register:partners")
    danger = (_("Akhiri kemitraan"), reverse("register:partner_end", args=[found.pk]))
    return page_for(request, form, _("Ubah mitra"), _("Simpan mitra"), lead=found.name, danger=danger)


@gate.roles(*EDITORS)
def partner_end(request: HttpRequest, partner_id: int) -> HttpResponse:
    """End a partnership, after asking; the answer offers to take it back."""
    found = partner_or_404(request, partner_id)
    form = PartnerEndForm(request.POST or None, initial={"day": today()})
    if request.method == "POST" and form.is_valid():
        with onto_or_forbid(form):
            end_partner(actor=request.actor, partner=found, **form.cleaned_data)
            messages.success(request, _("Kemitraan dengan %(name)s diakhiri.") % {"name": found.name})
            return redirect(f"{reverse('register:partners')}?batal={found.pk}")
    warning = _("Mitra tidak lagi tampil sejak tanggal itu.")
    return page_for(request, form, _("Akhiri kemitraan"), _("Ya, akhiri"), lead=found.name, warning=warning, kind="danger")


@gate.roles(*EDITORS)
@require_POST
def partner_resume(request: HttpRequest, partner_id: int) -> HttpResponse:
    """Take back the end of a partnership."""
    found = partner_or_404(request, partner_id)
    resume_partner(actor=request.actor, partner=found)
    messages.success(request, _("Kemitraan dengan %(name)s berlaku lagi.") % {"name": found.name})
    return redirect("register:partners")
