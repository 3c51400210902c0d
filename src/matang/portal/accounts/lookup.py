"""Find what an address names, for the actor who asks, or answer 404."""

from django.http import Http404

from matang.foundation.access.models import Grant
from matang.foundation.access.requests import ActorRequest
from matang.foundation.access.selectors import account_seen_by
from matang.foundation.identity.models import User


def account_or_404(request: ActorRequest, user_id: int) -> User:
    """Return the account if the actor may see it.

    Raises:
        Http404: there is none, or it is not the actor's to see.
    """
    user = account_seen_by(request.actor, user_id)
    if user is None:
        raise Http404
    return user


def grant_or_404(request: ActorRequest, grant_id: int) -> Grant:
    """Return the grant if the actor may see its account.

    Raises:
        Http404: there is none, or it is not the actor's to see.
    """
    grant = Grant.objects.filter(pk=grant_id, agency_id=request.actor.agency_id).first()
    if grant is None:
        raise Http404
    account_or_404(request, grant.user_id)
    return grant
