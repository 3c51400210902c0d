"""The hosts that an agency knows, and what is said about each."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Lower

from matang.flow.learn.choices import SINCE_DEPARTURE, ParticipantState
from matang.flow.learn.models import Agreement, Host, HostOffering, HostStrength, Participant, Sending
from matang.foundation.access.actor import Actor

OURS, OPEN, AGREED, BARE = "kami", "kursi", "perjanjian", "tanpa-bukti"
SORTS = {
    "nama": (Lower("shown_name"),),
    "-nama": (Lower("shown_name").desc(),),
    "peserta": (F("learned_here"), Lower("shown_name")),
    "-peserta": (F("learned_here").desc(), Lower("shown_name")),
    "kursi": (F("offered"), Lower("shown_name")),
    "-kursi": (F("offered").desc(), Lower("shown_name")),
}


@dataclass(frozen=True, slots=True)
class HostQuestion:
    """What a list of hosts is asked for: words in name, topic or practice; kind of partner; a further state; order."""

    text: str = ""
    topic: str = ""
    kind: str = ""
    state: str = ""
    sort: str = "nama"


def hosts_of(actor: Actor) -> QuerySet[Host]:
    """Return the hosts of the actor's agency, with ``shown_name``."""
    found = Host.objects.filter(agency_id=actor.agency_id).select_related("partner", "agency", "linked")
    return found.annotate(shown_name=Coalesce("partner__name", "agency__name"))


def host_of(actor: Actor, host_id: int) -> Host | None:
    """Return one host of the actor's agency."""
    return hosts_of(actor).filter(pk=host_id).first()


def hosts_asked(actor: Actor, question: HostQuestion, day: date) -> QuerySet[Host]:
    """Return the hosts that answer the question, with the figures of the list.

    ``learned_here`` counts people who went (``learned_unknown``: sendings without a count), ``offered`` the offerings that
    hold on ``day`` or later.
    """
    found = hosts_of(actor).annotate(
        strengths_shown=_count(HostStrength.objects.filter(host=OuterRef("pk"))),
        strengths_bare=_count(HostStrength.objects.filter(host=OuterRef("pk"), evidence="", evidence_url="")),
        offered=_count(_open(day).filter(host=OuterRef("pk"))),
        agreed=Exists(_running(day).filter(host=OuterRef("pk"))),
        learned_here=_count(_people().filter(sending__host=OuterRef("pk")), "sending__host"),
    )
    for word in question.text.split():
        found = found.filter(_speaks_of(word) | Q(shown_name__icontains=word) | Q(about__icontains=word))
    if question.topic:
        found = found.filter(Exists(_with_topic(HostStrength, question)) | Exists(_with_topic(HostOffering, question)))
    if question.kind == OURS:
        found = found.filter(partner__isnull=True)
    elif question.kind:
        found = found.filter(partner__kind=question.kind)
    states = {OPEN: Q(offered__gt=0), AGREED: Q(agreed=True), BARE: Q(strengths_shown=0) | Q(strengths_bare__gt=0)}
    if question.state in states:
        found = found.filter(states[question.state])
    return found.order_by(*SORTS.get(question.sort, SORTS["nama"]), "pk")


def _with_topic(model: type[HostStrength | HostOffering], question: HostQuestion) -> QuerySet[HostStrength | HostOffering]:
    return model.objects.filter(host=OuterRef("pk"), topic__iexact=question.topic)


def _speaks_of(word: str) -> Exists:
    of_host = HostStrength.objects.filter(host=OuterRef("pk"))
    offers = HostOffering.objects.filter(host=OuterRef("pk"))
    strong = of_host.filter(Q(topic__icontains=word) | Q(practice__icontains=word))
    return Exists(strong) | Exists(offers.filter(Q(topic__icontains=word) | Q(unit_name__icontains=word)))


def _count(rows: QuerySet, by: str = "host") -> Coalesce:
    """Return how many of ``rows`` there are, as a column."""
    return Coalesce(Subquery(rows.order_by().values(by).annotate(n=Count("pk")).values("n")), 0)


def _open(day: date) -> QuerySet[HostOffering]:
    return HostOffering.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day))


def _running(day: date) -> QuerySet[Agreement]:
    return Agreement.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=day), Q(stopped_on__isnull=True) | Q(stopped_on__gte=day), starts_on__lte=day
    )


def _people() -> QuerySet[Participant]:
    return Participant.objects.filter(state=ParticipantState.CHOSEN, sending__state__in=SINCE_DEPARTURE)


def topics_of(actor: Actor) -> list[str]:
    """Return the topics in use, each once, in order: for the filter and for the fields' suggestions."""
    rows = [
        *HostStrength.objects.filter(agency_id=actor.agency_id).values_list("topic", flat=True).distinct(),
        *HostOffering.objects.filter(agency_id=actor.agency_id).values_list("topic", flat=True).distinct(),
    ]
    once = {topic.casefold(): topic for topic in reversed(rows)}
    return [once[key] for key in sorted(once)]


@dataclass(frozen=True, slots=True)
class Learned:
    """A sending to a host, without names: what, which unit, when, how many people (none = unknown), its state."""

    sending_id: int
    title: str
    unit_name: str
    kind: str
    starts_on: date | None
    ends_on: date | None
    people: int | None
    state: str


def learned_at(host: Host) -> list[Learned]:
    """Return who has learned with a host so far, newest first."""
    chosen = Count("participants", filter=Q(participants__state=ParticipantState.CHOSEN))
    rows = Sending.objects.filter(agency_id=host.agency_id, host=host, state__in=SINCE_DEPARTURE).annotate(chosen=chosen)
    ordered = rows.order_by(F("starts_on").desc(nulls_last=True), "-pk")
    columns = ("pk", "title", "unit_name", "kind", "starts_on", "ends_on", "chosen", "seats", "state")
    return [
        Learned(pk, title, unit, kind, starts, ends, chosen or seats, state)
        for pk, title, unit, kind, starts, ends, chosen, seats, state in ordered.values_list(*columns)
    ]
