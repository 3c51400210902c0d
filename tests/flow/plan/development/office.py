"""A small office whose development plan can be worked out by hand.

Ani (supervisor, Dinas Contoh) lacks one level of Integritas, a must-have, and two of Komunikasi, of which a course gives one.
Budi (supervisor, Dinas Contoh) lacks two of Komunikasi. Kartini (head of Dinas Sosial) lacks one of Integritas.
A closed level counts 2 points for each of them, three times as much for the must-have.

| act | for | from → to | rupiah | worth |
|---|---|---|---|---|
| KUR | Komunikasi | 2 → 4 | 5 million each, 10 million a class of two | Budi 4, Ani 2 |
| GRA | Komunikasi | 2 → 3 | nothing | Budi 2 |
| MEN | Integritas | 3 → 4 | 4 million each | Ani 6, Kartini 2 |
| MHL | Integritas | 3 → 5 | nobody has said | – |
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from matang.flow.needs.public import NewEvidence, PostStandard, record_many
from matang.flow.plan.models import DevelopmentAct, DevelopmentProposal
from matang.flow.plan.public import DevelopmentQuestion, compute_development, create_development
from matang.flow.register.models import Incumbency, Person
from tests.cast import START
from tests.flow.plan.world import DAY, World

MILLION = 1_000_000


@dataclass
class Office:
    """The world with gaps and a catalogue."""

    world: World
    acts: dict[str, DevelopmentAct] = field(default_factory=dict)

    def proposal(self, budget: int, **other: Any) -> DevelopmentProposal:
        """Return a computed proposal of the whole agency."""
        planner = self.world.actor("planner")
        made = create_development(actor=planner, question=DevelopmentQuestion("Uji", budget, as_at=DAY, **other))
        return compute_development(actor=planner, proposal_id=made.pk)

    def plan(self, proposal: DevelopmentProposal) -> dict[tuple[str, str], str]:
        """Return the code of the act, or why there is none, for each (first name, competency code)."""
        return {
            (line.person.full_name.split()[0], line.competency.code): line.act.code if line.act else line.why
            for line in proposal.lines.select_related("person", "competency", "act")
        }


def require_level(person: Person, competency: int, level: int, *, must: bool = False) -> None:
    """Let the person's post ask for a level."""
    post = Incumbency.objects.get(person=person).post
    PostStandard.objects.create(
        agency_id=person.agency_id, post=post, competency_id=competency, level=level, must=must, valid_from=START
    )


def make_act(world: World, code: str, competency: str, levels: tuple[int, int], **other: Any) -> DevelopmentAct:
    """Put an act into the catalogue."""
    values: dict[str, Any] = {"kind": "course", "cost_per_person": 0, "cost_per_class": 0, "hours": 10} | other
    return DevelopmentAct.objects.create(
        agency=world.cast.palu, code=code, name=f"Kegiatan {code}", competency_id=world.codes[competency],
        from_level=levels[0], to_level=levels[1], **values,
    )  # fmt: skip


def build_office(world: World) -> Office:
    """Build it."""
    ani, budi, kartini = world.people["ani"], world.people["budi"], world.cast.people["other_head"]
    integrity, talk = world.codes["MAN.1"], world.codes["MAN.3"]
    require_level(ani, integrity, 4, must=True)
    require_level(ani, talk, 5)
    require_level(budi, talk, 4)
    require_level(kartini, integrity, 4)
    pieces = [NewEvidence(kartini.pk, integrity, 3, "assessment_centre", date(2025, 6, 1))]
    record_many(world.cast.palu.pk, pieces, day=DAY)
    office = Office(world)
    office.acts = {
        "KUR": make_act(world, "KUR", "MAN.3", (2, 4), cost_per_person=5 * MILLION, cost_per_class=10 * MILLION, seats=2),
        "GRA": make_act(world, "GRA", "MAN.3", (2, 3), kind="elearning"),
        "MEN": make_act(world, "MEN", "MAN.1", (3, 4), kind="mentoring", cost_per_person=4 * MILLION),
        "MHL": make_act(world, "MHL", "MAN.1", (3, 5), cost_per_person=None),
    }
    return office
