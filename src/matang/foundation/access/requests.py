"""What a view gets: a request that knows who asks. For type annotations; nothing makes one of these."""

from django.http import HttpRequest

from matang.foundation.access.actor import Actor
from matang.foundation.identity.models import User
from matang.foundation.identity.sessions import SessionStore
from matang.foundation.tenancy.models import Agency


class ActorRequest(HttpRequest):
    """A request behind the access middleware."""

    actor: Actor
    agency: Agency | None
    user: User
    session: SessionStore
