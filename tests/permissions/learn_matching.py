"""What the table of matching rounds names."""

from datetime import date

from matang.flow.learn.choices import RoundState
from matang.flow.learn.models import (
    Host,
    MatchingRound,
    RoundApplicant,
    RoundPeriod,
    RoundPlace,
    RoundRegion,
    RoundWish,
)
from matang.foundation.clock.services import now
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.cast import Cast


def of(agency: Agency, name: str) -> dict[str, int | str]:
    """Make a round with one place that somebody wishes."""
    host = Host.objects.create(agency=agency)
    common = {"agency": agency, "round": MatchingRound.objects.create(agency=agency, name="Putaran", seed=7, opened_at=now())}
    days = {"starts_on": date(2027, 1, 4), "ends_on": date(2027, 3, 31)}
    period = RoundPeriod.objects.create(name="Satu", **common, **days)
    place = RoundPlace.objects.create(code="1", host=host, period=period, seats=1, **common)
    region = RoundRegion.objects.create(name="Kota", **common)
    applicant = RoundApplicant.objects.create(number="001", name="Contoh", region=region, points=100, **common)
    RoundWish.objects.create(agency=agency, applicant=applicant, place=place, rank=1)
    made = {"round": common["round"], "period": period, "place": place, "region": region, "applicant": applicant}
    return {f"{kind}.{name}": row.pk for kind, row in made.items()} | {f"host.{name}": host.pk}


def objects(cast: Cast) -> dict[str, int | str]:
    """Make a round in both agencies."""
    made = of(cast.palu, "palu")
    with acting_in(cast.malang.pk):
        return made | of(cast.malang, "malang")


def empty_first(cast: Cast) -> None:
    """Take away what depends on the period, the place and the region, so that they can be removed."""
    RoundApplicant.objects.filter(agency=cast.palu).delete()
    RoundPlace.objects.filter(agency=cast.palu).delete()


def unwish_first(cast: Cast) -> None:
    """Take away the applicants, so that the place can be removed."""
    RoundApplicant.objects.filter(agency=cast.palu).delete()


def computed_first(cast: Cast) -> None:
    """Let the round be computed, so that it can be decided or its files be read."""
    MatchingRound.objects.filter(agency=cast.palu).update(state=RoundState.SOLVED, computed_at=now())
