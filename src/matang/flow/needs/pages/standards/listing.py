"""Posts by the state of their standard, with counts for each OPD, and the downloads."""

from collections.abc import Iterator
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from matang.flow.needs.models import PostStandard
from matang.flow.needs.permissions import STANDARD_ROLES
from matang.flow.needs.selectors.standard_states import (
    DEFAULT,
    NONE,
    OWN,
    SORTS,
    STATES,
    StandardQuestion,
    counts_by_opd,
    posts_asked,
)
from matang.flow.needs.selectors.standards import competencies_at, requirements_of
from matang.flow.needs.services.standards.workbook import Line, standards_workbook
from matang.flow.register.public import PostKind, UnitTree, unit_tree
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.ui.asking import day_of, query_of, whole
from matang.ui.paging import page_of
from matang.ui.workbooks import attached

KINDS = dict(PostKind.choices)


def state_words() -> dict[str, str]:
    """Return what each state of a standard is called."""
    return {OWN: _("Standar sendiri"), DEFAULT: _("Syarat baku"), NONE: _("Belum ada")}


def question_of(request: HttpRequest, tree: UnitTree) -> StandardQuestion:
    """Return what the address asks for; values that are not on the lists are ignored."""
    get = request.GET.get
    node = tree.by_id.get(whole(get("unit", "")) or 0)
    return StandardQuestion(
        day=day_of(request),
        text=get("q", "").strip()[:100],
        unit_path=node.path if node else "",
        kind=get("jenis", "") if get("jenis") in KINDS else "",
        state=get("keadaan", "") if get("keadaan") in STATES else "",
        competency_id=whole(get("kompetensi", "")),
        level=whole(get("level", "")),
        sort=get("urut", "") if get("urut", "").removeprefix("-") in SORTS else "",
    )


@gate.signed_in
@require_safe
def standards(request: HttpRequest) -> HttpResponse:
    """List posts with what their standard is, and count the states for each OPD."""
    actor, day = request.actor, day_of(request)
    tree = unit_tree(actor.agency_id, day)
    question = question_of(request, tree)
    asked = posts_asked(actor, question)
    page = page_of(request, asked.count())
    posts = list(asked[page.window]) if page.total else []
    required = requirements_of(actor.agency_id, day, [(post.pk, post.kind) for post in posts])
    names = {competency.pk: competency.name for competency in competencies_at(actor.agency_id, day)}
    counts = counts_by_opd(actor, day)
    context = {
        "question": question,
        "day": day,
        "page": page,
        "rows": [(post, _state(required[post.pk]), required[post.pk]) for post in posts],
        "kinds": KINDS,
        "words": state_words(),
        "units": [(root.id, root.name) for root in tree.roots],
        "line": tree.line(question.unit_path),
        "opds": [(root, counts[root.id]) for root in tree.roots if root.id in counts],
        "totals": {state: sum(each[state] for each in counts.values()) for state in STATES},
        "competency": names.get(question.competency_id or 0, ""),
        "tab_query": query_of(request, "keadaan", "halaman"),
        "carried": query_of(request, "halaman"),
        "sort_query": query_of(request, "halaman", "urut"),
        "may_set": not actor.scope(*STANDARD_ROLES).empty,
    }
    return render(request, "needs/standards.html", context)


def _state(required: tuple[object, ...]) -> str:
    if not required:
        return NONE
    return DEFAULT if getattr(required[0], "default", False) else OWN


@gate.signed_in
@require_safe
def standards_download(request: HttpRequest) -> HttpResponse:
    """Download the standards of the posts that the list shows; they load again without a change."""
    tree = unit_tree(request.actor.agency_id, day_of(request))
    question = question_of(request, tree)
    lines = list(_own_lines(request.actor, question))
    notes = [_("Standar sendiri per %(day)s; jabatan dengan syarat baku tidak dimuat.") % {"day": f"{question.day:%d-%m-%Y}"}]
    dictionary = competencies_at(request.actor.agency_id, question.day)
    return attached(f"standar-jabatan-{question.day}.xlsx", standards_workbook(lines, dictionary, notes))


def _own_lines(actor: Actor, question: StandardQuestion) -> Iterator[Line]:
    """Yield what posts ask for on the day or later, so that nothing decided is missing from the file."""
    posts = {post.pk: post for post in posts_asked(actor, question)}
    rows = PostStandard.objects.filter(agency_id=actor.agency_id).exclude(valid_to__lte=question.day)
    words = {competency.pk: competency for competency in competencies_at(actor.agency_id or 0, question.day)}
    found: dict[int, list[tuple[int, int, bool, date, date | None]]] = {}
    for post, *row in rows.order_by("competency__position", "valid_from").values_list(
        "post_id", "competency_id", "level", "must", "valid_from", "valid_to"
    ):
        found.setdefault(post, []).append(tuple(row))
    for key, post in posts.items():
        for competency, level, must, start, end in found.get(key, []):
            if word := words.get(competency):
                yield Line(key, post.name, post.unit.code, post.unit.name, word.code, word.name, level, must, start, end)


@gate.roles(*STANDARD_ROLES)
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """Download the posts that the list shows as a form to fill in: what they ask for now stands in it, default or own."""
    actor, day = request.actor, day_of(request)
    question = question_of(request, unit_tree(actor.agency_id, day))
    posts = list(posts_asked(actor, question))
    required = requirements_of(actor.agency_id, day, [(post.pk, post.kind) for post in posts])
    words = {competency.pk: competency for competency in competencies_at(actor.agency_id, day)}
    lines = []
    for post in posts:
        head = (post.pk, post.name, post.unit.code, post.unit.name)
        asked = [(words[line.competency_id], line) for line in required[post.pk] if line.competency_id in words]
        lines += [Line(*head, word.code, word.name, line.level, line.must, None, None) for word, line in asked]
        if not asked:
            lines.append(Line(*head, "", "", None, None, None, None))
    return attached(f"templat-standar-jabatan-{day}.xlsx", standards_workbook(lines, list(words.values())))
