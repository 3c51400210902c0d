"""Keep tariffs, one by one or as a whole list."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.models import Tariff
from matang.flow.learn.permissions import may_keep_tariffs
from matang.flow.learn.selectors.costs import counted_with
from matang.flow.learn.services.costs.importing import TariffLine
from matang.flow.learn.services.naming import named
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import today


def save_tariff(*, actor: Actor, line: TariffLine, tariff_id: int | None = None) -> Tariff:
    """Store a tariff, or say one better.

    Raises:
        RefusedError: not the actor's to keep, or no such tariff.
        ValidationError: what the constraints refuse, at its field.
    """
    require(may_keep_tariffs(actor))
    with transaction.atomic():
        found = Tariff(agency_id=actor.agency_id)
        if tariff_id is not None:
            kept = Tariff.objects.select_for_update().filter(pk=tariff_id, agency_id=actor.agency_id).first()
            if kept is None:
                raise refuse(_("Tarif ini tidak ada."))
            found = kept
        _say(found, line)
        found.full_clean()
        found.save()
    return found


def remove_tariff(*, actor: Actor, tariff_id: int) -> None:
    """Take out a tariff that no sending's costs are counted with; the audit trail keeps it.

    Raises:
        RefusedError: not the actor's to keep, no such tariff, or used (the refusal says by what).
    """
    require(may_keep_tariffs(actor))
    with transaction.atomic():
        found = Tariff.objects.select_for_update().filter(pk=tariff_id, agency_id=actor.agency_id).first()
        if found is None:
            raise refuse(_("Tarif ini tidak ada."))
        if used := counted_with(found, today()):
            said = {"names": named([row.title for row in used])}
            way = _("Bila tidak berlaku lagi, isi tanggal berakhirnya.")
            raise refuse(_("Tarif ini dipakai menghitung biaya %(names)s.") % said + " " + way)
        found.delete()


def import_tariffs(*, actor: Actor, lines: Sequence[TariffLine]) -> tuple[int, int]:
    """Store a whole list or nothing of it; return how many were new and how many changed. Repeating changes nothing.

    A row with the same kind, place, source and first day replaces the older one.
    """
    require(may_keep_tariffs(actor))
    made = changed = 0
    with transaction.atomic():
        rows = Tariff.objects.select_for_update().filter(agency_id=actor.agency_id)
        kept = {(row.kind, row.place, row.source, row.valid_from): row for row in rows}
        for line in lines:
            found = kept.get((line.kind, line.place, line.source, line.valid_from))
            if found is not None and (found.amount, found.valid_to) == (line.amount, line.valid_to):
                continue
            made, changed = made + (found is None), changed + (found is not None)
            row = found or Tariff(agency_id=actor.agency_id)
            _say(row, line)
            row.full_clean()
            row.save()
    return made, changed


def _say(tariff: Tariff, line: TariffLine) -> None:
    if not line.place.strip() or not line.source.strip():
        raise ValidationError({"source" if line.place.strip() else "place": _("Sebut tempat dan sumber tarif ini.")})
    tariff.kind, tariff.amount = line.kind, line.amount
    tariff.place, tariff.source = " ".join(line.place.split()), " ".join(line.source.split())
    tariff.valid_from, tariff.valid_to = line.valid_from, line.valid_to
