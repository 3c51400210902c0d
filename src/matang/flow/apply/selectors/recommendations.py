"""Read recommendations: which one sees, what a draft lacks, how long it has taken, and whose turn it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from matang.flow.apply.choices import Fit, RecommendationState
from matang.flow.apply.models import Presentation, Recommendation
from matang.flow.apply.permissions import PLANNING_ROLES, READING_ROLES
from matang.foundation.access.actor import Actor

SORTS: dict[str, tuple[str, ...]] = {
    "baru": ("-opened_at", "-id"),
    "lama": ("returned_on", "id"),
    "judul": ("title", "id"),
    "unit": ("owner_unit__name", "-opened_at", "-id"),
}
NAMED = ("unit", "owner_unit", "person", "presentation", "sending", "report", "aim", "indicator", "origin_agency")


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: a stable code, the sentence, and the part of the page where it is put right."""

    code: str
    text: str
    part: str


@dataclass(frozen=True, slots=True)
class Timer:
    """How many days passed since the return (or the submission, where nobody returned), and whether the clock still runs."""

    since: date
    until: date
    running: bool

    @property
    def days(self) -> int:
        """Return the days that passed."""
        return (self.until - self.since).days


def recommendations_visible_to(actor: Actor) -> QuerySet[Recommendation]:
    """Return those of units in reach (proposing or owning), and those that the actor brought home or wrote."""
    rows = Recommendation.objects.filter(agency_id=actor.agency_id)
    scope = actor.scope(*READING_ROLES)
    if scope.everything:
        return rows
    seen = Q(author_account=actor.user_id or 0)
    if actor.person_id:
        seen |= Q(person_id=actor.person_id)
    for path in scope.paths:
        seen |= Q(unit__path__startswith=path) | Q(owner_unit__path__startswith=path)
    return rows.filter(seen)


def recommendation_visible_to(actor: Actor, recommendation_id: int) -> Recommendation | None:
    """Return one of them with what its page names, else None."""
    return recommendations_visible_to(actor).select_related(*NAMED).filter(pk=recommendation_id).first()


def missing_of(row: Recommendation) -> list[Missing]:
    """Return everything that keeps a draft from being submitted; empty = the gate is open. A light one is asked for less."""
    return [*_practice(row), *([] if row.light else _conditions(row)), *_here(row)]


def _practice(row: Recommendation) -> Iterator[Missing]:
    if not row.practice.strip():
        yield Missing("practice", _("Belum ditulis praktik yang dilihat."), "practice")
    if not row.seen_at.strip():
        yield Missing("seen_at", _("Belum disebut di mana praktik itu dilihat."), "practice")


def _conditions(row: Recommendation) -> Iterator[Missing]:
    for one in row.conditions.all():
        name = {"name": one.get_kind_display()}
        if not one.there.strip():
            yield Missing(
                f"there_{one.kind}", _("%(name)s: belum ditulis apa yang membuatnya berhasil di sana.") % name, "conditions"
            )
        if one.fit != Fit.UNKNOWN and not one.here.strip():
            yield Missing(f"here_{one.kind}", _("%(name)s: belum ditulis keadaan di sini.") % name, "conditions")


def _here(row: Recommendation) -> Iterator[Missing]:
    if row.owner_unit_id is None:
        yield Missing("owner", _("Belum disebut unit yang akan memilikinya."), "here")
    if row.aim_id is None and row.indicator_id is None:
        yield Missing("aim", _("Belum disebut tujuan atau indikator yang dilayani."), "here")
    if row.light:
        return
    if not row.risk.strip():
        yield Missing("risk", _("Belum ditulis risikonya."), "here")
    if row.cost_rupiah is None and not row.cost_note.strip():
        yield Missing("cost", _("Biaya belum diketahui: tulis sekurangnya apa yang harus dihitung dan oleh siapa."), "here")


def timer_of(row: Recommendation, day: date) -> Timer | None:
    """Return how long the way to the presentation took or takes; None while nothing has begun to count."""
    since = row.returned_on or (row.submitted_at.date() if row.submitted_at else None)
    if since is None:
        return None
    shown = row.presentation
    if shown is not None and shown.held_at is not None:
        return Timer(since, shown.day, running=False)
    return Timer(since, day, running=True)


def turn_of(row: Recommendation) -> str:
    """Return whose turn it is, in words of an office; empty once it is decided."""
    return turn_words(row.state, row.presentation is not None, row.person.display_name if row.person else row.author_name)


def turn_words(state: str, planned: bool, author: str) -> str:
    """Return whose turn it is: by state, whether a day of presentation is set, and who wrote it."""
    if state == RecommendationState.DRAFT:
        return _("Penulis: %(name)s") % {"name": author or _("belum diketahui")}
    if state == RecommendationState.SUBMITTED:
        return _("Menunggu hari paparan") if planned else _("Kepala unit atau pengelola kepegawaian: tetapkan hari paparan")
    if state == RecommendationState.PRESENTED:
        return _("Pejabat yang memutus")
    return ""


def waiting_for_a_day(actor: Actor) -> QuerySet[Recommendation]:
    """Return the submitted recommendations that the actor may set a day for."""
    rows = Recommendation.objects.filter(agency_id=actor.agency_id, state=RecommendationState.SUBMITTED, presentation=None)
    scope = actor.scope(*PLANNING_ROLES)
    if scope.everything:
        return rows
    inside = Q(pk__in=())
    for path in scope.paths:
        inside |= Q(unit__path__startswith=path)
    return rows.filter(inside)


def presentations_visible_to(actor: Actor) -> QuerySet[Presentation]:
    """Return the days of presentation of units in reach and those on which one's own recommendation is shown."""
    rows = Presentation.objects.filter(agency_id=actor.agency_id)
    scope = actor.scope(*READING_ROLES)
    if scope.everything:
        return rows
    seen = Q(pk__in=recommendations_visible_to(actor).exclude(presentation=None).values("presentation_id"))
    for path in scope.paths:
        seen |= Q(unit__path__startswith=path)
    return rows.filter(seen)
