"""Changes of standards: load a file, look at what a change would do, decide, throw away, take back; and their history."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from matang.flow.needs.choices import ChangeState, StandardChangeKind
from matang.flow.needs.models import Competency, PostStandard, StandardChange
from matang.flow.needs.pages.fields import basis_field
from matang.flow.needs.pages.standards.editing import family_or_404
from matang.flow.needs.permissions import STANDARD_ROLES, may_set_standard
from matang.flow.needs.selectors.families import FUNCTIONAL, families_at
from matang.flow.needs.services.findings import shown
from matang.flow.needs.services.standards import changes as service
from matang.flow.needs.services.standards.planning import CREATED, LEFT, Line, Plan
from matang.flow.needs.services.standards.reading import read_standards
from matang.flow.needs.services.standards.workbook import findings_workbook
from matang.flow.register.public import Post, UnreadableFileError
from matang.foundation.access import gate
from matang.foundation.access.answers import RefusedError
from matang.foundation.clock.services import today
from matang.ui.fields import UploadField, day_field
from matang.ui.paging import page_of
from matang.ui.refusals import demand, refusing
from matang.ui.workbooks import attached


class UploadForm(forms.Form):
    """A file of standards, and what its silence means."""

    file = UploadField(
        help_text=gettext_lazy("Templat yang sudah diisi, unduhan standar yang diperbaiki, atau tabel satu rumpun fungsional.")
    )
    family = forms.ChoiceField(
        label=gettext_lazy("Tabel satu rumpun fungsional"),
        required=False,
        help_text=gettext_lazy("Hanya bila berkasnya memuat satu kolom untuk setiap jenjang (Pertama, Muda, Madya, Utama)."),
    )
    effective_from = day_field(gettext_lazy("Berlaku sejak"), gettext_lazy("Untuk baris yang tidak menyebut tanggalnya sendiri."))
    basis = basis_field(gettext_lazy("Dasar penetapan"), gettext_lazy("Nomor keputusan, atau alasan bila belum ada."))
    complete = forms.BooleanField(
        label=gettext_lazy("Berkas ini memuat standar lengkap dari setiap jabatan di dalamnya"),
        required=False,
        help_text=gettext_lazy("Bila dicentang, syarat lain dari jabatan itu berakhir."),
    )
    fill_default = forms.BooleanField(
        label=gettext_lazy("Lengkapi dengan syarat baku"),
        required=False,
        help_text=gettext_lazy(
            "Jabatan yang belum punya standar sendiri tetap diminta level baku untuk kompetensi yang tidak disebut."
        ),
    )

    def __init__(self, *args: object, families: Iterable[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["family"].choices = [("", gettext_lazy("Bukan, satu baris untuk setiap jabatan")), *families]


@gate.roles(*STANDARD_ROLES)
@require_http_methods(["GET", "POST"])
def standards_upload(request: HttpRequest) -> HttpResponse:
    """Take a file and go on to what it would change; nothing of the standards changes yet."""
    actor, scope = request.actor, request.actor.scope(*STANDARD_ROLES)
    paths = None if scope.everything else scope.paths
    found = [family for family in families_at(actor, today(), paths) if family.group == FUNCTIONAL]
    choices = sorted((family.key, f"{family.stem} ({len(family.posts)})") for family in found)
    form = UploadForm(request.POST or None, request.FILES or None, initial={"effective_from": today()}, families=choices)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        family = family_or_404(actor, data["family"], today()) if data["family"] else None
        try:
            reading = read_standards(
                data["file"].read(),
                data["file"].name,
                agency_id=actor.agency_id,
                day=data["effective_from"],
                scope=scope,
                family=family,
            )
        except UnreadableFileError as error:
            form.add_error("file", str(error))
        else:
            with refusing():
                change = service.prepare(
                    actor=actor,
                    kind=StandardChangeKind.FILE,
                    title=data["file"].name,
                    effective_from=data["effective_from"],
                    rows=reading.wanted,
                    basis=data["basis"],
                    complete=data["complete"],
                    fill_default=data["fill_default"],
                    findings=reading.findings,
                    file_name=data["file"].name,
                )
            return redirect("needs:standard_change", change.pk)
    return render(request, "needs/standards_upload.html", {"form": form}, status=422 if form.errors else 200)


@gate.roles(*STANDARD_ROLES)
@require_safe
def standard_changes(request: HttpRequest) -> HttpResponse:
    """List the changes of standards, the newest first."""
    asked = StandardChange.objects.filter(agency_id=request.actor.agency_id).defer("content", "findings", "undo")
    page = page_of(request, asked.count())
    rows = list(asked.select_related("created_by", "applied_by")[page.window]) if page.total else []
    return render(request, "needs/standard_changes.html", {"page": page, "rows": rows, "words": tally_words()})


def tally_words() -> dict[str, str]:
    """Return what each count of a change is called."""
    return {
        "posts": _("Jabatan berubah"),
        "created": _("Syarat baru"),
        "changed": _("Syarat berubah"),
        "ended": _("Syarat berakhir"),
        "left": _("Syarat tetap"),
        "posts_left": _("Jabatan tetap"),
    }


SHOWN = 60


@dataclass(slots=True)
class AlikePosts:
    """Posts to which the very same happens: what that is, who they are (the first of them), and how many."""

    lines: list[tuple[str, Line]]
    left: int
    posts: list[Post]
    count: int


@gate.roles(*STANDARD_ROLES)
@require_http_methods(["GET", "POST"])
def standard_change(request: HttpRequest, change_id: int) -> HttpResponse:
    """Show what a change would do or did, post by post; decide, throw away, take back."""
    found = StandardChange.objects.filter(pk=change_id, agency_id=request.actor.agency_id).first()
    if found is None:
        raise Http404
    if request.method == "POST":
        demand(may_set_standard(request.actor))
        with refusing():
            return _act(request, found)
    plan = service.plan_change(found) if found.state == ChangeState.DRAFT else None
    lines = plan.lines if plan else _written(found)
    groups = _alike(lines)
    page = page_of(request, len(groups))
    context = {
        "change": found,
        "plan": plan,
        "tally": plan.tally if plan else found.tally,
        "words": tally_words(),
        "findings": shown(found.findings),
        "page": page,
        "rows": _named(found.agency_id, groups[page.window]),
        "narrowed": _narrowed(found, plan),
        "may_undo": service.may_undo(found),
    }
    return render(request, "needs/standard_change.html", context)


@gate.roles(*STANDARD_ROLES)
@require_safe
def standard_findings(request: HttpRequest, change_id: int) -> HttpResponse:
    """Download every finding of a file, with its row and the way out."""
    found = StandardChange.objects.filter(pk=change_id, agency_id=request.actor.agency_id).first()
    if found is None:
        raise Http404
    return attached(f"temuan-{found.pk}.xlsx", findings_workbook(shown(found.findings)))


def _narrowed(change: StandardChange, plan: Plan | None) -> int:
    """Return how many posts would lose the default of their kind, because a standard of their own replaces all of it."""
    return len(plan.first_own) if plan and not change.content.get("fill_default") else 0


def _written(change: StandardChange) -> list[Line]:
    rows = PostStandard.objects.filter(change=change).order_by("competency__position", "valid_from")
    fields = ("post_id", "competency_id", "level", "must", "valid_from", "valid_to")
    return [
        Line(post, key, CREATED, None, (level, must), start, end)
        for post, key, level, must, start, end in rows.values_list(*fields)
    ]


def _alike(lines: list[Line]) -> list[list[list[Line]]]:
    """Return the lines by post, posts with the same lines together; most posts first, what changes nothing last."""
    by_post: dict[int, list[Line]] = {}
    for line in lines:
        by_post.setdefault(line.post_id, []).append(line)
    groups: dict[tuple[object, ...], list[list[Line]]] = {}
    for each in by_post.values():
        key = tuple((line.competency_id, line.outcome, line.before, line.after, line.start, line.end) for line in each)
        groups.setdefault(key, []).append(each)
    return sorted(groups.values(), key=lambda group: (all(line.outcome == LEFT for line in group[0]), -len(group)))


def _named(agency_id: int, groups: list[list[list[Line]]]) -> list[AlikePosts]:
    """Return the groups of this page with names; two queries."""
    shown_posts = {lines[0].post_id for group in groups for lines in group[:SHOWN]}
    posts = {post.pk: post for post in Post.objects.filter(agency_id=agency_id, pk__in=shown_posts).select_related("unit")}
    keys = {line.competency_id for group in groups for line in group[0]}
    names = dict(Competency.objects.filter(agency_id=agency_id, pk__in=keys).values_list("pk", "name"))
    return [
        AlikePosts(
            [(names.get(line.competency_id, "–"), line) for line in group[0] if line.outcome != LEFT],
            sum(line.outcome == LEFT for line in group[0]),
            [posts[lines[0].post_id] for lines in group[:SHOWN] if lines[0].post_id in posts],
            len(group),
        )
        for group in groups
    ]


def _act(request: HttpRequest, change: StandardChange) -> HttpResponse:
    act, actor = request.POST.get("act", ""), request.actor
    here = redirect("needs:standard_change", change.pk)
    if act == "apply":
        try:
            service.apply_change(actor=actor, change_id=change.pk, digest=request.POST.get("digest", ""))
        except service.StaleError:
            messages.warning(request, _("Standar berubah sejak Anda meninjaunya. Tinjau sekali lagi, lalu tetapkan."))
        else:
            messages.success(request, _("Standar ditetapkan."))
    elif act == "discard":
        service.discard_change(actor=actor, change_id=change.pk)
        messages.success(request, _("Perubahan dibuang. Standar tidak berubah."))
        return redirect("needs:standards")
    elif act == "undo":
        try:
            service.undo_change(actor=actor, change_id=change.pk, reason=request.POST.get("reason", ""))
        except RefusedError as error:
            if not may_set_standard(actor):
                raise PermissionDenied(error.answer.reason) from error
            messages.error(request, error.answer.reason)
        else:
            messages.success(request, _("Perubahan dibatalkan; standar kembali seperti sebelumnya."))
    return here
