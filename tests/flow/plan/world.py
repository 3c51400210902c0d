"""A small world whose placement can be worked out by hand."""

from dataclasses import dataclass, field
from datetime import date

from matang.flow.needs.public import NewEvidence, ensure_dictionary, record_many
from matang.flow.plan.public import PlacementScenario, Question, create_scenario, solve_scenario, submit_scenario
from matang.flow.register.models import Education, GradeRecord, Person, Post, Unit
from matang.foundation.access.actor import Actor
from matang.foundation.access.selectors import actor_of
from tests.cast import START, Cast, make_person, make_unit

DAY = date(2026, 3, 2)
CORE = (*(f"MAN.{number}" for number in range(1, 9)), "SOS.1")


@dataclass
class World:
    """Dinas Contoh with one vacant administrator post and four who might want it."""

    cast: Cast
    opd: Unit
    vacant: Post
    people: dict[str, Person] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)

    def actor(self, name: str) -> Actor:
        """Return the actor of an account of the cast."""
        return actor_of(self.cast.users[name])

    def evidence(self, name: str, levels: dict[str, int]) -> None:
        """Let an assessment show these levels of a person."""
        pieces = [
            NewEvidence(self.people[name].pk, self.codes[code], level, "assessment_centre", date(2025, 6, 1))
            for code, level in levels.items()
        ]
        record_many(self.cast.palu.pk, pieces, day=DAY)

    def scenario(self, *, submitted: bool = False) -> PlacementScenario:
        """Return the computed scenario of the OPD, laid before the panel when asked."""
        planner = self.actor("planner")
        made = create_scenario(actor=planner, question=Question("Uji", unit_id=self.opd.pk, as_at=DAY))
        made = solve_scenario(actor=planner, scenario_id=made.pk)
        return submit_scenario(actor=planner, scenario_id=made.pk) if submitted else made


def build_world(cast: Cast) -> World:
    """Build it: Ani and Budi qualify, Citra has only a diploma, Dedi is no supervisor."""
    opd = make_unit(cast.palu, "P77", "Dinas Contoh")
    vacant = Post.objects.create(
        agency=cast.palu, unit=opd, name="Kepala Bidang Contoh", kind="administrator", capacity=1, valid_from=START
    )
    world = World(cast, opd, vacant, codes=ensure_dictionary(cast.palu.pk))
    for number, (name, kind, degree) in enumerate(
        (("ani", "pengawas", "s1"), ("budi", "pengawas", "s1"), ("citra", "pengawas", "d3"), ("dedi", "pelaksana", "s1")), start=1
    ):
        person = make_person(cast.palu, f"19850101201001200{number}", name.title(), opd, f"Jabatan {name.title()}", kind)
        Education.objects.create(agency=cast.palu, person=person, level=degree)
        GradeRecord.objects.create(agency=cast.palu, person=person, grade="III/d", valid_from=START)
        world.people[name] = person
    world.evidence("ani", dict.fromkeys(CORE, 3))
    world.evidence("budi", {**dict.fromkeys(CORE, 3), "MAN.3": 2})
    world.evidence("citra", dict.fromkeys(CORE, 5))
    return world
