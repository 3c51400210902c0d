"""Put the chain into the demonstration, walked day by day: the cohort of 2024, what became of it, and the sendings of now."""

from datetime import date

from matang.flow.register.public import Unit
from matang.foundation.identity.models import User
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from matang.portal.demo import accounts, past, present, sendings
from matang.portal.demo.story import Story
from matang.portal.demo.world import World


def show(agency: Agency, second: Agency, users: dict[str, User], day: date) -> None:
    """Walk it all. Call inside ``acting_in(agency.pk)``, when the second agency stands."""
    with acting_in(second.pk):
        theirs = accounts.open_logins(second, (accounts.MALANG_HOST, accounts.MALANG_MENTOR))
    roles = sendings.Roles(
        users["kepegawaian"], users["walikota"], theirs[accounts.MALANG_HOST.username], theirs[accounts.MALANG_MENTOR.username]
    )
    units = {unit.code: unit for unit in Unit.objects.filter(agency_id=agency.pk)}
    world = World(agency, second, dict(users), roles, Story(day), units)
    past.tell(world)
    present.tell(world)
    world.story.walk()
