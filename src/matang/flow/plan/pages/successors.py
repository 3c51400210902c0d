"""Who is listed to succeed in a post: one person at a time, by an officer, with a reason."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from matang.flow.plan.models import SuccessionListing
from matang.flow.plan.pages.forms import RemovalForm, SuccessorForm
from matang.flow.plan.permissions import PLANNING_ROLES, may_plan
from matang.flow.plan.selectors.successions import listings_visible_to, lists_of, successors_of
from matang.flow.plan.services.listings import add_successor, remove_successor
from matang.flow.register.public import Post, PostKind, posts_at
from matang.foundation.access import gate
from matang.foundation.access.answers import Denied, RefusedError
from matang.foundation.clock.services import today
from matang.ui.paging import SHORT, page_of
from matang.ui.refusals import demand

LONGEST_NAME = 80


@gate.roles(*PLANNING_ROLES)
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Show the people who stand on lists today, of one list or all; and posts by name, to add somebody there."""
    actor, day = request.actor, today()
    name, text = request.GET.get("daftar", ""), request.GET.get("q", "").strip()[:LONGEST_NAME]
    rows = listings_visible_to(actor, day)
    if name:
        rows = rows.filter(list_name=name)
    if text:
        rows = rows.filter(Q(person__full_name__icontains=text) | Q(person__nip=text) | Q(target_post__name__icontains=text))
    page = page_of(request, rows.count(), size=SHORT)
    context = {
        "rows": rows[page.window],
        "page": page,
        "name": name,
        "text": text,
        "lists": lists_of(actor.agency_id),
        "day": day,
    }
    return render(request, "plan/succession_people.html", context | {"kinds": dict(PostKind.choices)})


@gate.roles(*PLANNING_ROLES)
@require_http_methods(["GET", "POST"])
def successors(request: HttpRequest, post_id: int) -> HttpResponse:
    """Show who is listed for a post today, and add one person."""
    actor, day = request.actor, today()
    post = posts_at(actor.agency_id, day).filter(pk=post_id).first()
    if post is None:
        raise Http404
    demand(may_plan(actor, post.unit.path))
    rows = list(successors_of(actor, post, day))
    form = SuccessorForm(request.POST or None, actor=actor, initial={"list_name": _usual_list(post, rows)})
    if request.method == "POST" and form.is_valid() and _added(request, post, form):
        return redirect("plan:successors", post.pk)
    whole = bool(may_plan(actor, ""))
    context = {"post": post, "rows": rows, "form": form, "lists": lists_of(actor.agency_id), "day": day, "whole": whole}
    return render(request, "plan/successors.html", context)


def _usual_list(post: Post, rows: list[SuccessionListing]) -> str:
    own = next((row.list_name for row in rows if row.target_post_id == post.pk), "")
    return own or (_("Suksesi %(post)s") % {"post": post.name})[:LONGEST_NAME]


def _added(request: HttpRequest, post: Post, form: SuccessorForm) -> bool:
    data = form.cleaned_data
    try:
        add_successor(
            actor=request.actor, post_id=post.pk, person_id=data["person"].pk, list_name=data["list_name"], source=data["source"],
            as_at=data["as_at"], reason=data["reason"],
        )  # fmt: skip
    except RefusedError as error:
        form.add_error(None, error.answer.reason)
        return False
    words = {"name": data["person"].display_name, "list": data["list_name"]}
    messages.success(request, _("%(name)s masuk daftar %(list)s. Dipakai skenario sejak perhitungan berikutnya.") % words)
    return True


@gate.roles(*PLANNING_ROLES)
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, listing_id: int) -> HttpResponse:
    """Ask for the reason, then take the person off the list."""
    actor, day = request.actor, today()
    row = listings_visible_to(actor, day).filter(pk=listing_id).first()
    if row is None:
        raise Http404
    answer = may_plan(actor, row.target_post.unit.path if row.target_post else "")
    if isinstance(answer, Denied):
        raise PermissionDenied(answer.reason)
    form = RemovalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            remove_successor(actor=actor, listing_id=row.pk, reason=form.cleaned_data["reason"])
        except RefusedError as error:
            form.add_error(None, error.answer.reason)
        else:
            words = {"name": row.person.display_name, "list": row.list_name}
            messages.success(request, _("%(name)s dikeluarkan dari daftar %(list)s. Catatannya tetap tersimpan.") % words)
            return redirect("plan:successors", row.target_post_id) if row.target_post_id else redirect("plan:listed")
    return render(request, "plan/successor_remove.html", {"row": row, "form": form, "kinds": dict(PostKind.choices)})
