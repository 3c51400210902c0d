"""What the table of the needs names."""

from matang.flow.needs.public import ensure_dictionary
from matang.flow.register.models import Incumbency
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast


def objects(cast: Cast) -> dict[str, int | str]:
    """Name a post of either agency."""
    made: dict[str, int | str] = {"post.clinic": Incumbency.objects.get(person=cast.people["servant"]).post_id}
    made["competency.integrity"] = ensure_dictionary(cast.palu.pk)["MAN.1"]
    with acting_in(cast.malang.pk):
        made["post.malang"] = Incumbency.objects.get(person=cast.people["malang"]).post_id
    return made
