"""A computed proposal summed up: by OPD, by act, by reason, and what more money would buy."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, Sum

from matang.flow.plan.models import DevelopmentProposal, DevelopmentResult


@dataclass(slots=True)
class OpdRow:
    """What one OPD gets. ``share`` is of what it could gain, None where nothing on offer fits; ``floor`` in points."""

    opd_id: int
    name: str
    gaps: int
    answered: int
    people: int
    value: int
    wanted: int
    floor: int
    cost: int
    unknown: int

    @property
    def share(self) -> float | None:
        """The part of what the OPD could gain that it gets."""
        return self.value / self.wanted if self.wanted else None

    @property
    def short(self) -> int:
        """How many points it lacks of its minimal share."""
        return max(0, self.floor - self.value)


@dataclass(slots=True)
class ActRow:
    """What is used of one act. ``act`` is the act as the computation knew it."""

    act_id: int
    act: dict[str, Any]
    people: int
    classes: int
    value: int
    cost: int

    @property
    def seats(self) -> int | None:
        """How many seats the act has in all; None = as many as want."""
        return None if self.act["seats"] is None else self.act["seats"] * self.act["classes"]


@dataclass(slots=True)
class Step:
    """What a budget buys; ``more`` are points and people beyond the plan in hand."""

    budget: int
    value: int
    cost: int
    short: int
    people: int
    answered: int
    current: bool
    more: int
    changes: list[tuple[str, int, int]] = field(default_factory=list)


def by_opd(proposal: DevelopmentProposal, result: DevelopmentResult) -> list[OpdRow]:
    """Return a row for every OPD with gaps or unassessed requirements, by name; one query.

    ``cost`` counts what each person costs; the fixed cost of a class belongs to all who take it, not to one OPD.
    """
    report = result.report
    rows = proposal.lines.values("opd_id", "opd__name").order_by("opd__name", "opd_id").annotate(
        gaps=Count("pk"), answered=Count("act"), people=Count("person", distinct=True, filter=Q(act__isnull=False)),
        worth=Sum("value"), paid=Sum("cost", filter=Q(act__isnull=False)),
    )  # fmt: skip
    return [
        OpdRow(
            row["opd_id"], row["opd__name"], row["gaps"], row["answered"], row["people"], row["worth"],
            report["wanted_by_unit"].get(str(row["opd_id"]), 0), report["floors"].get(str(row["opd_id"]), 0),
            row["paid"] or 0, report["unknown"].get(str(row["opd_id"]), 0),
        )
        for row in rows
    ]  # fmt: skip


def by_act(proposal: DevelopmentProposal, result: DevelopmentResult) -> list[ActRow]:
    """Return a row for every act that is used, the most useful first; one query."""
    rows = proposal.lines.filter(act__isnull=False).values("act_id").annotate(people=Count("pk"), worth=Sum("value"))
    found = []
    for row in rows:
        act, classes = result.acts[str(row["act_id"])], result.report["classes"].get(str(row["act_id"]), 0)
        cost = row["people"] * act["cost_per_person"] + classes * act["cost_per_class"]
        found.append(ActRow(row["act_id"], act, row["people"], classes, row["worth"], cost))
    return sorted(found, key=lambda row: (-row.value, row.act["name"], row.act_id))


def by_reason(proposal: DevelopmentProposal) -> list[tuple[str, int]]:
    """Return how many gaps each reason left open, the most frequent first; one query."""
    rows = proposal.lines.filter(act__isnull=True).values_list("why").annotate(many=Count("pk")).order_by("-many", "why")
    return list(rows)


def steps(proposal: DevelopmentProposal, result: DevelopmentResult) -> list[Step]:
    """Return what each budget that was computed buys, the smallest first."""
    names = {key: act["name"] for key, act in result.acts.items()}
    return [
        Step(
            row["budget"], row["value"], row["cost"], row["short"], row["people"], row["answered"],
            row["budget"] == proposal.budget, row["value"] - result.value,
            _named(row["changes"], names),
        )
        for row in result.curve
    ]  # fmt: skip


def _named(changes: list[list[int]], names: dict[str, str]) -> list[tuple[str, int, int]]:
    """Return (act, people before, people after), what grows most first."""
    named = [(names[str(key)], before, after) for key, before, after in changes]
    return sorted(named, key=lambda change: (change[1] - change[2], change[0]))
