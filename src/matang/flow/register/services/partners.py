"""Partners outside the agency."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from matang.flow.register.models import Partner, Region
from matang.flow.register.permissions import may_edit_partners
from matang.flow.register.services.refusals import named_refusals
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import require


def create_partner(
    *, actor: Actor, name: str, kind: str, valid_from: date, region: Region | None = None, strengths: str = ""
) -> Partner:
    """Add a partner."""
    require(may_edit_partners(actor))
    with named_refusals():
        return Partner.objects.create(
            agency_id=actor.agency_id, name=name, kind=kind, region=region, strengths=strengths, valid_from=valid_from
        )


def change_partner(*, actor: Actor, partner: Partner, name: str, kind: str, region: Region | None, strengths: str) -> None:
    """Mend a partner's facts."""
    require(may_edit_partners(actor))
    partner.name, partner.kind, partner.region, partner.strengths = name, kind, region, strengths
    with named_refusals():
        partner.save(update_fields=["name", "kind", "region", "strengths"])


def end_partner(*, actor: Actor, partner: Partner, day: date) -> None:
    """End a partnership; ``day`` is the first day without it."""
    require(may_edit_partners(actor))
    if day <= partner.valid_from:
        raise ValidationError({"day": _("Kemitraan harus berakhir sesudah mulai.")})
    partner.valid_to = day
    with named_refusals():
        partner.save(update_fields=["valid_to"])


def resume_partner(*, actor: Actor, partner: Partner) -> None:
    """Take back the end of a partnership."""
    require(may_edit_partners(actor))
    partner.valid_to = None
    partner.save(update_fields=["valid_to"])
