"""Set and end indicators."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.translation import gettext as _

from matang.flow.aims.choices import IndicatorDirection
from matang.flow.aims.models import Aim, Indicator
from matang.flow.aims.services.aims import one_line
from matang.flow.aims.services.writing import locked, require_unchanged, unit_of, writing
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse
from matang.foundation.audit.context import because
from matang.foundation.clock.services import today

LARGEST = Decimal(10) ** 16


@dataclass(frozen=True, slots=True)
class IndicatorDetails:
    """What may be said about an indicator beside its name and unit of measure. Empty = not known, never zero.

    Values are exact, in the unit of measure; ``decimals`` (0–4) is how many places are shown.
    """

    direction: str = IndicatorDirection.UP
    decimals: int = 0
    baseline_value: Decimal | None = None
    baseline_on: date | None = None
    baseline_source: str = ""
    target_value: Decimal | None = None
    target_on: date | None = None
    unit_id: int | None = None
    data_source: str = ""


def set_indicator(
    *,
    actor: Actor,
    aim_id: int,
    name: str,
    measure_unit: str,
    details: IndicatorDetails | None = None,
    indicator_id: int | None = None,
    valid_from: date | None = None,
    seen: int | None = None,
) -> Indicator:
    """Give an aim an indicator, or say the one with ``indicator_id`` better; the trail keeps what was said before.

    Args:
        actor: who sets it.
        aim_id: what it measures.
        name: its name, one line.
        measure_unit: the unit of measure (satuan).
        details: what else is known.
        indicator_id: the indicator to change; None = a new one.
        valid_from: from which day a new one holds; empty = since the aim holds.
        seen: the version that the actor saw (``writing.version_of``); None = not asked.

    Raises:
        RefusedError: not the actor's, a direction or unit that does not exist, or somebody else was faster.
        ValidationError: a value without sense, or an indicator of this name is there already.
    """
    said = details or IndicatorDetails()
    with writing(actor.agency_id):
        aim = locked(actor, aim_id)
        row = _row(aim, indicator_id, valid_from)
        if indicator_id is not None:
            require_unchanged(row, seen)
        row.name, row.measure_unit = one_line(name), one_line(measure_unit)
        _check(row, said)
        row.unit = unit_of(actor, said.unit_id)
        row.direction, row.decimals = said.direction, said.decimals
        row.baseline_value, row.baseline_on, row.baseline_source = (
            said.baseline_value,
            said.baseline_on,
            one_line(said.baseline_source),
        )
        row.target_value, row.target_on, row.data_source = said.target_value, said.target_on, one_line(said.data_source)
        row.save()
    return row


def end_indicator(*, actor: Actor, indicator_id: int, day: date, reason: str) -> Indicator:
    """End an indicator from ``day`` on; its values and the trail stay.

    Raises:
        RefusedError: not the actor's, no reason, or it has ended.
        ValidationError: the day does not lie after the day on which it began.
    """
    if not reason.strip():
        raise refuse(_("Tulis alasan penghentian."))
    with because(reason.strip()), writing(actor.agency_id):
        found = Indicator.objects.filter(pk=indicator_id, agency_id=actor.agency_id).first()
        if found is None:
            raise refuse(_("Indikator ini tidak ada dalam instansi Anda."))
        locked(actor, found.aim_id)
        if found.valid_to is not None:
            raise refuse(_("Indikator ini sudah berakhir."))
        if day <= found.valid_from:
            raise ValidationError({"day": _("Indikator harus berakhir sesudah mulai berlaku.")})
        found.valid_to = day
        found.save(update_fields=["valid_to"])
    return found


def restore_indicator(*, actor: Actor, indicator_id: int, reason: str) -> Indicator:
    """Take the end of an indicator back.

    Raises:
        RefusedError: not the actor's, no reason, not ended, or its aim has ended.
        ValidationError: another indicator has taken its name meanwhile.
    """
    if not reason.strip():
        raise refuse(_("Tulis alasan pengaktifan kembali."))
    with because(reason.strip()), writing(actor.agency_id):
        found = Indicator.objects.filter(pk=indicator_id, agency_id=actor.agency_id).first()
        if found is None:
            raise refuse(_("Indikator ini tidak ada dalam instansi Anda."))
        aim = locked(actor, found.aim_id)
        if found.valid_to is None or aim.valid_to is not None:
            raise refuse(_("Indikator ini masih berlaku, atau simpulnya sudah berakhir."))
        found.valid_to = None
        found.save(update_fields=["valid_to"])
    return found


def _row(aim: Aim, indicator_id: int | None, valid_from: date | None) -> Indicator:
    rows = Indicator.objects.filter(aim=aim)
    if indicator_id is None:
        last = rows.aggregate(last=Max("position"))["last"] or 0
        start = valid_from or min(today(), aim.valid_from)
        return Indicator(agency_id=aim.agency_id, aim=aim, position=last + 1, valid_from=start)
    found = rows.select_for_update().filter(pk=indicator_id).first()
    if found is None:
        raise refuse(_("Indikator ini tidak ada pada simpul itu."))
    return found


def _check(row: Indicator, said: IndicatorDetails) -> None:
    wrong: dict[str, str] = {}
    if not row.name or len(row.name) > 500:
        wrong["name"] = _("Tulis nama indikator, paling panjang 500 huruf.")
    if not row.measure_unit or len(row.measure_unit) > 60:
        wrong["measure_unit"] = _("Tulis satuannya, paling panjang 60 huruf.")
    for name in ("baseline", "target"):
        value, day = getattr(said, f"{name}_value"), getattr(said, f"{name}_on")
        if day is not None and value is None:
            wrong[f"{name}_on"] = _("Tanggal tanpa nilai: isi nilainya, atau kosongkan tanggalnya.")
        if value is not None and (not value.is_finite() or abs(value) >= LARGEST):
            wrong[f"{name}_value"] = _("Nilai ini terlalu besar atau bukan angka.")
    if said.direction not in IndicatorDirection.values:
        raise refuse(_("Pilih arah indikator."))
    if wrong:
        raise ValidationError({name: [text] for name, text in wrong.items()})
