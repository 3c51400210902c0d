"""Agreements: where each stands, and what became of what was promised."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce, Least

from matang.flow.learn.choices import (
    SINCE_ORDER,
    AgreementStanding,
    ObligationCounts,
    ObligationSide,
    ParticipantState,
    SendingState,
)
from matang.flow.learn.models import Agreement, AgreementObligation, Host, Sending, SendingStep
from matang.foundation.access.actor import Actor

WARN_DAYS = 90
"""How long before its last day an agreement is called ending: a renewal takes a round through the legal office."""

ReturnedCounter = Callable[[Actor, Sequence[int]], Mapping[int, int]]
"""Given the actor and keys of sendings, return how many recommendations of each were adopted."""
_counter: list[ReturnedCounter] = []


def provide_returned(counter: ReturnedCounter) -> None:
    """Tell this stage how to count adopted recommendations; the stage ``apply`` calls this once when it starts."""
    _counter[:] = [counter]


def returned_from(actor: Actor, sendings: Sequence[int]) -> Mapping[int, int] | None:
    """Return how many recommendations of each sending were adopted; none where nobody has told this stage how to count."""
    if not _counter:
        return None
    return _counter[0](actor, sendings) if sendings else {}


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of which parts may be unknown: ``at_least`` says that there is more than ``known``, nobody knows how much."""

    known: int = 0
    at_least: bool = False

    def plus(self, more: int | None) -> "Figure":
        """Return the figure with one more part; ``None`` is an unknown one."""
        return Figure(self.known + (more or 0), self.at_least or more is None)


@dataclass(slots=True)
class Counters:
    """What became of an agreement in one direction. ``None`` = nothing is known to count from.

    ``offered``: seats promised; ``used``: people who went or go; ``learned``: people whose report was accepted;
    ``returned``: recommendations adopted at home.
    """

    offered: Figure | None = None
    used: Figure = field(default_factory=Figure)
    learned: Figure = field(default_factory=Figure)
    returned: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """An obligation with what was done about it (none = cannot be counted here) and whether its day has passed unmet."""

    obligation: AgreementObligation
    done: Figure | None
    met: bool | None
    late: bool


def agreements_of(actor: Actor) -> QuerySet[Agreement]:
    """Return the agreements of the actor's agency, with ``last_day`` (none = nobody has said)."""
    found = Agreement.objects.filter(agency_id=actor.agency_id)
    last = Coalesce(Least("stopped_on", "ends_on"), "stopped_on", "ends_on")
    return found.select_related("host__partner", "host__agency", "host__linked", "renewed_by").annotate(last_day=last)


def agreement_of(actor: Actor, agreement_id: int) -> Agreement | None:
    """Return one agreement of the actor's agency."""
    return agreements_of(actor).filter(pk=agreement_id).first()


def standing_of(agreement: Agreement, day: date) -> AgreementStanding:
    """Say where an agreement stands on ``day``. Its last day still counts."""
    if agreement.stopped_on and agreement.stopped_on < day:
        return AgreementStanding.STOPPED
    if agreement.starts_on > day:
        return AgreementStanding.COMING
    last = agreement.stopped_on or agreement.ends_on
    if last is None:
        return AgreementStanding.UNKNOWN
    if last < day:
        return AgreementStanding.ENDED
    if last <= day + timedelta(days=WARN_DAYS) and not hasattr(agreement, "renewed_by"):
        return AgreementStanding.ENDING
    return AgreementStanding.VALID


def in_standing(agreements: QuerySet[Agreement], standing: str, day: date) -> QuerySet[Agreement]:
    """Keep the agreements that ``standing_of`` would call so."""
    soon = day + timedelta(days=WARN_DAYS)
    begun = Q(starts_on__lte=day) & ~Q(stopped_on__lt=day)
    conditions = {
        AgreementStanding.STOPPED: Q(stopped_on__lt=day),
        AgreementStanding.COMING: Q(starts_on__gt=day),
        AgreementStanding.UNKNOWN: begun & Q(last_day__isnull=True),
        AgreementStanding.ENDED: begun & Q(last_day__lt=day),
        AgreementStanding.ENDING: begun & Q(last_day__range=(day, soon), renewed_by__isnull=True),
        AgreementStanding.VALID: begun & (Q(last_day__gt=soon) | Q(last_day__range=(day, soon), renewed_by__isnull=False)),
    }
    return agreements.filter(conditions[AgreementStanding(standing)])


def asked_agreements(actor: Actor, text: str, standing: str, day: date) -> QuerySet[Agreement]:
    """Return the agreements that a search finds: those that end first come first, the unknown before them."""
    found = agreements_of(actor)
    for word in text.split():
        names = Q(number__icontains=word) | Q(title__icontains=word) | Q(host__partner__name__icontains=word)
        found = found.filter(names | Q(our_party__icontains=word) | Q(their_party__icontains=word))
    if standing in AgreementStanding.values:
        found = in_standing(found, standing, day)
    return found.order_by(F("last_day").asc(nulls_first=True), "number", "pk")


