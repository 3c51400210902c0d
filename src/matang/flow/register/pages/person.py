"""One person: profile and history, and what is held about them with its origin."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from matang.flow.register.choices import AppraisalRating, EducationLevel, IncumbencyKind, PostKind, ServiceState
from matang.flow.register.models import Person
from matang.flow.register.pages.people import short_of
from matang.flow.register.permissions import may_ask_correction, may_edit_person, may_read_stored
from matang.flow.register.selectors.corrections import open_corrections
from matang.flow.register.selectors.held import (
    changes_of,
    import_of,
    names_of,
    origin_in_words,
    recorded_about,
    stored_about,
)
from matang.flow.register.selectors.history import Fact, History, history_of_person
from matang.flow.register.selectors.people import person_visible_to, unit_path_of
from matang.flow.register.selectors.retirement import retirement_at
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from matang.ui.asking import day_of, tail
from matang.ui.formats import tanggal
from matang.ui.refusals import demand

STATES = dict(ServiceState.choices)
LEVELS = dict(EducationLevel.choices)
RATINGS = dict(AppraisalRating.choices)
POST_KINDS = dict(PostKind.choices)
UNDOABLE = {"grade": "golongan", "state": "kedudukan", "education": "pendidikan", "career": "riwayat", "appraisal": "penilaian"}
KINDS = {
    "post": "info",
    "grade": "pass",
    "state": "warn",
    "education": "neutral",
    "career": "neutral",
    "appraisal": "neutral",
}
SHOWN_APPRAISALS = 2  # as many as the law looks at


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the timeline, ready to be drawn."""

    date: date | str
    title: str
    text: str
    kind: str


def person_or_404(request: HttpRequest, person_id: int) -> Person:
    """Return the person as the actor sees them on the page's day; who is not the actor's to see is not there."""
    found = person_visible_to(request.actor, person_id, day_of(request))
    if found is None:
        raise Http404
    return found


def title_of(fact: Fact) -> str:
    """Return what a fact says, in a few words."""
    if fact.what == "post":
        return fact.text if fact.kind == IncumbencyKind.DEFINITIVE else f"{short_of(fact.kind)} {fact.text}"
    if fact.what == "grade":
        return _("Golongan %(grade)s") % {"grade": fact.text}
    if fact.what == "state":
        return str(STATES.get(fact.text, fact.text))
    if fact.what == "education":
        return f"{LEVELS.get(fact.text, fact.text)} {fact.kind}".strip()
    if fact.what == "appraisal":
        return _("Predikat kinerja %(year)s: %(rating)s") % {"year": fact.number, "rating": RATINGS.get(fact.text, fact.text)}
    return fact.text


def text_of(fact: Fact, day: date) -> str:
    """Return what stands below the title: the place, the decree, and until when."""
    decree = (
        fact.decree if not fact.decree or fact.decree.upper().startswith("SK") else _("SK %(decree)s") % {"decree": fact.decree}
    )
    parts = [fact.place, decree]
    if fact.since and fact.since > day:
        parts.append(_("akan berlaku"))
    elif fact.until:
        parts.append(_("sampai %(day)s") % {"day": tanggal(fact.until, "short")})
    return " · ".join(part for part in parts if part)


def timeline(history: History) -> list[Item]:
    """Return the history as lines, newest first."""
    return [
        Item(
            date=fact.since or (str(fact.number) if fact.number else _("tahun tidak tercatat")),
            title=title_of(fact),
            text=text_of(fact, history.day),
            kind=KINDS[fact.what],
        )
        for fact in history.facts
    ]


