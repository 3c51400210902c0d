"""Store a row of the actor's agency; what the database refuses comes back as a sentence at the field."""

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from matang.flow.learn.models import Host
from matang.flow.learn.permissions import may_keep_hosts
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.tenancy.models import TenantModel

Row = TypeVar("Row", bound=TenantModel)


def keep(actor: Actor, row: Row) -> Row:
    """Store a new or changed row.

    Raises:
        RefusedError: not the actor's to keep, or a row of another agency.
        ValidationError: a field that cannot be kept, with the reason; also where somebody else was faster.
    """
    require(may_keep_hosts(actor))
    if row.pk and row.agency_id != actor.agency_id:
        raise refuse(_("Catatan ini bukan milik instansi Anda."))
    row.agency_id = actor.agency_id or 0
    row.full_clean()
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise ValidationError(_("Petugas lain baru saja menyimpan catatan yang sama. Muat ulang halaman ini.")) from error
    return row


def own(actor: Actor, model: type[Row], key: int) -> Row:
    """Return a row of the actor's agency, locked.

    Raises:
        RefusedError: not the actor's to keep, or no such row.
    """
    require(may_keep_hosts(actor))
    found = model._default_manager.select_for_update(of=("self",)).filter(pk=key, agency_id=actor.agency_id).first()
    if found is None:
        raise refuse(_("Catatan ini tidak ada di instansi Anda."))
    return found


def own_host(actor: Actor, host_id: int) -> Host:
    """Return a host of the actor's agency with its partner."""
    return Host.objects.select_related("partner", "agency").get(pk=own(actor, Host, host_id).pk)


def remove(actor: Actor, model: type[Row], key: int, used: str) -> None:
    """Delete a row; the trail keeps it. ``used`` is the refusal where something still points to it."""
    with transaction.atomic():
        row = own(actor, model, key)
        try:
            with transaction.atomic():
                row.delete()
        except ProtectedError as error:
            raise refuse(used) from error
