"""The whole way once: report, recommendation, presentation, decision, adoption, closing, practice."""

from datetime import date, timedelta

import pytest

from matang.flow.apply.choices import AdoptionResult, RecommendationState
from matang.flow.apply.models import Adoption, Practice
from matang.flow.apply.selectors.adoptions import clocks_of
from matang.flow.apply.services.adopting import close_adoption
from matang.flow.learn.choices import SendingState
from matang.flow.learn.models import Sending
from matang.foundation.audit.models import Decision
from matang.foundation.clock.services import today
from matang.foundation.events.models import OutboxEvent
from tests.cast import Cast
from tests.flow.apply.homecoming import begun

pytestmark = pytest.mark.django_db


def test_the_chain_from_a_report_to_a_practice(cast: Cast) -> None:
    made = begun(cast)
    assert Sending.objects.get(pk=made.journey.sending.pk).state == SendingState.REPORTED
    assert made.recommendation.state == RecommendationState.DECIDED
    close_adoption(
        actor=made.actor("unit_head"), adoption_id=made.adoption.pk, result="partly", evidence="Berita acara 3/2026",
        reason="Dua dari lima kelurahan.",
    )  # fmt: skip
    row = Adoption.objects.get(pk=made.adoption.pk)
    assert (row.result, row.closed_on, row.began_on) == (AdoptionResult.PARTLY, today(), today())
    practice = Practice.objects.get(adoption=row)
    assert (practice.result, practice.why, practice.published) == ("partly", "Dua dari lima kelurahan.", False)
    assert practice.origin_agency_id == cast.malang.pk
    kinds = [kind for kind in Decision.objects.order_by("sequence").values_list("kind", flat=True) if kind.startswith("apply")]
    assert kinds == ["apply.decided", "apply.closed"]
    names = list(OutboxEvent.objects.filter(name__startswith="apply.").order_by("pk").values_list("name", flat=True))
    assert names == ["apply.recommendation_decided", "apply.adoption_closed"]


@pytest.mark.parametrize(
    ("passed", "states", "late"),
    [
        (0, ["open", "coming", "coming", "coming"], [0, 0, 0, 0]),
        (30, ["open", "coming", "coming", "coming"], [0, 0, 0, 0]),
        (31, ["late", "open", "coming", "coming"], [1, 0, 0, 0]),
        (90, ["late", "open", "coming", "coming"], [60, 0, 0, 0]),
        (91, ["late", "late", "open", "coming"], [61, 1, 0, 0]),
        (180, ["late", "late", "open", "coming"], [150, 90, 0, 0]),
        (181, ["late", "late", "late", "open"], [151, 91, 1, 0]),
        (365, ["late", "late", "late", "open"], [335, 275, 185, 0]),
        (366, ["late", "late", "late", "late"], [336, 276, 186, 1]),
    ],
)
def test_the_last_day_of_a_clock_is_on_time_and_the_next_is_late(passed: int, states: list[str], late: list[int]) -> None:
    row = Adoption(decided_on=date(2026, 1, 1))
    found = clocks_of(row, [], date(2026, 1, 1) + timedelta(days=passed))
    assert [one.state for one in found] == states
    assert [one.late for one in found] == late
    assert [one.due for one in found] == [date(2026, 1, 31), date(2026, 4, 1), date(2026, 6, 30), date(2027, 1, 1)]
