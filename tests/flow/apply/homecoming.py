"""What comes home from a journey, step by step: report, recommendation, presentation, decision, adoption."""

from dataclasses import dataclass

from matang.flow.aims.public import create_aim
from matang.flow.apply.choices import ConditionKind
from matang.flow.apply.models import Adoption, AdoptionAction, Presentation, Recommendation
from matang.flow.apply.services.adopting import ActionDetails, begin_adoption, save_action
from matang.flow.apply.services.deciding import Verdict, decide_recommendation
from matang.flow.apply.services.presenting import hold_day, plan_presentation
from matang.flow.apply.services.recommending import (
    Condition,
    Details,
    change_recommendation,
    recommend_from_report,
    submit_recommendation,
)
from matang.flow.learn.models import SendingReport
from matang.flow.learn.services.reports import PARTS, accept_report, save_part, submit_report
from matang.foundation.access.actor import Actor
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from tests.cast import Cast
from tests.factories.journeys import Journey, returned

TITLE = "Regu perawatan air limbah di tiap kelurahan"


@dataclass
class Homecoming:
    """A journey that is back and what came of it so far."""

    journey: Journey
    cast: Cast
    report: SendingReport
    recommendation: Recommendation | None = None
    presentation: Presentation | None = None
    adoption: Adoption | None = None

    def actor(self, name: str) -> Actor:
        """Return the actor of somebody of the cast."""
        return actor_of(self.cast.users[name])


def submitted_report(cast: Cast) -> Homecoming:
    """Return a journey that is back, with the servant's report handed in."""
    journey = returned(cast)
    servant = actor_of(cast.users["civil_servant"])
    for part in PARTS:
        save_part(actor=servant, participant_id=journey.participant.pk, part=part, text=f"Isi {part}")
    report = submit_report(actor=servant, participant_id=journey.participant.pk)
    return Homecoming(journey, cast, report)


def accepted_report(cast: Cast) -> Homecoming:
    """Return one whose report was accepted by the superior."""
    made = submitted_report(cast)
    made.report = accept_report(actor=made.actor("direct_superior"), report_id=made.report.pk, place="national")
    return made


def full_details(made: Homecoming) -> Details:
    """Return what a full recommendation says: the clinic is to own it."""
    return Details(
        title=TITLE, practice="Regu tiga orang merawat instalasi tiap pekan.", seen_at="Dinas Pekerjaan Umum, Malang",
        cost_rupiah=48_000_000, risk="Regu bubar bila honornya terlambat.", owner_unit_id=made.cast.units["clinic"].pk,
        aim_id=made.journey.aim.pk, indicator_id=made.journey.indicator.pk,
    )  # fmt: skip


def drafted(cast: Cast) -> Homecoming:
    """Return one with a full draft of a recommendation."""
    made = accepted_report(cast)
    servant = made.actor("civil_servant")
    made.recommendation = recommend_from_report(actor=servant, report_id=made.report.pk, title=TITLE)
    five = {kind: Condition("Ada perwali.", "Rw-4", "lacks") for kind in ConditionKind.values}
    change_recommendation(actor=servant, recommendation_id=made.recommendation.pk, details=full_details(made), conditions=five)
    made.recommendation.refresh_from_db()
    return made


def handed_in(cast: Cast) -> Homecoming:
    """Return one whose recommendation waits for a day of presentation."""
    made = drafted(cast)
    made.recommendation = submit_recommendation(actor=made.actor("civil_servant"), recommendation_id=made.recommendation.pk)
    return made


def presented(cast: Cast) -> Homecoming:
    """Return one whose recommendation was presented today."""
    made = handed_in(cast)
    head = made.actor("unit_head")
    made.presentation = plan_presentation(
        actor=head, unit_id=cast.units["clinic"].pk, title="Paparan magang", day=today(), place="Aula",
        recommendation_ids=[made.recommendation.pk],
    )  # fmt: skip
    hold_day(actor=head, presentation_id=made.presentation.pk, attendees="Kepala dinas dan 12 pegawai")
    made.recommendation.refresh_from_db()
    return made


def adopted(cast: Cast, kind: str = "adopt") -> Homecoming:
    """Return one that the mayor decided to adopt today."""
    made = presented(cast)
    verdict = Verdict(kind, "Dibutuhkan kota.")
    decide_recommendation(actor=made.actor("appointing_official"), recommendation_id=made.recommendation.pk, verdict=verdict)
    made.recommendation.refresh_from_db()
    made.adoption = Adoption.objects.get(recommendation=made.recommendation)
    return made


def copied(made: Homecoming, state: str, **changes: object) -> Recommendation:
    """Make another recommendation like the one that was brought home, in another state and on no day of presentation."""
    row = Recommendation.objects.get(pk=made.recommendation.pk)
    row.pk, row.title, row.state, row.presentation = None, f"{TITLE} {state}", state, None
    for name, value in changes.items():
        setattr(row, name, value)
    row.save(force_insert=True)
    return row


def mission_line(made: Homecoming) -> int:
    """Return an aim that reaches a mission."""
    planner, plan = made.actor("programme_planner"), made.journey.aim.plan_id
    mission = create_aim(actor=planner, plan_id=plan, level="mission", title="Kota sehat")
    return create_aim(actor=planner, plan_id=plan, level="goal", title="Air bersih", parent_id=mission.pk).pk


def full_action(made: Homecoming, what: str = "Bentuk regu") -> AdoptionAction:
    """Give the adoption one action that passes the flower test."""
    clinic = made.cast.units["clinic"].pk
    details = ActionDetails(
        what=what, place="Kelurahan Contoh", doer_unit_id=clinic, carer_unit_id=clinic, upkeep_rupiah=12_000_000,
        upkeep_source="APBD", indicator_id=made.journey.indicator.pk, aim_id=mission_line(made),
    )  # fmt: skip
    return save_action(actor=made.actor("unit_head"), adoption_id=made.adoption.pk, details=details)


def begun(cast: Cast) -> Homecoming:
    """Return one that took effect today."""
    made = adopted(cast)
    full_action(made)
    made.adoption = begin_adoption(actor=made.actor("unit_head"), adoption_id=made.adoption.pk, day=today())
    return made
