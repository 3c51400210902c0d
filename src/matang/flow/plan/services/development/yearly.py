"""The yearly plan of development: a row for each act that is used, with the seven fields that PP 11/2017 asks for."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Sum

from matang.flow.plan.choices import NON_CLASSROOM_KINDS, ActKind
from matang.flow.plan.models import DevelopmentProposal
from matang.flow.plan.services.development.changes import completed

ARTICLE = "PP 11/2017 pasal 207 ayat (3)"
FIELDS = ("competency", "target", "path", "organiser", "schedule", "curriculum", "budget")
"""Kind of competency, target, type and path, organiser, schedule, conformity with the curriculum standard, budget."""


@dataclass(frozen=True, slots=True)
class YearlyRow:
    """One act of the plan. ``missing`` names the fields of ``FIELDS`` that are still empty."""

    act_id: int
    act: dict[str, Any]
    competency: str
    competency_field: str
    people: int
    classes: int
    budget: int
    value: int

    @property
    def kind(self) -> str:
        """The type of development."""
        return str(ActKind(self.act["kind"]).label)

    @property
    def classroom(self) -> bool:
        """True for a klasikal path."""
        return self.act["kind"] not in NON_CLASSROOM_KINDS

    @property
    def starts(self) -> date | None:
        """The first day."""
        return _day(self.act["starts_on"])

    @property
    def ends(self) -> date | None:
        """The last day."""
        return _day(self.act["ends_on"])

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that nobody has filled in."""
        filled = {
            "competency": self.competency, "target": self.people, "path": self.act["kind"], "organiser": self.act["organiser"],
            "schedule": self.act["starts_on"] and self.act["ends_on"], "curriculum": self.act["curriculum"], "budget": True,
        }  # fmt: skip
        return tuple(name for name in FIELDS if not filled[name])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def yearly_plan(proposal: DevelopmentProposal) -> list[YearlyRow]:
    """Return the plan of a computed proposal, by competency and act; two queries."""
    acts, classes = completed(proposal), proposal.result.report["classes"]
    rows = proposal.lines.filter(act__isnull=False).values("act_id", "competency__name", "competency__field")
    rows = rows.annotate(people=Count("pk"), worth=Sum("value")).order_by("competency__name", "act_id")
    return [
        YearlyRow(
            row["act_id"], acts[str(row["act_id"])], row["competency__name"], row["competency__field"], row["people"],
            classes.get(str(row["act_id"]), 0),
            row["people"] * acts[str(row["act_id"])]["cost_per_person"]
            + classes.get(str(row["act_id"]), 0) * acts[str(row["act_id"])]["cost_per_class"],
            row["worth"],
        )
        for row in rows
    ]  # fmt: skip
