"""What was asked for and what was sent: a cohort's fields against its sendings."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from matang.flow.learn.choices import SINCE_ORDER, ParticipantState
from matang.flow.learn.models import Cohort, Sending, WantedField
from matang.foundation.access.actor import Actor

SENT = Count("participants", filter=Q(participants__state=ParticipantState.CHOSEN))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people: ``known`` of the sendings whose number is known; ``uncounted`` sendings went with an unknown number."""

    known: int = 0
    uncounted: int = 0

    @property
    def at_least(self) -> bool:
        """True when the number is only the least."""
        return self.uncounted > 0


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field that was asked for. ``sent`` None = nobody has said which unit handles it, so it cannot be told."""

    field: WantedField
    sent: Tally | None
    sendings: tuple[Sending, ...]

    @property
    def answer(self) -> str:
        """Return ``untold`` (no unit), ``sent``, ``perhaps`` (only sendings of unknown number) or ``none``."""
        if self.sent is None:
            return "untold"
        if self.sent.known:
            return "sent"
        return "perhaps" if self.sent.uncounted else "none"


@dataclass(frozen=True, slots=True)
class Answered:
    """A cohort's fields, what was sent in all, what waits, and what was sent from units that nobody asked for."""

    lines: tuple[FieldLine, ...]
    total: Tally
    waiting: int
    unasked: tuple[Sending, ...]


def cohorts_of(actor: Actor) -> QuerySet[Cohort]:
    """Return the cohorts of the agency with how many ``fields`` and ``journeys`` they have."""
    rows = Cohort.objects.filter(agency_id=actor.agency_id)
    return rows.annotate(fields=Count("wanted", distinct=True), journeys=Count("sendings", distinct=True)).order_by(
        "-year", "name"
    )


def cohort_of(actor: Actor, cohort_id: int) -> Cohort | None:
    """Return one cohort of the agency."""
    return cohorts_of(actor).filter(pk=cohort_id).first()


def answered(cohort: Cohort) -> Answered:
    """Hold the wanted fields of a cohort against who went; two queries.

    Who was only put forward has not been sent. A sending that went without a single named participant is uncounted: its number
    is unknown, not zero. One sending may serve several fields; the total counts it once.
    """
    rows = Sending.objects.filter(cohort=cohort, agency_id=cohort.agency_id).select_related(
        "unit", "host__partner", "host__agency"
    )
    journeys = list(rows.annotate(sent=SENT).order_by("unit_name", "pk"))
    went = [row for row in journeys if row.state in SINCE_ORDER]
    fields = list(WantedField.objects.filter(cohort=cohort).select_related("unit").order_by("pk"))
    lines = []
    for field in fields:
        under = tuple(row for row in went if field.unit is not None and row.unit.path.startswith(field.unit.path))
        lines.append(FieldLine(field, None if field.unit is None else tally(under), under))
    served = {row.pk for line in lines for row in line.sendings}
    open_states = {"draft", "submitted"}
    return Answered(
        lines=tuple(lines),
        total=tally(went),
        waiting=sum(row.state in open_states for row in journeys),
        unasked=tuple(row for row in went if row.pk not in served),
    )


def tally(rows: Iterable[Sending]) -> Tally:
    """Count the people of sendings that carry ``sent``."""
    counts = [row.sent for row in rows]  # type: ignore[attr-defined]
    return Tally(sum(counts), sum(not count for count in counts))
