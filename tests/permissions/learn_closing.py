"""A sending of Palu's that is back."""

from matang.flow.learn.models import Sending
from tests.cast import Cast
from tests.factories.journeys import prepare


def objects(cast: Cast) -> dict[str, int | str]:
    """Make a sending that is back from Malang."""
    sending = prepare(cast).sending
    Sending.objects.filter(pk=sending.pk).update(state="returned", host_agency=cast.malang)
    return {"sending.back": sending.pk}
