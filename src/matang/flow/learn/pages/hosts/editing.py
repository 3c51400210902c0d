"""Add, change and remove hosts, what they are good at and what they offer."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from matang.flow.learn.models import Host, HostOffering, HostStrength
from matang.flow.learn.pages.hosts.asking import demand_keeper, form_page
from matang.flow.learn.pages.hosts.forms import HostForm, OfferingForm, StrengthForm
from matang.flow.learn.pages.hosts.listing import host_or_404
from matang.flow.learn.permissions import HOST_ROLES
from matang.flow.learn.selectors.hosts.listing import topics_of
from matang.flow.learn.services.hosts.hosts import (
    publish_offering,
    remove_host,
    remove_offering,
    remove_strength,
    save_host,
    save_offering,
    save_strength,
)
from matang.foundation.access import gate
from matang.ui.refusals import onto, telling


def _crumbs(host: Host | None, title: str) -> list[tuple[str, str | None]]:
    """Return the way from the list to a form of a host."""
    way: list[tuple[str, str | None]] = [(_("Tuan rumah"), reverse("learn:hosts"))]
    if host is not None:
        way.append((str(host), reverse("learn:host", args=[host.pk])))
    return [*way, (title, None)]


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def host_new(request: HttpRequest) -> HttpResponse:
    """Add a host."""
    demand_keeper(request)
    form = HostForm(request.POST or None, actor=request.actor, instance=Host(agency_id=request.actor.agency_id))
    if request.method == "POST" and form.is_valid():
        with onto(form):
            made = save_host(actor=request.actor, host=form.instance)
            messages.success(request, _("%(name)s tercatat sebagai tuan rumah.") % {"name": made})
            return redirect("learn:host", made.pk)
    title, back = _("Tuan rumah baru"), reverse("learn:hosts")
    lead = _("Tuan rumah dipilih dari daftar mitra. Bila belum ada di sana, tambahkan dulu mitranya.")
    more = [(_("Tambah mitra"), reverse("register:partner_new"))]
    return form_page(request, form, title, _("Simpan tuan rumah"), crumbs=_crumbs(None, title), back=back, lead=lead, more=more)


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def host_change(request: HttpRequest, host_id: int) -> HttpResponse:
    """Mend what is said about a host."""
    found = host_or_404(request, host_id)
    demand_keeper(request)
    form = HostForm(request.POST or None, actor=request.actor, instance=found)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            save_host(actor=request.actor, host=form.instance)
            messages.success(request, _("Tuan rumah disimpan."))
            return redirect("learn:host", found.pk)
    title, back = _("Ubah tuan rumah"), reverse("learn:host", args=[found.pk])
    remove = (_("Hapus tuan rumah"), reverse("learn:host_remove", args=[found.pk]))
    return form_page(request, form, title, _("Simpan"), crumbs=_crumbs(found, title), back=back, remove=remove)


@gate.roles(*HOST_ROLES)
@require_POST
def host_remove(request: HttpRequest, host_id: int) -> HttpResponse:
    """Remove a host that nothing depends on."""
    found = host_or_404(request, host_id)
    demand_keeper(request)
    name = str(found)
    with telling(request):
        remove_host(actor=request.actor, host_id=found.pk)
        messages.success(request, _("%(name)s dihapus dari daftar tuan rumah.") % {"name": name})
        return redirect("learn:hosts")
    return redirect("learn:host", found.pk)


def _strength(request: HttpRequest, strength_id: int) -> HostStrength:
    rows = HostStrength.objects.filter(pk=strength_id, agency_id=request.actor.agency_id)
    found = rows.select_related("host__partner", "host__agency").first()
    if found is None:
        raise Http404
    return found


def _keep_strength(request: HttpRequest, strength: HostStrength, title: str) -> HttpResponse:
    """Show the form of a strength, or store what it says."""
    demand_keeper(request)
    host = strength.host
    form = StrengthForm(request.POST or None, actor=request.actor, instance=strength)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            save_strength(actor=request.actor, strength=form.instance)
            messages.success(request, _("Keunggulan disimpan."))
            return redirect("learn:host", host.pk)
    remove = (_("Hapus keunggulan"), reverse("learn:strength_remove", args=[strength.pk])) if strength.pk else None
    return form_page(
        request, form, title, _("Simpan keunggulan"), crumbs=_crumbs(host, title), lead=str(host),
        back=reverse("learn:host", args=[host.pk]), topics=topics_of(request.actor), remove=remove,
    )  # fmt: skip


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def strength_new(request: HttpRequest, host_id: int) -> HttpResponse:
    """Add something that a host does well."""
    host = host_or_404(request, host_id)
    return _keep_strength(request, HostStrength(agency_id=host.agency_id, host=host), _("Keunggulan baru"))


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def strength_change(request: HttpRequest, strength_id: int) -> HttpResponse:
    """Mend a strength."""
    return _keep_strength(request, _strength(request, strength_id), _("Ubah keunggulan"))


@gate.roles(*HOST_ROLES)
@require_POST
def strength_remove(request: HttpRequest, strength_id: int) -> HttpResponse:
    """Remove a strength."""
    found = _strength(request, strength_id)
    demand_keeper(request)
    with telling(request):
        remove_strength(actor=request.actor, strength_id=found.pk)
        messages.success(request, _("Keunggulan dihapus."))
    return redirect("learn:host", found.host_id)


def _offering(request: HttpRequest, offering_id: int) -> HostOffering:
    rows = HostOffering.objects.filter(pk=offering_id, agency_id=request.actor.agency_id)
    found = rows.select_related("host__partner", "host__agency").first()
    if found is None:
        raise Http404
    return found


def _keep_offering(request: HttpRequest, offering: HostOffering, title: str) -> HttpResponse:
    """Show the form of an offering, or store what it says."""
    demand_keeper(request)
    host = offering.host
    form = OfferingForm(request.POST or None, actor=request.actor, host=host, instance=offering)
    if request.method == "POST" and form.is_valid():
        with onto(form):
            save_offering(actor=request.actor, offering=form.instance)
            messages.success(request, _("Penawaran disimpan."))
            return redirect("learn:host", host.pk)
    remove = (_("Hapus penawaran"), reverse("learn:offering_remove", args=[offering.pk])) if offering.pk else None
    warning = _("Penawaran ini terbit: pemerintah lain membaca perubahannya segera.") if offering.published else ""
    return form_page(
        request, form, title, _("Simpan penawaran"), crumbs=_crumbs(host, title), lead=str(host), warning=warning,
        back=reverse("learn:host", args=[host.pk]), topics=topics_of(request.actor), remove=remove,
    )  # fmt: skip


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def offering_new(request: HttpRequest, host_id: int) -> HttpResponse:
    """Add an offering of a host."""
    host = host_or_404(request, host_id)
    return _keep_offering(request, HostOffering(agency_id=host.agency_id, host=host), _("Penawaran baru"))


@gate.roles(*HOST_ROLES)
@require_http_methods(["GET", "POST"])
def offering_change(request: HttpRequest, offering_id: int) -> HttpResponse:
    """Mend an offering."""
    return _keep_offering(request, _offering(request, offering_id), _("Ubah penawaran"))


@gate.roles(*HOST_ROLES)
@require_POST
def offering_publish(request: HttpRequest, offering_id: int) -> HttpResponse:
    """Publish an offering of our own, or take it back."""
    found = _offering(request, offering_id)
    demand_keeper(request)
    with telling(request):
        changed = publish_offering(actor=request.actor, offering_id=found.pk, published=request.POST.get("terbit") == "ya")
        said = _("Penawaran terbit: semua pemerintah di Matang dapat membacanya.")
        messages.success(request, said if changed.published else _("Penawaran tidak lagi dibaca pemerintah lain."))
    return redirect("learn:host", found.host_id)


@gate.roles(*HOST_ROLES)
@require_POST
def offering_remove(request: HttpRequest, offering_id: int) -> HttpResponse:
    """Remove an offering."""
    found = _offering(request, offering_id)
    demand_keeper(request)
    with telling(request):
        remove_offering(actor=request.actor, offering_id=found.pk)
        messages.success(request, _("Penawaran dihapus."))
    return redirect("learn:host", found.host_id)
