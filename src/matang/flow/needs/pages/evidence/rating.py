"""A superior's own people, and the form on which one of them is rated."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from matang.flow.needs.choices import RELIABILITY, EvidenceSource
from matang.flow.needs.models import CompetencyText, Evidence
from matang.flow.needs.pages.evidence.forms import RatingForm, Scale
from matang.flow.needs.permissions import SUPERIORS, may_rate
from matang.flow.needs.selectors.gaps import post_of
from matang.flow.needs.selectors.standards import competencies_at, requirements_of
from matang.flow.needs.selectors.superiors import direct_superior_of, own_people
from matang.flow.needs.services.evidence.rating import rate_person
from matang.flow.register.public import Incumbency, IncumbencyKind, Person, Post, people_visible_to, person_visible_to
from matang.foundation.access import gate
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError
from matang.foundation.clock.services import today
from matang.ui.paging import page_of


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One of the actor's people: the post, and how much of it the actor has rated until when."""

    person: Person
    post: str
    unit: str
    rated: int
    last: date | None


@gate.roles(*SUPERIORS)
@require_safe
def rating(request: HttpRequest) -> HttpResponse:
    """List the actor's own people, those whom this account has not rated yet first."""
    actor, day = request.actor, today()
    text = request.GET.get("q", "").strip()[:80]
    people = people_visible_to(actor, day).filter(pk__in=own_people(actor, day))
    for word in text.split():
        people = people.filter(Q(full_name__icontains=word) | Q(nip=word))
    page = page_of(request, people.count())
    rated = Exists(_mine(actor).filter(person=OuterRef("pk")))
    rows = list(people.order_by(rated, "full_name", "pk")[page.window])
    context = {"rows": _lines(actor, rows, day), "page": page, "text": text, "day": day}
    return render(request, "needs/rating.html", context)


def _lines(actor: Actor, people: list[Person], day: date) -> list[OwnLine]:
    keys = [person.pk for person in people]
    held = Incumbency.objects.as_at(day).filter(person_id__in=keys, kind=IncumbencyKind.DEFINITIVE)
    posts = {row[0]: row[1:] for row in held.values_list("person_id", "post__name", "post__unit__name")}
    counted = _mine(actor).filter(person_id__in=keys).values("person_id")
    given = {
        row["person_id"]: (row["rated"], row["last"])
        for row in counted.annotate(rated=Count("competency_id", distinct=True), last=Max("shown_on"))
    }
    return [OwnLine(person, *posts.get(person.pk, ("", "")), *given.get(person.pk, (0, None))) for person in people]


def _mine(actor: Actor) -> QuerySet[Evidence]:
    rows = Evidence.objects.filter(agency_id=actor.agency_id, rater_id=actor.user_id, withdrawal__isnull=True)
    return rows.filter(source=EvidenceSource.SUPERIOR).order_by()


@gate.roles(*SUPERIORS)
@require_http_methods(["GET", "POST"])
def rate(request: HttpRequest, person_id: int) -> HttpResponse:
    """Let a superior rate one of their own people, competency by competency; what is left blank is not rated."""
    actor, day = request.actor, today()
    person = person_visible_to(actor, person_id)
    if person is None:
        raise Http404
    post = post_of(person, day)
    path = post.unit.path if post else ""
    answer = may_rate(actor, person_id, path, direct_superior_of(actor.agency_id, path, person_id, day))
    if isinstance(answer, Denied):
        raise PermissionDenied(answer.reason)
    form = RatingForm(
        request.POST if request.method == "POST" else None, scales=_scales(actor, post, day), before=_before(actor, person)
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = rate_person(actor=actor, person_id=person.pk, ratings=form.ratings())
        except RefusedError as error:
            form.add_error(None, error.answer.reason)
        else:
            messages.success(request, _told(person, len(made)))
            return redirect("needs:rating")
    context = {"person": person, "post": post, "form": form, "reliability": RELIABILITY[EvidenceSource.SUPERIOR]}
    return render(request, "needs/rate.html", context)


def _scales(actor: Actor, post: Post, day: date) -> list[Scale]:
    """Return the competencies that the post asks for with the wording of their levels, in the order of the dictionary."""
    asked = {line.competency_id for line in requirements_of(actor.agency_id, day, [(post.pk, post.kind)])[post.pk]}
    texts = CompetencyText.objects.filter(agency_id=actor.agency_id, competency_id__in=asked).as_at(day)
    worded = {row[0]: row[1:] for row in texts.values_list("competency_id", "definition", "levels")}
    found = [competency for competency in competencies_at(actor.agency_id, day) if competency.pk in asked]
    return [
        Scale(each.pk, each.name, definition, [level["short"] or level["official"] for level in levels])
        for each in found
        for definition, levels in [worded.get(each.pk, ("", []))]
    ]


def _before(actor: Actor, person: Person) -> dict[int, tuple[int, date]]:
    """Return the level and day of what this account said last of each competency."""
    rows = _mine(actor).filter(person=person).order_by("shown_on", "id")
    return {row[0]: row[1:] for row in rows.values_list("competency_id", "level", "shown_on")}


def _told(person: Person, count: int) -> str:
    if not count:
        return _("Penilaian yang sama sudah tercatat hari ini; tidak ada yang ditambahkan.")
    said = ngettext("%(n)s kompetensi %(name)s dinilai.", "%(n)s kompetensi %(name)s dinilai.", count)
    return said % {"n": count, "name": person.display_name}
