"""Read grants."""

from typing import TYPE_CHECKING

from matang.foundation.access.actor import Actor, Held
from matang.foundation.access.models import Grant
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today

if TYPE_CHECKING:
    from matang.foundation.identity.models import User


def actor_of(user: "User") -> Actor:
    """Return the actor for an account in its home agency, with the grants that hold today."""
    rows = Grant.objects.filter(user_id=user.pk, agency_id=user.agency_id).as_at(today()).values_list("role", "unit_path")
    return Actor(
        user_id=user.pk,
        agency_id=user.agency_id,
        person_id=user.person_id,
        name=user.get_full_name() or user.get_username(),
        held=tuple(Held(Role(role), path) for role, path in rows.order_by("role", "unit_path")),
    )
