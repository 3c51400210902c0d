"""The lists of this stage as xlsx: exactly the rows that the page shows with the same filters; small numbers stay hidden."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from matang.flow.measure.choices import OutcomeStanding
from matang.flow.measure.models import Series
from matang.flow.measure.models.periods import period_name
from matang.flow.measure.pages.chain import OFFICIAL, funnel_of, question_of
from matang.flow.measure.pages.indicators import indicator_or_404, indicator_question
from matang.flow.measure.pages.series import series_or_404
from matang.flow.measure.permissions import CHAIN_ROLES
from matang.flow.measure.selectors.chain import ProgrammeLine, chain_of
from matang.flow.measure.selectors.outcomes import Outcome, outcomes_of
from matang.flow.measure.selectors.overview import indicators_asked
from matang.flow.measure.selectors.owed import unfilled
from matang.flow.measure.selectors.series import histories_of, series_of
from matang.flow.measure.selectors.small import small
from matang.flow.measure.services.papers import STUCK_AT, at_least, scope_words
from matang.foundation.access import gate
from matang.foundation.clock.services import today
from matang.ui.formats import tanggal
from matang.ui.workbooks import workbook

HIDES = gettext_lazy("Nilai yang menyangkut 1 sampai 4 orang atau kejadian disembunyikan.")


def _as_at() -> str:
    return _("Per %(day)s") % {"day": tanggal(today())}


@gate.roles(*CHAIN_ROLES)
def chain_download(request: HttpRequest) -> HttpResponse:
    """Download the mayor's page with its filters: the funnel, the programmes, and what waits with whom."""
    question, day = question_of(request, request.GET), today()
    found = chain_of(request.actor, question, day)
    by_programme = [
        _("Program"), _("Kebutuhan"), _("Pengiriman"), _("Orang"), _("Hari-orang"), _("Biaya (Rp)"), _("Rekomendasi"),
        _("Penerapan"), _("Target tercapai"), _("Target meleset"), _("Terbukti membaik"),
    ]  # fmt: skip
    waiting = [_("Perihal"), _("Langkah"), _("Pada siapa"), _("Sejak"), _("Menunggu (hari)"), _("Lewat (hari)")]
    stuck = [
        (one.title, str(one.what or STUCK_AT[one.code]), one.owner or str(OFFICIAL), one.since, one.days, one.late or None)
        for one in found.stuck
    ]
    sheets = [
        (_("Corong"), [_("Langkah"), _("Pengiriman")], funnel_of(found)),
        (_("Menurut program"), by_programme, [_programme(line) for line in found.programmes]),
        (_("Yang menunggu"), waiting, stuck),
    ]
    notes = [_as_at(), scope_words(request.actor, question), _("“Diterapkan” belum berarti membaik.")]
    return workbook(f"dari-kebutuhan-ke-hasil-{day}", _("Dari kebutuhan ke hasil"), notes, sheets)


def _programme(line: ProgrammeLine) -> tuple[object, ...]:
    figures = line.figures
    sums = (one.value if one.value is not None and not one.at_least else at_least(one) for one in (figures.days, figures.money))
    return (
        line.aim.title if line.aim else _("Tanpa program"), figures.needs, figures.sendings, figures.people, *sums,
        figures.recommendations, figures.adopted, figures.reached, figures.missed, figures.improved,
    )  # fmt: skip


@gate.signed_in
def indicators_download(request: HttpRequest) -> HttpResponse:
    """Download the indicators of the list with their newest value, target and standing."""
    day = today()
    headings = [
        _("Indikator"), _("Tujuan"), _("Unit penanggung jawab"), _("Satuan"), _("Nilai awal"), _("Nilai terbaru"), _("Periode"),
        _("Diketahui per"), _("Target"), _("Tanggal target"), _("Capaian"),
    ]  # fmt: skip
    asked = indicators_asked(request.actor, indicator_question(request), day)
    rows = [_indicator(row) for row in outcomes_of(request.actor, asked, day)]
    title = _("Capaian indikator")
    return workbook(f"capaian-indikator-{day}", title, [_as_at(), str(HIDES)], [(title, headings, rows)])


def _indicator(row: Outcome) -> tuple[object, ...]:
    one, newest = row.indicator, row.newest
    value: object = None
    if newest is not None:
        value = _("disembunyikan") if newest.hidden else newest.value
    return (
        one.name, one.aim.title, one.unit.name if one.unit else "", one.measure_unit, one.baseline_value, value,
        newest.name if newest else "", newest.as_at if newest else None, one.target_value, one.target_on,
        str(OutcomeStanding(row.standing).label),
    )  # fmt: skip


@gate.signed_in
def indicator_download(request: HttpRequest, indicator_id: int) -> HttpResponse:
    """Download everything recorded of an indicator, revisions and withdrawn values included."""
    found = indicator_or_404(request, indicator_id)
    return _values(f"indikator-{found.pk}", f"{found.name} ({found.measure_unit})", series_of(request.actor, found.pk))


@gate.signed_in
def series_download(request: HttpRequest, series_id: int) -> HttpResponse:
    """Download everything recorded of one series, revisions and withdrawn values included."""
    found = series_or_404(request, series_id)
    return _values(f"deret-{found.pk}", f"{found.indicator.name} ({found.indicator.measure_unit}): {found}", [found])


def _values(name: str, title: str, series: Sequence[Series]) -> HttpResponse:
    headings = [
        _("Subjek"), _("Sumber"), _("Periode"), _("Mulai"), _("Nilai"), _("Pembilang"), _("Penyebut"), _("Diketahui per"),
        _("Catatan"), _("Dicatat pada"), _("Ditarik karena"),
    ]  # fmt: skip
    by_key = {one.pk: one for one in series}
    lines = []
    for row in histories_of(by_key):
        one = by_key[row.series_id]
        hidden = small(value=row.value, numerator=row.numerator, denominator=row.denominator, counts=one.counts)
        numbers = (_("disembunyikan"), "", "") if hidden else (row.value, row.numerator, row.denominator)
        about = (str(one), row.source or one.source, period_name(one.kind, row.period_start), row.period_start)
        lines.append((*about, *numbers, row.as_at, row.note, localdate(row.recorded_at), row.withdrawn_reason))
    return workbook(f"{name}-{today()}", title, [_as_at(), str(HIDES)], [(_("Nilai"), headings, lines)])


@gate.signed_in
def owed_download(request: HttpRequest) -> HttpResponse:
    """Download which values the reader is asked to fill and has not, the longest late first."""
    headings = [
        _("Indikator"), _("Yang diukur"), _("Unit pengisi"), _("Periode"), _("Tenggat"), _("Terlambat (hari)"), _("Sumber"),
        _("Nomor deret"),
    ]  # fmt: skip
    rows = [
        (
            row.series.indicator.name, str(row.series), row.series.responsible.name if row.series.responsible else "", row.period,
            row.due_on, row.days_late or None, row.series.source, row.series.pk,
        )
        for row in unfilled(request.actor, today())
    ]  # fmt: skip
    title = _("Nilai yang belum diisi")
    return workbook(f"nilai-belum-diisi-{today()}", title, [_as_at()], [(title, headings, rows)])