@gate.signed_in
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show a person's profile on a day, with the history until then."""
    actor, day = request.actor, day_of(request)
    found = person_or_404(request, person_id)
    history = history_of_person(found.pk, day, with_coming=day >= today())
    retirement = retirement_at(day)
    post = history.post
    grade, state = next(iter(history.now("grade")), None), next(iter(history.now("state")), None)
    is_self = bool(may_ask_correction(actor, found.pk))
    context: dict[str, Any] = {
        "person": found,
        "day": day,
        "tail": tail(request),
        "history": history,
        "items": timeline(history),
        "post": post,
        "others": history.others,
        "coming": history.coming,
        "grade": grade,
        "state": str(STATES[state.text]) if state else "",
        "serving": state is None or state.text == ServiceState.ACTIVE,
        "education": next((title_of(fact) for fact in history.facts if fact.what == "education"), ""),
        "appraisals": [(fact.number, RATINGS.get(fact.text, fact.text)) for fact in history.now("appraisal")][:SHOWN_APPRAISALS],
        "retires": retirement.date_of(found.birth_date, post.post_kind if post else None),
        "retirement": retirement,
        "is_self": is_self,
        "reads_stored": bool(may_read_stored(actor, found.pk)),
        "open": open_corrections(found.pk) if is_self else 0,
        "may_record": bool(may_edit_person(actor, lambda: unit_path_of(found.pk, today()))),
        "undo": undoable(request),
        "short_of": short_of,
        "post_kinds": POST_KINDS,
        "tabs": tabs(actor, found.pk, "profile", tail(request)),
    }
    return render(request, "register/person.html", context)


def undoable(request: HttpRequest) -> tuple[str, int] | None:
    """Return the record that the address offers to take back (``?batal=golongan-12``): its kind and key."""
    kind, _dash, number = request.GET.get("batal", "").partition("-")
    return (kind, int(number)) if kind.isalpha() and number.isdecimal() and len(number) < 18 else None


def tabs(actor: Actor, person_id: int, current: str, day: str) -> list[tuple[str, str, bool]]:
    """Return the parts of a person's page that the actor may open."""
    found = [(_("Profil"), reverse("register:person", args=[person_id]) + day, current == "profile")]
    if may_read_stored(actor, person_id):
        found.append((_("Data yang disimpan"), reverse("register:person_data", args=[person_id]), current == "data"))
    return found


@dataclass(frozen=True, slots=True)
class Line:
    """One record as the page of stored data shows it; ``by`` is empty where the trail names no account."""

    title: str
    text: str
    since: date | int | None
    origin: str
    address: str
    at: datetime | None
    by: str
    undo: str


def import_address(actor: Actor, origin: str) -> str:
    """Return the address of the import that an origin names, empty where there is none or the actor may not open it."""
    number = import_of(origin)
    return reverse("register:import_run", args=[number]) if number and actor.has(Role.HR_OFFICER) else ""


def lines_of(actor: Actor, person_id: int, history: History) -> list[Line]:
    """Return every record with its own origin, when it was made and by whom."""
    made = recorded_about(person_id)
    names = names_of({each.actor_id for each in made.values() if each.actor_id})
    may_record = bool(may_edit_person(actor, lambda: unit_path_of(person_id, today())))
    lines = []
    for fact in history.facts:
        recorded = made.get((fact.what, fact.id))
        mine = may_record and recorded is not None and recorded.actor_id == actor.user_id and fact.origin == "manual"
        kind = UNDOABLE.get(fact.what) if mine else None
        lines.append(
            Line(
                title=title_of(fact),
                text=text_of(fact, history.day),
                since=fact.since or fact.number,
                origin=origin_in_words(fact.origin),
                address=import_address(actor, fact.origin),
                at=recorded.at if recorded else None,
                by=names.get(recorded.actor_id or 0, "") if recorded else "",
                undo=reverse("register:record_undo", args=[person_id, kind, fact.id]) if kind else "",
            )
        )
    return lines


@gate.signed_in
def person_data(request: HttpRequest, person_id: int) -> HttpResponse:
    """Show every field that is stored about a person, where it came from, and how it changed."""
    found = person_or_404(request, person_id)
    demand(may_read_stored(request.actor, found.pk))
    history = history_of_person(found.pk, today(), with_coming=True)
    context = {
        "person": found,
        "stored": stored_about(found),
        "lines": lines_of(request.actor, found.pk, history),
        "changes": changes_of(found),
        "is_self": bool(may_ask_correction(request.actor, found.pk)),
        "origin_import": import_address(request.actor, found.origin),
        "tabs": tabs(request.actor, found.pk, "data", ""),
    }
    return render(request, "register/person_data.html", context)
