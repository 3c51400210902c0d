"""What the table of the plans names: a solved scenario with a decided post, in either agency."""

from django.core import signing
from django.utils import timezone

from matang.flow.plan.models import PlacementConstraint, PlacementScenario, Proposal, ScenarioPost, ScenarioResult
from matang.flow.plan.pages.succession import SALT
from matang.flow.plan.public import solve_scenario
from matang.flow.register.models import Person, Post
from matang.foundation.access.selectors import actor_of
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import START, Cast, make_person, make_unit

REASONS = {
    "checks": [],
    "terms": [],
    "standing": "holds",
    "distance": 5,
    "holders": [],
    "changes": [],
    "post_id": 0,
    "post_name": "",
}


def solved(agency: Agency, person: Person, state: str) -> tuple[PlacementScenario, Post]:
    """Make a scenario of its own OPD with one vacant post, for which ``person`` is proposed and which was decided."""
    unit = make_unit(agency, f"S{state}", f"OPD {state}")
    post = Post.objects.create(
        agency=agency, unit=unit, name=f"Kabid {state}", kind="administrator", capacity=1, valid_from=START
    )
    weights = {"competency": 10, "experience": 4, "unit": 25, "education": 5, "stay": 30}
    scenario = PlacementScenario.objects.create(
        agency=agency, name=f"Uji {state}", as_at=START, unit=unit, weights=weights, state=state, created_at=timezone.now()
    )
    ScenarioPost.objects.create(agency=agency, scenario=scenario, post=post, decided_at=timezone.now())
    ScenarioResult.objects.create(
        agency=agency, scenario=scenario, problem="{}", result="{}", objective=0, feasible=True, optimal=True,
        report={"people": 1, "placed": 1, "posts": 1, "pairs": 1, "sha256": ""}, engine_version="0", timings={},
    )  # fmt: skip
    Proposal.objects.create(
        agency=agency, scenario=scenario, post=post, person=person, rank=1, score=5, state="eligible", reasons=REASONS
    )
    return scenario, post


def stated(scenario: PlacementScenario, person: Person) -> int:
    """State a constraint of a scenario and return its key."""
    row = PlacementConstraint.objects.create(
        agency_id=scenario.agency_id, scenario=scenario, person=person, kind="stay", reason="Uji", created_at=timezone.now()
    )
    return row.pk


def signed(agency: Agency, person: Person) -> str:
    """Return a list of successors as the page hands it back after a dry run."""
    content = [agency.pk, "Uji", START.isoformat(), "Surat", [[person.pk, 7, "", None]]]
    return signing.dumps(content, salt=SALT, compress=True)


def objects(cast: Cast) -> dict[str, int | str]:
    """Make the scenarios."""
    proposed, proposed_post = solved(cast.palu, cast.people["servant"], "proposed")
    draft, draft_post = solved(cast.palu, cast.people["servant"], "solved")
    made: dict[str, int | str] = {
        "scenario.proposed": proposed.pk,
        "scenario.solved": draft.pk,
        "post.proposed": proposed_post.pk,
        "post.solved": draft_post.pk,
        "unit.draft": draft.unit_id or 0,
        "constraint.solved": stated(draft, cast.people["other"]),
        "succession.signed": signed(cast.palu, cast.people["servant"]),
    }
    with acting_in(cast.malang.pk):
        scenario, post = solved(cast.malang, cast.people["malang"], "proposed")
        made |= {"scenario.malang": scenario.pk, "post.malang": post.pk}
        made |= {"constraint.malang": stated(scenario, cast.people["malang"])}
    make_person(cast.palu, "198501012012012099", "Calon Contoh", cast.units["social"], "Kepala Seksi Contoh", "pengawas")
    return made


def compute_first(cast: Cast) -> None:
    """Compute the scenario that nobody has submitted, so that there is a result to measure."""
    scenario = PlacementScenario.objects.get(name="Uji solved")
    solve_scenario(actor=actor_of(cast.users["planner"]), scenario_id=scenario.pk)
