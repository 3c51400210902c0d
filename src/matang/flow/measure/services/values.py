"""Record values, and take wrong ones back. Nothing is written over."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.measure.models import Series, SeriesImport, SeriesValue
from matang.flow.measure.models.periods import number_of, period_name, start_of
from matang.flow.measure.permissions import may_enter_values
from matang.flow.measure.services.effects import answer_again
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import now, today
from matang.ui.formats import angka

PERCENT = frozenset(("persen", "%", "percent", "per cent", "prosen"))
"""How the unit of a percentage is written."""


@dataclass(frozen=True, slots=True)
class NewValue:
    """A value to be recorded: of the period that holds ``period``, as it was known on ``as_at``."""

    period: date
    value: Decimal
    as_at: date
    numerator: int | None = None
    denominator: int | None = None
    source: str = ""
    note: str = ""


def enter_value(*, actor: Actor, series_id: int, new: NewValue) -> SeriesValue:
    """Record a value; the same value sent again returns the one that is there.

    A later ``as_at`` is a revision: both stay, each right for its day. Open questions about effects are answered anew.

    Raises:
        RefusedError: not the actor's to fill; a day to come; a period that has not begun or lies before the series; another
            value is there for the same day; a percentage beside counts that make another one, or over 100 without counts.
        ValidationError: counts that cannot be.
    """
    with transaction.atomic():
        series = Series.objects.select_for_update(of=("self",)).select_related("responsible", "indicator").get(
            pk=series_id, agency_id=actor.agency_id
        )  # fmt: skip
        require(may_enter_values(actor, series.responsible.path if series.responsible else ""))
        value = put_value(actor, series, new)
        answer_again(actor, [series.pk])
        return value


def put_value(actor: Actor, series: Series, new: NewValue, loaded: SeriesImport | None = None) -> SeriesValue:
    """Record a value of a held series whose filling was allowed; see ``enter_value``."""
    if problem := fault_of(series, new)[1]:
        raise refuse(problem)
    start = start_of(series.kind, number_of(series.kind, new.period))
    there = SeriesValue.objects.filter(series=series, period_start=start, as_at=new.as_at, withdrawn_at__isnull=True).first()
    if there is not None:
        if (there.value, there.numerator, there.denominator) == (new.value, new.numerator, new.denominator):
            return there
        raise refuse(taken(series, start))
    value = SeriesValue(
        agency_id=series.agency_id,
        series=series,
        period_start=start,
        value=new.value,
        numerator=new.numerator,
        denominator=new.denominator,
        as_at=new.as_at,
        source=new.source.strip(),
        note=new.note.strip(),
        recorded_at=now(),
        recorded_by_id=actor.user_id,
        loaded=loaded,
    )
    value.full_clean(validate_unique=False, validate_constraints=True)
    value.save(force_insert=True)
    return value


def fault_of(series: Series, new: NewValue) -> tuple[str, str]:
    """Return what is wrong with a value whatever else is recorded, as field of ``NewValue`` and sentence; empty = nothing."""
    start = start_of(series.kind, number_of(series.kind, new.period))
    first = {"period": period_name(series.kind, series.starts_on)}
    above, below = new.numerator, new.denominator
    faults = (
        (new.as_at > today(), "as_at", _("Tanggal “diketahui per” belum tiba.")),
        (start < series.starts_on, "period", _("Deret ini baru mulai %(period)s.") % first),
        (
            series.closed_on is not None and start >= series.closed_on,
            "period",
            _("Deret ini tidak diisi lagi sejak sebelum periode itu."),
        ),
        (new.as_at < start, "as_at", _("Nilai tidak mungkin diketahui sebelum periodenya mulai.")),
        (
            above is not None and below is None,
            "denominator",
            _("Pembilang tanpa penyebut: isi keduanya, atau kosongkan pembilangnya."),
        ),
        (below is not None and below < 1, "denominator", _("Penyebut paling sedikit 1.")),
        (above is not None and above < 0, "numerator", _("Pembilang tidak boleh negatif.")),
    )
    found = next(((field, text) for stands, field, text in faults if stands), ("", ""))
    return found if found[1] or not is_percent(series.indicator.measure_unit) else _percent_fault(new)


def is_percent(unit: str) -> bool:
    """Return whether a unit of measure is a share of a hundred."""
    return unit.strip().lower() in PERCENT


def _percent_fault(new: NewValue) -> tuple[str, str]:
    """Return what is wrong with a percentage: another one than its counts make, or more than all without counts."""
    if new.numerator is None or new.denominator is None:
        if new.value <= 100:
            return "", ""
        return "value", _(
            "Lebih dari 100 persen. Bila memang begitu, misalnya realisasi terhadap target, isi juga pembilang dan penyebutnya."
        )
    share = Decimal(100 * new.numerator) / new.denominator
    exponent = new.value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    if abs(new.value - share) <= Decimal(1).scaleb(-places):
        return "", ""
    told = {
        "value": angka(new.value, places), "above": angka(new.numerator), "below": angka(new.denominator),
        "share": angka(share, max(places, 1)),
    }  # fmt: skip
    return "value", _(
        "Nilai %(value)s persen tidak sesuai dengan %(above)s dari %(below)s, yaitu %(share)s persen. Perbaiki salah satunya."
    ) % told


def taken(series: Series, start: date) -> str:
    """Return the sentence that another value is there already, with the way out."""
    return _(
        "%(period)s sudah punya nilai lain yang diketahui per tanggal itu. Bila ini revisi, isi tanggal terbit yang baru; "
        "bila yang lama salah, tarik dulu."
    ) % {"period": period_name(series.kind, start)}


def later_known(value: SeriesValue) -> SeriesValue | None:
    """Return the value of the same period that is known later and therefore holds instead; None where this one holds."""
    rows = SeriesValue.objects.filter(series_id=value.series_id, period_start=value.period_start, withdrawn_at__isnull=True)
    return rows.filter(as_at__gt=value.as_at).order_by("-as_at", "-id").first()


def withdraw_value(*, actor: Actor, value_id: int, reason: str) -> SeriesValue:
    """Take a wrong value back; it stays readable beside its reason and counts nowhere. Repeating changes nothing.

    Raises:
        RefusedError: not the actor's to fill, or no reason.
    """
    with transaction.atomic():
        rows = SeriesValue.objects.select_for_update(of=("self",)).select_related("series__responsible")
        value = rows.get(pk=value_id, agency_id=actor.agency_id)
        require(may_enter_values(actor, value.series.responsible.path if value.series.responsible else ""))
        if not reason.strip():
            raise refuse(_("Tulis alasan penarikan."))
        if value.withdrawn_at is None:
            value.withdrawn_at, value.withdrawn_by_id, value.withdrawn_reason = now(), actor.user_id, reason.strip()[:300]
            value.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
            answer_again(actor, [value.series_id])
        return value
