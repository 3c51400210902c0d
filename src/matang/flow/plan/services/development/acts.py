"""Keep the catalogue of acts."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from matang.flow.plan.models import DevelopmentAct
from matang.flow.plan.permissions import may_keep_catalogue
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import Denied, RefusedError, require


def save_act(*, actor: Actor, act: DevelopmentAct) -> DevelopmentAct:
    """Store a new or changed act of the actor's agency.

    Raises:
        ValidationError: a field that cannot be kept, with the reason.
    """
    require(may_keep_catalogue(actor))
    if act.pk and act.agency_id != actor.agency_id:
        raise ValidationError(_("Kegiatan ini bukan milik instansi Anda."))
    act.agency_id = actor.agency_id or 0
    act.full_clean()
    act.save()
    return act


def offer_act(*, actor: Actor, act_id: int, active: bool) -> DevelopmentAct:
    """Offer an act or withdraw it. Plans that were computed keep it; new ones see only what is offered."""
    require(may_keep_catalogue(actor))
    with transaction.atomic():
        act = DevelopmentAct.objects.select_for_update().get(pk=act_id, agency_id=actor.agency_id)
        if act.active != active:
            act.active = active
            act.save(update_fields=["active"])
    return act


def delete_act(*, actor: Actor, act_id: int) -> None:
    """Remove an act that no proposal uses."""
    require(may_keep_catalogue(actor))
    try:
        with transaction.atomic():
            DevelopmentAct.objects.get(pk=act_id, agency_id=actor.agency_id).delete()
    except ProtectedError as error:
        message = _("Kegiatan ini dipakai dalam usulan, jadi tidak dapat dihapus. Tarik saja dari penawaran.")
        raise RefusedError(Denied(message)) from error
