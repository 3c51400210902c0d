"""What a sending costs by each rule, line by line with its source. What has no tariff is unknown, never zero."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Q, QuerySet

from matang.flow.learn.choices import ParticipantState, SendingCost, SendingState, TariffKind
from matang.flow.learn.models import CostBasis, Sending, Tariff
from matang.foundation.access.actor import Actor

SHARED = (TariffKind.TICKET_RETURN, TariffKind.LOCAL_TRIP)
LINES: dict[str, tuple[str, ...]] = {
    SendingCost.TRAINING: (TariffKind.TRAINING_DAY, *SHARED),
    SendingCost.TRAVEL: (TariffKind.TRAVEL_DAY, TariffKind.LODGING_NIGHT, *SHARED),
    SendingCost.HOST_PAYS: SHARED,
    SendingCost.NONE: SHARED,
}
"""Which kinds of tariff each rule pays."""
COMPARED = (SendingCost.TRAINING, SendingCost.TRAVEL)


@dataclass(frozen=True, slots=True)
class CostLine:
    """One line: what one unit costs, how many units, and by which source.

    ``amount`` is whole rupiah for one unit, None = no tariff known; ``most`` is above it where sources contradict each other.
    ``times`` None = people or days are not known.
    """

    kind: str
    amount: int | None
    most: int | None
    times: int | None
    source: str

    @property
    def label(self) -> str:
        """What the line is for."""
        return str(TariffKind(self.kind).label)

    @property
    def total(self) -> int | None:
        """Rupiah of the line, the lower where sources contradict each other; None = not known yet."""
        return None if self.amount is None or self.times is None else self.amount * self.times

    @property
    def unsure(self) -> bool:
        """True when the line is unknown or its sources contradict each other."""
        return self.total is None or self.most != self.amount


@dataclass(frozen=True, slots=True)
class RuleCost:
    """The costs by one rule."""

    rule: str
    lines: tuple[CostLine, ...]

    @property
    def label(self) -> str:
        """Return the name of the rule."""
        return str(SendingCost(self.rule).label)

    @property
    def total(self) -> int | None:
        """Rupiah of the lines that are known; None when none of them is."""
        known = [line.total for line in self.lines if line.total is not None]
        return sum(known) if known or not self.lines else None

    @property
    def at_least(self) -> bool:
        """True when a line is not known for sure, so that the total is the least."""
        return any(line.unsure for line in self.lines)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same days by both rules. ``people`` and ``days`` None = not known yet; ``place`` empty = not chosen."""

    place: str
    people: int | None
    days: int | None
    local_trips: int
    day: date
    rules: tuple[RuleCost, ...]

    @property
    def ratio(self) -> Fraction | None:
        """How many times the dearer rule costs what the cheaper does; None unless both are known for sure and not zero."""
        totals = [cost.total for cost in self.rules]
        if any(cost.at_least for cost in self.rules) or not all(totals) or len(totals) != len(COMPARED):
            return None
        known = sorted(total for total in totals if total)
        return Fraction(known[1], known[0])

    @property
    def dearer(self) -> str:
        """Return the name of the rule that costs more; empty where there is no ratio or none is dearer."""
        if self.ratio is None or self.ratio == 1:
            return ""
        return max(self.rules, key=lambda cost: cost.total or 0).label


def compare_costs(sending: Sending, day: date) -> Comparison:
    """Return both rules side by side for a sending of one's own, with the tariffs of its first day (of ``day`` where unknown).

    Those chosen count as people, before any choice the seats asked for. Nights are the days but one.
    """
    basis = CostBasis.objects.filter(sending=sending).first()
    place, trips = (basis.place, basis.local_trips) if basis else ("", 0)
    on = sending.starts_on or day
    people, days = people_paid(sending), days_of(sending)
    tariffs = tariffs_at(sending.agency_id, place, on)
    rules = tuple(cost_by_rule(rule, tariffs, people, days, trips) for rule in COMPARED)
    return Comparison(place, people, days, trips, on, rules)


def cost_of(sending: Sending, rule: str, day: date) -> RuleCost:
    """Return what a sending costs by one rule, as ``compare_costs`` counts."""
    basis = CostBasis.objects.filter(sending=sending).first()
    tariffs = tariffs_at(sending.agency_id, basis.place if basis else "", sending.starts_on or day)
    return cost_by_rule(rule, tariffs, people_paid(sending), days_of(sending), basis.local_trips if basis else 0)


def people_paid(sending: Sending) -> int | None:
    """Return how many people are paid for: those chosen, before any choice the seats asked for, None = not known yet."""
    return sending.participants.filter(state=ParticipantState.CHOSEN).count() or sending.seats


