"""A sending that is back, of Palu's and of Malang's."""

from matang.flow.learn.models import Sending
from matang.foundation.clock.services import now
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.factories.journeys import prepare


def objects(cast: Cast) -> dict[str, int | str]:
    """Make a sending that is back from Malang, and one of Malang's own."""
    sending = prepare(cast).sending
    Sending.objects.filter(pk=sending.pk).update(state="returned", host_agency=cast.malang)
    with acting_in(cast.malang.pk):
        unit = cast.units["malang"]
        own = Sending.objects.create(
            agency=cast.malang, unit=unit, unit_name=unit.name, title="Lain", kind="internship", state="returned", opened_at=now()
        )
    return {"sending.back": sending.pk, "sending.malang": own.pk}
