"""What the table of the development proposals names: an act and a computed and a submitted proposal, in either agency."""

from django.utils import timezone

from matang.flow.needs.public import ensure_dictionary
from matang.flow.plan.models import DevelopmentAct, DevelopmentLine, DevelopmentProposal, DevelopmentResult
from matang.flow.plan.services.development.changes import snapshot
from matang.flow.register.models import Person, Unit
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import START, Cast


def made_act(agency: Agency, code: str) -> DevelopmentAct:
    """Put a free act into the catalogue."""
    competency = ensure_dictionary(agency.pk)["MAN.3"]
    return DevelopmentAct.objects.create(
        agency=agency, code=code, name=f"Kursus {code}", kind="course", competency_id=competency, from_level=1, to_level=2,
        hours=10, cost_per_person=0, cost_per_class=0,
    )  # fmt: skip


def computed(agency: Agency, act: DevelopmentAct, unit: Unit, person: Person, state: str) -> DevelopmentProposal:
    """Make a computed proposal in which ``person`` takes the act."""
    moment = timezone.now()
    proposal = DevelopmentProposal.objects.create(
        agency=agency, name=f"Usulan {state}", as_at=START, unit=unit, budget=0, state=state, created_at=moment,
        computed_at=moment, submitted_at=moment if state == "proposed" else None, priorities={"staff": 1},
    )  # fmt: skip
    DevelopmentResult.objects.create(
        agency=agency, proposal=proposal, problem="{}", result="{}", value=1, bound=1, cost=0, short=0, proven=True,
        feasible=True, acts={str(row.pk): snapshot(row) for row in DevelopmentAct.objects.filter(agency=agency)},
        curve=[{"budget": 0, "value": 1, "cost": 0, "short": 0, "people": 1, "answered": 1, "changes": []}],
        report={"people": 1, "gaps": 1, "options": 1, "wanted": 1, "floors": {}, "wanted_by_unit": {str(unit.pk): 1},
                "unknown": {}, "unsure": {}, "classes": {str(act.pk): 1}, "left_out": {}, "sha256": ""},
    )  # fmt: skip
    DevelopmentLine.objects.create(
        agency=agency, proposal=proposal, person=person, opd=unit, competency_id=act.competency_id, start=1, required=2,
        must=False, act=act, expected=2, value=1, cost=0, why="chosen", reason={"value": 1, "price": 0, "act": act.pk},
    )  # fmt: skip
    return proposal


def objects(cast: Cast) -> dict[str, int | str]:
    """Make acts and proposals."""
    used, spare = made_act(cast.palu, "KUR-1"), made_act(cast.palu, "KUR-2")
    health, servant = cast.units["health"], cast.people["servant"]
    made: dict[str, int | str] = {
        "act.used": used.pk,
        "act.spare": spare.pk,
        "competency.talk": used.competency_id,
        "development.computed": computed(cast.palu, used, health, servant, "computed").pk,
        "development.proposed": computed(cast.palu, used, health, servant, "proposed").pk,
    }
    with acting_in(cast.malang.pk):
        act = made_act(cast.malang, "KUR-M")
        unit, person = cast.units["malang"], cast.people["malang"]
        made |= {"act.malang": act.pk, "development.malang": computed(cast.malang, act, unit, person, "proposed").pk}
    return made