def days_of(sending: Sending) -> int | None:
    """Return how many days a sending takes, first and last included; None = not known yet."""
    return (sending.ends_on - sending.starts_on).days + 1 if sending.starts_on and sending.ends_on else None


def tariffs_at(agency_id: int, place: str, day: date) -> dict[str, list[tuple[int, str]]]:
    """Return (rupiah, source) of the tariffs of a place on a day by kind, the lowest first."""
    found: dict[str, list[tuple[int, str]]] = {}
    if place:
        rows = Tariff.objects.filter(agency_id=agency_id, place__iexact=place).as_at(day).order_by("amount", "pk")
        for kind, amount, source in rows.values_list("kind", "amount", "source"):
            found.setdefault(kind, []).append((amount, source))
    return found


def cost_by_rule(
    rule: str, tariffs: dict[str, list[tuple[int, str]]], people: int | None, days: int | None, local_trips: int
) -> RuleCost:
    """Return the lines of a rule for so many people and days; local trips are a line only where any are paid."""
    times = {
        TariffKind.TRAINING_DAY: _times(people, days),
        TariffKind.TRAVEL_DAY: _times(people, days),
        TariffKind.LODGING_NIGHT: _times(people, None if days is None else days - 1),
        TariffKind.TICKET_RETURN: people,
        TariffKind.LOCAL_TRIP: _times(people, local_trips),
    }
    kinds = [kind for kind in LINES[rule] if kind != TariffKind.LOCAL_TRIP or local_trips]
    return RuleCost(rule, tuple(_line(kind, tariffs.get(kind, ()), times[TariffKind(kind)]) for kind in kinds))


def _times(people: int | None, each: int | None) -> int | None:
    return None if people is None or each is None else people * each


def _line(kind: str, found: Sequence[tuple[int, str]], times: int | None) -> CostLine:
    if not found:
        return CostLine(str(kind), None, None, times, "")
    return CostLine(str(kind), found[0][0], found[-1][0], times, "; ".join(dict.fromkeys(source for _amount, source in found)))


def frozen(costs: Iterable[RuleCost]) -> dict[str, object]:
    """Return costs as they are kept with an order."""
    return {str(cost.rule): [asdict(line) | {"total": line.total} for line in cost.lines] for cost in costs}


def thawed(kept: dict[str, list[dict[str, object]]]) -> list[RuleCost]:
    """Return what ``frozen`` kept."""
    names = ("kind", "amount", "most", "times", "source")
    return [RuleCost(rule, tuple(CostLine(*(row[name] for name in names)) for row in rows)) for rule, rows in kept.items()]  # type: ignore[arg-type]


def counted_with(tariff: Tariff, day: date) -> list[Sending]:
    """Return the sendings whose costs are counted with a tariff, or were when the order was given; the newest first.

    A sending counts with it when its chosen rule pays this kind, at the tariff's place, on its first day (on ``day`` where that
    is unknown). What was refused or cancelled does not count.
    """
    rules = [rule for rule, kinds in LINES.items() if tariff.kind in kinds]
    rows = Sending.objects.filter(agency_id=tariff.agency_id, cost_rule__in=rules, basis__place__iexact=tariff.place).exclude(
        state__in=(SendingState.REFUSED, SendingState.CANCELLED)
    )
    if tariff.kind == TariffKind.LOCAL_TRIP:
        rows = rows.filter(basis__local_trips__gt=0)
    holds = lambda on: tariff.valid_from <= on and (tariff.valid_to is None or on < tariff.valid_to)  # noqa: E731
    return [row for row in rows.order_by("-opened_at", "-pk") if holds(row.starts_on or day)]


@dataclass(frozen=True, slots=True)
class TariffQuestion:
    """What the list of tariffs is asked for; ``day`` None = those that have ended or have not begun too."""

    text: str = ""
    kind: str = ""
    day: date | None = None


def tariffs_asked(actor: Actor, question: TariffQuestion) -> QuerySet[Tariff]:
    """Return the tariffs of the agency that answer the question, by place and kind."""
    rows = Tariff.objects.filter(agency_id=actor.agency_id)
    if question.day is not None:
        rows = rows.as_at(question.day)
    if question.kind in TariffKind.values:
        rows = rows.filter(kind=question.kind)
    for word in question.text.split():
        rows = rows.filter(Q(place__icontains=word) | Q(source__icontains=word))
    return rows.order_by("place", "kind", "-valid_from", "pk")


def places_known(agency_id: int) -> list[str]:
    """Return the places that have a tariff."""
    return list(Tariff.objects.filter(agency_id=agency_id).order_by("place").values_list("place", flat=True).distinct())
