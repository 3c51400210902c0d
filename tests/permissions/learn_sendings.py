"""Objects of the pages of sendings: one in each state that a step needs, and one of Malang's own."""

from matang.flow.learn.models import Sending
from matang.flow.learn.services.sendings import NewParticipant, SendingDetails, add_participant, create_sending
from matang.foundation.access.selectors import actor_of
from matang.foundation.tenancy.context import acting_in
from tests.cast import Cast
from tests.factories.journeys import Journey, prepare


def objects(cast: Cast) -> dict[str, int | str]:
    """Make a full draft of the clinic with one candidate, and a draft of Malang."""
    made: Journey = prepare(cast)
    found: dict[str, int | str] = {"sending.draft": made.sending.pk, "participant.first": made.participant.pk}
    for state in ("submitted", "ordered", "under_way"):
        copy = Sending.objects.get(pk=made.sending.pk)
        copy.pk, copy.state, copy.title = None, state, f"{copy.title} {state}"
        copy.save(force_insert=True)
        found[f"sending.{state}"] = copy.pk
    with acting_in(cast.malang.pk):
        officer = actor_of(cast.users["malang_officer"])
        details = SendingDetails("internship", "Belajar di tempat lain")
        own = create_sending(actor=officer, unit_id=cast.units["malang"].pk, details=details)
        found["sending.malang"] = own.pk
        person = NewParticipant(cast.people["malang"].pk)
        found["participant.malang"] = add_participant(actor=officer, sending_id=own.pk, new=person).pk
    return found
