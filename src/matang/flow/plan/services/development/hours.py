"""Hours of learning (JP): what an act counts where nobody stated it, and whether a plan exceeds what the law allows a PPPK."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from matang import rules
from matang.flow.plan.choices import SIASN_KIND, ActKind
from matang.flow.plan.models import DevelopmentProposal
from matang.flow.plan.services.sayings import kept, said
from matang.flow.register.public import EmploymentKind, Incumbency, IncumbencyKind

ACTIVITY = 1
"""The unit "one activity", by which the law counts an internship or a visit whatever its length."""


@dataclass(frozen=True, slots=True)
class LawfulHours:
    """JP of one activity by the law. ``unverified`` = nobody has read the number in the original."""

    hours: int
    unverified: bool


@lru_cache(maxsize=256)
def hours_by_law(kind: str, day: date) -> LawfulHours | None:
    """Return the JP that the law gives one activity of a kind at home; None where it counts sessions, days or hours."""
    facts = {"jp_kind": rules.SIASN_JP_KINDS[SIASN_KIND[ActKind(kind)]], "jp_place": "national", "jp_quantity": 1}
    if rules.LEARNING_UNIT.trace(facts, on=day).value != ACTIVITY:
        return None
    found = rules.LEARNING_HOURS.trace(facts, on=day)
    if found.low != found.high:
        return None
    return LawfulHours(int(found.low) // 100, found.unverified)


def hours_of(kind: str, stated: int | None, day: date) -> int | None:
    """Return the JP of an act: as stated, else by the law, else not known."""
    if stated is not None:
        return stated
    found = hours_by_law(kind, day)
    return found.hours if found else None


@dataclass(frozen=True, slots=True)
class Exceeded:
    """How many people would exceed the ceiling by this plan alone, the rule's sentence for the worst, and its article."""

    people: int
    reason: str
    article: str
    unverified: bool


def beyond_ceiling(proposal: DevelopmentProposal, acts: dict[str, dict[str, Any]]) -> Exceeded | None:
    """Return who among the PPPK would get more JP than a contract year allows; two queries, None when nobody would."""
    lines = proposal.lines.filter(act__isnull=False, person__kind=EmploymentKind.PPPK).values_list("person_id", "act_id")
    sums: Counter[int] = Counter()
    for person, act in lines:
        known = acts[str(act)]
        sums[person] += hours_of(known["kind"], known["hours"], proposal.as_at) or 0
    held = Incumbency.objects.as_at(proposal.as_at).filter(kind=IncumbencyKind.DEFINITIVE, person_id__in=list(sums))
    posts = dict(held.values_list("person_id", "post__kind"))
    worst: tuple[int, rules.Verdict] | None = None
    many = 0
    for person, hours in sums.items():
        facts = {"employment_kind": "pppk", "held_kind": posts.get(person), "jp_year": hours}
        verdict = rules.assess((rules.IS_WITHIN_LEARNING_CEILING,), facts, on=proposal.as_at).verdicts[0]
        if verdict.outcome == rules.Outcome.FAIL:
            many += 1
            worst = (hours, verdict) if worst is None or hours > worst[0] else worst
    if worst is None:
        return None
    return Exceeded(many, said(kept(worst[1].reason)), worst[1].article, worst[1].unverified)
