"""Open rounds of both governments with a ceiling each, and an application of Palu's to the round of Malang."""

from matang.flow.learn.models import MatchingRound, Participant, RoundCall, RoundCeiling, RoundRegion, RoundRequest
from matang.foundation.clock.services import now, today
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import Cast
from tests.factories.journeys import prepare


def objects(cast: Cast) -> dict[str, int | str]:
    """Make them."""
    participant: Participant = prepare(cast).participant
    found = _round(cast.palu, "palu")
    with acting_in(cast.malang.pk):
        theirs = _round(cast.malang, "malang")
        call = RoundCall.objects.get(agency=cast.malang).pk
    asked = RoundRequest.objects.create(
        agency=cast.palu, host_agency=cast.malang, call_number=call, participant=participant, name="Uji", unit_name="Uji",
        region="Uji", points=0, wishes=["1"], handed_at=now(),
    )  # fmt: skip
    return found | theirs | {"theirs.malang_call": call, "theirs.our_request": asked.pk}


def _round(agency: Agency, name: str) -> dict[str, int | str]:
    made = MatchingRound.objects.create(agency=agency, name="Terbuka", seed=1, opened_at=now())
    RoundCall.objects.create(
        agency=agency, round=made, name=made.name, coordinator=agency.name, method=made.method, seed=1, closes_on=today(),
        opened_at=now(),
    )  # fmt: skip
    region = RoundRegion.objects.create(agency=agency, round=made, name="Uji")
    ceiling = RoundCeiling.objects.create(agency=agency, round=made, region=region, kind="university", most=1)
    return {f"openround.{name}": made.pk, f"ceiling.{name}": ceiling.pk}
