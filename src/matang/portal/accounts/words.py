"""Grants as the pages tell them."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from matang.flow.register.public import unit_tree
from matang.foundation.access.actor import Actor
from matang.foundation.access.models import Grant
from matang.foundation.access.permissions import may_end
from matang.foundation.clock.services import today


@dataclass(frozen=True, slots=True)
class GrantLine:
    """A grant: what, where, when; whether it holds today, and whether the actor may end it."""

    id: int
    role: str
    where: str
    start: date
    end: date | None
    reason: str
    state: str
    may_end: bool


def grant_lines(actor: Actor, grants: list[Grant]) -> list[GrantLine]:
    """Return the grants of one agency with the names of their units as of today."""
    day = today()
    tree = unit_tree(actor.agency_id, day)
    lines = []
    for grant in grants:
        units = tree.line(grant.unit_path)
        state = "past" if grant.valid_to is not None and grant.valid_to <= day else "now"
        if grant.valid_from > day:
            state = "coming"
        lines.append(
            GrantLine(
                id=grant.pk,
                role=grant.get_role_display(),
                where=units[-1].name if units else (_("unit yang sudah tidak ada") if grant.unit_path else _("seluruh instansi")),
                start=grant.valid_from,
                end=grant.valid_to,
                reason=grant.reason,
                state=state,
                may_end=state != "past" and bool(may_end(actor, grant)),
            )
        )
    return lines