def counters_of(actor: Actor, agreements: Sequence[Agreement]) -> dict[tuple[int, str], Counters]:
    """Return the counters of each agreement by (its key, the side that offers); three queries however many there are.

    A sending belongs to the newest agreement with its host that holds on its first day; the same sending never counts twice.
    """
    found = {(one.pk, side.value): Counters() for one in agreements for side in ObligationSide}
    promised = AgreementObligation.objects.filter(agreement__in=agreements, counts=ObligationCounts.SEATS)
    for key, side, quantity in promised.values_list("agreement_id", "side", "quantity"):
        counter = found[key, side]
        counter.offered = (counter.offered or Figure()).plus(quantity)
    every = Agreement.objects.filter(agency_id=actor.agency_id, host__in={one.host_id for one in agreements})
    known = list(every.select_related("host"))
    sendings = list(_sendings(actor, {one.host for one in known}))
    returned = returned_from(actor, [row.pk for row in sendings])
    for row in sendings:
        side, agreement = _under(row, known, actor)
        if agreement is None or (agreement.pk, side) not in found:
            continue
        counter = found[agreement.pk, side]
        people = row.chosen or row.seats
        counter.used = counter.used.plus(people)
        if SendingState.REPORTED in {row.state, row.closed_from}:
            counter.learned = counter.learned.plus(people)
        if returned is not None and side == ObligationSide.THEIRS:  # what guests adopt at home, their own government knows
            counter.returned = (counter.returned or 0) + returned.get(row.pk, 0)
    return found


def _sendings(actor: Actor, hosts: Iterable[Host]) -> QuerySet[Sending]:
    """Return what went to these hosts, and what came from those that are linked."""
    own = Q(agency_id=actor.agency_id, host__in=[host.pk for host in hosts])
    theirs = Q(host_agency_id=actor.agency_id, agency__in=[host.linked_id for host in hosts if host.linked_id])
    chosen = Count("participants", filter=Q(participants__state=ParticipantState.CHOSEN))
    closed = SendingStep.objects.filter(sending=OuterRef("pk"), after=OuterRef("state"), sending__state=SendingState.CLOSED)
    rows = Sending.objects.filter(own | theirs, state__in=SINCE_ORDER, starts_on__isnull=False)
    return rows.annotate(chosen=chosen, closed_from=Subquery(closed.order_by("-made_at", "-pk").values("before")[:1]))


def _under(sending: Sending, agreements: Iterable[Agreement], actor: Actor) -> tuple[str, Agreement | None]:
    """Return the side that offered the seats, and the agreement under which they were used."""
    ours = sending.agency_id == actor.agency_id
    fitting = [
        one
        for one in agreements
        if (one.host_id == sending.host_id if ours else one.host.linked_id == sending.agency_id)
        and one.starts_on <= (sending.starts_on or date.min)
        and (sending.starts_on or date.min) <= (one.stopped_on or one.ends_on or date.max)
    ]
    side = ObligationSide.THEIRS if ours else ObligationSide.OURS
    return side, max(fitting, key=lambda one: (one.starts_on, one.pk), default=None)


def progress_of(
    obligations: Iterable[AgreementObligation], counters: Mapping[tuple[int, str], Counters], day: date
) -> list[Progress]:
    """Return how far each obligation is met. The side that owes seats receives; the side that owes reports sends."""
    return [_progress(one, counters, day) for one in obligations]


def _progress(one: AgreementObligation, counters: Mapping[tuple[int, str], Counters], day: date) -> Progress:
    other = ObligationSide.OURS if one.side == ObligationSide.THEIRS else ObligationSide.THEIRS
    as_giver, as_guest = counters[one.agreement_id, one.side], counters[one.agreement_id, other]
    done: Figure | None
    if one.counts == ObligationCounts.SEATS:
        done = as_giver.used
    elif one.counts == ObligationCounts.REPORTS:
        done = as_guest.learned
    elif one.counts == ObligationCounts.RETURNED:
        done = None if as_guest.returned is None else Figure(as_guest.returned)
    else:
        done = Figure(getattr(one, "written", 0) or 0)
    met = None if done is None or one.quantity is None else done.known >= one.quantity
    return Progress(one, done, met, late=bool(one.due_on and one.due_on < day and met is False))


def obligations_of(agreement: Agreement) -> QuerySet[AgreementObligation]:
    """Return the obligations of an agreement with ``written``: what was recorded by hand."""
    found = AgreementObligation.objects.filter(agreement=agreement).annotate(written=Sum("entries__quantity"))
    return found.prefetch_related("entries__recorded_by").order_by("side", F("due_on").asc(nulls_last=True), "pk")
