"""Hold one's own row while it changes."""

from typing import TypeVar

from django.db import models
from django.utils.translation import gettext as _

from matang.flow.apply.models import Adoption, Presentation, Recommendation
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse

Row = TypeVar("Row", bound=models.Model)


def hold(actor: Actor, model: type[Row], key: int, *named: str) -> Row:
    """Return a row of the actor's own agency and hold it until the transaction ends.

    Raises:
        RefusedError: there is none.
    """
    rows = model._default_manager.select_for_update(of=("self",)).select_related(*named)
    found: Row | None = rows.filter(pk=key, agency_id=actor.agency_id).first()
    if found is None:
        raise refuse(_("Catatan ini tidak ada dalam lingkup Anda."))
    return found


def hold_recommendation(actor: Actor, key: int) -> Recommendation:
    """Return a recommendation, held, with its units."""
    return hold(actor, Recommendation, key, "unit", "owner_unit", "presentation")


def hold_presentation(actor: Actor, key: int) -> Presentation:
    """Return a day of presentation, held, with its unit."""
    return hold(actor, Presentation, key, "unit")


def hold_adoption(actor: Actor, key: int) -> Adoption:
    """Return an adoption, held, with what it came from."""
    return hold(actor, Adoption, key, "unit", "recommendation", "indicator")
