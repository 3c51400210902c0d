"""The list of people."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matang.flow.register.choices import PNS_GRADES, PPPK_GRADES, EmploymentKind, IncumbencyKind, PostKind, ServiceState
from matang.flow.register.permissions import may_add_people, may_read_people
from matang.flow.register.selectors.listing import (
    EVERYBODY,
    SERVING,
    SORTS,
    PeopleQuestion,
    PersonRow,
    ordered,
    people_asked,
    rows_by_key,
    rows_of,
)
from matang.flow.register.selectors.people import reading_scope
from matang.flow.register.selectors.retirement import retirement_at
from matang.flow.register.selectors.units import UnitTree, unit_tree
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.asking import DAY, day_of, query_of
from matang.ui.formats import tanggal
from matang.ui.paging import NUMBER, page_of
from matang.ui.workbooks import long_workbook

MONTHS = (6, 12, 24, 60)
KINDS = dict(EmploymentKind.choices)
POST_KINDS = dict(PostKind.choices)
STATES = dict(ServiceState.choices)
GRADES = tuple(dict.fromkeys((*PNS_GRADES, *PPPK_GRADES)))


@dataclass(frozen=True, slots=True)
class Active:
    """A filter that is on: what it says, and the query that takes it off."""

    label: str
    query: str


def question_of(request: HttpRequest, tree: UnitTree) -> PeopleQuestion:
    """Return what the address asks for; values that are not on the lists are ignored."""
    get = request.GET.get
    unit, months, sort = get("unit", ""), get("pensiun", ""), get("urut", "")
    node = tree.by_id.get(int(unit)) if unit.isdecimal() and len(unit) < 18 else None
    state = get("status", "")
    return PeopleQuestion(
        day=day_of(request),
        text=get("q", "").strip()[:100],
        unit_path=node.path if node else "",
        kind=get("jenis", "") if get("jenis") in KINDS else "",
        grade=get("golongan", "") if get("golongan") in GRADES else "",
        post_kind=get("jabatan", "") if get("jabatan") in POST_KINDS else "",
        state=state if state in STATES or state == EVERYBODY else SERVING,
        retiring=int(months) if months in {str(number) for number in MONTHS} else None,
        sort=sort if sort.lstrip("-") in SORTS else "nama",
    )


def active_filters(request: HttpRequest, question: PeopleQuestion, tree: UnitTree) -> list[Active]:
    """Return the filters that are on, for the chips above the list."""
    line = tree.line(question.unit_path)
    said = (
        ("q", question.text and f"“{question.text}”"),
        ("unit", line[-1].name if line else ""),
        ("jenis", KINDS.get(question.kind, "")),
        ("golongan", question.grade and _("Golongan %(grade)s") % {"grade": question.grade}),
        ("jabatan", POST_KINDS.get(question.post_kind, "")),
        ("status", _("Semua status") if question.state == EVERYBODY else STATES.get(question.state, "")),
        ("pensiun", question.retiring and _("Pensiun dalam %(months)s bulan") % {"months": question.retiring}),
    )
    return [Active(str(label), query_of(request, key, NUMBER)) for key, label in said if label]


@gate.signed_in
def people(request: HttpRequest) -> HttpResponse:
    """Show the people that the actor sees on a day; with htmx only the part that filters change."""
    actor, day = request.actor, day_of(request)
    tree = unit_tree(actor.agency_id, day)
    question = question_of(request, tree)
    asked = people_asked(actor, question)
    if question.text:  # a search looks at everybody: once for the keys, then only at the page
        keys = list(ordered(asked, question.sort).values_list("pk", flat=True))
        page = page_of(request, len(keys))
        rows = rows_by_key(keys[page.window], day)
    else:
        page = page_of(request, asked.count())
        rows = rows_of(ordered(asked, question.sort)[page.window], day) if page.total else []
    scope = reading_scope(actor)
    context = {
        "question": question,
        "day": day,
        "page": page,
        "rows": rows,
        "tree": tree,
        "units": offered_units(tree, scope.paths),
        "line": tree.line(question.unit_path),
        "active": active_filters(request, question, tree),
        "carried": query_of(request, NUMBER, "urut"),
        "carried_all": query_of(request, NUMBER),
        "scope_names": [line[-1].name for path in scope.paths if (line := tree.line(path))],
        "may_add": bool(may_add_people(actor)),
        "only_self": not may_read_people(actor),
        "kinds": KINDS,
        "states": STATES,
        "post_kinds": POST_KINDS,
        "grade_options": [(grade, grade) for grade in GRADES],
        "months": MONTHS,
        "retirement": retirement_at(day),
        "person_base": reverse("register:people"),
        "person_tail": "" if day == today() else f"?{DAY}={day}",
        "short_of": short_of,
        "label_name": _("Nama"),
        "label_post": _("Jabatan"),
        "label_none": _("tanpa jabatan definitif"),
        "label_unit": _("Unit"),
        "label_grade": _("Golongan"),
        "label_retires": _("Pensiun"),
    }
    part = request.htmx and request.htmx.target == "hasil"
    response = render(request, "register/people_found.html" if part else "register/people.html", context)
    response["Vary"] = "HX-Request, Cookie"
    return response


def offered_units(tree: UnitTree, paths: tuple[str, ...]) -> list[tuple[int, str]]:
    """Return the units to choose from: the OPDs, or the actor's own units with those right below."""
    if not paths:
        return [(root.id, root.name) for root in tree.roots]
    nodes = [line[-1] for path in paths if (line := tree.line(path))]
    return [(node.id, node.name) for top in nodes for node in top.walk()]


@gate.signed_in
def people_export(request: HttpRequest) -> HttpResponse:
    """Download exactly the people that the list shows with the same filters, all pages of it."""
    actor, day = request.actor, day_of(request)
    tree = unit_tree(actor.agency_id, day)
    question = question_of(request, tree)
    found = rows_of(ordered(people_asked(actor, question), question.sort), day)
    notes = [
        _("Keadaan per %(day)s") % {"day": tanggal(day)},
        ngettext("%(n)s pegawai", "%(n)s pegawai", len(found)) % {"n": len(found)},
    ]
    if active := active_filters(request, question, tree):
        notes.append(_("Saringan: %(filters)s") % {"filters": ", ".join(item.label for item in active)})
    headings = [
        _("NIP"), _("Nama"), _("Jenis pegawai"), _("Jabatan"), _("Jenis jabatan"), _("Unit"), _("Perangkat daerah"),
        _("Golongan"), _("Kedudukan hukum"), _("Tanggal lahir"), _("Pensiun"), _("Plt./Plh."),
    ]  # fmt: skip
    return long_workbook(f"pegawai-{day}", _("Pegawai"), headings, (cells(row, tree) for row in found), notes)


def cells(row: PersonRow, tree: UnitTree) -> tuple[object, ...]:
    """Return one line of the download."""
    held = row.standing.post
    unit = tree.by_id.get(held.unit_id) if held else None
    opd = tree.opd_of(unit.path) if unit else None
    return (
        row.nip,
        row.name,
        str(KINDS[row.kind]),
        held.name if held else "",
        str(POST_KINDS[held.post_kind]) if held else "",
        unit.name if unit else "",
        opd.name if opd else "",
        row.standing.grade,
        str(STATES.get(row.standing.state, "")),
        row.birth_date,
        row.retires,
        "; ".join(f"{short_of(other.kind)} {other.name}" for other in row.standing.others),
    )


def short_of(kind: str) -> str:
    """Return the short form that an office puts before an acting official's post."""
    return _("Plt.") if kind == IncumbencyKind.ACTING else _("Plh.")
