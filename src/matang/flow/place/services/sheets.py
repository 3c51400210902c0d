"""The sheet of a post: the same for everybody who advises or decides, as far as they may see its people."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from matang.flow.needs.public import Evidence, EvidenceSource
from matang.flow.place.models import Waiver
from matang.flow.place.services.candidates import admitted, requirement_key, waivers_on
from matang.flow.place.services.nominations import Named, named_for
from matang.flow.place.services.staleness import Since, changed_since
from matang.flow.plan.public import PlacementScenario, Proposal, ScenarioPost, said, stale_reason
from matang.flow.register.public import Incumbency, IncumbencyKind, Person, people_visible_to
from matang.foundation.access.actor import Actor
from matang.foundation.clock.services import today


@dataclass(frozen=True, slots=True)
class Claim:
    """What a candidate says of themselves, which no other source stands behind here."""

    competency: str
    level: int
    shown_on: date


@dataclass(frozen=True, slots=True)
class Limit:
    """That an officer stated a limit to where a candidate may be placed. What it is, only those who plan read."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement as it is shown: its answer, its source, and the waiver that sets it aside, if any."""

    key: str
    title: str
    verdict: str
    reason: str
    article: str
    source: str
    unverified: bool
    own: bool
    waiver: Waiver | None

    @property
    def waivable(self) -> bool:
        """True when there is something to set aside, and nobody has."""
        return self.verdict in {"fail", "unknown"} and self.waiver is None


@dataclass(slots=True)
class Candidate:
    """A line of the sheet. ``name`` is empty where the reader may not see the person; ``let_in`` = by a waiver only."""

    proposal: Proposal
    name: str
    held: str
    requirements: list[Requirement]
    terms: list[dict[str, Any]]
    claims: list[Claim] = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)
    taken_back: list[Waiver] = field(default_factory=list)
    stale: str = ""

    @property
    def let_in(self) -> bool:
        """True for somebody whom the computation refused and a waiver lets in."""
        return self.proposal.rank == 0

    @property
    def most(self) -> int:
        """The highest score that this post gives."""
        return sum(term["asked"] * term["each"] for term in self.terms)

    @property
    def doubts(self) -> int:
        """How many requirements could not be answered and were not set aside."""
        return sum(row.verdict == "unknown" and row.waiver is None for row in self.requirements)

    @property
    def waived(self) -> list[Requirement]:
        """The requirements that were set aside."""
        return [row for row in self.requirements if row.waiver is not None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A post with everybody who may be advised on, in the engine's order; ``others`` were waived in part, yet not let in."""

    asked: ScenarioPost
    candidates: list[Candidate]
    others: list[Waiver]
    named: list[Named]
    since: Since

    @property
    def stale(self) -> list[Candidate]:
        """Those about whom the register has changed."""
        return [row for row in self.candidates if row.stale]

    @property
    def unverified(self) -> bool:
        """True when a requirement rests on a number whose source nobody has read in the original."""
        return any(row.unverified for candidate in self.candidates for row in candidate.requirements)


def sheet_of(actor: Actor, scenario: PlacementScenario, asked: ScenarioPost) -> Sheet:
    """Return the sheet of a post of a scenario."""
    people = admitted(scenario, asked.post_id)
    waivers = waivers_on(scenario.pk, asked.post_id)
    seen = set(people_visible_to(actor, today()).filter(pk__in=people).values_list("pk", flat=True))
    claims = _claims(set(people) & seen, scenario.as_at)
    stale = {} if asked.decided_at else _stale(scenario, asked, people)
    since = Since([], [], []) if asked.decided_at else changed_since(scenario, asked.post_id, people)
    limits = _limits(scenario, set(people))
    made = []
    for key, proposal in people.items():
        line = _candidate(proposal, waivers.get(key, []), visible=key in seen)
        line.claims, line.stale = claims.get(key, []), stale.get(key, "")
        line.limits = limits.get(key, [])
        made.append(line)
    others = [row for key, rows in waivers.items() if key not in people for row in rows]
    return Sheet(asked, made, others, named_for(actor, scenario.pk, asked.post_id), since)


def _stale(scenario: PlacementScenario, asked: ScenarioPost, people: dict[int, Proposal]) -> dict[int, str]:
    """Return why candidates no longer fit the register; whether any may not is asked for all of them at once."""
    day = max(today(), asked.free_from or today())
    held = Incumbency.objects.filter(agency_id=scenario.agency_id, kind=IncumbencyKind.DEFINITIVE).as_at(day)
    full = held.filter(post_id=asked.post_id).count() >= asked.staying + asked.places
    posts = dict(held.filter(person_id__in=people).values_list("person_id", "post_id"))
    found = {}
    for key, proposal in people.items():
        if full or posts.get(key) != proposal.reasons["post_id"]:
            found[key] = stale_reason(proposal, day)
    return found


def _candidate(proposal: Proposal, waivers: list[Waiver], *, visible: bool) -> Candidate:
    standing = {row.check_key: row for row in waivers if row.withdrawn_at is None}
    reasons = proposal.reasons
    person = proposal.person if proposal.person_id else None
    return Candidate(
        proposal=proposal,
        name=person.display_name if visible and isinstance(person, Person) else "",
        held=reasons["post_name"] if visible else "",
        requirements=[_requirement(check, standing) for check in reasons["checks"]],
        terms=[term | {"name": said(term["name"])} for term in reasons["terms"]],
        taken_back=[row for row in waivers if row.withdrawn_at is not None],
    )


def _requirement(check: dict[str, Any], standing: dict[str, Waiver]) -> Requirement:
    key = requirement_key(check)
    return Requirement(
        key=key,
        title=said(check["title"]),
        verdict=check["verdict"],
        reason=said(check["reason"]),
        article=check["article"],
        source=check["source"],
        unverified=check["unverified"],
        own=check["key"] == "pool",
        waiver=standing.get(key),
    )


def _limits(scenario: PlacementScenario, people: set[int]) -> dict[int, list[Limit]]:
    found: dict[int, list[Limit]] = {}
    for row in scenario.constraints.filter(person_id__in=people).select_related("created_by").order_by("created_at", "pk"):
        found.setdefault(row.person_id, []).append(Limit(str(row.created_by or ""), row.created_at))
    return found


def _claims(people: set[int], day: date) -> dict[int, list[Claim]]:
    """Return the latest own word of each person on each competency, as at the scenario's day; one query."""
    rows = Evidence.objects.filter(person_id__in=people, source=EvidenceSource.SELF, shown_on__lte=day)
    latest: dict[tuple[int, int], Claim] = {}
    for row in rows.select_related("competency").order_by("shown_on", "pk"):
        latest[row.person_id, row.competency_id] = Claim(row.competency.name, row.level, row.shown_on)
    found: dict[int, list[Claim]] = {}
    for (person, _competency), claim in sorted(latest.items(), key=lambda item: item[1].competency):
        found.setdefault(person, []).append(claim)
    return found
