"""Posts: all of them with who holds them, and one of them with everybody who ever held it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from matang.flow.register.choices import IncumbencyKind, PostKind
from matang.flow.register.models import Incumbency, Post
from matang.flow.register.pages.people import Active, short_of
from matang.flow.register.pages.units import carried_day, crumbs_to
from matang.flow.register.permissions import may_edit_unit
from matang.flow.register.selectors.people import reading_scope
from matang.flow.register.selectors.posts import ACTING, HELD, UNKNOWN, VACANT, PostQuestion, PostRow, post_rows, posts_asked
from matang.flow.register.selectors.units import UnitTree, unit_tree
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.ui.asking import day_of, query_of, tail
from matang.ui.formats import tanggal
from matang.ui.paging import NUMBER, page_of
from matang.ui.workbooks import long_workbook

POST_KINDS = dict(PostKind.choices)


def states() -> dict[str, str]:
    """Return the states of a post that can be filtered by."""
    return {VACANT: _("Lowong"), HELD: _("Terisi"), ACTING: _("Dipegang Plt./Plh."), UNKNOWN: _("Kapasitas tidak diketahui")}


def question_of(request: HttpRequest, tree: UnitTree) -> PostQuestion:
    """Return what the address asks for; values that are not on the lists are ignored."""
    get = request.GET.get
    unit = get("unit", "")
    node = tree.by_id.get(int(unit)) if unit.isdecimal() and len(unit) < 18 else None
    return PostQuestion(
        day=day_of(request),
        text=get("q", "").strip()[:100],
        unit_path=node.path if node else "",
        kind=get("jenis", "") if get("jenis") in POST_KINDS else "",
        state=get("status", "") if get("status") in states() else "",
    )


def active_filters(request: HttpRequest, question: PostQuestion, tree: UnitTree) -> list[Active]:
    """Return the filters that are on."""
    line = tree.line(question.unit_path)
    said = (
        ("q", question.text and f"“{question.text}”"),
        ("unit", line[-1].name if line else ""),
        ("jenis", POST_KINDS.get(question.kind, "")),
        ("status", states().get(question.state, "")),
    )
    return [Active(str(label), query_of(request, key, NUMBER)) for key, label in said if label]


def hide_unseen(rows: list[PostRow], actor: Actor, tree: UnitTree) -> None:
    """Take away the names of holders that the actor does not see; that a post is held is public."""
    scope = reading_scope(actor)
    for row in rows:
        node = tree.by_id.get(row.unit_id)
        if node is None or not scope.covers(node.path):
            row.hide_all_but(actor.person_id)


@gate.signed_in
def posts(request: HttpRequest) -> HttpResponse:
    """Show the posts of a day; with htmx only the part that filters change."""
    actor, day = request.actor, day_of(request)
    tree = unit_tree(actor.agency_id, day)
    question = question_of(request, tree)
    asked = posts_asked(actor.agency_id, question)
    page = page_of(request, asked.count())
    rows = post_rows(asked[page.window], day) if page.total else []
    hide_unseen(rows, actor, tree)
    context = {
        "question": question,
        "day": day,
        **carried_day(request),
        "page": page,
        "rows": rows,
        "tree": tree,
        "units": [(root.id, root.name) for root in tree.roots],
        "line": tree.line(question.unit_path),
        "active": active_filters(request, question, tree),
        "carried_all": query_of(request, NUMBER),
        "post_kinds": POST_KINDS,
        "states": states(),
        "short_of": short_of,
    }
    part = request.htmx and request.htmx.target == "hasil"
    response = render(request, "register/posts_found.html" if part else "register/posts.html", context)
    response["Vary"] = "HX-Request, Cookie"
    return response


@gate.signed_in
def posts_export(request: HttpRequest) -> HttpResponse:
    """Download exactly the posts that the list shows with the same filters, all pages of it."""
    actor, day = request.actor, day_of(request)
    tree = unit_tree(actor.agency_id, day)
    question = question_of(request, tree)
    rows = post_rows(posts_asked(actor.agency_id, question), day)
    hide_unseen(rows, actor, tree)
    notes = [_("Keadaan per %(day)s") % {"day": tanggal(day)}]
    if active := active_filters(request, question, tree):
        notes.append(_("Saringan: %(filters)s") % {"filters": ", ".join(item.label for item in active)})
    headings = [
        _("Jabatan"), _("Jenis jabatan"), _("Eselon"), _("Kelas"), _("Unit"), _("Kapasitas"), _("Lowong"), _("Pemangku"),
        _("Sejak"), _("Plt./Plh."),
    ]  # fmt: skip
    return long_workbook(f"jabatan-{day}", _("Jabatan"), headings, (cells(row, tree) for row in rows), notes)


def cells(row: PostRow, tree: UnitTree) -> tuple[object, ...]:
    """Return one line of the download."""
    unit = tree.by_id.get(row.unit_id)
    return (
        row.name,
        str(POST_KINDS[row.kind]),
        row.echelon,
        row.job_class,
        unit.name if unit else "",
        row.capacity,
        row.vacancies,
        "; ".join(holder.name for holder in row.definitive),
        row.definitive[0].since if len(row.definitive) == 1 else None,
        "; ".join(f"{short_of(holder.kind)} {holder.name}" for holder in row.others),
    )


@gate.signed_in
def post(request: HttpRequest, post_id: int) -> HttpResponse:
    """Show one post: its facts, who holds it on the day, and who held it before."""
    actor, day = request.actor, day_of(request)
    found = Post.objects.filter(pk=post_id, agency_id=actor.agency_id).select_related("unit", "replaces").first()
    if found is None:
        raise Http404
    tree = unit_tree(actor.agency_id, day)
    held = Incumbency.objects.filter(post=found).select_related("person").order_by("-valid_from", "-id")
    if not reading_scope(actor).covers(found.unit.path):
        held = held.filter(person_id=actor.person_id or 0)
    holdings = list(held)
    now = [each for each in holdings if each.valid_from <= day and (each.valid_to is None or each.valid_to > day)]
    definitive = Incumbency.objects.as_at(day).filter(post=found, kind=IncumbencyKind.DEFINITIVE).count()
    exists = found.valid_from <= day and (found.valid_to is None or found.valid_to > day)
    context = {
        "post": found,
        "day": day,
        **carried_day(request),
        "crumbs": crumbs_to(tree.line(found.unit.path), tail(request), found.name),
        "exists": exists,
        "successors": list(found.replaced_by.order_by("valid_from")) if found.valid_to else [],
        "reads": reading_scope(actor).covers(found.unit.path),
        "now": now,
        "past": [each for each in holdings if each not in now and each.valid_from <= day],
        "coming": [each for each in holdings if each.valid_from > day],
        "filled": definitive,
        "vacancies": None if found.capacity is None else max(0, found.capacity - definitive),
        "short_of": short_of,
        "may_edit": bool(may_edit_unit(actor, found.unit.path)),
    }
    return render(request, "register/post.html", context)
