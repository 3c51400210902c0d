"""What the table of the standards names: a post and a prepared change in either agency."""

from matang.flow.needs.choices import StandardChangeKind
from matang.flow.needs.public import ensure_dictionary
from matang.flow.needs.services.standards.changes import plan_change, prepare
from matang.flow.needs.services.standards.timeline import Span
from matang.flow.register.models import Incumbency
from matang.foundation.access.selectors import actor_of
from matang.foundation.clock.services import today
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast


def objects(cast: Cast) -> dict[str, int | str]:
    """Make them."""
    made: dict[str, int | str] = {}
    who = (
        (cast.palu, "servant", "hr_officer", "post.clinic", "change.draft"),
        (cast.malang, "malang", "malang_officer", "post.malang", "change.malang"),
    )
    for agency, holder, officer, post, change in who:
        with acting_in(agency.pk):
            key = Incumbency.objects.get(person=cast.people[holder]).post_id
            rows = [(key, ensure_dictionary(agency.pk)["MAN.1"], Span(today(), None, 2))]
            prepared = prepare(
                actor=actor_of(cast.users[officer]),
                kind=StandardChangeKind.ONE,
                title="Contoh",
                effective_from=today(),
                rows=rows,
            )
            made |= {post: key, change: prepared.pk}
            if agency == cast.palu:
                made["change.digest"] = plan_change(prepared).digest
    return made
