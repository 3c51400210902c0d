"""Lists of successors: what is kept, and a file that is tried before it is kept."""

from datetime import date

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from matang.flow.plan.models import SuccessionListing
from matang.flow.plan.pages.forms import SuccessionForm
from matang.flow.plan.permissions import PLANNING_ROLES, may_plan
from matang.flow.plan.services.successions import Listing, load_list, read_list
from matang.flow.register.public import Post, posts_at
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError
from matang.foundation.clock.services import today
from matang.ui.paging import SHORT, page_of

SALT = "plan.succession"
MINUTES = 30
LARGEST = 5_000_000
OFFERED = 12


@gate.roles(*PLANNING_ROLES)
@require_http_methods(["GET", "POST"])
def succession(request: HttpRequest) -> HttpResponse:
    """Show the lists; try a file, then keep what was tried."""
    answer = may_plan(request.actor, "")
    if isinstance(answer, Denied):
        raise PermissionDenied(answer.reason)
    if request.method == "POST" and "isi" in request.POST:
        return _keep(request)
    form, tried = SuccessionForm(request.POST or None, request.FILES or None), None
    if request.method == "POST" and form.is_valid():
        try:
            tried = _try(request, form)
        except RefusedError as error:
            form.add_error("file", error.answer.reason)
    own = SuccessionListing.objects.filter(agency_id=request.actor.agency_id)
    counted = own.values("list_name", "as_at", "source").annotate(
        people=Count("id"), boxed=Count("id", filter=Q(box__isnull=False))
    )
    lists = counted.order_by("list_name", "-as_at")
    page = page_of(request, lists.count(), size=SHORT)
    text = request.GET.get("jabatan", "").strip()[:80]
    offered = _posts(request.actor, text)
    context = {"form": form, "tried": tried, "lists": lists[page.window], "page": page, "text": text}
    return render(request, "plan/succession.html", context | {"offered": offered[:OFFERED], "more": len(offered) > OFFERED})


def _posts(actor: Actor, text: str) -> list[Post]:
    """Return posts whose name and unit hold every word, one more than are shown."""
    posts = posts_at(actor.agency_id, today())
    for word in text.split():
        posts = posts.filter(Q(name__icontains=word) | Q(unit__name__icontains=word))
    return list(posts[: OFFERED + 1]) if text else []


def _try(request: HttpRequest, form: SuccessionForm) -> dict[str, object]:
    """Return what a file would do, signed so that exactly this can be kept."""
    data = form.cleaned_data
    if data["file"].size > LARGEST:
        raise RefusedError(Denied(_("Berkas lebih besar dari 5 MB.")))
    run = read_list(request.actor.agency_id, data["file"].read())
    rows = [[row.person_id, row.box, row.target_kind, row.target_post_id] for row in run.listings]
    content = [request.actor.agency_id, data["list_name"], data["as_at"].isoformat(), data["source"], rows]
    signed = signing.dumps(content, salt=SALT, compress=True)
    return {"signed": signed, "people": len(rows), "boxed": sum(row[1] is not None for row in rows), "faults": run.faults}


def _keep(request: HttpRequest) -> HttpResponse:
    try:
        agency, name, day, source, rows = signing.loads(request.POST["isi"], salt=SALT, max_age=MINUTES * 60)
    except signing.BadSignature:
        messages.error(request, _("Hasil uji coba sudah kedaluwarsa. Unggah berkasnya sekali lagi."))
        return redirect("plan:succession")
    if agency != request.actor.agency_id:
        raise PermissionDenied
    try:
        kept = load_list(
            actor=request.actor, list_name=name, as_at=date.fromisoformat(day), source=source,
            listings=[Listing(*row) for row in rows],
        )  # fmt: skip
    except RefusedError as error:
        messages.error(request, error.answer.reason)
    else:
        messages.success(request, _("Daftar %(name)s disimpan: %(n)s orang.") % {"name": name, "n": kept})
    return redirect("plan:succession")
