"""Read reports, hours of learning and alumni."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from matang import rules
from matang.flow.learn.choices import SINCE_RETURN, ParticipantState, ReportState, SendingState
from matang.flow.learn.models import Alumnus, LearningHours, Participant, SendingReport, SendingStep
from matang.flow.learn.permissions import READING_ROLES
from matang.flow.learn.selectors.gate import LIGHT
from matang.flow.register.public import Incumbency, IncumbencyKind, Person
from matang.foundation.access.actor import Actor


def reports_visible_to(actor: Actor) -> QuerySet[SendingReport]:
    """Return the reports that the actor reads: the own ones, those they mentor, and once handed in those of units in reach."""
    rows = SendingReport.objects.filter(agency_id=actor.agency_id)
    scope = actor.scope(*READING_ROLES)
    seen = Q(person_id=actor.person_id) if actor.person_id else Q(pk__in=())
    if actor.person_id:
        seen |= Q(participant__mentor_id=actor.person_id) & ~Q(state=ReportState.DRAFT)
    if scope.everything:
        return rows.filter(seen | ~Q(state=ReportState.DRAFT))
    for path in scope.paths:
        seen |= Q(sending__unit__path__startswith=path) & ~Q(state=ReportState.DRAFT)
    return rows.filter(seen)


def report_visible_to(actor: Actor, report_id: int) -> SendingReport | None:
    """Return one of them with what its page names, else None."""
    named = ("sending__unit", "sending__host__partner", "sending__host__agency", "participant", "person", "document")
    return reports_visible_to(actor).select_related(*named).filter(pk=report_id).first()


def participations_of(actor: Actor) -> list[Participant]:
    """Return where the actor went and came back from, the latest first, each with its report where there is one."""
    if not actor.person_id:
        return []
    rows = Participant.objects.filter(
        agency_id=actor.agency_id, person_id=actor.person_id, state=ParticipantState.CHOSEN, sending__state__in=SINCE_RETURN
    )
    return list(
        rows.select_related("sending__host__partner", "sending__host__agency", "report").order_by("-sending__ends_on", "-pk")
    )


def participant_who_reports(actor: Actor, participant_id: int) -> Participant | None:
    """Return the actor's own participation in a sending that is back, else None."""
    rows = Participant.objects.filter(agency_id=actor.agency_id, state=ParticipantState.CHOSEN, sending__state__in=SINCE_RETURN)
    own = rows.filter(pk=participant_id, person_id=actor.person_id or 0)
    return own.select_related("sending__host__partner", "sending__host__agency", "sending__unit").first()


def asked_parts(kind: str) -> tuple[tuple[str, str], ...]:
    """Return the parts that a report of this kind of sending is asked for, with their names; a study visit is asked for less."""
    whole = (
        ("seen", _("Yang dilihat dan dikerjakan")),
        ("worked_because", _("Mengapa berhasil di sana")),
        ("different_here", _("Yang berbeda di sini")),
        ("action_plan", _("Rencana aksi")),
    )
    return (whole[0], whole[3]) if kind in LIGHT else whole


def lacking_of(report: SendingReport) -> list[str]:
    """Return the names of the parts that are still empty."""
    return [name for part, name in asked_parts(report.sending.kind) if not getattr(report, part).strip()]


def returned_on(sending_id: int) -> date | None:
    """Return the day on which a sending's people came back, as it was last noted or as the records of before name it.

    None = not yet.
    """
    home = (SendingState.UNDER_WAY, SendingState.DRAFT)  # only what is loaded from records comes back from a draft
    day: date | None = (
        SendingStep.objects.filter(sending_id=sending_id, before__in=home, after=SendingState.RETURNED)
        .order_by("-made_at", "-pk")
        .values_list("made_on", flat=True)
        .first()
    )
    return day


@dataclass(frozen=True, slots=True)
class YearOfHours:
    """A person's hours of one year: the known sum (JP), how many bookings have no number, and the two rules' answers."""

    year: int
    total: Decimal
    unknown: int
    rows: tuple[LearningHours, ...]
    floor: rules.Finding
    ceiling: rules.Finding


def hours_in_year(person_id: int, year: int) -> tuple[Decimal, int]:
    """Return a person's known JP of a year and how many standing bookings have no number."""
    rows = LearningHours.objects.filter(person_id=person_id, year=year)
    standing = Count("pk", filter=Q(hours=None, withdraws=None, withdrawn_by=None))
    found = rows.aggregate(total=Sum("hours"), unknown=standing)
    return found["total"] or Decimal(0), found["unknown"]


def year_of(person: Person, year: int, day: date) -> YearOfHours:
    """Return a person's year with floor and ceiling as the rules answer on the day; unknown hours stay unknown ("at least")."""
    total, unknown = hours_in_year(person.pk, year)
    rows = LearningHours.objects.filter(person_id=person.pk, year=year).select_related("report", "withdrawn_by")
    held = Incumbency.objects.as_at(day).filter(person_id=person.pk, kind=IncumbencyKind.DEFINITIVE)
    said: object = rules.Between(total, None) if unknown else total
    facts = {"jp_year": said, "employment_kind": person.kind, "held_kind": held.values_list("post__kind", flat=True).first()}
    floor, ceiling = (rules.answer(f"learning.{key}", facts, day) for key in ("is_floor_met", "is_within_ceiling"))
    return YearOfHours(year, total, unknown, tuple(rows.order_by("-ended_on", "-pk")), floor, ceiling)


def years_of(person_id: int) -> list[int]:
    """Return the years in which something was booked for a person, the latest first."""
    return list(LearningHours.objects.filter(person_id=person_id).order_by("-year").values_list("year", flat=True).distinct())


def alumni_of(agency_id: int, *, text: str = "") -> QuerySet[Alumnus]:
    """Return who is ready to help, for a topic (any word of it) or all; only those who said so themselves."""
    rows = Alumnus.objects.filter(agency_id=agency_id, ended_on=None, report__state=ReportState.ACCEPTED)
    for word in text.split():
        rows = rows.filter(Q(topic__icontains=word) | Q(note__icontains=word) | Q(report__sending__title__icontains=word))
    return rows.select_related("person", "report__sending__host__partner", "report__sending__host__agency")
