"""Make, change and end posts, and record who holds them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from matang.flow.register.models import Incumbency, Post
from matang.flow.register.pages.forms import EndForm, IncumbencyForm, PostChangeForm, PostForm
from matang.flow.register.pages.unit_changes import unit_or_404
from matang.flow.register.permissions import may_edit_unit
from matang.flow.register.selectors.picking import people_to_pick, person_offer
from matang.flow.register.services.incumbencies import appoint, end_incumbency
from matang.flow.register.services.posts import correct_post, create_post, end_post
from matang.flow.register.services.reorganisation import succeed_post
from matang.foundation.access import gate
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from matang.ui.picking import offers_found, words_of
from matang.ui.refusals import demand, onto_or_forbid

FACTS = ("name", "kind", "capacity", "echelon", "job_class")


def post_or_404(request: HttpRequest, post_id: int) -> Post:
    """Return a post of the actor's agency that the actor may change."""
    found = Post.objects.filter(pk=post_id, agency_id=request.actor.agency_id).select_related("unit").first()
    if found is None:
        raise Http404
    demand(may_edit_unit(request.actor, found.unit.path))
    return found


def page(request: HttpRequest, form: Any, post: Post, title: str, action: str, **more: Any) -> HttpResponse:
    """Return the page of a form about a post."""
    back = reverse("register:post", args=[post.pk])
    crumbs = [(_("Jabatan"), reverse("register:posts")), (post.name, back), (title, None)]
    context = {"form": form, "title": title, "lead": post.name, "action": action, "back": back, "crumbs": crumbs, **more}
    return render(request, "register/form.html", context)


@gate.roles(Role.HR_OFFICER)
def post_new(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Make a post in a unit."""
    unit = unit_or_404(request, unit_id)
    form = PostForm(request.POST or None, initial={"valid_from": max(unit.valid_from, today())})
    if request.method == "POST" and form.is_valid():
        with onto_or_forbid(form):
            made = create_post(actor=request.actor, unit=unit, origin="manual", **form.cleaned_data)
            messages.success(request, _("Jabatan %(name)s dibuat.") % {"name": made.name})
            return redirect("register:post", made.pk)
    back = reverse("register:unit", args=[unit.pk])
    context = {
        "form": form,
        "title": _("Jabatan baru"),
        "lead": unit.name,
        "action": _("Buat jabatan"),
        "back": back,
        "crumbs": [(_("Unit"), reverse("register:units")), (unit.name, back), (_("Jabatan baru"), None)],
    }
    return render(request, "register/form.html", context)


@gate.roles(Role.HR_OFFICER)
def post_change(request: HttpRequest, post_id: int) -> HttpResponse:
    """Change a post officially from a day on, or mend a slip of the pen."""
    found = post_or_404(request, post_id)
    initial = {name: getattr(found, name) for name in FACTS}
    form = PostChangeForm(request.POST or None, initial={**initial, "day": today()})
    if request.method == "POST" and form.is_valid():
        with onto_or_forbid(form):
            heir = change(request, found, form)
            messages.success(request, _("Jabatan disimpan."))
            return redirect(f"{reverse('register:post', args=[heir.pk])}?per={max(heir.valid_from, today())}")
    danger = (_("Akhiri jabatan ini"), reverse("register:post_end", args=[found.pk]))
    return page(request, form, found, _("Ubah jabatan"), _("Simpan jabatan"), danger=danger)


def change(request: HttpRequest, post: Post, form: PostChangeForm) -> Post:
    """Carry out the change that the form asks for and return the post as it then is."""
    data = form.cleaned_data
    facts = {name: data[name] for name in FACTS}
    if data["how"] == PostChangeForm.OFFICIAL:
        return succeed_post(actor=request.actor, post=post, day=data["day"], reason=data["reason"], **facts)
    correct_post(actor=request.actor, post=post, reason=data["reason"], **facts)
    return post


@gate.roles(Role.HR_OFFICER)
def post_end(request: HttpRequest, post_id: int) -> HttpResponse:
    """End a post, after asking."""
    found = post_or_404(request, post_id)
    form = EndForm(request.POST or None, initial={"day": today()})
    if request.method == "POST" and form.is_valid():
        with onto_or_forbid(form):
            end_post(actor=request.actor, post=found, **form.cleaned_data)
            messages.success(request, _("Jabatan %(name)s diakhiri.") % {"name": found.name})
            return redirect("register:unit", found.unit_id)
    warning = _("Jabatan tidak lagi ada sejak tanggal itu. Laporan tanggal sebelumnya tetap memuatnya.")
    return page(request, form, found, _("Akhiri jabatan"), _("Ya, akhiri jabatan"), warning=warning, kind="danger")


@gate.roles(Role.HR_OFFICER)
def incumbency_new(request: HttpRequest, post_id: int) -> HttpResponse:
    """Record who holds a post."""
    found = post_or_404(request, post_id)
    form = IncumbencyForm(request.POST or None, actor=request.actor, day=today(), initial={"valid_from": today()})
    if request.method == "POST" and form.is_valid():
        with onto_or_forbid(form):
            made = appoint(actor=request.actor, post=found, **form.cleaned_data)
            messages.success(request, _("%(name)s dicatat sebagai pemangku.") % {"name": made.person.display_name})
            return redirect(f"{reverse('register:post', args=[found.pk])}?per={max(made.valid_from, today())}")
    note = _("Untuk pemangku definitif, jabatan definitif sebelumnya berakhir pada tanggal mulai.")
    return page(request, form, found, _("Catat pemangku"), _("Simpan pemangku"), note=note)


@gate.roles(Role.HR_OFFICER)
def person_pick(request: HttpRequest) -> JsonResponse:
    """Offer people whose name or NIP begins like what was typed; only those the actor sees."""
    return offers_found(request, people_to_pick(request.actor, today(), words_of(request)), person_offer)


@gate.roles(Role.HR_OFFICER)
def incumbency_end(request: HttpRequest, incumbency_id: int) -> HttpResponse:
    """End what a person holds, after asking."""
    rows = Incumbency.objects.filter(pk=incumbency_id, agency_id=request.actor.agency_id)
    found = rows.select_related("person", "post__unit").first()
    if found is None:
        raise Http404
    demand(may_edit_unit(request.actor, found.post.unit.path))
    form = EndForm(request.POST or None, initial={"day": today()})
    if request.method == "POST" and form.is_valid():
        with onto_or_forbid(form):
            end_incumbency(actor=request.actor, incumbency=found, **form.cleaned_data)
            messages.success(request, _("Masa jabatan %(name)s diakhiri.") % {"name": found.person.display_name})
            return redirect("register:post", found.post_id)
    name = found.person.display_name
    warning = _("%(name)s tidak lagi memangku jabatan ini sejak tanggal itu.") % {"name": name}
    return page(request, form, found.post, _("Akhiri masa jabatan"), _("Ya, akhiri"), warning=warning, kind="danger")
