"""Keep cohorts and the fields that were asked for."""

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.models import Cohort, WantedField
from matang.flow.learn.permissions import may_keep_cohorts
from matang.flow.learn.services.naming import named
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require


def save_cohort(*, actor: Actor, cohort: Cohort) -> Cohort:
    """Store a cohort of the actor's agency.

    Raises:
        RefusedError: not the actor's to keep.
        ValidationError: no name, or a name that is taken.
    """
    require(may_keep_cohorts(actor))
    with transaction.atomic():
        cohort.agency_id = actor.agency_id
        cohort.full_clean()
        cohort.save()
    return cohort


def remove_cohort(*, actor: Actor, cohort_id: int) -> None:
    """Take out a cohort, with the fields that were asked for, that no sending belongs to; the audit trail keeps it.

    Raises:
        RefusedError: not the actor's to keep, no such cohort, or sendings belong to it (the refusal says which).
    """
    require(may_keep_cohorts(actor))
    with transaction.atomic():
        found = Cohort.objects.select_for_update().filter(pk=cohort_id, agency_id=actor.agency_id).first()
        if found is None:
            raise refuse(_("Angkatan ini tidak ada."))
        used = list(found.sendings.order_by("-opened_at", "-pk").values_list("title", flat=True))
        if used:
            said = {"names": named(used)}
            way = _("Pindahkan dahulu pengirimannya ke angkatan lain.")
            raise refuse(_("Angkatan ini memuat pengiriman %(names)s.") % said + " " + way)
        found.delete()


def save_field(*, actor: Actor, field: WantedField) -> WantedField:
    """Store a field that was asked for; raises as ``save_cohort`` does."""
    require(may_keep_cohorts(actor))
    with transaction.atomic():
        field.agency_id = actor.agency_id
        if not Cohort.objects.filter(pk=field.cohort_id, agency_id=actor.agency_id).exists():
            raise refuse(_("Angkatan ini tidak ada."))
        field.full_clean()
        field.save()
    return field


def remove_field(*, actor: Actor, field_id: int) -> int:
    """Take a field off its cohort and return the cohort's key; the audit trail keeps it."""
    require(may_keep_cohorts(actor))
    with transaction.atomic():
        found = WantedField.objects.select_for_update().filter(pk=field_id, agency_id=actor.agency_id).first()
        if found is None:
            raise refuse(_("Bidang ini tidak ada."))
        cohort: int = found.cohort_id
        found.delete()
    return cohort
