"""What the story of the chain has made so far, and who acts in it."""

from dataclasses import dataclass, field

from matang.flow.aims.public import Aim, Indicator
from matang.flow.learn.public import Host, Sending
from matang.flow.needs.public import UnitNeed
from matang.flow.register.public import Unit
from matang.foundation.access.actor import Actor
from matang.foundation.access.selectors import actor_of
from matang.foundation.identity.models import User
from matang.foundation.tenancy.models import Agency
from matang.portal.demo.adopting import Walker
from matang.portal.demo.sendings import Journey, Roles
from matang.portal.demo.story import Story


@dataclass(slots=True)
class World:
    """Two agencies, their accounts, and what came of every part of the story, by the code of the OPD or the host's name."""

    agency: Agency
    second: Agency
    users: dict[str, User]
    roles: Roles
    story: Story
    units: dict[str, Unit]
    serves: dict[str, tuple[Aim, Indicator]] = field(default_factory=dict)
    hosts: dict[str, Host] = field(default_factory=dict)
    past: dict[str, Sending] = field(default_factory=dict)
    walkers: list[Walker] = field(default_factory=list)
    journeys: dict[str, Journey] = field(default_factory=dict)
    series: dict[str, int] = field(default_factory=dict)
    pilot: int = 0
    missed: UnitNeed | None = None

    def who(self, username: str) -> Actor:
        """Return an account of Palu as it may act on the day that the clock shows."""
        return actor_of(self.users[username])
