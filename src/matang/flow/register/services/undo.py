"""Take back a move that has not taken effect."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.register.models import Incumbency
from matang.flow.register.permissions import may_move_into
from matang.flow.register.services.refusals import named_refusals
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import require
from matang.foundation.clock.services import today


def ended_by(*, actor: Actor, person_id: int, post_id: int, effective_from: date) -> list[tuple[int, str | None]]:
    """Return what a move would end: incumbency keys with the end they have now. Ask before moving, keep for ``undo_move``."""
    rows = Incumbency.objects.filter(agency_id=actor.agency_id, person_id=person_id, valid_from__lt=effective_from)
    return [
        (row.pk, row.valid_to.isoformat() if row.valid_to else None)
        for row in rows
        if (row.kind == "definitive" or row.post_id == post_id) and (row.valid_to is None or row.valid_to > effective_from)
    ]


def undo_move(*, actor: Actor, incumbency_id: int, ended: list[tuple[int, str | None]]) -> None:
    """Take back a move before its day, and give what it ended its earlier end again.

    Raises ``ValidationError`` when the move has taken effect: then only a new decision can change it.
    """
    planned = Incumbency.objects.select_related("post__unit").get(pk=incumbency_id, agency_id=actor.agency_id)
    require(may_move_into(actor, planned.post.unit.path))
    if planned.valid_from <= today():
        raise ValidationError({"effective_from": _("Penempatan ini sudah berlaku; buatlah putusan baru.")})
    with transaction.atomic(), named_refusals():
        planned.delete()
        for key, end in ended:
            row = Incumbency.objects.get(pk=key, agency_id=actor.agency_id, person_id=planned.person_id)
            row.valid_to = date.fromisoformat(end) if end else None
            row.save(update_fields=["valid_to"])
