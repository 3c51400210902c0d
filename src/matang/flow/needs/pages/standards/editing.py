"""Fill in the standard of a post or of a family, or copy it from another post; what comes of it is looked at first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import Case, Q, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from matang.flow.needs.choices import StandardChangeKind
from matang.flow.needs.pages.fields import basis_field
from matang.flow.needs.pages.standards.grid import Grid, fill, grid_of, sent
from matang.flow.needs.pages.standards.post import post_or_404
from matang.flow.needs.permissions import STANDARD_ROLES, may_set_standards_of
from matang.flow.needs.selectors.families import FUNCTIONAL, Family, families_at, stem_of
from matang.flow.needs.selectors.standard_states import OWN, StandardQuestion, posts_asked
from matang.flow.needs.selectors.standards import requirements_of
from matang.flow.needs.services.standards.changes import prepare
from matang.flow.needs.services.standards.timeline import Span
from matang.flow.register.public import Post, PostKind, posts_at
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today
from matang.ui.fields import day_field
from matang.ui.paging import page_of
from matang.ui.refusals import demand, refusing

HITS = 20


class DecreeForm(forms.Form):
    """From when a standard counts, and by what decree."""

    effective_from = day_field(gettext_lazy("Berlaku sejak"))
    basis = basis_field(gettext_lazy("Dasar penetapan"), gettext_lazy("Nomor keputusan, atau alasan bila belum ada."))


class FamilyForm(DecreeForm):
    """The same for a family, with what happens to requirements that the table leaves empty."""

    complete = forms.TypedChoiceField(
        label=gettext_lazy("Syarat yang tidak diisi di tabel ini"),
        choices=[
            ("tidak", gettext_lazy("tetap seperti adanya")),
            ("ya", gettext_lazy("berakhir: tabel ini menjadi seluruh standarnya")),
        ],
        coerce=lambda value: value == "ya",
        initial="tidak",
        widget=forms.RadioSelect,
    )


@gate.roles(*STANDARD_ROLES)
@require_http_methods(["GET", "POST"])
def post_edit(request: HttpRequest, post_id: int) -> HttpResponse:
    """Fill in the whole standard of one post; saving leads to what it changes."""
    actor, day = request.actor, today()
    post = post_or_404(actor, post_id)
    demand(may_set_standards_of(actor, [post.unit.path]))
    asked = requirements_of(actor.agency_id, day, [(post.pk, post.kind)])[post.pk]
    grid = grid_of(actor.agency_id, day, [post.kind], {post.kind: [asked]})
    form = DecreeForm(request.POST or None, initial={"effective_from": day})
    if request.method == "POST":
        fill(grid, request.POST)
        if form.is_valid() and not grid.errors and _stands(form, actor, post):
            start = form.cleaned_data["effective_from"]
            rows = [(post.pk, key, Span(start, None, level, must)) for key, _kind, level, must in grid.asked()]
            with refusing():
                change = prepare(
                    actor=actor, kind=StandardChangeKind.ONE, title=post.name, rows=rows, complete=True, **form.cleaned_data
                )
            return redirect("needs:standard_change", change.pk)
    default = any(line.default for line in asked)
    context = {"form": form, "grid": grid, "post": post, "default": default}
    return render(request, "needs/standard_edit.html", context, status=_status(form, grid))


def _status(form: forms.Form, grid: Grid | None = None) -> int:
    return 422 if form.errors or (grid is not None and grid.errors) else 200


def _stands(form: forms.Form, actor: Actor, post: Post) -> bool:
    """Return true when the post exists on the chosen day; else note it at the field."""
    if posts_at(actor.agency_id or 0, form.cleaned_data["effective_from"]).filter(pk=post.pk).exists():
        return True
    form.add_error("effective_from", _("Jabatan ini tidak ada pada tanggal itu."))
    return False


@gate.roles(*STANDARD_ROLES)
@require_http_methods(["GET", "POST"])
def post_copy(request: HttpRequest, post_id: int) -> HttpResponse:
    """Take over the standard of another post; GET finds that post, POST prepares the copy."""
    actor, day = request.actor, today()
    post = post_or_404(actor, post_id)
    demand(may_set_standards_of(actor, [post.unit.path]))
    text = request.GET.get("q", "").strip()[:100]
    found = posts_asked(actor, StandardQuestion(day, text, kind="" if text else post.kind, state=OWN)).exclude(pk=post.pk)
    if not text:
        alike = Q(name__istartswith=stem_of(post.name, post.unit.name, post.kind))
        found = found.order_by(Case(When(alike, then=0), default=1), "unit__code", "name", "id")
    form = DecreeForm(request.POST or None, initial={"effective_from": day})
    chosen = ""
    if request.method == "POST":
        chosen = request.POST.get("source", "")
        source = _source(actor, chosen)
        if source is None:
            form.add_error(None, _("Pilih jabatan asal standarnya."))
        elif form.is_valid() and _stands(form, actor, post):
            start = form.cleaned_data["effective_from"]
            asked = requirements_of(actor.agency_id, day, [(source.pk, source.kind)])[source.pk]
            rows = [(post.pk, line.competency_id, Span(start, None, line.level, line.must)) for line in asked]
            title = f"{post.name} ← {source.name}"
            with refusing():
                change = prepare(
                    actor=actor, kind=StandardChangeKind.COPY, title=title, rows=rows, complete=True, **form.cleaned_data
                )
            return redirect("needs:standard_change", change.pk)
    context = {"form": form, "post": post, "text": text, "hits": list(found[:HITS]), "chosen": chosen, "limit": HITS}
    return render(request, "needs/standard_copy.html", context, status=_status(form))


def _source(actor: Actor, said: str) -> Post | None:
    if not said.isdecimal() or len(said) > 17:
        return None
    return posts_asked(actor, StandardQuestion(today(), state=OWN)).filter(pk=int(said)).first()


@dataclass(frozen=True, slots=True)
class FamilyQuestion:
    """What a list of families was asked for."""

    text: str
    kind: str
    lacking: bool


def _paths(actor: Actor) -> tuple[str, ...] | None:
    scope = actor.scope(*STANDARD_ROLES)
    return None if scope.everything else scope.paths


@gate.roles(*STANDARD_ROLES)
@require_safe
def families(request: HttpRequest) -> HttpResponse:
    """List the families of posts whose standards the actor may set."""
    actor, day, get = request.actor, today(), request.GET.get
    groups = {FUNCTIONAL: _("Fungsional (semua jenjang)")} | {
        value: str(label) for value, label in PostKind.choices if not value.startswith("jf_")
    }
    question = FamilyQuestion(
        get("q", "").strip()[:100], get("jenis", "") if get("jenis") in groups else "", get("kurang") == "1"
    )
    found = [family for family in families_at(actor, day, _paths(actor)) if _fits(family, question)]
    page = page_of(request, len(found))
    context = {
        "rows": found[page.window],
        "page": page,
        "question": question,
        "groups": groups,
        "day": day,
        "kinds": dict(PostKind.choices),
    }
    return render(request, "needs/families.html", context)


def _fits(family: Family, question: FamilyQuestion) -> bool:
    words = question.text.casefold().split()
    return (
        (not question.kind or family.group == question.kind)
        and (not question.lacking or family.own < len(family.posts))
        and all(word in family.stem.casefold() for word in words)
    )


def family_or_404(actor: Actor, key: str, day: date) -> Family:
    """Return a family of posts that the actor may set standards of."""
    family = next((family for family in families_at(actor, day, _paths(actor)) if family.key == key), None)
    if family is None:
        raise Http404
    return family


@gate.roles(*STANDARD_ROLES)
@require_http_methods(["GET", "POST"])
def family_edit(request: HttpRequest) -> HttpResponse:
    """Fill in one standard for the posts of a family; some may be left out. Saving leads to what it changes."""
    actor, day = request.actor, today()
    family = family_or_404(actor, request.GET.get("rumpun", ""), day)
    standing: dict[str, list[Any]] = {}
    required = requirements_of(actor.agency_id, day, [(post.id, post.kind) for post in family.posts])
    for post in family.posts:
        if post.own or not family.own:
            standing.setdefault(post.kind, []).append(required[post.id])
    grid = grid_of(actor.agency_id, day, list(family.kinds), standing)
    form = FamilyForm(request.POST or None, initial={"effective_from": day})
    skipped = set(sent(request.POST, "skip"))
    if request.method == "POST":
        fill(grid, request.POST)
        chosen = [post for post in family.posts if post.id not in skipped]
        if not chosen:
            grid.errors.append(_("Semua jabatan dikecualikan; sisakan paling sedikit satu."))
        if form.is_valid() and not grid.errors:
            start = form.cleaned_data["effective_from"]
            there = set(posts_at(actor.agency_id, start).filter(pk__in=[post.id for post in chosen]).values_list("pk", flat=True))
            rows = [
                (post.id, key, Span(start, None, level, must))
                for key, kind, level, must in grid.asked()
                for post in chosen
                if post.kind == kind and post.id in there
            ]
            with refusing():
                change = prepare(actor=actor, kind=StandardChangeKind.FAMILY, title=family.label, rows=rows, **form.cleaned_data)
            return redirect("needs:standard_change", change.pk)
    context = {"form": form, "grid": grid, "family": family, "skipped": skipped, "kinds": dict(PostKind.choices)}
    return render(request, "needs/family_edit.html", context, status=_status(form, grid))
