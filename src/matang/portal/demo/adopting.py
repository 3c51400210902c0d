"""From reports to recommendations, their presentation, the decisions, the four clocks and the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matang.flow.aims.public import Aim, Indicator
from matang.flow.apply.public import (
    ActionDetails,
    Adoption,
    Condition,
    ConditionKind,
    Details,
    Found,
    Recommendation,
    Verdict,
    begin_adoption,
    change_recommendation,
    close_adoption,
    decide_recommendation,
    hold_day,
    plan_presentation,
    recommend_from_report,
    record_check,
    save_action,
    submit_recommendation,
)
from matang.flow.learn.public import SendingReport
from matang.flow.register.public import Unit
from matang.foundation.access.actor import Actor
from matang.portal.demo.lessons import LEARNED, Lesson

ATTENDED = "Wali kota, Sekretaris Daerah, kepala perangkat daerah pengirim"


@dataclass(slots=True)
class Walker:
    """Walks one lesson of the cohort from its report to the end."""

    lesson: Lesson
    serves: tuple[Aim, Indicator]
    owner: Unit
    row: Recommendation | None = None

    @property
    def key(self) -> int:
        """Return the key of its recommendation, once there is one."""
        if self.row is None:
            raise LookupError(self.lesson.title)
        number: int = self.row.pk
        return number

    @property
    def adoption(self) -> Adoption:
        """Return its adoption, once it was decided."""
        return Adoption.objects.get(recommendation_id=self.key)

    def recommend(self, officer: Actor, report: SendingReport) -> None:
        """Write the recommendation and hand it in."""
        lesson, (aim, indicator) = self.lesson, self.serves
        self.row = recommend_from_report(actor=officer, report_id=report.pk, title=lesson.title)
        details = Details(
            title=lesson.title, practice=LEARNED[lesson.opd][0], seen_at=self.row.seen_at, cost_rupiah=lesson.cost,
            cost_note="Perkiraan peragaan", risk=lesson.risk, owner_unit_id=self.owner.pk, aim_id=aim.pk,
            indicator_id=indicator.pk,
        )  # fmt: skip
        said = {kind: Condition(*one) for kind, one in zip(ConditionKind, lesson.conditions, strict=True)}
        change_recommendation(actor=officer, recommendation_id=self.key, details=details, conditions=said)
        submit_recommendation(actor=officer, recommendation_id=self.key)

    def decide(self, mayor: Actor) -> None:
        """Let the mayor say what the lesson says of it."""
        verdict = Verdict(self.lesson.kind, self.lesson.reason)
        decide_recommendation(actor=mayor, recommendation_id=self.key, verdict=verdict)

    def begin(self, officer: Actor, day: date) -> None:
        """Plan the action with its flower test, and let the adoption take effect on the day."""
        adoption = self.adoption
        action = ActionDetails(
            what=self.lesson.action, place=self.owner.name, doer_unit_id=self.owner.pk, carer_unit_id=self.owner.pk,
            upkeep_rupiah=12_000_000, upkeep_source="Perkiraan peragaan", indicator_id=self.serves[1].pk,
            aim_id=self.serves[0].pk,
        )  # fmt: skip
        save_action(actor=officer, adoption_id=adoption.pk, details=action)
        begin_adoption(actor=officer, adoption_id=adoption.pk, day=day)

    def check(self, officer: Actor, clock: int) -> None:
        """Note what was found on a clock."""
        look = next(one for one in self.lesson.looks if one.clock == clock)
        found = Found(look.clock, look.finding, look.found, look.evidence, look.barrier)
        record_check(actor=officer, adoption_id=self.adoption.pk, found=found)

    def close(self, mayor: Actor) -> None:
        """Close the adoption as the lesson says."""
        end = self.lesson.ending
        if end is not None:
            close_adoption(actor=mayor, adoption_id=self.adoption.pk, result=end.result, evidence=end.evidence, reason=end.reason)


def present(officer: Actor, unit: Unit, title: str, day: date, recommendations: Sequence[int]) -> None:
    """Write down that recommendations were presented on the day."""
    shown = plan_presentation(
        actor=officer, unit_id=unit.pk, title=title, day=day, place="Ruang rapat wali kota", recommendation_ids=recommendations
    )
    hold_day(actor=officer, presentation_id=shown.pk, attendees=ATTENDED)
