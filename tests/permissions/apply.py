"""What the table of applying names: a recommendation in each state, a day, an adoption, a practice; some of Malang."""

from matang.flow.apply.models import (
    Adoption,
    AdoptionAction,
    Practice,
    Presentation,
    Recommendation,
    RecommendationDecision,
)
from matang.flow.apply.services.adopting import close_adoption
from matang.flow.apply.services.deciding import Verdict, decide_recommendation
from matang.flow.apply.services.presenting import plan_presentation
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import now, today
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.flow.apply.homecoming import Homecoming, full_action, presented


def copy(made: Homecoming, state: str) -> Recommendation:
    """Return another recommendation like the one that was presented, in another state."""
    row = Recommendation.objects.get(pk=made.recommendation.pk)
    row.pk, row.title, row.state, row.presentation = None, f"{row.title} {state}", state, None
    row.save(force_insert=True)
    return row


def objects(cast: Cast) -> dict[str, int | str]:
    """Make what the table names."""
    made = presented(cast)
    head, mayor = actor_of(cast.users["unit_head"]), actor_of(cast.users["appointing_official"])
    decided, planned = copy(made, "presented"), copy(made, "submitted")
    decide_recommendation(actor=mayor, recommendation_id=decided.pk, verdict=Verdict("adopt", "Perlu."))
    made.adoption = Adoption.objects.get(recommendation=decided)
    action = full_action(made)
    day = plan_presentation(
        actor=head, unit_id=cast.units["clinic"].pk, title="Paparan", day=today(), place="", recommendation_ids=[planned.pk]
    )
    practice = Practice.objects.create(
        agency=cast.palu, title="Regu", what="Regu", why="Dirawat", result="worked", government="Palu", unit_name="Puskesmas",
        person=cast.people["servant"], changed_at=now(),
    )  # fmt: skip
    found: dict[str, int | str] = {
        "report.accepted": made.report.pk, "recommendation.draft": copy(made, "draft").pk,
        "recommendation.submitted": copy(made, "submitted").pk, "recommendation.presented": made.recommendation.pk,
        "presentation.planned": day.pk, "adoption.open": made.adoption.pk, "action.open": action.pk, "practice.own": practice.pk,
    }  # fmt: skip
    with acting_in(cast.malang.pk):
        return found | _malang(cast)


def _malang(cast: Cast) -> dict[str, int | str]:
    unit, agency = cast.units["malang"], cast.malang
    day = Presentation.objects.create(agency=agency, title="Paparan", unit=unit, day=today())
    row = Recommendation.objects.create(
        agency=agency, unit=unit, owner_unit=unit, title="Regu", origin_agency=cast.palu, origin_practice_id=1, opened_at=now(),
        submitted_at=now(), state="decided", presentation=day,
    )  # fmt: skip
    verdict = RecommendationDecision.objects.create(
        agency=agency, recommendation=row, kind="adopt", reason="Perlu", decided_on=today(), decided_at=now(),
        official_account=cast.users["malang_officer"].pk, official_name="Pejabat", official_role="appointing_official",
    )  # fmt: skip
    adoption = Adoption.objects.create(
        agency=agency, recommendation=row, decision=verdict, kind="adopt", unit=unit, decided_on=today()
    )
    action = AdoptionAction.objects.create(agency=agency, adoption=adoption, what="Regu")
    practice = Practice.objects.create(
        agency=agency, title="Regu", result="failed", government="Malang", unit_name="Dinas", changed_at=now()
    )
    return {
        "recommendation.malang": row.pk, "presentation.malang": day.pk, "adoption.malang": adoption.pk,
        "action.malang": action.pk, "practice.malang": practice.pk, "report.malang": 0,
    }  # fmt: skip


def close_first(cast: Cast) -> None:
    """Close the adoption, so that it can be reopened."""
    row = Adoption.objects.get(agency=cast.palu)
    head = actor_of(cast.users["unit_head"])
    close_adoption(actor=head, adoption_id=row.pk, result="not_applied", evidence="Surat", reason="Tidak ada dana")
