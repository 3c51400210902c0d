"""Set up series: what is measured, where, how often, from which source, and who fills it by when."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.aims.public import Indicator
from matang.flow.measure.choices import PeriodKind
from matang.flow.measure.models import Series, SeriesValue
from matang.flow.measure.models.periods import number_of, start_of
from matang.flow.measure.permissions import may_keep_series
from matang.flow.register.public import Unit
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require


@dataclass(frozen=True, slots=True)
class SeriesDetails:
    """What a series says of itself; exactly one of ``unit_id`` and ``place`` names the subject."""

    kind: str
    source: str
    starts_on: date
    unit_id: int | None = None
    place: str = ""
    main: bool = False
    counts: bool = False
    responsible_id: int | None = None
    due_days: int = 30


def create_series(*, actor: Actor, indicator_id: int, details: SeriesDetails) -> Series:
    """Set up a series of an indicator; its first period is the one that holds ``starts_on``.

    Raises:
        RefusedError: not the actor's to set up, or no such period.
        ValidationError: two subjects or none, no source, or the same series again.
        ObjectDoesNotExist: an indicator or unit of another agency, or of none.
    """
    with transaction.atomic():
        indicator = Indicator.objects.select_for_update().get(pk=indicator_id, agency_id=actor.agency_id)
        return _kept(actor, Series(agency_id=actor.agency_id, indicator=indicator), details)


def change_series(*, actor: Actor, series_id: int, details: SeriesDetails, closed_on: date | None = None) -> Series:
    """Say a series better. Period and first day stay once there are values: they would mean something else.

    Raises:
        RefusedError: not the actor's, or the period would change under values.
        ValidationError: as for ``create_series``.
    """
    with transaction.atomic():
        series = Series.objects.select_for_update().get(pk=series_id, agency_id=actor.agency_id)
        require(may_keep_series(actor, series.responsible.path if series.responsible else ""))
        if details.kind != series.kind and SeriesValue.objects.filter(series=series).exists():
            raise refuse(_("Periode deret tidak dapat diubah setelah ada nilainya. Buat deret baru."))
        series.closed_on = closed_on
        return _kept(actor, series, details)


def _kept(actor: Actor, series: Series, details: SeriesDetails) -> Series:
    if details.kind not in PeriodKind.values:
        raise refuse(_("Pilih bulanan, triwulanan, atau tahunan."))
    units = {key: Unit.objects.get(pk=key, agency_id=actor.agency_id) for key in (details.unit_id, details.responsible_id) if key}
    responsible = units.get(details.responsible_id or 0)
    require(may_keep_series(actor, responsible.path if responsible else ""))
    series.unit, series.place = units.get(details.unit_id or 0), details.place.strip()
    series.kind, series.source = details.kind, details.source.strip()
    series.main, series.counts = details.main, details.counts
    series.responsible, series.due_days = responsible, details.due_days
    series.starts_on = start_of(details.kind, number_of(details.kind, details.starts_on))
    series.full_clean()
    series.save()
    return series
